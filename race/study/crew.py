"""The hands of a batch: processes of this machine, or the workers of a cluster, behind the same few words.

Importing Mesa makes every later process start by `spawn`; how processes start is therefore chosen here,
on purpose.
"""

import multiprocessing
import signal
import sys
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager, suppress
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import BaseContext
from pathlib import Path
from threading import current_thread, main_thread
from typing import Final, ParamSpec, Protocol, Self, TypeVar

from typing_extensions import override

from race.core.words import N_, PlainError, Sentence
from race.session.beside.crew import cores, let_go
from race.session.beside.tree import placed_first, tree
from race.study.cluster import cluster, killed_worker, workers_left
from race.study.game import Play
from race.study.native.whole import whole_tree
from race.study.worker import Done, Job, enter, play_chunk

_P = ParamSpec("_P")
_T = TypeVar("_T")
_MOST_ON_WINDOWS: Final = 61
"""Processes that one of Windows can wait for."""
_LOOK: Final = 30
"""Seconds without a finished chunk after which a cluster is asked whether it has workers left."""


def crew_size(asked: int | None) -> int:
    """Return how many workers were asked for, by default one a core, and no more than the system can run.

    Raises PlainError for none.
    """
    if asked is not None and asked < 1:
        raise PlainError(
            Sentence(N_("The number of workers must be 1 or more, not {n}."), {"n": str(asked)}), code=2
        )
    wanted = cores() if asked is None else asked
    return min(wanted, _MOST_ON_WINDOWS) if sys.platform == "win32" else wanted


class Hands(Protocol):
    """Who plays chunks: ask for one, wait for some, stop all."""

    lost: tuple[type[BaseException], ...]
    """What it raises when a worker died over a chunk."""

    def submit(self, job: Job, play: Play) -> Future[Done]:
        """Ask for a chunk to be played."""
        ...

    def wait(self, running: Collection[Future[Done]]) -> set[Future[Done]]:
        """Return the chunks that are finished, when at least one is."""
        ...

    def stop(self) -> None:
        """Let workers leave after the game at hand."""
        ...


Crew = Callable[[int], AbstractContextManager[Hands]]
"""Open hands for a number of workers."""


@contextmanager
def crew_of(address: str, workers: int, *, ours: bool = False) -> Iterator[Crew]:
    """Open the crew of a batch: this machine's processes, or those of a cluster when it has an address.

    When all that is played is the program's own (`ours`), several processes of this machine play in the
    compiled tree, where there is a whole one. Raises PlainError for a cluster that cannot be spoken to.
    """
    if not address:
        yield CompiledPool if ours and workers > 1 and whole_tree() else Pool
        return
    with cluster(address, workers) as executor:
        yield lambda _workers: Far(executor)


class Processes(ProcessPoolExecutor):
    """Worker processes of this machine, which leave interruptions to the master from their very start."""

    def __init__(self, workers: int, found: Path | None = None) -> None:
        """Prepare so many processes, which play in a compiled tree if one is given; they start when asked."""
        self._tree = found
        server = context() if found is None else _afresh()
        self._leave = server.Event()
        super().__init__(workers, mp_context=server, initializer=enter, initargs=(self._leave,))
        let_go(self)

    @override
    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        """Ask for a call; the process that it may start hears of no interruption.

        Raises BrokenProcessPool too when it is the server of processes that is gone, of which the library
        tells in its own words.
        """
        try:
            with _undisturbed(), placed_first(self._tree):
                return super().submit(fn, *args, **kwargs)
        except (EOFError, ConnectionError) as error:
            message = "the server of processes is gone"
            raise BrokenProcessPool(message) from error

    def leave(self) -> None:
        """Let workers leave after the game at hand, however often the master is interrupted meanwhile."""
        with suppress(KeyboardInterrupt), _undisturbed():
            self._leave.set()


@contextmanager
def processes(workers: int, found: Path | None = None) -> Iterator[Processes]:
    """Open so many processes, in a compiled tree if given; raises PlainError when one of them is lost."""
    try:
        with Processes(workers, found) as pool:
            yield pool
    except BrokenProcessPool as error:
        raise workers_lost() from error


