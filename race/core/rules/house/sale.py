"""The sale of the lab: to a rival by handshake, to the carmaker by a vote of its owners; then it is over.

A rival pays in its own shares, what investors think the lab is worth less something, and takes over
its loans. The carmaker pays the whole worth, in shares too, but its owners are asked at their next
meeting, and the larger the price is beside their company the more trust it takes.
"""

from race.core.chance import Chance
from race.core.commands import Orders, SellLab
from race.core.events import Event, Happening
from race.core.formulas.house.sale import first_of, offer_usd
from race.core.ids import Ballot, Firm
from race.core.words import N_, Name, Sentence, month, usd
from race.core.world import World


def sell_lab(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Close the sales that are ordered, and put a sale to the carmaker on its owners' agenda."""
    del chance  # a price is agreed, not drawn
    return [_sell(world, wish.buyer) for _, wish in orders.of(SellLab)]


def _sell(world: World, buyer: Firm) -> Event:
    lab = world.labs[Firm.XAI]
    price = offer_usd(world.rules, lab, first_of(world.labs), buyer)
    if buyer is Firm.TESLA:
        return _ask(world, price)
    world.labs[buyer].loans += lab.loans
    lab.loans = []
    lab.sold, lab.sells_equity, lab.buyer, lab.sold_usd = True, False, buyer, price
    return Event(
        kind=Happening.SOLD,
        firm=Firm.XAI,
        numbers={"price": price},
        sentence=Sentence(
            N_("{firm} is sold to {buyer} for {price} in shares."),
            {"firm": Name(Firm.XAI), "buyer": Name(buyer), "price": usd(price)},
        ),
    )


def _ask(world: World, price: int) -> Event:
    world.affairs.agenda[Ballot.MERGER] = price
    due = next((at for at in world.setting.meetings if at >= world.month), world.setting.months)
    return Event(
        kind=Happening.VOTE_CALLED,
        firm=Firm.TESLA,
        numbers={"amount_usd": price, "month": due},
        sentence=Sentence(
            N_("The founder asks the owners' meeting of {due} to buy {firm} for {price} in shares."),
            {"due": month(due), "firm": Name(Firm.XAI), "price": usd(price)},
        ),
    )
