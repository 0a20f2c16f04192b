"""The whole bench: every ratio that can be measured here, and the signature."""

from collections.abc import Callable, Iterator

import msgspec

from race.core.rulebook.seats.rivals import STANDARD
from race.study.bench.ahead import forecast
from race.study.bench.measure import Measure
from race.study.bench.owners import owners
from race.study.bench.sides import first_frame, idle_window, table_frame, workers
from race.study.bench.signature import signature
from race.study.bench.size import fork, large_population, memory
from race.study.bench.speed import speed


class Bench(msgspec.Struct, frozen=True, kw_only=True):
    """What one run of the bench found."""

    signature: str
    measures: tuple[Measure, ...]


def steps(
    games: int, rss_games: int, catanatron: str | None, difficulty: str = STANDARD
) -> Iterator[Callable[[], list[Measure]]]:
    """Yield the parts of the bench, each a call that takes some seconds."""
    yield lambda: speed(games, catanatron, difficulty)
    yield lambda: workers(games)
    yield owners
    yield fork
    yield large_population
    yield forecast
    yield first_frame
    yield table_frame
    yield idle_window
    yield lambda: memory(rss_games)


def run_bench(
    games: int,
    rss_games: int,
    tell: Callable[[Measure], None],
    catanatron: str | None = None,
    difficulty: str = STANDARD,
) -> Bench:
    """Run the bench; `tell` hears each figure when it is there.

    `catanatron` is the Python of an environment in which Catanatron is installed.
    """
    measures: list[Measure] = []
    for step in steps(games, rss_games, catanatron, difficulty):
        found = step()
        measures += found
        for measure in found:
            tell(measure)
    return Bench(signature=signature(), measures=tuple(measures))
