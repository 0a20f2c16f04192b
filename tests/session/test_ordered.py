"""What an order would do is said after the month's other orders, not as if it stood alone."""

import pytest
from msgspec.structs import replace

from race.core.commands import (
    Borrow,
    BuildSite,
    CancelOrder,
    Command,
    Divert,
    DivertThing,
    ExtendRun,
    GiveBack,
    LendChips,
    OrderChips,
    PledgeStake,
    PublishRelease,
    RaiseRound,
    RentCloud,
    SellStake,
    StartRun,
)
from race.core.formulas.race.quality import flop_of_month
from race.core.ids import Firm, Generation, Terms, Thing
from race.core.receipts import Account
from race.core.words import Quantity
from race.session.heard.chipmaker import quoted
from race.session.preview import preview
from race.session.preview.bills import bills
from race.session.preview.ordered import ordered
from race.session.session import Session
from race.ui.present.consequences import foresee
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


def later(session: Session, months: int, founder: str = "historical") -> Session:
    """Let a bot play some months, then take the seat."""
    session.hand_to(founder)
    for _month in range(months):
        session.end_month()
    session.hand_to(None)
    return session


def moved(session: Session, account: Account, *causes: str) -> int:
    """Return what last month moved an account of the lab's for some causes."""
    balance = next(b for b in session.balances() if (b.firm, b.account) == (Firm.XAI, account))
    return sum(receipt.amount for receipt in balance.receipts if receipt.cause.msgid in causes)


def test_a_lease_takes_what_the_books_said_when_it_was_only_ordered(session: Session) -> None:
    line = offer(session)
    orders = (
        Divert(source=line.id, quantity=line.quantity, terms=Terms.LEASE),
        DivertThing(thing=Thing.SITE, quantity=session.view().carmaker.depot.sites[-1].id, terms=Terms.LEASE),
    )
    said = [bill.leases_usd for bill in bills(ordered(session.view(), orders), 30)]
    for order in orders:
        session.submit(order)
    session.end_month()

    took = [bill.leases_usd for bill in bills(session.view(), 29)]

    assert said[1:] == took
    assert said[0] == -moved(session, Account.CASH, "Rent for what the lab leases from the carmaker")
    assert max(took) > 0


def test_a_loan_is_repaid_as_the_books_said_when_it_was_only_ordered(session: Session) -> None:
    order = Borrow(amount_usd=50_000_000)
    said = [bill.loans_usd for bill in bills(ordered(session.view(), [order]), 40)]
    session.submit(order)
    session.end_month()

    took = [bill.loans_usd for bill in bills(session.view(), 39)]

    assert said == [0, *took]
    assert sum(took) == order.amount_usd


def test_a_loan_that_is_repaid_takes_no_interest_any_more(session: Session) -> None:
    order, view = Borrow(amount_usd=10**9), session.view()
    level = replace(view.own, cash_usd=10**9, result_usd=0, parent_usd=0)

    found = bills(ordered(replace(view, own=level, lines=()), [order]))

    assert found[-1].left_usd == found[30].left_usd
    assert 8 * 10**8 < found[-1].left_usd < 9 * 10**8


@pytest.mark.parametrize(
    ("order", "causes"),
    [
        (
            SellStake(shares_ppm=400),
            ("The founder sells shares of the carmaker", "Tax on the founder's shares"),
        ),
        (PledgeStake(shares_ppm=4_000), ("A loan on the founder's shares",)),
    ],
)
def test_money_for_shares_comes_as_the_books_said(
    session: Session, order: Command, causes: tuple[str, ...]
) -> None:
    later(session, 1)
    view = session.view()
    said = ordered(view, [order]).own.cash_usd - view.own.cash_usd
    session.submit(order)
    session.end_month()

    assert moved(session, Account.CASH, *causes) == pytest.approx(said, rel=0.05)  # at the month's own price
    assert said > 0


