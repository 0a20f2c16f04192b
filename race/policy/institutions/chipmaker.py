"""The chipmaker: serves first whom it likes, who pays ahead, who is large and orders what it can use.

It remembers who paid and who cancelled or traded slots (`Market.relation`, see the chip market's
law); here that memory becomes the weights of the month.
"""

from typing import Final

from race.core.chance import Stream
from race.core.commands import Command, ServeBuyers
from race.core.ids import PPM, Firm
from race.core.view import InstitutionView, View

TRADERS: Final = (Firm.XAI, Firm.TESLA)
"""Buyers whose slots change hands."""


class ChipmakerPolicy:
    """Weigh the buyers once a month."""

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return the weights of the month."""
        del luck  # a routine
        if not isinstance(view, InstitutionView):
            message = "the chipmaker needs an institution's view"
            raise TypeError(message)
        chips, buyers = view.board.rules.chips, view.board.rules.buyers
        taken, deposit = chips.patience * view.board.supply, int(PPM * chips.deposit)
        whole, relation = max(1, sum(view.waiting.values())), view.relation
        weights = {}
        for firm, book in view.waiting.items():
            ahead = view.prepaid[firm] - deposit
            care = buyers.unknown + buyers.liking * (relation[firm] if firm in relation else PPM // 2) / PPM
            care += buyers.prepaid * (ahead / PPM if ahead > 0 else 0.0) + buyers.size * book / whole
            if book > taken:  # more than it can use
                care *= max(buyers.doubt, taken / book)
            if view.swaps and firm in TRADERS:
                care *= max(buyers.swap_least, 1.0 - buyers.swap_cost * view.swaps)
            weights[firm] = int(PPM * (buyers.least if care < buyers.least else min(buyers.most, care)))
        return (ServeBuyers(weights=weights),)
