"""Head figures: label, number, change with an arrow; the number opens its receipt; and a sparkline."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame
from typing_extensions import override

from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect, columns
from race.ui.kit.theme import (
    BODY_BOLD,
    FIGURE,
    LABEL,
    LABEL_BOLD,
    PANEL,
    SECONDARY,
    SECONDARY_BOLD,
    SECTION,
    Ink,
    Theme,
    Type,
)
from race.ui.kit.widgets import Tip, Widget

_KINDS: Final = (FIGURE, SECTION, BODY_BOLD, LABEL_BOLD)
"""Sizes of a head figure, the largest first."""
_ARROW: Final = 19
"""Room of the arrow beside a figure, with the gap before it."""
_NAMES: Final = (LABEL, Type(11), Type(10))
"""Sizes of a head figure's name, the largest first."""


@dataclass(frozen=True, slots=True)
class StatSpec:
    """One head figure; `up` gives the arrow of the change, `good` its colour; `tip` is its receipt."""

    label: str
    figure: str
    change: str = ""
    good: bool | None = None
    up: bool | None = None
    tip: Tip | None = None


class _Figure(Widget):
    """A figure that opens its receipt: a click, Space or Enter asks `Action("explain", name)`."""

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: StatSpec) -> None:
        """Place the figure."""
        super().__init__(name, rect, theme)
        self.spec = spec

    @property
    @override
    def tip(self) -> Tip | None:
        """Receipt of the number."""
        return self.spec.tip

    @override
    def chosen(self) -> Action | None:
        """Ask to open the receipt."""
        return Action("explain", self.name)


class Stat(_Figure):
    """Head figure: label above, figure and change beneath."""

    INSET: Final = 8
    """Room before the words, where the ground shows under the mouse."""

    @classmethod
    def whole(cls, theme: Theme, spec: StatSpec) -> int:
        """Return the width that label, figure, arrow and change need."""
        beside = text.width(theme, spec.change, SECONDARY) + theme.px(22) if spec.change else 0
        figure = text.width(theme, spec.figure, FIGURE) + beside
        return max(cls.least(theme, spec), figure + 2 * theme.px(cls.INSET))

    @classmethod
    def least(cls, theme: Theme, spec: StatSpec, name: Type = LABEL, size: Type = FIGURE) -> int:
        """Return the width that label, figure and arrow need; the receipt has the change, too."""
        arrow = theme.px(_ARROW) if spec.up is not None else 0
        figure = text.width(theme, spec.figure, size) + arrow
        return max(text.width(theme, spec.label, name), figure) + 2 * theme.px(cls.INSET)

    @override
    def draw(self, surface: pygame.Surface) -> None:
        theme, palette, spec = self.theme, self.theme.palette, self.spec
        if self.hovered or self.focused:
            paint.box(surface, self.rect, palette.raised, radius=theme.px(8))
        inner = self.rect.pad(theme.px(self.INSET), theme.px(4))
        top, low = inner.cut_top(text.line_height(theme, LABEL))
        name = text.fit_type(theme, spec.label, _NAMES, top.w)
        text.put(surface, theme, top, spec.label, name, colour=palette.text2)
        beside = text.width(theme, spec.change, SECONDARY) + theme.px(22) if spec.change else 0
        least = SECTION if theme.text_scale > 1.0 else _KINDS[-1]
        if text.width(theme, spec.figure, least) > low.w - beside:  # the change goes, the arrow stays
            beside = theme.px(_ARROW) if spec.up is not None else 0
        kind = text.fit_type(theme, spec.figure, _KINDS, low.w - beside)
        shown = text.put(surface, theme, low, spec.figure, kind).shown
        rest = low.cut_left(text.width(theme, shown, kind), theme.px(8))[1]
        ink = palette.text2 if spec.good is None else palette.good if spec.good else palette.bad
        if spec.up is not None and rest.w >= theme.px(9):
            sign, rest = rest.cut_left(theme.px(9), theme.px(4))
            icons.put(surface, "up" if spec.up else "down", sign.centre, theme.px(9), ink)
        if (
            text.width(theme, spec.change, SECONDARY) <= rest.w
        ):  # else the arrow alone; the receipt has the figure
            text.put(surface, theme, rest, spec.change, SECONDARY, colour=ink)
        self.ring(surface, theme.px(8))


