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
_ROUNDS: Final = 8
"""They take some seconds: a machine that others share is itself in one or the other."""
_REPEATS: Final = 25
_NOBODY: Final = Orders(by_seat={})


def owners() -> list[Measure]:
    """Measure a month of 2,000 and of 200,000 holders, both ways, and the frozen reference's between them."""
    small, large = _months(2_000), _months(LARGE)
    ways = (False,) if compiled() is None else (False, True)
    few: dict[bool, list[list[float]]] = {False: [], True: []}
    many: dict[bool, list[list[float]]] = {False: [], True: []}
    beside = []
    for _ in range(_ROUNDS):
        beside.append(_reference())
        for way in ways:
            few[way].append(_costs(small, repeats=_REPEATS, compiled_too=way))
            many[way].append(_costs(large, repeats=1, compiled_too=way))
    arrays, loops = _month(few[False]), _month(few[True])
    return [
        _measure("owners_month_us", arrays, 600.0),
        _measure("owners_month_fast_us", loops, 150.0),
        _ratio("owners_vs_reference", arrays and min(beside) / arrays),
        _ratio("fast_owners_vs_reference", loops and min(beside) / loops),
        _measure("owners_large_month_us", _month(many[False]), None),
        _measure("owners_large_month_fast_us", _month(many[True]), 16_000.0),
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


def _reference() -> float:
    """Return the CPU seconds that the reference's 2,000 holders take for a month, the best of three."""
    game = ReferenceModel(1)
    try:
        quarter = min(clock.cost(game.week, batch=sum(WEEKS)) for _ in range(3))
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


def _month(rounds: list[list[float]]) -> float | None:
    """Return the mean CPU seconds of a month, the best of all rounds of each; None where nobody measured."""
    return mean(map(min, zip(*rounds, strict=True))) if rounds else None


def _costs(months: list[tuple[Any, Chance]], *, repeats: int, compiled_too: bool) -> list[float]:
    """Return the CPU seconds of every month, the best of some repeats of each."""
    with fast(on=compiled_too):
        return [min(_one(*month) for _ in range(repeats)) for month in months]


def _one(position: Any, chance: Chance) -> float:  # noqa: ANN401 - a position, which the study does not name
    copy = position.copy()
    return clock.cost(lambda: move_opinion(copy, _NOBODY, chance))
