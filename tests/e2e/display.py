"""A display of one's own: Xvfb, and xdotool as the hand that plays the real program on it."""

import os
import shutil
import struct
import subprocess
import sys
import time  # noqa: TID251 - a real program on a real display is waited for
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import numpy as np

from tests.architecture.house import ROOT

T = TypeVar("T")

PROGRAMS = ("Xvfb", "xdotool")
PATIENCE = 60.0
"""Seconds that are waited for something on a busy machine."""


def missing() -> list[str]:
    """Return the programs that are not on this machine."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


def program(name: str) -> str:
    """Return where a program lies."""
    return shutil.which(name) or name


@contextmanager
def display(frames: Path) -> Iterator[str]:
    """Start a display that no other program uses and return its name; its frame lies in a folder."""
    reading, writing = os.pipe()
    screen = ("-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset", "-fbdir", str(frames))
    server = subprocess.Popen(
        [program("Xvfb"), "-displayfd", str(writing), *screen],
        pass_fds=[writing],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(timeout=10)


def colours(frames: Path) -> int:
    """Return how many different colours are on the display now."""
    dump = (frames / "Xvfb_screen0").read_bytes()
    header, _version, _format, _depth, wide, high = struct.unpack(">6I", dump[:24])
    entries = struct.unpack(">I", dump[76:80])[0]
    start = header + 12 * entries
    pixels = np.frombuffer(dump[start : start + 4 * wide * high], dtype=np.uint32)
    return len(np.unique(pixels))


def settled(look: Callable[[], bool]) -> bool:
    """Return whether something comes true, after a program has ended."""
    end = time.monotonic() + PATIENCE
    while not look() and time.monotonic() < end:
        time.sleep(0.1)
    return look()


class Player:
    """Somebody at the display: starts the program, presses keys, clicks, and looks at what is saved."""

    def __init__(self, screen: str, home: Path, *words: str, compiles: bool = False) -> None:
        """Start the program with a home of its own, and wait for its window.

        It compiles nothing beside the game, unless asked to.
        """
        kept = {name: value for name, value in os.environ.items() if "SDL_" not in name}
        self.home = home
        if not compiles and not (home / "settings.json").exists():
            (home / "settings.json").write_text('{"compiles": false}', encoding="utf-8")
        self.env: Mapping[str, str] = kept | {
            "DISPLAY": screen,
            "DIVERTED_HOME": str(home),
            "LANGUAGE": "en",
            "SDL_AUDIODRIVER": "dummy",
            "PYTHONWARNINGS": "ignore",
        }
        self.log = (home / "log.txt").open("w")
        self.program = subprocess.Popen(
            [sys.executable, "main.py", *words],
            cwd=ROOT,
            env=dict(self.env),
            stdout=self.log,
            stderr=self.log,
        )
        find = ("search", "--onlyvisible", "--pid", str(self.program.pid))
        self.number = self.waited(lambda: self.hand(*find).split("\n")[0])
        self.hand("windowfocus", self.number)

    def close(self) -> None:
        """End the program if it has not ended by itself."""
        if self.program.poll() is None:
            self.program.kill()
        self.program.wait(timeout=10)
        self.log.close()

    def told(self) -> str:
        """Return what the program has printed."""
        self.log.flush()
        return (self.home / "log.txt").read_text(encoding="utf-8")

    def hand(self, *words: str) -> str:
        """Do something with xdotool and return its answer."""
        ran = subprocess.run(
            [program("xdotool"), *words],
            env=dict(self.env),
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        return ran.stdout.strip()

    def keys(self, *names: str) -> None:
        """Press keys one after the other, as a calm person does."""
        for name in names:
            self.hand("key", name)
            time.sleep(0.15)

    def click(self, spot: tuple[int, int]) -> None:
        """Move the mouse to a place in the window and click."""
        self._move(spot)
        self.hand("click", "1")
        time.sleep(0.15)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press at one place, move in steps, and let go at the other."""
        self._move(start)
        self.hand("mousedown", "1")
        for step in range(1, 6):
            across, down = (round(a + (b - a) * step / 5) for a, b in zip(start, end, strict=True))
            self._move((across, down))
            time.sleep(0.05)
        self.hand("mouseup", "1")
        time.sleep(0.15)

    def _move(self, spot: tuple[int, int]) -> None:
        self.hand("mousemove", "--window", self.number, str(spot[0]), str(spot[1]))

    def waited(self, look: Callable[[], T]) -> T:
        """Return the first answer of a question that is not empty; fail when the program ends before."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := look():
                return found
            assert self.program.poll() is None, f"the program ended: {self.told()}"
            time.sleep(0.1)
        message = f"nothing came: {self.told()}"
        raise AssertionError(message)
