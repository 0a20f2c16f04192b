"""What sets another lab's score apart from one's own, as far as published figures tell.

The law of quality says what time and compute are worth; both leave over method, people, length of run, luck.
"""

from typing import Final, NamedTuple

from race.core.exact import log10
from race.core.formulas.race.quality import unflatten
from race.core.ids import Firm
from race.core.rulebook.race import RaceRules
from race.core.view import LabView

_STEP: Final = 1e-3
"""Elo over which the scale's slope is taken where two scores are the same."""


class Apart(NamedTuple):
    """A gap between two published scores and its three parts, Elo, above 0 in the other's favour."""

    gap: float
    newer: int
    """Months by which the other's release is newer than one's own; below 0 it is older."""
    time: float
    ratio: float
    """The other's running compute, as one makes it out, over one's own."""
    compute: float
    rest: float


def apart(view: LabView, firm: Firm) -> Apart | None:
    """Return what sets a lab apart, the three parts summing to the gap; None before both have released.

    Compute is that of today: the fleets a next run would be trained on.
    """
    table = {line.firm: line for line in view.board.league}
    own, other = table.get(view.own.firm), table.get(firm)
    fleet, theirs = view.own.depot.running(), view.board.fleets.get(firm, 0)
    if own is None or other is None or not fleet or not theirs:
        return None
    rules, newer, ratio = view.board.rules.race, other.released - own.released, theirs / fleet
    slope = _slope(rules, own.elo_published, other.elo_published)
    time = slope * rules.elo_year * newer / 12.0
    compute = slope * rules.elo_decade * log10(ratio)
    gap = other.elo_published - own.elo_published
    return Apart(gap, newer, time, ratio, compute, gap - time - compute)


def _slope(rules: RaceRules, own: float, other: float) -> float:
    """Return what a point of quality is worth on the flattened scale between two scores, 0-1.

    >>> [round(_slope(RaceRules(), *pair), 2) for pair in ((1300, 1400), (1600, 1600), (1400, 1600))]
    [1.0, 0.59, 0.84]
    """
    other = own + _STEP if abs(other - own) < _STEP else other
    return (other - own) / (unflatten(rules, other) - unflatten(rules, own))
