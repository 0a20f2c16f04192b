"""The drivers' records: taken in secret and found out, they bring an inquiry, a fine and some unlearning."""

from race.core.chance import Chance
from race.core.events import Happening
from race.core.ids import Firm, Terms, Thing
from race.core.rules.house.regulator import watch_records
from race.core.world import Act, World
from tests.builders import a_world, orders


def with_records(terms: Terms) -> World:
    world = a_world(month=20)
    world.affairs.acts.append(
        Act(
            id=1,
            month=12,
            thing=Thing.DATA,
            quantity=1,
            terms=terms,
            severity=0.1,
            idle_share=1.0,
            value_usd=1,
            published=19,
        )
    )
    return world


def a_year(world: World) -> list[Happening]:
    told = []
    for month in range(20, 32):
        world.month = month
        told += [event.kind for event in watch_records(world, orders(), Chance(1))]
    return told


def test_records_taken_in_secret_cost_a_fine_and_a_part_of_what_was_learned() -> None:
    world = with_records(Terms.SILENT)
    lab = world.labs[Firm.XAI]
    cash, recipe, money = lab.cash_usd, lab.recipe, world.money()

    told = a_year(world)

    assert told == [Happening.INQUIRY, Happening.INQUIRY_ENDED]
    assert cash - lab.cash_usd == world.affairs.inquiries[0].fine_usd
    assert cash - lab.cash_usd >= 20_000_000
    assert lab.recipe < recipe
    assert world.money() == money


def test_a_licence_in_the_open_is_nobody_elses_business_unless_the_cars_carry_the_product() -> None:
    licensed, carried = with_records(Terms.DISCLOSED), with_records(Terms.DISCLOSED)
    carried.carmaker.channel = 0

    assert a_year(licensed) == []
    assert Happening.INQUIRY in a_year(carried)
