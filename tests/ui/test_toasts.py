"""Passing messages stand where nothing can be pressed."""

from itertools import product
from pathlib import Path

import pytest

from race.ui.kit.tips.toasts import toast_places
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
