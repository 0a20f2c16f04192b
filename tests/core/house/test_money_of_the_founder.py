"""The founder's shares, the lab's price and fines: what is owed is paid, once."""

import pytest

from race.core.chance import Chance
from race.core.commands import Orders, SellLab
from race.core.events import Happening
from race.core.formulas.house.answers import looked_into
from race.core.formulas.house.sale import first_of, offer_usd
from race.core.formulas.house.stake import forced_sale, loan_to_value, pledge_room, repaid, worth
from race.core.ids import Firm, Terms, Thing
from race.core.rules.house.regulator import watch_records
from race.core.rules.house.sale import sell_lab
from race.core.rules.house.stake import keep_stake
from race.core.world import Act, Inquiry, Loan, World
from tests.builders import a_world, orders

_OPENING = a_world()
NOBODY = Orders({})


def pledged(part_ppm: int, owed_usd: int) -> World:
    world = _OPENING.copy()
    world.carmaker.pledged_ppm, world.carmaker.pledge_usd = part_ppm, owed_usd
    return world


def test_without_a_pledge_nothing_is_to_be_repaid() -> None:
    carmaker = pledged(0, 0).carmaker

    assert repaid(carmaker, 1_000) == 0


def test_who_owes_all_that_is_lent_can_pledge_no_more() -> None:
    rules = _OPENING.rules

    rooms = [pledge_room(rules, pledged(0, owed).carmaker) for owed in (0, 10**8, rules.stake.loan_most_usd)]

    assert rooms == sorted(rooms, reverse=True)
    assert rooms[-1] == 0


def test_shares_worth_nothing_are_all_sold_and_the_lab_pays_the_rest() -> None:
    world = pledged(10_000, 500_000_000)
    world.carmaker.price_cents, world.carmaker.margin_call = 0, world.month - 1
    lab, cash = world.labs[Firm.XAI], world.labs[Firm.XAI].cash_usd

    assert forced_sale(world.rules, world.carmaker) == 10_000
    events = keep_stake(world, NOBODY, Chance(1))

    assert [event.kind for event in events] == [Happening.SEIZED]
    assert (world.carmaker.pledged_ppm, world.carmaker.pledge_usd) == (0, 0)
    assert cash - lab.cash_usd >= 500_000_000


def test_a_lender_sells_until_the_rest_is_safe_again_and_no_more() -> None:
    world = pledged(60_000, 0)
    rules, carmaker = world.rules.stake, world.carmaker
    carmaker.pledge_usd = int(rules.call_part * worth(carmaker, 60_000)) + 1
    carmaker.margin_call = world.month - 1

    (event,) = keep_stake(world, NOBODY, Chance(1))

    assert event.kind is Happening.SEIZED
    assert 0 < carmaker.pledged_ppm < 60_000
    assert loan_to_value(carmaker) == pytest.approx(rules.loan_part, rel=1e-3)


def test_the_leader_pays_less_than_another_lab_and_the_carmaker_all_of_it() -> None:
    world = _OPENING.copy()
    lab = world.labs[Firm.XAI]
    leader = first_of(world.labs)

    offers = [offer_usd(world.rules, lab, leader, buyer) for buyer in (Firm.OPENAI, Firm.MISTRAL, Firm.TESLA)]

    assert leader is Firm.OPENAI
    assert offers == sorted(set(offers))
    assert offers[-1] == lab.valuation_usd
    assert first_of({}) is None


def test_a_second_fine_is_larger_and_takes_no_more_of_what_was_learned() -> None:
    world = _OPENING.copy()
    lab = world.labs[Firm.XAI]
    act = Act(
        id=1, month=1, quantity=1, terms=Terms.SILENT, severity=0.1, idle_share=1.0, value_usd=1,
        thing=Thing.DATA, published=2,
    )  # fmt: skip
    world.affairs.acts.append(act)
    world.affairs.inquiries = [Inquiry(id=2, opened=1, answer=4), Inquiry(id=3, opened=20, answer=24)]
    fines, learned = [], []
    for world.month in (4, 24):
        before = lab.cash_usd
        watch_records(world, NOBODY, Chance(1))
        fines.append(before - lab.cash_usd)
        learned.append(lab.recipe)

    assert fines[1] == 2 * fines[0] > 0
    assert learned[0] == learned[1] < _OPENING.labs[Firm.XAI].recipe


def test_people_who_look_into_a_rival_know_its_fleet_better_until_their_time_is_up() -> None:
    world = _OPENING.copy()
    world.affairs.probes = {Firm.META: world.month, Firm.OPENAI: world.month - 1}
    thought = {Firm.META: 1_000_000, Firm.OPENAI: 1_000_000}

    known = looked_into(world, thought)

    assert world.labs[Firm.META].depot.running() < known[Firm.META] < 1_000_000
    assert known[Firm.OPENAI] == 1_000_000


def test_a_rival_pays_in_its_own_shares_and_takes_over_the_loans() -> None:
    world = _OPENING.copy()
    lab, buyer = world.labs[Firm.XAI], world.labs[Firm.META]
    lab.loans = [Loan(month=1, amount_usd=10**8, left_usd=10**8)]
    cash, owed = (lab.cash_usd, buyer.cash_usd), buyer.owed_usd()

    (event,) = sell_lab(world, orders(SellLab(buyer=Firm.META)), Chance(1))

    assert event.kind is Happening.SOLD
    assert (lab.sold, lab.buyer, lab.loans) == (True, Firm.META, [])
    assert buyer.owed_usd() == owed + 10**8
    assert (lab.cash_usd, buyer.cash_usd) == cash
