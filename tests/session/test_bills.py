"""What is signed is said before it is paid."""

import pytest
from msgspec.structs import replace

from race.core.commands import Borrow, BuildSite, Divert, DivertThing, OrderChips, PledgeStake
from race.core.ids import Firm, Generation, Terms, Thing
from race.core.metrics import measure
from race.core.receipts import Account
from race.core.view import FounderView
from race.core.words import Sentence, lasting
from race.session.preview import preview
from race.session.preview.bills import LONGEST, bills, lasts, of_site
from race.session.session import Session
from race.speech import quantity as write
from race.ui.present.rooms.books import books
from tests.stories.played import offer


@pytest.fixture
def building() -> Session:
    """Return a game in which the lab has begun a small site in haste and borrowed on its chips."""
    session = Session("history", seed=3)
    session.submit(BuildSite(company=Firm.XAI, power_kw=20_000, forced=True))
    session.submit(Borrow(amount_usd=50_000_000))
    session.end_month()
    return session


def with_cash(view: FounderView, cash_usd: int) -> FounderView:
    return replace(view, own=replace(view.own, cash_usd=cash_usd))


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

    richer = with_cash(view, view.own.cash_usd + sum(bill.total_usd for bill in bills(view)))

    assert lasts(view) <= lasts(richer) <= LONGEST
    assert lasts(with_cash(view, 0)) == 0


def test_months_are_counted_up_to_where_cash_lasts_and_then_said_in_words() -> None:
    assert write(lasting(LONGEST - 1)) == "98 months"
    assert write(lasting(LONGEST)) == write(lasting(LONGEST + 1)) == "over 8 years"


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


@pytest.fixture
def leasing() -> Session:
    """Return a game in which the lab leases a site and chips of the carmaker's, and shares are pledged."""
    session = Session("history", seed=3)
    view = session.view()
    site = max(view.carmaker.depot.sites, key=lambda site: -site.ready)
    line = offer(session)
    session.submit(DivertThing(thing=Thing.SITE, quantity=site.id, terms=Terms.LEASE))
    session.submit(Divert(source=line.id, quantity=line.quantity, terms=Terms.LEASE))
    session.submit(PledgeStake(shares_ppm=10_000))
    session.end_month()
    return session


def test_leases_and_the_loan_on_shares_take_what_was_said_a_month_before(leasing: Session) -> None:
    said, took = [], []
    ends = {act.until for act in leasing.view().affairs.acts}
    for _month in range(max(end for end in ends if end) - leasing.month + 1):
        bill = bills(leasing.view())[0]
        said.append((bill.leases_usd, bill.interest_usd))
        leasing.end_month()
        rent = paid(leasing, "Rent for what the lab leases from the carmaker")
        took.append((rent, paid(leasing, "Interest on the loan on shares")))

    assert said == took
    assert said[0][0] > 0
    assert said[-1][0] == 0
    assert min(interest for _, interest in said) > 0


def test_rent_and_interest_take_of_the_cash_what_no_result_knows_of(leasing: Session) -> None:
    view = leasing.view()
    rent = bills(view)[0].leases_usd + bills(view)[0].interest_usd
    level = replace(view.own, cash_usd=3 * rent, result_usd=0, parent_usd=0)

    alone = replace(view, own=level, lines=())

    assert lasts(alone) == 3
    assert lasts(with_cash(alone, 3 * rent - 1)) == 2


def test_the_runway_of_the_long_table_counts_rent_and_interest(leasing: Session) -> None:
    world = leasing.position().copy()
    lab, bill = world.labs[Firm.XAI], bills(leasing.view())[0]
    lab.cash_usd, lab.result_usd, lab.parent_usd = 7 * (bill.leases_usd + bill.interest_usd), 0, 0

    assert measure(world)["xai", "runway_months"] == 7


def test_what_is_leased_has_a_column_among_the_bills(leasing: Session, building: Session) -> None:
    shown = []
    for session in (leasing, building):
        table = next(table for table in books(session).tables() if table.key == "bills")
        shown.append(("Leases" in table.heads, {len(table.heads)}, {len(line.cells) for line in table.lines}))

    assert shown == [(True, {6}, {6}), (False, {5}, {5})]
