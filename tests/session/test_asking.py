"""What asks for the founder asks once, and again only when it gets worse."""

from itertools import pairwise

import pytest

from race.core.events import Event, Happening
from race.core.ids import Firm
from race.core.words import Sentence, count
from race.session.asking import Asks, Pressing, Reason, pressing, told
from race.session.session import Session


def cash(degree: int) -> Pressing:
    """Return a lab that is short of cash, the worse the higher the degree."""
    return {(Asks.CASH, 0, degree): Reason(asks=Asks.CASH, sentence=Sentence("The cash runs out."))}


@pytest.mark.parametrize(
    ("before", "after", "asks"), [(None, 1, True), (1, 2, True), (1, 1, False), (2, 1, False)]
)
def test_a_state_asks_when_it_comes_up_and_when_it_gets_worse(
    before: int | None, after: int, *, asks: bool
) -> None:
    found = told((), {} if before is None else cash(before), cash(after))

    assert bool(found) is asks


def test_complaints_that_one_month_brings_to_one_case_ask_once() -> None:
    suits = [
        Event(
            kind=Happening.SUIT,
            firm=Firm.TESLA,
            numbers={"case": 1, "suits": number},
            sentence=Sentence("Complaints: {n}.", {"n": count(number)}),
        )
        for number in (1, 2, 3)
    ]

    (reason,) = told(suits, {}, {})

    assert reason.sentence.values["n"] == count(3)


def test_a_lab_that_falls_into_the_red_asks_again_and_once_more_when_lenders_bear_it_no_longer() -> None:
    session = Session("history", seed=5)
    session.end_month()
    states = []
    for cash_usd in (1_000_000, -1_000_000, -2_000_000, -900_000_000_000):
        session.position().labs[Firm.XAI].cash_usd = cash_usd
        states.append(pressing(session.view()))

    asks = [bool(told((), before, after)) for before, after in pairwise(states)]

    assert asks == [True, False, True]
    gone = next(reason for reason in told((), states[0], states[1]) if reason.asks is Asks.CASH)
    assert "in the red" in gone.sentence.msgid


def test_a_lender_s_sale_and_an_authority_s_question_stop_the_months() -> None:
    ask = {Happening.SEIZED: Asks.CASH, Happening.INQUIRY: Asks.SUIT, Happening.INQUIRY_ENDED: Asks.SUIT}
    for kind, asks in ask.items():
        event = Event(kind=kind, firm=Firm.TESLA, sentence=Sentence("It has happened."), good=-1)

        assert [reason.asks for reason in told([event], {}, {})] == [asks]


def event(kind: Happening, firm: Firm, good: int = -1) -> Event:
    """Return an event of a company."""
    return Event(kind=kind, firm=firm, sentence=Sentence("It has happened."), good=good)


@pytest.mark.parametrize(
    ("kind", "firm", "asks"),
    [
        (Happening.INCIDENT, Firm.XAI, Asks.INCIDENT),
        (Happening.SITE_STOPPED, Firm.XAI, Asks.SITE),
        (Happening.SITE_STOPPED, Firm.TESLA, Asks.SITE),
        (Happening.AUTONOMY, Firm.TESLA, Asks.AUTONOMY),
    ],
)
def test_a_setback_of_ones_own_stops_the_months(kind: Happening, firm: Firm, asks: Asks) -> None:
    assert [reason.asks for reason in told([event(kind, firm)], {}, {})] == [asks]


def test_a_setback_of_others_and_a_milestone_that_is_reached_stop_nothing() -> None:
    quiet = [
        event(Happening.INCIDENT, Firm.OPENAI),
        event(Happening.SITE_STOPPED, Firm.META),
        event(Happening.SITE_DELAYED, Firm.XAI),
        event(Happening.AUTONOMY, Firm.TESLA, good=1),
    ]

    assert told(quiet, {}, {}) == ()
