"""Draws the shareholder hall: holders in a half circle coloured by trust, their count, the threshold."""

import math
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pygame
from typing_extensions import override

from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect, columns
from race.ui.kit.theme import BIG_FIGURE, BODY, LABEL, SECONDARY, TRUST_RAMP, Theme, Type, trust_ink
from race.ui.kit.widgets import Tip, Widget
from race.ui.pieces.dots import draw_seats
from race.ui.pieces.holders.leaders import Arc, crossings, disorder, foot_of
from race.ui.pieces.holders.rings import Mark, Ring, draw_rings, ring_at
from race.ui.pieces.seats import Floats, dot_of, dot_values, seat, wave_values

_UNDER_FLOOR = 4
_LOW_WEDGE = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """One kind of holder: key, name, its seats' trust 0 to 1 (shape (seats,)) now and before, tooltip.

    The order of the seats is the order of the network: neighbours in it sit beside each other.
    `figure` is the kind's own trust, already written; without it the hall's is shown beside the name.
    """

    key: str
    name: str
    trust: Floats
    tip: Tip | Callable[[], Tip] | None = None
    before: Floats | None = None
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Camp:
    """One part of the count bar: words with the number in, share of all seats, place on the trust ramp."""

    text: str
    share: float
    trust: float


@dataclass(frozen=True, slots=True)
class Threshold:
    """The scale under the hall, positions 0 to 1: value and limit with their words, perhaps a preview."""

    value: float
    limit: float
    text: str
    shown: str = ""
    preview: float | None = None
    preview_shown: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class HallSpec:
    """Everything the hall shows; `figure` is the weighted trust already written, `caption` what it is."""

    kinds: tuple[Kind, ...]
    figure: str
    caption: str
    camps: tuple[Camp, ...] = ()
    threshold: Threshold | None = None
    worst: str = field(default="")
    marks: tuple[Mark, ...] = ()
    chosen: str = ""
    """Key of the kind or of the mark that stands out."""


Named = tuple[Kind, Rect, tuple[int, int] | None]
"""A kind, the place of its name, and the point its leader goes to, if it needs one."""


