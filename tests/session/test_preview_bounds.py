"""Previews answer at once, whatever is asked."""

from race.core.commands import MakePromise
from race.core.ids import Subject
from race.session.preview import preview
from race.session.session import Session


def test_a_promise_for_the_end_of_time_is_previewed_at_once() -> None:
    session = Session("the-twelve-thousand", seed=3)

    seen = preview(session.view(), MakePromise(subject=Subject.CHIPS_POWERED, quantity=50_000, due=2**62))

    assert len(seen.effects) >= 4
