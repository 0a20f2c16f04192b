"""The line over the hall knows what the month did to trust."""

import msgspec
import pytest

from race.session.session import Session
from race.ui.present import owners


@pytest.mark.parametrize(
    ("moved", "words"),
    [
        (-47_000, "Trust is falling: \u22124.7 this month."),
        (-10_000, "Trust is falling: \u22121 this month."),
        (-9_000, "The hall is quiet."),
        (0, "The hall is quiet."),
        (400, "The hall is quiet."),
        (9_000, "Trust is rising."),
    ],
)
def test_a_hall_whose_trust_fell_is_not_called_quiet(moved: int, words: str) -> None:
    session = Session("the-twelve-thousand", 7)
    session.end_month()
    before, last = session.reports[-2:]

    session.reports[-1] = msgspec.structs.replace(last, trust_ppm=before.trust_ppm + moved)

    assert owners.hall(session).insight == words


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [(619_600, 607_400, "\u22121.3"), (620_400, 608_600, "\u22121.1")],
)
def test_a_fall_of_trust_is_told_in_the_steps_in_which_both_months_are_written(
    before: int, now: int, words: str
) -> None:
    session = Session("the-twelve-thousand", 7)
    session.end_month()
    for place, trust in ((-2, before), (-1, now)):
        session.reports[place] = msgspec.structs.replace(session.reports[place], trust_ppm=trust)

    assert owners.hall(session).insight == f"Trust is falling: {words} this month."
