"""With large text a screen rolls, scrolls and takes turns; nothing is lost by that."""

from pathlib import Path

import pygame
import pytest

from race.speech import set_language
from race.ui.kit.choices import ListBox, ListSpec, Segmented
from race.ui.kit.layout import Rect
from race.ui.kit.roll import Roll
from race.ui.kit.theme import Theme
from race.ui.kit.widgets import Option, Row, SegmentedSpec
from race.ui.pieces.rooms.ledger import Ledger
from race.ui.screens.new_game import ORDER, NewGame
from race.ui.screens.rooms.page import RoomScreen
from race.ui.screens.screen import Screen
from tests.ui.gallery import make
from tests.ui.reader import read
from tests.ui.test_screens_layout import large

HEIGHTS = (80, 120, 60, 200, 90)
VIEW = Rect(10, 50, 400, 300)
BOOKS = ("Trésorerie", "Réserve", "Trésorerie du constructeur", "Cours de l’action")


def rolled(name: str, folder: Path) -> Screen:
    return make(name, large(200), folder)


def tab(screen: Screen) -> str:
    screen.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_TAB, mod=0, unicode="\t"))
    return screen.stage.focus


def test_the_line_over_a_verdict_keeps_to_the_margin(tmp_path: Path) -> None:
    set_language("fr")

    said = read(make("ending", large(200, (960, 600)), tmp_path)).words

    line = next(words for words in said if words.text.startswith("PRÉTENDANT"))
    title = next(words for words in said if words.text.startswith("Vous finissez"))
    assert line.box.right <= 960 - title.box.x


@pytest.mark.parametrize(
    ("name", "whole"),
    [("room, people", ("Gens", "Attrait", "Vient,\xa0%", "Part,\xa0%")), ("room, books", BOOKS)],
)
def test_what_a_number_is_stands_whole_over_it(name: str, whole: tuple[str, ...], tmp_path: Path) -> None:
    set_language("fr")

    said = {words.text for words in read(rolled(name, tmp_path)).words}

    assert set(whole) <= said


def test_a_column_that_large_text_has_no_room_for_is_told_when_pointed_at(tmp_path: Path) -> None:
    ledger = next(
        each for each in rolled("room, people", tmp_path).stage.controls if isinstance(each, Ledger)
    )
    _index, place = ledger.row_rects()[0]

    ledger.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=place.centre))

    assert "Chips each" not in [ledger.heads[shown] for shown in ledger.places]
    assert "Chips each: " in str(ledger.tip)


@pytest.mark.parametrize("name", ["new game", "question"])
def test_tab_rolls_every_control_into_view_and_comes_round(name: str, tmp_path: Path) -> None:
    screen = rolled(name, tmp_path)
    names = {control.name for control in screen.stage.ring()}

    seen = set()
    for _step in range(2 * len(names)):
        control = screen.stage.find(tab(screen))
        assert control is not None
        assert control.rect.within(screen.desk.area)
        seen.add(control.name)

    assert screen.roll.over
    assert seen == names


@pytest.mark.parametrize("name", ["new game", "question"])
def test_the_wheel_alone_and_the_bar_alone_bring_every_control_into_view(name: str, tmp_path: Path) -> None:
    for turn in (wheel, press_bar):
        screen = rolled(name, tmp_path)
        names = {control.name for control in screen.stage.controls}

        seen = set[str]()
        for _step in range(20):
            seen |= {each.name for each in screen.stage.controls if each.rect.within(screen.desk.area)}
            turn(screen)

        assert seen == names


def wheel(screen: Screen) -> None:
    screen.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1))


def press_bar(screen: Screen) -> None:
    bar = screen.stage.find("roll")
    assert bar is not None
    spot = (bar.rect.centre[0], bar.rect.bottom - 2)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        screen.handle(pygame.event.Event(kind, pos=spot, button=1))


def test_the_last_story_can_be_started_with_keys_at_the_largest_text(tmp_path: Path) -> None:
    screen = rolled("new game", tmp_path)
    assert isinstance(screen, NewGame)
    while tab(screen) != f"story.{ORDER[-1]}":
        pass

    screen.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, unicode=" "))

    started = screen.start_now()
    assert started is not None
    assert started.scenario == ORDER[-1]


def test_bands_in_view_are_whole_and_in_order_and_the_others_are_far() -> None:
    roll = Roll()
    for first in range(len(HEIGHTS)):
        roll.first = first

        places = roll.lay(Theme(), VIEW, HEIGHTS, 10)

        seen = [place for place in places if not roll.hides(place)]
        assert seen == places[roll.first : roll.last]
        assert all(place.within(VIEW) for place in seen)
        assert [place.y for place in places] == sorted(place.y for place in places)
        assert roll.over


def test_what_fits_is_not_rolled() -> None:
    roll = Roll()

    places = roll.lay(Theme(), VIEW, HEIGHTS[:2], 10)

    assert not roll.over
    assert not roll.bar(Theme())
    assert [place.w for place in places] == [VIEW.w, VIEW.w]


def test_rows_take_a_second_line_before_larger_words_are_cut() -> None:
    words = "Demander aux actionnaires du constructeur d'acheter le laboratoire"
    box = {
        size: ListBox(
            "list",
            Rect(0, 0, 400, 400),
            Theme.for_window(1280, 720, text_scale=size),
            ListSpec((Row("a", words),)),
        )
        for size in (1.0, 2.0)
    }

    assert box[1.0].lines == 1
    assert box[2.0].lines > 1
    assert box[2.0].row_high > box[1.0].row_high


def test_options_stand_in_two_lines_where_one_would_cut_them_and_each_can_be_clicked() -> None:
    theme = Theme.for_window(1280, 720, text_scale=2.0)
    options = tuple(Option(f"{n}", "Actionnaires et parole") for n in range(5))
    high = Segmented.height(theme, options, 1000)

    control = Segmented("groups", Rect(0, 0, 1000, high), theme, SegmentedSpec(options, "0"))

    tops = {part.y for part in control.parts()}
    assert len(tops) == 2
    assert all(part.within(control.rect) for part in control.parts())


def test_consequences_too_long_for_their_place_scroll_to_the_last_figure(tmp_path: Path) -> None:
    screen = rolled("between", tmp_path)

    told = screen.stage.find("told")

    assert told is not None
    assert told.focusable


@pytest.mark.parametrize("name", ["room, chips", "room, hall", "room, people"])
def test_every_table_of_a_room_has_its_turn_by_keys(name: str, tmp_path: Path) -> None:
    screen = rolled(name, tmp_path)
    assert isinstance(screen, RoomScreen)
    wanted = {table.key for table in screen.page.tables()}

    seen = set[str]()
    screen.stage.focus_on("tabs")
    for _step in range(len(wanted) + 1):
        seen |= {control.name for control in screen.stage.controls} & wanted
        screen.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RIGHT, mod=0, unicode=""))

    assert seen == wanted
