"""The carmaker: four milestones and no fifth, and incidents in the cars that carry the lab's product."""

import pytest

from race.core.chance import Chance
from race.core.commands import Orders
from race.core.events import Event, Happening
from race.core.formulas.owners.carmaker import MILESTONES, autonomy_pace, autonomy_step
from race.core.ids import PPM, Firm
from race.core.rules.owners.carmaker import run_carmaker
from race.core.world import World
from tests.builders import a_world

_OPENING = a_world()


def run(world: World, month: int) -> list[Event]:
    world.month = month
    return run_carmaker(world, Orders({}), Chance(1))


def test_after_the_last_milestone_the_programme_stands_still() -> None:
    world = _OPENING.copy()
    world.carmaker.autonomy_reached, world.carmaker.autonomy = MILESTONES, PPM - 1

    events = [event for month in range(2, 40) for event in run(world, month)]

    assert Happening.AUTONOMY not in {event.kind for event in events}
    assert (world.carmaker.autonomy_reached, world.carmaker.autonomy) == (MILESTONES, PPM - 1)


def test_an_incident_of_the_lab_is_the_carmakers_too_once_while_its_cars_carry_the_product() -> None:
    world, apart = _OPENING.copy(), _OPENING.copy()
    world.carmaker.channel = 0
    quiet = run(world, 2)

    for each in (world, apart):
        each.labs[Firm.XAI].incidents = 1
    hit, again, elsewhere = run(world, 3), run(world, 5), run(apart, 3)

    told = [[event.kind is Happening.INCIDENT for event in each] for each in (quiet, hit, again, elsewhere)]
    assert [any(each) for each in told] == [False, True, False, False]
    assert world.carmaker.channel == 1


def test_the_pace_that_is_shown_is_the_pace_that_is_gone() -> None:
    world = _OPENING.copy()
    carmaker, rules = world.carmaker, world.rules
    paces = []
    for running in (0, carmaker.planned_chips // 4, carmaker.planned_chips, 9 * carmaker.planned_chips):
        carmaker.depot.batches[0].quantity = running
        paces.append(autonomy_pace(rules, carmaker))
        step = paces[-1] / rules.founder.autonomy_months
        assert autonomy_step(rules, carmaker) == pytest.approx(step, abs=1.0)

    assert paces[:3] == [0, PPM // 2, PPM]
    assert PPM < paces[3] < 2 * PPM
