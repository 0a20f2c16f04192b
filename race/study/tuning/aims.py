"""What a fit makes smaller: the distance from the facts, or from the balance that the game must have.

Each aim plays the games it needs and says how far each of its lines is from where it should be; the sum
is what the search makes smaller.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from math import isfinite
from typing import Final

import msgspec

from race.scenario.load import Scenario
from race.study.balance.games import Part, play_chunk
from race.study.balance.measures import IN, Measure, measures
from race.study.balance.plan import Chunk, Sizes, chunks_of
from race.study.balance.plan import Spec as Plan
from race.study.balance.tally import tally_of
from race.study.crew import crew_size, processes
from race.study.hindcast.games import crew
from race.study.hindcast.table import Hindcast, judge
from race.study.tuning.loss import FARTHEST, OUTSIDE, distance

_LEAST_SCALE: Final = 0.1
"""Least distance that counts as one, for a target that is open at one end."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One figure that has a target."""

    row: str
    """A row of the facts, or a line of the balance (English msgid)."""
    entity: str = ""
    metric: str = ""
    date: str = ""
    low: float
    high: float
    figure: float | None
    inside: bool
    loss: float
    counts: bool = True
    """Whether the search looks at it."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """How a world stands towards an aim."""

    first_seed: int
    games: int
    """Games of each founder."""
    inside: int
    asked: int
    """Rows or lines that have a target."""
    lines: tuple[Line, ...]

    @property
    def loss(self) -> float:
        """Return what the search makes smaller."""
        return sum([line.loss for line in self.lines if line.counts])


Judge = Callable[[Scenario, Sequence[int]], Standing]
"""Play a scenario on some seeds and say how it stands."""


class ToFacts(msgspec.Struct, frozen=True, tag=True):
    """Put rows of the hindcast in the middle of their bands."""

    rows: tuple[str, ...]

    @property
    def said(self) -> str:
        """Return the rows."""
        return f"rows {', '.join(self.rows)}"

    @contextmanager
    def judging(self, workers: int) -> Iterator[Judge]:
        """Give the judge of the historical founder's games."""
        with crew(workers, series=False) as observe:
            yield lambda world, seeds: facts_standing(judge(world.name, observe(world, seeds)), self.rows)


class ToBalance(msgspec.Struct, frozen=True, tag=True):
    """Bring the balance of the founders into its bands: the lines that one scenario can answer."""

    @property
    def said(self) -> str:
        """Return the word for it."""
        return "the balance"

    @contextmanager
    def judging(self, workers: int) -> Iterator[Judge]:
        """Give the judge of all founders' and all quotas' games."""
        workers = crew_size(workers)
        if workers == 1:
            yield lambda world, seeds: _balanced(world, seeds, map)
            return
        with processes(workers) as pool:
            yield lambda world, seeds: _balanced(world, seeds, pool.map)


def facts_standing(table: Hindcast, rows: Sequence[str]) -> Standing:
    """Return how a hindcast stands towards some of its rows; the others are shown."""
    lines = tuple(
        Line(
            row=value.band.row,
            entity=value.band.entity,
            metric=value.band.metric,
            date=value.band.date,
            low=value.band.low,
            high=value.band.high,
            figure=value.median,
            inside=value.inside,
            loss=distance(value),
            counts=value.band.row in rows,
        )
        for value in table.values
    )
    return Standing(
        first_seed=table.first_seed,
        games=table.games,
        inside=table.all.inside,
        asked=table.all.rows,
        lines=lines,
    )


_Map = Callable[[Callable[[Chunk], Part], Sequence[Chunk]], Iterator[Part]]


def _balanced(world: Scenario, seeds: Sequence[int], play: _Map) -> Standing:
    games = len(seeds)
    sizes = Sizes(field=games, other=0, quota=games, mechanic=0)
    plan = Plan(scenarios=(world.name,), difficulties=(world.difficulty,), seed=seeds[0], sizes=sizes)
    parts = list(play(partial(play_chunk, digest="", world=world), chunks_of(plan)))
    lost = next((lost for part in parts for lost in part.lost), None)
    if lost is not None:
        raise ValueError(lost.traceback)
    lines = tuple(balance_line(found) for found in measures(tally_of(plan, parts)))
    inside = sum(line.inside for line in lines)
    return Standing(first_seed=seeds[0], games=games, inside=inside, asked=len(lines), lines=lines)


def balance_line(found: Measure) -> Line:
    """Return a line of the balance with its loss: 0 in the band, else 2 and its distance in bands.

    Figures are taken as they are, counts among them: the few games of a trial settle little.

    >>> from race.study.compare import Interval
    >>> found, band = Interval(0.44, 0.4, 0.5, 9), (0.2, 0.32)
    >>> far = Measure(name="x", target="", unit="%", found=found, verdict="out", band=band)
    >>> none = Interval(0, 0, 3, 9)
    >>> nobody = Measure(name="x", target="0", unit="archetypes", found=none, verdict="unsettled")
    >>> round(balance_line(far).loss, 6), balance_line(nobody).loss
    (3.0, 0.0)
    """
    low, high = found.band or (0.0, 0.0)
    figure = found.found.value
    judged = found.band is not None or found.unit == "archetypes"
    inside = low <= figure <= high if judged else found.verdict == IN
    if inside:
        away = 0.0
    elif not found.band:
        away = OUTSIDE + 1.0
    else:
        edge = low if figure < low else high
        scale = high - low if isfinite(high - low) else max(_LEAST_SCALE, abs(low))
        away = OUTSIDE + min(FARTHEST, abs(figure - edge) / max(scale, 1e-9))
    return Line(row=found.name, metric=found.who, low=low, high=high, figure=figure, inside=inside, loss=away)
