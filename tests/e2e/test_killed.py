"""The program killed at any moment: every finished month is there again, and every order that was given."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from race.session.kept.draft import take_up
from race.session.session import Session
from race.session.store import Slots, load
from tests.architecture.house import ROOT

WINDOW = """
from pathlib import Path
import pygame, sys
from tests.ui import seats
found = seats.table(Path(sys.argv[1]))
print("seated", flush=True)
for _month in range(12):
    game = seats.main(found).game
    game.order(seats.an_order(game.session))
    print("ordered", game.session.month, flush=True)
    print("ends", flush=True)
    game.end_month(found.desk)
    print("month", game.session.month, flush=True)
"""


@contextmanager
def running(folder: Path, *command: str) -> Iterator[subprocess.Popen[str]]:
    environment = os.environ | {
        "DIVERTED_HOME": str(folder),
        "LANGUAGE": "en",
        "SDL_VIDEODRIVER": "dummy",
        "SDL_AUDIODRIVER": "dummy",
        "PYTHONWARNINGS": "ignore",
        "PYTHONPATH": str(ROOT),
    }
    ran = subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with ran:
        try:
            yield ran
        finally:
            ran.kill()


def heard(ran: subprocess.Popen[str], words: str) -> str:
    """Return the first line that starts with some words."""
    assert ran.stdout is not None
    line = next((line for line in ran.stdout if line.startswith(words)), None)
    assert line is not None, f"the program never said {words}"
    return line


def killed(ran: subprocess.Popen[str]) -> None:
    os.kill(ran.pid, signal.SIGKILL)
    ran.wait()


def resumed(saves: Path) -> Session:
    """Return the game as Continue would open it."""
    found = Slots(saves).newest()
    assert found is not None
    session = load(found[0])
    take_up(saves, session)
    return session


@pytest.mark.parametrize("months", [0, 1, 3])
def test_a_window_killed_after_an_order_has_the_order(tmp_path: Path, months: int) -> None:
    with running(tmp_path, "-c", WINDOW, str(tmp_path)) as ran:
        heard(ran, f"ordered {months}")
        killed(ran)

    session = resumed(tmp_path)

    assert session.month >= months
    assert session.month > months or len(session.pending) == 1


@pytest.mark.parametrize("ends", [1, 2, 4])
def test_a_window_killed_while_a_month_is_played_is_before_it_or_after_it(tmp_path: Path, ends: int) -> None:
    with running(tmp_path, "-c", WINDOW, str(tmp_path)) as ran:
        for _month in range(ends):
            heard(ran, "ends")
        killed(ran)

    session = resumed(tmp_path)

    assert session.month >= ends - 1
    assert session.month > ends - 1 or len(session.pending) == 1


def test_a_text_game_killed_in_the_middle_goes_on_where_it_was(tmp_path: Path) -> None:
    words = ("main.py", "--text", "--plain", "--scenario", "the-twelve-thousand", "--seed", "7")
    with running(tmp_path, *words) as ran:
        assert ran.stdin is not None
        ran.stdin.write("end\nmove 1 to lab by swap\n")
        ran.stdin.flush()
        heard(ran, "Ordered")
        killed(ran)

    session = resumed(tmp_path / "saves")

    assert (session.month, len(session.pending)) == (1, 1)