def test_what_is_cancelled_is_gone_from_the_books_and_its_deposit_back(session: Session) -> None:
    later(session, 4)
    view = session.view()
    line = next(line for line in view.lines if line.payer == line.owner == view.firm)
    order = CancelOrder(line=line.id, quantity=line.quantity)
    read = ordered(view, [order])
    session.submit(order)
    session.end_month()

    refund = moved(session, Account.CASH, "Deposit given back for cancelled chips")
    assert read.own.cash_usd - view.own.cash_usd == refund > 0
    assert line.id not in {left.id for left in read.lines}


@pytest.mark.parametrize("order", [GiveBack(quantity=3_000), LendChips(quantity=4_000, months=3)])
def test_chips_that_go_back_are_gone_from_the_books(session: Session, order: Command) -> None:
    line = offer(session)
    session.submit(Divert(source=line.id, quantity=line.quantity, terms=Terms.SILENT))
    session.end_month()
    view = session.view()
    read = ordered(view, [order])
    said = read.own.depot.chips() - view.own.depot.chips()
    session.submit(order)
    session.end_month()

    gone = moved(
        session, Account.CHIPS, "Given back by the lab to the carmaker", "Lent by the lab to the carmaker"
    )
    assert said == gone < 0


def test_chips_of_the_carmaker_s_warehouse_are_the_lab_s_once_ordered(session: Session) -> None:
    later(session, 6)
    view = session.view()
    batch = max(view.carmaker.depot.batches, key=lambda batch: batch.quantity)
    order = Divert(source=batch.id, quantity=batch.quantity, terms=Terms.SILENT)

    read = ordered(view, [order])

    assert read.own.depot.chips() == view.own.depot.chips() + batch.quantity
    assert read.affairs.acts[-1].outstanding == batch.quantity


def test_a_site_is_weighed_against_the_rent_that_is_ordered_beside_it(session: Session) -> None:
    site, rent = BuildSite(company=Firm.XAI, power_kw=20_000, forced=True), RentCloud(quantity=27_000)
    found = []
    for given in ((), (rent,)):
        effects = preview(quoted(session), site, given).effects
        found.append(next(effect.value.value for effect in effects if effect.label == "The money lasts"))

    assert found[1] < found[0]


def test_a_second_order_like_the_first_finds_the_power_that_the_first_leaves(session: Session) -> None:
    session.submit(BuildSite(company=Firm.XAI, power_kw=20_000, forced=True))
    order = OrderChips(company=Firm.XAI, generation=session.view().board.generation, quantity=9_000)
    found = []
    for _time in range(2):
        numbers = foresee(session, order).numbers
        found.append(next(one.shown for one in numbers if one.label == "Power for, on arrival"))
        session.submit(order)

    assert session.pending[1:] == (order, order)
    assert found[0] != found[1]


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


@pytest.mark.parametrize("more", [1, 2, 5])
def test_a_run_with_a_target_is_not_said_to_train_beyond_it(session: Session, more: int) -> None:
    later(session, 4, "idle")
    rules, view = session.view().board.rules.race, session.view()
    target = max(rules.target_least, 2.5 * flop_of_month(rules, view.running, view.own.split.training))
    session.submit(StartRun(months=4, target_flop=target))
    session.end_month()

    order = ExtendRun(months=more)
    said = preview(session.view(), order)
    date, seen = said.line.values["end"], {effect.label: effect for effect in said.effects}
    session.submit(order)
    while session.view().own.run is not None:
        session.end_month()

    assert isinstance(date, Quantity)
    assert session.month == date.value
    assert seen["Quality, 80 % likely"].value == seen["Quality as planned"].value


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


def test_a_round_is_said_to_raise_more_once_compute_is_rented_and_does(session: Session) -> None:
    rent = RentCloud(quantity=27_000)
    session.end_month()

    def told(*given: Command) -> float:
        return preview(quoted(session), RaiseRound(), given).effects[0].value.value

    alone, after, had = told(), told(rent), session.view().own.cash_usd
    for order in (rent, RaiseRound()):
        session.submit(order)
    session.end_month()
    raised = session.view().own.cash_usd - had

    assert after > 1.5 * alone
    assert abs(raised - after) < 0.15 * after
