"""The chipmaker: serves first whom it likes, who pays ahead, who is large and orders what it can use.

It remembers who paid and who cancelled or traded slots (`Market.relation`, see the chip market's
law); here that memory becomes the weights of the month.
"""

from race.core.chance import Stream
from race.core.commands import Command, ServeBuyers
from race.core.formulas.race.queue import Buyer, Weighing, weigh_buyer
from race.core.ids import OWN_FIRMS, PPM, Firm
from race.core.view import InstitutionView, View


def weigh(view: InstitutionView, firm: Firm) -> Weighing:
    """Return how the chipmaker weighs a buyer in the coming month, on its own view of the position."""
    relation = view.relation
    return weigh_buyer(
        view.board.rules,
        Buyer(
            book=view.waiting[firm],
            whole=max(1, sum(view.waiting.values())),
            supply=view.board.supply,
            relation=relation[firm] if firm in relation else PPM // 2,
            prepaid=view.prepaid[firm],
            swaps=view.swaps if firm in OWN_FIRMS else 0,  # nobody else's slots change hands
        ),
    )


class ChipmakerPolicy:
    """Weigh the buyers once a month."""

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return the weights of the month."""
        del luck  # a routine
        if not isinstance(view, InstitutionView):
            message = "the chipmaker needs an institution's view"
            raise TypeError(message)
        return (ServeBuyers(weights={firm: weigh(view, firm).weight for firm in view.waiting}),)
