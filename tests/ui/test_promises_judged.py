"""An open promise is said to be on track as the books of today carry it to its date, no further."""

from functools import cache

import pytest

from race.core.formulas.owners.carmaker import milestone_month
from race.core.ids import Subject
from race.core.world import Promise
from race.session.session import Session
from race.ui.present import owners
from race.ui.present.rooms.word import word
from tests.ui import seats


def with_milestone(due: int) -> Session:
    """Return a game after nine months in which the next milestone of autonomy is promised by a date."""
    game = seats.played(9, "idle").fork()
    world = game.position().copy()
    reached = world.carmaker.autonomy_reached
    world.affairs.promises[:] = [
        Promise(id=9_999, made=1, subject=Subject.AUTONOMY, quantity=reached + 1, due=due, claim=0.5)
    ]
    game.resume(world, game.journal, game.reports)
    return game


@cache
def with_late_lines() -> Session:
    """Return a promiser's game a month before a date, with lines that are late; order nothing in it."""
    session = Session("history", seed=8, founder="promiser")
    while session.month < 33:
        session.end_month()
    session.hand_to(None)
    return session


@pytest.mark.parametrize(("early", "status"), [(0, "On track"), (1, "At risk")])
def test_a_milestone_is_on_track_when_todays_pace_reaches_it_by_its_date(early: int, status: str) -> None:
    view = seats.played(9, "idle").view()
    reached = view.carmaker.autonomy_reached + 1
    at = milestone_month(view.board.rules, view.carmaker, view.board.month, reached)
    assert at is not None

    game = with_milestone(at - early)

    assert [line.status for line in owners.promises(game)] == [status]


def test_what_is_late_and_can_only_come_in_the_month_of_the_date_is_not_counted() -> None:
    session = with_late_lines()
    opened = [promise for promise in session.view().affairs.promises if promise.kept is None]
    assert [(one.subject, one.due) for one in opened if one.due == 34] == [(Subject.CHIPS_POWERED, 34)]

    line = next(line for line in owners.promises(session) if line.month == 34)
    told = " ".join(said.words for said in word(session).tables()[0].lines[0].opened)

    assert line.status == "At risk"
    assert "not installed by then" in told


def test_of_many_promises_on_track_a_month_ahead_most_are_kept() -> None:
    said, kept = [], []
    for seed in range(6):
        session, near = Session("history", seed, "promiser"), set[int]()
        while session.ending is None:
            lines, given = owners.promises(session), session.view().affairs.promises
            track = {(line.month, line.text) for line in lines if line.state == "track"}
            near |= {
                one.id
                for one in given
                if one.due == session.month + 1
                if (one.due, owners.promised_words(one.subject, one.quantity)) in track
            }
            session.end_month()
        judged = [one for one in session.view().affairs.promises if one.id in near]
        said += judged
        kept += [one for one in judged if one.kept]

    assert len(said) > 8
    assert len(kept) / len(said) > 0.8  # what is left is a few chips that fail in the last month
