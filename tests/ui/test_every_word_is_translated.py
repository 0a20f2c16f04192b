"""No word reaches the screen or the text client without passing through the translators' catalogue."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from race.session.store import Slots
from race.ui.text.client import obey
from race.ui.text.table import Table
from race.ui.text.vocabulary import WORDS
from tests.ui import pseudo, seats
from tests.ui.gallery import SCREENS, make
from tests.ui.reader import read, read_tips

SAMPLES = frozenset(["August", "of", "th", "English", "Fran", "ais", "reports", "failure", "txt"])
"""Words of the list of screens itself: what a save holds, where a report lies; and names of languages."""
TYPED = frozenset(
    word for each in WORDS for word in re.findall("[A-Za-z]{2,}", f"{each.long} {each.short} {each.usage}")
)
"""What is typed into the text client is the same in every language."""
EXTRA = (
    "why cash",
    "do 1",
    "move 1",
    "move 1 to lab by swap",
    "preview 7",
    "end",
    "do 999",
    "house 2",
    "run",
)


@pytest.fixture(autouse=True)
def nobody_s_language() -> Iterator[None]:
    with pseudo.spoken():
        yield


@pytest.mark.parametrize("name", SCREENS)
def test_every_word_of_a_screen_can_be_translated(name: str, tmp_path: Path) -> None:
    screen = make(name, seats.desk(), tmp_path)
    said, tips = read(screen), read_tips(screen)

    shown = said.asked | tips.asked | {line.text for line in (*said.words, *tips.words)}

    assert shown
    assert {words for words in shown if pseudo.english(words, SAMPLES)} == set()


@pytest.mark.parametrize("word", [*(each.long for each in WORDS if each.long != "quit"), *EXTRA])
def test_every_answer_of_the_text_client_can_be_translated(word: str, tmp_path: Path) -> None:
    table = Table(seats.played(8).fork(), Slots(tmp_path))

    told = [re.sub("[0-9a-f]{16}", "", line) for line in obey(table, word)]
    lists = [line for line in told if "swapper" in line]

    assert [line for line in told if line not in lists and pseudo.english(line, TYPED)] == []


def test_an_untranslated_word_is_found() -> None:
    assert pseudo.english("Cash lasts 3 months") == ["Cash", "lasts", "months"]
    assert pseudo.english(pseudo.pseudo("Cash lasts {n} months").format(n=3)) == []
    assert pseudo.english("xAI") == []
