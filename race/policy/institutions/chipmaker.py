"""The chipmaker: serves first whom it likes, who pays ahead, who is large and orders what it can use.

It remembers who paid and who cancelled or traded slots (`Market.relation`, see the chip market's
law); here that memory becomes the weights of the month.
"""

from typing import Final

from race.core.chance import Stream
from race.core.commands import Command, ServeBuyers
from race.core.ids import FIRMS, PPM, Firm
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
        taken = view.board.rules.chips.patience * view.board.supply
        whole = max(1, sum(view.waiting.values()))
        return (ServeBuyers(weights={firm: _weight(view, firm, taken, whole) for firm in FIRMS}),)


def _weight(view: InstitutionView, firm: Firm, taken: float, whole: int) -> int:
    book = view.waiting.get(firm, 0)
    deposit = int(PPM * view.board.rules.chips.deposit)
    ahead = max(0, view.prepaid.get(firm, 0) - deposit) / PPM
    care = UNKNOWN + LIKING * view.relation.get(firm, PPM // 2) / PPM
    care += PREPAID * ahead + SIZE * book / whole
    care *= max(GREED, min(1.0, taken / max(1, book)))
    if firm in (Firm.XAI, Firm.TESLA):
        care *= max(0.8, 1.0 - SWAP_COST * view.swaps)
    return int(PPM * max(LEAST, min(MOST, care)))
