"""The curve of what diverting is worth: eleven founders who swap from none to all of the carmaker's flow.

The eleven rates are read as one curve, a parabola by least squares over the share of the flow: neighbours
differ by less than their luck, so that the highest of eleven would be found anywhere along a flat top, and
would be the one that luck helped most.
"""

from math import inf
from typing import Final

import msgspec
import numpy as np

from race.core.chance import Chance
from race.study.balance.plan import QUOTAS, quota_name
from race.study.balance.tally import Side, Tally, won
from race.study.compare import Interval

_AGAIN: Final = 400
"""Samples of the common seeds, with replacement, for the interval of the peak."""


class Response(msgspec.Struct, frozen=True, kw_only=True):
    """The curve and its two figures; both intervals are of samples of the common seeds.

    Seeds that are all alike, one above all, do not tell how far others would be from them: no interval.
    """

    peak: Interval
    """Share of the flow at which the fitted rate is highest, 0-1; an end when it is highest there."""
    beyond: Interval
    """Fitted rate at the peak less that at the better of none and all."""
    curve: tuple[float, float, float]
    """Level, slope and bend of the parabola: rate = level + slope x + bend x x, x the share of the flow."""


def quota_sides(tally: Tally) -> dict[int, Side]:
    """Return the sides of the quota founders by percent of the flow."""
    found = {percent: tally.side("quota", quota_name(percent)) for percent in QUOTAS}
    return {percent: side for percent, side in found.items() if side is not None}


def response(tally: Tally) -> Response | None:
    """Return where the curve peaks and what the peak is worth; None when an end was not played."""
    played = quota_sides(tally)
    if not {0, 100} <= played.keys():
        return None
    tables = [{game.seed: won(game) for game in side.games} for side in played.values()]
    seeds = sorted(set(tables[0]).intersection(*tables[1:]))
    if not seeds:
        return None
    return fitted(
        [percent / 100 for percent in played], [[float(table[seed]) for seed in seeds] for table in tables]
    )


def fitted(shares: list[float], wins: list[list[float]]) -> Response:
    """Return the curve of wins, shape (shares, seeds), each 0 or 1, over shares of the flow, 0-1.

    >>> hump = fitted([0.0, 0.5, 1.0], [[0.0, 1.0, 0.0, 0.0], [1.0, 1.0, 1.0, 0.0], [0.0, 1.0, 0.0, 0.0]])
    >>> round(hump.peak.value, 3), round(hump.beyond.value, 3)
    (0.5, 0.5)
    """
    across, rows = np.array(shares), np.array(wins)
    count = rows.shape[1]
    luck = Chance(0).stream(0, "the peak of the curve")
    picks = [luck.many_below(count, count) for _ in range(_AGAIN)]
    rates = np.array([rows.mean(axis=1), *(rows[:, pick].mean(axis=1) for pick in picks)]).T
    # one row of coefficients for each sample, the first for the games as they were played
    curves = np.polynomial.polynomial.polyfit(across, rates, 2).T
    found = np.array([_peak(*curve) for curve in curves])
    low, high = np.quantile(found[1:], [0.025, 0.975], axis=0)
    if (rows == rows[:, :1]).all():
        low, high = np.full_like(low, -inf), np.full_like(high, inf)
    peak, beyond = (
        Interval(float(found[0][k]), float(low[k]), float(high[k]), count) for k in range(found.shape[1])
    )
    level, slope, bend = (float(number) for number in curves[0])
    return Response(peak=peak, beyond=beyond, curve=(level, slope, bend))


def _peak(level: float, slope: float, bend: float) -> tuple[float, float]:
    """Return where a parabola is highest from 0 to 1, and how far above the better of its ends."""
    ends = (level, level + slope + bend)
    top = -slope / (2.0 * bend) if bend < 0.0 else -1.0
    if 0.0 <= top <= 1.0:
        return float(top), float(level + slope * top + bend * top**2 - max(ends))
    return float(ends[1] > ends[0]), 0.0
