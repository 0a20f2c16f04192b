"""Banks lend on chips, and want their money back when chips get cheaper."""

import pytest
from msgspec.structs import replace

from race.core.chance import Chance
from race.core.commands import Borrow
from race.core.events import Happening
from race.core.formulas.race.chips import booking_price, lead_months
from race.core.formulas.race.loans import loan_room
from race.core.ids import Firm
from race.core.rules.race.finance import raise_money
from race.core.world import Loan, World
from race.session.session import Refused, Session
from tests.builders import a_depot, a_world, changed, orders


def test_a_loan_is_there_at_once_and_repaid_with_interest_month_by_month() -> None:
    game, poor = Session("history", seed=7), Session("history", seed=7)
    poor.end_month()
    game.submit(Borrow(amount_usd=120_000_000))
    game.end_month()
    borrowed = game.view().own.cash_usd

    game.end_month()

    own = game.view().own
    assert borrowed - poor.view().own.cash_usd == 120_000_000 - 1_200_000
    assert own.owed_usd() == 115_000_000
    paid = {r.cause.msgid: r.amount for r in game.position().receipts if r.firm is Firm.XAI}
    assert (paid["Loans repaid"], paid["Interest on debt"]) == (-5_000_000, -1_200_000)


def a_debtor(price: int) -> World:
    world = a_world(month=12)
    world.setting = replace(world.setting, chip_price_usd=(price,) * 37)
    lab = world.labs[Firm.XAI]
    lab.depot, lab.cash_usd = a_depot(100_000), 3_000_000_000
    lab.loans = [Loan(month=3, amount_usd=1_800_000_000, left_usd=1_800_000_000)]
    return world


def test_when_chips_lose_half_their_price_the_banks_call() -> None:
    dear, cheap = a_debtor(27_000), a_debtor(13_500)

    calm = raise_money(dear, orders(), Chance(7))
    called = raise_money(cheap, orders(), Chance(7))

    assert Happening.LOAN_CALLED not in [event.kind for event in calm]
    assert Happening.LOAN_CALLED in [event.kind for event in called]
    left = cheap.labs[Firm.XAI]
    lead = lead_months(cheap.rules, cheap.setting, cheap.market, cheap.month)
    price = booking_price(cheap.rules, cheap.setting, cheap.month, lead)
    assert left.owed_usd() == int(0.6 * 100_000 * price)
    assert left.cash_usd < dear.labs[Firm.XAI].cash_usd - 500_000_000


def test_banks_lend_on_the_labs_own_chips_and_no_more_than_a_part() -> None:
    game = Session("history", seed=7)
    view = game.view()
    most = loan_room(view.board.rules.money, view.own, view.board.chip_price_usd)

    assert game.why_not(Borrow(amount_usd=most)) is None
    with pytest.raises(Refused, match="Banks lend"):
        game.submit(Borrow(amount_usd=most + 1))


def test_where_there_is_no_debt_nobody_borrows() -> None:
    game = Session(changed(switches={"debt": 0}), seed=7)

    with pytest.raises(Refused, match="switched off"):
        game.submit(Borrow(amount_usd=100_000_000))


def test_a_loan_is_not_called_in_the_month_that_pays_it_out() -> None:
    game = Session("scarcity", seed=7)
    for _month in range(6):
        view = game.view()
        room = loan_room(view.board.rules.money, view.own, view.board.chip_price_usd)
        if not game.why_not(Borrow(amount_usd=room)):
            game.submit(Borrow(amount_usd=room))
        owed = view.own.owed_usd()
        game.end_month()
        called = [
            e for e in game.reports[-1].events if e.kind is Happening.LOAN_CALLED and e.firm is Firm.XAI
        ]
        assert not called or game.view().own.owed_usd() < owed
