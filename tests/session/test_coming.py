"""The range of the coming month: honest, of this month's orders, and without a mark on the game."""

import pytest

from race.core.commands import PlanCarmaker
from race.core.formulas.owners.carmaker import autonomy_pace
from race.core.ids import Firm
from race.core.receipts import Account
from race.core.turn import balances_of
from race.session.forecast.coming import FUTURES, ComingMonth
from race.session.session import Session
from race.sim.race_model import RaceModel

_SHOWN = (
    (Firm.XAI, Account.CASH),
    (Firm.XAI, Account.USERS),
    (Firm.XAI, Account.VALUATION),
    (Firm.TESLA, Account.PRICE),
    (Firm.TESLA, Account.TRUST),
)


def game(months: int, seed: int = 3) -> Session:
    session = Session("history", seed, "swapper")
    for _month in range(months):
        session.end_month()
    session.hand_to(None)
    return session


def test_most_of_what_comes_lies_in_its_range() -> None:
    inside = asked = 0
    for seed in (3, 5):
        session = game(4, seed)
        for _month in range(5):
            coming = ComingMonth()
            coming.play(session, FUTURES)
            ranges = coming.ranges(session)
            assert ranges is not None
            session.end_month()
            held = balances_of(session.position())
            for firm, account in _SHOWN:
                low, high = ranges[firm, account]
                inside += low <= held[account][firm] <= high
                asked += 1

    assert inside >= 0.7 * asked  # eight in ten are meant


def test_the_programme_goes_on_at_the_pace_that_was_foretold() -> None:
    session, coming = game(6), ComingMonth()
    coming.play(session, FUTURES)
    ends = coming.pace(session)

    session.end_month()

    world = session.position()
    assert ends is not None
    assert ends[0] - 1_000 <= autonomy_pace(world.rules, world.carmaker) <= ends[1] + 1_000


def test_the_game_is_as_it_was_after_its_futures() -> None:
    session = game(6)
    mark, coming = session.fingerprint(), ComingMonth()

    coming.play(session, FUTURES)

    assert session.fingerprint() == mark
    assert session.pending == ()


def test_an_order_moves_the_range_and_so_asks_for_it_anew() -> None:
    session, coming = game(6), ComingMonth()
    order = PlanCarmaker(chip_budget=1_000_000, buy_back_usd=2_000_000_000)
    while session.why_not(order) is not None:
        session.end_month()
    coming.play(session, FUTURES)
    before = coming.ranges(session)

    session.submit(order)
    first = coming.ranges(session)
    while coming.play(session):
        pass

    after = coming.ranges(session)
    assert first is None
    assert before is not None
    assert after is not None
    assert after[Firm.TESLA, Account.CASH][1] < before[Firm.TESLA, Account.CASH][0]


def test_after_the_ending_nothing_is_expected() -> None:
    session = Session("the-twelve-thousand", 3, "steward")
    while session.ending is None:
        session.end_month()
    coming = ComingMonth()

    assert not coming.play(session)
    assert coming.ranges(session) == {}


def test_a_future_that_breaks_leaves_no_game_open(monkeypatch: pytest.MonkeyPatch) -> None:
    session, closed = game(1), 0
    close = RaceModel.close

    def counted(race: RaceModel) -> None:
        nonlocal closed
        closed += 1
        close(race)

    def breaks(_race: RaceModel) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(RaceModel, "close", counted)
    monkeypatch.setattr(RaceModel, "step", breaks)

    with pytest.raises(ZeroDivisionError):
        ComingMonth().play(session)

    assert closed == 2, "the future and the game that it was forked from"
