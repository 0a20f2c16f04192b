"""The real program on a real display: Xvfb shows it, xdotool plays it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from race.core.commands import Command, Divert
from race.session.store import Saved, Slots
from tests.e2e.display import Player, colours, display, settled
from tests.ui import seats

STORY = "the-twelve-thousand"
TRIES = 40
"""Months that are tried at most: on a busy machine a key may come too early."""


@pytest.fixture
def frames(tmp_path: Path) -> Path:
    """Return the folder in which the display keeps its frame."""
    folder = tmp_path / "frames"
    folder.mkdir()
    return folder


@pytest.fixture
def screen(frames: Path) -> Iterator[str]:
    with display(frames) as name:
        yield name


def newest(home: Path) -> Saved | None:
    found = Slots(home / "saves").newest()
    return found[1] if found else None


def months(home: Path) -> int:
    saved = newest(home)
    return len(saved.journal.months) if saved else 0


def left(player: Player) -> tuple[int, str]:
    """Press Ctrl+Q; return the exit code and whatever was printed besides pygame's greeting."""
    player.keys("ctrl+q")
    code = player.program.wait(timeout=60)
    lines = [line for line in player.told().splitlines() if not line.startswith("pygame")]
    return code, "\n".join(lines)


def test_a_month_is_played_by_keys_and_found_again(screen: str, frames: Path, tmp_path: Path) -> None:
    player = Player(screen, tmp_path)
    try:
        player.waited(lambda: colours(frames) > 200)
        player.keys("Return", "Return")
        player.waited(lambda: newest(tmp_path))  # who goes back before asks for no game
        for _month in range(TRIES):
            player.keys("Return", "Escape", "Escape")
            if months(tmp_path) >= 2:
                break
        first = left(player)
    finally:
        player.close()
    played = months(tmp_path)
    again = Player(screen, tmp_path)
    try:
        again.waited(lambda: colours(frames) > 200)
        again.keys("Return")
        for _month in range(TRIES):
            again.keys("Return", "Escape", "Escape")
            if months(tmp_path) > played:
                break
        second = left(again)
    finally:
        again.close()

    assert first == second == (0, "")
    assert months(tmp_path) > played >= 2


def given(folder: Path) -> list[Command]:
    """Return all orders of the newest save; a busy machine may lose a drag, so that a later month has it."""
    saved = newest(folder)
    played = saved.journal.months if saved else ()
    return [order for month in played for orders in month.orders.values() for order in orders or ()]


def test_a_crate_is_dragged_and_the_month_ended_by_mouse(screen: str, tmp_path: Path) -> None:
    drawn = seats.table(tmp_path / "drawn", STORY, 7)
    board = seats.board(drawn)
    crate = board.slots[board.spec.on("carmaker")[0].key].centre
    dock, end = board.where.docks[1].slots[-1].centre, seats.centre(drawn.top, "end")

    player = Player(screen, tmp_path, "--scenario", STORY, "--seed", "7")
    try:
        player.waited(lambda: newest(tmp_path))
        player.keys("Escape")  # the first steps are not for a machine
        for _month in range(TRIES):
            player.drag(crate, dock)
            player.click(end)
            if any(isinstance(order, Divert) for order in given(tmp_path)):
                break
        ended = left(player)
    finally:
        player.close()

    assert ended == (0, "")
    assert any(isinstance(order, Divert) for order in given(tmp_path))


def at_work(home: Path) -> list[Path]:
    """Return the folders in which somebody makes a compiled core."""
    return [*home.glob("cache/compiled/.building-*")]


@pytest.mark.skipif(shutil.which("cc") is None, reason="needs a C compiler")
def test_the_core_is_compiled_beside_the_game_and_given_up_with_it(
    screen: str, frames: Path, tmp_path: Path
) -> None:
    player = Player(screen, tmp_path, "--scenario", STORY, "--seed", "3", compiles=True)
    try:
        player.waited(lambda: colours(frames) > 200)
        player.waited(lambda: at_work(tmp_path))
        ended = left(player)
        gone = settled(lambda: not at_work(tmp_path))
    finally:
        player.close()

    assert ended == (0, "")
    assert gone
