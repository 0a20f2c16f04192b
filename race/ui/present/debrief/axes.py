"""What the axes of the debrief's charts hold: the game that was played and the one that was not."""

from collections.abc import Iterable
from dataclasses import dataclass

from race.core.words import elo
from race.speech import quantity as write
from race.ui.present.league import scale

_TRUSTS = 20, 50, 80
"""Trust that is named beside its chart, which reaches from the first to the last of them at least."""

Values = Iterable[float | None]
"""A line's value for each month, None where nothing is known."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The ends of an axis, and the levels that are named beside it."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


def race_axis(lines: Iterable[Values]) -> Axis:
    """Return the axis of published quality that holds all lines."""
    values = [value for line in lines for value in line if value is not None]
    low, high, step = scale(min(values), max(values))
    levels = (low + step * place for place in range(round((high - low) / step) + 1))
    return Axis(low, high, tuple((level, write(elo(level))) for level in levels))


def trust_axis(lines: Iterable[Values], limit: float) -> Axis:
    """Return the axis of trust that holds all lines and the limit under which the founder is voted out."""
    values = [value for line in lines for value in line if value is not None]
    low, high = min(float(_TRUSTS[0]), limit, *values), max(float(_TRUSTS[-1]), limit, *values)
    return Axis(low, high, tuple((float(level), str(level)) for level in _TRUSTS))
