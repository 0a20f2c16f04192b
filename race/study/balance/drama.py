"""How a game feels from its position values: leads, deficits, surprises, and when it was over.

After Browne (2008) and the measures of Ludii; a lead counts as changed when the new leader is ahead
by one point of a hundred. No single number tells a good game: they are read together.
"""

from collections.abc import Sequence
from math import log, sqrt
from typing import Final

import msgspec
import numpy as np

from race.core.ids import LABS
from race.study.balance.games import Track
from race.study.balance.position import Fit, Floats, chances, fit, winner
from race.study.balance.tally import Tally

_AHEAD: Final = 0.01
_SURE: Final = 0.95
"""Chance from which a game counts as decided."""


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """One game by its position values."""

    founder: str
    seed: int
    ending: str
    winner: int
    """Place in `LABS`."""
    chances: tuple[tuple[float, ...], ...]
    """Shape (months, labs)."""
    leads: float
    """Share of months in which the leader changes."""
    drama: float
    """Mean over the months behind of the root of the winner's deficit, 0-1."""
    behind: float
    """Share of months in which the winner was not the leader."""
    comeback: bool
    """Whether the winner was not the leader half-way."""
    dead: float
    """Share of months after the winner's chance was last below 95 %."""
    jump: float
    """Largest change of a chance in a month."""
    uncertainty: float
    """Mean entropy of the chances over that of equal ones, 0-1."""
    excitement: float
    """Half the sum of all changes."""

    @property
    def weight(self) -> float:
        """Return how dramatic the whole game was: deficit over all months, not only those behind."""
        return self.drama * self.behind


class Drama(msgspec.Struct, frozen=True, kw_only=True):
    """All traced games of the archetypes, and how far their chances may be believed."""

    fit: Fit
    traces: tuple[Trace, ...]

    @property
    def most(self) -> Trace:
        """Return the game in which the winner was furthest behind for longest."""
        return max(self.traces, key=lambda trace: (trace.weight, trace.excitement))

    @property
    def least(self) -> Trace:
        """Return the game in which least happened to the chances."""
        return min(self.traces, key=lambda trace: (trace.weight, trace.excitement))

    def mean(self, name: str) -> float:
        """Return the mean of one figure over the games."""
        return sum(float(getattr(trace, name)) for trace in self.traces) / len(self.traces)


def drama_of(tally: Tally) -> Drama | None:
    """Fit position values to the field's games and trace each; None for too few games."""
    games = [(side.arm.founder, game) for side in tally.of("field") for game in side.games if game.track]
    tracks = [game.track for _, game in games if game.track is not None]
    found = fit(tracks)
    if found is None:
        return None
    traces = [
        trace(found, track, (founder, game.seed, game.ending))
        for (founder, game), track in zip(games, tracks, strict=True)
    ]
    return Drama(fit=found, traces=tuple(traces))


def trace(fitted: Fit, track: Track, label: tuple[str, int, str]) -> Trace:
    """Return one game by its position values; `label` is its founder, seed and ending."""
    said, best = chances(fitted, track), winner(track)
    own, top = said[:, best], said.max(axis=1)
    short = [sqrt(deficit) for deficit in top - own if deficit > 0.0]
    founder, seed, ending = label
    unsure = np.flatnonzero(own < _SURE)
    moved = np.abs(np.diff(said, axis=0))
    entropy = -(said * np.log(np.maximum(1e-12, said))).sum(axis=1)
    return Trace(
        founder=founder,
        seed=seed,
        ending=ending,
        winner=best,
        chances=tuple(tuple(round(float(chance), 4) for chance in month) for month in said),
        leads=_changes(said) / max(1, len(said) - 1),
        drama=sum(short) / len(short) if short else 0.0,
        behind=len(short) / len(said),
        comeback=int(said[len(said) // 2].argmax()) != best,
        dead=1 - (int(unsure[-1]) + 1 if unsure.size else 0) / len(said),
        jump=float(moved.max()) if moved.size else 0.0,
        uncertainty=float(entropy.mean()) / log(len(LABS)),
        excitement=float(moved.sum()) / 2,
    )


def _changes(said: Floats) -> int:
    """Count how often another lab is ahead by more than the margin."""
    leader, changes = int(said[0].argmax()), 0
    for month in said[1:]:
        ahead = int(month.argmax())
        if ahead != leader and month[ahead] > month[leader] + _AHEAD:
            leader, changes = ahead, changes + 1
    return changes


def quantiles(traces: Sequence[Trace], name: str) -> tuple[float, float, float]:
    """Return the 10 %, 50 % and 90 % points of a figure."""
    low, middle, high = np.quantile([float(getattr(trace, name)) for trace in traces], [0.1, 0.5, 0.9])
    return float(low), float(middle), float(high)
