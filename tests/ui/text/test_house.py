"""The house's people in the text client: listed, read, talked to, and heard at the end."""

from race.core.commands import MakePromise
from race.core.ids import Subject
from race.speech import NARROW
from race.ui.present.telling import MARKS, verdict_lines
from race.ui.text.table import Table
from tests.builders import a_game
from tests.ui.text.spoken import answer


def test_the_house_lists_four_people_and_one_of_them_can_be_talked_to(table: Table) -> None:
    listed = answer(table, "house")

    talked = answer(table, "house talk 2", "house 2")

    assert len(listed.splitlines()) == 4
    assert "general counsel" in listed
    assert "Ordered: Talk with " in talked
    assert "You are already talking to this person this month." in talked


def test_a_person_is_read_with_everything_they_remember(table: Table) -> None:
    table.session.submit(MakePromise(subject=Subject.CHIPS_POWERED, quantity=40_000, due=8))
    table.session.end_month()

    told = answer(table, "house 4")

    assert "Works for the pension fund" in told
    assert f"{MARKS['plain']} January 2024: 40{NARROW}000 chips running were promised" in told


def test_the_house_has_the_last_word() -> None:
    game = a_game(founder="swapper")
    while game.ending is None:
        game.end_month()

    told = list(verdict_lines(game))

    assert any(line.startswith("  Beatrix Cole-Amadi, for the pension fund: ") for line in told)
