"""The carmaker: four milestones and no fifth, and incidents in the cars that carry the lab's product."""

from race.core.chance import Chance
from race.core.commands import Orders
from race.core.events import Event, Happening
from race.core.formulas.owners.carmaker import MILESTONES
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
