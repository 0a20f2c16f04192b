"""Words that are long in French or in large letters stand whole: no ellipsis where there is room for them."""

from dataclasses import replace
from pathlib import Path

import pygame
import pytest

from race.speech import set_language
from race.ui.kit.choices import ListBox, ListSpec
from race.ui.kit.layout import Rect
from race.ui.kit.theme import Theme
from race.ui.kit.widgets import Label, Row
from race.ui.pieces.board import Board
from race.ui.pieces.board_paint import draw_strip
from race.ui.pieces.lists.columned import Columned
from race.ui.pieces.lists.tidings import Tidings
from race.ui.pieces.stat import Stat
from race.ui.screens import looks
from race.ui.screens.help import Help
from race.ui.screens.rooms.page import RoomScreen
from race.ui.screens.screen import Desk
from race.ui.screens.seat.spectate import Spectate
from race.ui.screens.sheets.house import HouseSheet
from race.ui.screens.table.main import MainScreen
from race.ui.screens.table.rooms import RoomsSheet
from tests.ui import samples, seats
from tests.ui.gallery import make
from tests.ui.reader import Page, Words, read

LONG = "Quelqu’un attend une réponse et le tribunal ouvre les dossiers : Une fiche de paie au mur."


READ_OUT = (
    "The carmaker could run them 58.3 % of the time: no defence, called back 3 months after it is known. It "
    "goes into your file in writing; a court could have it read out."
)
REFUSED = (
    "Les administrateurs ne vendent que ce qui dormirait, et il n’en reste pas ici : elles tourneraient "
    "100 % du temps chez le constructeur. Échange, bail ou vote."
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


@pytest.mark.parametrize("size", seats.SIZES)
def test_the_news_stand_whole_in_french_but_for_the_last_in_view(
    size: tuple[int, int], tmp_path: Path
) -> None:
    set_language("fr")
    news = MainScreen(seats.desk(size), seats.game(tmp_path, 27)).stage.find("news_list")
    assert isinstance(news, Tidings)

    found = drawn(news)

    *whole, last = [place for _index, place in news.row_rects()]
    lines = [[one.text for one in found if one.box.meets(place)] for place in whole]
    assert max(len(each) for each in lines) == 3
    assert not [one.text for one in found if one.text.endswith("…") and not one.box.meets(last)]


@pytest.mark.parametrize("months", [8, 27])
def test_what_waits_in_the_rooms_is_brief_rather_than_cut_in_a_small_window(
    months: int, tmp_path: Path
) -> None:
    sheet = RoomsSheet(large(2.0, (960, 600)), seats.game(tmp_path, months))

    assert read(sheet).cut == set()


def test_one_long_end_does_not_break_the_words_of_other_rows() -> None:
    theme = seats.desk().theme
    rows = (
        Row("meeting", "Assemblée", "arch", None, "juin 2026", "96,5 % vous garderaient"),
        *(Row(f"{n}", "3 étapes d’autonomie sur 4", "tick", None, "octobre 2024", "Tenue") for n in range(3)),
    )
    listed = Columned("word", Rect(0, 0, 400, 200), theme, ListSpec(rows, middle_share=0.25, right_share=0.5))

    found = drawn(listed)

    assert [one.text for one in found].count("3 étapes d’autonomie sur 4") == 3
    assert len({one.box.x for one in found if one.text == "octobre 2024"}) == 1


def drawn(listed: ListBox) -> list[Words]:
    """Return the words of a list as they are drawn."""
    page = Page((1920, 1080))
    with page.listening():
        listed.draw(page)
    return page.reading.words


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
