"""What counts things says one of them in the singular, in both languages."""

import pytest

from race.core.ids import Thing
from race.core.receipts import Account
from race.session.session import Session
from race.speech import set_language
from race.ui.present import owners, supply
from race.ui.present.rooms.plan import notes
from race.ui.present.rounding import written
from race.ui.screens import looks
from tests.ui import seats


@pytest.mark.parametrize(
    ("tongue", "one", "many"), [("en", "1 chip", "2 chips"), ("fr", "1 puce", "2 puces")]
)
def test_a_diversion_of_one_chip_is_of_one_chip(tongue: str, one: str, many: str) -> None:
    set_language(tongue)

    assert [owners.thing_words(Thing.CHIPS, n) for n in (1, 2)] == [one, many]


@pytest.mark.parametrize(
    ("tongue", "moved", "words"),
    [
        ("en", 1, "1 chip changes docks when the month ends"),
        ("en", 2, "2 chips change docks when the month ends"),
        ("fr", 1, "1 puce change de quai à la fin du mois"),
        ("fr", 2, "2 puces changent de quai à la fin du mois"),
    ],
)
def test_one_chip_changes_docks(monkeypatch: pytest.MonkeyPatch, tongue: str, moved: int, words: str) -> None:
    set_language(tongue)
    monkeypatch.setattr(supply, "moved", lambda _session: moved)

    assert looks.resting(Session("history", 3), "", ordering=False).title == words


def test_secrets_are_counted_as_words_of_their_own_in_french() -> None:
    set_language("fr")
    session = seats.played(5, "diverter")

    assert notes(session)["cases"] == "4 secrets"


def test_no_space_in_a_sum_of_a_receipt_is_one_where_a_line_may_break() -> None:
    set_language("fr")

    assert written(Account.CASH, -12_345) == "\u22121\u202f234,5\u202fM\u202f$"
    assert written(Account.PRICE, 24_848) == "248,48\u202f$"
    assert written(Account.TRUST, 613) == "61,3\u202f%"
