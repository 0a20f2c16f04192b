"""Users: people and firms choose among what is published, slowly, and some cannot be served.

Consumers weigh quality, price, reach and novelty, and one in thirty chooses anew in a month;
firms look harder and change faster. Serving needs compute: who has too little of it turns users
away, and part of those do not come back.
"""

from math import fsum
from operator import add, mul
from typing import Final

from race.core.chance import Chance
from race.core.commands import Orders, SetPrice
from race.core.events import Event
from race.core.formulas.race.demand import ease_of_use, grown_users, logit_shares, price_appeal, serving_load
from race.core.formulas.race.money import business_part, business_spending
from race.core.ids import PPM, lab_of
from race.core.receipts import Account, Receipt
from race.core.words import N_, Sentence
from race.core.world import Lab, Release, World

_USERS: Final = Account.USERS
_GROWTH: Final = Sentence(N_("More people use such services"))
_QUALITY: Final = Sentence(N_("Quality, against what others offer"))
_PRICE: Final = Sentence(N_("Price, against what others ask"))
_NOVELTY: Final = Sentence(N_("Talk about a new release"))
_HABIT: Final = Sentence(N_("Reach, and habits that wear off"))
_TURNED: Final = Sentence(N_("Turned away or served again, as compute allows"))


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
    prices = [price_appeal(world.rules.race, lab.price_level) for lab, _ in offers]
    _choose_consumers(world, offers, prices)
    if world.rules.switches.business:
        _choose_firms(world, offers, prices)
    kept, serving = 1.0 - world.rules.race.novelty_fade, world.rules.switches.serving
    spending = business_spending(world.rules, world.market.consumers_k)
    for lab, _ in offers:
        if serving:
            _serve(world, lab, spending)
        lab.novelty *= kept
    return []


def _choose_consumers(world: World, offers: list[tuple[Lab, Release]], prices: list[float]) -> None:
    """Let the market grow and part of it choose anew; post each lab's change of users by cause."""
    rules, market, before = world.rules.race, world.market, world.market.consumers_k
    frontier = max([best.elo_published for _, best in offers])
    ease = ease_of_use(rules, [lab for lab, _ in offers], before)
    now = market.consumers_k = grown_users(rules, before, frontier, ease)
    features = _features(world, offers, prices)
    appeal = [lab.reach for lab, _ in offers]
    for _, values in features:
        appeal = list(map(add, appeal, values))
    wanted = logit_shares(appeal)
    stay, chosen = 1.0 - rules.switching, [rules.switching * part for part in wanted]
    # what a feature wins or loses: its distance from what the average choice offers, times those who choose
    pulls = []
    if world.writes:
        pulls = [(cause, values, fsum(map(mul, wanted, values))) for cause, values in features]
    for k, (lab, _) in enumerate(offers):
        share = int(stay * lab.share_ppm + chosen[k] * PPM)
        users = now * share // PPM
        if world.writes:
            came = now * chosen[k]
            moved = [(int(came * (values[k] - usual)), cause) for cause, values, usual in pulls]
            _write(world, lab, now * lab.share_ppm // PPM - before * lab.share_ppm // PPM, moved, users)
        lab.share_ppm, lab.users_k, lab.turned_k = share, users, 0


def _write(world: World, lab: Lab, grown: int, moved: list[tuple[int, Sentence]], users_k: int) -> None:
    """Write what each cause does to a lab's users, thousands; habit is what none of the others explains."""
    rest, receipts = users_k - lab.users_k, world.receipts
    for part, cause in ((grown, _GROWTH), (lab.turned_k, _TURNED), *moved):
        if part:
            receipts.append(Receipt(lab.firm, _USERS, part, cause))
            rest -= part
    if rest:
        receipts.append(Receipt(lab.firm, _USERS, rest, _HABIT))


def _features(
    world: World, offers: list[tuple[Lab, Release]], price: list[float]
) -> list[tuple[Sentence, list[float]]]:
    """Return what consumers weigh beside reach, utility units by offer; what is nothing is left out."""
    rules = world.rules.race
    quality = [rules.utility_elo * best.elo_published for _, best in offers]
    novelty = [lab.novelty for lab, _ in offers] if world.rules.switches.novelty else []
    features = [(_QUALITY, quality), (_PRICE, price), (_NOVELTY, novelty)]
    return [(cause, values) for cause, values in features if any(values)]


def _choose_firms(world: World, offers: list[tuple[Lab, Release]], prices: list[float]) -> None:
    rules = world.rules.race
    appeal = logit_shares(
        [
            rules.business_elo * best.elo_published
            + lab.business_reach
            + price
            - rules.business_open * best.open_weights
            for (lab, best), price in zip(offers, prices, strict=True)
        ]
    )
    for (lab, _), wanted in zip(offers, appeal, strict=True):
        kept = (1.0 - rules.business_switching) * lab.business_ppm
        lab.business_ppm = int(kept + rules.business_switching * wanted * PPM)


def _serve(world: World, lab: Lab, spending: int) -> None:
    """Turn away whom the serving compute cannot bear; part of them leave for good.

    `spending` is what all firms pay for such services in the month, whole dollars.
    """
    rules, consumers = world.rules.race, world.market.consumers_k
    load = serving_load(rules, lab.users_k, business_part(world.rules.money, spending, lab))
    capacity = lab.depot.running() * (lab.split.serving / PPM)
    if load <= capacity:
        return
    wanted, served = lab.users_k, capacity / load
    lost = 1.0 - rules.shortage_loss * (1.0 - served)
    lab.users_k = int(wanted * served)
    lab.share_ppm = int(lab.share_ppm * lost)
    lab.business_ppm = int(lab.business_ppm * lost)
    lab.turned_k = max(0, consumers * lab.share_ppm // PPM - lab.users_k)
    world.post(lab.firm, Account.USERS, lab.users_k - wanted, _TURNED)
