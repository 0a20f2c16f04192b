"""January 2024: the queue is eight months long, and money buys a better place in it."""

import pytest

from race.core.commands import OrderChips
from race.core.ids import Firm, Generation
from race.session.session import Refused, Session
from tests.builders import changed

PLAIN = OrderChips(company=Firm.XAI, generation=Generation.H100, quantity=3_000)
PAID = OrderChips(company=Firm.XAI, generation=Generation.H100, quantity=3_000, prepaid=900_000)


def test_who_pays_everything_at_booking_is_served_months_before_who_pays_a_deposit() -> None:
    game = Session("history", seed=7)
    game.submit(PLAIN)
    game.submit(PAID)

    game.end_month()

    plain, paid = [line for line in game.view().lines if line.payer is Firm.XAI and line.booked == 1]
    assert plain.due - paid.due >= 2
    assert plain.deposit_usd * 9 < paid.deposit_usd
    assert paid.deposit_usd == paid.quantity * paid.unit_price_usd


def test_where_nobody_pays_ahead_nobody_may() -> None:
    game = Session(changed(switches={"prepayment": 0}), seed=7)

    with pytest.raises(Refused, match="switched off"):
        game.submit(PAID)

    assert game.why_not(PLAIN) is None
