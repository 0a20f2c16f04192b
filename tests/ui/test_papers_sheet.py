"""The papers in the window: a key opens and closes them, they turn back, and big news opens them."""

from pathlib import Path

import pygame
import pytest

from race.ui.kit.actions import Action
from race.ui.screens.debrief.main import EndingScreen
from race.ui.screens.sheets.papers import PapersSheet, worth_opening
from race.ui.screens.sheets.routine import RoutineSheet
from race.ui.window import Window
from tests.ui import seats

pytestmark = pytest.mark.usefixtures("own_home")


def opened(tmp_path: Path) -> tuple[Window, PapersSheet]:
    """Open the papers by their key before the first month."""
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_d])
    assert isinstance(found.top, PapersSheet)
    return found, found.top


def test_the_key_opens_the_papers_and_closes_them(tmp_path: Path) -> None:
    found, sheet = opened(tmp_path)

    seats.keys(found, [pygame.K_d])

    assert found.top is not sheet


def test_before_the_first_month_there_is_no_paper(tmp_path: Path) -> None:
    _found, sheet = opened(tmp_path)

    assert sheet.page is None


def test_earlier_papers_are_a_page_back(tmp_path: Path) -> None:
    sheet = PapersSheet(seats.desk(), seats.game(tmp_path))
    latest = sheet.page

    sheet.take(Action("page_up"))
    earlier = sheet.page
    sheet.take(Action("press", "later"))

    assert latest is not None
    assert earlier is not None
    assert earlier.month == latest.month - 1
    assert sheet.page == latest


def test_the_papers_open_by_themselves_only_for_what_is_big(tmp_path: Path) -> None:
    game = seats.game(tmp_path)
    page = PapersSheet(seats.desk(), game).page

    sheet = worth_opening(seats.desk(), game)

    assert page is not None
    assert (sheet is not None) == page.big


def test_the_last_papers_can_be_read_after_the_end(tmp_path: Path) -> None:
    screen = EndingScreen(seats.desk(), seats.game(tmp_path, 36))

    wish = screen.take(Action("press", "papers"))

    assert wish is not None
    assert wish.name == "open"


def test_who_lays_the_papers_aside_is_asked_what_the_house_asks(tmp_path: Path) -> None:
    found, sheet = opened(tmp_path)
    sheet.then = RoutineSheet(found.desk, seats.game(tmp_path))

    seats.keys(found, [pygame.K_ESCAPE])

    assert found.top is sheet.then
