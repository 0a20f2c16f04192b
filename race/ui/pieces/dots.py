"""Draws the hall's dots: whose a pixel is, is worked out once; a new opinion only colours it anew."""

import functools
from typing import cast

import numpy as np
import numpy.typing as npt
import pygame

from race.ui.kit import paint
from race.ui.kit.theme import trust_ink
from race.ui.pieces.seats import Floats, Seating

SHADES = 48
"""Steps of the trust ramp that can be told apart."""
_PART = 0.78
"""Width of a dot as a share of the distance between neighbours."""
Whole = npt.NDArray[np.int64]


@functools.lru_cache(maxsize=64)
def _coverage(quarters: int, part: tuple[int, int]) -> npt.NDArray[np.uint8]:
    """Return how far a dot covers each pixel, 0 to 255, shape (columns, rows).

    The dot is `quarters` quarter-pixels wide, its corner moved by `part` quarter-pixels (0 to 3).
    """
    side = (quarters + 3) // 4 + 1
    large = paint.blank(side * paint.FINE, side * paint.FINE)
    centre = (quarters / 2 + part[0], quarters / 2 + part[1])
    pygame.draw.circle(large, (0, 0, 0, 255), centre, quarters / 2)
    return pygame.surfarray.array_alpha(paint.reduce_by(large, paint.FINE))


class Dots:
    """The dots of one seating as a picture; the last opinion it was coloured for is kept."""

    def __init__(self, seating: Seating) -> None:
        """Find every dot's pixels; where two share one, the dot that covers more of it has it."""
        quarters = max(8, round(seating.dot * _PART * 4))
        side = (quarters + 3) // 4 + 1
        reach = int(np.hypot(seating.x, seating.y).max(initial=0.0)) + side + 1
        self.centre = (reach, reach)
        """Where the middle of the hall's floor lies in the picture."""
        self.picture = paint.blank(2 * reach, reach + side + 1)
        across = np.rint((reach + seating.x) * 4 - quarters / 2).astype(int)
        along = np.rint((reach - seating.y) * 4 - quarters / 2).astype(int)
        columns, rows, owners, alphas = _pixels(quarters, across, along)
        order = np.lexsort((-alphas, rows * self.picture.get_width() + columns))
        new = np.diff(rows[order], prepend=-1) | np.diff(columns[order], prepend=-1)
        mine = order[new != 0]
        self._pixels = rows[mine] * (self.picture.get_pitch() // 4) + columns[mine]
        self._owners = owners[mine]
        self._alphas = alphas[mine].astype(np.uint32) << self.picture.get_shifts()[3]
        inks = [trust_ink(step / (SHADES - 1)) for step in range(SHADES)]
        self._inks = np.array([self.picture.map_rgb((*ink, 0)) for ink in inks], dtype=np.uint32)
        self._levels: Whole = np.zeros(0, dtype=int)

    def coloured(self, values: Floats) -> pygame.Surface:
        """Return the picture with each dot in the colour of its trust; it is lent until the next call.

        Args:
            values: trust 0 to 1 of each dot, shape (dots,).
        """
        levels = np.clip(np.rint(values * (SHADES - 1)), 0, SHADES - 1).astype(int)
        if not np.array_equal(levels, self._levels):
            self._levels = levels
            shown = np.frombuffer(cast("memoryview", self.picture.get_buffer()), dtype=np.uint32)
            shown[self._pixels] = self._alphas | self._inks[levels][self._owners]
        return self.picture


def _pixels(quarters: int, across: Whole, along: Whole) -> tuple[Whole, Whole, Whole, Whole]:
    """Return column, row, dot and coverage of every pixel that a dot touches; corners in quarter-pixels."""
    found = []
    for right in range(4):
        for down in range(4):
            dots = np.flatnonzero((across % 4 == right) & (along % 4 == down))
            cover = _coverage(quarters, (right, down))
            x, y = np.nonzero(cover)
            found.append(
                (
                    (across[dots, None] // 4 + x).ravel(),
                    (along[dots, None] // 4 + y).ravel(),
                    np.repeat(dots, len(x)),
                    np.tile(cover[x, y].astype(int), len(dots)),
                )
            )
    columns, rows, owners, alphas = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return columns, rows, owners, alphas


@functools.lru_cache(maxsize=8)
def _dots(seating: Seating) -> Dots:
    return Dots(seating)


def draw_seats(surface: pygame.Surface, seating: Seating, values: Floats, centre: tuple[int, int]) -> None:
    """Draw all dots around the centre of the hall's floor.

    Args:
        surface: where to draw.
        seating: places.
        values: trust 0 to 1 of each dot, shape (dots,).
        centre: middle of the floor line, window pixels.
    """
    dots = _dots(seating)
    picture = dots.coloured(values)
    surface.blit(picture, (centre[0] - dots.centre[0], centre[1] - dots.centre[1]))
