import numpy as np

from race.core.ids import LABS
from race.study.balance.games import Track
from race.study.balance.position import chances, first_at_end, fit, labs_seen

MONTHS = 12


def leading(lab: int, by: float) -> Track:
    """Return a game in which one lab pulls ahead of the others evenly, and stays there."""
    rows = tuple(
        tuple(1_200.0 + (by * month if place == lab else 0.0) for place in range(len(LABS)))
        for month in range(MONTHS)
    )
    return Track(
        elo=rows, truth=rows, compute=((1_000.0,) * len(LABS),) * MONTHS, trust=(0.6,) * MONTHS, leads=1
    )


GAMES = [leading(lab, by) for by in (3.0, 6.0, 9.0) for lab in range(len(LABS))]


def test_chances_of_all_labs_sum_to_one_in_every_month() -> None:
    found = fit(GAMES, [first_at_end(game) for game in GAMES], labs_seen)

    assert found is not None
    assert np.allclose(chances(found, GAMES[0], labs_seen).sum(axis=1), 1.0)


def test_a_lab_that_pulls_ahead_is_ever_more_likely_to_be_first() -> None:
    found = fit(GAMES, [first_at_end(game) for game in GAMES], labs_seen)

    assert found is not None
    own = chances(found, GAMES[2], labs_seen)[:, 2]

    assert own[0] < own[MONTHS // 2] < own[-1]
    assert own[-1] > 0.5


def test_three_games_are_too_few_to_say_anything() -> None:
    assert fit(GAMES[:3], [0, 1, 2], labs_seen) is None
