"""Wear: chips fail, a few each month, and what has failed is scrapped.

Running chips fail faster than those in a warehouse, old ones faster than new ones. Wear adds up
from month to month, and a whole chip goes when there is enough of it: of the lab's or company's own
chips before those it owes, the oldest first.
"""

from typing import Final

from race.core.chance import Chance
from race.core.commands import Orders
from race.core.events import Event
from race.core.formulas.race.chips import scrapped, wear_of
from race.core.ids import FIRMS, PPM
from race.core.receipts import Account
from race.core.words import N_, Sentence
from race.core.world import Depot, World

_CHIPS: Final = Account.CHIPS
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
    """Take failed chips away."""
    for batch, gone in scrapped(depot.batches, failed):
        batch.quantity -= gone
        if not batch.quantity:
            depot.batches.remove(batch)
