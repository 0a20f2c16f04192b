"""Rolls what is higher than its room: whole bands, or a text by pixels, and a bar tells where one is."""

from collections.abc import Sequence
from typing import Final

import pygame
from typing_extensions import override

from race.ui.kit import paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, SMALLEST_TARGET, Ink, Theme
from race.ui.kit.widgets import Widget

_AWAY: Final = 20_000
"""How far beyond the view a band lies that is not seen, pixels: no window is so high."""


class Roll:
    """Bands under each other in a view; those that do not fit wait above and beneath it, in their order."""

    def __init__(self) -> None:
        """Start at the first band."""
        self.first = 0
        self.last = 0
        """First band that is not seen any more."""
        self.view = Rect(0, 0, 0, 0)
        self._heights: tuple[int, ...] = ()
        self._gap = 0

    @property
    def over(self) -> bool:
        """Tell whether some band is out of view."""
        return (self.first, self.last) != (0, len(self._heights))

    def lay(self, theme: Theme, view: Rect, heights: Sequence[int], gap: int) -> list[Rect]:
        """Return the place of each band, top first.

        Args:
            theme: scale.
            view: what can be seen, in window pixels.
            heights: of the bands, pixels; one higher than the view is cut to it.
            gap: pixels between two bands.
        """
        self.view, self._gap = view, gap
        self._heights = tuple(min(high, view.h) for high in heights)
        self.first = max(0, min(self.first, self._furthest()))
        self.last = self.first + self._fitting(self.first)
        wide = view.w - (_bar_wide(theme) + theme.px(8) if self.over else 0)
        tops = [sum(self._heights[:place]) + gap * place for place in range(len(self._heights))]
        found = []
        for place, (top, high) in enumerate(zip(tops, self._heights, strict=True)):
            away = -_AWAY if place < self.first else _AWAY if place >= self.last else 0
            found.append(Rect(view.x, view.y + top - tops[self.first] + away, wide, high))
        return found

    def _fitting(self, first: int) -> int:
        """Return how many whole bands fit from one on."""
        used = count = 0
        for high in self._heights[first:]:
            used += high + (self._gap if count else 0)
            if used > self.view.h:
                break
            count += 1
        return count

    def _furthest(self) -> int:
        """Return the first band of the view at the end."""
        return next(
            (
                place
                for place in range(len(self._heights))
                if place + self._fitting(place) == len(self._heights)
            ),
            0,
        )

    def move(self, bands: int) -> None:
        """Roll by so many bands, down when positive."""
        self.first = max(0, min(self.first + bands, self._furthest()))

    def reveal(self, place: Rect) -> bool:
        """Roll until what lies at a place out of view is in it; tell whether anything moved."""
        before = self.first
        if place.y < self.view.y - _AWAY // 2:
            self.move(-1)
        elif place.y > self.view.bottom + _AWAY // 2:
            self.move(1)
        return self.first != before

    def hides(self, place: Rect) -> bool:
        """Tell whether a place is out of view."""
        return self.over and abs(place.y - self.view.y) > _AWAY // 2

    def bar(self, theme: Theme) -> list[Widget]:
        """Return the bar, when there is something to roll."""
        return [RollBar(theme, self)] if self.over else []

    def shares(self) -> tuple[float, float]:
        """Return where the view starts and ends, as shares of all bands."""
        every = max(1, sum(self._heights))
        return sum(self._heights[: self.first]) / every, sum(self._heights[: self.last]) / every


def _bar_wide(theme: Theme) -> int:
    return max(SMALLEST_TARGET, theme.px(16))


class RollBar(Widget):
    """The bar beside the bands: a click above or under the thumb, or an arrow, asks for "roll"."""

    def __init__(self, theme: Theme, roll: Roll) -> None:
        """Place the bar at the right of the view."""
        super().__init__("roll", roll.view.cut_right(_bar_wide(theme))[0], theme)
        self.roll = roll

    @override
    def chosen(self) -> Action | None:
        """Roll towards where the mouse is."""
        start, end = self.roll.shares()
        spot = (self._spot[1] - self.rect.y) / max(1, self.rect.h)
        return Action("roll", self.name, -1 if spot < (start + end) / 2 else 1)

    @override
    def act(self, action: Action) -> Action | None:
        steps = {"up": -1, "down": 1}
        return Action("roll", self.name, steps[action.name]) if action.name in steps else None

    @override
    def draw(self, surface: pygame.Surface) -> None:
        theme, palette = self.theme, self.theme.palette
        track = self.rect.middle(theme.px(8), self.rect.h)
        inks = (palette.inset, palette.tip_line if self.hovered else palette.strong)
        paint.scroll_bar(surface, track, self.roll.shares(), inks)
        self.ring(surface, theme.px(6))


class Scrolled(Widget):
    """A text that may be longer than its place: wheel and keys scroll it, and ask `Action("read", name)`."""

    def __init__(self, name: str, rect: Rect, theme: Theme, inner: Rect) -> None:
        """Place the widget; `inner` is where the text shows."""
        super().__init__(name, rect, theme)
        self.inner = inner
        self.first = 0
        """How far the view lies below the top, pixels."""

    def height(self) -> int:
        """Return how high the whole text is, pixels."""
        return 0

    def scroll(self, pixels: int) -> None:
        """Move the view down, or up below zero, never past the ends."""
        self.first = max(0, min(self.first + pixels, self.height() - self.inner.h))

    @override
    def handle(self, event: pygame.event.Event) -> Action | None:
        if event.type == pygame.MOUSEWHEEL:
            self.scroll(-event.y * 3 * text.line_height(self.theme, BODY))
            return Action("read", self.name)
        return super().handle(event)

    @override
    def act(self, action: Action) -> Action | None:
        step = 2 * text.line_height(self.theme, BODY)
        moves = {"up": -step, "down": step, "page_up": -self.inner.h, "page_down": self.inner.h}
        moves |= {"first": -self.height(), "last": self.height()}
        if action.name not in moves:
            return None
        self.scroll(moves[action.name])
        return Action("read", self.name)

    def draw_bar(self, surface: pygame.Surface, track: Ink) -> None:
        """Draw where the view is, in a track of a colour, when there is more than it shows."""
        every = self.height()
        if every > self.inner.h:
            view = (self.first / every, (self.first + self.inner.h) / every)
            place = self.inner.cut_right(self.theme.px(4))[0]
            paint.scroll_bar(surface, place, view, (track, self.theme.palette.strong))
