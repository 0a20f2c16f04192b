"""No word reaches the screen or the text client without passing through the translators' catalogue."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from race.policy.registry import FOUNDERS
from race.session.store import Slots
from race.ui.text.client import obey
from race.ui.text.table import Table
from race.ui.text.vocabulary import WORDS
from tests.architecture.house import ROOT
from tests.ui import pseudo, seats
from tests.ui.gallery import SCREENS, make
from tests.ui.reader import read, read_tips

SAMPLES = frozenset(["August", "of", "th", "English", "Fran", "ais", "Before", "the", "vote", "reports"])
"""Words of the list of screens itself: what its saves are called; and how languages call themselves."""
LIBRARIES = frozenset(
    {"pygame", "ce", "SDL", "Python", "Lato", "Barlow", "Semi", "Condensed", "OFL", "Diverted"}
)
NAMELESS = re.compile(
    r"\w+…"  # a name that was cut; the whole is checked where it was asked for
    r"|\w*(?:/[\w.-]+)+"  # a path
    r"|Python: .*|\d+\.\d+\.\d+, .*"  # what the machine is
    r"|\b[0-9A-Z]{4}(?:-[0-9A-Z]{4})+\b"  # the code of a world
    r"|\b\w+[._]\w+\b"  # the name of a file, a number of the rulebook
    r"|\bGB\d{3}\b"  # a kind of chip
    r"|^[A-Z]{2}$"  # the initials of a person
    r"|^L? ?= .*$|\b(?:log|flop|month|recipe|luck|founding)\b"  # a formula, whole or in parts
)
"""What has no language."""
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


@pytest.mark.parametrize("name", [name for name in SCREENS if name != "failure, report"])  # for programmers
def test_every_word_of_a_screen_can_be_translated(name: str, tmp_path: Path) -> None:
    screen = make(name, seats.desk(), tmp_path)
    said, tips = read(screen), read_tips(screen)

    shown = said.asked | tips.asked | {line.text for line in (*said.words, *tips.words)}

    assert shown
    allowed = SAMPLES | (LIBRARIES | packages() if name == "about" else frozenset())
    assert {words for words in shown if pseudo.english(NAMELESS.sub("", words), allowed)} == set()


def packages() -> frozenset[str]:
    """Return the names of what the program is built on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return frozenset(word for line in project["dependencies"] for word in re.findall("[A-Za-z]{2,}", line))


@pytest.mark.parametrize("word", [*(each.long for each in WORDS if each.long != "quit"), *EXTRA])
def test_every_answer_of_the_text_client_can_be_translated(word: str, tmp_path: Path) -> None:
    table = Table(seats.played(8).fork(), Slots(tmp_path))

    told = [re.sub("[0-9a-f]{16}", "", NAMELESS.sub("", line)) for line in obey(table, word)]

    assert [line for line in told if pseudo.english(line, TYPED | frozenset(FOUNDERS))] == []


def test_an_untranslated_word_is_found() -> None:
    assert pseudo.english("Cash lasts 3 months") == ["Cash", "lasts", "months"]
    assert pseudo.english(pseudo.pseudo("Cash lasts {n} months").format(n=3)) == []
    assert pseudo.english("xAI") == []
