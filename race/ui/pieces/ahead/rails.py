"""Draws chances: a rail from never to always for each, a dot with the order and a ring without it."""

from dataclasses import dataclass

import pygame
from typing_extensions import override

from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect, rows
from race.ui.kit.theme import LABEL, SECONDARY, SECONDARY_BOLD, Ink, Theme
from race.ui.kit.widgets import Tip, Widget


@dataclass(frozen=True, slots=True)
class Rail:
    """One chance.

    Attributes:
        text: what may happen.
        shares: how often (0-1), with and without; only one when nothing is compared.
        shown: the same as written.
        change: the difference as written; empty for none.
        ink: colour of the difference.
        tip: words for the mouse.
    """

    text: str
    shares: tuple[float, ...]
    shown: tuple[str, ...]
    change: str
    ink: Ink
    tip: str = ""


@dataclass(frozen=True, slots=True)
class RailsSpec:
    """Chances under each other, with the heads of their columns: the plans and the difference."""

    rails: tuple[Rail, ...]
    heads: tuple[str, ...]


class Rails(Widget):
    """Shows chances; the mouse or ↑ ↓ reads what one of them means."""

    follows_mouse = True

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: RailsSpec) -> None:
        """Place the rails."""
        super().__init__(name, rect, theme)
        self.spec = spec
        self.read = 0
        self._spot = (-1, -1)

    @staticmethod
    def height(theme: Theme, rails: int) -> int:
        """Return the height that so many rails need."""
        return (rails + 1) * (text.line_height(theme, SECONDARY) + theme.px(4))

    def places(self) -> list[Rect]:
        """Return the place of the heads and of every rail."""
        return rows(self.rect, [1.0] * (len(self.spec.rails) + 1))

    @property
    @override
    def tip(self) -> Tip | None:
        if self.focused and self.spec.rails:
            return self.spec.rails[self.read % len(self.spec.rails)].tip or None
        pairs = zip(self.spec.rails, self.places()[1:], strict=True)
        return next((rail.tip or None for rail, place in pairs if place.holds(self._spot)), None)

    @override
    def handle(self, event: pygame.event.Event) -> Action | None:
        self._spot = getattr(event, "pos", self._spot)
        return None

    @override
    def act(self, action: Action) -> Action | None:
        steps = {"up": -1, "down": 1}
        if action.name in steps and self.spec.rails:
            self.read = (self.read + steps[action.name]) % len(self.spec.rails)
            return Action("explain", self.name)
        return None

    def _columns(self) -> tuple[int, tuple[int, ...], int]:
        """Return the widths of the words, of the shares and of the difference."""
        theme, spec = self.theme, self.spec
        words = max([text.width(theme, rail.text, SECONDARY) for rail in spec.rails] + [0])
        shares = tuple(
            max(
                [
                    text.width(theme, rail.shown[k], SECONDARY_BOLD)
                    for rail in spec.rails
                    if k < len(rail.shown)
                ]
                + [0]
            )
            for k in range(2)
        )
        heads = [text.width(theme, head, LABEL) for head in spec.heads]
        shares = tuple(max(wide, heads[k] if k < len(heads) else 0) for k, wide in enumerate(shares) if wide)
        change = max([text.width(theme, rail.change, SECONDARY_BOLD) for rail in spec.rails] + [0])
        if change and len(heads) > len(shares):
            change = max(change, heads[-1])
        return min(words, round(self.rect.w * 0.42)), shares, min(change, round(self.rect.w * 0.3))

    @override
    def draw(self, surface: pygame.Surface) -> None:
        if not self.spec.rails:
            return
        widths, places = self._columns(), self.places()
        self._draw_heads(surface, places[0], widths)
        for index, (rail, place) in enumerate(zip(self.spec.rails, places[1:], strict=True)):
            if (self.hovered and place.holds(self._spot)) or (self.focused and index == self.read):
                paint.box(surface, place, self.theme.palette.raised, radius=self.theme.px(5))
            self._draw_rail(surface, rail, place, widths)
        self.ring(surface, self.theme.px(6))

    def _cells(
        self, place: Rect, widths: tuple[int, tuple[int, ...], int]
    ) -> tuple[Rect, Rect, list[Rect], Rect]:
        theme = self.theme
        words, rest = place.pad(theme.px(4), 0).cut_left(widths[0], theme.px(14))
        change, rest = rest.cut_right(widths[2], theme.px(16) if widths[2] else 0)
        figures: list[Rect] = []
        for wide in reversed(widths[1]):
            cell, rest = rest.cut_right(wide, theme.px(14))
            figures.insert(0, cell)
        return words, rest, figures, change

    def _draw_heads(
        self, surface: pygame.Surface, place: Rect, widths: tuple[int, tuple[int, ...], int]
    ) -> None:
        theme, palette = self.theme, self.theme.palette
        _words, rail, figures, change = self._cells(place, widths)
        text.put(surface, theme, rail, "0", LABEL, colour=palette.text3)
        text.put(surface, theme, rail, "100 %", LABEL, colour=palette.text3, align="right")
        for head, cell in zip(self.spec.heads, [*figures, change], strict=False):
            text.put(surface, theme, cell, head, LABEL, colour=palette.text3, align="right")

    def _draw_rail(
        self, surface: pygame.Surface, rail: Rail, place: Rect, widths: tuple[int, tuple[int, ...], int]
    ) -> None:
        theme, palette = self.theme, self.theme.palette
        words, track, figures, change = self._cells(place, widths)
        text.put(surface, theme, words, rail.text, SECONDARY, colour=palette.text2)
        bed = track.middle(track.w, max(2, theme.px(3)))
        paint.box(surface, bed, palette.line, radius=bed.h // 2)
        side = theme.px(11)
        spots = [track.x + side / 2 + (track.w - side) * share for share in rail.shares]
        if len(spots) > 1 and abs(spots[0] - spots[1]) > 1:
            left, right = sorted(spots)
            part = Rect(round(left), bed.y, round(right - left), bed.h)
            paint.box(surface, part, rail.ink, radius=bed.h // 2)
        if len(spots) > 1:
            icons.put(surface, "circle", (spots[1], track.centre[1]), side, palette.text2)
            icons.put(surface, "circle", (spots[1], track.centre[1]), side - theme.px(4), palette.panel)
        if spots:
            icons.marked(surface, "circle", (spots[0], track.centre[1]), side, (palette.lab, palette.panel))
        for k, (cell, shown) in enumerate(zip(figures, rail.shown, strict=False)):
            kind, ink = (SECONDARY_BOLD, palette.text) if k == 0 else (SECONDARY, palette.text2)
            text.put(surface, theme, cell, shown, kind, colour=ink, align="right")
        text.put(surface, theme, change, rail.change, SECONDARY_BOLD, colour=rail.ink, align="right")
