"""Who uses a mechanic: without it the games of all others are the same, and theirs are not."""

import pytest

from race.policy.founders.archetypes import HABITS
from race.scenario.load import Scenario
from race.study.balance.plan import (
    ARCHETYPES,
    FULL,
    MECHANICS,
    QUICK,
    USERS,
    Spec,
    arms_of,
    users_of,
)
from race.study.game import play_game
from tests.builders import changed

SEEDS = (1, 2)


def told(scenario: Scenario, founder: str) -> list[tuple[int, str, float, float]]:
    """Return the score, the ending, the trust and the true quality at the end of a founder's games."""
    games = [play_game(scenario, founder, seed, months=False) for seed in SEEDS]
    return [(game.score.total, game.ending, game.trust, game.elo_true) for game in games]


@pytest.mark.parametrize("switch", USERS)
def test_only_the_users_of_a_mechanic_play_otherwise_without_it(switch: str) -> None:
    usual, without = changed("history"), changed("history", switches={switch: 0})

    for founder in ARCHETYPES:
        differs = told(usual, founder) != told(without, founder)
        assert differs is (founder in USERS[switch]), founder


def test_games_without_a_mechanic_are_shared_by_those_who_use_it() -> None:
    runs = {(arm.without, arm.founder): arm.runs for arm in arms_of(Spec()) if arm.part == "mechanic"}

    for switch in MECHANICS:
        users = users_of(switch, ARCHETYPES)
        assert {runs[switch, name] for name in users} == {FULL.mechanic * len(ARCHETYPES) // len(users)}
        assert not {(switch, name) for name in ARCHETYPES if name not in users} & runs.keys()


def test_no_arm_has_more_games_than_the_field_it_is_set_beside() -> None:
    assert all(arm.runs <= QUICK.field for arm in arms_of(Spec(sizes=QUICK)))


def test_who_is_no_archetype_plays_without_every_mechanic() -> None:
    assert users_of("paid", ("builder", *HABITS)) == ("builder", "promiser")
