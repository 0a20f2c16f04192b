"""The lab's compute, split as somebody likes: four parts in points that always make a hundred."""

from collections.abc import Sequence
from typing import Final

from race.core import commands as c
from race.core.ids import PPM
from race.session.session import Session
from race.speech import _

Points = tuple[int, int, int, int]
"""Training, research, users, safety, per cent."""
OWN: Final = "train.own"
"""Key of the order that splits compute as the player has set it."""
PARTS: Final = ("training", "research", "serving", "safety")
READY: Final = {
    "training": (600_000, 150_000, 200_000, 50_000),
    "research": (350_000, 400_000, 200_000, 50_000),
    "serving": (300_000, 150_000, 500_000, 50_000),
    "safety": (400_000, 150_000, 250_000, 200_000),
}
"""The ready-made splits, ppm, by the part that comes first."""
_LEAST: Final = [min(parts) for parts in zip(*READY.values(), strict=True)]
"""What the ready-made splits leave each part at the least, ppm."""
WHOLE: Final = 100
STEP: Final = 5
POINT: Final = PPM // WHOLE
"""One point, ppm."""


def names() -> dict[str, str]:
    """Return what compute can be given to, in words."""
    words = (_("Training"), _("Research"), _("Users"), _("Safety"))
    return dict(zip(PARTS, words, strict=True))


def command(parts_ppm: Sequence[int]) -> c.SplitCompute:
    """Return the order that splits compute in four parts."""
    training, research, serving, safety = parts_ppm
    return c.SplitCompute(training=training, research=research, serving=serving, safety=safety)


def main_part(order: c.SplitCompute) -> int:
    """Return the place among PARTS of the part that a split is made for.

    It is the part that lies furthest above what the ready-made splits leave it at the least.

    >>> main_part(command(READY["safety"])), main_part(command((0, PPM, 0, 0)))
    (3, 1)
    """
    parts = [getattr(order, part) for part in PARTS]
    return max(range(len(PARTS)), key=lambda place: parts[place] - _LEAST[place])


def points(session: Session) -> Points:
    """Return the split that stands, or that was ordered this month, in whole points."""
    own = session.view().own.split
    ordered = [order for order in session.pending if isinstance(order, c.SplitCompute)]
    return rounded([getattr(ordered[-1] if ordered else own, part) for part in PARTS])


def rounded(parts_ppm: Sequence[int]) -> Points:
    """Return parts in whole points that make a hundred: what rounding loses goes to those that lost most.

    >>> rounded((333_333, 333_333, 333_334, 0))
    (33, 33, 34, 0)
    """
    whole = [part // POINT for part in parts_ppm]
    lost = sorted(range(len(whole)), key=lambda place: -(parts_ppm[place] % POINT))
    for place in lost[: WHOLE - sum(whole)]:
        whole[place] += 1
    training, research, serving, safety = whole
    return training, research, serving, safety


def shifted(split: Points, place: int, value: int) -> Points:
    """Return a split with one part at another value: the largest of the others gives what it gains, or gains.

    >>> shifted((60, 15, 20, 5), 3, 10)
    (55, 15, 20, 10)
    >>> shifted((60, 15, 20, 5), 3, 70)
    (0, 15, 15, 70)
    """
    found = list(split)
    others = [other for other in range(len(found)) if other != place]
    left = min(WHOLE, max(0, value)) - found[place]
    found[place] += left
    while left:
        most = max(others, key=lambda other: (found[other], -other))
        given = min(left, found[most])  # what is gained, is given in one go
        found[most] -= given
        left -= given
    training, research, serving, safety = found
    return training, research, serving, safety
