"""Standing orders run the lab's routine, and a quiet stretch passes until something asks."""

from pathlib import Path

import pytest

from race.core import commands as c
from race.core.ids import Firm, Generation, Seat, Subject
from race.policy.routine import KINDS, Routine
from race.session.asking import Asks
from race.session.replay import replay
from race.session.session import Session
from race.session.store import load, read, save
from tests.builders import a_game


def own_orders(session: Session) -> list[c.Command]:
    return [order for month in session.journal.months for order in month.orders.get(Seat.FOUNDER, ())]


def test_officers_train_release_and_order_while_the_founder_only_looks_on() -> None:
    left, alone = a_game(name="history"), a_game(name="history")
    left.leave_to_officers(list(Routine))

    for _ in range(12):
        left.end_month()
        alone.end_month()

    kinds = set(map(type, own_orders(left)))
    assert own_orders(alone) == []
    assert {c.StartRun, c.OrderChips, c.PublishRelease} <= kinds
    assert left.view().running > alone.view().running


def test_officers_cost_no_attention_and_do_what_was_foretold() -> None:
    session = a_game(name="history")
    session.leave_to_officers(list(Routine))
    whole = session.view().attention

    foretold = session.coming()
    left = session.attention_left()
    session.end_month()

    assert foretold
    assert left == whole
    assert tuple(own_orders(session)) == foretold


def test_officers_leave_alone_what_the_founder_has_ordered() -> None:
    session = a_game(name="history")
    session.leave_to_officers([Routine.TRAIN])
    own = c.StartRun(months=7)

    session.submit(own)
    session.end_month()

    assert own_orders(session) == [own]


def test_officers_order_no_chips_beside_the_founders_own() -> None:
    session = a_game(name="history", months=1)
    session.leave_to_officers([Routine.CHIPS])
    own = c.OrderChips(company=Firm.XAI, generation=Generation.H100, quantity=600)
    alone = session.coming()

    session.submit(own)
    session.end_month()

    assert any(isinstance(order, c.OrderChips) for order in alone)
    assert [order for order in own_orders(session) if isinstance(order, c.OrderChips)] == [own]


def chips_coming(session: Session, officers: set[Routine]) -> int:
    session.leave_to_officers(officers)
    return sum(order.quantity for order in session.coming() if isinstance(order, c.OrderChips))


def test_officers_who_close_rounds_book_chips_on_the_next_one_and_others_do_not() -> None:
    session, whole = a_game(name="history"), set(Routine)
    bold, quiet = [], []

    for _ in range(12):
        quiet.append(chips_coming(session, whole - {Routine.MONEY}))
        bold.append(chips_coming(session, whole))
        raised = any(isinstance(order, c.RaiseRound) for order in session.coming())
        if bold[-1] > quiet[-1] and not raised:
            return
        session.end_month()

    pytest.fail(f"nothing was booked ahead: {bold}, {quiet}")


def test_officers_break_ground_for_what_is_on_order_before_they_count_on_a_round() -> None:
    session = a_game(name="colossus")

    session.leave_to_officers(set(Routine))

    assert [order.forced for order in session.coming() if isinstance(order, c.BuildSite)] == [True]


@pytest.mark.parametrize("routine", Routine)
def test_each_standing_order_gives_its_own_kinds_only(routine: Routine) -> None:
    session = a_game(name="history")
    session.leave_to_officers([routine])

    for _ in range(6):
        session.end_month()

    assert {type(order) for order in own_orders(session)} <= set(KINDS[routine])


def test_standing_orders_are_saved_and_their_game_replays(tmp_path: Path) -> None:
    session, path = a_game(name="history"), tmp_path / "kept.diverted"
    session.leave_to_officers([Routine.CHIPS, Routine.TRAIN])
    for _ in range(4):
        session.end_month()
    save(session, path)

    again = load(path)
    again.end_month()
    session.end_month()

    assert again.standing == (Routine.TRAIN, Routine.CHIPS)
    assert again.fingerprint() == session.fingerprint()
    assert replay(read(path)) is None


def test_a_quiet_stretch_passes_until_the_meeting_is_near() -> None:
    session = a_game(name="history")
    meeting = session.view().board.setting.meetings[0]

    halt = session.run_until([Asks.MEETING])

    assert halt.reasons[0].asks is Asks.MEETING
    assert session.month == halt.months == meeting - 2


def test_a_promise_asks_two_months_before_it_falls_due_and_once() -> None:
    session = a_game(name="history")
    session.submit(c.MakePromise(subject=Subject.CHIPS_POWERED, quantity=40_000, due=6))

    first = session.run_until([Asks.PROMISE])
    month = session.month
    second = session.run_until([Asks.PROMISE])

    assert (first.months, month) == (4, 4)
    assert second.months == 2
    assert first.reasons != second.reasons


def test_a_game_that_nothing_stops_runs_to_its_ending() -> None:
    session = a_game(name="history")

    halt = session.run_until([])

    assert session.ending is not None
    assert halt.reasons[0].asks is None


def test_a_question_of_the_house_stops_a_game_that_runs() -> None:
    session = a_game(name="history")

    halt = session.run_until([Asks.QUESTION])

    waiting = [tale for tale in session.view().affairs.tales if tale.choice is None]
    assert halt.reasons[0].asks is Asks.QUESTION
    assert waiting
