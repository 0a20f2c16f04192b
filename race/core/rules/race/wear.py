"""Wear: chips fail, a few each month, and what has failed is scrapped.

Running chips fail faster than those in a warehouse, old ones faster than new ones. Wear adds up
from month to month, and a whole chip goes when there is enough of it: of the lab's or company's own
chips before those it owes, the oldest first.
"""

from typing import Final

from race.core.chance import Chance
from race.core.commands import Orders
from race.core.events import Event
from race.core.formulas.race.chips import wear_of
from race.core.ids import FIRMS, PPM
from race.core.receipts import Account
from race.core.words import N_, Sentence
from race.core.world import Depot, World

_CHIPS: Final = Account.CHIPS

_OWED: Final = 1 << 20
"""Months that put owed chips behind all of the company's own."""
_LAST: Final = 1 << 30
_FAILED = Sentence(N_("Failed and scrapped"))


def wear_out(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Let every company's chips wear, and scrap those that fail."""
    del orders, chance  # so many chips fail by the law of large numbers
    if not world.rules.switches.ageing:
        return []
    for firm in FIRMS:
        depot = world.depot_of(firm)
        worn = depot.worn + wear_of(world.rules.chips, depot.batches, world.month)
        failed = min(worn // PPM, depot.chips())
        depot.worn = worn - failed * PPM
        if failed:
            _scrap(depot, failed)
            world.market.chips_scrapped += failed
            world.post(firm, _CHIPS, -failed, _FAILED)
    return []


def _scrap(depot: Depot, failed: int) -> None:
    """Take failed chips away, the company's own and oldest first."""
    while failed:
        oldest, first = depot.batches[0], _LAST
        for batch in depot.batches:
            born = batch.born
            place = (batch.arrived if born is None else born) + (0 if batch.act is None else _OWED)
            if place < first or (place == first and batch.id < oldest.id):
                oldest, first = batch, place
        gone = min(failed, oldest.quantity)
        oldest.quantity -= gone
        failed -= gone
        if not oldest.quantity:
            depot.batches.remove(oldest)
