"""How a game feels from its position values: deficits, surprises, and when it was over.

After Browne (2008) and the measures of Ludii, taken of the founder's chance to reach Frontier or better
against the chance not to: whichever came true is the winner. No single number tells a good game; they
are read together.
"""

from collections.abc import Sequence
from math import log
from typing import Final

import msgspec
import numpy as np

from race.study.balance.games import Outcome
from race.study.balance.plan import ARCHETYPES
from race.study.balance.position import (
    Fit,
    chances,
    first_at_end,
    fit,
    founder_seen,
    labs_seen,
)
from race.study.balance.tally import Tally, won

_SURE: Final = 0.95
"""Chance from which a game counts as decided."""


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """One game by its position values."""

    founder: str
    seed: int
    ending: str
    first: int
    """The lab that is truly best at the end, as its place in `LABS`."""
    hope: tuple[float, ...]
    """The founder's chance to reach Frontier or better, month by month."""
    labs: tuple[tuple[float, ...], ...]
    """Each lab's chance to be first at the end, shape (months, labs)."""
    leads: float
    """Changes of the leader of the race by the margin that counts, a month."""
    drama: float
    """Mean over the months behind of the root of the winner's deficit, 0-1."""
    behind: float
    """Share of months in which what came true was the less likely."""
    comeback: bool
    """Whether what came true was the less likely half-way."""
    dead: float
    """Share of months after the winner's chance was last below 95 %."""
    jump: float
    """Largest change of the chance in a month."""
    uncertainty: float
    """Mean entropy of the chance over that of an even one, 0-1."""
    excitement: float
    """Sum of all changes of the chance."""
    opening: int = 0
    """Month of the first chance."""

    @property
    def weight(self) -> float:
        """Return how dramatic the whole game was: deficit over all months, not only those behind."""
        return self.drama * self.behind


class Drama(msgspec.Struct, frozen=True, kw_only=True):
    """The archetypes' whole games, and how far their position values may be believed."""

    hope: Fit
    labs: Fit
    traces: tuple[Trace, ...]

    @property
    def most(self) -> Trace:
        """Return the game in which what came true was furthest behind for longest."""
        return max(self.traces, key=lambda trace: (trace.weight, trace.excitement))

    @property
    def least(self) -> Trace:
        """Return the game in which least happened to the chance."""
        return min(self.traces, key=lambda trace: (trace.weight, trace.excitement))

    def mean(self, name: str) -> float:
        """Return the mean of one figure over the games."""
        return sum(float(getattr(trace, name)) for trace in self.traces) / len(self.traces)


def drama_of(tally: Tally) -> Drama | None:
    """Fit position values to the archetypes' whole games and trace each; None for too few games.

    A game that ended early has nobody who was first at the end.
    """
    sides = [side for side in tally.of("field") if side.arm.founder in ARCHETYPES]
    played = [(side.arm.founder, game) for side in sides for game in side.games]
    last = max((game.months for _, game in played), default=0)
    games = [(founder, game) for founder, game in played if game.track and game.months == last]
    tracks = [game.track for _, game in games if game.track is not None]
    labs = fit(tracks, [first_at_end(track) for track in tracks], labs_seen)
    hope = fit(tracks, [int(not won(game)) for _, game in games], founder_seen)
    if labs is None or hope is None:
        return None
    return Drama(hope=hope, labs=labs, traces=tuple(_trace(hope, labs, *each) for each in games))


def _trace(hope: Fit, labs: Fit, founder: str, game: Outcome) -> Trace:
    track = game.track
    if track is None:
        message = "only a game whose months were kept can be traced"
        raise ValueError(message)
    said = chances(hope, track, founder_seen)
    own = said[:, 0] if won(game) else said[:, 1]
    short = np.sqrt(np.maximum(0.0, 1 - 2 * own)[own < 0.5])  # noqa: PLR2004 - behind is less likely than not
    unsure = np.flatnonzero(own < _SURE)
    moved = np.abs(np.diff(own))
    entropy = -(said * np.log(np.maximum(1e-12, said))).sum(axis=1)
    return Trace(
        founder=founder,
        seed=game.seed,
        ending=game.ending,
        first=first_at_end(track),
        hope=tuple(round(float(chance), 4) for chance in said[:, 0]),
        labs=tuple(
            tuple(round(float(chance), 4) for chance in month) for month in chances(labs, track, labs_seen)
        ),
        leads=track.leads / max(1, track.opening + len(own) - 1),
        drama=float(short.mean()) if short.size else 0.0,
        behind=short.size / len(own),
        comeback=bool(own[len(own) // 2] < 0.5),  # noqa: PLR2004 - less likely than not
        dead=1 - (int(unsure[-1]) + 1 if unsure.size else 0) / len(own),
        jump=float(moved.max()) if moved.size else 0.0,
        uncertainty=float(entropy.mean()) / log(2),
        excitement=float(moved.sum()),
        opening=track.opening,
    )


def quantiles(traces: Sequence[Trace], name: str) -> tuple[float, float, float]:
    """Return the 10 %, 50 % and 90 % points of a figure."""
    low, middle, high = np.quantile([float(getattr(trace, name)) for trace in traces], [0.1, 0.5, 0.9])
    return float(low), float(middle), float(high)
