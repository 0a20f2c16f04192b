"""What a report asks beside its games: whether choices matter, and whether a habit beats all founders.

Each position and each trial is kept in a file of its own, so that what was interrupted goes on where it
stopped and comes to the same figures.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from race.core.chance import Chance
from race.policy.founders.archetypes import MADE
from race.policy.founders.habits import Habit
from race.policy.registry import PLANNER
from race.scenario.schema import ScenarioFile
from race.session.disk import write_atomically
from race.study.balance.games import on_all_cores, world_of
from race.study.balance.plan import ARCHETYPES, Spec
from race.study.balance.tally import Tally, points
from race.study.measures.choices import Choice, weigh_orders
from race.study.measures.exploit import Exploit, compared, search, trial_seeds
from race.study.measures.exploit import points as points_of

_T = TypeVar("_T")
TRIAL_GAMES: Final = 24
"""Games of each trial of the search."""
COMPARED: Final = 200
"""Reporting seeds on which what was found is judged, at most."""


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """A month of a bot's game that is looked at."""

    place: int
    scenario: str
    difficulty: str
    founder: str
    seed: int
    month: int
    months: int
    """Of the whole game."""


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one position; None when the game was over by then."""

    place: int
    digest: str
    choice: Choice | None


class _Trial(msgspec.Struct, frozen=True, kw_only=True):
    digest: str
    habit: Habit
    scores: tuple[float, ...]


def positions(spec: Spec) -> tuple[Position, ...]:
    """Return the positions of a spec: the archetypes in turn, a seed and a month of its own for each."""
    founders = [name for name in spec.founders if name in ARCHETYPES] or [
        name for name in spec.founders if name != PLANNER
    ]
    scenario, difficulty = spec.home
    file = world_of(scenario, difficulty).file
    return tuple(
        Position(
            place=place,
            scenario=scenario,
            difficulty=difficulty,
            founder=founders[place % len(founders)],
            seed=spec.seed + place,
            month=_month_of(file, spec.seed + place),
            months=file.months,
        )
        for place in range(spec.sizes.choices if founders else 0)
    )


def _month_of(file: ScenarioFile, seed: int) -> int:
    """Draw a month of the game, none of those that are played before its opening."""
    turns = max(1, file.months - file.start)
    return file.start + Chance(seed).stream(0, "a month to look at").below(turns)


def weigh_all(spec: Spec, folder: Path, *, digest: str, workers: int) -> tuple[Choice, ...]:
    """Weigh the orders of every position of a spec and return those that offered a choice, in order."""
    found: dict[int, Weighed] = {}
    for one in positions(spec):
        kept = _read(_path(folder, "choice", one.place), Weighed)
        if kept is not None and kept.digest == digest:
            found[one.place] = kept
    left = [one for one in positions(spec) if one.place not in found]
    for weighed in on_all_cores(left, partial(weigh, digest=digest), workers):
        write_atomically(_path(folder, "choice", weighed.place), msgspec.msgpack.encode(weighed))
        found[weighed.place] = weighed
    return tuple(choice for place in sorted(found) if (choice := found[place].choice) is not None)


def weigh(one: Position, *, digest: str) -> Weighed:
    """Weigh the orders of one position."""
    world = world_of(one.scenario, one.difficulty)
    return Weighed(
        place=one.place, digest=digest, choice=weigh_orders(world, one.founder, one.seed, one.month)
    )


def search_exploit(
    tally: Tally, folder: Path, *, digest: str, workers: int, tell: Callable[[int, int], None]
) -> Exploit | None:
    """Search for a habit that beats the founders of the field; None when no search was asked for.

    `tell` hears how many games of trials are done, and how many of these were there already.
    """
    spec = tally.spec
    made = {
        side.arm.founder: {game.seed: points(game) for game in side.games[:COMPARED]}
        for side in tally.of("field")
        if side.arm.founder in MADE
    }
    if not spec.sizes.exploit or not made:
        return None
    trials = _Trials(spec, folder, digest, workers)
    habit = search(
        trials.scores,
        trials=spec.sizes.exploit,
        tell=lambda place, _worth: tell((place + 1) * TRIAL_GAMES, trials.kept * TRIAL_GAMES),
    )
    seeds = range(spec.seed, spec.seed + min(COMPARED, spec.sizes.field))
    return compared(habit, dict(zip(seeds, trials.played(habit, seeds), strict=True)), made)


class _Trials:
    """The games of the search: on all cores, and not again when a file has them."""

    def __init__(self, spec: Spec, folder: Path, digest: str, workers: int) -> None:
        self._home, self._folder, self._digest, self._workers = spec.home, folder, digest, workers
        self._places: Iterator[int] = iter(range(spec.sizes.exploit))
        self.kept = 0  # trials that a file had

    def scores(self, habit: Habit) -> tuple[float, ...]:
        """Return the scores of the next trial's games."""
        path = _path(self._folder, "trial", next(self._places))
        kept = _read(path, _Trial)
        if kept is not None and (kept.digest, kept.habit) == (self._digest, habit):
            self.kept += 1
            return kept.scores
        found = self.played(habit, trial_seeds(TRIAL_GAMES))
        write_atomically(path, msgspec.msgpack.encode(_Trial(digest=self._digest, habit=habit, scores=found)))
        return found

    def played(self, habit: Habit, seeds: range) -> tuple[float, ...]:
        """Return the scores of some games, in the order of their seeds."""
        work = partial(_some, habit=habit, home=self._home)
        shares = [seeds[first :: self._workers] for first in range(min(self._workers, len(seeds)))]
        found = {seed: worth for part in on_all_cores(shares, work, self._workers) for seed, worth in part}
        return tuple(found[seed] for seed in seeds)


def _some(seeds: range, *, habit: Habit, home: tuple[str, str]) -> list[tuple[int, float]]:
    world = world_of(*home)
    return [(seed, points_of(world, habit, seed)) for seed in seeds]


def _path(folder: Path, kind: str, place: int) -> Path:
    return folder / "parts" / f"{kind}-{place:05d}.msgpack"


def _read(path: Path, kind: type[_T]) -> _T | None:
    """Return what a file holds, if it is there and whole."""
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError):
        return None
