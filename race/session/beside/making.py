"""The core compiled while somebody plays: by a process of its own, behind all others, gone with the game.

The process is a Python that runs the module it is given and says on its standard output how far it is, a
line of JSON each time. It ends with its standard input, and so with the game, however that ends.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from enum import Enum
from threading import Event, Thread
from typing import IO, Final

import msgspec

from race.core.words import N_, Sentence, percent
from race.session.beside.tree import sealed_tree, wanted
from race.session.beside.use import environment


class Stage(Enum):
    """Where the compiled core is."""

    NONE = "none"
    """Nobody has asked for it."""
    MAKING = "making"
    THERE = "there"
    FAILED = "failed"


class Told(msgspec.Struct, frozen=True):
    """What the process says of itself."""

    part: int = 0
    """Of the whole that is done, in ppm."""
    why: Sentence | None = None
    """Why there will be nothing."""


WHOLE: Final = 1_000_000
"""All of it, ppm."""
_BELOW: Final[int] = getattr(subprocess, "IDLE_PRIORITY_CLASS", 0) | getattr(
    subprocess, "CREATE_NO_WINDOW", 0
)
"""How Windows starts a process that gives way to all others and has no window."""
_START: Final = """
import os, runpy, sys

try:
    os.nice(19)
except (AttributeError, OSError):
    pass
runpy.run_module(sys.argv[1], run_name="__main__")
"""
"""How a process gives way elsewhere, before it imports anything that takes time."""
WHAT: Final = N_("Made beside the game; looks ahead take half as long.")
"""What the compiled core is good for."""
_KEPT_AWAY: Final = Sentence(N_("DIVERTED_FAST=0 keeps it away."))
_SAID: Final = {
    Stage.NONE: WHAT,
    Stage.MAKING: N_("Being made beside the game: {part}."),
    Stage.THERE: N_("It is there: futures take half the time."),
    Stage.FAILED: N_("It cannot be made here; 'diverted compile' says why."),
}
"""What the settings say."""
_NEWS: Final = {
    Stage.NONE: N_("Looks ahead stay as fast as they are."),
    Stage.MAKING: N_(
        "Looks ahead will be twice as fast in about five minutes: that is made beside the game, once."
    ),
    Stage.THERE: N_("Looks ahead are twice as fast from now on."),
}
"""What is told to somebody who plays and has not asked."""
_HEARD: Final = (
    (Stage.NONE, Stage.MAKING),
    (Stage.MAKING, Stage.THERE),
    (Stage.MAKING, Stage.FAILED),
)
"""What is news, from where to where."""
_ENDED: Final = Sentence(N_("Compiling has ended without a word."))


class Making:
    """The compiled core of this program, on its way or there; nothing where nobody may compile."""

    def __init__(self, module: str, changed: Callable[[], object]) -> None:
        """Prepare to run a module; empty for none.

        `changed` hears, in a thread of its own, that the work has begun, is done or has failed; what was
        there before is no news, and neither is a machine without a compiler.
        """
        self._module, self._changed = module, changed
        self._wish: Event | None = None
        self.stage = Stage.NONE
        self.told = Told()

    def follow(self, *, wished: bool) -> None:
        """Begin where it is wished for, and give up where it is not any more; ask as often as you like."""
        if not wished:
            self.end()
        elif self._wish is None and self._module and wanted():
            self._wish = Event()
            Thread(target=self._make, args=(self._wish,), name="compiled core", daemon=True).start()

    def sentence(self) -> Sentence:
        """Say where the compiled core is, in a line."""
        if self.stage is Stage.NONE and not wanted():
            return _KEPT_AWAY
        return Sentence(_SAID[self.stage], {"part": percent(self.told.part)})

    def news(self) -> Sentence:
        """Say what has become of it, and why there will be none, to somebody who plays and has not asked."""
        if self.stage is Stage.FAILED:
            return self.told.why or _ENDED
        return Sentence(_NEWS[self.stage])

    def is_there(self) -> bool:
        """Tell whether futures can be played in it."""
        return self.stage is Stage.THERE

    def end(self) -> None:
        """Give up what is not done; nothing is left of it."""
        if self._wish is not None:
            self._wish.set()
        self._wish = None
        if not self.is_there():
            self.stage, self.told = Stage.NONE, Told()

    def _make(self, given_up: Event) -> None:
        """Look for the tree, and let a process make it where there is none to play in."""
        if sealed_tree() is not None:
            self._be(given_up, Stage.THERE, Told(WHOLE))
            return
        told = Told()
        try:
            for told in self._run(given_up):
                if told.why is None:
                    self._be(given_up, Stage.MAKING, told)
        except (OSError, ValueError):
            told = Told(why=_ENDED)
        if told.part == WHOLE:
            self._be(given_up, Stage.THERE, told)
        else:
            self._be(given_up, Stage.FAILED, Told(why=told.why or _ENDED))

    def _run(self, given_up: Event) -> Iterator[Told]:
        """Run the process to its end and yield what it says."""
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-c", _START, self._module],
            env=environment(None),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            creationflags=_BELOW,
        )
        Thread(target=_let_go, args=(process, given_up), daemon=True).start()
        with process:
            for line in process.stdout or ():
                with suppress(msgspec.MsgspecError):
                    yield msgspec.json.decode(line, type=Told)

    def _be(self, given_up: Event, stage: Stage, told: Told) -> None:
        """Be somewhere, unless that was given up; who plays hears of what has begun, and how it ended."""
        if given_up.is_set():
            return
        before, self.stage, self.told = self.stage, stage, told
        if (before, stage) in _HEARD:
            self._changed()


def _let_go(process: "subprocess.Popen[str]", given_up: Event) -> None:
    """Tell a process by the end of its input that nobody wants its work any more."""
    given_up.wait()
    if process.stdin is not None:
        with suppress(OSError, ValueError):
            process.stdin.close()


def end_with(asker: IO[str], end: Callable[[], None]) -> None:
    """Call `end` when whoever started this process is gone or wants no more of it; in a thread of its own."""

    def wait() -> None:
        while os.read(asker.fileno(), 1):  # without the lock of the file, for which Python's end would wait
            pass
        end()

    Thread(target=wait, daemon=True).start()
