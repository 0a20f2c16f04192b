"""What a batch says: rates with Wilson intervals, means, and differences on common seeds.

Two founders are compared game by game on the seeds both have played, so that common luck cancels;
games that were quarantined on one side are left out on both.
"""

from collections import Counter
from collections.abc import Mapping
from math import inf, isfinite
from pathlib import Path
from typing import Any, Final

import msgspec

from race.session.forecast.spread import vary
from race.study.extras import need

SURE: Final = 0.95
"""Coverage of every interval."""


class Interval(msgspec.Struct, frozen=True):
    """A figure with the interval it lies in, and how many games it rests on.

    An end that nothing is known of is infinite; without games the figure itself is not a number.
    """

    value: float
    low: float
    high: float
    games: int

    @property
    def known(self) -> bool:
        """Return whether the games say anything of how far the figure may be off."""
        return isfinite(self.low) or isfinite(self.high)

    @property
    def excludes_zero(self) -> bool:
        """Return whether the interval lies wholly on one side of 0."""
        return self.low > 0 or self.high < 0


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One cell of a batch in a few figures."""

    cell: int
    scenario: str
    founder: str
    score: Interval
    trust: Interval
    gap: Interval
    months: float
    endings: dict[str, Interval]
    """Rate of each ending that occurred, the most frequent first."""


def rate(count: int, games: int, sure: float = SURE) -> Interval:
    """Return a rate, 0-1, with its Wilson interval, `sure` of 0-1.

    >>> wide = rate(0, 20)
    >>> round(wide.low, 3), round(wide.high, 3)
    (0.0, 0.161)
    """
    low, high = need("statsmodels.stats.proportion").proportion_confint(
        count, games, alpha=1 - sure, method="wilson"
    )
    return Interval(count / games, float(low), float(high), games)


def mean(values: list[float], sure: float = SURE) -> Interval:
    """Return a mean with its t interval, `sure` of 0-1; values without any spread give no interval.

    One value, or several that are all alike, do not tell how far others would be from them.

    >>> around = mean([1.0, 2.0, 3.0])
    >>> around.value, round(around.low, 2), round(around.high, 2)
    (2.0, -0.48, 4.48)
    >>> mean([5.0, 5.0]).known
    False
    """
    numbers = [value for value in values if value == value]  # noqa: PLR0124 - a missing figure is not equal to itself
    middle = sum(numbers) / len(numbers) if numbers else float("nan")
    if not vary(numbers):
        return Interval(middle, -inf, inf, len(numbers))
    stats = need("scipy.stats")
    low, high = stats.t.interval(sure, len(numbers) - 1, loc=middle, scale=stats.sem(numbers))
    return Interval(middle, float(low), float(high), len(numbers))


def differences(ours: Mapping[int, float], theirs: Mapping[int, float]) -> list[float]:
    """Return a figure's differences, ours less theirs, on the seeds that both have, in their order.

    >>> differences({1: 5.0, 2: 7.0}, {2: 4.0, 3: 1.0})
    [3.0]
    """
    return [ours[seed] - theirs[seed] for seed in sorted(ours.keys() & theirs.keys())]


def read_games(folder: Path) -> Any:  # noqa: ANN401 - an Arrow table
    """Return the merged table of games of a results folder."""
    return need("pyarrow.parquet").read_table(folder / "games.parquet")


def summary(folder: Path) -> list[Row]:
    """Return a results folder in a row a cell, in the order of its plan; empty without games."""
    if not (folder / "games.parquet").exists():
        return []
    rows = read_games(folder).to_pylist()
    cells = sorted({row["cell"] for row in rows})
    return [_row(cell, [row for row in rows if row["cell"] == cell]) for cell in cells]


def _row(cell: int, games: list[dict[str, Any]]) -> Row:
    endings = Counter(str(game["ending"]) for game in games)
    return Row(
        cell=cell,
        scenario=games[0]["scenario"],
        founder=games[0]["founder"],
        score=mean([float(game["score"]) for game in games]),
        trust=mean([game["trust"] for game in games]),
        gap=mean([game["final_gap"] for game in games]),
        months=sum(game["months"] for game in games) / len(games),
        endings={ending: rate(count, len(games)) for ending, count in endings.most_common()},
    )
