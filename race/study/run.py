"""Play a plan on all cores: one loop over an executor, resumable, with nothing lost on the way.

What is finished stays: an interrupted batch keeps its parts and merges those it has.
"""

from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from hashlib import sha256
from math import isfinite
from pathlib import Path
from typing import Any, Final

import msgspec

from race.core.rulebook.character.traits import NO_TRAIT
from race.core.rulebook.seats.rivals import STANDARD
from race.core.words import N_, PlainError, Sentence
from race.scenario.load import scenario_text
from race.scenario.toml import names_toml
from race.session.disk import make_folder, sweep
from race.sim.cast import founder_seat
from race.study import clock
from race.study.crew import CompiledPool, Crew, Pool, crew_of, crew_size, workers_lost
from race.study.extras import need
from race.study.game import Play, play_games
from race.study.manifest import Manifest, alone_in, continued, new_manifest, write_asked, write_manifest
from race.study.plan import Chunk, Side, Spec, Stop, cells_of, check, chunks_of, rounds_of
from race.study.shards import shard_of
from race.study.statistics.figures import figure_of
from race.study.statistics.stopping import look
from race.study.tables import games_of_parts, merge, part_is_whole
from race.study.worker import (
    Done,
    Job,
    game_at_hand,
    play_chunk,
    poison_of,
    proof,
    read_poison,
    start_of,
)

