"""Money is double entry: whatever is ordered, what one has more another has less."""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from race.core.chance import Chance
from race.core.commands import Borrow, Command, RaiseRound
from race.core.ids import Firm, Outside
from race.core.receipts import Account
from race.core.turn import LAWS, play_month
from race.core.world import World
from race.session.session import Session
from tests.builders import a_game, a_world, orders
from tests.strategies import COMMANDS, aimed

LOANS = ("Loan on chips", "Loans repaid", "Loans called back")
"""Causes of the receipts that move what is owed."""


def give(session: Session, wishes: list[Command]) -> None:
    for wish in wishes:
        command = aimed(session.view(), wish)
        if session.why_not(command) is None:
            session.submit(command)


def paid(world: World) -> int:
    return sum(receipt.amount for receipt in world.receipts if receipt.account is Account.CASH)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**63 - 1), plan=st.lists(st.lists(COMMANDS, max_size=6), min_size=1, max_size=6))
def test_all_money_sums_to_zero_in_every_month_of_a_reckless_game(
    seed: int, plan: list[list[Command]]
) -> None:
    session = a_game(seed=seed, name="history")
    earlier = session.position()

    for wishes in plan:
        if session.ending is not None:
            break  # a reckless founder may be gone before the plan is
        give(session, wishes)
        session.end_month()
        later = session.position()

        assert later.money() == 0
        assert sum(later.ledger.values()) - sum(earlier.ledger.values()) == -paid(later)
        earlier = later


@settings(max_examples=40, deadline=None)
@given(
    seed=st.integers(0, 1_000),
    cash=st.integers(-(10**11), 10**11),
    amount=st.integers(0, 10**12),
)
def test_no_law_makes_money(seed: int, cash: int, amount: int) -> None:
    world, wishes = a_world(seed), orders(Borrow(amount_usd=amount), RaiseRound())
    world.labs[Firm.XAI].cash_usd = cash
    before = world.money()

    for law in LAWS:
        law(world, wishes, Chance(seed))

        assert world.money() == before, law.__name__


def test_what_banks_have_lent_is_what_labs_owe() -> None:
    session, moved = a_game(founder="historical", name="history"), Counter[str]()

    while session.ending is None:
        session.end_month()
        for receipt in session.position().receipts:
            if receipt.cause.msgid in LOANS:
                moved[receipt.cause.msgid] += receipt.amount

    labs = session.position().labs.values()
    assert moved["Loan on chips"] > 0
    assert sum(moved.values()) == sum(lab.owed_usd() for lab in labs)


def test_who_is_paid_stands_in_the_ledger() -> None:
    world = a_world(month=0)

    later = play_month(world, orders(), Chance(7)).world

    got = {party: later.ledger.get(party, 0) - world.ledger.get(party, 0) for party in Outside}
    assert got[Outside.STAFF] > 0
    assert got[Outside.MAKERS] > 0
    assert got[Outside.GRID] > 0
    assert got[Outside.PARENTS] < 0
    assert got[Outside.CUSTOMERS] < 0
    assert got[Outside.OPENING] == 0
