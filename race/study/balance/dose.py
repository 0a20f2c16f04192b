"""The curve of what diverting is worth: eleven founders who swap from none to all of the carmaker's flow."""

from typing import Final

import msgspec

from race.core.chance import Chance
from race.study.balance.plan import QUOTAS, quota_name
from race.study.balance.tally import Side, Tally, paired_rate, won
from race.study.compare import Interval
from race.study.extras import need

_AGAIN: Final = 400
"""Samples of the common seeds, with replacement, for the interval of the peak."""


class Response(msgspec.Struct, frozen=True, kw_only=True):
    """The curve's two figures."""

    peak: Interval
    """Share of the flow with the highest rate, 0-1; its interval from samples of the seeds."""
    beyond: Interval
    """Rate at the peak less the rate at the better of none and all."""


def quota_sides(tally: Tally) -> dict[int, Side]:
    """Return the sides of the quota founders by percent of the flow."""
    found = {percent: tally.side("quota", quota_name(percent)) for percent in QUOTAS}
    return {percent: side for percent, side in found.items() if side is not None}


def response(tally: Tally) -> Response | None:
    """Return where the curve peaks and what the peak is worth; None when an end was not played."""
    played = quota_sides(tally)
    if not {0, 100} <= played.keys():
        return None
    peak = max(played, key=lambda percent: (played[percent].rate().value, -percent))
    beyond = [paired_rate(played[peak], played[end]) for end in (0, 100)]
    low, high = _spread(played)
    return Response(
        peak=Interval(peak / 100, low, high, len(played[peak].games)),
        beyond=min(beyond, key=lambda found: found.value),
    )


def _spread(played: dict[int, Side]) -> tuple[float, float]:
    """Return the 2.5 % and 97.5 % points of the peak over samples of the common seeds."""
    numpy, quotas = need("numpy"), sorted(played)
    tables = [{game.seed: won(game) for game in played[percent].games} for percent in quotas]
    seeds = sorted(set(tables[0]).intersection(*tables[1:]))
    if not seeds:
        return 0.0, 1.0
    rows = numpy.array([[table[seed] for seed in seeds] for table in tables])
    luck = Chance(0).stream(0, "the peak of the curve")
    peaks = []
    for _ in range(_AGAIN):
        pick = luck.many_below(len(seeds), len(seeds))
        peaks.append(quotas[int(rows[:, pick].mean(axis=1).argmax())] / 100)
    low, high = numpy.quantile(peaks, [0.025, 0.975])
    return float(low), float(high)