def workers_lost() -> PlainError:
    """Return the one sentence for processes that cannot play."""
    return PlainError(
        Sentence(N_("Worker processes end before they play; try again with --workers 1.")), code=4
    )


class Pool:
    """Processes of this machine, opened for one queue."""

    lost: tuple[type[BaseException], ...] = (BrokenProcessPool,)

    def __init__(self, workers: int) -> None:
        """Prepare so many processes; they start when they are asked."""
        self._pool = self._processes(workers)

    def _processes(self, workers: int) -> Processes:
        return Processes(workers)

    def __enter__(self) -> Self:
        """Return the hands."""
        return self

    def __exit__(self, kind: object = None, *error: object) -> None:
        """Wait for the processes to end; after an error they play only the game at hand.

        A second Control-C may have come before they were told.
        """
        if kind is not None:
            self._pool.leave()
        self._pool.shutdown()

    def submit(self, job: Job, play: Play) -> Future[Done]:
        """Ask for a chunk to be played."""
        return self._pool.submit(play_chunk, job, play)

    def wait(self, running: Collection[Future[Done]]) -> set[Future[Done]]:
        """Return the chunks that are finished, when at least one is."""
        return wait(running, return_when=FIRST_COMPLETED).done

    def stop(self) -> None:
        """Let workers leave after the game at hand."""
        self._pool.leave()


class CompiledPool(Pool):
    """Processes of this machine that play in the compiled tree of this program."""

    @override
    def _processes(self, workers: int) -> Processes:
        return Processes(workers, tree())


class Far:
    """The workers of a cluster, which stays open from queue to queue."""

    def __init__(self, executor: Executor) -> None:
        """Take the cluster's executor."""
        self._executor = executor
        self.lost: tuple[type[BaseException], ...] = (killed_worker(),)

    def __enter__(self) -> Self:
        """Return the hands."""
        return self

    def __exit__(self, *error: object) -> None:
        """Leave the cluster to its owner."""

    def submit(self, job: Job, play: Play) -> Future[Done]:
        """Ask for a chunk to be played."""
        return self._executor.submit(play_chunk, job, play)

    def wait(self, running: Collection[Future[Done]]) -> set[Future[Done]]:
        """Return the chunks that are finished, when at least one is.

        Raises PlainError when the cluster is gone.
        """
        while True:
            done = wait(running, timeout=_LOOK, return_when=FIRST_COMPLETED).done
            if any(future.cancelled() or _cancelled(future) for future in done):
                raise _gone()
            if done:
                return done
            if not workers_left(self._executor):
                raise _gone()

    def stop(self) -> None:
        """Ask for nothing more; what is running is written by whoever plays it."""


def _cancelled(future: Future[Done]) -> bool:
    return isinstance(future.exception(), CancelledError)


def _gone() -> PlainError:
    return PlainError(
        Sentence(N_("The cluster is gone; what was finished is kept: give the command again with --resume.")),
        code=4,
    )


def context() -> BaseContext:
    """Return how worker processes start: from a clean server where there is one, afresh elsewhere."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload(["race.study.worker"])
    resource_tracker.ensure_running()  # before: it lets interruptions through again
    with _undisturbed():
        forkserver.ensure_running()
    return server


def _afresh() -> BaseContext:
    """Return how processes start that import another tree than the clean server has: each by itself."""
    if "forkserver" in multiprocessing.get_all_start_methods():
        resource_tracker.ensure_running()
    return multiprocessing.get_context("spawn")


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold interruptions back while a process starts; what it starts never hears of them.

    Control-C reaches every process of a terminal: one that has not come to `enter` would die of it, with a
    traceback on the screen. A mask is not enough: another thread may take the signal for this one.
    """
    if current_thread() is not main_thread() or not hasattr(signal, "pthread_sigmask"):
        yield
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt


def in_a_process(action: Callable[[int], float], argument: int) -> float:
    """Return what a call gives in a process of its own, which is clean of what this one has done."""
    with ProcessPoolExecutor(1, mp_context=context()) as pool:
        return pool.submit(action, argument).result()
