"""The help is read from the game itself, finds what one types, and opens at what one looks at."""

import re
from pathlib import Path

import pygame
import pytest

from race.core.rulebook.catalogue import entries
from race.core.terms.glossary import TERMS
from race.speech import set_language
from race.ui.kit import text
from race.ui.kit.choices import ListBox
from race.ui.kit.layout import Rect
from race.ui.kit.theme import SECONDARY
from race.ui.present.figures import attention_told
from race.ui.present.guide.headings import HEADINGS
from race.ui.present.guide.topics import Block, KeysNow, search, topics, whole
from race.ui.screens.debrief.main import EndingScreen
from race.ui.screens.game import Game
from race.ui.screens.help import Help
from race.ui.screens.sheets.page import Page
from race.ui.text.explaining import help_about, lesson_lines
from race.ui.text.vocabulary import find_word
from race.ui.window import Window
from tests.ui import seats

pytestmark = pytest.mark.usefixtures("own_home")


def opened(folder: Path, focus: str = "") -> Window:
    """Return a window with the help open over a table, at what has the focus."""
    found = seats.table(folder)
    if focus:
        seats.focus_on(found, focus)
    seats.keys(found, [pygame.K_F1])
    return found


def page(found: Window) -> Page:
    """Return the page that is read."""
    control = found.top.stage.find("reader")
    assert isinstance(control, Page)
    return control


def test_every_term_and_every_number_of_the_rulebook_has_a_topic() -> None:
    keys = {topic.key for topic in topics(seats.played(2), KeysNow())}

    assert {f"term.{name}" for name in TERMS} <= keys
    assert {f"number.{path}" for path in entries()} <= keys
    assert set(HEADINGS) == set(TERMS)


def test_a_search_finds_words_without_their_accents_and_puts_titles_first() -> None:
    set_language("fr")
    every = topics(seats.played(2), KeysNow())

    found = search(every, "qualite")
    set_language("en")

    assert found[0].key == "term.quality"
    assert len(found) > 1


def test_a_search_finds_the_beginnings_of_words_and_not_their_insides() -> None:
    every = topics(seats.played(2), KeysNow())

    found = search(every, "elo")

    assert found[0].key == "term.quality"
    for topic in found:
        assert any(word.startswith("elo") for word in re.split(r"[\W_]+", topic.words().casefold()))


def test_who_seeks_attention_finds_what_it_is_before_what_costs_it() -> None:
    session = seats.played(2)

    found = search(topics(session, KeysNow()), "attention")

    assert [block.text for block in found[0].blocks] == list(attention_told(session))


def test_a_search_lists_titles_chapter_by_chapter_and_numbers_last() -> None:
    every = topics(seats.played(2), KeysNow())

    found = search(every, "trust")

    titled = [topic.chapter for topic in found if "trust" in topic.title.casefold()]
    assert found[0].key == "term.trust"
    assert titled == sorted(titled, key=["terms", "orders", "start", "score", "keys", "numbers"].index)
    assert [topic.chapter for topic in found[-3:]] == ["numbers"] * 3


def test_a_number_that_each_kind_of_holders_has_says_whose_it_is() -> None:
    numbers = [topic for topic in topics(seats.played(2), KeysNow()) if ".kinds." in topic.key]

    titles = [topic.title for topic in numbers]

    assert "Retail: Trust below which they sell in anger" in titles
    assert len(set(titles)) == len(titles)


def test_the_bounds_of_a_number_have_the_unit_of_its_value() -> None:
    every = {topic.key: topic for topic in topics(seats.played(2), KeysNow())}

    deposit, seats_of = every["number.chips.deposit"], every["number.owners.kinds.fans.seats"]

    assert [block.right for block in deposit.blocks[:2]] == ["10\u202f%", "from 0 to 100\u202f%"]
    assert [block.right for block in seats_of.blocks[:2]] == ["560 of 2,000", "from 1 to 2\u202f000 of 2,000"]


def test_typing_narrows_the_list_and_the_page_follows(tmp_path: Path) -> None:
    found = opened(tmp_path)

    seats.click(found, seats.centre(found.top, "search"))
    found.feed([pygame.event.Event(pygame.TEXTINPUT, text="leak")], found.desk.now + 10)
    box = found.top.stage.find("list")

    assert isinstance(box, ListBox)
    assert box.spec.rows[0].key == "term.leak"
    assert page(found).title == "Leak"
    assert any(block.kind == "formula" for block in page(found).blocks)


def test_f1_on_a_number_opens_its_topic(tmp_path: Path) -> None:
    found = opened(tmp_path, focus="tesla.trust")

    assert isinstance(found.top, Help)
    assert page(found).title == "Trust"


def test_an_order_s_topic_says_what_it_would_do_now() -> None:
    session = seats.played(2)
    topic = next(topic for topic in topics(session, KeysNow()) if topic.chapter == "orders")

    blocks = whole(topic, session)

    assert any(block.kind == "head" for block in blocks)
    assert len(blocks) > len(topic.blocks) + 1
    assert [block.text for block in blocks].count("Attention") == 1


def test_the_text_game_explains_and_teaches_the_same() -> None:
    session = seats.played(2, "diverter")

    told = list(help_about(session, ["leak"]))
    steps = list(lesson_lines(session))

    assert told[0] == "Leak"
    assert any("hazard" in line for line in told)
    assert steps[0] == "* 1. You run two companies"
    assert len([line for line in steps if line[0] == "*"]) >= 4


@pytest.mark.parametrize("word", ["move", "split", "m", "sp", "house"])
def test_help_about_a_command_tells_the_command_first(word: str) -> None:
    told = list(help_about(seats.played(2), [word]))

    command = find_word(word)
    assert told[0].strip() == command.usage.split(", ")[0]
    assert any(command.meaning in line for line in told)


def test_a_long_page_scrolls_to_its_end_and_no_further(tmp_path: Path) -> None:
    found = opened(tmp_path, focus="xai.quality")
    reader = page(found)
    reader.rect = reader.rect._replace(h=120)
    reader.inner = reader.inner._replace(h=90)

    for _turn in range(60):
        reader.handle(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1))

    assert reader.first == reader.height() - 90


def test_a_fact_stands_on_one_line_as_long_as_it_fits_there() -> None:
    theme = seats.desk().theme
    words = "angry enough for a meeting of their own"
    wide = text.width(theme, words, SECONDARY)

    lines = {
        room: len(Page("facts", Rect(0, 0, room, 400), theme, "Steps", [Block("fact", "9", words)]).lines)
        for room in (wide * 3 // 2, wide)
    }

    assert lines[wide * 3 // 2] == 3
    assert lines[wide] > 3


def test_the_help_opens_after_the_end_at_how_the_points_are_made(tmp_path: Path) -> None:
    found = seats.window(tmp_path)
    found.stack = [EndingScreen(found.desk, Game(seats.finished("swapper").fork(), found.world.shelf))]

    seats.keys(found, [pygame.K_F1])

    assert isinstance(found.top, Help)
    assert found.top.chosen == "score.points"
