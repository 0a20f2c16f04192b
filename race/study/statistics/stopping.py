"""The stop rule: look after every round of seeds, and stop when each interval is narrow enough.

The width of an interval says nothing about which side is better, so that stopping on it leaves the
interval's coverage as it was; stopping on a small p-value would raise two alarms in five where there is
nothing. A look rests on whole rounds, never on whichever games were finished first.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from race.study.plan import Spec
from race.study.statistics.figures import Figure, figure_of
from race.study.statistics.paired import Rows, own, span_of, steps_between


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What one look saw."""

    seeds: int
    """Seeds that every cell has played."""
    half_width: float
    """Half of the widest interval; infinite where one is not known."""
    enough: bool


def look(spec: Spec, games: Rows, seeds: int) -> Look:
    """Look at the games of the first `seeds` seeds; of several sides their differences count."""
    stop = spec.stop
    if stop is None:
        return Look(seeds=seeds, half_width=0.0, enough=False)
    widest = max(widths(spec, figure_of(stop.figure), games))
    return Look(seeds=seeds, half_width=widest, enough=widest <= stop.half_width)


def widths(spec: Spec, figure: Figure, games: Rows) -> list[float]:
    """Return half of each interval: of every cell alone, or of every side against the first."""
    by_cell: list[list[Mapping[str, Any]]] = [
        [] for _ in range(len(spec.scenarios) * len(spec.founders) * len(spec.sides))
    ]
    for game in games:
        by_cell[game["cell"]].append(game)
    return [_half(figure, group) for group in _groups(by_cell, len(spec.sides))]


def _groups(cells: Sequence[Rows], sides: int) -> list[tuple[Rows, ...]]:
    if sides == 1:
        return [(cell,) for cell in cells]
    return [
        (cells[first], cells[first + side])
        for first in range(0, len(cells), sides)
        for side in range(1, sides)
    ]


def _half(figure: Figure, cells: tuple[Rows, ...]) -> float:
    found = own(figure, cells[0]) if len(cells) == 1 else span_of(figure, steps_between(figure, *cells))
    return (found.high - found.low) / 2
