"""Where there is little room: names and numbers stand whole, of one size, and nothing touches them."""

from pathlib import Path

import pygame
import pytest

from race.session.preview import AUTONOMY, LEAK, QUALITY, TRUST
from race.speech import _, set_language
from race.ui.kit.choices import Segmented, Slider, SliderSpec
from race.ui.kit.layout import Rect
from race.ui.kit.text import ELLIPSIS
from race.ui.kit.theme import FIGURE, SECONDARY, Theme
from race.ui.kit.widgets import Button
from race.ui.pieces.board import Board
from race.ui.pieces.board_paint import draw_strip
from race.ui.pieces.crates import Crate, Preview
from race.ui.pieces.rooms.ledger import Ledger
from race.ui.pieces.shipped.drawn import draw_crate
from race.ui.pieces.stat import Stat
from race.ui.present.consequences import Consequence, brief
from race.ui.present.rooms.yards.ground import ground
from race.ui.screens import looks
from race.ui.screens.help import Help
from race.ui.screens.orders_panel import OrdersPanel
from race.ui.screens.rooms.page import RoomScreen
from race.ui.screens.screen import Desk
from race.ui.screens.sheets.house import HouseSheet
from race.ui.screens.table.main import MainScreen
from tests.ui import seats
from tests.ui.gallery import make
from tests.ui.reader import Page, read

SMALL = [(960, 600), (1260, 640), (1280, 720)]
COURT = (
    "Le constructeur les ferait tourner 50 % du temps : pas d’excuse, reprises 3 mois après la nouvelle. "
    "C’est à votre dossier ; un tribunal pourrait le lire."
)


@pytest.mark.parametrize("size", SMALL)
def test_the_strip_says_four_long_names_and_their_figures_whole(
    size: tuple[int, int], tmp_path: Path
) -> None:
    set_language("fr")
    board = MainScreen(seats.desk(size), seats.game(tmp_path)).stage.find("board")
    assert isinstance(board, Board)
    numbers = (
        Consequence(_(QUALITY), "+1,9 à +3,2", 1, up=True, short=brief(QUALITY)),
        Consequence(_(TRUST), "−1,1 à −1", -1, up=False, short=brief(TRUST)),
        Consequence(_(LEAK), "8,3 %", -1, None, short=brief(LEAK)),
        Consequence(_(AUTONOMY), "−2,5 % à 0 %", -1, up=False, short=brief(AUTONOMY)),
    )
    page, shown = Page(size), Preview("", COURT, looks.effects(numbers), alarm=True)

    with page.listening():
        draw_strip(page, board.theme, board.where.strip, shown, (255, 255, 255))

    assert page.reading.cut == set()
    assert {number.shown for number in numbers} <= page.reading.asked


@pytest.mark.parametrize(("size", "high"), [((1260, 640), 44), ((1280, 720), 52), ((1280, 720), 90)])
def test_the_tag_of_a_crate_keeps_away_from_its_number(size: tuple[int, int], high: int) -> None:
    theme = Theme.for_window(*size)
    surface = pygame.Surface((100, high + 20))
    crate = Crate("1", "lab", "10 157", (255, 179, 71), "Tesla", tag="prises")

    draw_crate(surface, theme, Rect(10, 10, 61, high), crate)

    tag = pygame.mask.from_threshold(surface, theme.palette.bad, (8, 8, 8, 255))
    words = pygame.mask.from_threshold(surface, theme.palette.text, (60, 60, 60, 255))
    number = [box for box in words.get_bounding_rects() if box.h > 3]
    top = max(tag.get_bounding_rects(), key=lambda box: box.w * box.h).top
    assert number
    assert top - max(box.bottom for box in number) >= 3


def test_a_group_of_orders_that_has_no_room_leaves_the_help_s_line_to_the_order(tmp_path: Path) -> None:
    set_language("fr")
    desk = Desk((960, 600), Theme.for_window(960, 600, text_scale=1.5))
    page = Help(desk, seats.game(tmp_path).session)
    page.page = "orders"
    page.lay()

    said = read(page)

    assert not said.cut & {topic.aside for topic in page.found}


@pytest.mark.parametrize("months", [8, 27])
def test_all_head_figures_have_the_same_size_in_french(months: int, tmp_path: Path) -> None:
    set_language("fr")
    table = MainScreen(seats.desk((1280, 720)), seats.game(tmp_path, months))
    stats = {control.spec.figure for control in table.stage.controls if isinstance(control, Stat)}

    said = read(table)

    sizes = {
        line.size for line in said.words if line.text in stats and line.box.y < table.where.header.bottom
    }
    assert sizes == {table.desk.theme.text_px(FIGURE.size)}


