"""A game's months on a line with what happened in them; one of them is chosen."""

from dataclasses import dataclass, replace
from itertools import pairwise

import pygame
from typing_extensions import override

from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import LABEL, LABEL_BOLD, Ink, Theme
from race.ui.kit.widgets import Tip, Widget


@dataclass(frozen=True, slots=True)
class Stop:
    """One month: its number, its short date, its tooltip, its sign; a labelled one always shows its date."""

    month: int
    label: str
    tip: str
    icon: str = ""
    ink: Ink | None = None
    labelled: bool = False


@dataclass(frozen=True, slots=True)
class TimelineSpec:
    """The months there are, the one that is chosen, and the last month of the whole game."""

    stops: tuple[Stop, ...]
    at: int
    end: int


class Timeline(Widget):
    """Changed by click, drag, wheel or ← →: asks `Action("set", name, month)`."""

    follows_mouse = True

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: TimelineSpec) -> None:
        """Place the line."""
        super().__init__(name, rect, theme)
        self.spec = spec

    def track(self) -> Rect:
        """Return the line's place."""
        theme = self.theme
        inner = self.rect.pad(theme.px(10), 0)
        high = text.line_height(theme, LABEL)
        room = inner.cut_bottom(high, theme.px(4))[1]
        return Rect(inner.x, room.bottom - theme.px(11), inner.w, theme.px(6))

    def x_of(self, month: int) -> int:
        """Return the column of a month, window pixels."""
        track, first = self.track(), self.spec.stops[0].month
        return track.x + round(track.w * (month - first) / max(1, self.spec.end - first))

    def month_at(self, x: int) -> int:
        """Return the month nearest to a column, one of those there are."""
        track, stops = self.track(), self.spec.stops
        share = (x - track.x) / max(1, track.w)
        wanted = stops[0].month + round(share * (self.spec.end - stops[0].month))
        return max(stops[0].month, min(stops[-1].month, wanted))

    def signs(self) -> list[tuple[Stop, tuple[int, int], int]]:
        """Return the months with a sign, its middle and its size: in two rows where they are too close."""
        theme, track = self.theme, self.track()
        marked = [(stop, self.x_of(stop.month)) for stop in self.spec.stops if stop.icon]
        size, low = theme.px(11), track.y - theme.px(10)
        nearest = min(
            (second - first for (_one, first), (_other, second) in pairwise(marked)), default=size + 1
        )
        two = min(size, (track.y - self.rect.y - theme.px(4)) // 2)
        if nearest > min(size, two):  # one row, perhaps of smaller signs
            return [(stop, (x, low), min(size, nearest - 1)) for stop, x in marked]
        size, last, found = two, -two, list[tuple[Stop, tuple[int, int], int]]()
        low = track.y - theme.px(3) - size // 2
        for stop, x in marked:
            free = x - last > size
            last = x if free else last
            found.append((stop, (x, low if free else low - size - 1), size))
        return found

    @property
    @override
    def tip(self) -> Tip | None:
        month = self.spec.at if self.focused else self.month_at(self._spot[0])
        return next((stop.tip for stop in self.spec.stops if stop.month == month), None)

    def _go(self, month: int) -> Action | None:
        stops = self.spec.stops
        new = max(stops[0].month, min(stops[-1].month, month))
        if new == self.spec.at:
            return None
        self.spec = replace(self.spec, at=new)
        return Action("set", self.name, new)

    @override
    def handle(self, event: pygame.event.Event) -> Action | None:
        if event.type == pygame.MOUSEWHEEL:
            return self._go(self.spec.at + (1 if event.y < 0 else -1))
        self._spot = getattr(event, "pos", self._spot)
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            self.pressed = True
            return self._go(self.month_at(event.pos[0]))
        if event.type == pygame.MOUSEMOTION and self.pressed:
            return self._go(self.month_at(event.pos[0]))
        if event.type == pygame.MOUSEBUTTONUP:
            self.pressed = False
        return None

    @override
    def act(self, action: Action) -> Action | None:
        at, stops = self.spec.at, self.spec.stops
        places = {
            "left": at - 1,
            "right": at + 1,
            "page_up": at - 6,
            "page_down": at + 6,
            "first": stops[0].month,
            "last": stops[-1].month,
        }
        if action.name not in places:
            return None
        return self._go(places[action.name]) or Action("read", self.name, at)

    @override
    def draw(self, surface: pygame.Surface) -> None:
        theme, palette, spec = self.theme, self.theme.palette, self.spec
        track = self.track()
        paint.box(surface, track, palette.line, radius=track.h // 2)
        reach = max(track.h, self.x_of(spec.stops[-1].month) - track.x)
        paint.box(surface, Rect(track.x, track.y, reach, track.h), palette.strong, radius=track.h // 2)
        gone = max(track.h, self.x_of(spec.at) - track.x)
        paint.box(surface, Rect(track.x, track.y, gone, track.h), palette.lab, radius=track.h // 2)
        for stop, spot, size in self.signs():
            icons.put(surface, stop.icon, spot, size, stop.ink or palette.text2)
        knob = (self.x_of(spec.at), track.centre[1])
        icons.marked(surface, "circle", knob, theme.px(15), (palette.text, palette.panel))
        self._draw_labels(surface)
        self.ring(surface, theme.px(6))

    def _draw_labels(self, surface: pygame.Surface) -> None:
        """Write the chosen month under the knob, and the others' labels where there is room."""
        theme, palette, spec = self.theme, self.theme.palette, self.spec
        row = self.rect.cut_bottom(text.line_height(theme, LABEL))[0]
        taken: list[Rect] = []
        stops = sorted(spec.stops, key=lambda stop: stop.month != spec.at)
        for stop in stops:
            chosen = stop.month == spec.at
            kind = LABEL_BOLD if chosen else LABEL
            if not (stop.labelled or chosen):
                continue
            wide = text.width(theme, stop.label, kind)
            place = Rect(self.x_of(stop.month) - wide // 2, row.y, wide, row.h).clamp(row)
            if any(place.pad(-theme.px(6), 0).meets(other) for other in taken):
                continue
            taken.append(place)
            colour = palette.text if chosen else palette.text3
            text.put(surface, theme, place, stop.label, kind, colour=colour)
