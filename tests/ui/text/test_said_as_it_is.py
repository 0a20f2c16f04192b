"""The text game says what is so of a game that starts later, and says it once."""

from race.session.session import Session
from race.ui.present.figures import money_told
from race.ui.present.opened.house import nothing_told, residents
from race.ui.text.looking import hall_lines


def test_a_game_that_starts_later_has_played_its_months() -> None:
    later, first = Session("colossus", seed=3), Session("history", seed=3)

    assert "No month has been played yet." not in money_told(later)
    assert "No month has been played yet." in money_told(first)


def test_the_hall_says_its_step_once() -> None:
    session = Session("history", seed=11, founder="diverter")
    for _month in range(9):
        session.end_month()

    told = list(hall_lines(session, plain=True))

    assert len(told) == len(set(told))


def test_an_empty_chair_is_not_said_to_remember() -> None:
    told = {one.there: nothing_told(one) for one in residents(Session("history", seed=3))}

    assert told[True] == "Remembers nothing of you yet."
    assert told[False].startswith("Nobody holds the post")
