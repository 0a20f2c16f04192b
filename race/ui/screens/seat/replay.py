"""A game watched again: walk its months at the table, let them run, and play on from any of them."""

from collections.abc import Sequence
from pathlib import Path

import pygame
from typing_extensions import override

from race.session.kept.glance import glance_of
from race.session.kept.tape import Tape
from race.session.session import Session
from race.session.store import AUTO, kind_of
from race.speech import _, capital, date
from race.ui.kit import text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY_BOLD, SECONDARY
from race.ui.kit.widgets import Button, ButtonSpec, Widget
from race.ui.pieces.past.timeline import Timeline, TimelineSpec
from race.ui.present.kept import saves
from race.ui.present.kept.months import marks
from race.ui.screens.game import Game, Shelf
from race.ui.screens.past import dressed
from race.ui.screens.screen import Desk, Wish
from race.ui.screens.seat.onlooker import Onlooker

PACE = 1_200
"""Milliseconds a month is shown while they run."""


class Replay(Onlooker):
    """The months of a game that has been played."""

    def __init__(
        self,
        desk: Desk,
        shelf: Shelf,
        session: Session,
        month: int | None = None,
        *,
        source: Path | None = None,
    ) -> None:
        """Show a game in a month, its last one without; `source` is the save it comes from, if any."""
        self.tape = Tape(session)
        self.source = source
        self.whole = session
        self.held = glance_of(session)
        self.at = self.tape.last if month is None else max(self.tape.first, min(month, self.tape.last))
        super().__init__(desk, Game(self.tape.at(self.at), shelf))
        self.stage.focus_on("line")
        self.stage.by_keys = False
        self.stage.replace(self.stage.controls)

    @override
    def orders_of(self) -> tuple[Session, int]:
        return self.whole, self.game.session.month  # the month that is shown has not ended in its own game

    # -- placing ----------------------------------------------------------------------------------

    def _parts(self, place: Rect) -> dict[str, Rect]:
        theme = self.desk.theme
        words, rest = place.cut_left(round(place.w * 0.15), theme.px(10))
        go, rest = rest.cut_right(round(place.w * (0.28 if theme.large else 0.21)), theme.px(14))
        side = max(28, theme.px(34))
        found = {"words": words, "go": go.middle(go.w, max(30, theme.px(42)))}
        for name in ("earlier", "play", "later"):
            spot, rest = rest.cut_left(side, theme.px(4))
            found[name] = spot.middle(side, side)
        found["line"] = rest.cut_left(theme.px(10))[1].pad(0, theme.px(4))
        return found

    @override
    def strip_controls(self, place: Rect) -> Sequence[Widget]:
        theme, where = self.desk.theme, self._parts(place)
        stops = dressed.stops(marks(self.held.moments), theme.palette)
        end = max(self.held.last, self.held.length)
        first, last = self.at <= self.tape.first, self.at >= self.tape.last
        shown = _("Stop") if self.playing else _("Run the months (Space)")
        specs = (
            ("earlier", "chevron_left", _("A month earlier (←)"), not first, _("This is the first month.")),
            ("play", "pause" if self.playing else "play", shown, not last, _("This is the last month.")),
            ("later", "chevron_right", _("A month later (→)"), not last, _("This is the last month.")),
        )
        found: list[Widget] = [
            Button(key, where[key], theme, ButtonSpec("", icon=icon, tip=tip, enabled=enabled, why_not=why))
            for key, icon, tip, enabled, why in specs
        ]
        over = self.game.session.ending is not None
        why = _("The game is over here; choose an earlier month.")
        go = ButtonSpec(_("Play on from here"), "primary", key="Enter", enabled=not over, why_not=why)
        return [
            *found,
            Timeline("line", where["line"], theme, TimelineSpec(stops, self.at, end)),
            Button("go", where["go"], theme, go),
        ]

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme, palette = self.desk.theme, self.desk.theme.palette
        place = self._parts(self.strip().pad(theme.px(16), 0))["words"]
        high = text.line_height(theme, BODY_BOLD) + text.line_height(theme, SECONDARY)
        top, low = place.middle(place.w, high).cut_top(text.line_height(theme, BODY_BOLD))
        text.put(surface, theme, top, capital(date(self.at)), BODY_BOLD)
        text.put(surface, theme, low, saves.month_told(self.held, self.at), SECONDARY, colour=palette.text2)

    # -- months -----------------------------------------------------------------------------------

    def go_to(self, month: int) -> None:
        """Show another month of the game."""
        month = max(self.tape.first, min(month, self.tape.last))
        session = self.tape.at(month)
        if self.tape.differs is not None and session.month < month < self.tape.last:
            self.desk.tell(
                _("Other rules were played: months after {date} cannot be shown.").format(
                    date=date(session.month)
                ),
                "warning",
            )
            month, self.playing = session.month, False
        step = month == self.at + 1
        self.at = month
        self.show_session(session, wave=step)

    @override
    def tick(self) -> bool:
        if self.playing and self.desk.now >= self.due:
            self.due = self.desk.now + PACE
            self.playing = self.at + 1 < self.tape.last
            self.go_to(self.at + 1)
            self.desk.play("month")
            return True
        if not self.tape.full:
            self.tape.wind()  # so that the line answers at once when it is dragged
        return False

    @override
    def wait(self) -> int | None:
        usual = super().wait()
        return usual if self.tape.full else min(5, usual or 0)

    # -- acting -----------------------------------------------------------------------------------

    @override
    def take(self, action: Action) -> Wish | None:
        name = action.subject if action.name == "press" else action.name
        match name:
            case "set":
                self._walk(int(action.value or 0))
            case "left" | "earlier" | "page_up":
                self._walk(self.at - 1)
            case "right" | "later" | "page_down":
                self._walk(self.at + 1)
            case "first" | "last":
                self._walk(self.tape.first if name == "first" else self.tape.last)
            case "play" | "run_on" | "":
                self._run()
            case "go" | "confirm":
                return self.play_on()
            case "cancel" | "menu" | "rewind":
                return Wish("close")
            case _:
                return super().take(action)
        return None

    def _walk(self, month: int) -> None:
        self.playing = False
        if month != self.at:
            self.go_to(month)

    def _run(self) -> None:
        self.playing = not self.playing and self.at < self.tape.last
        self.due = self.desk.now
        self.lay()

    def play_on(self) -> Wish | None:
        """Take the seat in the month that is shown; the game that is left is kept."""
        if self.game.session.ending is not None:
            return None
        session = self.tape.resumed(self.at)
        if self.at < self.tape.last and (self.source is None or kind_of(self.source) == AUTO):
            self.game.shelf.slots.keep_line(self.whole)
        self.desk.play("press")
        return Wish("play_on", value=session)

    @override
    def leave(self) -> None:
        super().leave()
        self.playing = False
