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
