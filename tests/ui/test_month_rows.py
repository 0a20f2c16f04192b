"""The rows of the month: orders weighed and taken back, who asks, what was taken back."""

from pathlib import Path

import pygame
import pytest

from race.session.store import Slots
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListBox
from race.ui.pieces.heading import CountedHead
from race.ui.present import advice
from race.ui.present.figures import attention_told
from race.ui.screens.ahead.war_room import WarRoom
from race.ui.screens.game import Game, Shelf
from race.ui.screens.rooms.page import RoomScreen
from race.ui.screens.seat.replay import Replay
from race.ui.screens.table import month
from race.ui.screens.table.main import MainScreen
from tests.builders import a_game, a_world
from tests.ui import seats

pytestmark = pytest.mark.usefixtures("own_home")


def test_what_was_taken_back_is_given_again_by_mouse(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    game = seats.main(found).game
    game.order(seats.an_order(game.session))
    given = game.session.pending
    seats.keys(found, [pygame.K_z], pygame.KMOD_CTRL)
    taken = game.session.pending

    month = found.top.stage.find("month_list")
    assert isinstance(month, ListBox)
    place = next(rect for index, rect in month.row_rects() if month.spec.rows[index].key == "redo.0")
    seats.click(found, place.centre)

    assert (taken, game.session.pending) == ((), given)


def test_an_order_is_taken_back_by_the_word_for_it_and_weighed_by_the_rest_of_its_row(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    game = seats.main(found).game
    game.order(seats.an_order(game.session))
    given = game.session.pending
    found.top.lay()
    month = found.top.stage.find("month_list")
    assert isinstance(month, ListBox)
    place = next(rect for index, rect in month.row_rects() if month.spec.rows[index].key == "order.0")

    seats.click(found, (place.x + 60, place.centre[1]))
    weighed, kept = found.top, game.session.pending
    seats.keys(found, [pygame.K_ESCAPE])
    seats.click(found, (place.right - 6, place.centre[1]))

    assert isinstance(weighed, WarRoom)
    assert (kept, game.session.pending) == (given, ())


def test_an_order_is_taken_back_by_a_key_on_its_row(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    game = seats.main(found).game
    game.order(seats.an_order(game.session))
    found.top.lay()
    month = found.top.stage.find("month_list")
    assert isinstance(month, ListBox)
    found.top.stage.focus_on("month_list")
    keys = [row.key for row in month.spec.rows]

    seats.keys(found, [pygame.K_HOME, *([pygame.K_DOWN] * keys.index("order.0")), pygame.K_DELETE])

    assert game.session.pending == ()


def test_who_asks_stands_above_the_orders_of_the_month_and_what_else_waits_below(tmp_path: Path) -> None:
    found = seats.some_months(tmp_path, 3)
    table = seats.main(found)
    table.game.order(seats.an_order(table.game.session))
    table.lay()
    others = [hint for hint in table.hints if hint.group != advice.HOUSE]
    hints = [*others, advice.Hint("Somebody asks", advice.HOUSE, urgent=True)]

    found_rows = month.rows(found.desk, table.game, hints)

    kinds = [row.key.partition(".")[0] for row in found_rows]
    assert kinds[:2] == ["hint", "order"]
    assert found_rows[0].text == "Somebody asks"
    assert found_rows[0].tip == "Somebody asks. Click to answer."
    assert kinds[2:].count("hint") == len(others) > 0


@pytest.mark.parametrize("size", seats.SIZES[1:])
def test_five_rows_of_the_month_are_seen_at_once(size: tuple[int, int], tmp_path: Path) -> None:
    table = MainScreen(seats.desk(size), seats.game(tmp_path))

    listed = table.stage.find("month_list")

    assert isinstance(listed, ListBox)
    assert len(listed.row_rects()) >= 5


def test_who_only_looks_on_sees_the_chart_at_its_usual_height(tmp_path: Path) -> None:
    game = seats.game(tmp_path)

    where = Replay(seats.desk(), game.shelf, game.session, 5).where

    assert (where.lab.h, where.month.h) == (where.carmaker.h, where.news.h)


def test_towards_the_end_how_it_stands_comes_first_and_leads_to_what_counts(tmp_path: Path) -> None:
    screen = MainScreen(seats.desk(), seats.game(tmp_path, 30))
    month = screen.stage.find("month_list")
    assert isinstance(month, ListBox)
    rows = [row for row in month.spec.rows if not row.text.startswith("Somebody waits")]
    opened = screen.take(Action("select", "month_list", rows[0].key))

    assert rows[0].text.startswith("As it stands: ")
    assert opened is not None
    assert isinstance(opened.screen, RoomScreen)
    assert opened.screen.page.title == "What counts"


def test_the_discs_of_attention_say_of_what_they_are_made(tmp_path: Path) -> None:
    world, session = a_world(month=5), a_game(months=1)
    world.affairs.burden = -1
    session.resume(world, session.journal, session.reports)
    table = MainScreen(seats.desk(), Game(session, Shelf(Slots(tmp_path))))

    head = table.stage.find("month")

    assert isinstance(head, CountedHead)
    assert session.view().attention == 6 + 2 - 1
    for part in ("your own: 6 a month", "officer adds 2.", "Last month's answers take 1."):
        assert part in str(head.tip)
    early = " ".join(attention_told(a_game()))
    assert "From March 2024 the chief operating officer adds 2." in " ".join(early.split())
    assert "answers take" not in early
