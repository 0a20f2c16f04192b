"""How futures end that reach the end of the game: counted as they were played, and without hidden truth."""

from functools import cache

import pytest
from msgspec.structs import replace

from race.core.chance import Chance
from race.core.ids import WON, Firm
from race.core.outcome import true_gap
from race.session.forecast.outlook import GOAL, Outlook, outlook
from race.session.forecast.paths import Pair, play_draws
from race.session.forecast.position import position_of
from race.session.session import Session
from race.sim.unpublished import redraw
from tests.builders import other_truth

FUTURES = 6


@cache
def late(left: int = 2) -> Session:
    """Return a game with so many months left; order nothing in it."""
    found = Session("history", 3, "swapper")
    while found.scenario.file.months - found.month > left:
        found.end_month()
    found.hand_to(None)
    return found


def played(session: Session, months: int, plans: int = 1) -> list[Pair]:
    return play_draws(position_of(session), ((),) * plans, months, range(FUTURES))


def seen(session: Session, months: int, plans: int = 1) -> Outlook:
    found = outlook(session.month, months, played(session, months, plans))
    assert found is not None
    return found


def test_endings_are_counted_over_the_futures_that_were_played() -> None:
    pairs, told = played(late(), 2, 2), seen(late(), 2, 2)

    for plan in (0, 1):
        ends = [pair[plan].ending for pair in pairs]
        assert None not in ends
        assert told.endings[plan] == {ending: ends.count(ending) for ending in set(ends)}


def test_the_chance_of_the_goal_is_the_count_of_won_endings() -> None:
    told = seen(late(), 2)

    assert sum(told.endings[0].get(ending, 0) for ending in WON) == told.odds[GOAL].shares[0] * FUTURES


def test_futures_that_stop_before_the_end_count_no_endings() -> None:
    assert seen(late(), 1).endings == ({},)


@pytest.mark.parametrize(("left", "months"), [(1, 1), (2, 2), (27, 4)])
def test_what_nobody_has_published_shows_in_no_future(left: int, months: int) -> None:
    session = late(left)

    assert played(other_truth(session), months) == played(session, months)


def test_scores_that_do_not_err_leave_the_past_as_it_was() -> None:
    world = late().position().copy()
    for lab in world.labs.values():  # as if every score were the truth
        lab.releases = [replace(each, elo_true=each.elo_published) for each in lab.releases]
    released = max(each.month for lab in world.labs.values() for each in lab.releases)

    redraw(world, 0.0, Chance(1).stream(0, "test"))

    assert len(world.gaps) == world.month
    assert world.gaps[-1] == pytest.approx(true_gap(world))
    assert len(set(world.gaps[released - 1 :])) == 1
    assert len(set(world.gaps)) > 1


def test_the_true_quality_is_drawn_around_the_published_score() -> None:
    shifts = []
    for seed in range(40):
        world = late().position().copy()
        redraw(world, 10.0, Chance(seed).stream(0, "test"))
        shifts += [each.elo_true - each.elo_published for each in world.labs[Firm.XAI].releases[:1]]

    assert -5.0 < sum(shifts) / len(shifts) < 5.0
    assert 5.0 < max(shifts) < 40.0
