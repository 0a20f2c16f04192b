"""Passing messages stand where nothing can be pressed."""

from itertools import product
from pathlib import Path

import pygame
import pytest

from race.ui.kit.layout import Rect
from race.ui.kit.tips.toasts import toast_places
from race.ui.loading import LOADED
from race.ui.screens import door
from race.ui.screens.new_game import Start
from race.ui.screens.orders_panel import OrdersPanel
from tests.ui import seats
from tests.ui.gallery import make

pytestmark = pytest.mark.usefixtures("own_home")


@pytest.mark.parametrize("size", seats.SIZES)
@pytest.mark.parametrize("name", ["load", "save", "ending", "ending, without"])
def test_passing_messages_cover_nothing_that_can_be_pressed(
    name: str, size: tuple[int, int], tmp_path: Path
) -> None:
    desk = seats.desk(size)
    screen = make(name, desk, tmp_path)
    desk.tell("Quick save written. F9 opens it.", "tick")
    desk.tell("There is a save of this name. Press again to overwrite it.", "warning")

    places = toast_places(desk.theme, desk.toasts, desk.area, screen.toast_room())

    assert all(place.within(desk.area) for place in places)
    assert not [
        (control.name, place)
        for control, place in product(screen.stage.ring(), places)
        if place.meets(control.rect)
    ]


def test_on_other_screens_passing_messages_stand_at_the_foot_the_newest_lowest(tmp_path: Path) -> None:
    desk = seats.desk()
    screen = make("table", desk, tmp_path)
    for words in ("first", "second"):
        desk.tell(words)

    newest, other = toast_places(desk.theme, desk.toasts, desk.area, screen.toast_room())

    assert newest.bottom == desk.area.bottom - desk.theme.px(20)
    assert other.bottom < newest.y
    assert abs(newest.centre[0] - desk.area.centre[0]) <= 1


@pytest.mark.parametrize("size", seats.SIZES)
def test_passing_messages_leave_what_is_read_in_a_tooltip_free(size: tuple[int, int], tmp_path: Path) -> None:
    desk = seats.desk(size)
    screen = make("table", desk, tmp_path)
    for words in ("first", "second"):
        desk.tell(words)
    low = Rect(desk.area.centre[0] - 100, desk.area.bottom - desk.theme.px(160), 200, desk.theme.px(150))
    lower = low.shift(0, -low.h)

    places = toast_places(desk.theme, desk.toasts, desk.area, screen.toast_room(), (lower, low))

    assert all(place.within(desk.area) for place in places)
    assert not any(place.meets(tip) for place, tip in product(places, (low, lower)))
    assert not places[0].meets(places[1])


def test_the_tooltip_over_a_figure_tells_what_it_covers(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.point(found, seats.centre(found.top, "tesla.trust"))
    found.desk.now += 1000

    (covered,) = found.top.draw_tip(found.surface)

    assert covered.within(found.desk.area)


def test_that_the_world_is_being_built_is_told_until_the_game_is_there(tmp_path: Path) -> None:
    found = seats.window(tmp_path)
    found.world.door = None
    found.start(Start("history", 3, "real"))

    found.desk.now += 60_000
    told = [toast.text for toast in found.desk.toasts if toast.seen(found.desk.now)]
    found.draw()
    found.world.door = door
    found.feed([pygame.event.Event(LOADED)], found.desk.now)

    assert told == ["The world is being built…"]
    assert not any(toast.seen(found.desk.now) and toast.text in told for toast in found.desk.toasts)
    assert seats.main(found).game.session.month == 0


def test_the_message_of_an_order_goes_when_the_order_is_taken_back(tmp_path: Path) -> None:
    desk, game = seats.desk(), seats.game(tmp_path)
    panel = OrdersPanel(desk, game)
    panel.chosen = next(key for key, order in panel.orders.items() if not order.why_not)

    panel.give()
    (toast,) = desk.toasts
    there = toast.seen(desk.now)
    game.session.undo()

    assert there
    assert not toast.seen(desk.now)
