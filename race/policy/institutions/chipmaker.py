"""The chipmaker: serves first whom it likes, who pays ahead, who is large and orders what it can use.

It remembers who paid and who cancelled or traded slots (`Market.relation`, see the chip market's
law); here that memory becomes the weights of the month.
"""

from typing import Final

from race.core.chance import Stream
from race.core.commands import Command, ServeBuyers
from race.core.ids import PPM, Firm
from race.core.view import InstitutionView, View

LEAST: Final = 0.4
MOST: Final = 1.6
UNKNOWN: Final = 0.6
"""Weight of a buyer that is not liked at all; one that is liked most weighs this and `LIKING`."""
LIKING: Final = 0.8
PREPAID: Final = 0.3
"""What a book that is all paid adds."""
SIZE: Final = 0.15
"""What a buyer of everything on order adds: large customers are served first."""
GREED: Final = 0.6
"""Least care for a buyer whose book is beyond what the chipmaker takes at its word."""
TRADERS: Final = (Firm.XAI, Firm.TESLA)
"""Buyers whose slots change hands."""
SWAP_COST: Final = 0.02
"""Care lost with each swap of slots that was seen, on top of the relation."""


class ChipmakerPolicy:
    """Weigh the buyers once a month."""

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return the weights of the month."""
        del luck  # a routine
        if not isinstance(view, InstitutionView):
            message = "the chipmaker needs an institution's view"
            raise TypeError(message)
        chips = view.board.rules.chips
        taken, deposit = chips.patience * view.board.supply, int(PPM * chips.deposit)
        whole, relation = max(1, sum(view.waiting.values())), view.relation
        weights = {}
        for firm, book in view.waiting.items():
            ahead = view.prepaid[firm] - deposit
            care = UNKNOWN + LIKING * (relation[firm] if firm in relation else PPM // 2) / PPM
            care += PREPAID * (ahead / PPM if ahead > 0 else 0.0) + SIZE * book / whole
            if book > taken:  # more than it can use
                care *= max(GREED, taken / book)
            if view.swaps and firm in TRADERS:
                care *= max(0.8, 1.0 - SWAP_COST * view.swaps)
            weights[firm] = int(PPM * (LEAST if care < LEAST else min(MOST, care)))
        return (ServeBuyers(weights=weights),)
