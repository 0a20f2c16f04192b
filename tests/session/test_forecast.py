"""The war room's futures: the same luck with and without, nothing foretold, what is shown was simulated."""

from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from typing import Any

import pytest
from typing_extensions import override

from race.core.commands import Command, CourtHolders, Divert, RentCloud
from race.core.formulas.owners.evidence import leak_ppm
from race.core.ids import PPM, Kind, Terms
from race.policy.routine import Routine, kept_by_hand
from race.session.beside import crew
from race.session.forecast.outlook import LEAK, outlook, paired
from race.session.forecast.paths import FLEET, GAP, TRUST, play_draws
from race.session.forecast.position import position_of
from race.session.forecast.running import Forecast, Known
from race.session.session import Session
from tests.inline import Idle, Inline


@pytest.fixture
def session() -> Session:
    found = Session("the-twelve-thousand", 3, "swapper")
    for _month in range(5):
        found.end_month()
    found.hand_to(None)
    return found


def a_move(session: Session) -> Divert:
    lines = [line for line in session.view().lines if line.payer == "tesla" and line.quantity > 0]
    moves = [Divert(source=line.id, quantity=line.quantity, terms=Terms.SWAP) for line in lines]
    return next(move for move in moves if session.why_not(move) is None)


def with_secrets() -> Session:
    """Return a game in which something is taken that nobody has written of."""
    found = Session("the-twelve-thousand", 3, "diverter")
    while all(act.published is not None for act in found.view().affairs.acts):
        found.end_month()
    found.hand_to(None)
    return found


def test_the_same_orders_on_the_same_luck_change_nothing(session: Session) -> None:
    pairs = play_draws(position_of(session), ((), ()), 3, range(3))

    assert all(ours == theirs for ours, theirs in pairs)


def test_every_future_has_luck_of_its_own_and_none_is_the_one_that_comes(session: Session) -> None:
    pairs = play_draws(position_of(session), ((),), 1, range(6))

    session.end_month()
    trusts = [paths[0].tracks[TRUST][1] for paths in pairs]
    assert len(set(trusts)) == len(trusts)
    assert float(session.reports[-1].trust_ppm) not in trusts


def test_every_future_starts_from_what_the_founder_sees(session: Session) -> None:
    league = {line.firm: line.elo_published for line in session.view().board.league}
    rivals = max(score for firm, score in league.items() if firm != "xai")

    path = play_draws(position_of(session), ((),), 1, range(1))[0][0]

    assert path.tracks[TRUST][0] == session.reports[-1].trust_ppm
    assert path.tracks[GAP][0] == pytest.approx(league.get(session.view().firm, 0.0) - rivals)


def test_what_was_set_by_hand_stands_in_the_months_that_officers_run(session: Session) -> None:
    rented = session.view().own.depot.rented
    more = RentCloud(quantity=rented + 10_000)

    ((ours, theirs),) = play_draws(position_of(session), ((more,), ()), 4, range(1), kept_by_hand((more,)))

    beyond = [path[0] - path[1] for path in zip(ours.tracks[FLEET], theirs.tracks[FLEET], strict=True)]
    assert beyond[0] == 0
    assert min(beyond[1:]) > 9_000


def test_what_was_set_by_hand_does_not_stand_where_the_officers_set_it_in_the_game(session: Session) -> None:
    more = RentCloud(quantity=session.view().own.depot.rented + 10_000)
    ((kept,),) = play_draws(position_of(session), ((more,),), 4, range(1), kept_by_hand((more,)))

    session.leave_to_officers([Routine.RENT])
    ((left,),) = play_draws(position_of(session), ((more,),), 4, range(1), kept_by_hand((more,)))

    assert kept.tracks[FLEET][1] == left.tracks[FLEET][1]
    assert left.tracks[FLEET][-1] < kept.tracks[FLEET][-1]


def test_a_forecast_leaves_the_game_as_it_was(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "open_crew", Inline)
    move = a_move(session)
    before = session.fingerprint()

    Forecast(session, [(move,), ()], 2, 2).finish()

    assert session.fingerprint() == before
    assert session.pending == ()


def test_the_chance_that_is_shown_is_the_one_that_is_drawn() -> None:
    session = with_secrets()
    view = session.view()
    secrets = [act for act in view.affairs.acts if act.published is None]
    stays = 1.0
    for act in secrets:
        stays *= 1.0 - leak_ppm(view.board.rules, act, view.affairs) / PPM
    draws = 400

    seen = outlook(session.month, 1, play_draws(position_of(session), ((),), 1, range(draws)))

    assert secrets
    assert seen is not None
    spread = 4.0 * (stays * (1.0 - stays) / draws) ** 0.5
    assert seen.odds[LEAK].shares[0] == pytest.approx(1.0 - stays, abs=max(spread, 0.01))


def test_chances_and_bands_are_counted_from_the_futures_that_were_played(session: Session) -> None:
    pairs = play_draws(position_of(session), ((a_move(session),), ()), 4, range(8))

    seen = outlook(session.month, 4, pairs)

    assert seen is not None
    assert seen.odds[LEAK].shares == tuple(sum(pair[k].leaked for pair in pairs) / 8 for k in (0, 1))
    differences = [ours.tracks[GAP][4] - theirs.tracks[GAP][4] for ours, theirs in pairs]
    assert seen.changes[GAP].mean == pytest.approx(sum(differences) / 8)
    ends = [ours.tracks[GAP][4] for ours, _theirs in pairs]
    low, high = seen.fans[0][GAP].wide[4]
    assert min(ends) <= low <= high <= max(ends)


