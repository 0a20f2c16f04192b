"""What a batch will play, worked out before anything is played: a pure function of its spec.

A cell is a scenario with a founder and a side: what differs from the usual game. Every cell is played
on the same seeds, so that two of them can be compared on common luck. Repetition r has the seed
`root + r`: any row can be played again by hand. Games come in chunks, and a chunk is a part file; neither
depends on the number of workers. With a stop rule the chunks come in rounds: so many seeds of every cell,
then a look.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import groupby, product
from math import inf
from typing import Final

import msgspec

from race.core.words import N_, PlainError, Sentence
from race.policy.registry import PLANNER
from race.sim.together import IN_STEP

_PARTS: Final = 40
"""Part files a batch aims at: enough to share out evenly, few enough to open."""
_LARGEST: Final = 100
"""Games in a chunk at most: more would lose too much to an interruption."""
_PIECES: Final = 10
"""Chunks of one cell in a round."""
FEWEST: Final = 10
"""Seeds a look rests on at least."""
MOST_GAMES: Final = 2_000_000
"""Games of one batch at most: their plan is kept in memory (about 200 bytes each), and so are their rows."""
_LAST_SEED: Final = 2**63 - 1
"""Seeds are kept as signed whole numbers of 64 bits."""
TUNING_SEEDS: Final = 1_000_000
"""From here on seeds belong to fitting; a report never plays them."""


def check_reported(seed: int, games: int) -> None:
    """Refuse a report on `games` seeds from `seed` on that leave 0 to TUNING_SEEDS - 1; raises PlainError."""
    if 0 <= seed < TUNING_SEEDS < seed + games:
        raise PlainError(
            Sentence(
                N_(
                    "The runs ({runs}) from seed {seed} on pass the last seed of a report, {last}; "
                    "ask for fewer runs or a smaller seed."
                ),
                {"runs": str(games), "seed": str(seed), "last": str(TUNING_SEEDS - 1)},
            ),
            code=2,
        )
    if not 0 <= seed < TUNING_SEEDS:
        raise PlainError(
            Sentence(
                N_("Seeds from {first} on are kept for fitting; report on seeds from 0 to {last}."),
                {"first": str(TUNING_SEEDS), "last": str(TUNING_SEEDS - 1)},
            ),
            code=2,
        )


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """What one side of a comparison has of its own; what is None stays as the spec says."""

    name: str = ""
    """What it is called in tables; empty for the usual game."""
    founder: str | None = None
    scenario: str | None = None
    difficulty: str | None = None
    trait: str | None = None
    numbers: dict[str, float] = {}
    """Numbers of the rulebook (`race.luck_sd`) or of a lab (`labs.openai.parent_usd`)."""


class Stop(msgspec.Struct, frozen=True, kw_only=True):
    """Stop before all runs are played: when every interval of a figure is narrow enough."""

    figure: str
    half_width: float
    """Half of the 95 % interval, in the figure's own unit."""
    every: int = 20
    """Seeds between two looks."""
    least: int = 40
    """Seeds before the first look: with fewer, a spread that happens to be small would stop too early."""


class Spec(msgspec.Struct, frozen=True, kw_only=True):
    """Say what to play: everything that can change a result, and nothing else."""

    scenarios: tuple[str, ...]
    founders: tuple[str, ...]
    runs: int
    """Games of each cell."""
    seed: int
    """Seed of the first game of each cell."""
    difficulty: str = "standard"
    """How able the rivals are, in every game."""
    trait: str = "none"
    """What the founder is like, in every game."""
    months: bool = True
    """Whether the long table of months and the events are written."""
    texts: tuple[str, ...] = ()
    """Digest of each scenario's text, so that an edited file is another spec."""
    sides: tuple[Side, ...] = (Side(),)
    """Every scenario and founder is played on each side."""
    stop: Stop | None = None
    """Without one, all runs are played."""


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """One combination that is played `runs` times."""

    cell: int
    scenario: str
    founder: str
    difficulty: str = "standard"
    trait: str = "none"
    side: str = ""
    numbers: dict[str, float] = {}


class Game(msgspec.Struct, frozen=True, kw_only=True):
    """One game to play: its place in the batch and its seed."""

    cell: int
    rep: int
    seed: int
    scenario: str
    founder: str


class Chunk(msgspec.Struct, frozen=True, kw_only=True):
    """Games that one worker plays in a row and writes to one part file."""

    part: int
    games: tuple[Game, ...]


def spec_digest(spec: Spec) -> str:
    """Return 16 hex digits of a spec."""
    return sha256(msgspec.json.encode(spec, order="deterministic")).hexdigest()[:16]


def check(spec: Spec) -> None:
    """Raise PlainError when a spec cannot be played: no runs, a seed out of range, a founder twice."""
    if spec.runs < 1:
        raise _refuse(N_("The number of runs must be 1 or more, not {n}."), spec.runs)
    _check_seeds(spec)
    check_games(spec.runs * len(spec.scenarios) * len(spec.founders) * len(spec.sides))
    for names in (spec.scenarios, spec.founders):
        if not names:
            raise PlainError(Sentence(N_("Name at least one scenario and one founder.")), code=2)
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise _refuse(N_("'{n}' is named twice; name it once."), twice)
    _check_sides(spec)
    if spec.stop is not None and not 0 < spec.stop.half_width < inf:
        raise _refuse(N_("A precision is more than 0, not {n}."), f"{spec.stop.half_width:g}")
    if spec.stop is not None and min(spec.stop.every, spec.stop.least) < FEWEST:
        raise _refuse(N_("Look for the first time after {n} seeds or more."), FEWEST)


