"""The main screen in the player's hand: what moving, choosing, ordering and ending the month do."""

from collections.abc import Callable
from functools import cached_property

import pygame
from typing_extensions import override

from race.core.commands import Command
from race.core.ids import Terms
from race.session.asking import Asks
from race.speech import _
from race.ui.kit.actions import Action
from race.ui.kit.focus import Control, Put
from race.ui.kit.layout import Rect
from race.ui.kit.tooltips import Receipt, Tip
from race.ui.pieces.board import Board
from race.ui.pieces.hall import Hall
from race.ui.present import advice, supply
from race.ui.present.guide.firsts import First
from race.ui.present.guide.topics import ABOUT
from race.ui.screens import looks, overlays
from race.ui.screens.ahead.charts import ChartsScreen
from race.ui.screens.ahead.war_room import WarRoom
from race.ui.screens.help import Help
from race.ui.screens.past.saves import Saves
from race.ui.screens.screen import Screen, Wish
from race.ui.screens.sheets.papers import worth_opening
from race.ui.screens.sheets.routine import StoppedSheet
from race.ui.screens.table import month
from race.ui.screens.table.hand import Hand
from race.ui.screens.table.heard import hear_month
from race.ui.screens.table.hint import closes, draw_first, once
from race.ui.screens.table.nested import Nest
from race.ui.screens.table.question import waiting
from race.ui.screens.table.rooms import room


