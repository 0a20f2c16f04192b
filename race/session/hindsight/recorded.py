"""A founder who orders again what was ordered, month by month, without some of it."""

from collections.abc import Collection

from msgspec.structs import replace

from race.core.chance import Stream
from race.core.commands import CallVote, CancelOrder, Command, DelaySite, Divert, DivertThing, PlugLeak, Speak
from race.core.ids import Firm
from race.core.view import FounderView, View
from race.policy.routine import OFFICERS, obey
from race.session.hindsight.past import Given, Past, found_again
from race.sim.cast import style_of

Place = tuple[int, int]
"""One order: the month's place since the opening, and the order's place in that month."""


class Recorded:
    """Order as in a game that was played, except for what is left out.

    An order about something that is not there this time is dropped; the judge refuses what cannot be.
    Beyond the months that were played the lab's officers run it, as they do in the war room's futures.
    """

    def __init__(self, past: Past, left_out: Collection[Place] = ()) -> None:
        """Take the game and the orders to leave out."""
        self._past = past
        self._left_out = frozenset(left_out)
        self._style = style_of(past.scenario.means[Firm.XAI])

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return the month's recorded orders, put to what is there now; beyond them the officers'."""
        if not isinstance(view, FounderView):
            message = "a founder needs the founder's view"
            raise TypeError(message)
        month = view.board.month - self._past.first
        if month >= len(self._past.orders):
            return obey(view, OFFICERS, (), self._style, luck)
        orders = self._past.orders[month]
        wishes = [_again(view, given) for place, given in enumerate(orders) if self._given(month, place)]
        return tuple([wish for wish in wishes if wish is not None])

    def _given(self, month: int, place: int) -> bool:
        return (month, place) not in self._left_out


def _again(view: FounderView, given: Given) -> Command | None:
    if not given.key:
        return given.command
    key = None if given.mark is None else found_again(view, given.mark, given.key)
    return None if key is None else _about(view, given.command, key)


def _about(view: FounderView, command: Command, key: int) -> Command:
    """Return the order with another id, and for no more than is there."""
    match command:
        case Divert() | CallVote():
            return replace(command, source=key, quantity=min(command.quantity, _there(view, key)))
        case CancelOrder():
            return replace(command, line=key, quantity=min(command.quantity, _there(view, key)))
        case Speak() | PlugLeak():
            return replace(command, act=key)
        case DelaySite():
            return replace(command, site=key)
        case DivertThing():
            return replace(command, quantity=key)
        case _:
            return command


def _there(view: FounderView, key: int) -> int:
    """Return the H100e of a line or a batch."""
    for line in view.lines:
        if line.id == key:
            return line.quantity
    for batch in (*view.own.depot.batches, *view.carmaker.depot.batches):
        if batch.id == key:
            return batch.quantity
    return 0
