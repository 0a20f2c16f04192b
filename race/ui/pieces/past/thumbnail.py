"""The hall of a month as a small picture, by trust; the same at every size."""

import functools
from dataclasses import dataclass

import numpy as np
import pygame

from race.ui.kit import paint
from race.ui.kit.layout import Rect
from race.ui.pieces.dots import draw_seats
from race.ui.pieces.seats import seat

_CROWD = 160
"""Dots of the smallest picture, about; each kind has its weight's part of them, and one at least."""
_RIPPLE = 0.05
"""How much neighbours differ, so that a wedge looks like people."""


@dataclass(frozen=True, slots=True)
class Thumb:
    """What the picture shows: weight and trust (0-1) of each wedge."""

    wedges: tuple[tuple[int, float], ...]


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
    whole = sum(weight for weight, _trust in wedges)
    counts = tuple(max(1, round(weight * _CROWD * dots / whole)) for weight, _trust in wedges)
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
