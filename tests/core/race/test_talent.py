"""People: hires, raids, and those who walk."""

from race.core.chance import Chance
from race.core.commands import Hire, MovePeople, Orders
from race.core.ids import Firm, Seat
from race.core.receipts import Account
from race.core.rules.race.talent import move_people
from tests.builders import a_world, orders


def test_a_raid_moves_method_from_one_lab_to_the_other_and_is_remembered() -> None:
    world = a_world()
    ours, theirs = world.labs[Firm.XAI], world.labs[Firm.OPENAI]
    before = (ours.recipe, theirs.recipe)

    move_people(world, orders(Hire(researchers=10, source=Firm.OPENAI)), Chance(1))

    assert ours.recipe > before[0]
    assert theirs.recipe < before[1]
    assert theirs.grudges[Firm.XAI] > 0


def test_the_gain_from_people_has_a_bound() -> None:
    world = a_world()
    lab = world.labs[Firm.XAI]

    for month in range(1, 200):
        world.month = month
        world.labs[Firm.OPENAI].researchers = 400
        move_people(world, orders(Hire(researchers=12, source=Firm.OPENAI)), Chance(1))

    assert lab.recipe <= lab.recipe_goal + world.rules.race.recipe_people_most


def test_hiring_from_the_carmaker_slows_its_autonomy() -> None:
    world = a_world()
    world.carmaker.autonomy = 500_000

    move_people(world, orders(Hire(researchers=5, source=Firm.TESLA)), Chance(1))

    assert world.carmaker.autonomy == 450_000


def test_hiring_is_paid_and_receipted() -> None:
    world = a_world()
    before = world.labs[Firm.XAI].cash_usd

    move_people(world, orders(Hire(researchers=4)), Chance(1))

    paid = sum(r.amount for r in world.receipts if (r.firm, r.account) == (Firm.XAI, Account.CASH))
    assert world.labs[Firm.XAI].cash_usd == before + paid < before


def test_who_leaves_the_field_takes_no_method_along() -> None:
    world, still = a_world(), a_world()

    move_people(
        world, orders(MovePeople(source=Firm.META, target=None, researchers=30), by=Seat.TALENT), Chance(1)
    )
    move_people(still, Orders({}), Chance(1))

    assert world.labs[Firm.META].recipe == still.labs[Firm.META].recipe
    assert world.labs[Firm.META].researchers < still.labs[Firm.META].researchers


def test_a_grudge_halves_in_a_year() -> None:
    world = a_world()
    world.labs[Firm.META].grudges = {Firm.XAI: 1_000_000}

    for month in range(1, 13):
        world.month = month
        move_people(world, Orders({}), Chance(1))

    assert abs(world.labs[Firm.META].grudges[Firm.XAI] - 500_000) < 2_000
