"""What a position costs: a fork, a large population, and the memory that many games leave behind."""

import gc
import os
from pathlib import Path
from typing import Final

import msgspec

from race.core.words import N_, Sentence
from race.scenario.load import Scenario, load_scenario, override
from race.sim.race_model import RaceModel
from race.study import clock
from race.study.bench.measure import Measure
from race.study.crew import in_a_process

LARGE: Final = 200_000
"""Holders of the large population."""
WARM: Final = 200
"""Games before memory is looked at, as in the acceptance figure; fewer for a short run."""
_STATM: Final = Path("/proc/self/statm")


def fork() -> list[Measure]:
    """Measure a fork of a position after a year, in us: the position alone, and a game to play on."""
    race = RaceModel("history", "steward", 1, collect=False)
    for _ in range(12):
        race.step()
    forks: list[RaceModel] = []
    position = clock.cost(race.world.copy, repeats=15, batch=200)
    playable = clock.cost(lambda: forks.append(race.fork()), repeats=15, batch=50)
    for game in (*forks, race):
        game.close()
    return [
        Measure(
            key="fork_us",
            title=Sentence(N_("fork of a position")),
            value=position * 1e6,
            unit="us",
            bar=200.0,
            aim=50.0,
            more_is_better=False,
        ),
        Measure(
            key="playable_fork_us",
            title=Sentence(N_("fork with its agents, ready to play")),
            value=playable * 1e6,
            unit="us",
            note=Sentence(N_("the position is shared until a month is played")),
        ),
    ]


def large_population() -> list[Measure]:
    """Measure one month with 200,000 holders, in ms: the median of a year's months."""
    race = populated(LARGE, "steward")
    months = [clock.cost(race.step) for _ in range(12)]
    race.close()
    return [
        Measure(
            key="large_month_ms",
            title=Sentence(N_("one month with 200,000 holders")),
            value=sorted(months)[len(months) // 2] * 1e3,
            unit="ms",
            bar=100.0,
            aim=16.0,
            more_is_better=False,
        )
    ]


def populated(size: int, founder: str) -> RaceModel:
    """Return a game of `history` with a population of this size."""
    scenario = load_scenario("history")
    rules = override(scenario.rules, {"owners": {"size": size}})
    return RaceModel(msgspec.structs.replace(scenario, rules=rules), founder, 1, collect=False)


def memory(games: int) -> list[Measure]:
    """Measure what `games` games leave behind in a fresh process, in MB, once it is warm."""
    return [
        Measure(
            key="memory_mb",
            title=Sentence(N_("memory left behind by {n} games"), {"n": str(games)}),
            value=in_a_process(_growth, games) if _STATM.exists() else None,
            unit="MB",
            bar=5.0,
            aim=0.0,
            more_is_better=False,
            note=None if _STATM.exists() else Sentence(N_("not measured: this system does not say")),
        )
    ]


def _growth(games: int) -> float:
    scenario = load_scenario("history")
    warm = min(WARM, max(1, games // 2))
    _play_many(scenario, 0, warm)
    before = _resident()
    _play_many(scenario, warm, games)
    return _resident() - before


def _play_many(scenario: Scenario, first: int, games: int) -> None:
    for seed in range(first, first + games):
        race = RaceModel(scenario, "diverter", seed, collect=False)
        while race.world.ending is None:
            race.step()
        race.close()


def _resident() -> float:
    """Return this process's resident memory in MB."""
    gc.collect()
    return int(_STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
