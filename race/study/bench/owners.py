"""What a month of the owners alone costs, on arrays and compiled, and beside the frozen reference's."""

from copy import copy
from statistics import mean
from typing import Any, Final

from race.core.chance import Chance
from race.core.commands import Orders
from race.core.formulas.owners.compiled import compiled
from race.core.ids import week_of
from race.core.rules.owners.opinion import move_opinion
from race.core.words import N_, Sentence
from race.sim.reference import WEEKS, ReferenceModel
from race.study import clock
from race.study.bench.measure import NOT_FAST, Measure, fast
from race.study.bench.size import LARGE, populated

_MONTHS: Final = 12
_REPEATS: Final = 200
"""So many that the least of a shared machine's readings is the program's own."""
_NOBODY: Final = Orders(by_seat={})


def owners() -> list[Measure]:
    """Measure a month of 2,000 and of 200,000 holders, both ways."""
    small, large = _months(2_000), _months(LARGE)
    arrays, loops = (_cost(small, repeats=_REPEATS, compiled_too=fast) for fast in (False, True))
    beside = _reference(repeats=_REPEATS // 10)
    return [
        _measure("owners_month_us", arrays, 600.0),
        _measure("owners_month_fast_us", loops, 150.0),
        _ratio("owners_vs_reference", arrays and beside / arrays),
        _ratio("fast_owners_vs_reference", loops and beside / loops),
        _measure("owners_large_month_us", _cost(large, repeats=2, compiled_too=False), None),
        _measure("owners_large_month_fast_us", _cost(large, repeats=2, compiled_too=True), 16_000.0),
    ]


_TITLES: Final = {
    "owners_month_us": N_("a month of 2,000 holders, without 'fast'"),
    "owners_month_fast_us": N_("a month of 2,000 holders, with 'fast'"),
    "owners_vs_reference": N_("against the holders' month of the idiomatic Mesa reference"),
    "fast_owners_vs_reference": N_("with 'fast' against the holders' month of the reference"),
    "owners_large_month_us": N_("a month of 200,000 holders, without 'fast'"),
    "owners_large_month_fast_us": N_("a month of 200,000 holders, with 'fast'"),
}


def _ratio(key: str, value: float | None) -> Measure:
    return Measure(
        key=key,
        title=Sentence(_TITLES[key]),
        value=value,
        unit="x",
        aim=1.0,
        note=NOT_FAST if value is None else None,
    )


def _reference(repeats: int) -> float:
    """Return the CPU seconds that the reference's 2,000 holders take for a month, the best of some."""
    game = ReferenceModel(1)
    try:
        quarter = min(clock.cost(game.week, batch=sum(WEEKS)) for _ in range(repeats))
    finally:
        game.close()
    return quarter * sum(WEEKS) / len(WEEKS)


def _measure(key: str, value: float | None, aim: float | None) -> Measure:
    return Measure(
        key=key,
        title=Sentence(_TITLES[key]),
        value=None if value is None else value * 1e6,
        unit="us",
        aim=aim,
        more_is_better=False,
        note=NOT_FAST if value is None else None,
    )


def _months(size: int) -> list[tuple[Any, Chance]]:
    """Return a year's positions, each as its month's law of the owners finds it, news still unheard.

    Each goes with the luck of its game, whose streams of these months are ready as they are in play.
    """
    race = populated(size, "diverter")
    found = []
    for _ in range(_MONTHS):
        race.step()
        position = race.world.copy()
        for story in position.affairs.stories:
            if story.week >= week_of(position.month):
                position.holders.heard.pop(story.id, None)
        found.append((position, copy(race.chance)))
    race.close()
    return found


def _cost(months: list[tuple[Any, Chance]], *, repeats: int, compiled_too: bool) -> float | None:
    """Return the mean CPU seconds of a month, the best of some repeats of each."""
    if compiled_too and compiled() is None:
        return None
    with fast(on=compiled_too):
        return mean(min(_one(*month) for _ in range(repeats)) for month in months)


def _one(position: Any, chance: Chance) -> float:  # noqa: ANN401 - a position, which the study does not name
    copy = position.copy()
    return clock.cost(lambda: move_opinion(copy, _NOBODY, chance))
