"""The ladder: every step against the founder is higher than the last, and a calm game stays low."""

from race.core.formulas.house.ladder import rung_of
from race.core.ids import RUNGS, Rung, Terms
from race.core.world import Act, Case, Demand, World
from tests.builders import a_game, a_world
from tests.stories.races import a_race

NOW = 12


def step(world: World) -> Rung:
    return rung_of(world.rules, world.affairs, world.holders, NOW)


def test_each_move_of_the_owners_is_a_higher_step() -> None:
    world, steps = a_world(month=NOW), list[Rung]()
    affairs = world.affairs

    steps.append(step(world))
    affairs.last_letter = NOW - 1
    steps.append(step(world))
    affairs.acts.append(
        Act(id=1, month=1, quantity=1, terms=Terms.PAID, severity=0.3, idle_share=1, value_usd=1, published=5)
    )
    affairs.demands.append(Demand(id=2, made=NOW - 1, answer=NOW + 1))
    steps.append(step(world))
    affairs.cases.append(Case(id=3, act=1, filed=NOW, discovery=NOW + 6, decision=NOW + 9))
    steps.append(step(world))
    affairs.cases[0].discovery = NOW
    steps.append(step(world))
    affairs.injunction = True
    steps.append(step(world))
    affairs.letters = 1
    world.holders.trust //= 2
    steps.append(step(world))
    affairs.removed = True
    steps.append(step(world))

    assert steps == sorted(set(steps), key=RUNGS.index)
    assert (steps[0], steps[-1]) == (Rung.QUIET, Rung.REMOVED)


def test_a_founder_who_takes_everything_climbs_higher_than_one_who_takes_nothing() -> None:
    greedy, calm = a_race("diverter", months=18), a_race("steward", months=18)

    high, low = (
        rung_of(race.world.rules, race.world.affairs, race.world.holders, race.world.month)
        for race in (greedy, calm)
    )

    assert RUNGS.index(high) > RUNGS.index(low)


def test_a_new_game_starts_in_a_quiet_hall() -> None:
    world = a_game().position()

    assert rung_of(world.rules, world.affairs, world.holders, world.month) is Rung.QUIET


def test_advisers_are_against_only_what_is_published_and_not_voted() -> None:
    world = a_world(month=NOW)
    world.holders.trust //= 2
    act = Act(id=1, month=1, quantity=1, terms=Terms.SILENT, severity=0.3, idle_share=1, value_usd=1)
    world.affairs.acts.append(act)

    steps = [step(world)]
    act.published = 5
    steps.append(step(world))
    act.voted = True
    steps.append(step(world))

    assert steps == [Rung.QUIET, Rung.ADVISERS, Rung.QUIET]


def test_a_case_that_was_settled_is_no_step() -> None:
    world = a_world(month=NOW)

    world.affairs.cases.append(Case(id=3, act=1, filed=NOW, discovery=NOW + 6, settled=True))

    assert step(world) is Rung.QUIET
