"""Two cells on common seeds: the difference game by game, its interval, and how sure it is.

Where a figure is yes or no the interval is that of Agresti and Min (2005), who add half a game to each of
the four outcomes: the plain one has no width when no pair differs. Its p-value is McNemar's exact one: only
pairs that differ count, and by luck each of them falls on either side like a coin. Other figures have a
t interval and a t-test; where all pairs differ by the same there is nothing to take a spread from, so that
there is no interval, and the p-value is the coin's too.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from race.session.forecast.spread import share_span, vary
from race.study.compare import SURE, Interval, differences, mean, rate
from race.study.extras import need
from race.study.statistics.evidence import anytime_p
from race.study.statistics.figures import Figure

Rows = Sequence[Mapping[str, Any]]
"""Games of one cell."""


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One side minus the first, in one figure."""

    figure: str
    base: Interval
    """The first side alone."""
    side: Interval
    difference: Interval
    p: float
    """Chance of a difference at least this large by luck alone; good for one look, at the end."""
    anytime_p: float
    """The same, good however often one has looked."""

    @property
    def told_apart(self) -> bool:
        """Return whether interval and test both say that there is a difference."""
        return self.difference.excludes_zero and self.p < 1 - SURE


def own(figure: Figure, games: Rows) -> Interval:
    """Return the mean of a figure over the games that have it, or its share, with an interval."""
    values = [value for game in games if (value := figure.value(game)) is not None]
    if figure.share and values:
        return rate(int(sum(values)), len(values))
    return mean(values)


def difference(figure: Figure, base: Rows, side: Rows) -> Difference:
    """Return how far a side is from the first on the seeds both have."""
    steps = steps_between(figure, base, side)
    return Difference(
        figure=figure.name,
        base=own(figure, base),
        side=own(figure, side),
        difference=span_of(figure, steps),
        p=p_of(steps, share=figure.share),
        anytime_p=anytime_p(steps, share=figure.share),
    )


def steps_between(figure: Figure, base: Rows, side: Rows) -> list[float]:
    """Return the differences, side minus base, in the order of the seeds both have a figure for."""
    ours, theirs = (
        {game["seed"]: value for game in games if (value := figure.value(game)) is not None}
        for games in (side, base)
    )
    return differences(ours, theirs)


def span_of(figure: Figure, steps: list[float]) -> Interval:
    """Return the mean of differences with its 95 % interval.

    >>> never = span_of(Figure("ending.frontier", share=True), [0.0] * 38)
    >>> never.value, round(never.high, 3)
    (0.0, 0.049)
    """
    if not figure.share or not steps:
        return mean(steps)
    games = len(steps)
    more, fewer = steps.count(1.0), steps.count(-1.0)
    return Interval((more - fewer) / games, *share_span(more, fewer, games), games)


def p_of(steps: Sequence[float], *, share: bool) -> float:
    """Return the p-value of a paired t-test; of the exact sign test for yes and no, and without spread.

    >>> p_of([1.0, 1.0], share=True), p_of([1.0] * 6 + [0.0] * 9, share=True), p_of([5.0], share=False)
    (0.5, 0.03125, 1.0)
    """
    if not share and vary(steps):
        return float(need("scipy.stats").ttest_1samp(steps, 0.0).pvalue)
    more, differ = sum(step > 0 for step in steps), sum(step != 0 for step in steps)
    return float(need("scipy.stats").binomtest(more, differ).pvalue) if differ else 1.0


def holm(values: Sequence[float]) -> list[float]:
    """Return p-values made larger by Holm's method, since the smallest of many is small by luck.

    >>> holm([0.01, 0.04, 0.5])
    [0.03, 0.08, 0.5]
    >>> holm([6.8e-14, 0.5])
    [1.36e-13, 0.5]
    """
    if not values:
        return []
    corrected = need("statsmodels.stats.multitest").multipletests(list(values), method="holm")[1]
    return [float(f"{value:.12g}") for value in corrected]  # a small p stays above 0
