"""Play a plan on all cores: one loop over an executor, resumable, with nothing lost on the way.

Importing Mesa makes every later process start by `spawn`; the context is therefore chosen here, on
purpose. What is finished stays: an interrupted batch keeps its parts and merges those it has.
"""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from hashlib import sha256
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Final

import msgspec

from race.core.rulebook.character.rivals import STANDARD
from race.core.rulebook.character.traits import NO_TRAIT
from race.core.words import N_, PlainError, Sentence
from race.scenario.load import load_scenario
from race.sim.cast import founder_seat
from race.study import clock
from race.study.extras import need
from race.study.game import play_game
from race.study.manifest import Manifest, continued, new_manifest, write_manifest
from race.study.plan import Chunk, Spec, check, chunks_of
from race.study.tables import merge, part_is_whole
from race.study.worker import Done, Job, Play, enter, game_at_hand, play_chunk, poison_of, proof, read_poison

_AHEAD: Final = 2
"""Chunks handed out per worker, so that none waits for the master."""
_TRIES: Final = 2
"""Times a chunk may lose its worker when it is alone before the game at hand is blamed."""


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far a batch is, in games."""

    done: int
    total: int
    kept: int
    """Games of parts that were there already."""
    quarantined: int


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
) -> Spec:
    """Return a checked spec; raises PlainError for unknown names, no runs or a seed out of range."""
    loaded = [load_scenario(name, difficulty, trait) for name in scenarios]
    for scenario in loaded:
        for founder in founders:
            founder_seat(scenario, founder)
    texts = tuple(sha256(scenario.text.encode()).hexdigest()[:16] for scenario in loaded)
    spec = Spec(
        scenarios=scenarios,
        founders=founders,
        runs=runs,
        seed=seed,
        difficulty=difficulty,
        trait=trait,
        months=months,
        texts=texts,
    )
    check(spec)
    return spec


def cores() -> int:
    """Return the cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(  # noqa: PLR0913 - a spec, a place, and how
    spec: Spec,
    folder: Path,
    *,
    workers: int,
    resume: bool = False,
    tell: Tell = lambda _: None,
    play: Play = play_game,
) -> Manifest:
    """Play a spec into a results folder and return its manifest.

    Raises PlainError for a folder that cannot take it; on KeyboardInterrupt what is finished is
    merged before the interruption goes on.
    """
    need("pyarrow")
    if workers < 1:
        raise PlainError(
            Sentence(N_("The number of workers must be 1 or more, not {n}."), {"n": str(workers)}), code=2
        )
    chunks = chunks_of(spec)
    manifest = continued(folder, new_manifest(spec, len(chunks), proof()), resume=resume)
    manifest.workers, manifest.finished = workers, None
    _make(folder / "parts")
    write_manifest(folder, manifest)
    begun = clock.now()
    try:
        _Batch(spec, folder, manifest, tell).play(chunks, workers, play)
        manifest.finished = clock.stamp()
        _sweep(folder / "parts")
    finally:
        manifest.seconds = round(manifest.seconds + clock.now() - begun, 3)
        _close(spec, folder, manifest)
    return manifest


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PlainError(
            Sentence(
                N_("{file} cannot be written ({problem}); free space there or choose another folder."),
                {"file": str(folder), "problem": error.strerror or str(error)},
            ),
            code=4,
        ) from error


def _sweep(parts: Path) -> None:
    """Remove the drafts and notes that killed processes have left, now that every part is there."""
    for pattern in (".*.tmp", ".playing-*.json"):
        for left in parts.glob(pattern):
            left.unlink(missing_ok=True)


def _close(spec: Spec, folder: Path, manifest: Manifest) -> None:
    """Merge the parts that are there and write down what they hold."""
    parts = [
        part
        for part in range(manifest.parts)
        if part_is_whole(folder, part, manifest.spec_digest, months=spec.months)
    ]
    manifest.games = merge(folder, parts, months=spec.months)
    manifest.quarantined = tuple(poison for part in parts for poison in read_poison(folder, part))
    write_manifest(folder, manifest)


def context() -> BaseContext:
    """Return how worker processes start: from a clean server where there is one, afresh elsewhere."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["race.study.worker"])
    return server


def in_a_process(action: Callable[[int], float], argument: int) -> float:
    """Return what a call gives in a process of its own, which is clean of what this one has done."""
    with ProcessPoolExecutor(1, mp_context=context()) as pool:
        return pool.submit(action, argument).result()


class _Batch:
    """The chunks of one batch on their way to the workers and back."""

    def __init__(self, spec: Spec, folder: Path, manifest: Manifest, tell: Tell) -> None:
        self.spec = spec
        self.folder = folder
        self.manifest = manifest
        self.tell = tell
        self.done = self.kept = self.quarantined = 0
        self.total = len(manifest.cells) * spec.runs

    def play(self, chunks: tuple[Chunk, ...], workers: int, play: Play) -> None:
        """Play the chunks whose parts are not there yet."""
        jobs = []
        for chunk in chunks:
            if part_is_whole(self.folder, chunk.part, self.manifest.spec_digest, months=self.spec.months):
                self.kept += len(chunk.games)
            else:
                jobs.append(self._job(chunk))
        self._tell()
        if workers == 1:
            for job in jobs:
                self._take(play_chunk(job, play))
            return
        queue = deque(jobs)
        while queue:
            for job in self._on_pool(queue, workers, play):
                self._alone(job, play)  # its worker was lost: one by one, to find which game did it

    def _job(self, chunk: Chunk) -> Job:
        return Job(
            folder=str(self.folder),
            spec=self.manifest.spec_digest,
            chunk=chunk,
            months=self.spec.months,
            difficulty=self.spec.difficulty,
            trait=self.spec.trait,
            signature=self.manifest.signature,
        )

    def _on_pool(self, queue: deque[Job], workers: int, play: Play) -> list[Job]:
        """Play jobs from the queue on processes until it is empty, or return those lost with a worker."""
        server = context()
        stop = server.Event()
        running: dict[Future[Done], Job] = {}
        with ProcessPoolExecutor(workers, mp_context=server, initializer=enter, initargs=(stop,)) as pool:
            try:
                while queue or running:
                    while queue and len(running) < _AHEAD * workers:
                        running[pool.submit(play_chunk, queue[0], play)] = queue[0]
                        queue.popleft()
                    for future in wait(running, return_when=FIRST_COMPLETED).done:
                        self._take(future.result())
                        del running[future]
            except BrokenProcessPool:
                return list(running.values())
            except BaseException:
                stop.set()  # workers leave after the game at hand
                raise
        return []

    def _alone(self, job: Job, play: Play) -> None:
        """Play a suspect chunk on a process of its own; set aside the game that keeps killing it."""
        tries = 0
        while self._on_pool(deque([job]), 1, play):
            tries += 1
            if tries % _TRIES:
                continue
            game = game_at_hand(self.folder, job.chunk.part)
            if game is None or (game.cell, game.rep) in {(dead.cell, dead.rep) for dead in job.killers}:
                raise PlainError(
                    Sentence(N_("Worker processes end before they play; try again with --workers 1.")), code=4
                )
            poison = poison_of(game, "The worker process ended while this game was played.")
            job = msgspec.structs.replace(job, killers=(*job.killers, poison))

    def _take(self, done: Done) -> None:
        if done.trouble is not None:
            raise PlainError(done.trouble, code=done.code)
        self.done += done.games
        self.quarantined += done.quarantined
        self._tell()

    def _tell(self) -> None:
        self.tell(
            Progress(
                done=self.done + self.kept, total=self.total, kept=self.kept, quarantined=self.quarantined
            )
        )
