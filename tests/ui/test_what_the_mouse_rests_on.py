"""A mouse that lies still goes on meaning what lies under it, however often the screen is laid anew."""

from pathlib import Path

import pygame
import pytest

from race.ui.kit.choices import ListBox
from race.ui.pieces.board import Board
from race.ui.present.guide.firsts import First
from race.ui.screens.orders_panel import OrdersPanel
from tests.ui import seats

pytestmark = pytest.mark.usefixtures("own_home")

CALM = 2_000
"""Milliseconds after which every tooltip is due."""


def test_after_a_dialog_has_closed_the_tooltip_is_of_what_lies_under_the_mouse(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.point(found, seats.centre(found.top, "month_list"))
    seats.keys(found, [pygame.K_o])
    seats.point(found, seats.centre(found.stack[0], "hall"))

    seats.keys(found, [pygame.K_ESCAPE])
    found.top.tip_name()
    found.desk.now += CALM

    assert found.top.tip_name() == "hall"


def test_a_mouse_that_moves_after_a_key_opens_what_it_rests_on_until_the_next_key(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_TAB])
    seats.point(found, seats.centre(found.top, "hall"))
    found.top.tip_name()
    found.desk.now += CALM
    rested = found.top.tip_name()

    seats.keys(found, [pygame.K_TAB])

    assert (rested, found.top.tip_name()) == ("hall", "")


def test_a_mouse_that_leaves_the_window_rests_on_nothing(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.point(found, seats.centre(found.top, "hall"))
    rested = found.top.stage.hover.name

    found.feed([pygame.event.Event(pygame.WINDOWLEAVE)], found.desk.now + 10)

    hall = found.top.stage.find("hall")
    assert hall is not None
    assert (rested, found.top.stage.hover.name, hall.hovered) == ("hall", "", False)


def test_a_row_chosen_by_the_mouse_does_not_show_the_tooltip_of_the_row_in_the_middle(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_o])
    panel = found.top
    assert isinstance(panel, OrdersPanel)
    before = panel.stage.find("list")
    assert isinstance(before, ListBox)
    locked = [index for index, row in enumerate(before.spec.rows) if row.tip]

    seats.click(found, before.row_rects()[1][1].centre)

    after = panel.stage.find("list")
    assert after is not before
    assert after is not None
    assert (after.tip, 1 in locked, bool(locked)) == (None, False, True)


def test_escape_closes_a_first_hint_and_only_the_next_one_opens_the_menu(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    table = seats.main(found)
    table.first = First("power", "Chips without power", "They wait.", "supply")

    seats.keys(found, [pygame.K_ESCAPE])

    assert table.first is None
    assert found.top is table


def test_an_order_of_this_month_is_marked_and_can_be_taken_back_where_it_was_given(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_o, pygame.K_RETURN])
    panel = found.top
    assert isinstance(panel, OrdersPanel)
    box = panel.stage.find("list")
    assert isinstance(box, ListBox)
    marked = [row.icon for row in box.spec.rows if row.key == panel.chosen]

    seats.click(found, seats.centre(panel, "take_back"))

    assert marked == ["tick"]
    assert not panel.game.session.pending
    assert panel.stage.find("take_back") is None


def test_a_mouse_on_an_empty_place_of_the_dock_does_not_open_the_crate_of_the_keys(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    found.top.stage.focus_on("board")
    board = found.top.stage.find("board")
    assert isinstance(board, Board)
    by_keys = board.tip
    taken = len(board.spec.on(board.spec.docks[1].key))

    seats.point(found, board.where.docks[1].slots[taken].centre)

    rested = board.tip
    found.top.stage.focus_on("board")
    assert by_keys is not None
    assert (rested, board.tip) == (None, by_keys)