_AHEAD: Final = 2
"""Chunks handed out per worker, so that none waits for the master."""
_TRIES: Final = 3
"""Times a chunk that is alone may lose its worker over the same game before that game is blamed."""
_STARTS: Final = 6
"""Times its worker may be lost before any game was begun, as where no process can live or be asked."""
_NOWHERE: Final = (-1, -1)
"""The place of a loss before any game was begun."""


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far a batch is, in games; those that were set aside are done as well."""

    done: int
    total: int
    kept: int
    """Games of parts that were there already."""


Tell = Callable[[Progress], None]


def spec_of(  # noqa: PLR0913 - what can change a result
    scenarios: tuple[str, ...],
    founders: tuple[str, ...],
    runs: int,
    seed: int,
    *,
    months: bool = True,
    difficulty: str = STANDARD,
    trait: str = NO_TRAIT,
    sides: tuple[Side, ...] = (Side(),),
    stop: Stop | None = None,
) -> Spec:
    """Return a checked spec; raises PlainError for unknown names, no runs or a seed out of range."""
    spec = Spec(
        scenarios=scenarios,
        founders=founders,
        runs=runs,
        seed=seed,
        difficulty=difficulty,
        trait=trait,
        months=months,
        sides=sides,
        stop=stop,
    )
    texts = texts_of(spec)
    for cell in cells_of(spec):
        founder_seat(start_of(cell, texts), cell.founder)
    if stop is not None:
        figure_of(stop.figure)
    spec = msgspec.structs.replace(spec, texts=_digests(texts))
    check(spec)
    return spec


def texts_of(spec: Spec) -> dict[str, str]:
    """Return the text of each scenario of a spec, by name or path.

    Raises PlainError for one that is not there, or that has changed since the spec was made.
    """
    texts = {name: scenario_text(name) for name in dict.fromkeys(cell.scenario for cell in cells_of(spec))}
    for name, was, now in zip(texts, spec.texts, _digests(texts), strict=False):
        if was != now:
            raise PlainError(
                Sentence(
                    N_("{file} has changed since the batch was asked for; give the command again."),
                    {"file": name},
                ),
                code=4,
            )
    return texts


def _digests(texts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sha256(text.encode()).hexdigest()[:16] for text in texts.values())


def run(  # noqa: PLR0913 - a spec, a place, and how
    spec: Spec,
    folder: Path,
    *,
    workers: int,
    resume: bool = False,
    shard: str = "",
    cluster: str = "",
    asked: dict[str, Any] | None = None,
    tell: Tell = lambda _: None,
    play: Play = play_games,
    before: Callable[[], object] = lambda: None,
) -> Manifest:
    """Play a spec, or a shard of it, into a results folder and return its manifest.

    `before` is called once nothing in the folder is against it, before there are workers.

    Raises PlainError for a folder that cannot take it, and for a cluster that cannot be spoken to; on
    KeyboardInterrupt what is finished is merged before the interruption goes on.
    """
    need("pyarrow")
    workers = crew_size(workers)
    rounds = shard_of(rounds_of(spec), shard) if shard else rounds_of(spec)
    fresh = new_manifest(spec, len(chunks_of(spec)), proof())
    fresh.shard, fresh.asked, texts = shard, asked or {}, texts_of(spec)
    fresh.files = {name: text for name, text in texts.items() if names_toml(name)}
    continued(folder, fresh, resume=resume)  # a refusal, as a cluster that does not answer, leaves no folder
    before()
    with crew_of(cluster, workers, ours=play is play_games) as crew, alone_in(folder):
        manifest = continued(folder, fresh, resume=resume)  # again: now nobody else writes there
        manifest.workers, manifest.finished = workers, None
        make_folder(folder / "parts")
        write_asked(folder, manifest.asked)
        write_manifest(folder, manifest)
        begun = clock.now()
        try:
            _Batch(texts, folder, manifest, crew, tell).play(rounds, workers, play)
            manifest.finished = clock.stamp()
            _sweep(folder)
        finally:
            manifest.seconds = round(manifest.seconds + clock.now() - begun, 3)
            close(spec, folder, manifest)
    return manifest


def _sweep(folder: Path) -> None:
    """Remove the drafts and notes that killed processes have left, now that every part is there."""
    sweep(folder)
    sweep(folder / "parts")
    for note in (folder / "parts").glob(".playing-*.json"):
        note.unlink(missing_ok=True)


def close(spec: Spec, folder: Path, manifest: Manifest) -> None:
    """Merge the parts that are there, cell by cell, and write down what they hold."""
    chunks = sorted(chunks_of(spec), key=lambda chunk: (chunk.games[0].cell, chunk.games[0].rep))
    seeds = manifest.seeds or spec.runs
    parts = [
        chunk.part
        for chunk in chunks
        if chunk.games[0].rep < seeds
        and part_is_whole(folder, chunk.part, manifest.spec_digest, months=spec.months)
    ]
    manifest.games = merge(folder, parts, months=spec.months)
    manifest.quarantined = tuple(poison for part in parts for poison in read_poison(folder, part))
    write_manifest(folder, manifest)


class _Batch:
    """The chunks of one batch on their way to the workers and back."""

    def __init__(
        self, texts: dict[str, str], folder: Path, manifest: Manifest, crew: Crew, tell: Tell
    ) -> None:
        self.spec = manifest.spec
        self.texts = texts
        self.crew = crew
        self.folder = folder
        self.manifest = manifest
        self.tell = tell
        self.total = self.done = self.kept = 0

    def play(self, rounds: tuple[tuple[Chunk, ...], ...], workers: int, play: Play) -> None:
        """Play round after round the chunks whose parts are not there yet, until a look says stop."""
        self.total = sum(len(chunk.games) for chunks in rounds for chunk in chunks)
        played: list[int] = []
        looks: list[tuple[int, float | None]] = []
        for chunks in rounds:
            self._round(chunks, workers, play)
            played += [chunk.part for chunk in chunks]
            if self.spec.stop is None:  # a shard's last repetition says nothing of its other chunks
                self.manifest.seeds = self.spec.runs
                continue
            self.manifest.seeds = 1 + max((chunk.games[-1].rep for chunk in chunks), default=-1)
            columns = ("cell", "seed", figure_of(self.spec.stop.figure).column)
            games = games_of_parts(self.folder, played, columns)
            seen = look(self.spec, games, self.manifest.seeds)
            looks.append((seen.seeds, seen.half_width if isfinite(seen.half_width) else None))
            self.manifest.looks = tuple(looks)
            if seen.enough:
                return

    def _round(self, chunks: tuple[Chunk, ...], workers: int, play: Play) -> None:
        jobs = []
        for chunk in chunks:
            if part_is_whole(self.folder, chunk.part, self.manifest.spec_digest, months=self.spec.months):
                self.kept += len(chunk.games)
            else:
                jobs.append(self._job(chunk))
        self._tell()
        if workers == 1 and self.crew is Pool:
            for job in jobs:
                self._take(play_chunk(job, play))
            return
        self._share_out(jobs, workers, play)
        if self.crew is CompiledPool:
            self._again_as_written(jobs, workers, play)

    def _again_as_written(self, jobs: Sequence[Job], workers: int, play: Play) -> None:
        """Play chunks that failed in the compiled tree in the program as it is written, whose word counts."""
        failed = [job for job in jobs if read_poison(self.folder, job.chunk.part)]
        if failed:
            self.done -= sum(len(job.chunk.games) for job in failed)
            self.crew = Pool
            self._share_out(failed, workers, play)
            self.crew = CompiledPool

    def _share_out(self, jobs: Sequence[Job], workers: int, play: Play) -> None:
        """Let the crew play all jobs; those lost with a worker one by one."""
        queue = deque(jobs)
        while queue:
            for job in self._hand_out(queue, workers, play):
                self._alone(job, play)  # its worker was lost: one by one, to find which game did it

    def _job(self, chunk: Chunk) -> Job:
        wanted = {game.cell for game in chunk.games}
        cells = tuple(cell for cell in self.manifest.cells if cell.cell in wanted)
        return Job(
            folder=str(self.folder.absolute()),
            spec=self.manifest.spec_digest,
            chunk=chunk,
            months=self.spec.months,
            cells=cells,
            texts={cell.scenario: self.texts[cell.scenario] for cell in cells},
            signature=self.manifest.signature,
            code=self.manifest.code,
        )

    def _hand_out(self, queue: deque[Job], workers: int, play: Play) -> list[Job]:
        """Let the crew play jobs from the queue until it is empty, or return those lost with a worker."""
        running: dict[Future[Done], Job] = {}
        lost: list[Job] = []
        with self.crew(workers) as hands:
            try:
                while running or (queue and not lost):
                    while queue and not lost and len(running) < _AHEAD * workers:
                        running[hands.submit(queue[0], play)] = queue[0]
                        queue.popleft()
                    for future in hands.wait(running):
                        job = running.pop(future)
                        try:
                            self._take(future.result())
                        except hands.lost:
                            lost.append(job)
            except hands.lost:  # it cannot even be asked
                lost += running.values() or (queue.popleft(),)
            except BaseException:
                hands.stop()
                raise
        return lost

    def _alone(self, job: Job, play: Play) -> None:
        """Play a suspect chunk on a process of its own; set aside a game that keeps killing it.

        A worker may be killed by somebody else while an innocent game is at hand: only a game that was
        at hand every time is set aside.
        """
        times: Counter[tuple[int, int]] = Counter()
        job = msgspec.structs.replace(job, apart=True)
        while self._hand_out(deque([job]), 1, play):
            game = game_at_hand(self.folder, job.chunk.part)
            place = _NOWHERE if game is None else (game.cell, game.rep)
            times[place] += 1
            if times[place] < (_STARTS if game is None else _TRIES):
                continue
            if game is None or place in {(dead.cell, dead.rep) for dead in job.killers}:
                raise workers_lost()
            poison = poison_of(game, "The worker process ended while this game was played.")
            job = msgspec.structs.replace(job, killers=(*job.killers, poison))

    def _take(self, done: Done) -> None:
        if done.trouble is not None:
            raise PlainError(done.trouble, code=done.code)
        self.done += done.games + done.quarantined
        self._tell()

    def _tell(self) -> None:
        self.tell(Progress(done=self.done + self.kept, total=self.total, kept=self.kept))
