"""Play the plan of a balance report on all cores, a part file a chunk, and keep little of each game.

What is played is kept: a report that was interrupted goes on where it stopped. A game that fails is
set aside with its seed, and the others are played.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import as_completed
from functools import lru_cache, partial
from pathlib import Path
from typing import TypeVar

import msgspec

from race.core.ids import LABS, Firm
from race.policy.registry import PLANNER
from race.scenario.load import Scenario, load_scenario, switched_off
from race.session.disk import make_folder, write_atomically
from race.study.balance.plan import Arm, Chunk, Spec, chunks_of
from race.study.crew import processes
from race.study.game import GameRecord, Start, play_game, play_or_tell
from race.study.native.whole import whole_tree
from race.study.run import Progress

_T = TypeVar("_T")
_R = TypeVar("_R")
TRACED = ("field", "planner")
"""Parts of a plan of which the months are kept."""


class Track(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The months of one game, the opening first."""

    elo: tuple[tuple[float, ...], ...]
    """Published score of each lab's best release, shape (months, labs)."""
    truth: tuple[tuple[float, ...], ...]
    """True quality of each lab's best release, shape (months, labs)."""
    compute: tuple[tuple[float, ...], ...]
    """H100e that each lab has running, shape (months, labs)."""
    trust: tuple[float, ...]
    """Share-weighted, 0-1."""
    leads: int
    """Changes of the leader by the margin that counts, those before the opening among them."""
    opening: int = 0
    """Month of the first: 0, or a later one when the scenario starts later."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a report keeps of one game."""

    seed: int
    ending: str
    score: int
    trust: float
    gap: float
    """Mean true gap to the best other lab over the last months, Elo (0 or less: in front)."""
    months: int
    frontier_months_by_18: int
    diverted: int
    """H100e."""
    kept: int
    missed: int
    refusals: int
    fingerprint: str
    track: Track | None = None


class Lost(msgspec.Struct, frozen=True, kw_only=True):
    """A game that failed."""

    arm: int
    founder: str
    scenario: str
    seed: int
    traceback: str


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """What came of one chunk."""

    part: int
    digest: str
    games: tuple[Outcome, ...]
    lost: tuple[Lost, ...] = ()


Tell = Callable[[Progress], None]


def play_plan(
    spec: Spec, folder: Path, *, digest: str, workers: int, tell: Tell
) -> tuple[tuple[Part, ...], int]:
    """Play every chunk that is not in the folder yet.

    Return all parts in the plan's order, and how many of their games were there already.
    """
    chunks = chunks_of(spec)
    parts = folder / "parts"
    make_folder(parts)
    found = {chunk.part: part for chunk in chunks if (part := _read(parts, chunk, digest)) is not None}
    total, kept = sum(len(chunk.seeds) for chunk in chunks), sum(map(_size, found.values()))
    done = kept
    tell(Progress(done=done, total=total, kept=kept))
    work = partial(play_chunk, digest=digest)
    left = [chunk for chunk in chunks if chunk.part not in found]
    left.sort(key=lambda chunk: (chunk.arm.founder != PLANNER, chunk.part))  # the dear ones are begun first
    planned, made = {chunk.part: chunk for chunk in left}, whole_tree() if workers > 1 else None
    for played in on_all_cores(left, work, workers, made):
        # the word of the program as it is written counts for what failed in a compiled tree
        part = work(planned[played.part]) if played.lost and made else played
        write_atomically(_path(parts, part.part), msgspec.msgpack.encode(part))
        found[part.part] = part
        done += _size(part)
        tell(Progress(done=done, total=total, kept=kept))
    return tuple(found[chunk.part] for chunk in chunks), kept


def _size(part: Part) -> int:
    return len(part.games) + len(part.lost)


def _path(folder: Path, part: int) -> Path:
    return folder / f"part-{part:05d}.msgpack"


def _read(folder: Path, chunk: Chunk, digest: str) -> Part | None:
    """Return a part that is there, whole and of this plan."""
    try:
        part = msgspec.msgpack.decode(_path(folder, chunk.part).read_bytes(), type=Part)
    except (OSError, msgspec.DecodeError):
        return None
    return part if part.digest == digest and _size(part) == len(chunk.seeds) else None


def on_all_cores(
    tasks: Sequence[_T], work: Callable[[_T], _R], workers: int, found: Path | None = None
) -> Iterator[_R]:
    """Yield what came of each task as it is done; they are begun in order.

    Several workers play in a compiled tree if one is given (`race.study.native.whole.whole_tree`).
    Raises PlainError when the worker processes cannot play at all.
    """
    if workers == 1:
        yield from map(work, tasks)
        return
    with processes(workers, found) as pool:
        try:
            for done in as_completed([pool.submit(work, task) for task in tasks]):
                yield done.result()
        except BaseException:
            pool.shutdown(cancel_futures=True)  # what is begun is finished, the rest is left
            raise


def play_chunk(chunk: Chunk, *, digest: str, world: Scenario | None = None) -> Part:
    """Play the games of a chunk, in a world of one's own if given; a game that raises is set aside."""
    arm = chunk.arm
    traced = arm.part in TRACED
    played_in = world or world_of(arm.scenario, arm.difficulty, arm.without)
    records = play_or_tell([Start(played_in, arm.founder, seed) for seed in chunk.seeds], months=traced)
    games, lost = [], []
    for seed, record in zip(chunk.seeds, records, strict=True):
        if isinstance(record, str):
            lost.append(
                Lost(arm=arm.arm, founder=arm.founder, scenario=arm.scenario, seed=seed, traceback=record)
            )
        else:
            games.append(_outcome(record, traced=traced))
    return Part(part=chunk.part, digest=digest, games=tuple(games), lost=tuple(lost))


def play_one(arm: Arm, seed: int) -> Outcome:
    """Play one game of an arm in its world; raises what the game raises."""
    traced = arm.part in TRACED
    played_in = world_of(arm.scenario, arm.difficulty, arm.without)
    return _outcome(play_game(played_in, arm.founder, seed, months=traced), traced=traced)


def _outcome(record: GameRecord, *, traced: bool) -> Outcome:
    return Outcome(
        seed=record.seed,
        ending=record.ending,
        score=record.score.total,
        trust=record.trust,
        gap=record.final_gap,
        months=record.months,
        frontier_months_by_18=record.frontier_months_by_18,
        diverted=record.diverted_h100e,
        kept=record.promises_kept,
        missed=record.promises_missed,
        refusals=record.refusals,
        fingerprint=record.fingerprint,
        track=_track(record) if traced else None,
    )


@lru_cache(maxsize=64)
def world_of(scenario: str, difficulty: str, without: str = "") -> Scenario:
    """Return a scenario at a difficulty, with one mechanic switched off if it is named."""
    world = load_scenario(scenario, difficulty)
    return switched_off(world, without) if without else world


def _track(record: GameRecord) -> Track:
    months = record.measures
    return Track(
        elo=_lines(months, "elo_published"),
        truth=_lines(months, "elo_true"),
        compute=_lines(months, "compute_h100e"),
        trust=tuple(round(month[Firm.TESLA, "trust_weighted"], 4) for month in months),
        leads=int(months[-1]["market", "leader_changes_by_margin"]),
        opening=record.opening,
    )


def _lines(months: tuple[dict[tuple[str, str], float], ...], metric: str) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(round(month[lab, metric], 1) for lab in LABS) for month in months)
