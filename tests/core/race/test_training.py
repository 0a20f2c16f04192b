"""Training: runs, candidates, recipes."""

from math import isclose

from race.core.chance import Chance
from race.core.commands import Orders, SplitCompute, StartRun, StopRun
from race.core.events import Happening
from race.core.formulas.race.quality import flatten, raw_quality, unflatten
from race.core.ids import LABS, Firm
from race.core.rulebook.race import RaceRules
from race.core.rules.race.training import train
from race.core.world import Release, Split, World
from tests.builders import a_depot, a_world, orders

RULES = RaceRules()
NOBODY = Orders({})


def months_of_training(world: World, first: Orders, months: int, seed: int = 1) -> list[Happening]:
    told = []
    for month in range(1, months + 1):
        world.month = month
        told += [event.kind for event in train(world, first if month == 1 else NOBODY, Chance(seed))]
    return told


def test_quality_of_a_run_follows_the_published_regression() -> None:
    table = {(2.1e25, 0): 1271.9, (3.8e25, 7): 1334.8, (3.5e26, 14): 1428.2}

    found = {key: round(raw_quality(RULES, *key, recipe=0.0, luck=0.0), 1) for key in table}

    assert found == table


def test_ten_times_the_compute_is_worth_43_elo_at_any_size() -> None:
    gains = [
        raw_quality(RULES, 10 * flop, 6, 0.0, 0.0) - raw_quality(RULES, flop, 6, 0.0, 0.0)
        for flop in (1e23, 1e25, 1e27)
    ]

    assert all(isclose(gain, 43.0) for gain in gains)


def test_the_scale_never_reaches_its_ceiling_and_keeps_the_order() -> None:
    scores = [flatten(RULES, raw) for raw in range(1200, 2400, 20)]

    assert scores == sorted(scores)
    assert scores[-1] < RULES.flat_from + RULES.flat_span


def test_unflattening_gives_back_the_raw_quality() -> None:
    assert all(
        isclose(unflatten(RULES, flatten(RULES, raw)), raw) for raw in (1300.0, 1471.0, 1600.0, 2000.0)
    )


def test_a_run_eats_chips_times_share_times_time_and_then_becomes_a_candidate() -> None:
    world = a_world()
    lab = world.labs[Firm.XAI]
    lab.depot, lab.split = a_depot(100_000), Split(500_000, 300_000, 150_000, 50_000)

    told = months_of_training(world, orders(StartRun(months=3)), months=3)

    assert told == [Happening.RUN_STARTED, Happening.RUN_FINISHED]
    assert lab.run is None
    assert lab.candidate is not None
    assert isclose(lab.candidate.flop, 3 * 100_000 * 0.5 * 9.89e14 * 0.38 * 2.63e6)


def test_a_run_that_is_stopped_keeps_what_it_has_learned() -> None:
    world = a_world()
    lab = world.labs[Firm.XAI]
    months_of_training(world, orders(StartRun(months=6)), months=2)
    learned = lab.run.flop if lab.run else 0.0

    train(world, orders(StopRun()), Chance(1))

    assert lab.run is None
    assert lab.candidate is not None
    assert lab.candidate.flop == learned > 0.0


def test_a_second_run_is_not_started_beside_the_first() -> None:
    world = a_world()

    months_of_training(world, orders(StartRun(months=6)), months=1)
    train(world, orders(StartRun(months=2)), Chance(1))

    run = world.labs[Firm.XAI].run
    assert run is not None
    assert run.months == 6


def test_some_runs_fail_and_leave_nothing() -> None:
    failed = 0
    for seed in range(60):
        world = a_world()
        failed += Happening.RUN_FAILED in months_of_training(world, orders(StartRun(months=9)), 9, seed)
        lab = world.labs[Firm.XAI]
        assert lab.run is None

    assert 1 <= failed <= 15  # 1 % a month over nine months is 8.6 %


def test_a_waiting_candidate_gains_by_the_industrys_method() -> None:
    world = a_world()
    lab = world.labs[Firm.OPENAI]
    months_of_training(world, orders(StartRun(months=2), by=Firm.OPENAI), months=2)
    assert lab.candidate is not None
    before = lab.candidate.elo - lab.recipe

    world.month = 14
    train(world, NOBODY, Chance(1))

    assert lab.candidate is not None
    assert isclose(lab.candidate.elo - lab.recipe - before, 89.0, abs_tol=1e-6)


def test_twice_the_research_compute_moves_the_goal_by_what_the_rulebook_says() -> None:
    def recipe_after(chips: int) -> float:
        world = a_world()
        for firm in LABS:
            world.labs[firm].depot = a_depot(10_000)
            world.labs[firm].releases = []
        world.labs[Firm.XAI].depot = a_depot(chips)
        for month in range(1, 60):
            world.month = month
            train(world, NOBODY, Chance(3))
        return world.labs[Firm.XAI].recipe

    assert isclose(recipe_after(20_000) - recipe_after(10_000), RULES.recipe_doubling, abs_tol=0.05)


def test_the_split_is_what_was_ordered() -> None:
    world = a_world()

    train(world, orders(SplitCompute(training=1, research=2, serving=3, safety=999_994)), Chance(1))

    assert world.labs[Firm.XAI].split == Split(1, 2, 3, 999_994)


def test_those_behind_learn_from_open_weights() -> None:
    world = a_world()
    world.labs[Firm.META].releases.append(
        Release(month=1, flop=1e26, elo_true=1400, elo_published=1400, open_weights=True, tested=True)
    )
    closed = a_world()

    train(world, NOBODY, Chance(1))
    train(closed, NOBODY, Chance(1))

    assert world.labs[Firm.XAI].recipe > closed.labs[Firm.XAI].recipe
