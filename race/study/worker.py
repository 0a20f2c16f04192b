"""What a worker does: prove that it plays the same game as everybody, then play chunks.

A game that raises is set aside with its traceback, and the others of its chunk are played. A chunk that was
lost with its worker is played game by game, the game at hand noted: one that kills its process can be named.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from multiprocessing.synchronize import Event as Flag
from pathlib import Path
from typing import Final

import msgspec

from race.core.words import N_, PlainError, Sentence
from race.memory import collect_seldom
from race.scenario.load import Scenario, parse_scenario, plain_name
from race.scenario.overrides import changed
from race.session.beside.crew import keep_to_parent
from race.session.digests import code_digest
from race.session.disk import unwritable, write_atomically
from race.sim.race_model import RaceModel
from race.sim.together import IN_STEP
from race.study.game import GameRecord, Play, Start, play_games, play_or_tell
from race.study.manifest import Poison
from race.study.plan import Cell, Chunk, Game, handfuls
from race.study.tables import write_part

_PROOF: Final = 3
"""Months of the game a worker must reproduce."""


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """A chunk with all a worker needs to know to play it."""

    folder: str
    spec: str
    chunk: Chunk
    months: bool
    signature: str
    code: str
    """Digest of the program whose games these are."""
    texts: dict[str, str]
    """The text of each scenario: where a worker stands there may be another file, or none."""
    cells: tuple[Cell, ...]
    """The cells its games belong to."""
    killers: tuple[Poison, ...] = ()
    """Games that killed a worker before: set aside without another try."""
    apart: bool = False
    """Whether games are played one by one, each noted before it is: one of them has killed its worker."""


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a job; `trouble` when the part could not be written."""

    part: int
    games: int = 0
    quarantined: int = 0
    stopped: bool = False
    trouble: Sentence | None = None
    code: int = 0


_stop: list[Flag] = []


@lru_cache(maxsize=1)
def proof() -> str:
    """Return the fingerprint of a short fixed game; the same in every process or nobody may play."""
    race = RaceModel("the-twelve-thousand", "diverter", 0, collect=False)
    try:
        for _ in range(_PROOF):
            race.step()
        return race.fingerprint().whole
    finally:
        race.close()


def enter(stop: Flag) -> None:
    """Prepare a worker process: keep to the master, and take the flag by which it lets workers leave."""
    keep_to_parent()
    collect_seldom()
    _stop[:] = [stop]


def play_chunk(job: Job, play: Play = play_games) -> Done:
    """Play a chunk and write its part; errors of the folder come back as words."""
    if (proof(), code_digest()) != (job.signature, job.code):
        return Done(
            part=job.chunk.part,
            trouble=Sentence(
                N_("A worker plays another game than the master; install the same version everywhere.")
            ),
            code=4,
        )
    try:
        return _play_chunk(job, play)
    except PlainError as error:
        return Done(part=job.chunk.part, trouble=error.sentence, code=error.code)
    except OSError as error:
        trouble = unwritable(Path(job.folder), error)
        return Done(part=job.chunk.part, trouble=trouble.sentence, code=trouble.code)


def _play_chunk(job: Job, play: Play) -> Done:
    folder, chunk = Path(job.folder), job.chunk
    note = note_path(folder, chunk.part)
    played: list[tuple[Game, GameRecord]] = []
    poison = list(job.killers)
    dead = {(killer.cell, killer.rep) for killer in job.killers}
    living = [game for game in chunk.games if (game.cell, game.rep) not in dead]
    for games in handfuls(living, 1 if job.apart else IN_STEP):
        if any(flag.is_set() for flag in _stop):
            return Done(part=chunk.part, stopped=True)
        if job.apart:
            note.write_bytes(msgspec.json.encode(games[0]))
        for game, record in zip(games, _records(job, games, play), strict=True):
            if isinstance(record, str):
                poison.append(poison_of(game, record))
            else:
                played.append((game, record))
    if poison:
        write_atomically(poison_path(folder, chunk.part), msgspec.json.encode(poison))
    else:  # an earlier try may have set games aside that are played now
        poison_path(folder, chunk.part).unlink(missing_ok=True)
    write_part(folder, chunk.part, job.spec, played, months=job.months)
    note.unlink(missing_ok=True)
    return Done(part=chunk.part, games=len(played), quarantined=len(poison))


def _records(job: Job, games: Sequence[Game], play: Play) -> list[GameRecord | str]:
    """Return the record of each game, or the traceback of one that raises."""
    cells = {cell.cell: cell for cell in job.cells}
    starts = [Start(start_of(cells[game.cell], job.texts), game.founder, game.seed) for game in games]
    return play_or_tell(starts, months=job.months, play=play)


def start_of(cell: Cell, texts: Mapping[str, str]) -> Scenario:
    """Return what a cell's games start from, by the texts of scenarios.

    Raises PlainError for names and numbers that cannot be.
    """
    name, numbers = plain_name(cell.scenario), tuple(cell.numbers.items())
    return _start(name, texts[cell.scenario], cell.difficulty, cell.trait, numbers)


@lru_cache(maxsize=64)
def _start(
    name: str, text: str, difficulty: str, trait: str, numbers: tuple[tuple[str, float], ...]
) -> Scenario:
    scenario = parse_scenario(name, text, difficulty, trait)
    return changed(scenario, dict(numbers)) if numbers else scenario


def poison_of(game: Game, traceback: str) -> Poison:
    """Return a game set aside, with what it did."""
    return Poison(
        cell=game.cell,
        rep=game.rep,
        seed=game.seed,
        scenario=game.scenario,
        founder=game.founder,
        traceback=traceback,
    )


def note_path(folder: Path, part: int) -> Path:
    """Return the file that names the game a worker has at hand."""
    return folder / "parts" / f".playing-{part:05d}.json"


def poison_path(folder: Path, part: int) -> Path:
    """Return the file of a part's quarantined games."""
    return folder / "parts" / f"poison-{part:05d}.json"


def read_poison(folder: Path, part: int) -> tuple[Poison, ...]:
    """Return the quarantined games of a part."""
    path = poison_path(folder, part)
    return msgspec.json.decode(path.read_bytes(), type=tuple[Poison, ...]) if path.exists() else ()


def game_at_hand(folder: Path, part: int) -> Game | None:
    """Return the game a dead worker had at hand, or None when it had none."""
    try:
        return msgspec.json.decode(note_path(folder, part).read_bytes(), type=Game)
    except (OSError, msgspec.DecodeError):
        return None
