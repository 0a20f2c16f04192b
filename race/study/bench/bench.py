"""The whole bench: every ratio that can be measured here, and the signature."""

from collections.abc import Callable
from math import fsum

import msgspec

from race.core.rulebook.seats.rivals import STANDARD
from race.study import clock
from race.study.bench.ahead import forecast
from race.study.bench.measure import Measure
from race.study.bench.owners import owners
from race.study.bench.pace import paced
from race.study.bench.sides import first_frame, idle_window, table_frame, workers
from race.study.bench.signature import signature
from race.study.bench.size import fork, large_population, memory
from race.study.bench.speed import speed


class Bench(msgspec.Struct, frozen=True, kw_only=True):
    """What one run of the bench found."""

    signature: str
    measures: tuple[Measure, ...]


class Part(msgspec.Struct, frozen=True):
    """One part of the bench: what it measures, and what it took once, to tell how long the rest takes."""

    usual: float
    """Seconds on two slow cores; only their proportions matter."""
    measure: Callable[[], list[Measure]]


Tell = Callable[[list[Measure], int, float], None]
"""Hears the figures of a part, how many parts are left, and the seconds they take at the pace so far."""


def steps(games: int, rss_games: int, catanatron: str | None, difficulty: str = STANDARD) -> tuple[Part, ...]:
    """Return the parts of the bench."""
    return (
        Part(5.0 * games, lambda: speed(games, catanatron, difficulty)),
        Part(7.5 * games, lambda: workers(games)),
        Part(36.0, owners),
        Part(6.0, fork),
        Part(4.0, large_population),
        Part(80.0, forecast),
        Part(23.0, first_frame),
        Part(30.0, table_frame),
        Part(44.0, idle_window),
        Part(0.6 * rss_games, lambda: memory(rss_games)),
    )


def run_bench(games: int, rss_games: int, tell: Tell, catanatron: str | None, difficulty: str) -> Bench:
    """Run the bench; `tell` hears each part's figures when they are there.

    `catanatron` is the Python of an environment in which Catanatron is installed.
    """
    measures: list[Measure] = []
    parts, begun = steps(games, rss_games, catanatron, difficulty), clock.now()
    for place, part in enumerate(parts, start=1):
        found = paced(part.measure)
        measures += found
        done, left = (fsum(each.usual for each in some) for some in (parts[:place], parts[place:]))
        tell(found, len(parts) - place, left * (clock.now() - begun) / done)
    return Bench(signature=signature(), measures=tuple(measures))
