"""The chipmaker: serves first who orders what it can use, and remembers who trades slots.

A buyer whose book is far above what the makers ship loses care, and so do the two companies whose
slots keep changing hands.
"""

from typing import Final

from race.core.chance import Stream
from race.core.commands import Command, ServeBuyers
from race.core.ids import PPM, Firm
from race.core.view import InstitutionView, View

PATIENCE: Final = 0.30
"""Book of one buyer, in months of all makers' supply, that is taken at its word."""
LEAST: Final = 0.6
SWAP_COST: Final = 0.05
"""Care lost with each swap of slots that was seen."""


class ChipmakerPolicy:
    """Weigh the buyers once a month."""

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return the weights of the month."""
        del luck  # a routine
        if not isinstance(view, InstitutionView):
            message = "the chipmaker needs an institution's view"
            raise TypeError(message)
        taken = PATIENCE * view.board.supply
        return (ServeBuyers(weights={firm: _weight(view, firm, taken) for firm in Firm}),)


def _weight(view: InstitutionView, firm: Firm, taken: float) -> int:
    care = max(LEAST, min(1.0, taken / max(1, view.waiting.get(firm, 0))))
    if firm in (Firm.XAI, Firm.TESLA):
        care *= max(0.8, 1.0 - SWAP_COST * view.swaps)
    return int(care * PPM)
