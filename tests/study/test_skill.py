"""The ladder of skill says by how much a founder comes off better than another on the same luck."""

from math import exp, log

import msgspec
import pytest

from race.core.chance import Chance
from race.study.balance.plan import Spec, arms_of
from race.study.balance.tally import Side
from race.study.balance.worth.skill import steps
from tests.study.sides import outcomes

ARM = arms_of(Spec())[0]
SEEDS = 400


def side(founder: str, scores: list[int]) -> Side:
    """Return a founder's games with these scores, on seeds 1, 2, 3, ..."""
    [game] = outcomes("frontier").games
    games = [
        msgspec.structs.replace(game, seed=seed, score=score) for seed, score in enumerate(scores, start=1)
    ]
    return Side(arm=msgspec.structs.replace(ARM, founder=founder), games=tuple(games))


def test_a_step_is_the_log_odds_with_which_its_games_were_drawn() -> None:
    luck = [Chance(3).stream(seed, "a test").uniform() for seed in range(SEEDS)]
    better = [500 + (1 if draw < 1 / (1 + exp(-1.2)) else -1) for draw in luck]

    [step] = steps([side("lower", [500] * SEEDS), side("upper", better)])

    assert (step.lower, step.upper) == ("lower", "upper")
    assert step.gain.low < 1.2 < step.gain.high
    assert step.gain.high - step.gain.low < 4 * 2 / (SEEDS * 0.25) ** 0.5


def test_who_always_comes_off_better_is_strong_but_not_without_end() -> None:
    [step] = steps([side("lower", [400] * 50), side("upper", [600] * 50)])

    assert log(50) < step.gain.value < log(5000)


@pytest.mark.parametrize("seeds", [1, 50])
def test_seeds_that_are_all_alike_give_no_interval(seeds: int) -> None:
    [step] = steps([side("lower", [400] * seeds), side("upper", [600] * seeds)])

    assert not step.gain.known


def test_founders_who_share_no_seed_have_no_step() -> None:
    games = side("upper", [400] * 4).games
    later = Side(arm=ARM, games=tuple(msgspec.structs.replace(game, seed=game.seed + 100) for game in games))

    assert steps([side("lower", [400] * 4), later]) == ()
