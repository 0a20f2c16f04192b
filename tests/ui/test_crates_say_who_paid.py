"""A crate with room says how many chips, when they come and who paid; the first month has room for all."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from race.core.commands import MakePromise
from race.core.ids import Subject
from race.speech import set_language
from race.ui.kit.layout import Rect
from race.ui.kit.theme import Theme
from race.ui.pieces.board import Board
from race.ui.pieces.crates import Crate, Part, flat_crate, roomy_crate, tall_crate
from race.ui.pieces.shipped.drawn import draw_crate
from race.ui.screens.table.main import MainScreen
from race.ui.screens.table.places import Turns, places
from tests.ui import seats
from tests.ui.reader import Page, read

THEME = Theme.for_window(1280, 720)
CAR = (255, 179, 71)
CRATE = Crate(
    "1",
    "car",
    "4\u202f000",
    CAR,
    "paid by Volant",
    "Volant",
    when="due June",
    when_short="Jun",
    foreign=False,
)
WIDE, NARROW = 96, 61


def said(crate: Crate, wide: int, high: int) -> list[str]:
    """Return what a crate of a size in pixels says, from its top to its foot."""
    page = Page((300, 200))
    with page.listening():
        draw_crate(page, THEME, Rect(10, 10, wide, high), crate)
    assert page.reading.cut == set()
    assert page.reading.collisions() == []
    return [line.text for line in sorted(page.reading.words, key=lambda line: line.box.y)]


def test_a_high_crate_says_when_it_comes_and_who_paid() -> None:
    high = tall_crate(THEME)

    assert said(CRATE, WIDE, high) == ["4\u202f000", "due June", "paid by Volant"]
    assert sorted(said(CRATE, NARROW, high)) == sorted(["4\u202f000", "Jun", "V", "Volant"])


@pytest.mark.parametrize("high", [roomy_crate(THEME), 40, 28])
def test_a_narrow_crate_has_its_payer_s_letter_on_a_band_of_the_payer_s_colour(high: int) -> None:
    page, place = Page((300, 200)), Rect(10, 10, NARROW, high)

    with page.listening():
        draw_crate(page, THEME, place, CRATE)

    (letter,) = [line.box for line in page.reading.words if line.text == "V"]
    (number,) = [line.box for line in page.reading.words if line.text == CRATE.amount]
    assert not page.reading.cut
    assert letter.right < number.x
    assert page.get_at((letter.centre[0], letter.y - 2))[:3] == CAR
    assert letter.within(place)


@pytest.mark.parametrize(("wide", "tag"), [(WIDE, "diverted"), (NARROW, "taken")])
def test_a_crate_of_the_other_dock_says_so_in_words_that_fit(wide: int, tag: str) -> None:
    crate = replace(CRATE, dock="lab", tag="diverted", tag_short="taken")

    assert tag in said(crate, wide, roomy_crate(THEME))


@pytest.mark.parametrize("high", [tall_crate(THEME) - 1, 40, flat_crate(THEME)])
def test_a_crate_without_room_for_three_lines_says_all_in_two(high: int) -> None:
    crate = replace(CRATE, kind="B200")

    assert sorted(said(crate, WIDE, high)) == sorted(["4\u202f000", "Jun", "Volant", "B200"])
    assert said(crate, WIDE, flat_crate(THEME) - 1) == ["4\u202f000"]


def test_a_flat_crate_that_is_bound_has_its_lock() -> None:
    pages = []
    for bound in ("", "It is bound."):
        page = Page((300, 200))
        draw_crate(page, THEME, Rect(10, 10, WIDE, 40), replace(CRATE, bound=bound))
        pages.append(pygame.image.tobytes(page, "RGB"))

    assert pages[0] != pages[1]


def test_a_crate_from_the_other_company_has_its_tag_where_the_others_say_who_paid() -> None:
    crate = Crate("1", "lab", "4\u202f000", CAR, "paid by Volant", "Volant", "diverted", when="due June")

    assert said(crate, WIDE, 76) == ["4\u202f000", "due June", "diverted"]
    assert said(replace(crate, when=""), WIDE, roomy_crate(THEME)) == ["4\u202f000", "diverted"]


def test_a_part_in_the_hand_says_what_part_it_is_and_who_paid() -> None:
    half = CRATE.taken(Part(2000, "2\u202f000", "Half", "2\u202f000", sign="½"))

    assert said(half, WIDE, 76) == ["2\u202f000", "Half", "paid by Volant"]
    assert sorted(said(half, NARROW, roomy_crate(THEME))) == sorted(["2\u202f000", "V", "½"])


@pytest.mark.parametrize("tongue", ["en", "fr"])
@pytest.mark.parametrize("size", seats.SIZES)
def test_in_the_first_month_every_crate_says_who_paid(
    size: tuple[int, int], tongue: str, tmp_path: Path
) -> None:
    set_language(tongue)
    table = MainScreen(seats.desk(size), seats.game(tmp_path, 0))
    board = table.stage.find("board")
    assert isinstance(board, Board)

    words = read(table).words

    assert len({slot.x for slot in board.where.docks[0].slots}) == 2
    for crate in board.spec.crates:
        inside = {line.text for line in words if line.box.within(board.slots[crate.key])}
        assert {crate.amount, crate.when} <= inside
        assert inside & {crate.payer, crate.payer_short}


@pytest.mark.parametrize("size", seats.SIZES)
def test_few_words_leave_their_room_to_the_shipments(size: tuple[int, int]) -> None:
    desk = seats.desk(size)

    few, some, many, unknown = (places(desk, Turns(), words=words) for words in (0, 3, 30, None))

    assert few.supply.h > some.supply.h > many.supply.h
    assert many == unknown
    for each in (few, some, many):
        assert each.affairs.bottom == each.news.bottom
        assert not each.supply.meets(each.affairs)
        rows = each.affairs.h - desk.theme.px(16) - 28 - desk.theme.px(6)
        assert rows >= 2 * desk.theme.row


def test_a_wider_window_widens_the_docks_and_the_chart() -> None:
    usual, wide = (places(seats.desk(size), Turns()) for size in ((1920, 1080), (2560, 1080)))

    assert wide.supply.w > usual.supply.w
    assert wide.lab.w - usual.lab.w > wide.supply.w - usual.supply.w
    assert wide.carmaker.w == usual.carmaker.w


def test_crates_of_a_high_window_are_about_as_high_as_wide(tmp_path: Path) -> None:
    board = MainScreen(seats.desk((1080, 1200)), seats.game(tmp_path, 0)).stage.find("board")
    assert isinstance(board, Board)

    slots = board.slots.values()

    assert all(tall_crate(board.theme) <= slot.h <= 1.2 * slot.w for slot in slots)


def test_the_supply_line_keeps_its_height_while_a_month_is_ordered(tmp_path: Path) -> None:
    game = seats.game(tmp_path, 0)
    table = MainScreen(seats.desk(), game)
    before = table.where

    for subject, quantity in (
        (Subject.CHIPS_POWERED, 30_000),
        (Subject.AUTONOMY, 1),
        (Subject.NO_DIVERSION, 0),
    ):
        game.session.submit(MakePromise(subject=subject, quantity=quantity, due=8))
    table.lay()

    assert table.where == before
