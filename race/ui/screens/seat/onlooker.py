"""The table for an onlooker: everything can be opened, nothing ordered; a strip beneath runs the months."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pygame
from typing_extensions import override

from race.core.commands import Command
from race.session.session import Session
from race.speech import _
from race.ui.kit import paint, text
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListBox, ListSpec
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY_BOLD, SECONDARY, SECTION, Theme
from race.ui.kit.widgets import Label, LabelSpec, Row, Widget
from race.ui.present import owners
from race.ui.present.seat.players import ordered
from race.ui.screens.game import Game
from race.ui.screens.screen import Desk, Screen, Wish
from race.ui.screens.table.main import MainScreen

_HANDS_OFF = ("end", "orders", "run_on", "undo", "redo", "quick_save", "routine", "save_as")
"""What an onlooker cannot do, by key or by button."""


class Onlooker(MainScreen):
    """The table over a strip; what the strip holds is the subclasses' matter."""

    ordering = False

    def __init__(self, desk: Desk, game: Game) -> None:
        """Look at a game."""
        self.playing = False
        self.due = 0
        """When the next month is shown, while they run by themselves."""
        super().__init__(desk, game)

    # -- placing ----------------------------------------------------------------------------------

    def strip(self) -> Rect:
        """Return the place of the strip, at the foot of the window."""
        theme = self.desk.theme
        words = text.line_height(theme, BODY_BOLD) + text.line_height(theme, SECONDARY)
        high = max(theme.px(60), words + theme.px(14), theme.row + theme.px(12))
        return self.desk.area.cut_bottom(high)[0]

    @contextmanager
    def _above(self) -> Iterator[None]:
        """Lay and paint the table in what the strip leaves of the window."""
        whole, strip = self.desk, self.strip()
        size = (whole.size[0], whole.size[1] - strip.h)
        k = Theme.for_window(*size, text_scale=whole.theme.text_scale).k
        k = whole.theme.k if whole.theme.text_scale > 1.0 else k  # who asks for larger text gets it
        self.desk = replace(whole, size=size, theme=replace(whole.theme, k=min(k, whole.theme.k)))
        try:
            yield
        finally:
            self.desk = whole

    @override
    def lay(self) -> None:
        with self._above():
            super().lay()
        self.stage.replace(
            [*self.stage.controls, *self.strip_controls(self.strip().pad(self.desk.theme.px(16), 0))]
        )

    def strip_controls(self, place: Rect) -> Sequence[Widget]:
        """Return the controls of the strip."""
        raise NotImplementedError

    @override
    def _month(self) -> list[Widget]:
        theme, palette = self.desk.theme, self.desk.theme.palette
        head, rest = self.inner(self.where.month, 8).cut_top(max(28, theme.px(26)), theme.px(6))
        game, listed_month = self.orders_of()
        now = listed_month >= self.game.session.month
        title = _("Ordered this month") if now else _("Ordered last month")
        told = ordered(game, listed_month)
        rows = tuple(
            Row(f"{place}", words, "chevron_right", palette.text3, tip=words)
            for place, words in enumerate(told)
        )
        listed = ListSpec(rows or (Row("none", _("Nothing."), faint=True),))
        return [
            Label("month", head, theme, LabelSpec(title, SECTION)),
            ListBox("month_list", rest, theme, listed),
        ]

    def orders_of(self) -> tuple[Session, int]:
        """Return the game whose journal holds the orders that are listed, and their month."""
        return self.game.session, self.game.session.month - 1

    # -- drawing ----------------------------------------------------------------------------------

    @override
    def paint(self, surface: pygame.Surface) -> None:
        paint.background(surface, self.desk.theme.palette)
        with self._above():
            super().paint(surface)
        strip, palette = self.strip(), self.desk.theme.palette
        paint.box(surface, strip, palette.panel)
        pygame.draw.line(surface, palette.strong, (strip.x, strip.y), (strip.right, strip.y))

    @override
    def ground(self) -> object:
        return self.stage.controls  # the strip is painted too

    # -- months -----------------------------------------------------------------------------------

    def show_session(self, session: Session, *, wave: bool) -> None:
        """Put another month of the game on the table; the wave runs when it is the next one."""
        self.game.before = owners.hall(self.game.session) if wave else None
        self.game.lookout.stop()
        self.game.session = session
        self.seen = None
        self.wave_from = self.desk.now if wave and self.desk.motion else None
        kept = [control for control in self.stage.controls if control.name not in ("news_list", "month_list")]
        self.stage.replace(kept)
        self.lay()

    def tick(self) -> bool:
        """Show the next month when it is due, and return whether anything shown has changed.

        Asked only while this screen is on top.
        """
        return False

    @override
    def wait(self) -> int | None:
        if self.tick():
            return 0  # nothing else may ever wake a window that would sleep over its last month
        usual = super().wait()
        if not self.playing:
            return usual
        left = max(0, self.due - self.desk.now)
        return left if usual is None else min(left, usual)

    @override
    def think_ahead(self, weighed: Command | None = None) -> None:
        if not self.playing:  # months that run by themselves have the machine
            super().think_ahead(weighed)

    # -- acting -----------------------------------------------------------------------------------

    @override
    def handle(self, event: pygame.event.Event) -> Wish | None:
        """Let arrows and Space run the months while no other control has the keys."""
        action = self.desk.keys.action_for(event)
        free = self.stage.focus in ("", "line")
        if action is not None and free and action.name in ("left", "right", "press"):
            return self.take(action)
        return super().handle(event)

    @override
    def _key(self, name: str) -> Wish | None:
        return None if name in _HANDS_OFF else super()._key(name)

    @override
    def _sheet(self, name: str) -> Screen | None:
        return None if name in _HANDS_OFF else super()._sheet(name)

    @override
    def _row(self, action: Action) -> Wish | None:
        return None if action.subject == "month_list" else super()._row(action)

    @override
    def leave(self) -> None:
        self.game.lookout.stop()
