"""A learner's hand: the policy at its seat, which orders what the learner has chosen."""

from collections.abc import Sequence
from typing import Any

from numpy.typing import NDArray

from race.core.chance import Stream
from race.core.commands import Command
from race.core.legality import refusal
from race.core.view import LabView, View
from race.env.actions import orders_of
from race.policy.founders.legal import legal
from race.speech import speak


class Hand:
    """Order what the learner has chosen for the month, and nothing before it chooses."""

    orders: tuple[Command, ...] = ()

    def take(self, view: LabView, action: Sequence[int] | NDArray[Any]) -> list[tuple[str, str]]:
        """Hold the orders of an action as far as they are legal; return the others, each with the reason."""
        wanted = orders_of(view, action)
        self.orders = given = legal(view, wanted)
        refused = [(order, refusal(view, given, order)) for order in wanted if order not in given]
        return [(type(order).__name__, speak(why) if why is not None else "") for order, why in refused]

    def executed(self) -> list[str]:
        """Return the kinds of the orders it holds."""
        return [type(order).__name__ for order in self.orders]

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return this month's orders."""
        del view, luck
        return self.orders
