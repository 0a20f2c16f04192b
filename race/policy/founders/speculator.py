"""The speculator: everything on credit, for chips that the next round is to pay.

Whatever banks lend on chips and shares is taken, and deposits are paid for as many chips as they buy.
While the lab is worth more each month this goes well; when a delivery falls due that no round and no
loan covers, it is over. No archetype: the rest of the lab is run as everybody's.
"""

from collections.abc import Iterator
from typing import Final

from race.core import commands as c
from race.core.chance import Stream
from race.core.formulas.house.stake import pledge_room
from race.core.formulas.race.loans import loan_room
from race.core.view import FounderView, View
from race.policy.founders.legal import legal
from race.policy.lab_management import manage_lab
from race.policy.style import Style

PART: Final = 0.9
"""Part of the cash that goes into deposits when chips are booked."""
_SURE: Final = (c.Borrow, c.OrderChips, c.CancelOrder)
"""What the usual management would do more carefully."""


class Speculator:
    """Book on credit, borrow on all there is, cancel nothing."""

    def __init__(self, style: Style) -> None:
        """Take the style of the lab's management."""
        self.style = style

    def decide(self, view: View, luck: Stream) -> tuple[c.Command, ...]:
        """Return this month's orders."""
        if not isinstance(view, FounderView):
            message = "a founder needs the founder's view"
            raise TypeError(message)
        routine = [wish for wish in manage_lab(view, self.style, luck) if not isinstance(wish, _SURE)]
        return legal(view, [*_credit(view), *routine])


def _credit(view: FounderView) -> Iterator[c.Command]:
    """Yield the round, the loans and the chips that deposits can be paid for."""
    board, own = view.board, view.own
    yield c.RaiseRound()
    room = loan_room(board.rules.money, own, board.chip_price_usd)
    if room > 0:
        yield c.Borrow(amount_usd=room)
    if shares := pledge_room(board.rules, view.carmaker):
        yield c.PledgeStake(shares_ppm=shares)
    deposit = board.coming_price_usd * board.rules.chips.deposit
    chips = min(board.supply, int(PART * max(0, own.cash_usd) / max(1.0, deposit)))
    if chips > 0:
        yield c.OrderChips(company=view.firm, generation=board.generation, quantity=chips)