def test_one_finished_future_is_certain_of_nothing(session: Session) -> None:
    pairs = play_draws(position_of(session), ((a_move(session),), ()), 4, range(1))

    seen = outlook(session.month, 4, pairs)

    assert seen is not None
    assert any(change.mean for change in seen.changes.values())
    assert not any(change.sure or change.known for change in seen.changes.values())


@pytest.mark.parametrize(("futures", "sure"), [(5, False), (6, True)])
def test_differences_that_are_all_alike_are_certain_only_in_enough_futures(
    futures: int, *, sure: bool
) -> None:
    change = paired([0.1 + 0.2, *[0.3] * (futures - 1)])

    assert change.mean == pytest.approx(0.3)
    assert (change.known, change.sure) == (sure, sure)


def test_processes_play_the_same_futures_as_this_one(session: Session) -> None:
    plans = ((a_move(session),), ())

    there = Forecast(session, plans, 2, 3).finish()

    assert there == outlook(session.month, 2, play_draws(position_of(session), plans, 2, range(3)))


def test_a_forecast_can_be_looked_at_while_it_grows_and_given_up(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    idle = Idle()
    monkeypatch.setattr(crew, "open_crew", lambda: idle)
    forecast = Forecast(session, [()], 1, 3)

    nothing = forecast.look()
    idle.play()
    some = forecast.look()
    forecast.cancel()
    idle.play()

    assert nothing is None
    assert some is not None
    assert some.futures == 1 == forecast.played
    assert not forecast.running


def test_processes_that_die_after_a_forecast_was_given_up_ask_for_nothing(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Dead(Inline):
        @override
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
            found: Future[Any] = Future()
            found.set_exception(BrokenProcessPool())
            return found

    idle = Idle()
    monkeypatch.setattr(crew, "open_crew", Dead)
    monkeypatch.setattr(crew, "without_processes", lambda: idle)
    forecast = Forecast(session, [()], 1, 3)

    forecast.cancel()

    assert forecast.look() is None
    assert idle.asked == []


def test_a_crew_that_cannot_start_is_replaced_by_a_thread(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> Inline:
        raise OSError

    monkeypatch.setattr(crew, "open_crew", refuse)

    seen = Forecast(session, [()], 1, 2).finish()

    assert seen is not None
    assert seen.futures == 2


def test_what_two_orders_have_in_common_is_played_once(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[tuple[Command, ...], ...]] = []

    class Counting(Inline):
        @override
        def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Any:
            asked.append(args[1])
            return super().submit(fn, *args, **kwargs)

    monkeypatch.setattr(crew, "open_crew", Counting)
    swap, talk, rent = (a_move(session),), (CourtHolders(kind=Kind.FANS),), (RentCloud(quantity=9_000),)
    known = Known()

    seen = [Forecast(session, (plan, ()), 2, 2, known).finish() for plan in (swap, talk, swap, rent)]

    assert asked == [(swap, ())] * 2 + [(talk,)] * 2 + [(rent, ())] * 2  # what rents keeps the rest from it
    alone = [Forecast(session, (plan, ()), 2, 2).finish() for plan in (swap, talk, swap, rent)]
    assert seen == alone


def test_what_a_process_is_at_when_a_forecast_is_given_up_is_taken_over_by_the_next(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    idle, known, swap = Idle(), Known(), (a_move(session),)
    monkeypatch.setattr(crew, "open_crew", lambda: idle)
    monkeypatch.setattr(crew, "hands", lambda: 1)
    before = Forecast(session, [()], 2, 4, known)
    idle.begin()
    before.cancel()
    idle.asked.clear()

    after = Forecast(session, (swap, ()), 2, 4, known)
    asked = len(idle.asked)
    while idle.asked or idle.begun:
        idle.play()

    assert asked == 4  # once without the order in common, thrice with both
    assert after.played == 4
    assert not after.running
    assert after.look() == Forecast(session, (swap, ()), 2, 4, known).look()
    monkeypatch.setattr(crew, "open_crew", Inline)
    assert after.look() == Forecast(session, (swap, ()), 2, 4).finish()


@pytest.mark.parametrize("failure", [BrokenProcessPool, ValueError])
def test_what_was_taken_over_and_fails_is_asked_for_anew(
    session: Session, monkeypatch: pytest.MonkeyPatch, failure: type[Exception]
) -> None:
    idle, known = Idle(), Known()
    monkeypatch.setattr(crew, "open_crew", lambda: idle)
    before = Forecast(session, [()], 1, 2, known)
    idle.begin()
    before.cancel()
    after = Forecast(session, [()], 1, 2, known)
    monkeypatch.setattr(crew, "open_crew", Inline)
    after._opened = Inline  # noqa: SLF001 - whom it asks from now on

    idle.begun[0][0].set_exception(failure())

    assert after.finish() == Forecast(session, [()], 1, 2).finish() is not None


def test_what_is_known_of_one_month_is_not_told_of_the_next(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "open_crew", Inline)
    known = Known()
    before = Forecast(session, [()], 2, 2, known).finish()

    session.end_month()
    after = Forecast(session, [()], 2, 2, known).finish()

    assert after == Forecast(session, [()], 2, 2).finish() != before


def test_a_server_of_processes_that_dies_while_they_start_is_replaced_by_a_thread(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die() -> Inline:
        raise EOFError

    monkeypatch.setattr(crew, "open_crew", die)
    monkeypatch.setattr(crew, "without_processes", Inline)

    assert Forecast(session, [()], 1, 2).look() is not None
