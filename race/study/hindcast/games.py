"""Play the historical founder's game on many seeds, on all cores, and keep the figures of each.

Results come in the order of the seeds, whatever the number of workers. A worker keeps the scenario it
was started with; a changed rulebook (the tuner's) is sent along with the seeds.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Final

import msgspec

from race.scenario.load import Scenario
from race.study.crew import crew_size, processes
from race.study.hindcast.bands import Band, bands
from race.study.hindcast.diary import Diary, keep_diary
from race.study.hindcast.readers import check, read
from race.study.hindcast.shown import shown_values

SERIES: Final = (
    "compute_h100e",
    "elo_published",
    "users_m",
    "share",
    "revenue_usd_m_per_month",
    "valuation_usd_bn",
    "lead_time_weeks",
    "frontier_elo",
    "chips_powered",
)
"""Metrics whose months are kept for the figures."""
_CHUNK: Final = 5
"""Seeds handed to a worker at a time."""


class Observed(msgspec.Struct, frozen=True, kw_only=True):
    """What one game said to each question."""

    seed: int
    months: int
    """Month index of the last that was played, 18 unless it ended before."""
    ending: str
    values: tuple[float | None, ...]
    """In the order of the bands."""
    shown: dict[str, float] = {}
    """Inputs and identities by their name."""
    series: dict[tuple[str, str], tuple[float, ...]] = {}
    """By (entity, metric), the opening first."""
    opening: int = 0
    """Month of the first figure of each series."""


Observe = Callable[[Scenario, Sequence[int]], list[Observed]]
"""Play a scenario on some seeds and return what each game said."""
Tell = Callable[[int], None]
"""Hear how many games are done."""


def observe(scenario: Scenario, seeds: Sequence[int], *, series: bool = True) -> list[Observed]:
    """Play one scenario on some seeds, here."""
    asked = bands()
    return [_observed(keep_diary(scenario, seed), asked, series=series) for seed in seeds]


def _observed(diary: Diary, asked: tuple[Band, ...], *, series: bool) -> Observed:
    kept = [key for key in diary.months[0].measures if key[1] in SERIES] if series else []
    return Observed(
        seed=diary.seed,
        months=diary.last,
        ending=diary.ending,
        values=tuple(read(diary, band) for band in asked),
        shown=shown_values(diary) if series else {},
        series={key: tuple(month.measures[key] for month in diary.months) for key in kept},
        opening=diary.opening,
    )


@contextmanager
def crew(workers: int, *, series: bool = True, tell: Tell = lambda _: None) -> Iterator[Observe]:
    """Give a function that observes games on `workers` processes (one: in this process).

    Raises PlainError for fewer than one worker, for one that is lost, or a metric without a reader.
    """
    workers = crew_size(workers)
    check(bands())
    work = partial(observe, series=series)
    if workers == 1:
        yield lambda scenario, seeds: _join((work(scenario, chunk) for chunk in _chunks(seeds)), tell)
        return
    with processes(workers) as pool:
        yield lambda scenario, seeds: _join(pool.map(partial(work, scenario), _chunks(seeds)), tell)


def _chunks(seeds: Sequence[int]) -> list[Sequence[int]]:
    return [seeds[first : first + _CHUNK] for first in range(0, len(seeds), _CHUNK)]


def _join(parts: Iterator[list[Observed]], tell: Tell) -> list[Observed]:
    found: list[Observed] = []
    for part in parts:
        found += part
        tell(len(found))
    return found