class MainScreen(Hand):
    """One month at the table."""

    first: First | None = None
    later: First | None = None
    """The hint that last month called for, until the next key or click; another waits under a sheet."""

    @cached_property
    def nest(self) -> Nest:
        """What is open over the receipt that is kept."""
        return Nest()

    # -- the wave ---------------------------------------------------------------------------------

    @override
    def animated(self) -> bool:
        return self.wave_from is not None

    @override
    def move(self) -> None:
        hall = self.stage.find("hall")
        if isinstance(hall, Hall):
            hall.t = self.wave_time()
        if self.wave_time() >= 1.0:
            self.wave_from = None

    @override
    def draw_controls(self, surface: pygame.Surface, put: Put | None = None) -> None:
        super().draw_controls(surface, put)
        if self.first is not None and not self.animated():
            draw_first(surface, self, self.first)

    @override
    def handle(self, event: pygame.event.Event) -> Wish | None:
        if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            hint, self.first = self.first, None
            self.wave_from = None  # any key skips, and is heard all the same
            if hint is not None and closes(self, hint, event):
                return None
        if self._kept() is not None:
            taken = self.nest.handle(event, self.desk.keys)
            if taken is None:
                self.pinned = ""
            if taken is not False:
                return None
        wish = super().handle(event)
        if not self.pinned:
            self.nest.close()
        return wish

    # -- what the coming month may bring ----------------------------------------------------------

    @override
    def tip_of(self, control: Control) -> Tip | None:
        tip = super().tip_of(control)
        if not isinstance(tip, Receipt):
            return tip
        session = self.game.session
        ranges = self.game.coming.ranges(session)
        hints = looks.leading_on(self.desk.keys, kept=bool(self.pinned))
        return looks.whole_receipt(session, ranges, control.name, tip, hints)

    def _kept(self) -> Receipt | None:
        """Return the receipt that is kept open, or None."""
        control = self.stage.find(self.pinned)
        tip = self.tip_of(control) if control else None
        return tip if isinstance(tip, Receipt) else None

    @override
    def under_mouse(self) -> str:
        return f"{super().under_mouse()} {self.nest.marked}"

    @override
    def draw_tip(self, surface: pygame.Surface) -> tuple[Rect, ...]:
        receipt, control = self._kept(), self.stage.find(self.pinned)
        if receipt is None or control is None:
            return super().draw_tip(surface)
        return self.nest.draw(surface, self.desk.theme, receipt, control.rect, self.game.session)

    # -- acting -----------------------------------------------------------------------------------

    @override
    def take(self, action: Action) -> Wish | None:
        match action.name:
            case "move_crate" | "consider" | "refused" | "lift" | "return" | "part" | "turn":
                return self.crate(action)
            case "choose":
                self._choose(action)
            case "select" | "open" | "take_back":
                return self._row(action)
            case "press":
                return self._key(action.subject)
            case "follow":
                return self._follow(advice.Hint("", action.subject, urgent=False))
            case _:
                return self._key(action.name)
        return None

    def _key(self, name: str) -> Wish | None:
        sheet = self._sheet(name)
        if sheet is not None:
            return Wish("open", sheet)
        goes: dict[str, Callable[[], Wish | None]] = {
            "confirm": self.end_month,
            "end": self.end_month,
            "run_on": self.run_on,
            "quick_load": self._quick_load,
            "rewind": lambda: Wish("rewind", value=self.game),
            "autoplay": lambda: Wish("autoplay", value=self.game),
        }
        if name in goes:
            return goes[name]()
        match name:
            case "undo":
                self._undo(self.game.session.undo() is not None)
            case "redo":
                self._undo(self.game.session.redo() is not None)
            case "part":
                self.crate(Action(name))
            case "quick_save":
                self.game.keep_quick(self.desk)
            case _:
                pass
        return None

    def _sheet(self, name: str) -> Screen | None:
        """Return the sheet that a button or key opens, or None."""
        makers: dict[str, Callable[[], Screen]] = {
            "charts": lambda: ChartsScreen(self.desk, self.game, self.tab),
            "war_room": lambda: WarRoom(self.desk, self.game, self._weighed()),
            "help": lambda: Help(self.desk, self.game.session, self._subject()),
            "menu": lambda: overlays.Pause(self.desk, self.game),
            "save_as": lambda: Saves(self.desk, self.game.shelf, self.game, naming=True),
            "load": lambda: Saves(self.desk, self.game.shelf, self.game),
        }
        name = {"cancel": "menu", "keys": "help", "chart": "charts"}.get(name, name)
        maker = makers.get(name)
        return maker() if maker else room(name, self.desk, self.game)

    def _quick_load(self) -> Wish | None:
        place = self.game.shelf.slots.quick()
        if place.exists():
            return Wish("load", value=(place,))
        self.desk.tell(_("There is no quick save yet; F5 writes one."))
        return None

    def _subject(self) -> str:
        """Return the topic of the help that the chosen control, or the one under the mouse, is about."""
        return ABOUT.get(self.stage.focus, "") or ABOUT.get(self.stage.hover.name, "")

    def _weighed(self) -> Command | None:
        """Return the move of the crate in the hand, under the mouse or the keys: the war room weighs it."""
        board = self.stage.find("board")
        if not isinstance(board, Board):
            return None
        crate = board.pointed()
        if crate is None or (crate.dock != "carmaker" and not board.lifted):
            return None
        other = "lab" if crate.dock == "carmaker" else "carmaker"
        return supply.move(self.game.session, int(crate.key), other, self.game.terms, board.amount)

    def _choose(self, action: Action) -> None:
        self.desk.play("press")
        if action.subject == "terms":
            self.game.terms = Terms(str(action.value))
            self.lay()
        if action.subject == "tab":
            self._show_tab(str(action.value))
        if action.subject in self.turns.names:
            self.bring(str(action.value))

    def _show_tab(self, tab: str) -> None:
        self.tab = tab
        self.lay()

    def _row(self, action: Action) -> Wish | None:
        """Open what a row stands for: at once by mouse, on Enter by keys."""
        if action.subject == "hall" or (action.value == "meeting" and not self.stage.by_keys):
            return self._key("hall")
        if action.name == "select" and self.stage.by_keys:
            return None
        if action.subject in ("news_list", "affairs_list"):
            return self._key("news" if action.subject == "news_list" else "promises")
        return self._month_row(action)

    def _month_row(self, action: Action) -> Wish | None:
        """Open a row of the month's: an order in the war room, what a hint leads to, the officers."""
        kind, _dot, place = str(action.value).partition(".")
        if kind == "routine":
            return self._key("routine")
        if kind == "redo" or (kind == "order" and action.name == "take_back"):
            self._undo(done=month.turned(self.desk, self.game, kind, int(place)))
        elif kind == "order":
            return Wish("open", WarRoom(self.desk, self.game, self.game.session.pending[int(place)]))
        if kind == "hint":
            return self._follow(self.hints[int(place)])
        return None

    def _follow(self, hint: advice.Hint) -> Wish | None:
        """Open what a hint leads to: the house and its question, what counts, or a group of orders."""
        rooms = {advice.PEOPLE: "house", advice.COUNTS: advice.COUNTS}
        room = rooms.get(hint.group)
        return self._key(room) if room else month.led_to(self.desk, self.game, hint)

    def _undo(self, done: bool) -> None:  # noqa: FBT001 - the answer of the session
        if done:
            self.desk.play("undo")
            self.lay()
        else:
            self.desk.tell(_("Nothing was ordered this month."))

    @override
    def leave(self) -> None:
        self.game.lookout.stop()
        if self.game.session.pending or self.game.trouble:
            self.game.keep(self.desk)

    @override
    def trouble(self) -> str:
        return self.game.trouble

    def end_month(self) -> Wish | None:
        """Play the month: the wave runs, the news change; at the end of the game the verdict is shown."""
        self.game.end_month(self.desk)
        turned = self._turned()
        asked, papers = waiting(self.desk, self.game), worth_opening(self.desk, self.game)
        if papers is not None:
            papers.then = asked  # what the world has read comes first, then what somebody asks
        sheet = papers or asked
        return turned or (self._laid_over(sheet) if sheet else None)

    def run_on(self) -> Wish | None:
        """Play month after month until something asks; then say what."""
        halt = self.game.run_on(self.desk)
        turned = self._turned()
        if turned is not None:
            return turned
        first = halt.reasons[0].asks if halt.reasons else None
        asked = waiting(self.desk, self.game) if first is Asks.QUESTION else None
        if asked is not None:  # the question says why; what else waits stands among the hints
            self.desk.tell(_("Months passed: {n}").format(n=halt.months))
        return self._laid_over(asked or StoppedSheet(self.desk, halt))

    def _laid_over(self, sheet: Screen) -> Wish:
        self.later, self.first = self.first, None
        return Wish("open", sheet)

    @override
    def shown_again(self) -> None:
        super().shown_again()
        self.first, self.later = self.later or self.first, None

    def _turned(self) -> Wish | None:
        """Show the position after the last month that was played."""
        board, self.seen = self.stage.find("board"), None
        if isinstance(board, Board):
            board.turn_back()
        self.first = once(self.desk, self.game)
        if self.game.session.ending is not None:
            from race.ui.screens.debrief.main import EndingScreen

            return Wish("show", EndingScreen(self.desk, self.game))
        hear_month(self.desk, self.game)
        month.tell_standing(self.desk, self.game)
        self.wave_from = None if self.desk.theme.reduced_motion else self.desk.now
        self.stage.replace(
            [control for control in self.stage.controls if control.name not in ("news_list", "month_list")]
        )
        self.lay()
        return None
