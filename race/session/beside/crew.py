"""Who plays beside the game: processes, started once and kept; a thread where there are none.

They are polite: well behind the window in priority, deaf to interruptions, and gone when the
game is gone, however it ended. Where this very program has been compiled (`race.session.beside.tree`),
futures are played by processes of their own, in the compiled tree.
"""

import logging
import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import (
    Executor,
    Future,
    InvalidStateError,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    wait,
)
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from importlib import import_module
from multiprocessing import parent_process
from multiprocessing.context import BaseContext
from pathlib import Path
from threading import Lock, Thread
from typing import Any, ParamSpec, TypeVar

from typing_extensions import override

from race.core.formulas.owners.compiled import IN_C, SWITCH, built, compiled, wish
from race.memory import collect_seldom
from race.session.beside.tree import placed_first, sealed_tree

_P = ParamSpec("_P")
_T = TypeVar("_T")

MOST = 8
"""Most processes."""
GONE = (BrokenProcessPool, OSError, RuntimeError, EOFError)
"""What is raised where processes have died, cannot start or have been sent home."""
_PLAYS = "race.session.forecast.paths"
"""What processes need first: the longest part of their start."""
_POLITE = 10
"""How much a process gives way to the window (the system's nice value)."""


class _Shared:
    """The crew of this program, once it has been called."""

    crew: Executor | None = None
    quick: "_Processes | None" = None
    """Those who play in the compiled tree, once it has been looked for and found whole."""
    gathering = False


_OPENING, _STARTING = Lock(), Lock()
_LOG = logging.getLogger(__name__)


def open_crew() -> Executor:
    """Return the program's crew; the first call makes it, its first questions start the processes."""
    with _OPENING:
        if _Shared.crew is None:
            _Shared.crew = _processes() or ThreadPoolExecutor(1)
        return _Shared.crew


def quickest() -> Callable[[], Executor]:
    """Return what opens whoever plays futures: in the compiled tree if one was found, else the crew."""
    return open_crew if _Shared.quick is None else open_quick


def open_quick() -> Executor:
    """Return the compiled tree's processes; the crew where nobody plays in a tree (any more)."""
    return _Shared.quick or open_crew()


def after(failed: Callable[[], Executor], error: BaseException) -> Callable[[], Executor]:
    """Return what opens whoever plays on where those whom `failed` opened could not.

    After the compiled tree, in which nobody plays any more then, it is the program as it is written; after
    its processes it is a thread. Raises the error after that.
    """
    if failed is without_processes:
        raise error
    if failed is not open_quick:
        return without_processes
    quick, _Shared.quick = _Shared.quick, None
    if quick is not None:
        _LOG.warning("the compiled core failed: futures are played as the program is written", exc_info=error)
        quick.shutdown(wait=False)  # what others have asked for is still answered
    return open_crew


def call_early() -> None:
    """Start the processes and let each get ready before anybody asks; for a thread of its own.

    The first question then waits for its answer alone, and whoever asks it does not stand still for a
    second until processes have started. Where they cannot live nothing is gained and nothing lost.
    """
    _Shared.gathering = True
    try:
        _find_quick()
        ready = _called(quickest()())
    finally:
        _Shared.gathering = False
    wait(ready)


def _called(crew: Executor) -> list[Future[None]]:
    """Ask every process of a crew to get ready; nobody where there are none."""
    if not isinstance(crew, _Processes):
        return []
    with suppress(*GONE):
        return [crew.submit(_get_ready) for _process in range(hands())]
    return []


def _find_quick() -> None:
    """Look for a compiled tree that is whole, and prepare processes that play in it."""
    if _Shared.quick is None:
        found = sealed_tree()
        _Shared.quick = None if found is None else _processes(found)


def gathering() -> bool:
    """Tell whether the processes are being started: who asks them now stands still until they are there."""
    return _Shared.gathering


def _get_ready() -> None:
    """Take the owners' weeks in C, or else call in numba now: a process is asked for hundreds of months."""
    if built() is not None:
        os.environ.setdefault(SWITCH, IN_C)
    else:
        os.environ.setdefault(SWITCH, "1")
        compiled()
    wish.cache_clear()


def send_home() -> None:
    """End the processes, whatever they are at: nobody waits for an answer any more.

    A thread ends what it is at and begins nothing more; Python would wait for everything it was asked.
    """
    quick, _Shared.quick = _Shared.quick, None
    if quick is not None:
        quick.end()
    crew, _Shared.crew = _Shared.crew, None
    if isinstance(crew, _Processes):
        crew.end()
    elif crew is not None:
        crew.shutdown(wait=False, cancel_futures=True)


def without_processes() -> Executor:
    """Return a crew of one thread, the same ever after; processes could not be started or have died."""
    if not isinstance(_Shared.crew, ThreadPoolExecutor):
        _Shared.crew = ThreadPoolExecutor(1)
    return _Shared.crew


def hands() -> int:
    """Return how many processes play at a time."""
    return min(MOST, cores())


def cores() -> int:
    """Return the cores this process may use, at least 1."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def let_go(pool: ProcessPoolExecutor) -> None:
    """Let the end of a pool wait for no question that nobody reads any more.

    Before Python 3.11.5 it does, for ever, where a process dies while a question longer than a pipe is on
    its way: the one end of the pipe that is left open is this process's own.
    """
    questions: Any = pool._call_queue  # type: ignore[attr-defined]  # noqa: SLF001 - the library has no other door
    close = questions.close

    def close_both_ends() -> None:
        questions._reader.close()  # noqa: SLF001 - as above
        close()

    questions.close = close_both_ends


class _Patient(Future[Any]):
    """An answer that nobody waits for any more may still be told that the processes have died.

    Python 3.11 tells every question of a dead pool, and stops at the first that was given up: those behind it
    would wait for ever.
    """

    @override
    def set_exception(self, exception: BaseException | None) -> None:
        with suppress(InvalidStateError):
            super().set_exception(exception)


class _Processes(ProcessPoolExecutor):
    """Processes whose questions can be given up at any time."""

    def __init__(self, found: Path | None = None) -> None:
        """Prepare processes that play in a compiled tree, if there is one; they start when asked."""
        self._tree = found
        enter = _enter if found is None else _enter_tree
        super().__init__(hands(), mp_context=_context(found), initializer=enter)
        let_go(self)

    @override
    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        with _STARTING, placed_first(self._tree):
            asked = super().submit(fn, *args, **kwargs)
        asked.__class__ = _Patient
        return asked

    def end(self) -> None:
        """End the processes, whatever they are at."""
        processes = [*(self._processes or {}).values()]
        self.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.terminate()


def _processes(found: Path | None = None) -> _Processes | None:
    try:
        return _Processes(found)
    except (OSError, ValueError, NotImplementedError):  # a sandbox without semaphores
        return None


def _context(found: Path | None) -> BaseContext:
    """Return how processes start: never by a fork of the window with its threads and display.

    A server of processes imports the program once for all of them, which would not be the tree's.
    """
    if found is not None or "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    server = multiprocessing.get_context("forkserver")
    server.set_forkserver_preload([_PLAYS])
    return server


def _enter() -> None:
    """Prepare a process: keep to the game that started it, and give way to it."""
    keep_to_parent()
    collect_seldom()
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(_POLITE)


def _enter_tree() -> None:
    """Prepare a process of the compiled tree: no server has imported anything for it."""
    _enter()
    import_module(_PLAYS)
    _get_ready()


def keep_to_parent() -> None:
    """Leave interruptions to the process that started this one, and end when that ends, however it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
