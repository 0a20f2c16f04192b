"""Somebody else in the founder's seat: the same game as a bot's own, and it stops where it is told to."""

import pytest

from race.core.events import Happening
from race.core.ids import PPM, Firm, Seat
from race.session.autoplay.stops import NEAR, Sentry, Stop, leads, near_the_line
from race.session.autoplay.understudy import Understudy
from race.session.session import Session
from tests.builders import a_game


def played(session: Session, bot: str, months: int) -> Session:
    hands = Understudy(session, bot)
    for _month in range(months):
        hands.begin()
        done = hands.finish()
        assert done is not None
        session = done
    hands.leave()
    return session


@pytest.mark.parametrize("bot", ["steward", "random"])
def test_an_understudy_plays_the_game_the_bot_would_have_played(bot: str) -> None:
    own = Session("history", 3, bot)
    for _month in range(5):
        own.end_month()

    session = played(Session("history", 3), bot, 5)

    assert session.fingerprint() == own.fingerprint()
    assert session.journal.founder == "player"


def test_the_game_on_the_table_is_not_touched_while_a_month_is_played() -> None:
    session = a_game(months=2)
    before, pending = session.fingerprint(), session.pending

    hands = Understudy(session, "diverter")
    hands.begin()
    done = hands.finish()

    assert (session.fingerprint(), session.month, session.pending) == (before, 2, pending)
    assert done is not None
    assert done.month == 3


def test_nobody_plays_on_after_the_ending() -> None:
    session = a_game(months=12)
    hands = Understudy(session, "steward")

    hands.begin()

    assert session.ending is not None
    assert hands.finish() is None


def test_the_seat_can_be_taken_back_in_any_month() -> None:
    session = played(Session("history", 3), "swapper", 3)

    session.hand_to(None)
    session.end_month()

    assert Seat.FOUNDER in session.journal.months[-2].orders
    assert Seat.FOUNDER not in session.journal.months[-1].orders


def stopped_after(bot: str, stop: Stop, seed: int = 3) -> Session | None:
    session = Session("history", seed, bot)
    sentry = Sentry(session, {stop})
    while session.ending is None:
        session.end_month()
        if sentry.reasons(session) and session.ending is None:
            return session
    return None


def test_a_game_stops_when_something_comes_out() -> None:
    session = stopped_after("diverter", Stop.LEAK)

    assert session is not None
    assert any(event.kind.value == "leak" for event in session.reports[-1].events)


def test_a_game_stops_at_a_missed_date_of_autonomy() -> None:
    session = stopped_after("promiser", Stop.SETBACK)

    assert session is not None
    setbacks = (Happening.INCIDENT, Happening.SITE_STOPPED, Happening.AUTONOMY)
    news = [event for event in session.reports[-1].events if event.kind in setbacks and event.good < 0]
    assert [event for event in news if event.firm in (Firm.XAI, Firm.TESLA)]


def test_a_game_stops_when_trust_falls_near_the_line() -> None:
    session = next(filter(None, (stopped_after("promiser", Stop.LINE, seed) for seed in range(12))))

    line = session.view().board.rules.owners.theta_keep
    trust = [report.trust_ppm / PPM for report in session.reports]
    assert trust[-1] <= line + NEAR < trust[-2]
    assert near_the_line(session)


def test_a_game_stops_when_the_lab_takes_the_lead() -> None:
    found = [session for seed in range(8) if (session := stopped_after("swapper", Stop.LEAD, seed))]

    assert found
    assert all(leads(session) for session in found)
    assert all(session.reports[-2].league[0].firm is not Firm.XAI for session in found)


def test_a_game_stops_after_so_many_months_and_at_its_end() -> None:
    session = Session("the-twelve-thousand", 1, "steward")
    sentry = Sentry(session, (), most=5)

    stops = []
    while session.ending is None:
        session.end_month()
        if reasons := sentry.reasons(session):
            stops.append((session.month, reasons[0].sentence.msgid))

    assert stops == [(5, "Time passed: {time}."), (10, "Time passed: {time}."), (12, "The game is over.")]
