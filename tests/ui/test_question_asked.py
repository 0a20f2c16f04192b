"""The dialog of the house in the window: it opens when somebody asks, and takes an answer or none."""

from pathlib import Path
from typing import cast
from unittest.mock import Mock

import pygame
import pytest
from msgspec.structs import replace

from race.core.commands import Answer
from race.core.tales import SCRIPTS
from race.core.words import Sentence
from race.session.asking import Asks, Halt, Reason
from race.ui.kit.layout import Rect
from race.ui.kit.theme import Theme
from race.ui.pieces.crates import Effect
from race.ui.pieces.dialog import Card, Grid, Group
from race.ui.present.orders.asked import Question, question
from race.ui.screens.table.main import MainScreen
from race.ui.screens.table.question import QuestionSheet
from race.ui.text.answering import question_lines
from race.ui.window import Window
from tests.ui import seats

pytestmark = pytest.mark.usefixtures("own_home")


def asked(tmp_path: Path) -> tuple[Window, MainScreen, QuestionSheet]:
    """Play by keys until somebody asks."""
    found = seats.window(tmp_path)
    seats.keys(found, [pygame.K_RETURN])
    seats.keys(found, [pygame.K_RETURN])
    table = found.top
    assert isinstance(table, MainScreen)
    while not isinstance(found.top, QuestionSheet):
        found._answer(table.end_month())  # noqa: SLF001 - what the button does
    return found, table, found.top


def test_a_digit_answers_and_the_table_is_back(tmp_path: Path) -> None:
    found, table, sheet = asked(tmp_path)

    seats.keys(found, [pygame.K_1])

    assert found.top is table
    assert table.game.session.pending == (Answer(tale=sheet.asked.key, choice=0),)


def test_escape_leaves_the_question_among_the_hints(tmp_path: Path) -> None:
    found, table, sheet = asked(tmp_path)

    seats.keys(found, [pygame.K_ESCAPE])

    assert found.top is table
    assert table.game.session.pending == ()
    assert any(sheet.asked.title in hint.text for hint in table.hints)


def test_every_answer_fits_into_the_smallest_window(tmp_path: Path) -> None:
    found, _, sheet = asked(tmp_path)

    found.resize(pygame.Surface((960, 600)))
    sheet.lay()

    assert sheet.box.y >= 0
    assert sheet.box.bottom <= 600


def test_every_answer_says_what_it_does_later_and_what_that_turns_on(tmp_path: Path) -> None:
    _found, _table, sheet = asked(tmp_path)

    shown = [(reply.seen.line, reply.seen.later) for reply in sheet.asked.replies]
    told = list(question_lines(sheet.asked))

    assert all(line for line, _later in shown)
    assert any(later for _line, later in shown)
    for line, later in shown:
        assert any(line in one for one in told)
        assert all(any(f"{number.label} {number.shown}" in one for one in told) for number in later)


@pytest.mark.parametrize("tale", list(SCRIPTS))
def test_what_decides_every_answer_is_said_once_and_silence_is_marked(tmp_path: Path, tale: str) -> None:
    found, table, _ = asked(tmp_path)
    waiting = table.game.session.view().affairs.tales[-1]
    view = table.game.session.view()
    view.affairs.tales[-1] = replace(waiting, key=tale)

    sheet = QuestionSheet(found.desk, table.game, cast("Question", question(table.game.session)))
    cards = sheet.dialog.spec.cards

    lines = [reply.seen.line for reply in sheet.asked.replies]
    assert sheet.asked.key == tale
    said = "\n".join([sheet.dialog.spec.text, *(card.note for card in cards)])
    assert all(said.count(line) == (1 if len(set(lines)) == 1 else lines.count(line)) for line in lines)
    assert ["if you do not answer" in card.note for card in cards] == [False] * (len(cards) - 1) + [True]


def test_months_that_a_question_stopped_end_in_the_question_itself(tmp_path: Path) -> None:
    found, table, sheet = asked(tmp_path)
    seats.keys(found, [pygame.K_ESCAPE])
    reason = Reason(asks=Asks.QUESTION, sentence=Sentence(sheet.asked.text))
    other = Reason(asks=Asks.LEAK, sentence=Sentence("It is out."))
    table.game.run_on = Mock(return_value=Halt(months=3, reasons=(reason, other)))  # type: ignore[method-assign]

    seats.keys(found, [pygame.K_f])

    assert isinstance(found.top, QuestionSheet)
    assert found.top.asked.key == sheet.asked.key


def test_an_answer_that_moves_nothing_at_once_keeps_the_place_that_says_so() -> None:
    moved = (Effect("Trust", "+3", good=True, up=True),)
    both = Card("1", "1", "Promise", "", groups=(Group("At once", moved), Group("Later", moved)))
    late = Card("2", "2", "Wait", "", groups=(Group("At once", ()), Group("Later", moved)))

    _words, (now, later) = Grid(Theme(), (both, late), 600).places(Rect(0, 0, 600, 90), late)

    assert now.w > 0
    assert not now.meets(later)


def test_the_message_of_an_answer_goes_when_the_answer_is_taken_back(tmp_path: Path) -> None:
    found, table, sheet = asked(tmp_path)

    seats.keys(found, [pygame.K_1])
    said = [toast for toast in found.desk.toasts if toast.text.startswith("Answered")]
    there = [toast.seen(found.desk.now) for toast in said]
    table.game.session.undo()

    assert sheet.asked.given is None
    assert there == [True]
    assert not any(toast.seen(found.desk.now) for toast in said)
