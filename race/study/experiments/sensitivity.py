"""Which numbers matter: screened by Morris's elementary effects, then measured by Sobol's indices (SALib).

A point of the design is a side with all numbers set; every point is played on the same seeds, and its
response is the mean of a figure. With one game a point luck would look like an effect of every number, so
that ten games or more are played.
"""

import csv
from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np

from race.core.words import N_, PlainError, Sentence
from race.study.compare import SURE
from race.study.experiments.grid import at
from race.study.extras import need
from race.study.plan import Side, check_games
from race.study.statistics.figures import Figure
from race.study.tables import CsvRows, games_of_folder, write_csv
from race.study.tuning.dials import Dial

EFFECTS: Final = "effects.csv"
_LEVELS: Final = 4
"""Levels of Morris's grid."""


class Method(StrEnum):
    """How points are chosen and effects are worked out."""

    MORRIS = "morris"
    SOBOL = "sobol"
    BOTH = "both"


class Design(msgspec.Struct, frozen=True, kw_only=True):
    """The points of a study."""

    method: Method
    dials: tuple[Dial, ...]
    points: tuple[tuple[float, ...], ...]
    """Each number's part, 0-1, of the way from its low bound to its high one."""
    sides: tuple[Side, ...]
    """The points that differ."""
    side_of: tuple[int, ...]
    """The side of each point."""


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """What one number does to the figure, as far as luck lets one see."""

    number: str
    main: float
    """Morris: mean effect of going from bound to bound; Sobol: part of the variance it makes alone."""
    main_half: float
    """Half of the 95 % interval."""
    whole: float
    """Morris: standard deviation of its effects; Sobol: part of the variance it has a hand in."""
    whole_half: float | None = None


def design(method: Method, dials: tuple[Dial, ...], samples: int, seed: int) -> Design:
    """Return the points; raises PlainError for too few numbers or samples.

    `samples` are trajectories of Morris, or Sobol's base points, a power of two.
    """
    if len(dials) < 2:  # noqa: PLR2004 - one number is swept
        raise PlainError(Sentence(N_("Name two numbers or more; one number is swept.")), code=2)
    if samples < 2 or (method is Method.SOBOL and samples & (samples - 1)):  # noqa: PLR2004 - no spread
        raise PlainError(
            Sentence(
                N_("Samples must be 2 or more, and for Sobol a power of two; {n} is not."),
                {"n": str(samples)},
            ),
            code=2,
        )
    check_games(samples * (len(dials) + 1))
    if method is Method.MORRIS:
        drawn = need("SALib.sample.morris").sample(_problem(dials), samples, num_levels=_LEVELS, seed=seed)
    else:
        sample = need("SALib.sample.sobol").sample
        drawn = sample(_problem(dials), samples, calc_second_order=False, seed=seed)
    points = tuple(tuple(float(part) for part in point) for point in drawn)
    numbers = [
        {dial.path: at(dial, part) for dial, part in zip(dials, point, strict=True)} for point in points
    ]
    places: dict[tuple[float, ...], int] = {}
    side_of = tuple(places.setdefault(tuple(each.values()), len(places)) for each in numbers)
    paths = [dial.path for dial in dials]
    sides = tuple(
        Side(name=f"point {place}", numbers=dict(zip(paths, values, strict=True)))
        for values, place in places.items()
    )
    return Design(method=method, dials=dials, points=points, sides=sides, side_of=side_of)


def _problem(dials: Sequence[Dial]) -> dict[str, Any]:
    return {
        "num_vars": len(dials),
        "names": [dial.path for dial in dials],
        "bounds": [[0.0, 1.0]] * len(dials),
    }


def responses(folder: Path, figure: Figure, sides: int) -> list[float]:
    """Return the mean of a figure at every side; raises PlainError when one has no game."""
    found: dict[int, list[float]] = defaultdict(list)
    for row in games_of_folder(folder, tuple(dict.fromkeys(("cell", figure.column)))):
        value = figure.value(row)
        if value is not None:
            found[row["cell"]].append(value)
    missing = sides - len(found)
    if missing:
        raise PlainError(
            Sentence(
                N_("{n} of {all} points have no game with this figure; choose narrower bounds."),
                {"n": str(missing), "all": str(sides)},
            ),
            code=1,
        )
    return [sum(found[side]) / len(found[side]) for side in range(sides)]


def effects(study: Design, answers: Sequence[float], seed: int) -> tuple[Effect, ...]:
    """Return the effect of every number, the largest first; `answers` are the responses of the sides."""
    asked = np.array([answers[side] for side in study.side_of])
    told: list[tuple[float, float, float, float | None]] = [(0.0, 0.0, 0.0, None)] * len(study.dials)
    if study.method is Method.MORRIS:
        found = need("SALib.analyze.morris").analyze(
            _problem(study.dials),
            np.array(study.points),
            asked,
            num_levels=_LEVELS,
            conf_level=SURE,
            seed=seed,
        )
        rows = zip(found["mu_star"], found["mu_star_conf"], found["sigma"], strict=True)
        told = [(float(main), float(half), float(whole), None) for main, half, whole in rows]
    elif np.ptp(asked) > 0:
        found = need("SALib.analyze.sobol").analyze(
            _problem(study.dials), asked, calc_second_order=False, conf_level=SURE, seed=seed
        )
        columns = (found[name] for name in ("S1", "S1_conf", "ST", "ST_conf"))
        told = [(float(a), float(b), float(c), float(d)) for a, b, c, d in zip(*columns, strict=True)]
    listed = [
        Effect(number=dial.path, main=main, main_half=half, whole=whole, whole_half=whole_half)
        for dial, (main, half, whole, whole_half) in zip(study.dials, told, strict=True)
    ]
    morris = study.method is Method.MORRIS
    return tuple(sorted(listed, key=lambda each: (-(each.main if morris else each.whole), each.number)))


def write_effects(folder: Path, study: Design, found: Sequence[Effect]) -> Path:
    """Write the effects as CSV and return where they are."""
    morris = study.method is Method.MORRIS
    dials = {dial.path: dial for dial in study.dials}
    names = ("mu_star", "mu_star_half", "sigma") if morris else ("s1", "s1_half", "st", "st_half")
    rows: CsvRows = [["number", "unit", "low", "high", *names]]
    for each in found:
        dial = dials[each.number]
        figures = [each.main, each.main_half, each.whole, *([] if morris else [each.whole_half])]
        rows.append([each.number, dial.unit, dial.low, dial.high, *figures])
    return write_csv(folder / EFFECTS, rows)


def numbers_in(folder: Path) -> list[str]:
    """Return the numbers of a written table of effects, the largest effect first."""
    with (folder / EFFECTS).open(encoding="utf-8", newline="") as file:
        return [row["number"] for row in csv.DictReader(file)]
