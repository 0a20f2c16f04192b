"""How the game is judged, as the founder makes it out: the engine's formulas on published scores."""

import pytest

from race.core.ids import Firm
from race.core.outcome import lines_of, reckoned, score_of
from race.session.heard.judged import (
    at_best,
    deciding,
    gaps_seen,
    last_year,
    made_out,
    prizes_taken,
    wanted_from_now,
)
from race.session.session import Session
from tests.builders import other_truth
from tests.ui import seats


def test_what_is_hidden_moves_nothing_of_it() -> None:
    session = seats.played(30)

    seen, other = made_out(session), made_out(other_truth(session))

    assert (other.gap, other.rank, other.frontier) == (seen.gap, seen.rank, seen.frontier)
    assert lines_of(other) == lines_of(seen)


def test_it_lies_near_the_truth_and_the_range_is_of_both_signs() -> None:
    session = seats.played(30)

    low, seen, high = (made_out(session, lean).gap for lean in (-1.0, 0.0, 1.0))

    assert low < seen < high
    assert low <= reckoned(session.position()).gap <= high


def test_after_the_ending_the_truth_is_known() -> None:
    session = seats.finished("swapper")

    assert score_of(made_out(session), session.ending) == session.score()
    assert at_best(session) == made_out(session)


def test_the_gaps_are_those_of_the_published_league() -> None:
    session = seats.played(30)

    league = {line.firm: line.elo_published for line in session.view().board.league}
    best = max(score for firm, score in league.items() if firm is not Firm.XAI)

    assert gaps_seen(session)[-1] == best - league[Firm.XAI]
    assert len(gaps_seen(session)) == session.month


def test_before_the_first_month_the_opening_is_judged() -> None:
    assert len(gaps_seen(Session("history", 3))) == 1


def test_what_is_open_is_never_less_than_what_is_there() -> None:
    for months in (0, 8, 30, 35):
        session = seats.played(months)
        now, best = (
            [line for part in lines_of(seen).values() for line in part]
            for seen in (made_out(session), at_best(session))
        )

        assert all(best_one.points >= one.points - 1e-9 for one, best_one in zip(now, best, strict=True))


def test_only_as_many_new_promises_are_open_as_there_is_time_to_keep() -> None:
    rules = seats.played(0).view().board.rules.founder
    rounds = []

    for months in (0, 30, 36 - rules.promise_least_months, 37 - rules.promise_least_months):
        session = seats.played(months)
        new = len(at_best(session).affairs.promises) - len(session.view().affairs.promises)
        rounds.append(new / rules.promises_open)

    assert rounds == [36 // rules.promise_least_months, 6 // rules.promise_least_months, 1, 0]


def test_the_months_that_decide_are_counted_and_what_is_left_must_make_up() -> None:
    session = seats.played(35)

    window = deciding(session)
    wanted = wanted_from_now(session, 15.0)

    assert (window.first, len(window.gaps), window.left) == (34, 2, 1)
    assert (sum(window.gaps) + wanted) / 3 == 15.0
    assert deciding(seats.played(30)).gaps == ()
    assert last_year(session)[1:] == (11, 1)


def test_prizes_that_the_news_told_are_taken() -> None:
    session = seats.played(30)

    true = [max(lab.milestones[prize] for lab in session.position().labs.values()) for prize in range(5)]

    assert list(prizes_taken(session)) == true
    assert any(true)


@pytest.mark.parametrize(("founder", "seed"), [("steward", 1003), ("random", 1001)])
def test_what_the_books_bring_at_the_end_was_open_in_every_month_before(founder: str, seed: int) -> None:
    session, open_then = Session("the-twelve-thousand", seed, founder), []

    while session.ending is None:
        open_then.append(
            {line.key: line.points for part in lines_of(at_best(session)).values() for line in part}
        )
        session.end_month()

    came = [line for part in lines_of(made_out(session)).values() for line in part]
    books = [line for line in came if line.key not in ("gap", "frontier")]  # published scores may err
    assert all(then[line.key] >= line.points - 0.01 for line in books for then in open_then)