def test_head_figures_have_their_whole_names_in_a_small_window_with_large_letters(tmp_path: Path) -> None:
    set_language("fr")
    desk = Desk((960, 600), Theme.for_window(960, 600, text_scale=1.5))
    table = MainScreen(desk, seats.game(tmp_path))

    said = read(table)

    names = {control.spec.label for control in table.stage.controls if isinstance(control, Stat)}
    assert not said.cut & names


def test_what_the_house_says_stands_whole_in_french(tmp_path: Path) -> None:
    set_language("fr")
    house = HouseSheet(seats.desk((1280, 720)), seats.game(tmp_path))

    said = read(house)

    place = next(control.rect for control in house.stage.controls if control.name == "said")
    lines = [line.text for line in said.words if line.box.within(place)]
    assert lines
    assert not [line for line in lines if line.endswith(ELLIPSIS)]


def test_the_ground_says_what_a_square_is_beside_many_neighbours(tmp_path: Path) -> None:
    set_language("fr")
    game = seats.game(tmp_path)
    room = RoomScreen(seats.desk((1280, 720)), game, "chips")

    said = read(room)

    others = next(line.box for line in said.words if line.text == _("Others build"))
    powers = [
        line for line in said.words if "MW" in line.text and abs(line.box.centre[1] - others.centre[1]) < 8
    ]
    assert len(powers) == len(ground(game.session).neighbours) + 1


def test_a_slider_s_knob_stands_clear_of_its_buttons() -> None:
    theme = Theme.for_window(1280, 720)
    slider = Slider("volume", Rect(0, 0, 420, 34), theme, SliderSpec(1.0))

    _words, minus, rail, plus, _value = slider.parts()

    knob = theme.px(15) // 2
    assert plus.x - rail.right > knob + 2
    assert rail.x - minus.right > knob + 2


@pytest.mark.parametrize(("size", "scale"), [((960, 600), 1.5), ((1260, 640), 1.5), ((960, 600), 2.0)])
def test_the_orders_in_large_letters_say_what_cannot_be_given_and_have_tabs_of_one_size(
    size: tuple[int, int], scale: float, tmp_path: Path
) -> None:
    set_language("fr")
    desk = Desk(size, Theme.for_window(*size, text_scale=scale))
    panel = OrdersPanel(desk, seats.game(tmp_path), "owners")

    said = read(panel)

    assert _("not now") in said.asked - said.cut
    tabs = next(control for control in panel.stage.controls if isinstance(control, Segmented))
    words = {option.text for option in tabs.spec.options}
    assert len({line.size for line in said.words if line.text in words}) == 1


@pytest.mark.parametrize("tongue", ["en", "fr"])
def test_no_number_of_a_room_s_table_is_cut_in_the_smallest_window(tongue: str, tmp_path: Path) -> None:
    set_language(tongue)
    room = RoomScreen(seats.desk((960, 600)), seats.game(tmp_path), "books")

    said = read(room)

    tables = [control for control in room.stage.controls if isinstance(control, Ledger)]
    cells = {cell for table in tables for entry in table.entries.values() for cell in entry.cells[1:]}
    assert tables
    assert not said.cut & cells
    fewer = [table for table in tables if len(table.places) < len(table.heads)]
    for table in fewer:  # what has no column is told
        table._spot = table.row_rects()[0][1].centre  # noqa: SLF001
        assert all(head in str(table.tip) for head in table.heads[1:])


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (2560, 1440), (3840, 2160)])
def test_the_way_back_into_a_finished_game_has_its_words_in_french(
    size: tuple[int, int], tmp_path: Path
) -> None:
    set_language("fr")
    screen = make("ending", seats.desk(size), tmp_path)

    back = screen.stage.find("rewind")

    assert isinstance(back, Button)
    assert back.spec.text == _("Look back")


@pytest.mark.parametrize("name", ["news_list", "month_list"])
def test_a_row_of_one_line_is_no_larger_than_its_neighbours(name: str, tmp_path: Path) -> None:
    set_language("fr")
    table = MainScreen(seats.desk((1280, 720)), seats.game(tmp_path))
    place = next(control.rect for control in table.stage.controls if control.name == name)

    said = read(table)

    sizes = {line.size for line in said.words if line.box.within(place)}
    assert len(sizes) <= 2
    assert max(sizes) <= table.desk.theme.text_px(SECONDARY.size)


def test_the_first_news_stands_whole_where_small_letters_make_two_lines_of_it(tmp_path: Path) -> None:
    set_language("fr")
    table = MainScreen(seats.desk((1260, 640)), seats.game(tmp_path, 0))
    place = next(control.rect for control in table.stage.controls if control.name == "news_list")

    said = read(table)

    first = [line.text for line in said.words if line.box.within(place)][:2]
    assert first[1].endswith("xAI.")
