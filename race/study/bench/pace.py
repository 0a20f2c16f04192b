"""How fast this machine is at this hour, beside the one whose seconds the bars are.

A bar in seconds was set on one machine, and says nothing on another, or on one that others keep busy. So the
frozen reference is played just before and after whatever is measured in seconds, and a figure is told twice:
as it was taken, and as it would have been at the pace of the bars' machine.
"""

from collections.abc import Callable
from typing import Final

import msgspec

from race.sim.reference import play_reference
from race.study import clock
from race.study.bench.measure import Measure

BARS_PACE: Final = 38.0
"""Games of the reference a second and core where the bars were set: two virtual cores of an AMD EPYC (Zen 5),
Python 3.11.7, NumPy 2.4.6, Mesa 3.3.1, November 2026."""
_GAMES: Final = 5
_SECONDS: Final = ("s", "ms", "us")
"""Units in which a figure depends on the machine."""


def pace() -> float:
    """Return this machine's pace as a part of the bars' machine's: 0.5 takes twice as long for everything."""
    play_reference(0)  # what it needs is loaded
    return 1.0 / (BARS_PACE * clock.cost(lambda: play_reference(1), repeats=_GAMES))


def paced(measure: Callable[[], list[Measure]]) -> list[Measure]:
    """Return what is measured, with what takes seconds told at the pace of the bars' machine as well."""
    before = pace()
    found = measure()
    if not any(figure.unit in _SECONDS for figure in found):
        return found
    around = (before + pace()) / 2.0
    return [at_pace(figure, around) for figure in found]


def at_pace(figure: Measure, here: float) -> Measure:
    """Return a figure with what it would be where the bars were set, if it was taken in seconds."""
    if figure.value is None or figure.unit not in _SECONDS:
        return figure
    return msgspec.structs.replace(figure, at_bars_pace=figure.value * here)
