"""The owners' opinion, a week at a time: talk, old convictions, news, trade and the share price.

Every other week everybody steps towards the neighbours it still listens to and back towards its prior.
News is heard at once by the attentive, later or from neighbours by the others; bad news weighs with
doubters, good news with believers, and part of it is never forgotten.
Some sell, more of them when they have lost trust, and the buyer takes the seat with its own mind.
The price moves by chance, with its sector, on news and on shares sold in anger, and moves trust.
Every change of trust and price is posted by its cause.
"""

from functools import lru_cache
from typing import Final

from race.core.chance import Chance
from race.core.commands import Orders
from race.core.events import Event
from race.core.exact import exp
from race.core.formulas.owners.compiled import gather
from race.core.formulas.owners.holders import long_seats, total_of, trust_sum
from race.core.formulas.owners.week import Market, Month
from race.core.ids import PPM, WEEKS_IN_MONTH, Firm, week_of, weeks_of
from race.core.receipts import Account
from race.core.words import N_, Sentence
from race.core.world import Story, World

_TESLA: Final = Firm.TESLA
_TRUST: Final = Account.TRUST
_PRICES: Final = Account.PRICE
_LONGEST: Final = max(WEEKS_IN_MONTH)
_TALK: Final = Sentence(N_("Word of mouth"))
_CONVICTION: Final = Sentence(N_("Old convictions"))
_PRICE: Final = Sentence(N_("The share price"))
_TRADE: Final = Sentence(N_("Change of owners"))
_RETIRED: Final = Sentence(N_("Shares that were bought back"))
_STAKE: Final = Sentence(N_("The founder's shares find new owners"))
_NOISE: Final = Sentence(N_("Luck of the market"))
_SECTOR: Final = Sentence(N_("The sector"))
_ANGER: Final = Sentence(N_("Shares sold in anger"))
WEATHER: Final = (_TALK, _CONVICTION, _PRICE, _TRADE)
"""Causes of trust that nobody chose."""
_MARKET: Final = (_NOISE, _SECTOR, _ANGER)
"""Causes of the price beside the news."""


def move_opinion(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Let the weeks of a month pass among the owners and on the market."""
    del orders  # nobody commands an opinion
    _seat_new_shares(world)
    start = week_of(world.month)
    end = start + weeks_of(world.month)
    stories, news = _live(world, end), _news(world, start, end)
    crowd = gather(world.rules.owners, world.holders, world.month, chance)
    if stories:
        crowd.follow(stories)
    month = crowd.pass_month(_market(world, news, start, chance))
    world.carmaker.price_cents = month.price
    _post(world, stories, news, month)
    _forget(world, end)
    return []


def _seat_new_shares(world: World) -> None:
    """Hand what the founder sold to the owners in proportion; shorts are sold twice and count twice."""
    holders, carmaker = world.holders, world.carmaker
    others = carmaker.shares - carmaker.shares * carmaker.stake_ppm // PPM
    new = others - total_of(holders.shares)
    if new == 0:
        return
    before = trust_sum(holders)
    holders.shares = holders.shares.copy()
    held = holders.shares[: long_seats(holders)]
    whole = int(held.sum())
    held += held * ((abs(new) << 20) // whole) // (1 << 20) * (1 if new > 0 else -1)
    held[int(held.argmax())] += whole + new - int(held.sum())
    world.post(Firm.TESLA, Account.TRUST, trust_sum(holders) - before, _STAKE if new > 0 else _RETIRED)


def _live(world: World, end: int) -> list[Story]:
    """Return the stories that holders can hear before a week, and that would mean something to them."""
    live = [story for story in world.affairs.stories if story.week < end and any(story.effect)]
    return live[-world.rules.owners.stories_most :]


def _news(world: World, start: int, end: int) -> list[Story]:
    """Return the stories that move the price from a week on until another."""
    return [story for story in world.affairs.stories if start <= story.week < end and story.price_ppm]


def _market(world: World, news: list[Story], start: int, chance: Chance) -> Market:
    """Return what moves the price in the month from a week on: its luck, the sector, the month's news."""
    carmaker, noise = world.carmaker, world.rules.owners.price_noise
    luck = chance.stream(world.month, "market")
    return Market(
        price=carmaker.price_cents,
        noise=_noise(noise, luck.normals(_LONGEST)),
        sector=carmaker.sector_change_ppm // weeks_of(world.month),
        news=[(story.week - start, story.price_ppm) for story in news],
        shares=carmaker.shares,
    )


def _noise(spread: float, luck: list[float]) -> tuple[int, ...]:
    """Return what each week's luck, one of 2,048 strata, moves the price, ppm."""
    known = _known_noise(spread)
    try:
        return tuple([known[z] for z in luck])
    except KeyError:
        known.update({z: int(PPM * (exp(spread * z) - 1.0)) for z in luck})
        return tuple([known[z] for z in luck])


@lru_cache(maxsize=8)
def _known_noise(spread: float) -> dict[float, int]:
    """Return the noise that was asked for so far, by its luck."""
    del spread  # each has its own
    return {}


def _post(world: World, stories: list[Story], news: list[Story], month: Month) -> None:
    """Write the month's receipts of trust and price."""
    if not world.writes:
        return
    if news:
        world.post_all(_TESLA, _PRICES, month.news, [story.label for story in news])
    weather = month.talk, month.conviction, month.felt, month.trade
    world.post_all(_TESLA, _TRUST, weather, WEATHER)
    world.post_all(_TESLA, _TRUST, month.stories, [story.label for story in stories])
    world.post_all(_TESLA, _PRICES, (month.noise, month.sector, month.anger), _MARKET)


def _forget(world: World, end: int) -> None:
    """Drop the stories that nobody will hear any more from a week on."""
    affairs, heard = world.affairs, world.holders.heard
    kept = [story for story in affairs.stories if story.week + world.rules.owners.news_weeks > end]
    if len(kept) == len(affairs.stories):
        return
    affairs.stories = kept
    alive = {story.id for story in kept}
    for story in [story for story in heard if story not in alive]:
        del heard[story]
