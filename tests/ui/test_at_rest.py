"""Where nothing happens nothing is drawn: the window sleeps, whatever the mouse rests on."""

from pathlib import Path

import pygame
import pytest

from race.ui import app
from race.ui.screens.guide.lesson import LessonScreen
from race.ui.window import Window
from tests.ui import seats
from tests.ui.gallery import BENEATH, SCREENS, make

pytestmark = pytest.mark.usefixtures("own_home")

_AWAKE = 300
"""Frames after which whatever goes on by itself has come to an end."""


def _falls_asleep(found: Window) -> bool:
    """Let time pass until the window waits for an event, and tell whether it came to that."""
    for _frame in range(_AWAKE):
        wait = found.wait()
        if wait is None:
            return True
        found.desk.now += max(16, wait)
        found.feed([], found.desk.now)
        found.draw()
    return False


def _rest_on(found: Window, spot: tuple[int, int]) -> None:
    motion = pygame.event.Event(pygame.MOUSEMOTION, pos=spot, rel=(1, 1), buttons=(0, 0, 0))
    found.feed([motion], found.desk.now + 17)
    found.draw()


@pytest.mark.parametrize("name", SCREENS)
def test_the_window_sleeps_under_a_resting_mouse(name: str, tmp_path: Path) -> None:
    found = Window(pygame.Surface((1280, 720)))
    top = make(name, found.desk, tmp_path)
    found.stack = [top] if top.covers else [make(BENEATH.get(name, "table"), found.desk, tmp_path), top]

    for control in found.top.stage.controls[:4]:
        _rest_on(found, control.rect.centre)
        assert _falls_asleep(found)


def test_a_move_of_the_mouse_that_changes_nothing_is_not_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pygame.display, "flip", lambda: None)
    found = seats.table(tmp_path)
    control = next(one for one in found.top.stage.controls if not getattr(one, "follows_mouse", False))
    x, y = control.rect.centre
    moves = [
        pygame.event.Event(pygame.MOUSEMOTION, pos=(x + n, y), rel=(1, 0), buttons=(0, 0, 0)) for n in (0, 1)
    ]
    found.draw()

    drawn = [app.turn(found, [move]) for move in moves]

    assert drawn == [True, False]
    assert app.turn(found, [])  # time has passed after which something changes by itself


def test_the_first_steps_sleep_over_a_table_on_which_the_mouse_lay_before(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    board = seats.board(found).rect.centre
    _rest_on(found, board)
    door = found.world.door
    assert door is not None
    taught = door.teach(found.stack)
    assert taught is not None
    found.stack = taught

    assert isinstance(found.top, LessonScreen)
    assert _falls_asleep(found)
