"""What an order would do is said after the month's other orders, not as if it stood alone."""

import pytest

from race.core.commands import (
    BuildSite,
    Command,
    Divert,
    OrderChips,
    PublishRelease,
    RaiseRound,
    RentCloud,
    StartRun,
)
from race.core.ids import Firm, Generation, Terms
from race.core.words import Quantity
from race.session.heard.chipmaker import quoted
from race.session.preview import preview
from race.session.preview.bills import bills
from race.session.preview.ordered import ordered
from race.session.session import Session
from tests.stories.played import offer

RUN = StartRun(months=5)


@pytest.fixture
def session() -> Session:
    """Return a game of history in its first month."""
    return Session("history", seed=3)


def first_offer(session: Session) -> Divert:
    """Return the swap of the chips that the game opens with."""
    line = offer(session)
    return Divert(source=line.id, quantity=line.quantity, terms=Terms.SWAP)


def middle(session: Session, command: Command, *given: Command) -> float:
    """Return the middle of what a run is said to come to, Elo, after other orders."""
    seen = preview(quoted(session), command, given)
    quality = next(effect for effect in seen.effects if effect.label == "Quality, 80 % likely")
    assert quality.high is not None
    return (quality.value.value + quality.high.value) / 2


def test_a_run_is_said_to_come_to_more_once_compute_is_rented_for_it(session: Session) -> None:
    assert middle(session, RUN, RentCloud(quantity=27_000)) > middle(session, RUN) + 10


def test_a_run_counts_the_crates_that_were_moved_before_it(session: Session) -> None:
    assert middle(session, RUN, first_offer(session)) > middle(session, RUN)


def test_the_money_lasts_as_long_as_it_will_after_a_round(session: Session) -> None:
    order = OrderChips(company=Firm.XAI, generation=Generation.H100, quantity=20_000)
    found = []
    for given in ((), (RaiseRound(),)):
        effects = preview(quoted(session), order, given).effects
        found.append(next(effect.then for effect in effects if effect.label == "The money lasts"))

    assert found[0] is not None
    assert found[1] is not None
    assert found[1].value > found[0].value


def test_the_first_bill_after_a_site_is_what_the_books_then_say(session: Session) -> None:
    order = BuildSite(company=Firm.XAI, power_kw=20_000, forced=True)
    said = bills(ordered(session.view(), [order]))[1].sites_usd
    session.submit(order)
    session.end_month()

    assert bills(session.view())[0].sites_usd == said


def test_nothing_is_done_to_the_books_themselves(session: Session) -> None:
    before = session.fingerprint()

    ordered(session.view(), [first_offer(session), RentCloud(quantity=5_000), RaiseRound()])

    assert session.fingerprint() == before


@pytest.mark.parametrize("length", [1, 3])
def test_a_run_is_out_in_the_month_that_was_said(session: Session, length: int) -> None:
    order = StartRun(months=length)
    date = preview(session.view(), order).line.values["date"]
    assert isinstance(date, Quantity)
    session.submit(order)
    session.end_month()
    while session.why_not(PublishRelease(tested=True)) is not None:
        session.end_month()

    assert session.month + 1 == date.value


def test_an_order_says_how_many_of_its_chips_will_find_power(session: Session) -> None:
    order = OrderChips(company=Firm.XAI, generation=Generation.H100, quantity=60_000)
    site = BuildSite(company=Firm.XAI, power_kw=120_000, forced=True)
    found = []
    for given in ((), (site,)):
        effects = preview(quoted(session), order, given).effects
        found.append(
            next(effect.value.value for effect in effects if effect.label == "Power for, on arrival")
        )

    assert 0 <= found[0] < found[1] == 60_000
