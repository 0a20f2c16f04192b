"""Translate, compile, prove, and only then put the tree where it is found.

Everything happens in a draft among the trees; whatever goes wrong, nothing is left of it but the log.
"""

import os
import platform
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Final, NamedTuple

from race.core.formulas.owners.compiled import IN_C, SWITCH
from race.core.words import N_, PlainError, Sentence
from race.session.beside.crew import cores
from race.session.beside.tree import place, trees
from race.session.beside.use import BUILDING, environment, paths
from race.session.digests import MADE_FROM
from race.session.disk import held, unwritable
from race.study.native.prove import GAMES, name_of
from race.study.native.told import COMPILE, TRY
from race.study.native.tree import LOOPS, compiled_modules, need_no_mypy, write_tree

LOG: Final = "build.log"
_SETTINGS: Final = """[mypy]
explicit_package_bases = True
namespace_packages = True
ignore_missing_imports = True
mypy_path = .
"""
_EXACT: Final = "-ffp-contract=off"
"""Keeps a compiler from joining a product and a sum into one rounding, as some processors can."""
_X86: Final = ("x86_64", "amd64", "i386", "i686")
_LOOK: Final = 1.0
"""Seconds between two looks at how far the compiler is."""
_KEPT: Final = 3
"""Trees of older programs that are kept, for whoever goes back and forth."""
BUSY: Final = N_("Somebody is compiling already (in {folder}); wait until it is done.")


class Step(NamedTuple):
    """How far a build is."""

    name: Sentence
    done: int
    total: int
    """0 as long as nobody knows."""


class Built(NamedTuple):
    """A tree that is ready, and how many games it was proved by; none when it was there before."""

    folder: Path
    games: int


Tell = Callable[[Step], None]
READING: Final = Sentence(N_("translating and checking types"))
COMPILING: Final = Sentence(N_("compiling"))
AGAIN: Final = Sentence(N_("compiling again, with what games have shown"))
PROVING: Final = Sentence(N_("playing the same games"))


def build(tell: Tell, *, once: bool = False) -> Built:
    """Return the tree of this program, which is compiled and proved when it is not there yet.

    `once` leaves out what games would show the compiler: half the time, and a twentieth slower ever after.

    Raises PlainError without mypy or a C compiler, when compiling fails, and when a game differs.
    """
    made = place()
    if made.exists():
        return Built(made, 0)
    _need_translators()
    with (
        _ended_like_an_interruption(),
        held(trees() / ".lock", BUSY),
        _draft() as draft,
        (trees() / LOG).open("w", encoding="utf-8") as log,
    ):
        _need_compiler(draft)
        tell(Step(READING, 0, 0))
        write_tree(draft / "tree")
        _compile(draft / "tree", log, tell, once=once)
        need_no_mypy(draft / "tree")
        _prove(draft / "tree", log, tell)
        (draft / "tree").rename(made)
        _forget_old(made)
    return Built(made, len(GAMES))


