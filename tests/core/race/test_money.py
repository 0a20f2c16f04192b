"""Money: books, rounds, debt."""

from hypothesis import given, settings
from hypothesis import strategies as st

from race.core.chance import Chance
from race.core.commands import Orders, RaiseRound
from race.core.events import Happening
from race.core.formulas.race.money import booked_weight
from race.core.formulas.race.worth import appraise
from race.core.ids import LABS, Firm, Generation
from race.core.receipts import Account
from race.core.rulebook import Rulebook
from race.core.rulebook.money import MoneyRules
from race.core.rules.race.finance import raise_money
from race.core.rules.race.money import settle_books
from race.core.world import OrderLine
from tests.builders import a_depot, a_world, orders

NOBODY = Orders({})
RULES = MoneyRules()


@settings(deadline=None)
@given(cash=st.integers(-(10**11), 10**11), chips=st.integers(0, 10**6), users=st.integers(0, 10**6))
def test_every_dollar_has_a_receipt(cash: int, chips: int, users: int) -> None:
    world = a_world()
    lab = world.labs[Firm.XAI]
    lab.cash_usd, lab.depot, lab.users_k = cash, a_depot(chips, rented=chips // 3), users

    settle_books(world, orders(RaiseRound()), Chance(1))
    raise_money(world, orders(RaiseRound()), Chance(1))

    posted = sum(r.amount for r in world.receipts if (r.firm, r.account) == (Firm.XAI, Account.CASH))
    assert lab.cash_usd == cash + posted


def test_chips_on_the_floor_are_collateral() -> None:
    def value(chips: int) -> int:
        world = a_world()
        world.labs[Firm.XAI].depot = a_depot(chips)
        raise_money(world, NOBODY, Chance(1))
        return world.labs[Firm.XAI].valuation_usd

    assert value(20_000) - value(10_000) > 10_000 * 150_000


def test_a_booked_or_a_rented_chip_counts_for_less_than_a_powered_one() -> None:
    def value(powered: int, booked: int, rented: int) -> int:
        world = a_world()
        lab = world.labs[Firm.XAI]
        lab.depot = a_depot(powered, rented=rented)
        world.market.lines = [
            OrderLine(
                id=1, payer=Firm.XAI, owner=Firm.XAI, generation=Generation.H100, quantity=booked,
                unit_price_usd=30_000, booked=0, due=9,
            )
        ]  # fmt: skip
        raise_money(world, NOBODY, Chance(1))
        return lab.valuation_usd

    assert value(50_000, 0, 0) > value(0, 50_000, 0) > 0
    assert value(50_000, 0, 0) > value(0, 0, 50_000) > 0


def test_a_near_slot_is_better_collateral_than_a_late_one() -> None:
    weights = [booked_weight(RULES, months) for months in range(12)]

    assert weights == sorted(weights, reverse=True)
    assert weights[0] > weights[7] > weights[11]


def test_the_rounds_of_2024_are_valued_as_they_were() -> None:
    rules, worth = Rulebook(), 5 * 47_000.0
    xai, openai = a_world().labs[Firm.XAI], a_world().labs[Firm.OPENAI]
    xai.revenue_usd, openai.revenue_usd = 0, 3_800_000_000 // 12

    xai.depot, openai.depot = a_depot(20_000), a_depot(300_000, hosted=True)

    may = appraise(rules, xai, booked_weight(RULES, 2) * 100_000, worth, 7).total()
    october = appraise(rules, openai, 0.0, worth, 1).total()

    assert 17e9 <= may <= 31e9  # 24 was paid
    assert 110e9 <= october <= 204e9  # 157 was paid


def test_a_round_brings_about_a_fifth_of_the_value_before_it() -> None:
    world = a_world()
    lab = world.labs[Firm.XAI]

    raise_money(world, orders(RaiseRound()), Chance(1))

    paid = [r.amount for r in world.receipts if r.cause.msgid == "Round of equity" and r.firm is Firm.XAI]
    value = lab.valuation_usd - paid[0]
    assert paid == [int(value * RULES.round_part)]
    assert lab.founder_ppm == 1_000_000 * value // lab.valuation_usd
    assert lab.last_round == 1


def test_a_small_debt_is_borne_by_lenders() -> None:
    world = a_world()
    lab = world.labs[Firm.OPENAI]
    lab.cash_usd = -600_000_000

    for month in (1, 2, 3):
        world.month = month
        raise_money(world, NOBODY, Chance(1))

    assert not lab.sold
    assert lab.debt_months == 0


def test_a_debt_beyond_the_worth_of_the_lab_is_bankruptcy() -> None:
    world = a_world()
    lab = world.labs[Firm.XAI]
    lab.cash_usd = -20_000_000_000

    for month in (1, 2):
        world.month = month
        raise_money(world, NOBODY, Chance(1))

    assert lab.debt_months == 2
    assert not lab.sold


def test_a_debt_that_a_buyer_would_pay_ends_in_a_sale() -> None:
    world = a_world()
    lab = world.labs[Firm.XAI]
    lab.depot = a_depot(100_000)
    lab.cash_usd = -3_000_000_000

    told = [raise_money(world, NOBODY, Chance(1)), raise_money(world, NOBODY, Chance(1))]

    assert lab.sold
    assert Happening.SOLD in [event.kind for event in told[1]]


def test_what_parents_pay_grows() -> None:
    world = a_world()
    before = {firm: world.labs[firm].parent_usd for firm in LABS}

    settle_books(world, NOBODY, Chance(1))

    assert all(world.labs[firm].parent_usd >= before[firm] for firm in LABS)
    assert world.labs[Firm.GOOGLE_DEEPMIND].parent_usd > before[Firm.GOOGLE_DEEPMIND]
