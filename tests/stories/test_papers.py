"""The month in which a denial meets its documents, and how three papers tell it."""

from race.core.commands import MakePromise
from race.core.ids import Subject
from race.session.session import Session
from race.speech import name, speak
from race.ui.present.papers.editions import Edition, editions
from race.ui.present.papers.front import front_pages
from tests.stories.played import played


def month_of(kind: str, founder: str, seed: int) -> Edition:
    """Play a bot until a kind of story leads the papers, and return that month's."""
    session = Session("history", seed, founder)
    while session.ending is None:
        session.end_month()
    return next(edition for edition in editions(session) if edition.columns[0][0].kind == kind)


def test_chips_that_changed_docks_lead_three_papers_in_three_tempers() -> None:
    edition = month_of("leak", "diverter", 3)

    ledger, charge, saddle = (column[0].words for column in edition.columns)

    assert ledger.values["quantity"] == charge.values["quantity"] == saddle.values["quantity"]
    assert len({speak(ledger), speak(charge), speak(saddle)}) == 3


def test_a_promise_is_in_the_papers_of_the_month_with_its_number_and_date() -> None:
    session = Session("history", 7)

    promised = played(session, MakePromise(subject=Subject.AUTONOMY, quantity=2, due=9))

    leads = [column.lead for column in front_pages(promised)[-1].columns]
    small = [line for column in front_pages(promised)[-1].columns for line in column.small]
    assert any("September 2024" in line or "2 of 4" in line for line in (*leads, *small))


def test_a_rival_speaks_without_a_name_and_a_holder_by_kind() -> None:
    session = Session("history", 7)

    page = front_pages(played(session, months=3))[-1]

    assert page.rivals
    assert all(name(heard.speaker) in heard.text for heard in page.rivals)
    assert all("in the hall" in heard.text for heard in page.hall)
