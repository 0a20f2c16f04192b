"""What an order is said to weigh in the queue is what its line weighs there: its buyer, and what is paid."""

import pytest

from race.core.commands import OrderChips
from race.core.formulas.race.queue import line_rank
from race.core.ids import PPM, Firm
from race.session.preview import preview
from race.session.session import Session
from tests.builders import changed
from tests.stories.played import played

LABEL = "Weight in the queue (usual: 100 %)"


def order(session: Session, prepaid: int) -> OrderChips:
    generation = session.view().board.generation
    return OrderChips(company=Firm.XAI, generation=generation, quantity=2_000, prepaid=prepaid)


def said(session: Session, prepaid: int) -> float:
    effects = preview(session.view(), order(session, prepaid)).effects
    return next(effect.value.value for effect in effects if effect.label == LABEL)


@pytest.mark.parametrize("prepaid", [0, 200_000, 400_000])
def test_a_line_weighs_what_its_order_was_said_to(prepaid: int) -> None:
    game = played(Session("history", seed=7))
    known, regard = {line.id for line in game.view().lines}, game.view().regard

    after = played(game, order(game, prepaid))

    line = next(line for line in after.view().lines if line.id not in known and line.payer is Firm.XAI)
    paid = line.deposit_usd / (line.quantity * line.unit_price_usd)
    assert said(game, prepaid) == line_rank(game.view().board.rules, regard, paid)
    assert (said(game, prepaid) > regard) is (prepaid > 0)


def test_without_prepayment_an_order_weighs_what_its_buyer_does() -> None:
    game = played(Session(changed(switches={"prepayment": 0}), seed=7))

    assert said(game, 400_000) == game.view().regard < 2 * PPM