@contextmanager
def _ended_like_an_interruption() -> Iterator[None]:
    """Let whoever ends this process (SIGTERM) interrupt it, so that what it has started ends with it."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _need_translators() -> None:
    """Refuse in a sentence where something is missing that makes C of the program."""
    if any(find_spec(name) is None for name in ("mypyc", "setuptools", "Cython")):
        message = N_(
            "Compiling needs mypy, setuptools and Cython; install them with: pip install 'diverted[compile]'"
        )
        raise PlainError(Sentence(message), code=6)


def _need_compiler(draft: Path) -> None:
    """Refuse in a sentence where the smallest file cannot be compiled."""
    folder = draft / "tried"
    folder.mkdir()
    asked = [sys.executable, "-c", TRY]
    if sys.platform == "darwin":  # where a compiler that is not there asks to be installed
        asked = ["/bin/sh", "-c", 'xcode-select -p > /dev/null && exec "$@"', "sh", *asked]
    with _running(asked, folder, subprocess.DEVNULL) as process:
        process.wait()
    if process.returncode:
        message = N_(
            "No C compiler answers, or Python's headers are missing; install gcc, clang or the build tools "
            "of Visual Studio, or name a compiler in the environment variable CC."
        )
        raise PlainError(Sentence(message), code=4)


@contextmanager
def _draft() -> Iterator[Path]:
    """Give an empty folder, which is gone afterwards with all that was not moved out of it."""
    for left in trees().glob(f"{BUILDING}*"):  # by somebody who was killed: the lock is ours
        shutil.rmtree(left, ignore_errors=True)
    draft = trees() / f"{BUILDING}{os.getpid()}"
    try:
        draft.mkdir()
        yield draft
    except OSError as error:
        raise unwritable(trees(), error) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _forget_old(made: Path) -> None:
    """Throw away the trees of older programs but for the last few."""
    others = [each for each in trees().iterdir() if (each / "race" / MADE_FROM).is_file() and each != made]
    others.sort(key=lambda each: each.stat().st_mtime, reverse=True)
    for each in others[_KEPT:]:
        shutil.rmtree(each, ignore_errors=True)


def _compile(tree: Path, log: IO[str], tell: Tell, *, once: bool) -> None:
    """Compile a tree where it stands; raises PlainError with the log's place when that fails."""
    (tree / "mypy.ini").write_text(_SETTINGS, encoding="utf-8")
    command = [sys.executable, "-c", COMPILE, str(cores()), "once" if once else "twice", LOOPS]
    with _running([*command, *compiled_modules(tree)], tree, log) as process:
        while process.poll() is None:
            with suppress(subprocess.TimeoutExpired):
                process.wait(_LOOK)
            tell(_compiled_so_far(tree))
    if process.returncode:
        message = N_("Compiling failed; what the compiler said is in {file}.")
        raise PlainError(Sentence(message, {"file": log.name}), code=4)
    for rest in ("build", ".mypy_cache"):
        shutil.rmtree(tree / rest, ignore_errors=True)


def _compiled_so_far(tree: Path) -> Step:
    build = tree / "build"
    objects = [path for path in build.rglob("__native*") if path.suffix in {".o", ".obj"}]
    written = len([*build.glob("__native*.c")])
    name = AGAIN if any(build.rglob("*.gcda")) else COMPILING
    return Step(name, len(objects), written) if objects else Step(READING, 0, 0)


def _prove(tree: Path, log: IO[str], tell: Tell) -> None:
    """Play the same games in the tree and as the program is written; raises PlainError where they differ."""
    with _marks(None, log) as ours, _marks(tree, log) as theirs:
        for done, game in enumerate(GAMES):
            tell(Step(PROVING, done, len(GAMES)))
            expected = ours.readline()
            if not expected or theirs.readline() != expected:
                message = N_("What was compiled plays another game ({game}) and is thrown away; see {file}.")
                raise PlainError(Sentence(message, {"game": name_of(game), "file": log.name}), code=5)


@contextmanager
def _marks(tree: Path | None, log: IO[str]) -> Iterator[IO[str]]:
    """Open what a Python says that plays the games in a tree, or as the program is written."""
    fast = {SWITCH: "0" if tree is None else IN_C}
    command = [sys.executable, "-m", "race.study.native.prove", str(len(GAMES))]
    with _running(command, Path(paths(tree)[0]), log, subprocess.PIPE, environment(tree) | fast) as process:
        if process.stdout is not None:
            yield process.stdout


@contextmanager
def _running(
    command: list[str],
    folder: Path,
    log: IO[str] | int,
    answers: int | None = None,
    environment: Mapping[str, str] | None = None,
) -> Iterator["subprocess.Popen[str]"]:
    """Run a Python of ours in a folder; however this ends, it ends with it, and all that it has started."""
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and scripts
        command,
        cwd=folder,
        env=_exact(environment or os.environ),
        stdin=subprocess.DEVNULL,
        stdout=log if answers is None else answers,
        stderr=log,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            _kill(process)
        process.communicate()


def _kill(process: "subprocess.Popen[str]") -> None:
    """End a process and, where processes have groups, those that it has started."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _exact(environment: Mapping[str, str]) -> dict[str, str]:
    """Return an environment in which a C compiler rounds every product and sum by itself."""
    said = {key: value for key, value in environment.items() if key != "MYPYPATH"}
    if platform.machine().lower() not in _X86 and sys.platform != "win32":
        said["CFLAGS"] = f"{said.get('CFLAGS', '')} {_EXACT}".strip()
    return said
