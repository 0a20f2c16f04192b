"""Whatever is asked for, the session answers with a sentence or plays it; it never breaks."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from race.session.preview import preview
from race.session.session import Session
from race.session.soundness import is_sound
from tests.builders import a_game
from tests.strategies import COMMANDS, FOREIGN, aimed

NOT_YOURS = "This is not a founder's or a lab's to decide."


def order(session: Session, data: st.DataObject) -> None:
    command = aimed(session.view(), data.draw(COMMANDS))
    if session.why_not(command) is None:
        session.submit(command)


def ask(session: Session, data: st.DataObject) -> None:
    seen = preview(session.view(), aimed(session.view(), data.draw(COMMANDS)))
    assert {effect.good for effect in seen.effects} <= {-1, 0, 1}


def end(session: Session, data: st.DataObject) -> None:
    del data
    if session.ending is None:
        session.end_month()


DEEDS = st.sampled_from(
    (
        *[order] * 4,
        *[end] * 2,
        ask,
        lambda session, _data: session.undo(),
        lambda session, _data: session.redo(),
        lambda session, _data: session.fork(),
    )
)
Deed = Callable[[Session, st.DataObject], object]


def play_recklessly(session: Session, data: st.DataObject, deeds: list[Deed]) -> None:
    for deed in deeds:
        deed(session, data)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(data=st.data(), seed=st.integers(0, 2**63 - 1), deeds=st.lists(DEEDS, min_size=4, max_size=20))
def test_no_row_of_orders_breaks_a_game(data: st.DataObject, seed: int, deeds: list[Deed]) -> None:
    session = a_game(seed=seed)
    try:
        play_recklessly(session, data, deeds)

        assert is_sound(session.position())
        assert all(balance.adds_up for report in session.reports for balance in report.balances)
        assert session.attention_left() >= 0
    finally:
        session.close()


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_a_game_in_progress_takes_reckless_orders_too(data: st.DataObject) -> None:
    session = a_game(months=5, founder="diverter", seed=data.draw(st.integers(0, 40)))
    session.hand_to(None)
    try:
        play_recklessly(session, data, [order, order, order, order, end] * 3)

        assert is_sound(session.position())
    finally:
        session.close()


@given(data=st.data())
@settings(max_examples=20, deadline=None)
def test_nobody_gives_an_institutions_command(data: st.DataObject) -> None:
    session = a_game()

    reason = session.why_not(data.draw(FOREIGN))

    assert reason is not None
    assert reason.msgid == NOT_YOURS