def stat_places(theme: Theme, room: Rect, specs: Sequence[StatSpec]) -> list[Rect]:
    """Return the places of head figures: alike, but that one with much to say gets what others can spare."""
    gap = theme.px(2)
    needs = (
        [Stat.whole(theme, spec) for spec in specs],
        [Stat.least(theme, spec) for spec in specs],
        [Stat.least(theme, spec, _NAMES[-1], SECTION) for spec in specs],
    )
    shares = (_shared(room.w - gap * (len(specs) - 1), each) for each in needs)
    return columns(room, next((share for share in shares if share), [1.0] * len(specs)), gap)


def _shared(room: int, needs: Sequence[int]) -> list[float]:
    """Return a width shared out alike, but that whoever needs more has it; empty where it is too little."""
    share, large = room / max(1, len(needs)), set[int]()
    while sum(needs) <= room:
        more = {place for place, need in enumerate(needs) if need > share}
        if more == large:
            return [max(share, float(need)) for need in needs]
        large = more
        share = (room - sum(needs[place] for place in large)) / max(1, len(needs) - len(large))
    return []


class Rank(_Figure):
    """A place in the corner of a panel: figure above, label beneath; its tooltip says what it is good for."""

    @override
    def draw(self, surface: pygame.Surface) -> None:
        theme, palette, spec = self.theme, self.theme.palette, self.spec
        if self.hovered or self.focused:
            paint.box(surface, self.rect.pad(-theme.px(6), 0), palette.raised, radius=theme.px(6))
        first, second = self.rect.cut_top(theme.px(24))
        text.put(surface, theme, first, spec.figure, PANEL, align="right")
        kind = text.fit_type(theme, spec.label, (SECONDARY, LABEL), second.w)
        text.put(surface, theme, second, spec.label, kind, colour=palette.text3, align="right")
        self.ring(surface, theme.px(6))


class Small(_Figure):
    """A small figure in a panel, label above number."""

    @staticmethod
    def height(theme: Theme) -> int:
        """Return the height that both lines need, never less than a finger's."""
        return max(28, text.line_height(theme, LABEL) + text.line_height(theme, SECONDARY_BOLD))

    @override
    def draw(self, surface: pygame.Surface) -> None:
        theme, palette, spec = self.theme, self.theme.palette, self.spec
        if self.hovered or self.focused:
            paint.box(surface, self.rect, palette.raised, radius=theme.px(6))
        inner = self.rect.pad(theme.px(4), 0)
        top, low = inner.cut_top(text.line_height(theme, LABEL))
        text.put(surface, theme, top, spec.label, LABEL, colour=palette.text3)
        kind = text.fit_type(theme, spec.figure, (SECONDARY_BOLD, LABEL_BOLD, LABEL), low.w)
        shown = text.put(surface, theme, low, spec.figure, kind).shown
        rest = low.cut_left(text.width(theme, shown, kind), theme.px(5))[1]
        if spec.up is not None and rest.w >= theme.px(9):
            ink = palette.text2 if spec.good is None else palette.good if spec.good else palette.bad
            sign = rest.cut_left(theme.px(9))[0]
            icons.put(surface, "up" if spec.up else "down", sign.centre, theme.px(8), ink)
        self.ring(surface, theme.px(6))


def draw_spark(
    surface: pygame.Surface, theme: Theme, rect: Rect, values: Sequence[float], colour: Ink
) -> None:
    """Draw a small line of the last values with a dot on the newest; at least two values, any unit."""
    low, high = min(values), max(values)
    inner = rect.pad(theme.px(3), theme.px(4))
    points = [
        (
            inner.x + inner.w * place / max(1, len(values) - 1),
            inner.bottom - inner.h * ((value - low) / ((high - low) or 1.0)),
        )
        for place, value in enumerate(values)
    ]
    paint.polyline(surface, points, colour, max(1.5, 2 * theme.k))
    icons.put(surface, "circle", points[-1], theme.px(6), colour)