def _check_seeds(spec: Spec) -> None:
    """Refuse a first seed that is none, and more runs than there are seeds after it; raises PlainError."""
    if not 0 <= spec.seed <= _LAST_SEED:
        raise _refuse(N_("A seed is a whole number from 0 to 2**63 - 1, not {n}."), spec.seed)
    if spec.runs > _LAST_SEED - spec.seed:
        raise PlainError(
            Sentence(
                N_(
                    "The runs ({runs}) from seed {seed} on pass the last seed, 2**63 - 1; "
                    "ask for fewer runs or a smaller seed."
                ),
                {"runs": str(spec.runs), "seed": str(spec.seed)},
            ),
            code=2,
        )


def _check_sides(spec: Spec) -> None:
    """Refuse two sides that are the same game under two names."""
    played: dict[object, Cell] = {}
    for place, cell in enumerate(cells_of(spec)):
        group = place // len(spec.sides)
        numbers = tuple(sorted(cell.numbers.items()))
        game = (group, cell.scenario, cell.founder, cell.difficulty, cell.trait, numbers)
        other = played.setdefault(game, cell)
        if other is not cell:
            raise PlainError(
                Sentence(
                    N_("'{a}' and '{b}' are the same game with the founder {founder}; leave one out."),
                    {"a": other.side, "b": cell.side, "founder": cell.founder},
                ),
                code=2,
            )


def check_games(games: int) -> None:
    """Refuse so many games as no memory holds the plan of; raises PlainError."""
    if games > MOST_GAMES:
        raise PlainError(
            Sentence(
                N_("That makes {n} games; one batch plays {most} at most: ask for fewer runs."),
                {"n": f"{games:,}", "most": f"{MOST_GAMES:,}"},
            ),
            code=2,
        )


def _refuse(msgid: str, value: int | str) -> PlainError:
    return PlainError(Sentence(msgid, {"n": str(value)}), code=2)


def cells_of(spec: Spec) -> tuple[Cell, ...]:
    """Return the cells of a spec: every scenario with every founder on every side, in the order given."""
    return tuple(
        Cell(
            cell=cell,
            scenario=side.scenario or scenario,
            founder=side.founder or founder,
            difficulty=side.difficulty or spec.difficulty,
            trait=side.trait or spec.trait,
            side=side.name,
            numbers=side.numbers,
        )
        for cell, (scenario, founder, side) in enumerate(product(spec.scenarios, spec.founders, spec.sides))
    )


def games_of(spec: Spec) -> Iterator[Game]:
    """Yield the games of a spec: cell by cell, each in the order of its seeds."""
    for cell in cells_of(spec):
        yield from _games(spec, cell, range(spec.runs))


def _games(spec: Spec, cell: Cell, reps: range) -> Iterator[Game]:
    for rep in reps:
        yield Game(
            cell=cell.cell, rep=rep, seed=spec.seed + rep, scenario=cell.scenario, founder=cell.founder
        )


def rounds_of(spec: Spec) -> tuple[tuple[Chunk, ...], ...]:
    """Return the chunks of a spec in rounds, with a look after each; without a stop rule there is one.

    >>> stop = Stop(figure="score", half_width=10.0, every=20, least=40)
    >>> spec = Spec(scenarios=("history",), founders=("idle", "steward"), runs=100, seed=1, stop=stop)
    >>> [len(chunks) for chunks in rounds_of(spec)]
    [20, 20, 20, 20]
    """
    if spec.stop is None:
        games = list(games_of(spec))
        return (tuple(_cut(games, 0, max(1, min(_LARGEST, len(games) // _PARTS)))),)
    found: list[tuple[Chunk, ...]] = []
    part, first = 0, 0
    for last in (*range(min(spec.stop.least, spec.runs), spec.runs, spec.stop.every), spec.runs):
        reps = range(first, last)
        of_round: list[Chunk] = []
        for cell in cells_of(spec):
            games = list(_games(spec, cell, reps))
            of_round += _cut(games, part + len(of_round), max(1, len(games) // _PIECES))
        found.append(tuple(of_round))
        part, first = part + len(of_round), last
    return tuple(found)


def _cut(games: list[Game], part: int, size: int) -> Iterator[Chunk]:
    for number, first in enumerate(range(0, len(games), size), start=part):
        yield Chunk(part=number, games=tuple(games[first : first + size]))


def chunks_of(spec: Spec) -> tuple[Chunk, ...]:
    """Return the chunks of a spec.

    >>> spec = Spec(scenarios=("history",), founders=("idle", "steward"), runs=100, seed=1)
    >>> chunks = chunks_of(spec)
    >>> len(chunks), len(chunks[0].games), chunks[-1].games[-1].seed
    (40, 5, 100)
    """
    return tuple(chunk for chunks in rounds_of(spec) for chunk in chunks)


def handfuls(games: Sequence[Game], most: int = IN_STEP) -> Iterator[tuple[Game, ...]]:
    """Yield games in their order, as many at a time as are played in step; a planner's by itself.

    A planner plays some hundred games of its own in each of its moves.
    """
    for dear, row in groupby(games, lambda game: game.founder == PLANNER):
        alike, size = tuple(row), 1 if dear else most
        for first in range(0, len(alike), size):
            yield alike[first : first + size]
