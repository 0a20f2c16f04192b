"""Previews answer at once, whatever is asked."""

import pytest

from race.core.commands import Command, ExtendRun, LendChips, MakePromise, OrderChips, StartRun
from race.core.ids import Firm, Generation, Subject
from race.session.preview import preview
from race.session.session import Session

NEVER = 2**62


@pytest.mark.parametrize(
    "absurd",
    [
        MakePromise(subject=Subject.CHIPS_POWERED, quantity=50_000, due=NEVER),
        LendChips(quantity=5_000, months=NEVER),
        StartRun(months=NEVER),
        ExtendRun(months=NEVER),
        OrderChips(company=Firm.XAI, generation=Generation.H100, quantity=NEVER, not_before=NEVER),
    ],
    ids=lambda command: type(command).__name__,
)
def test_the_end_of_time_is_previewed_at_once(absurd: Command) -> None:
    session = Session("the-twelve-thousand", seed=3)
    session.submit(StartRun(months=3))
    session.end_month()

    seen = preview(session.view(), absurd, (absurd, StartRun(months=2)))

    assert len(seen.effects) >= 3
