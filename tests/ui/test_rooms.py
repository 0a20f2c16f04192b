"""The way to every room: one list, one key each, one sheet that shows them all."""

from pathlib import Path

import pygame

from race.ui.kit.actions import DEFAULT_KEYS
from race.ui.present.rooms import plan
from race.ui.screens.table.main import MainScreen
from race.ui.screens.table.rooms import OPENERS, RoomsSheet
from tests.ui import seats


def test_every_room_of_the_plan_has_a_door_and_a_key() -> None:
    names = [room.name for room in plan.ROOMS]

    assert sorted(names) == sorted(OPENERS)
    assert all(name in DEFAULT_KEYS for name in names)
    assert {room.wing for room in plan.ROOMS} == set(plan.WINGS)


def test_a_card_leads_to_its_room_and_closing_it_leads_back_to_the_table(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_i])
    assert isinstance(found.top, RoomsSheet)

    seats.click(found, seats.centre(found.top, "hall"))
    inside = type(found.top)
    seats.keys(found, [pygame.K_ESCAPE])

    assert inside is not RoomsSheet
    assert isinstance(found.top, MainScreen)


def test_a_key_goes_from_the_plan_to_a_room(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_i])

    seats.keys(found, [pygame.K_d])

    assert len(found.stack) == 2
    assert not isinstance(found.top, RoomsSheet)
