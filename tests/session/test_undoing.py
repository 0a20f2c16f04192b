"""Undo and redo within the month: every kind of command goes and comes back as it was."""

from race.core import commands as c
from race.core.commands import Command
from race.core.view import FounderView
from race.policy.founders.random_founder import RandomFounder
from race.policy.routine import Routine
from race.session.session import Session
from race.ui.present import orders
from tests.builders import a_game


def offered(session: Session) -> list[Command]:
    """Return one order of every kind that can be given now, and what a random founder would do."""
    kinds: dict[type[Command], Command] = {}
    view = session.view()
    assert isinstance(view, FounderView)
    wishes = RandomFounder().decide(view, session._race.luck("tests"))  # noqa: SLF001 - luck for a test
    for command in (*(order.command for order in orders.orders(session)), *wishes):
        if session.why_not(command) is None:
            kinds.setdefault(type(command), command)
    return list(kinds.values())


def test_every_kind_of_order_is_undone_and_given_again_as_it_was() -> None:
    seen: set[type[Command]] = set()
    for founder in ("swapper", "promiser"):
        session = Session("history", 3, founder)
        while session.ending is None and session.month < 14:
            session.hand_to(None)
            for command in offered(session):
                seen.add(type(command))
                before = session.view(), session.attention_left()

                session.submit(command)
                given = session.pending
                undone = session.undo()
                between = session.pending
                again = session.redo()

                assert (undone, again, between, session.pending) == (command, command, (), given)
                session.undo()
                assert (session.view(), session.attention_left()) == before
            session.hand_to(founder)
            session.end_month()

    assert len(seen) >= 20, sorted(kind.__name__ for kind in seen)


def test_undone_orders_leave_the_month_as_if_they_had_never_been_given() -> None:
    plain, tried = a_game(months=2), a_game(months=2)

    for command in offered(tried):
        tried.submit(command)
        tried.undo()
    plain.end_month()
    tried.end_month()

    assert tried.fingerprint() == plain.fingerprint()


def some_orders(session: Session) -> tuple[Command, ...]:
    given: list[Command] = []
    for command in offered(session):
        if session.why_not(command) is None:
            session.submit(command)
            given.append(command)
    return tuple(given)


def test_an_order_in_the_middle_is_taken_back_and_given_again() -> None:
    session = a_game(months=1)
    given = some_orders(session)
    assert len(given) >= 3

    lost = session.take_back(1)
    without = session.pending
    while session.redo() is not None:
        pass

    assert without == tuple(command for command in given if command != given[1] and command not in lost)
    assert sorted(map(repr, session.pending)) == sorted(map(repr, given))


def test_a_new_order_ends_what_could_be_given_again() -> None:
    session = a_game(months=1)
    given = some_orders(session)
    session.undo()

    session.submit(given[-1])

    assert session.undone == ()
    assert session.redo() is None


def test_a_sealed_month_neither_undoes_nor_redoes() -> None:
    from race.session.kept.tape import SEALED  # noqa: PLC0415 - only here

    session = a_game(months=1)
    given = some_orders(session)

    session.seal(SEALED)

    assert (session.undo(), session.redo(), session.take_back(0)) == (None, None, ())
    assert session.pending == given
    assert isinstance(given[0], c.Command)


def test_whoever_keeps_the_month_hears_of_every_change_of_its_orders() -> None:
    session, heard = a_game(), list[tuple[int, tuple[Routine, ...]]]()
    session.listener = lambda: heard.append((len(session.pending), session.standing))

    session.submit(c.SplitCompute(training=500_000, research=150_000, serving=150_000, safety=200_000))
    session.undo()
    session.redo()
    session.take_back(0)
    session.leave_to_officers([Routine.MONEY])
    session.fork().undo()

    assert heard == [(1, ()), (0, ()), (1, ()), (0, ()), (0, (Routine.MONEY,))]
