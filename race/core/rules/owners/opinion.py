"""The owners' opinion, a week at a time: talk, old convictions, news, trade and the share price.

Each week everybody steps towards the neighbours it still listens to and back towards its prior.
News is heard at once by the attentive, later or from neighbours by the others; bad news weighs with
doubters, good news with believers, and part of it is never forgotten.
Some sell, more of them when they have lost trust, and the buyer takes the seat with its own mind.
The price moves by chance, with its sector, on news and on shares sold in anger, and moves trust.
Every change of trust and price is posted by its cause.
"""

from typing import Final

import msgspec

from race.core.chance import Chance, Stream
from race.core.commands import Orders
from race.core.events import Event
from race.core.exact import exp, tanh
from race.core.formulas.owners.compiled import gather
from race.core.formulas.owners.holders import long_seats, trust_sum
from race.core.formulas.owners.week import Crowd
from race.core.ids import PPM, Firm, week_of, weeks_of
from race.core.receipts import Account
from race.core.words import N_, Sentence
from race.core.world import Story, World

_STORIES: Final = 15
"""Stories that a crowd follows at a time."""
_TALK: Final = Sentence(N_("Word of mouth"))
_CONVICTION: Final = Sentence(N_("Old convictions"))
_PRICE: Final = Sentence(N_("The share price"))
_TRADE: Final = Sentence(N_("Change of owners"))
_RETIRED: Final = Sentence(N_("Shares that were bought back"))
_STAKE: Final = Sentence(N_("The founder's shares find new owners"))
_NOISE: Final = Sentence(N_("The market"))
_SECTOR: Final = Sentence(N_("The sector"))
_ANGER: Final = Sentence(N_("Shares sold in anger"))


class _Hall(msgspec.Struct, kw_only=True):
    """The month's work in hand: the crowd, running sums of each cause, and the price."""

    crowd: Crowd
    talk: int = 0
    conviction: int = 0
    price: int = 0
    trade: int = 0
    opened_cents: int
    noise: int = 0
    sector: int = 0
    anger: int = 0
    luck: Stream
    """Luck of the market."""


def move_opinion(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Let the weeks of a month pass among the owners and on the market."""
    del orders  # nobody commands an opinion
    _seat_new_shares(world)
    hall = _open(world, chance)
    start = week_of(world.month)
    for n in range(weeks_of(world.month)):
        opened = world.carmaker.price_cents
        sold = _live_on(world, hall, n)
        _quote(world, hall, start + n, sold)
        _feel_price(world, hall, world.carmaker.price_cents / opened - 1.0)
    _post(world, hall)
    _forget(world)
    return []


def _seat_new_shares(world: World) -> None:
    """Hand what the founder sold to the owners in proportion; shorts are sold twice and count twice."""
    holders, carmaker = world.holders, world.carmaker
    seats = long_seats(holders)
    held = holders.shares[:seats]
    whole = int(held.sum())
    others = carmaker.shares - carmaker.shares * carmaker.stake_ppm // PPM
    new = others - int(holders.shares[seats:].sum()) - whole
    if new == 0:
        return
    before = trust_sum(holders)
    held += held * ((abs(new) << 20) // whole) // (1 << 20) * (1 if new > 0 else -1)
    held[int(held.argmax())] += whole + new - int(held.sum())
    world.post(Firm.TESLA, Account.TRUST, trust_sum(holders) - before, _STAKE if new > 0 else _RETIRED)


def _live(world: World) -> list[Story]:
    """Return the stories that holders can still hear and that would mean something to them."""
    end = week_of(world.month) + weeks_of(world.month)
    live = [story for story in world.affairs.stories if story.week < end and any(story.effect)]
    return live[-_STORIES:]


def _open(world: World, chance: Chance) -> _Hall:
    """Open the month: who the holders are, what is talked about."""
    crowd = gather(world.rules.owners, world.holders, world.month, chance)
    crowd.follow(_live(world), week_of(world.month))
    return _Hall(
        crowd=crowd,
        opened_cents=world.carmaker.price_cents,
        luck=chance.stream(world.month, "market"),
    )


def _live_on(world: World, hall: _Hall, n: int) -> int:
    """Let the month's week n pass among the owners; return the shares that were sold in anger."""
    owners = world.rules.owners
    change = world.carmaker.price_cents / hall.opened_cents - 1.0
    drift = int(PPM * owners.buyer_price * tanh(change / owners.buyer_scale))
    talk, conviction, sold, trade = hall.crowd.pass_week(n, drift)
    hall.talk += talk
    hall.conviction += conviction
    hall.trade += trade
    return sold


def _quote(world: World, hall: _Hall, week: int, sold: int) -> None:
    """Move the price by the market, the sector, this week's news and the shares sold in anger."""
    carmaker, owners = world.carmaker, world.rules.owners
    noise = int(PPM * (exp(hall.luck.normal(0.0, owners.price_noise)) - 1.0))
    hall.noise += _shift(world, noise)
    hall.sector += _shift(world, carmaker.sector_change_ppm // weeks_of(world.month))
    for story in world.affairs.stories:
        if story.week == week and story.price_ppm:
            world.post(Firm.TESLA, Account.PRICE, _shift(world, story.price_ppm), story.label)
    hall.anger += _shift(world, -int(PPM * owners.price_anger * sold / carmaker.shares))


def _shift(world: World, change_ppm: int) -> int:
    """Change the price by a part of itself and return the change in cents; it stays positive."""
    before = world.carmaker.price_cents
    world.carmaker.price_cents = max(1, before + (before * change_ppm + PPM // 2) // PPM)
    return world.carmaker.price_cents - before


def _feel_price(world: World, hall: _Hall, change: float) -> None:
    """Let the week's return move trust, kind by kind."""
    clip = world.rules.owners.price_clip
    hall.price += hall.crowd.feel(max(-clip, min(clip, change)))


def _post(world: World, hall: _Hall) -> None:
    """Write the month's receipts of trust and price."""
    for amount, cause in (
        (hall.talk, _TALK),
        (hall.conviction, _CONVICTION),
        (hall.price, _PRICE),
        (hall.trade, _TRADE),
    ):
        world.post(Firm.TESLA, Account.TRUST, amount, cause)
    for tale, moved in zip(hall.crowd.tales, hall.crowd.moved(), strict=True):
        world.post(Firm.TESLA, Account.TRUST, moved, tale.story.label)
    for amount, cause in ((hall.noise, _NOISE), (hall.sector, _SECTOR), (hall.anger, _ANGER)):
        world.post(Firm.TESLA, Account.PRICE, amount, cause)


def _forget(world: World) -> None:
    """Drop the stories that nobody will hear any more."""
    end = week_of(world.month + 1)
    affairs, heard = world.affairs, world.holders.heard
    affairs.stories = [story for story in affairs.stories if story.week + world.rules.owners.news_weeks > end]
    alive = {story.id for story in affairs.stories}
    for story in [story for story in heard if story not in alive]:
        del heard[story]
