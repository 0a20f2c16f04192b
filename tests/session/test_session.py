"""A session: orders are judged as they are given, can be taken back, and a fork is another game."""

from pathlib import Path

import pytest

from race.core import commands as c
from race.core.chance import Stream
from race.core.fingerprint import fingerprint
from race.core.ids import Seat, Terms
from race.core.view import View
from race.core.words import PlainError
from race.policy.policy import Policy
from race.policy.registry import SIMPLE
from race.session.session import Refused, Session
from race.sim.race_model import RaceModel
from tests.builders import a_game, a_source, scenario


def a_swap(session: Session) -> c.Divert:
    return c.Divert(source=a_source(session).id, quantity=500, terms=Terms.SWAP)


def test_an_order_stands_until_it_is_undone_and_comes_back_by_redo() -> None:
    session = a_game()
    order = a_swap(session)

    session.submit(order)
    spent = session.attention_left()
    session.undo()
    taken_back = session.pending
    session.redo()

    assert (taken_back, session.pending) == ((), (order,))
    assert session.attention_left() == spent


def test_a_new_order_forgets_what_was_undone() -> None:
    session = a_game()
    session.submit(c.StartRun(months=2))
    session.undo()

    session.submit(a_swap(session))

    assert session.redo() is None


def test_undo_changes_the_month_as_if_nothing_had_been_ordered() -> None:
    session, other = a_game(), a_game()
    session.submit(a_swap(session))
    session.undo()

    session.end_month()
    other.end_month()

    assert session.fingerprint() == other.fingerprint()


def test_an_order_changes_the_month() -> None:
    session, other = a_game(), a_game()
    session.submit(a_swap(session))

    session.end_month()
    other.end_month()

    assert "chips" in session.fingerprint().differing(other.fingerprint())


def test_what_is_refused_is_not_ordered() -> None:
    session = a_game()

    with pytest.raises(Refused):
        session.submit(c.Divert(source=a_source(session).id, quantity=10**9, terms=Terms.SWAP))

    assert session.pending == ()


def test_attention_runs_out_within_a_month_and_comes_back_with_the_next() -> None:
    session = a_game()
    whole = session.attention_left()
    while session.why_not(a_swap(session)) is None:
        session.submit(a_swap(session))

    session.end_month()

    assert session.attention_left() == whole


def test_a_finished_game_takes_no_order_and_no_month() -> None:
    session = a_game()
    session.hand_to("idle")
    while session.ending is None:
        session.end_month()

    with pytest.raises(Refused, match="over"):
        session.end_month()
    with pytest.raises(Refused, match="over"):
        session.submit(c.RaiseRound())


def test_a_fork_does_not_touch_the_game_it_comes_from() -> None:
    session = a_game(months=2)
    session.submit(c.StartRun(months=2))
    before = session.fingerprint(), len(session.reports), len(session.journal.months), session.pending

    fork = session.fork()
    fork.submit(a_swap(fork))
    fork.end_month()
    fork.hand_to("diverter")
    fork.end_month()

    assert (
        session.fingerprint(),
        len(session.reports),
        len(session.journal.months),
        session.pending,
    ) == before


def test_a_fork_goes_on_as_the_game_it_comes_from_would() -> None:
    session = a_game(months=2)
    session.submit(a_swap(session))

    fork = session.fork()
    fork.end_month()
    session.end_month()

    assert fork.fingerprint() == session.fingerprint()


def test_a_fork_of_a_bots_game_that_a_player_took_over_is_the_players() -> None:
    session = a_game(months=2, founder="diverter")
    session.hand_to(None)

    fork = session.fork()
    fork.submit(a_swap(fork))
    fork.end_month()

    assert fork.journal.months[-1].orders[Seat.FOUNDER] == (a_swap(session),)
    assert session.pending == ()


def test_a_fork_of_a_game_in_a_bots_hands_stays_in_them() -> None:
    session = a_game()
    session.hand_to("diverter")

    fork = session.fork()
    fork.end_month()
    session.end_month()

    assert fork.fingerprint() == session.fingerprint()


def test_a_players_session_and_a_bots_play_the_same_month_on_the_same_orders() -> None:
    by_bot = a_game(months=1, founder="diverter")
    by_hand = a_game()
    for order in by_bot.journal.months[0].orders[Seat.FOUNDER]:
        by_hand.submit(order)

    by_hand.end_month()

    assert by_hand.fingerprint() == by_bot.fingerprint()


def test_the_report_keeps_the_secrets_of_others() -> None:
    session = a_game(months=6, founder="diverter")

    told = {event.known_to for report in session.reports for event in report.events}

    assert told <= {None, Seat.FOUNDER}


@pytest.mark.parametrize("seed", [-1, 2**63])
def test_a_seed_out_of_bounds_is_refused(seed: int) -> None:
    with pytest.raises(PlainError) as caught:
        Session(scenario(), seed)

    assert caught.value.code == 2


class Watched:
    """Let a policy decide, and hold the fingerprint of the world against the one before."""

    def __init__(self, policy: Policy, race: RaceModel) -> None:
        """Watch a policy's hands on a race."""
        self.policy, self.race = policy, race
        self.written: list[int] = []

    def decide(self, view: View, luck: Stream) -> tuple[c.Command, ...]:
        """Decide as the policy does, and note the month when the world moved."""
        before = fingerprint(self.race.world)
        wishes = self.policy.decide(view, luck)
        if fingerprint(self.race.world) != before:
            self.written.append(self.race.world.month)
        return wishes


@pytest.mark.parametrize("founder", SIMPLE)
def test_no_policy_writes_the_world(founder: str) -> None:
    race = RaceModel(scenario("the-twelve-thousand"), founder, seed=5, collect=False)
    watched = {seat: Watched(agent.policy, race) for seat, agent in race.seats.items()}
    for seat, agent in race.seats.items():
        agent.policy = watched[seat]

    while race.world.ending is None:
        race.step()

    assert {seat: one.written for seat, one in watched.items() if one.written} == {}


def test_a_scenario_is_named_by_a_path_too(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(Session("history", 1).scenario.text, encoding="utf-8")

    assert (
        fingerprint(Session(mine, 1).position()).parts == fingerprint(Session("history", 1).position()).parts
    )
