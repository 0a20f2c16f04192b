"""Books and records: after a letter and before a suit, holders read a part of the files."""

from race.core.chance import Chance
from race.core.commands import DemandFiles
from race.core.events import Happening
from race.core.formulas.passing.files import may_demand
from race.core.ids import PPM, Seat, Terms
from race.core.rules.house.demands import show_files
from race.core.world import Act, Demand, World
from tests.builders import a_world, orders, plainer
from tests.stories.races import a_race

TRIES = 300


def a_secret(world: World) -> Act:
    act = Act(id=1, month=1, quantity=12_000, terms=Terms.SILENT, severity=0.34, idle_share=1.0, value_usd=1)
    world.affairs.acts.append(act)
    return act


def test_who_has_written_may_ask_once_and_waits_for_the_reading_room() -> None:
    world = a_world(month=9)
    asked = orders(DemandFiles(), by=Seat.HOLDERS)

    too_early = show_files(world, asked, Chance(1))
    world.affairs.letters = 1
    received, again = show_files(world, asked, Chance(1)), show_files(world, asked, Chance(1))

    assert (too_early, again) == ([], [])
    assert [event.kind for event in received] == [Happening.DEMAND]
    assert world.affairs.demands[0].answer == 9 + world.rules.court.demand_months
    assert not may_demand(world.affairs, 10, world.rules.court.demand_wait)


def test_a_part_of_the_files_shows_a_secret_as_often_as_the_rulebook_says() -> None:
    opening = a_world(month=11)
    found, share = 0, opening.rules.court.demand_finds / PPM
    for seed in range(TRIES):
        world = opening.copy()
        act = a_secret(world)
        world.affairs.demands.append(Demand(id=2, made=9, answer=11))
        show_files(world, orders(), Chance(seed))
        found += act.published == 11

    assert abs(found - TRIES * share) < 5 * (TRIES * share * (1 - share)) ** 0.5


def test_a_hall_that_is_angry_asks_and_a_scenario_can_do_without() -> None:
    asked = dict.fromkeys((0, 1), 0)
    for on in asked:
        for seed in (1, 2, 3):
            race = a_race("diverter", seed=seed, months=24, without=() if on else ("demands",))
            asked[on] += len(race.world.affairs.demands)

    assert asked[1] > asked[0] == 0


def test_where_nobody_demands_files_no_demand_is_received() -> None:
    world = plainer(a_world(month=9), "demands")
    world.affairs.letters = 1

    assert show_files(world, orders(DemandFiles(), by=Seat.HOLDERS), Chance(1)) == []
    assert world.affairs.demands == []
