"""Another game's bots beside ours: Catanatron's four random players, in an interpreter of their own.

Catanatron stands under another licence and wants other versions of what we use, so that it lives in an
environment that somebody made for it; the bench talks to that environment's Python through pipes.
"""

import subprocess
import sys
from contextlib import suppress
from importlib.util import find_spec
from types import TracebackType
from typing import IO, Final, Self

from race.core.words import N_, PlainError, Sentence

_BOTS: Final = """
import sys, time
from catanatron import Color, Game, RandomPlayer

colours = (Color.RED, Color.BLUE, Color.WHITE, Color.ORANGE)
for line in sys.stdin:
    begun = time.process_time()
    for _ in range(int(line)):
        Game([RandomPlayer(colour) for colour in colours]).play()
    print(time.process_time() - begun, flush=True)
"""


def peer_here() -> str | None:
    """Return our own interpreter when Catanatron happens to be installed beside us."""
    return sys.executable if find_spec("catanatron") else None


class Catanatron:
    """A running interpreter that plays games of four random bots when asked."""

    def __init__(self, interpreter: str) -> None:
        """Start it and let it warm up with one game.

        Raises PlainError when this is no Python in which Catanatron can be imported.
        """
        try:
            self._process = subprocess.Popen(  # noqa: S603 - the interpreter that the user named
                [interpreter, "-c", _BOTS],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        except OSError:
            raise _stranger(interpreter) from None
        self._interpreter = interpreter
        self.cost()

    def cost(self, games: int = 1) -> float:
        """Return the CPU seconds that `games` games take; raises PlainError when it does not answer."""
        asked, told = self._pipes()
        try:
            asked.write(f"{games}\n")
            asked.flush()
            return float(told.readline())
        except (OSError, ValueError):
            self.close()
            raise _stranger(self._interpreter) from None

    def _pipes(self) -> tuple[IO[str], IO[str]]:
        asked, told = self._process.stdin, self._process.stdout
        if asked is None or told is None:
            raise _stranger(self._interpreter)
        return asked, told

    def close(self) -> None:
        """Let it end; one that has ended already does not mind."""
        with suppress(OSError):
            self._process.communicate()
        self._process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _stranger(interpreter: str) -> PlainError:
    return PlainError(
        Sentence(
            N_("{path} is no Python in which Catanatron can be imported (pip install catanatron)."),
            {"path": interpreter},
        ),
        code=4,
    )
