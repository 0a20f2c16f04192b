"""The crate in the hand: what the table shows of it, what a drop does; and the strip while there is none."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from typing_extensions import override

from race.speech import _, plural
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListBox
from race.ui.kit.widgets import Button, ButtonSpec, Widget
from race.ui.pieces.board import Board
from race.ui.pieces.crates import Preview
from race.ui.pieces.hall import Hall
from race.ui.pieces.heading import CountedHead
from race.ui.present import supply
from race.ui.present.ahead.closing import closing
from race.ui.present.consequences import Consequence, foresee, of_moves
from race.ui.present.orders.terms import terms_meanings
from race.ui.screens import looks
from race.ui.screens.looks import effects
from race.ui.screens.screen import Screen, Wish
from race.ui.screens.sheets.confirm import before_breaking
from race.ui.screens.table.ground import Ground

AT_A_TIME: Final = 1
"""Futures that are played between two frames: a click never waits for more."""


def ending(
    rest: Preview,
    numbers: tuple[Consequence, ...],
    moves: tuple[Consequence, ...],
    *,
    first: bool,
    ordering: bool,
) -> Preview:
    """Return the strip at rest with what the month brings if it is ended now; `first` says how to move.

    Once crates have been moved the numbers stay what their `moves` change, and the month is told in words.
    An onlooker ends no month: without `ordering` nobody is said to.
    """
    if not numbers:
        return rest
    tip = _(
        "What the month brings with what is ordered, in eight futures of ten; most of it is luck and the "
        "market. Autonomy pace: how fast the carmaker's programme moves, of its plan; its chips, people and "
        "power carry it."
    )
    if moves:
        quality, trust = (each.shown for each in numbers[:2])
        month = _("The whole month: quality {quality}, trust {trust}").format(quality=quality, trust=trust)
        return Preview(rest.title, month, effects(moves), tip=tip)
    title = _("If you end the month now") if ordering else _("If the month ended now")
    return Preview(title, rest.text if first else rest.title, effects(numbers), tip=tip)


class Hand(Ground):
    """The table with a hand that lifts, holds and drops crates."""

    @override
    def controls(self) -> Sequence[Widget]:
        found = super().controls()
        for control in found:  # terms can be chosen with a crate in the hand
            control.beside = control.name == "terms"
        return found

    @override
    def lay(self) -> None:
        held = self.weighed
        super().lay()
        self._weigh_again()
        self._show_part()
        if held is not None or self.weighed is not None:
            self._refresh_mirrors()
            self.show_ahead()
        self._show_coming()

    def _weigh_again(self) -> None:
        """Weigh what is in the hand now: orders have changed, or the crate has left the hand unheard."""
        self.seen, self.weighed, board = None, None, self.stage.find("board")
        if isinstance(board, Board) and board.lifted:
            self._consider(Action("consider", board.lifted, board.over or None, board.amount))

    def _show_coming(self) -> None:
        """Show beneath the docks what the month brings if it is ended now."""
        board = self.stage.find("board")
        if isinstance(board, Board):
            session = self.game.session
            rest = looks.resting(session, terms_meanings()[self.game.terms], ordering=self.ordering)
            first = self.ordering and not (session.month or session.pending)
            told = closing(session, self.game.coming)
            shown = ending(rest, told, of_moves(session), first=first, ordering=self.ordering)
            board.spec = replace(board.spec, rest=shown)

    @override
    def wait(self) -> int | None:
        """Play the coming month's futures while nobody holds a crate; have those after it played beside."""
        busy = self.busy()
        if not busy and self.game.coming.play(self.game.session, AT_A_TIME):
            self._show_coming()
            return 0
        if self.weighed is not None or not busy:
            self.think_ahead(self.weighed)
        return super().wait()

    # -- the crate ---------------------------------------------------------------------------------

    def crate(self, action: Action) -> Wish | None:
        """Answer what the board says of a crate: lifted, held over a dock, dropped, refused; turned."""
        self.seen = self.weighed = sheet = None
        match action.name:
            case "move_crate":
                sheet = self._move(action)
            case "consider":
                self._consider(action)
            case "part":
                self._take_part(action)
            case "refused":
                self.desk.play("refused")
                self.desk.tell(str(action.value), "warning", self.desk.theme.palette.warning)
            case "turn":
                self.desk.play("press")
            case "lift":
                self.desk.play("lift")
                self._consider(action)
            case _:
                pass
        self._refresh_mirrors()
        return Wish("open", sheet) if sheet else None

    def _move(self, action: Action) -> Screen | None:
        """Move a crate; return the question that comes first when it breaks a promise."""
        crate, dock = action.subject, str(action.value)
        command = supply.move(self.game.session, int(crate), dock, self.game.terms, action.amount)
        sheet = before_breaking(self.desk, self.game, command, action) if command else None
        if sheet is not None:
            self.lay()
            return sheet
        reason = self.game.move(crate, dock, action.amount)
        if reason:
            self.desk.play("refused")
            self.desk.tell(reason, "warning", self.desk.theme.palette.warning)
        else:
            self.desk.play("drop_diverted" if dock == "lab" else "drop")
        self.lay()
        self.hush()
        return None

    def _consider(self, action: Action) -> None:
        board = self.stage.find("board")
        if not isinstance(board, Board):
            return
        crate, dock, part = action.subject, str(action.value or ""), action.amount
        command = supply.move(self.game.session, int(crate), dock, self.game.terms, part) if dock else None
        if command is None or dock == board.home():
            board.preview = self._in_hand(board)
            return
        seen = foresee(self.game.session, command)
        words = plural("If you drop {n} chip here", "If you drop these {n} chips here", part)
        title = words.format(n=board.part.shown)
        board.preview = looks.foresight(seen, title if part else _("If you drop here"))
        if not board.spec.why_not(crate, dock, part):  # what cannot be done moves nobody
            self.seen, self.weighed = seen, command

    def _in_hand(self, board: Board) -> Preview | None:
        """Return what the strip says while a crate that has parts is over no other dock."""
        if not board.part.shown:
            return None
        words = _(
            "Drop it on the other dock, or click there. {key}, the wheel or the button above takes all of "
            "it, half or a quarter."
        )
        crate = board.spec.crate(board.lifted)
        title = _("In your hand: {n} of {all} chips") if board.amount else _("In your hand: {n} chips")
        title = title.format(n=board.part.shown, all=crate.amount if crate else "")
        return Preview(title, words.format(key=self.desk.keys.shown("part")))

    def _take_part(self, action: Action) -> None:
        """Show what another part of the crate would do, or say that there is none."""
        board = self.stage.find("board")
        if not isinstance(board, Board):
            return
        heard = action if action.subject else board.act(action)
        if heard is None or heard.value is None:
            self.desk.play("refused")
            words = _("Lift a crate first; {key} then takes all of it, half or a quarter.")
            key = self.desk.keys.shown("part")
            self.desk.tell(_("This crate moves whole.") if heard else words.format(key=key))
            return
        self.desk.play("press")
        self._consider(heard)

    def _show_part(self) -> None:
        """Put a button over the title of the docks while a crate that has parts is in the hand."""
        board = self.stage.find("board")
        others = [control for control in self.stage.controls if control.name != "part"]
        if isinstance(board, Board) and board.part.shown:
            self.stage.replace([*others, self._part_button(board.part.words)])
        elif len(others) < len(self.stage.controls):
            self.stage.replace(others)

    def _part_button(self, words: str) -> Button:
        theme = self.desk.theme
        head = self.inner(self.where.supply).cut_top(max(28, theme.px(30)))[0]
        place = head.cut_left(round(head.w * 0.2) - theme.px(8))[0]
        tip = _("How much of the crate is in your hand; a click takes another part ({key}).")
        tip = tip.format(key=self.desk.keys.shown("part"))
        button = Button("part", place, theme, ButtonSpec(words, tip=tip))
        button.focusable, button.beside = False, True
        return button

    def _refresh_mirrors(self) -> None:
        """Show in the hall, beside the promises and the attention what the crate in the hand would do."""
        self._show_part()
        month = self.stage.find("month")
        if isinstance(month, CountedHead):
            month.words, month.counted = self.month_head()
        promises = self.stage.find("affairs_list")
        if isinstance(promises, ListBox):
            promises.spec = replace(promises.spec, rows=self.affair_rows())
        hall = self.stage.find("hall")
        if isinstance(hall, Hall):
            change = self.seen.trust_change if self.seen else None
            hall.spec = looks.hall(self.game.session, self.state, self.game.before, change)
