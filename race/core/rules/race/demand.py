"""Users: people and firms choose among what is published, slowly, and some cannot be served.

Consumers weigh quality, price, reach and novelty, and one in twenty chooses anew in a month;
firms look harder and change faster. Serving needs compute: who has too little of it turns users
away, and part of those do not come back.
"""

from race.core.chance import Chance
from race.core.commands import Orders, SetPrice
from race.core.events import Event
from race.core.formulas.race.demand import grown_users, logit_shares, price_appeal, serving_load
from race.core.formulas.race.money import business_usd
from race.core.ids import PPM, lab_of
from race.core.world import Lab, Release, World


def win_users(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Set prices, grow the market, and let consumers and firms choose among the best releases."""
    del chance  # the luck of demand is in the releases
    for seat, price in orders.of(SetPrice):
        firm = lab_of(seat)
        if firm is not None:
            world.labs[firm].price_level = price.level
    offers = [(lab, best) for lab in world.labs.values() if (best := lab.best()) is not None]
    if not offers:
        return []
    rules, market = world.rules.race, world.market
    market.consumers_k = grown_users(rules, market.consumers_k, max(best.elo_published for _, best in offers))
    _choose_consumers(world, offers)
    _choose_firms(world, offers)
    for lab, _ in offers:
        _serve(world, lab)
        lab.novelty *= 1.0 - rules.novelty_fade
    return []


def _choose_consumers(world: World, offers: list[tuple[Lab, Release]]) -> None:
    rules = world.rules.race
    appeal = logit_shares(
        [
            rules.utility_elo * best.elo_published
            + lab.reach
            + lab.novelty
            + price_appeal(rules, lab.price_level)
            for lab, best in offers
        ]
    )
    for (lab, _), wanted in zip(offers, appeal, strict=True):
        lab.share_ppm = int((1.0 - rules.switching) * lab.share_ppm + rules.switching * wanted * PPM)
        lab.users_k = world.market.consumers_k * lab.share_ppm // PPM


def _choose_firms(world: World, offers: list[tuple[Lab, Release]]) -> None:
    rules = world.rules.race
    appeal = logit_shares(
        [
            rules.business_elo * best.elo_published
            + lab.business_reach
            + price_appeal(rules, lab.price_level)
            - rules.business_open * best.open_weights
            for lab, best in offers
        ]
    )
    for (lab, _), wanted in zip(offers, appeal, strict=True):
        kept = (1.0 - rules.business_switching) * lab.business_ppm
        lab.business_ppm = int(kept + rules.business_switching * wanted * PPM)


def _serve(world: World, lab: Lab) -> None:
    """Turn away whom the serving compute cannot bear; part of them leave for good."""
    rules = world.rules.race
    load = serving_load(rules, lab.users_k, business_usd(world.rules, lab, world.market.consumers_k))
    capacity = lab.depot.running() * (lab.split.serving / PPM)
    if load <= capacity:
        return
    served = capacity / load
    lost = 1.0 - rules.shortage_loss * (1.0 - served)
    lab.users_k = int(lab.users_k * served)
    lab.share_ppm = int(lab.share_ppm * lost)
    lab.business_ppm = int(lab.business_ppm * lost)
