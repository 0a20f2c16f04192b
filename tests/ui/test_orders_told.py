"""Whatever the founder can order has words for the list of this month's orders."""

import pytest

from race.core import commands as c
from race.core.chance import Chance
from race.ui.present import orders
from tests.ui import seats
from tools.storm import KINDS, draw

OF_OTHERS = {
    *(c.ServeBuyers, c.Investigate, c.WriteLetter, c.DemandFiles, c.FileSuit, c.RuleOn, c.MovePeople),
    c.Answer,  # its words are those of a question that was asked
}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in OF_OTHERS])
def test_every_order_has_words(kind: type[c.Command]) -> None:
    view, luck = seats.played(8).view(), Chance(1).stream(0, "orders")
    drawn = iter(lambda: draw(view, luck), None)
    given = next(order for order in drawn if isinstance(order, kind))

    assert orders.told(given)
