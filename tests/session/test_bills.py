"""What is signed is said before it is paid."""

import pytest

from race.core.commands import Borrow, BuildSite, OrderChips
from race.core.ids import Firm, Generation
from race.core.receipts import Account
from race.core.words import Sentence
from race.session.preview import preview
from race.session.preview.bills import LONGEST, bills, lasts, of_site
from race.session.session import Session


@pytest.fixture
def building() -> Session:
    """Return a game in which the lab has begun a small site in haste and borrowed on its chips."""
    session = Session("history", seed=3)
    session.submit(BuildSite(company=Firm.XAI, power_kw=20_000, forced=True))
    session.submit(Borrow(amount_usd=50_000_000))
    session.end_month()
    return session


def paid(session: Session, *causes: str) -> int:
    """Return what the lab paid last month for some causes, whole dollars."""
    balance = next(b for b in session.balances() if (b.firm, b.account) == (Firm.XAI, Account.CASH))
    return -sum(receipt.amount for receipt in balance.receipts if receipt.cause.msgid in causes)


def test_sites_and_loans_take_what_was_said_a_month_before(building: Session) -> None:
    said, took = [], []
    for _month in range(4):
        bill = bills(building.view())[0]
        said.append((bill.sites_usd, bill.loans_usd))
        building.end_month()
        took.append((paid(building, "Building of sites"), paid(building, "Loans repaid")))

    assert said == took
    assert min(min(pair) for pair in said) > 0


def test_a_site_takes_in_its_first_month_what_its_preview_says() -> None:
    session = Session("history", seed=3)
    order = BuildSite(company=Firm.XAI, power_kw=20_000, forced=True)
    due = of_site(session.view(), order)

    session.submit(order)
    session.end_month()

    assert paid(session, "Building of sites") == due[session.month]
    assert sum(due.values()) == pytest.approx(due[session.month] * len(due), rel=1e-6)


def test_what_is_signed_shortens_the_time_that_the_cash_lasts(building: Session) -> None:
    view = building.view()

    bare = lasts(view, cash_usd=sum(bill.total_usd for bill in bills(view)))

    assert lasts(view) <= bare <= LONGEST
    assert lasts(view, due={view.board.month + 2: 10 * view.own.cash_usd}) == 1
    assert lasts(view, cash_usd=-view.own.cash_usd) == 0


@pytest.mark.parametrize(
    "order",
    [
        BuildSite(company=Firm.XAI, power_kw=60_000, forced=True),
        OrderChips(company=Firm.XAI, generation=Generation.H100, quantity=10_000),
    ],
)
def test_what_costs_money_later_says_how_long_the_cash_lasts_then(
    building: Session, order: BuildSite | OrderChips
) -> None:
    seen = preview(building.view(), order)

    assert "The money lasts" in [effect.label for effect in seen.effects]
    assert isinstance(seen.line, Sentence)
