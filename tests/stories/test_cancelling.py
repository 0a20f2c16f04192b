"""March 2024: waits are falling, and a lab thinks better of what it has booked."""

import pytest

from race.core.commands import CancelOrder, OrderChips
from race.core.ids import Firm, Generation
from race.core.world import OrderLine
from race.session.preview import preview
from race.session.session import Refused, Session
from tests.builders import changed

BOOKED = OrderChips(company=Firm.XAI, generation=Generation.H100, quantity=4_000)


def ordered(game: Session) -> OrderLine:
    """Book a line in January and wait until March."""
    game.submit(BOOKED)
    game.end_month()
    game.end_month()
    return next(line for line in game.view().lines if line.payer is Firm.XAI and line.booked == 1)


def test_a_cancelled_line_costs_half_its_deposit_and_some_goodwill() -> None:
    kept, dropped = Session("history", seed=7), Session("history", seed=7)
    line = ordered(kept)
    ordered(dropped)
    order = CancelOrder(line=line.id, quantity=line.quantity)
    said = {effect.label: effect.value.value for effect in preview(dropped.view(), order).effects}
    dropped.submit(order)

    kept.end_month()
    dropped.end_month()

    back = dropped.view().own.cash_usd - kept.view().own.cash_usd
    assert back == line.deposit_usd - line.deposit_usd // 2 == said["Given back"]
    assert said["Lost"] == line.deposit_usd // 2
    assert said["Not due any more"] == line.quantity * line.unit_price_usd - line.deposit_usd
    assert line.id not in {other.id for other in dropped.view().lines}
    assert dropped.position().market.relation[Firm.XAI] < kept.position().market.relation[Firm.XAI]


def test_who_cancels_is_promised_later_months_by_a_chipmaker_that_remembers() -> None:
    game = Session("history", seed=7)
    line = ordered(game)
    before = game.view().regard
    game.submit(CancelOrder(line=line.id, quantity=line.quantity))

    game.end_month()
    game.end_month()

    assert game.view().regard < before


def test_where_orders_are_final_they_stand() -> None:
    game = Session(changed(switches={"cancelling": 0}), seed=7)
    line = ordered(game)

    with pytest.raises(Refused, match="switched off"):
        game.submit(CancelOrder(line=line.id, quantity=1))
