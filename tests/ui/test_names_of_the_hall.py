"""The lines from the names round the hall to their wedges run behind no other name."""

from pathlib import Path

import pygame
import pytest

from race.speech import set_language
from race.ui.kit.layout import Rect
from race.ui.pieces.hall import Hall
from race.ui.pieces.holders.leaders import Arc, disorder, foot_of
from race.ui.screens.rooms.page import RoomScreen
from race.ui.screens.table.main import MainScreen
from tests.ui import seats


@pytest.mark.parametrize("tongue", ["en", "fr"])
@pytest.mark.parametrize("size", seats.SIZES)
def test_no_line_at_the_table_runs_behind_another_name(
    size: tuple[int, int], tongue: str, tmp_path: Path
) -> None:
    set_language(tongue)
    table = MainScreen(seats.desk(size), seats.game(tmp_path))
    hall = next(control for control in table.stage.controls if isinstance(control, Hall))
    names = hall.name_rects()

    behind = [
        (kind.name, other.name)
        for kind, place, tip in names
        for other, box, _tip in names
        if tip is not None and other is not kind
        if pygame.Rect(*box).clipline(
            foot_of(place, tip, [each for _, each, _ in names if each != place], hall.arc), tip
        )
    ]

    assert len(names) == len(hall.spec.kinds)
    assert behind == []


def test_a_line_starts_at_the_end_of_its_name_where_the_nearest_point_is_behind_another() -> None:
    arc = Arc((0, 500), 10.0)
    name, lower = Rect(100, 0, 80, 16), Rect(90, 20, 70, 16)

    free = foot_of(name, (140, 60), [], arc)
    moved = foot_of(name, (170, 60), [lower], arc)
    around = foot_of(name, (155, 300), [lower], arc)

    assert free == (140, 16)
    assert moved == (170, 16)
    assert around == (176, 16)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_the_names_in_the_room_of_the_hall_stand_in_the_order_of_their_wedges(
    size: tuple[int, int], tmp_path: Path
) -> None:
    set_language("fr")
    room = RoomScreen(seats.desk(size), seats.game(tmp_path), "hall")
    hall = next(control for control in room.stage.controls if isinstance(control, Hall))

    funds = [(place.y, kind.name) for kind, place, _tip in hall.name_rects() if "Fonds" in kind.name]
    told = [name for _y, name in sorted(funds)]

    order = ["Fonds indiciels", "Fonds actifs", "Fonds de pension"]
    assert told in (order, order[::-1])


def test_a_name_between_two_that_are_higher_and_lower_in_the_hall_is_out_of_order() -> None:
    first, second, third = (Rect(100, y, 80, 16) for y in (0, 20, 40))

    assert disorder([(0.2, first), (0.5, second), (0.8, third)]) == 0
    assert disorder([(0.2, third), (0.5, second), (0.8, first)]) == 0
    assert disorder([(0.2, second), (0.5, third), (0.8, first)]) == 1
    assert disorder([(0.2, Rect(300, 0, 80, 16)), (0.5, second), (0.8, first)]) == 0
