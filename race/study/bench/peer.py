"""Another game's bots beside ours: Catanatron's four random players, in an interpreter of their own.

Catanatron stands under another licence and wants other versions of what we use, so that it lives in an
environment that somebody made for it; the bench talks to that environment's Python through pipes.
"""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib.util import find_spec
from types import TracebackType
from typing import Final, Self

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


class Player:
    """A running interpreter that plays games when asked, and answers with the CPU seconds they took."""

    def __init__(
        self, command: Sequence[str], refusal: PlainError, environment: Mapping[str, str] | None = None
    ) -> None:
        """Start it; `refusal` is raised when it cannot be started and when it does not answer."""
        self._refusal = refusal
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own, or the interpreter that the user named
                command,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        except OSError:
            raise refusal from None

    def ask(self, said: str) -> float:
        """Return the number that it answers to a line; raises the refusal when it does not."""
        asked, told = self._process.stdin, self._process.stdout
        if asked is None or told is None:
            raise self._refusal
        try:
            asked.write(f"{said}\n")
            asked.flush()
            return float(told.readline())
        except (OSError, ValueError):
            self.close()
            raise self._refusal from None

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


class Catanatron(Player):
    """An interpreter that plays games of four random bots."""

    def __init__(self, interpreter: str) -> None:
        """Start it and let it warm up with one game.

        Raises PlainError when this is no Python in which Catanatron can be imported.
        """
        super().__init__([interpreter, "-c", _BOTS], _stranger(interpreter))
        self.cost()

    def cost(self, games: int = 1) -> float:
        """Return the CPU seconds that `games` games take; raises PlainError when it does not answer."""
        return self.ask(f"{games}")


def _stranger(interpreter: str) -> PlainError:
    return PlainError(
        Sentence(
            N_("{path} is no Python in which Catanatron can be imported (pip install catanatron)."),
            {"path": interpreter},
        ),
        code=4,
    )
