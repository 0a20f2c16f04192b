"""Words that are long in French or in large letters stand whole: no ellipsis where there is room for them."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from race.speech import set_language
from race.ui.kit.theme import Theme
from race.ui.kit.widgets import Label
from race.ui.pieces.board import Board
from race.ui.pieces.board_paint import draw_strip
from race.ui.pieces.stat import Stat
from race.ui.screens import looks
from race.ui.screens.help import Help
from race.ui.screens.rooms.page import RoomScreen
from race.ui.screens.screen import Desk
from race.ui.screens.seat.spectate import Spectate
from race.ui.screens.sheets.house import HouseSheet
from race.ui.screens.table.main import MainScreen
from tests.ui import samples, seats
from tests.ui.gallery import make
from tests.ui.reader import Page, read

LONG = "Quelqu’un attend une réponse et le tribunal ouvre les dossiers : Une fiche de paie au mur."


READ_OUT = (
    "The carmaker could run them 58.3 % of the time: no defence, called back 3 months after it is known. It "
    "goes into your file in writing; a court could have it read out."
)
REFUSED = (
    "Les administrateurs vendent ce que le constructeur ne pourrait pas faire tourner. Celles-ci "
    "tourneraient 100 % du temps, plus que 25 % : échangez-les, louez-les ou faites voter les actionnaires."
)


def large(text_scale: float, size: tuple[int, int] = (1280, 720)) -> Desk:
    """Return a desk with larger letters."""
    pygame.font.init()
    return Desk(size, Theme.for_window(*size, text_scale=text_scale))


@pytest.mark.parametrize("tongue", ["en", "fr"])
@pytest.mark.parametrize("size", seats.SIZES)
def test_a_question_among_the_hints_of_the_month_has_its_whole_title(
    size: tuple[int, int], tongue: str, tmp_path: Path
) -> None:
    set_language(tongue)
    table = MainScreen(seats.desk(size), seats.game(tmp_path))

    said = read(table)

    asked = next(hint.text for hint in table.hints if hint.urgent)
    assert asked in said.asked
    assert asked not in said.cut


@pytest.mark.parametrize("name", ["promises", "hall", "books"])
def test_a_room_s_tables_say_every_line_whole_in_french(name: str, tmp_path: Path) -> None:
    set_language("fr")
    desk = seats.desk((1920, 1080))

    assert read(RoomScreen(desk, seats.game(tmp_path), name)).cut == set()


@pytest.mark.parametrize("months", [8, 27])
def test_head_figures_in_large_letters_have_their_names_and_one_size(months: int, tmp_path: Path) -> None:
    table = MainScreen(large(1.5), seats.game(tmp_path, months))

    said = read(table)

    stats = [control for control in table.stage.controls if isinstance(control, Stat)]
    assert not said.cut & {stat.spec.label for stat in stats}
    figures = {stat.spec.figure for stat in stats}
    sizes = {
        line.size for line in said.words if line.text in figures and line.box.y < table.where.header.bottom
    }
    assert max(sizes) - min(sizes) <= 5


def strip_read(size: tuple[int, int], folder: Path, words: str) -> Page:
    """Draw the strip of a table with some words under its numbers, and listen."""
    table = MainScreen(seats.desk(size), seats.game(folder))
    board = table.stage.find("board")
    assert isinstance(board, Board)
    page, shown = Page(size), replace(samples.preview(), text=words)
    with page.listening():
        draw_strip(page, table.desk.theme, board.where.strip, shown, (255, 255, 255))
    return page


@pytest.mark.parametrize("size", seats.SIZES[1:])
def test_the_strip_gives_its_title_up_for_a_third_line_of_a_refusal(
    size: tuple[int, int], tmp_path: Path
) -> None:
    page = strip_read(size, tmp_path, REFUSED)

    assert REFUSED in page.reading.asked
    assert REFUSED not in page.reading.cut


@pytest.mark.parametrize("size", seats.SIZES)
def test_the_strip_says_whole_what_a_court_could_read(size: tuple[int, int], tmp_path: Path) -> None:
    page = strip_read(size, tmp_path, READ_OUT)

    assert READ_OUT in page.reading.asked
    assert READ_OUT not in page.reading.cut


def test_why_a_bot_stopped_is_told_over_both_lines(tmp_path: Path) -> None:
    game = seats.game(tmp_path)
    screen = Spectate(seats.desk(), game, game.plan, playing=False)
    screen.why = LONG

    screen.lay()

    label = screen.stage.find("why")
    assert isinstance(label, Label)
    assert label.tip == LONG
    assert LONG not in read(screen).cut


def test_a_short_reason_leaves_the_bot_its_name(tmp_path: Path) -> None:
    game = seats.game(tmp_path)
    screen = Spectate(seats.desk(), game, game.plan, playing=False)
    screen.why = "xAI mène la course."

    screen.lay()

    assert screen.stage.find("who") is not None


def test_the_house_is_no_higher_than_its_people_need_whoever_is_chosen(tmp_path: Path) -> None:
    early = HouseSheet(seats.desk(), seats.game(tmp_path, 1))
    late = HouseSheet(seats.desk(), seats.game(tmp_path, 27))
    heights = set()
    for one in early.people:
        early.chosen = one.key
        early.lay()
        heights.add(early.box.h)

    assert heights == {early.box.h}
    assert early.box.h < late.box.h <= round(0.86 * 720)


def test_a_short_chapter_of_the_help_is_no_higher_than_its_longest_topic(tmp_path: Path) -> None:
    sheet = Help(seats.desk((1920, 1080)), seats.game(tmp_path).session)
    short = sheet.box
    sheet.page = "terms"
    sheet.lay()

    assert (short.y, short.w) == (sheet.box.y, sheet.box.w)
    assert short.h < sheet.box.h
    assert sheet.parts()[2].w > round(sheet.body().w * 0.4)


@pytest.mark.parametrize("size", seats.SIZES)
def test_a_question_says_that_its_effects_are_forecasts(size: tuple[int, int], tmp_path: Path) -> None:
    said = read(make("question", seats.desk(size), tmp_path))

    assert any("forecasts" in line.text for line in said.words)


def test_two_charts_over_one_axis_of_time_name_the_same_months() -> None:
    session = seats.finished("swapper")

    assert set(looks.race_over(session, ()).labelled) == set(looks.trust_over(session, ()).labelled)
    assert looks.race_over(session, ()).labelled[0] == looks.trust_over(session, ()).labelled[0]
