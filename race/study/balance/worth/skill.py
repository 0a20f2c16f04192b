"""How strong founders are: who comes off better on the same seed, as one scale of log odds.

Strengths are Bradley and Terry's (1952), fitted by `choix`: a founder who is stronger by s comes off better
in 1 / (1 + exp(-s)) of the games that two play on the same luck. Their intervals are of samples of the seeds;
seeds that are all alike, one above all, do not tell how far others would be from them: no interval.
"""

from itertools import pairwise
from math import inf
from typing import Final

import msgspec
import numpy as np

from race.core.chance import Chance
from race.study.balance.tally import Side, Tally, lead_of, points
from race.study.compare import Interval
from race.study.extras import need

_AGAIN: Final = 200
"""Samples of the common seeds, with replacement."""
_PRIOR: Final = 0.1
"""Won and lost games added to every pair, so that who wins them all is not infinitely strong."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """From one founder to the next better one."""

    lower: str
    upper: str
    gain: Interval
    """Log odds that the upper one comes off better on the same seed."""


def ladder_of(tally: Tally) -> tuple[Step, ...]:
    """Return the steps from the random founder to the best archetype and to the planner, as far as played."""
    rungs = [tally.side("field", "random"), lead_of(tally), tally.side("planner", "planner")]
    return steps([side for side in rungs if side is not None])


def steps(rungs: list[Side]) -> tuple[Step, ...]:
    """Return the step from each side to the next, by the scores on the seeds that all have played."""
    tables = [{game.seed: points(game) for game in side.games} for side in rungs]
    seeds = sorted(set(tables[0]).intersection(*tables[1:])) if tables else []
    if len(rungs) < 2 or not seeds:  # noqa: PLR2004 - a step has two ends
        return ()
    scores = np.array([[table[seed] for seed in seeds] for table in tables])
    # better[i, j, seed]: 1 where i scores more than j, a half where they score the same
    better = (scores[:, None] > scores) + 0.5 * (scores[:, None] == scores)
    luck = Chance(0).stream(0, "strengths of founders")
    picks = [luck.many_below(len(seeds), len(seeds)) for _ in range(_AGAIN)]
    found = np.diff([_strengths(better), *(_strengths(better[:, :, pick]) for pick in picks)], axis=1)
    low, high = np.quantile(found[1:], [0.025, 0.975], axis=0)
    if (better == better[:, :, :1]).all():
        low, high = np.full_like(low, -inf), np.full_like(high, inf)
    return tuple(
        Step(
            lower=lower.arm.founder,
            upper=upper.arm.founder,
            gain=Interval(float(found[0][k]), float(low[k]), float(high[k]), len(seeds)),
        )
        for k, (lower, upper) in enumerate(pairwise(rungs))
    )


def _strengths(better: object) -> object:
    """Return log strengths, shape (founders,), of who came off better, shape (founders, founders, games)."""
    wins = np.asarray(better).sum(axis=2) + _PRIOR
    np.fill_diagonal(wins, 0.0)
    return need("choix").ilsr_pairwise_dense(wins)
