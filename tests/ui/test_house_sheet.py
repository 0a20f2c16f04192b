"""The house's people in the window: a key opens them, a row chooses, a button gives somebody your word."""

from pathlib import Path

import pygame
import pytest

from race.core.commands import Reassure
from race.core.ids import Person
from race.ui.kit.actions import Action
from race.ui.kit.widgets import Button
from race.ui.pieces.lists.faces import Faces
from race.ui.screens.sheets.house import HouseSheet
from race.ui.window import Window
from tests.ui import seats

pytestmark = pytest.mark.usefixtures("own_home")


def opened(tmp_path: Path) -> tuple[Window, HouseSheet]:
    """Open the house by its key."""
    found = seats.table(tmp_path)
    seats.keys(found, [pygame.K_h])
    assert isinstance(found.top, HouseSheet)
    return found, found.top


def test_the_key_opens_the_house_and_closes_it(tmp_path: Path) -> None:
    found, sheet = opened(tmp_path)

    seats.keys(found, [pygame.K_h])

    assert found.top is not sheet


def test_a_talk_with_the_chosen_person_becomes_an_order(tmp_path: Path) -> None:
    _found, sheet = opened(tmp_path)

    sheet.take(Action("select", "people", Person.COUNSEL.value))
    sheet.take(Action("press", "talk"))

    assert sheet.game.session.pending == (Reassure(person=Person.COUNSEL),)


def test_the_lawyer_of_the_fund_cannot_be_talked_to(tmp_path: Path) -> None:
    _found, sheet = opened(tmp_path)

    sheet.take(Action("select", "people", Person.LAWYER.value))

    assert "does not work for you" in next(one for one in sheet.people if one.key == "lawyer").why_not
    assert sheet.game.session.pending == ()


def test_the_sheet_opens_at_the_first_who_is_there(tmp_path: Path) -> None:
    _found, sheet = opened(tmp_path)

    vacant = [one.key for one in sheet.people if not one.there]

    assert vacant[:1] == [sheet.people[0].key]
    assert sheet.chosen == sheet.people[1].key


def test_a_vacant_seat_has_no_talk_and_says_why(tmp_path: Path) -> None:
    found, sheet = opened(tmp_path)

    sheet.take(Action("select", "people", Person.OFFICER.value))
    seats.click(found, seats.centre(sheet, "talk"))

    button = sheet.stage.find("talk")
    assert isinstance(button, Button)
    assert button.tip == "Nobody holds this post at the moment."
    assert sheet.word == ""
    assert sheet.game.session.pending == ()


def test_only_the_fund_s_lawyer_stands_apart_from_the_house(tmp_path: Path) -> None:
    _found, sheet = opened(tmp_path)

    faces = sheet.stage.find("people")

    assert isinstance(faces, Faces)
    assert [key for key, face in faces.faces.items() if face.apart] == [Person.LAWYER.value]
    assert faces.faces["lawyer"].post == "the pension fund's lawyer, outside your house"


def test_a_saying_is_shown_under_whoever_said_it_and_nobody_else(tmp_path: Path) -> None:
    found, sheet = opened(tmp_path)
    sheet.game.session.submit(Reassure(person=Person.COUNSEL))
    sheet.game.session.end_month()
    sheet = HouseSheet(found.desk, sheet.game)

    sheet.take(Action("select", "people", Person.SCIENTIST.value))
    silent = sheet.saying
    sheet.take(Action("select", "said", "0"))

    assert silent is None
    assert sheet.chosen == Person.COUNSEL.value


def test_what_a_talk_does_is_told_before_it_is_given(tmp_path: Path) -> None:
    _found, sheet = opened(tmp_path)

    sheet.take(Action("select", "people", Person.COUNSEL.value))

    assert "Weight of what breaks it" in sheet.word


@pytest.mark.parametrize("months", [0, 1, 8])
def test_all_posts_are_seen_at_once_before_anybody_has_said_anything(tmp_path: Path, months: int) -> None:
    sheet = HouseSheet(seats.desk(), seats.game(tmp_path, months))

    faces = sheet.stage.find("people")

    assert isinstance(faces, Faces)
    assert len(faces.row_rects()) == len(sheet.people) == 4
    assert all(place.bottom <= faces.rect.bottom for _index, place in faces.row_rects())
