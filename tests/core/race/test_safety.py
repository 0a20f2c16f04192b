"""Safety: risk is built, mended, and surfaces."""

import pytest

from race.core.chance import Chance
from race.core.commands import Orders
from race.core.formulas.race.temper import safety_level
from race.core.ids import Firm, Mood
from race.core.rulebook.race import RaceRules
from race.core.rules.race.safety import run_risks
from race.core.world import Release, Split, World
from race.scenario.load import override
from tests.builders import a_world

NOBODY = Orders({})
CARELESS = Split(500_000, 300_000, 200_000, 0)
CAREFUL = Split(500_000, 300_000, 140_000, 60_000)


def run_months(world: World, months: int, seed: int = 1) -> World:
    for month in range(1, months + 1):
        world.month = month
        run_risks(world, NOBODY, Chance(seed))
    return world


def test_skipped_safety_builds_risk_and_care_mends_it() -> None:
    world = a_world()
    lab = world.labs[Firm.XAI]
    lab.split = CARELESS

    high = run_months(world, 12).labs[Firm.XAI].safety_debt
    lab.split = CAREFUL
    mended = run_months(world, 12).labs[Firm.XAI].safety_debt

    assert high > 300_000 > mended


def test_the_careless_have_more_incidents() -> None:
    def incidents(split: Split) -> int:
        total = 0
        for seed in range(40):
            world = a_world()
            world.labs[Firm.XAI].split = split
            total += run_months(world, 36, seed).labs[Firm.XAI].incidents
        return total

    assert incidents(CAREFUL) == 0 < incidents(CARELESS)


@pytest.mark.parametrize(("leaves", "left"), [(0.5, 333_333), (0.0, 0), (1.0, 666_667)])
def test_an_incident_brings_to_light_what_the_rulebook_says(leaves: float, left: int) -> None:
    world = a_world()
    world.rules = override(
        world.rules, {"race": {"incident_rate": 0.5, "incident_leaves": leaves, "debt_paid": 0.0}}
    )
    lab = world.labs[Firm.XAI]
    while not lab.incidents:
        lab.safety_debt, lab.split = 666_667, CAREFUL
        world.month += 1
        run_risks(world, NOBODY, Chance(1))

    assert lab.safety_debt == left


def test_without_a_limit_a_frontier_incident_is_a_catastrophe_and_with_one_it_is_not() -> None:
    def catastrophes(*, regulated: bool) -> tuple[int, int]:
        seen, contained = 0, 0
        for seed in range(60):
            world = a_world()
            lab = world.labs[Firm.XAI]
            lab.releases.append(
                Release(
                    month=1, flop=1e27, elo_true=1560, elo_published=1560, open_weights=False, tested=True
                )
            )
            for month in range(1, 37):
                world.month, lab.safety_debt, world.market.regulated = month, 1_000_000, regulated
                run_risks(world, NOBODY, Chance(seed))
            seen += world.market.catastrophe
            contained += bool(lab.incidents) and not world.market.catastrophe
        return seen, contained

    assert catastrophes(regulated=True)[0] == 0 < catastrophes(regulated=True)[1]
    assert catastrophes(regulated=False)[0] > 0


def test_little_lead_and_alarm_leave_little_safety() -> None:
    rules = RaceRules()

    levels = [
        safety_level(rules, 1.0, 60.0, Mood.LEADING),
        safety_level(rules, 1.0, 10.0, Mood.LEADING),
        safety_level(rules, 1.0, -80.0, Mood.CALM),
        safety_level(rules, 1.0, -80.0, Mood.ALARMED),
    ]

    assert levels == sorted(levels, reverse=True)
    assert levels[0] == 1.0


def test_a_limit_holds_for_all_labs_whoever_is_looked_at_first() -> None:
    world = a_world()
    world.rules = override(
        world.rules, {"race": {"precipice_rate": 0.5, "incident_rate": 0.5, "limit_chance": 1.0}}
    )
    release = Release(month=1, flop=1e27, elo_true=1560, elo_published=1560, open_weights=False, tested=True)
    first, *_others, last = world.labs.values()
    for lab in (first, last):
        lab.releases = [release]
    first.safety_debt = last.safety_debt = 900_000

    contained = 0
    for seed in range(60):
        trial = world.copy()
        run_risks(trial, NOBODY, Chance(seed))
        contained += trial.labs[first.firm].incidents > 0

        assert not (trial.market.regulated and trial.market.catastrophe)
    assert contained