class Hall(Widget):
    """The hall with figure, counts and threshold; a click or Enter asks `Action("open", name, kind)`."""

    follows_mouse = True

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: HallSpec) -> None:
        """Seat everybody in the place given."""
        super().__init__(name, rect, theme)
        self.spec = spec
        self.overhang = theme.px(6)  # names and counts stand at its very edge
        self.t = 1.0
        self._names: tuple[HallSpec | None, list[Named]] = (None, [])
        keys = [kind.key for kind in spec.kinds]
        self._chosen = keys.index(spec.chosen) if spec.chosen in keys else 0
        counts = tuple(len(kind.trust) for kind in spec.kinds)
        self.arena, self.count_bar, self.scale = self._cut()
        label = text.line_height(theme, LABEL)
        room = min(self.arena.w / 2 - theme.px(10), self.arena.h - 3 * label - theme.px(14))
        self.outer = max(20.0, room)
        spare = max(0, round(self.arena.h - self.outer - 3 * label) // 3)
        self.floor = (self.arena.centre[0], self.arena.bottom - label - theme.px(8) - spare)
        self.arc = Arc(self.floor, self.outer)
        self.seating = seat(counts, self.outer)
        self._new = self._values(before=False)
        self._old = self._values(before=True)
        self.rings = self._ringed()

    def _cut(self) -> tuple[Rect, Rect, Rect]:
        theme, rest = self.theme, self.rect
        line = text.line_height(theme, LABEL)
        scale, rest = rest.cut_bottom(2 * line + theme.px(18) if self.spec.threshold else 0)
        bar, rest = rest.cut_bottom(line + theme.px(16) if self.spec.camps else 0)
        return rest, bar, scale

    def _values(self, *, before: bool) -> Floats:
        kinds = self.spec.kinds
        parts = [kind.before if before and kind.before is not None else kind.trust for kind in kinds]
        return dot_values(self.seating, np.concatenate(parts) if parts else np.zeros(0))

    def kind_at(self, point: tuple[int, int]) -> Kind | None:
        """Return the kind of holder whose wedge lies under a point."""
        dx, dy = point[0] - self.floor[0], self.floor[1] - point[1]
        reach = math.hypot(dx, dy)
        if dy < -_UNDER_FLOOR or not self.outer * 0.38 <= reach <= self.outer * 1.06:
            return None
        angle = math.atan2(max(0, dy), dx)
        pairs = zip(self.spec.kinds, self.seating.wedges, strict=True)
        return next((kind for kind, wedge in pairs if wedge.start <= angle <= wedge.end), None)

    @property
    @override
    def tip(self) -> Tip | None:
        """Receipt of the wedge under the mouse, or of the one chosen with the keys."""
        mark = None if self.keyed() else self.mark_at(self._spot)
        if mark is not None:
            return mark.tip()
        kind = self.spec.kinds[self._chosen] if self.keyed() else self.kind_at(self._spot)
        tip = kind.tip if kind else None
        return tip() if callable(tip) else tip

    @override
    def chosen(self) -> Action | None:
        """Ask to open the hall at the wedge, or at the ringed holder under the mouse."""
        mark = None if self.focused else self.mark_at(self._spot)
        if mark is not None:
            return Action("open", self.name, mark.key)
        kind = self.spec.kinds[self._chosen] if self.focused else self.kind_at(self._spot)
        return Action("open", self.name, kind.key if kind else "")

    @override
    def act(self, action: Action) -> Action | None:
        """Walk from wedge to wedge with the arrows and read each, open one with Space or Enter."""
        steps = {"left": -1, "right": 1}
        if action.name in steps and self.spec.kinds:
            self._chosen = (self._chosen + steps[action.name]) % len(self.spec.kinds)
            key = self.spec.kinds[self._chosen].key
            return Action("read", self.name, key) if self.spec.marks else Action("explain", self.name)
        return super().act(action)

    @override
    def draw(self, surface: pygame.Surface) -> None:
        """Draw seats, names, figure, counts and threshold at wave time `t` (0 before, 1 after)."""
        if self.theme.reduced_motion:
            values = self._old + (self._new - self._old) * min(max(self.t, 0.0), 1.0)
        else:
            values = wave_values(self.seating, self._old, self._new, self.t)
        draw_seats(surface, self.seating, values, self.floor)
        self._draw_figure(surface)
        self._draw_names(surface)
        if self.rings:
            under = self.mark_at(self._spot) if self.hovered else None
            draw_rings(surface, self.theme, self.rings, under.key if under else self.spec.chosen, self.arena)
        if self.spec.camps:
            draw_camps(surface, self.theme, self.count_bar, self.spec.camps)
        if self.spec.threshold is not None:
            draw_threshold(surface, self.theme, self.scale, self.spec.threshold)
        self.ring(surface, self.theme.px(6))

    def _draw_figure(self, surface: pygame.Surface) -> None:
        theme, live = self.theme, self._live()
        figure = live.figure or self.spec.figure if live else self.spec.figure
        inner = round(self.outer * 0.40)
        size = Type(min(BIG_FIGURE.size, round(inner / theme.k * 0.78)), 600, "head")
        high, low = text.measure(theme, figure, size)[1], text.line_height(theme, SECONDARY)
        top = self.floor[1] - high - low + theme.px(12)
        place = Rect(self.floor[0] - inner, top, 2 * inner, high)
        text.put(surface, theme, place, figure, size, align="centre")
        under = Rect(place.x, place.bottom - theme.px(6), place.w, low)
        ink = theme.palette.text2
        caption = live.name if live else self.spec.caption
        kind = text.fit_type(theme, caption, (SECONDARY, LABEL), under.w)
        if text.width(theme, caption, kind) <= under.w:  # large text in a small hall: the figure alone
            text.put(surface, theme, under, caption, kind, colour=ink, align="centre")

    def _ringed(self) -> tuple[Ring, ...]:
        """Return the rings of the marked holders, where their dots lie."""
        found = []
        for mark in self.spec.marks:
            dot = dot_of(self.seating, mark.seat)
            x, y = float(self.seating.x[dot]), float(self.seating.y[dot])
            spot = round(self.floor[0] + x), round(self.floor[1] - y)
            found.append(Ring(mark, spot, float(self._new[dot])))
        return tuple(found)

    def mark_at(self, point: tuple[int, int]) -> Mark | None:
        """Return the ringed holder under a point."""
        return ring_at(self.theme, self.rings, point)

    def name_rects(self) -> list[Named]:
        """Return (kind, place, leader) of the wedges' names, all outside the ring and clear of each other.

        A name that had to move away has a leader: the point of the ring it belongs to. A name without room is
        left out; the figure's caption gives it when the mouse is there.
        """
        if self._names[0] is not self.spec:
            self._names = self.spec, self._placed()
        return self._names[1]

    def _placed(self) -> list[Named]:
        theme = self.theme
        pairs = [
            (kind, (wedge.start + wedge.end) / 2)
            for kind, wedge in zip(self.spec.kinds, self.seating.wedges, strict=True)
            if wedge.end > wedge.start
        ]
        low = [pair for pair in pairs if math.sin(pair[1]) < _LOW_WEDGE]
        placed = self._beneath([pair for pair in low if math.cos(pair[1]) > 0], right=True)
        placed += self._beneath([pair for pair in low if math.cos(pair[1]) <= 0], right=False)
        high_up = sorted((pair for pair in pairs if pair not in low), key=lambda pair: math.sin(pair[1]))
        # the lower a wedge lies, the lower its name; or as stairs that leave the leaders free at their side
        ways = [
            self._around(placed, high_up, 0),
            self._around(placed, high_up[::-1], theme.px(9)),
            *(self._around(placed, high_up[::-1], theme.px(step), climbing=True) for step in (14, 22)),
        ]
        turns = {id(kind): angle for kind, angle in high_up}

        def badness(names: list[Named]) -> tuple[int, int, int]:
            stand = [(turns[id(kind)], place) for kind, place, _ in names if id(kind) in turns]
            return -len(names), crossings(names, self.arc), disorder(stand)

        return min(ways, key=badness)

    def _around(
        self, beneath: list[Named], order: list[tuple[Kind, float]], stair: int, *, climbing: bool = False
    ) -> list[Named]:
        """Return the names with those of the higher wedges, placed in an order above and beside the ring.

        Each leaves `stair` pixels at its side to every one of the same side that follows; `climbing` puts
        each above those placed before that it would stand under.
        """
        theme, placed, high = self.theme, list(beneath), text.line_height(self.theme, LABEL)
        for index, (kind, angle) in enumerate(order):
            start = self._beside(angle, text.width(theme, kind.name, LABEL), high)
            right = math.cos(angle) > 0
            side = stair * sum((math.cos(other) > 0) == right for _kind, other in order[index + 1 :])
            left, end = self.arena.x + side, self.arena.right - side - start.w
            start = Rect(min(start.x, end) if right else max(start.x, left), start.y, start.w, start.h)
            boxes = [taken for _, taken, _ in placed]
            over = [box.y for box in boxes if climbing and box.x < start.right and start.x < box.right]
            top = min([start.y, *(y - high - 1 for y in over)])
            place = self._clear(Rect(start.x, top, start.w, high), boxes)
            if place is not None:
                far = start.y - place.y > theme.px(4)
                placed.append((kind, place, self._rim(angle, self.outer + theme.px(3)) if far else None))
        return placed

    def _beneath(self, low: list[tuple[Kind, float]], *, right: bool) -> list[Named]:
        """Return the names of the lowest wedges of one side, side by side under the floor.

        The lowest stands at the end. Where there are several, each has a leader to its inner edge, and the
        one that is warned of has its place first.
        """
        theme, high = self.theme, text.line_height(self.theme, LABEL)
        gap, room = theme.px(10), self.arena.w if right else self.arena.w // 3
        shown = []
        for kind, angle in sorted(low, key=lambda pair: pair[0].key != self.spec.worst):
            wide = text.width(theme, kind.name, LABEL)
            if wide <= room:
                room -= wide + gap
                shown.append((kind, angle, wide))
        placed = []
        at, y = self.arena.right if right else self.arena.x, self.floor[1] + theme.px(6)
        for kind, angle, wide in sorted(shown, key=lambda each: math.sin(each[1])):
            place = Rect(at - wide if right else at, y, wide, high).clamp(self.arena)
            at = place.x - gap if right else place.right + gap
            placed.append((kind, place, self._rim(angle, self.outer * 0.42) if len(shown) > 1 else None))
        return placed

    def _rim(self, angle: float, reach: float) -> tuple[int, int]:
        x, y = self.floor[0] + reach * math.cos(angle), self.floor[1] - reach * math.sin(angle)
        return round(x), round(y)

    def _beside(self, angle: float, wide: int, high: int) -> Rect:
        """Return the natural place of a name: just outside the ring."""
        reach = self.outer + self.theme.px(8)
        x = self.floor[0] + reach * math.cos(angle) - wide * (1 - math.cos(angle)) / 2
        y = self.floor[1] - reach * math.sin(angle) - high * (1 + math.sin(angle)) / 2
        return Rect(round(x), round(y), wide, high).clamp(self.arena)

    def _clear(self, place: Rect, taken: list[Rect]) -> Rect | None:
        """Move a name up until it touches neither the ring nor another name; None when nowhere."""
        gap = self.theme.px(4)
        while place.y >= self.arena.y:
            dx = max(place.x - self.floor[0], self.floor[0] - place.right, 0)
            free = math.hypot(dx, self.floor[1] - place.bottom) >= self.outer + gap
            if free and not any(place.pad(-gap, -1).meets(other) for other in taken):
                return place
            place = place.shift(0, -2)
        return None

    def _live(self) -> Kind | None:
        if self.keyed() and self.spec.kinds:
            return self.spec.kinds[self._chosen]
        return self.kind_at(self._spot) if self.hovered else None

    def _draw_names(self, surface: pygame.Surface) -> None:
        """Draw the leaders first, so that none runs through another name's words."""
        theme, palette, live = self.theme, self.theme.palette, self._live()
        rects = self.name_rects()
        for _kind, place, leader in rects:
            if leader is not None:
                foot = foot_of(
                    place, leader, [other for _, other, _ in rects if other is not place], self.arc
                )
                pygame.draw.aaline(surface, palette.strong, foot, leader)
        for kind, place, _leader in rects:
            ink = palette.bad if kind.key == self.spec.worst else palette.text3
            paint.box(surface, place.pad(0, 1), palette.panel)
            text.put(surface, theme, place, kind.name, LABEL, colour=palette.text if kind is live else ink)


def draw_camps(surface: pygame.Surface, theme: Theme, rect: Rect, camps: tuple[Camp, ...]) -> None:
    """Draw the count bar: parts by share, their words beneath, first at the left and last at the right."""
    bars, words = rect.cut_top(theme.px(8), theme.px(4))
    gap = theme.px(3)
    for camp, part in zip(camps, columns(bars, [camp.share for camp in camps], gap), strict=True):
        paint.box(surface, part, trust_ink(camp.trust), radius=2)
    aligns: tuple[text.Align, ...] = ("left", "centre", "right")
    widths = [text.width(theme, camp.text, SECONDARY) + theme.px(6) for camp in camps]
    for index, place in enumerate(columns(words, [float(width) for width in widths])):
        align = aligns[0 if index == 0 else 2 if index == len(camps) - 1 else 1]
        ink = theme.palette.text2
        text.put(surface, theme, place, camps[index].text, SECONDARY, colour=ink, align=align)


def draw_threshold(surface: pygame.Surface, theme: Theme, rect: Rect, scale: Threshold) -> None:
    """Draw the scale with the limit's tick, the present position and, hollow, the previewed one."""
    palette, line = theme.palette, text.line_height(theme, LABEL)
    track = Rect(rect.x, rect.y + line + theme.px(4), rect.w, theme.px(4))
    fill = TRUST_RAMP[-2]
    paint.bar(
        surface,
        track,
        scale.value,
        ((0x8F, 0xB4, 0xDA) if scale.value >= scale.limit else fill, palette.line),
    )
    y = track.centre[1]
    limit = track.x + round(track.w * scale.limit)
    tick = Rect(limit - 1, y - theme.px(7), max(2, theme.px(2)), theme.px(14))
    paint.box(surface, tick, palette.bad)
    icons.put(surface, "circle", (track.x + track.w * scale.value, y), theme.px(14), palette.text)
    shown, at, ink = scale.shown, scale.value, palette.text
    if scale.preview is not None:
        at, shown = scale.preview, scale.preview_shown
        if shown != scale.shown:  # what reads the same is neither good nor bad
            ink = palette.bad if scale.preview < scale.value else palette.good
        spot = (track.x + track.w * at, y)
        icons.marked(surface, "circle", spot, theme.px(12), (ink, palette.panel))
        icons.put(surface, "circle", spot, theme.px(7), palette.panel)
    wide = text.width(theme, shown, BODY)
    above = Rect(round(track.x + track.w * at) - wide // 2, rect.y - theme.px(2), wide, line)
    text.put(surface, theme, above.clamp(rect), shown, BODY, colour=ink)
    words = text.fit(theme, scale.text, SECONDARY, rect.w).shown
    wide = text.width(theme, words, SECONDARY)
    beneath = Rect(limit - wide // 2, y + theme.px(8), wide, line).clamp(rect)
    text.put(surface, theme, beneath, words, SECONDARY, colour=palette.bad)
