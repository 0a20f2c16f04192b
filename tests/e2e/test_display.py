"""The real program on a real display: Xvfb shows it, xdotool plays it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from race.core.commands import Divert
from race.session.store import Saved, Slots
from tests.e2e.display import Player, colours, display
from tests.ui import seats

STORY = "the-twelve-thousand"


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
        while months(tmp_path) < 2:
            player.keys("Return", "Escape", "Escape")
            player.waited(lambda: True)
        first = left(player)
    finally:
        player.close()
    played = months(tmp_path)
    again = Player(screen, tmp_path)
    try:
        while months(tmp_path) <= played:
            again.keys("Return")
            again.waited(lambda: True)
        second = left(again)
    finally:
        again.close()

    assert first == second == (0, "")


def test_a_crate_is_dragged_and_the_month_ended_by_mouse(screen: str, tmp_path: Path) -> None:
    drawn = seats.table(tmp_path / "drawn", STORY, 7)
    board = seats.board(drawn)
    crate = board.slots[board.spec.on("carmaker")[0].key].centre
    dock, end = board.where.docks[1].slots[-1].centre, seats.centre(drawn.top, "end")

    player = Player(screen, tmp_path, "--scenario", STORY, "--seed", "7")
    try:
        while months(tmp_path) < 1:
            player.drag(crate, dock)
            player.click(end)
            player.waited(lambda: True)
        ended = left(player)
    finally:
        player.close()

    saved = newest(tmp_path)
    assert ended == (0, "")
    assert saved is not None
    given = [
        order for month in saved.journal.months for orders in month.orders.values() for order in orders or ()
    ]
    assert any(isinstance(order, Divert) for order in given)
