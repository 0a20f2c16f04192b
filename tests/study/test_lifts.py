"""What a mechanic is worth is asked of whoever lives by it."""

import msgspec
import pytest

from race.study.balance.plan import ARCHETYPES, Spec
from race.study.balance.tally import Side, Tally
from race.study.balance.worth.lifts import Lift, lifts
from tests.study.sides import outcomes

GAMES = 40


def scored(founder: str, scores: tuple[int, ...], without: str = "") -> Side:
    """Return a side whose games, from seed 1 on, are contenders of these scores."""
    side = outcomes(*["contender"] * len(scores), founder=founder, part="mechanic" if without else "field")
    games = (
        msgspec.structs.replace(game, score=score) for game, score in zip(side.games, scores, strict=True)
    )
    return Side(arm=msgspec.structs.replace(side.arm, without=without), games=tuple(games))


def ended(founder: str, endings: list[str], without: str = "") -> Side:
    """Return a side whose games ended like this, with or without a mechanic."""
    side = outcomes(*endings, founder=founder, part="mechanic" if without else "field")
    return Side(arm=msgspec.structs.replace(side.arm, without=without), games=side.games)


def worth(stewards: int) -> Lift:
    """Return what the votes are worth when they bring the steward so many points, give or take ten."""
    gains = tuple(500 + stewards + (10 if seed % 2 else -10) for seed in range(GAMES))
    flat = (500,) * GAMES
    sides = (
        scored("steward", gains),
        scored("swapper", flat),
        scored("steward", flat, "investment"),
        scored("swapper", flat, "investment"),
    )
    return lifts(Tally(spec=Spec(), sides=sides, lost=()))[0]


def test_a_mechanic_is_felt_when_one_founder_lives_by_it_and_the_others_leave_it_alone() -> None:
    found = worth(20)

    assert (found.user, round(found.score.value)) == ("steward", 20)
    assert found.felt


@pytest.mark.parametrize("gain", [0, 12])
def test_a_mechanic_that_brings_nobody_fifteen_points_is_not_felt(gain: int) -> None:
    assert not worth(gain).felt


def test_the_more_founders_and_figures_are_looked_at_the_wider_the_interval() -> None:
    gain = worth(20).score
    error = 10 / (GAMES - 1) ** 0.5  # of a mean of gains that lie ten to either side of it

    assert round(gain.value) == 20
    assert gain.high - gain.value > 2.6 * error  # for two in one figure 2.33, for one 2.02


@pytest.mark.parametrize(("pairs", "slight"), [(400, False), (500, True)])
def test_pairs_that_never_differ_rule_out_less_the_more_founders_are_looked_at(
    pairs: int, *, slight: bool
) -> None:
    endings = ["frontier", "contender"] * (pairs // 2)
    sides = [ended(name, endings, without) for name in sorted(ARCHETYPES)[:7] for without in ("", "paid")]

    found = lifts(Tally(spec=Spec(), sides=tuple(sides), lost=()))[0]

    assert found.rate.value == 0.0
    assert (found.rate.high < 0.02, found.slight) == (slight, slight)


def test_one_pair_does_not_make_a_mechanic_felt() -> None:
    sides = ended("steward", ["frontier"]), ended("steward", ["contender"], "paid")

    found = lifts(Tally(spec=Spec(), sides=sides, lost=()))[0]

    assert (found.best.value, found.rate.value) == (1.0, 1.0)
    assert not found.felt


def test_a_mechanic_is_felt_by_whoever_wins_by_it_though_another_is_the_best() -> None:
    won, lost = ["frontier"] * GAMES, ["contender"] * GAMES
    half = [*won[: GAMES // 2], *lost[: GAMES // 2]]
    sides = [
        ended("opportunist", half),
        ended("swapper", won),
        ended("opportunist", lost, "paid"),
        ended("swapper", won, "paid"),
    ]

    found = lifts(Tally(spec=Spec(), sides=tuple(sides), lost=()))[0]

    assert (found.best.value, found.winner, found.rate.value) == (0.0, "opportunist", 0.5)
    assert found.felt
