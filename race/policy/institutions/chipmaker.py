"""The chipmaker: serves first whom it likes, who pays ahead, who is large and orders what it can use.

It remembers who paid and who cancelled or traded slots (`Market.relation`, see the chip market's
law); here that memory becomes the weights of the month.
"""

from typing import Final

import msgspec

from race.core.chance import Stream
from race.core.commands import Command, ServeBuyers
from race.core.ids import PPM, Firm
from race.core.view import InstitutionView, View

TRADERS: Final = (Firm.XAI, Firm.TESLA)
"""Buyers whose slots change hands."""


class Weighing(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """How a buyer comes to its weight: parts that are added, factors on their sum, the bounds."""

    liking: float
    """What the chipmaker's memory of the buyer gives, 1.0 is the usual care; so the next two."""
    prepaid: float
    size: float
    doubt: float
    """Factor of a book beyond what it takes at its word, 1.0 for none."""
    swaps: float
    """Factor of slots that were seen to change hands, 1.0 for none."""
    weight: int
    """What comes out, within the bounds, ppm of the usual care."""


def weigh(view: InstitutionView, firm: Firm) -> Weighing:
    """Return how the chipmaker weighs a buyer in the coming month, on its own view of the position."""
    chips, buyers = view.board.rules.chips, view.board.rules.buyers
    book, relation = view.waiting[firm], view.relation
    taken, deposit = chips.patience * view.board.supply, int(PPM * chips.deposit)
    ahead, whole = view.prepaid[firm] - deposit, max(1, sum(view.waiting.values()))
    liking = buyers.liking * (relation[firm] if firm in relation else PPM // 2) / PPM
    prepaid, size = buyers.prepaid * (ahead / PPM if ahead > 0 else 0.0), buyers.size * book / whole
    doubt = max(buyers.doubt, taken / book) if book > taken else 1.0  # more than it can use
    trades = view.swaps and firm in TRADERS
    swaps = max(buyers.swap_least, 1.0 - buyers.swap_cost * view.swaps) if trades else 1.0
    care = (buyers.unknown + liking + (prepaid + size)) * doubt * swaps
    weight = int(PPM * (buyers.least if care < buyers.least else min(buyers.most, care)))
    return Weighing(liking=liking, prepaid=prepaid, size=size, doubt=doubt, swaps=swaps, weight=weight)


class ChipmakerPolicy:
    """Weigh the buyers once a month."""

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return the weights of the month."""
        del luck  # a routine
        if not isinstance(view, InstitutionView):
            message = "the chipmaker needs an institution's view"
            raise TypeError(message)
        return (ServeBuyers(weights={firm: weigh(view, firm).weight for firm in view.waiting}),)
