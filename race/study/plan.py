"""What a batch will play, worked out before anything is played: a pure function of its spec.

A cell is a scenario with a founder; every cell is played on the same seeds, so that two founders
can be compared on common luck. Repetition r has the seed `root + r`: any row can be played again by
hand. Games come in chunks, and a chunk is a part file; neither depends on the number of workers.
"""

from collections.abc import Iterator
from hashlib import sha256
from typing import Final

import msgspec

from race.core.words import N_, PlainError, Sentence

_PARTS: Final = 40
"""Part files a batch aims at: enough to share out evenly, few enough to open."""
_LARGEST: Final = 100
"""Games in a chunk at most: more would lose too much to an interruption."""
_LAST_SEED: Final = 2**63 - 1


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


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """One combination that is played `runs` times."""

    cell: int
    scenario: str
    founder: str


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
    if not 0 <= spec.seed <= _LAST_SEED - spec.runs:
        raise _refuse(N_("A seed is a whole number from 0 to 2**63 - 1, not {n}."), spec.seed)
    for names in (spec.scenarios, spec.founders):
        if not names:
            raise PlainError(Sentence(N_("Name at least one scenario and one founder.")), code=2)
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise _refuse(N_("'{n}' is named twice; name it once."), twice)


def _refuse(msgid: str, value: int | str) -> PlainError:
    return PlainError(Sentence(msgid, {"n": str(value)}), code=2)


def cells_of(spec: Spec) -> tuple[Cell, ...]:
    """Return the cells of a spec: every scenario with every founder, in the order given."""
    pairs = [(scenario, founder) for scenario in spec.scenarios for founder in spec.founders]
    return tuple(
        Cell(cell=cell, scenario=scenario, founder=founder) for cell, (scenario, founder) in enumerate(pairs)
    )


def games_of(spec: Spec) -> Iterator[Game]:
    """Yield the games of a spec: cell by cell, each in the order of its seeds."""
    for cell in cells_of(spec):
        for rep in range(spec.runs):
            yield Game(
                cell=cell.cell, rep=rep, seed=spec.seed + rep, scenario=cell.scenario, founder=cell.founder
            )


def chunks_of(spec: Spec) -> tuple[Chunk, ...]:
    """Return the chunks of a spec.

    >>> spec = Spec(scenarios=("history",), founders=("idle", "steward"), runs=100, seed=1)
    >>> chunks = chunks_of(spec)
    >>> len(chunks), len(chunks[0].games), chunks[-1].games[-1].seed
    (40, 5, 100)
    """
    games = list(games_of(spec))
    size = max(1, min(_LARGEST, len(games) // _PARTS))
    return tuple(
        Chunk(part=part, games=tuple(games[first : first + size]))
        for part, first in enumerate(range(0, len(games), size))
    )
