"""The crate in the hand: what the table shows of it, what a drop does; and the strip while there is none."""

from dataclasses import replace
from typing import Final

from typing_extensions import override

from race.speech import _
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListBox
from race.ui.pieces.board import Board
from race.ui.pieces.crates import Preview
from race.ui.pieces.hall import Hall
from race.ui.pieces.heading import CountedHead
from race.ui.present import supply
from race.ui.present.ahead.closing import closing
from race.ui.present.consequences import Consequence, foresee, of_moves
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
    moves: tuple[Consequence, ...] = (),
    *,
    first: bool = False,
) -> Preview:
    """Return the strip at rest with what the month brings if it is ended now; `first` says how to move.

    Once crates have been moved the numbers stay what their `moves` change, and the month is told in words.
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
    return Preview(
        _("If you end the month now"), rest.text if first else rest.title, effects(numbers), tip=tip
    )


class Hand(Ground):
    """The table with a hand that lifts, holds and drops crates."""

    @override
    def lay(self) -> None:
        held = self.weighed
        super().lay()
        self._weigh_again()
        if held is not None or self.weighed is not None:
            self._refresh_mirrors()
            self.show_ahead()
        self._show_coming()

    def _weigh_again(self) -> None:
        """Weigh what is in the hand now: orders have changed, or the crate has left the hand unheard."""
        self.seen, self.weighed, board = None, None, self.stage.find("board")
        if isinstance(board, Board) and board.lifted:
            board.preview = None
            self._consider(Action("consider", board.lifted, board.over or None))

    def _show_coming(self) -> None:
        """Show beneath the docks what the month brings if it is ended now."""
        board = self.stage.find("board")
        if isinstance(board, Board):
            session = self.game.session
            rest = looks.resting(session, supply.terms_meanings()[self.game.terms], ordering=self.ordering)
            first = self.ordering and not (session.month or session.pending)
            told = closing(session, self.game.coming)
            board.spec = replace(board.spec, rest=ending(rest, told, of_moves(session), first=first))

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
        """Answer what the board says of a crate: lifted, held over a dock, dropped, refused."""
        self.seen = self.weighed = sheet = None
        match action.name:
            case "move_crate":
                sheet = self._move(action)
            case "consider":
                self._consider(action)
            case "refused":
                self.desk.play("refused")
                self.desk.tell(str(action.value), "warning", self.desk.theme.palette.warning)
            case "lift":
                self.desk.play("lift")
            case _:
                pass
        self._refresh_mirrors()
        return Wish("open", sheet) if sheet else None

    def _move(self, action: Action) -> Screen | None:
        """Move a crate; return the question that comes first when it breaks a promise."""
        crate, dock = action.subject, str(action.value)
        command = supply.move(self.game.session, int(crate), dock, self.game.terms)
        sheet = before_breaking(self.desk, self.game, command, action) if command else None
        if sheet is not None:
            self.lay()
            return sheet
        reason = self.game.move(crate, dock)
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
        if action.value is None or not isinstance(board, Board):
            return
        command = supply.move(self.game.session, int(action.subject), str(action.value), self.game.terms)
        if command is not None:
            seen = foresee(self.game.session, command)
            board.preview = looks.foresight(seen, _("If you drop here"))
            refused = board.spec.why_not(action.subject, str(action.value))
            if not refused:  # what cannot be done moves nobody
                self.seen, self.weighed = seen, command

    def _refresh_mirrors(self) -> None:
        """Show in the hall, beside the promises and the attention what the crate in the hand would do."""
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
