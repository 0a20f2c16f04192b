"""What is said of looking back: at the end, and to whoever looks on."""

from pathlib import Path

import pytest

from race.ui.kit.widgets import Button
from race.ui.pieces.board import Board
from race.ui.screens.debrief.main import EndingScreen
from race.ui.screens.seat.replay import Replay
from race.ui.screens.table.main import MainScreen
from tests.ui import seats

pytestmark = pytest.mark.usefixtures("own_home")


def test_the_debrief_says_in_words_that_one_can_look_back(tmp_path: Path) -> None:
    screen = EndingScreen(seats.desk(), seats.game(tmp_path, 36))

    button = screen.stage.find("rewind")

    assert isinstance(button, Button)
    assert button.spec.text == "Look back"


def test_who_looks_back_at_the_first_month_is_not_told_to_drag_a_crate(tmp_path: Path) -> None:
    game = seats.game(tmp_path)
    board = Replay(seats.desk(), game.shelf, game.session, 0).stage.find("board")

    assert isinstance(board, Board)
    assert board.spec.rest.title
    assert "Drag" not in board.spec.rest.text


def test_who_looks_back_is_not_said_to_end_the_month(tmp_path: Path) -> None:
    game = seats.game(tmp_path)

    shown, played = Replay(seats.desk(), game.shelf, game.session, 5), MainScreen(seats.desk(), game)

    titles = []
    for screen in (shown, played):
        board = screen.stage.find("board")
        assert isinstance(board, Board)
        titles.append(board.spec.rest.title)
    assert titles == ["If the month ended now", "If you end the month now"]
