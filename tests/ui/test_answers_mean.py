"""What every answer to a question of the house means: a sentence of its own that stands in one line."""

import re
from pathlib import Path
from typing import Final, cast

import pytest
from msgspec.structs import replace

from race.core.tales import SCRIPTS
from race.speech import _, set_language
from race.ui.kit import text
from race.ui.kit.theme import SECONDARY
from race.ui.present.orders.asked import Question, question
from race.ui.screens.game import Game
from race.ui.screens.table.question import QuestionSheet
from race.ui.text.answering import question_lines
from tests.ui import seats
from tests.ui.reader import read

MEANT: Final = [way.means for script in SCRIPTS.values() for way in script.ways]
MOST: Final = {"en": 75, "fr": 85}
"""Letters of such a sentence at most, per language."""


def questioned(folder: Path) -> Game:
    """Return a game of one's own in which a question waits."""
    game = seats.game(folder, months=1)
    while question(game.session) is None:
        game.session.end_month()
    return game


def asks(game: Game, tale: str) -> Question:
    """Return another question in place of the one that waits."""
    tales = game.session.view().affairs.tales
    tales[-1] = replace(tales[-1], key=tale)
    return cast("Question", question(game.session))


@pytest.mark.parametrize("tongue", MOST)
def test_every_answer_has_a_short_sentence_of_its_own(tongue: str) -> None:
    set_language(tongue)
    said = [_(means) for means in MEANT]

    assert [each for each in said if not 20 <= len(each) <= MOST[tongue]] == []
    assert [each for each in said if each[0] != each[0].upper() or not each.endswith(".")] == []
    assert len({re.sub(r"\W", "", each).casefold() for each in said}) == len(said) > 60
    assert tongue == "en" or not set(said) & set(MEANT)


def test_a_sentence_leaves_the_figures_to_the_figures() -> None:
    assert [each for each in MEANT if re.search(r"\d|%|\$|\{", each)] == []
    words = {
        part for script in SCRIPTS.values() for way in script.ways for part in (way.words, way.then.told)
    }
    assert not words & set(MEANT)


@pytest.mark.parametrize("tongue", MOST)
def test_what_an_answer_means_stands_in_one_line_of_its_card(tmp_path: Path, tongue: str) -> None:
    set_language(tongue)
    game, desk = questioned(tmp_path), seats.desk((1280, 720))

    broken = []
    for tale in SCRIPTS:
        dialog = QuestionSheet(desk, game, asks(game, tale)).dialog
        assert dialog.rect.within(desk.area)
        means = [card.text for card in dialog.spec.cards]
        broken += [each for each in means if text.width(desk.theme, each, SECONDARY) > dialog.grid.words]

    assert broken == []


def test_window_and_text_game_both_say_what_an_answer_means(tmp_path: Path) -> None:
    game = questioned(tmp_path)

    for tale in ("dinner", "canteen", "cables"):
        asked = asks(game, tale)
        shown = {line.text for line in read(QuestionSheet(seats.desk(), game, asked)).words}
        told = {line.strip() for line in question_lines(asked)}
        means = {way.means.replace("'", "’") for way in SCRIPTS[tale].ways}

        assert means <= {line.replace("'", "’") for line in shown}
        assert means <= {line.replace("'", "’") for line in told}


def test_who_keeps_silent_sees_that_nothing_follows_at_once(tmp_path: Path) -> None:
    game = questioned(tmp_path)

    lines = [line.text for line in read(QuestionSheet(seats.desk(), game, asks(game, "dinner"))).words]

    assert lines.count("At once") == 3
    assert lines.count("nothing") == 2
    assert sum("if you do not answer" in line for line in lines) == 1
