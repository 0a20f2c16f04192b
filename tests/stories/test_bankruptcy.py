"""A lab that spends what it does not have is bought, if it is worth its debts, or it is over."""

from race.core.chance import Chance
from race.core.ids import Ending, Firm, Outside
from race.core.outcome import judge_ending
from race.core.rules.race.finance import raise_money
from race.core.world import Loan, World
from tests.builders import a_depot, a_world, orders


def after_two_months(firm: Firm, cash: int, chips: int) -> World:
    world = a_world()
    lab = world.labs[firm]
    lab.depot, lab.cash_usd = a_depot(chips), cash
    lab.loans = [Loan(month=0, amount_usd=100_000_000, left_usd=100_000_000)]
    for month in (1, 2):
        world.month = month
        raise_money(world, orders(), Chance(7))
    return world


def test_a_founder_deep_in_the_red_is_bankrupt_where_nobody_wants_the_lab() -> None:
    world = after_two_months(Firm.XAI, -9_000_000_000, 1_000)

    assert judge_ending(world) is Ending.BANKRUPT


def test_a_founder_in_the_red_with_many_chips_is_absorbed() -> None:
    world = after_two_months(Firm.XAI, -3_000_000_000, 60_000)

    assert judge_ending(world) is Ending.ABSORBED


def test_a_rival_that_is_sold_owes_nothing_and_has_an_owner_who_pays() -> None:
    world = after_two_months(Firm.MISTRAL, -3_000_000_000, 3_000)

    lab = world.labs[Firm.MISTRAL]
    assert lab.sold
    assert not lab.sells_equity
    assert (lab.cash_usd, lab.owed_usd()) == (0, 0)
    assert world.ledger[Outside.PARENTS] < -3_000_000_000


def test_a_lab_inside_a_parent_is_paid_for_and_gets_less_afterwards() -> None:
    world = a_world()
    lab = world.labs[Firm.META]
    lab.cash_usd, before = -1_000_000_000, lab.parent_usd

    raise_money(world, orders(), Chance(7))

    assert (lab.cash_usd, lab.sold) == (0, False)
    assert lab.parent_usd < before
