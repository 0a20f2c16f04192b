"""The sides of a sweep: the usual game, then every combination of some numbers' values."""

from collections.abc import Mapping, Sequence
from itertools import product
from math import prod
from typing import Final

from race.core.words import N_, PlainError, Sentence
from race.study.experiments.sides import USUAL, number_of
from race.study.plan import Side
from race.study.tuning.dials import Dial

MOST: Final = 400
"""Sides of a sweep at most."""

Values = Mapping[str, Sequence[float]]
"""The values of each number that is swept."""


def steps_of(dial: Dial, points: int) -> tuple[float, ...]:
    """Return values evenly from bound to bound, by their logarithm when the bounds are far apart.

    Raises PlainError for fewer points than two, or more than a sweep has sides.

    >>> dial = Dial(path="race.luck_sd", low=10.0, high=20.0, present=13.0, whole=False)
    >>> steps_of(dial, 3)
    (10.0, 15.0, 20.0)
    """
    if points < 2:  # noqa: PLR2004 - from bound to bound takes two
        raise PlainError(Sentence(N_("A sweep needs 2 points or more, not {n}."), {"n": str(points)}), code=2)
    if points > MOST:
        raise _too_many(points)
    parts = [point / (points - 1) for point in range(points)]
    return tuple(dict.fromkeys(at(dial, part) for part in parts))


def at(dial: Dial, part: float) -> float:
    """Return the value at a part, 0-1, of the way from the low bound to the high one."""
    if dial.by_logarithm:
        return dial.tidy(dial.low * (dial.high / dial.low) ** part)
    return dial.tidy(dial.low + (dial.high - dial.low) * part)


def read_values(text: str) -> dict[str, tuple[float, ...]]:
    """Read values as they are written: name=a/b/c, with commas between the names.

    Raises PlainError for what is written otherwise, for no such number, and for what is named twice.

    >>> read_values("race.luck_sd=10/14.5, switches.swap=0/1")
    {'race.luck_sd': (10, 14.5), 'switches.swap': (0, 1)}
    """
    found: dict[str, tuple[float, ...]] = {}
    for part in (each.strip() for each in text.split(",") if each.strip()):
        name, equal, values = (word.strip() for word in part.partition("="))
        if not equal or not values:
            raise PlainError(
                Sentence(N_("'{n}' are no values; write NAME=VALUE/VALUE."), {"n": part}), code=2
            )
        if name in found:
            raise _twice(name)
        found[name] = tuple(number_of(name, value.strip(), part) for value in values.split("/"))
        again = next((value for value in found[name] if found[name].count(value) > 1), None)
        if again is not None:
            raise _twice(name, again)
    return found


def both(stepped: Values, given: Values) -> Values:
    """Return values from bound to bound and those given; raises PlainError for a number in both."""
    for name in given:
        if name in stepped:
            raise _twice(name)
    return {**stepped, **given}


def _twice(name: str, value: float | None = None) -> PlainError:
    said = name if value is None else f"{name}={value:g}"
    return PlainError(Sentence(N_("'{n}' is named twice; name it once."), {"n": said}), code=2)


def grid(values: Values) -> tuple[Side, ...]:
    """Return the usual game and every combination of values.

    Raises PlainError for none, or for too many.

    >>> [side.name for side in grid({"race.luck_sd": (10, 14)})]
    ['usual', 'race.luck_sd=10', 'race.luck_sd=14']
    """
    if not values:
        raise PlainError(
            Sentence(N_("Name what is swept: --numbers race.luck_sd, or --values race.luck_sd=10/14.")),
            code=2,
        )
    sides = prod(len(each) for each in values.values())
    if sides > MOST:
        raise _too_many(sides)
    combinations = [dict(zip(values, each, strict=True)) for each in product(*values.values())]
    return (
        Side(name=USUAL),
        *(
            Side(name=",".join(f"{name}={value:g}" for name, value in numbers.items()), numbers=numbers)
            for numbers in combinations
        ),
    )


def _too_many(sides: int) -> PlainError:
    return PlainError(
        Sentence(
            N_("{n} combinations are too many; {most} can be swept, and `sensitivity` needs fewer."),
            {"n": str(sides), "most": str(MOST)},
        ),
        code=2,
    )
