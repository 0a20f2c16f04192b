"""Lines that lead from a name to what it names: where they start, and what they run through."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import pygame

from race.ui.kit.layout import Rect

Spot = tuple[int, int]
_STEPS = 8
"""Points of a line that are looked at."""


@dataclass(frozen=True, slots=True)
class Arc:
    """The ring of seats that no line should run through: its middle and its radius, window pixels."""

    floor: Spot
    outer: float

    def meets(self, foot: Spot, tip: Spot) -> bool:
        """Tell whether a line runs through the ring before its end."""
        (x, y), (dx, dy) = foot, (tip[0] - foot[0], tip[1] - foot[1])
        spots = [(x + dx * n / _STEPS, y + dy * n / _STEPS) for n in range(_STEPS)]
        return any(math.dist(spot, self.floor) < self.outer for spot in spots)


def _crossed(foot: Spot, tip: Spot, others: Sequence[Rect], arc: Arc) -> int:
    """Return how many names a line runs behind; through the seats is as bad as behind two."""
    inks = [pygame.Rect(place.x, place.y + 1, place.w, max(1, place.h - 2)) for place in others]
    return sum(bool(ink.clipline(foot, tip)) for ink in inks) + 2 * arc.meets(foot, tip)


def foot_of(place: Rect, tip: Spot, others: Sequence[Rect], arc: Arc) -> Spot:
    """Return where the leader of a name starts: nearest to its tip, or at an end where that keeps it free.

    Args:
        place: the name, in window pixels.
        tip: the point that the leader goes to.
        others: the other names, behind which it should not run.
        arc: the ring of seats, through which it should not run.
    """
    edge = place.bottom if tip[1] > place.bottom else place.y
    nearest = min(max(tip[0], place.x + 4), place.right - 4)
    feet = [(x, edge) for x in (nearest, place.right - 4, place.x + 4)]
    return min(feet, key=lambda foot: _crossed(foot, tip, others, arc))


def crossings(names: Sequence[tuple[object, Rect, Spot | None]], arc: Arc) -> int:
    """Return how often a leader runs behind a name that is not its own, or through the ring."""
    found = 0
    for _named, place, tip in names:
        if tip is not None:
            others = [other for _, other, _ in names if other is not place]
            found += _crossed(foot_of(place, tip, others, arc), tip, others, arc)
    return found


def disorder(stand: Sequence[tuple[float, Rect]]) -> int:
    """Return how many pairs of names, one over the other, stand against the order of the rest.

    Names that rise as their wedges do are in order, and so are stairs, where all fall as their wedges rise.

    Args:
        stand: for each name its wedge's angle in radians from the right end, and its place in window pixels.
    """
    found = 0
    for right in (True, False):
        side = [(math.sin(turn), place) for turn, place in stand if (math.cos(turn) > 0) == right]
        pairs = [
            (high < low) != (box.y > other.y)
            for (high, box), (low, other) in combinations(side, 2)
            if box.x < other.right and other.x < box.right
        ]
        found += min(sum(pairs), len(pairs) - sum(pairs))
    return found
