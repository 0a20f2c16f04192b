"""Draws your word on a calendar: a lane for promises, votes and claims, today as a line across them."""

from collections.abc import Mapping

import pygame
from typing_extensions import override

from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import LABEL, SMALLEST_TARGET, Ink, Theme, blend
from race.ui.kit.widgets import Tip, Widget, panel
from race.ui.present.rooms.pictured.calendar import Calendar, Mark

Look = tuple[str, Ink]
"""Marker and colour of a sign."""
_LATER = 9
"""How much brighter the ground is in the months that are still to come, of 255."""


class WordCalendar(Widget):
    """Asks `Action("select", name, key)` for the line of a mark; ← and → walk from mark to mark."""

    follows_mouse = True

    def __init__(
        self, name: str, rect: Rect, theme: Theme, spec: Calendar, looks: Mapping[str, Look]
    ) -> None:
        """Place lanes and marks; `looks` gives the marker and colour of a sign."""
        super().__init__(name, rect, theme)
        self.spec, self.looks = spec, looks
        self.picked = ""
        inner = rect.pad(theme.px(14), theme.px(10))
        words = max(text.width(theme, lane.title, LABEL) for lane in spec.lanes) + theme.px(16)
        foot, rest = inner.cut_bottom(text.line_height(theme, LABEL), theme.px(2))
        self.names, self.area = rest.cut_left(min(words, inner.w // 4))
        self.foot = Rect(self.area.x, foot.y, self.area.w, foot.h)
        self.marks = tuple(self._placed())

    @staticmethod
    def height(theme: Theme, _wide: int) -> int:
        """Return the height that three lanes and the axis need, whatever the width."""
        return (
            3 * max(SMALLEST_TARGET, theme.px(30))
            + text.line_height(theme, LABEL)
            + theme.px(2)
            + 2 * theme.px(10)
        )

    def _lanes(self) -> list[Rect]:
        high = self.area.h // max(1, len(self.spec.lanes))
        return [
            Rect(self.area.x, self.area.y + high * place, self.area.w, high)
            for place in range(len(self.spec.lanes))
        ]

    def x(self, month: int) -> int:
        """Return the column of a month."""
        span = max(1, self.spec.last - self.spec.first)
        side = self.theme.px(12)
        return self.area.x + side + round((self.area.w - 2 * side) * (month - self.spec.first) / span)

    def _placed(self) -> "list[tuple[Mark, Rect]]":
        """Return every mark with its place; those of one month stand beside each other."""
        found, size = list[tuple[Mark, Rect]](), self.theme.px(14)
        for lane, place in zip(self.spec.lanes, self._lanes(), strict=True):
            free = place.x
            for mark in lane.marks:
                x = max(self.x(mark.month) - size // 2, free)
                found.append((mark, Rect(x, place.centre[1] - size // 2, size, size)))
                free = x + size + self.theme.px(1)
        return found

    def _at(self, point: tuple[int, int]) -> Mark | None:
        """Return the mark nearest under a point."""
        room = self.theme.px(7)
        hits = [
            (abs(place.centre[0] - point[0]), index)
            for index, (_mark, place) in enumerate(self.marks)
            if place.pad(-room).holds(point)
        ]
        return self.marks[min(hits)[1]][0] if hits else None

    @property
    @override
    def tip(self) -> Tip | None:
        """What the mark under the mouse is, or the one the keys stand on."""
        if self.focused:
            return next(
                (mark.told for mark, _place in self.marks if mark.key and mark.key == self.picked), None
            )
        mark = self._at(self._spot)
        return mark.told if mark else None

    @override
    def chosen(self) -> Action | None:
        mark = self._at(self._spot)
        return Action("select", self.name, mark.key) if mark and mark.key else None

    @override
    def act(self, action: Action) -> Action | None:
        keys = [mark.key for mark, _place in self.marks if mark.key]
        step = {"left": -1, "right": 1}.get(action.name)
        if step is None or not keys:
            return None
        at = keys.index(self.picked) if self.picked in keys else -1 if step > 0 else 0
        self.picked = keys[(at + step) % len(keys)]
        return Action("select", self.name, self.picked)

    @override
    def draw(self, surface: pygame.Surface) -> None:
        theme, palette, spec = self.theme, self.theme.palette, self.spec
        panel(surface, theme, self.rect)
        for month, words in spec.labels:
            x = self.x(month)
            pygame.draw.line(surface, palette.line, (x, self.area.y), (x, self.area.bottom))
            wide = text.width(theme, words, LABEL)
            spot = Rect(min(x - wide // 2, self.foot.right - wide), self.foot.y, wide, self.foot.h)
            if abs(x - self.x(spec.now)) > theme.px(26):
                text.put(surface, theme, spot, words, LABEL, colour=palette.text3)
        now = self.x(spec.now)
        later = Rect(now, self.area.y, self.area.right - now, self.area.h)
        paint.veil(surface, later, palette.text, _LATER)
        for lane, place in zip(spec.lanes, self._lanes(), strict=True):
            title = Rect(self.names.x, place.y, self.names.w - theme.px(10), place.h)
            text.put(surface, theme, title, lane.title, LABEL, colour=palette.text2)
            y = place.centre[1]
            pygame.draw.line(surface, palette.strong, (self.area.x, y), (self.area.right, y))
        pygame.draw.line(surface, palette.text3, (now, self.area.y), (now, self.area.bottom))
        self._draw_marks(surface)
        self.ring(surface, theme.px(10))

    def _draw_marks(self, surface: pygame.Surface) -> None:
        theme, palette = self.theme, self.theme.palette
        lit = self._at(self._spot) if self.hovered else None
        for mark, place in self.marks:
            icon, ink = self.looks[mark.sign]
            if mark.since < mark.month:
                start = self.x(mark.since)
                line = Rect(
                    start, place.centre[1] - theme.px(1), place.centre[0] - start, max(2, theme.px(2))
                )
                paint.box(surface, line, ink)
        now = self.x(self.spec.now)
        for mark, place in self.marks:
            icon, ink = self.looks[mark.sign]
            live = mark is lit or bool(mark.key and mark.key == self.picked)
            ground = (
                palette.panel if place.centre[0] < now else blend(palette.panel, palette.text, _LATER / 255)
            )
            if live:
                ground = palette.strong
                paint.box(surface, place.pad(-theme.px(5)), ground, radius=theme.px(6))
            icons.marked(surface, mark.icon or icon, place.centre, place.w, (ink, ground))
