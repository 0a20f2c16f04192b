"""A month as a small picture: the hall by trust beside the race so far; the same at every size."""

import functools
from dataclasses import dataclass

import numpy as np
import pygame

from race.ui.kit import icons, paint
from race.ui.kit.layout import Rect
from race.ui.kit.theme import Ink, Theme
from race.ui.pieces.dots import draw_seats
from race.ui.pieces.seats import seat

_CROWD = 9
"""Dots of the smallest kind; the others have as many times more as their weight says."""
_RIPPLE = 0.05
"""How much neighbours differ, so that a wedge looks like people."""


@dataclass(frozen=True, slots=True)
class Line:
    """One lab's line: colour, marker, values by month (None for none), whether it is the founder's."""

    colour: Ink
    marker: str
    values: tuple[float | None, ...]
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Thumb:
    """What the picture shows: weight and trust (0-1) of each wedge, the lines, how far the game is (0-1)."""

    wedges: tuple[tuple[int, float], ...]
    lines: tuple[Line, ...]
    share: float


def draw_hall(surface: pygame.Surface, box: Rect, thumb: Thumb) -> int:
    """Draw the hall of a month in the middle of a box; return the row of its floor."""
    surface.blit(_hall(thumb.wedges, box.w, box.h), (box.x, box.y))
    return box.y + _floor(box.w, box.h)


def _floor(wide: int, high: int) -> int:
    return high - max(2, round((high - _radius(wide, high)) / 2))


def _radius(wide: int, high: int) -> float:
    return max(6.0, min(wide / 2 - 2, high - 4.0))


@functools.lru_cache(maxsize=128)
def _hall(wedges: tuple[tuple[int, float], ...], wide: int, high: int) -> pygame.Surface:
    outer = _radius(wide, high)
    dots = max(1, round((outer / 34) ** 2))
    counts = tuple(weight * _CROWD * dots for weight, _trust in wedges)
    seating = seat(counts, outer, max(2.0, outer / 34))
    values = np.concatenate(
        [
            np.full(wedge.last - wedge.first, trust)
            for wedge, (_weight, trust) in zip(seating.wedges, wedges, strict=True)
        ]
    )
    ripple = _RIPPLE * np.sin(seating.x / outer * 23) * np.cos(seating.y / outer * 17)
    image = paint.blank(wide, high)
    draw_seats(image, seating, np.clip(values + ripple, 0.0, 1.0), (wide // 2, _floor(wide, high)))
    return image


def draw_race(surface: pygame.Surface, theme: Theme, box: Rect, thumb: Thumb) -> None:
    """Draw the race so far on the inset ground: the founder's line strong, on the whole game's width."""
    if box.w > 0 and box.h > 0 and any(value is not None for line in thumb.lines for value in line.values):
        image = _race(thumb.lines, thumb.share, (box.w, box.h), (theme.k, theme.palette.inset))
        surface.blit(image, (box.x, box.y))


@functools.lru_cache(maxsize=16)
def _race(
    lines: tuple[Line, ...], share: float, size: tuple[int, int], look: tuple[float, Ink]
) -> pygame.Surface:
    """Draw all lines on one enlarged picture and reduce it once; `look` is the scale and the ground."""
    k, ground = look
    factor = paint.factor_for(*size)
    large = pygame.Surface((size[0] * factor, size[1] * factor))
    large.fill(ground)
    inner = Rect(0, 0, *size).pad(round(5 * k), round(6 * k))
    known = [value for line in lines for value in line.values if value is not None]
    low, span = min(known), max(max(known) - min(known), 1.0)
    reach = inner.w * max(0.12, min(1.0, share))
    ends = []
    for line in sorted(lines, key=lambda line: line.mine):
        last = max(1, len(line.values) - 1)
        points = [
            (inner.x + reach * place / last, inner.bottom - inner.h * (value - low) / span)
            for place, value in enumerate(line.values)
            if value is not None
        ]
        thick = max(1.0, (2.2 if line.mine else 1.2) * k)
        paint.stroke(large, [(x * factor, y * factor) for x, y in points], line.colour, thick * factor)
        ends += [(line, points[-1])] if points else []
    image = paint.reduce_by(large, factor)
    for line, spot in ends:
        icons.put(image, line.marker, spot, max(4, round((8 if line.mine else 6) * k)), line.colour)
    return image
