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
import numpy as np
from numpy.typing import NDArray

from race.core.chance import Chance, Stream
from race.core.commands import Orders
from race.core.events import Event
from race.core.exact import exp, tanh
from race.core.formulas.owners.court import decay
from race.core.formulas.owners.crowd import (
    NEIGHBOURS,
    STORIES_A_WORD,
    Minds,
    Sellers,
    hearing,
    leaving,
    listen,
    minds_of,
    return_to,
    sellers,
    shaken,
    tickets,
    within,
)
from race.core.formulas.owners.holders import long_seats, trust_sum
from race.core.ids import PPM, Firm, week_of, weeks_of
from race.core.receipts import Account
from race.core.words import N_, Sentence
from race.core.world import Story, World

_TALK: Final = Sentence(N_("Word of mouth"))
_CONVICTION: Final = Sentence(N_("Old convictions"))
_PRICE: Final = Sentence(N_("The share price"))
_TRADE: Final = Sentence(N_("Change of owners"))
_STAKE: Final = Sentence(N_("The founder's shares find new owners"))
_NOISE: Final = Sentence(N_("The market"))
_SECTOR: Final = Sentence(N_("The sector"))
_ANGER: Final = Sentence(N_("Shares sold in anger"))


class _Hall(msgspec.Struct, kw_only=True):
    """The month's work in hand: constants, running sums of each cause, and the price."""

    minds: Minds
    rows: NDArray[np.intp]
    """Each holder's first row in the table of hearing."""
    talk: NDArray[np.int32]
    conviction: NDArray[np.int32]
    price: NDArray[np.int32]
    trade: int = 0
    opened_cents: int
    noise: int = 0
    sector: int = 0
    anger: int = 0
    longs: int
    luck: Stream
    """Luck of the market; the holders' own luck is drawn in bulk."""


class _News(msgspec.Struct, kw_only=True):
    """The month's live stories, S of them, and who hears them."""

    live: list[Story]
    heard: list[NDArray[np.bool_]]
    word: NDArray[np.int64]
    """Who knows what, four bits a story, shape (N,)."""
    effects: NDArray[np.int64]
    """Shape (S, 7), ppm."""
    loud: NDArray[np.float64]
    """Salience by week, shape (weeks, S); 0 before publication and after the last week."""
    chances: NDArray[np.uint16]
    """Shape (weeks, S, 63): see `race.core.formulas.owners.crowd.hearing`."""
    luck: dict[tuple[int, int], NDArray[np.uint16]]
    """By (plane of four stories, week), where one of them can be heard, shape (N, 4): a number a story."""
    moved: list[int]
    """Shares x trust that each story has moved."""


def move_opinion(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Let the weeks of a month pass among the owners and on the market."""
    del orders  # nobody commands an opinion
    _seat_new_shares(world)
    news, hall = _read(world, chance), _open(world, chance)
    weeks = weeks_of(world.month)
    crowd = sellers(world.rules.owners, hall.minds, weeks, chance.stream(world.month, "trade"))
    start = week_of(world.month)
    for n in range(weeks):
        _talk(world, hall)
        _hear(world, hall, news, n)
        opened = world.carmaker.price_cents
        sold = _trade(world, hall, crowd, n)
        _quote(world, hall, start + n, sold)
        _feel_price(world, hall, world.carmaker.price_cents / opened - 1.0)
    _post(world, hall, news)
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
    world.post(Firm.TESLA, Account.TRUST, trust_sum(holders) - before, _STAKE)


def _live(world: World) -> list[Story]:
    """Return the stories that holders can still hear and that would mean something to them."""
    end = week_of(world.month) + weeks_of(world.month)
    live = [story for story in world.affairs.stories if story.week < end and any(story.effect)]
    return live[-STORIES_A_WORD:]


def _open(world: World, chance: Chance) -> _Hall:
    holders = world.holders
    size = len(holders.trust)
    minds = minds_of(world.rules.owners, holders.kind, holders.neighbours)
    return _Hall(
        minds=minds,
        rows=minds.kind * (NEIGHBOURS + 1),
        talk=np.zeros(size, dtype=np.int32),
        conviction=np.zeros(size, dtype=np.int32),
        price=np.zeros(size, dtype=np.int32),
        opened_cents=world.carmaker.price_cents,
        longs=long_seats(holders),
        luck=chance.stream(world.month, "market"),
    )


def _read(world: World, chance: Chance) -> _News:
    """Open the month's news: who knows what already, and how likely the others are to hear."""
    owners, holders, live = world.rules.owners, world.holders, _live(world)
    weeks, size, start = weeks_of(world.month), len(holders.trust), week_of(world.month)
    word = np.zeros(size, dtype=np.int64)
    for place, story in enumerate(live):
        if story.id in holders.heard:
            word += holders.heard[story.id].astype(np.int64) << (4 * place)
        else:
            holders.heard[story.id] = np.zeros(size, dtype=np.bool_)
    ages = [[start + n - story.week for story in live] for n in range(weeks)]
    loud = np.array(
        [
            [
                story.salience * decay(age, owners.news_half) if 0 <= age < owners.news_weeks else 0.0
                for story, age in zip(live, row, strict=True)
            ]
            for row in ages
        ]
    )
    return _News(
        live=live,
        heard=[holders.heard[story.id] for story in live],
        word=word,
        effects=np.array([story.effect for story in live], dtype=np.int64),
        loud=loud,
        chances=hearing(owners, loud, np.array(ages) == 0) if live else np.empty((weeks, 0, 0), np.uint16),
        luck=_draw(loud, size, chance.stream(world.month, "hearing")),
        moved=[0] * len(live),
    )


def _draw(loud: NDArray[np.float64], size: int, luck: Stream) -> dict[tuple[int, int], NDArray[np.uint16]]:
    """Draw the luck of hearing for the weeks in which there is something to hear."""
    drawn = {}
    for first in range(0, loud.shape[1], 4):
        for n, week in enumerate(loud[:, first : first + 4]):
            if week.any():
                drawn[first // 4, n] = tickets(luck.bits(size))
            else:
                luck.skip(size)  # a silent week moves nobody's luck of another
    return drawn


def _talk(world: World, hall: _Hall) -> None:
    trust = world.holders.trust
    towards, back = listen(trust, hall.minds), return_to(world.holders.prior, trust, hall.minds)
    hall.talk += towards
    hall.conviction += back
    trust += towards
    trust += back


def _hear(world: World, hall: _Hall, news: _News, n: int) -> None:
    """Let the hearers of the month's week n hear."""
    audible = news.loud[n].nonzero()[0].tolist()
    if not audible:
        return
    around = np.add.reduce(news.word.take(hall.minds.neighbours, mode="clip"), axis=0)
    for place in audible:
        row = around >> (4 * place)
        row &= 15
        row += hall.rows
        hears = news.luck[place // 4, n][:, place % 4] < news.chances[n, place].take(row, mode="clip")
        hearers = (hears > news.heard[place]).nonzero()[0]
        news.heard[place][hearers] = True
        news.word[hearers] += 1 << (4 * place)
        _move(world, hall, news, (place, hearers))


def _move(world: World, hall: _Hall, news: _News, heard: tuple[int, NDArray[np.intp]]) -> None:
    """Move the trust and the priors of those who hear a story; `heard` is (place, hearers)."""
    holders, (place, hearers) = world.holders, heard
    story = news.live[place]
    effect = news.effects[place].take(hall.minds.kind.take(hearers))
    before = holders.trust.take(hearers)
    moved = shaken(world.rules.owners, effect, before, bad=min(story.effect) < 0)
    after = within(before + moved)
    holders.trust[hearers] = after
    moved *= int(story.memory * 1024)
    moved >>= 10
    moved += holders.prior.take(hearers)
    holders.prior[hearers] = within(moved)
    after -= before
    longs = hearers.searchsorted(hall.longs)
    news.moved[place] += int(holders.shares.take(hearers[:longs]).dot(after[:longs]))


def _trade(world: World, hall: _Hall, crowd: Sellers, n: int) -> int:
    """Let some sell and others take their seats; return the shares that were sold in anger."""
    holders, owners = world.holders, world.rules.owners
    week = slice(crowd.ends[n], crowd.ends[n + 1])
    seats = crowd.seats[week]
    anyway, angry = leaving(owners, holders.trust.take(seats), crowd, week)
    sold = int(holders.shares.take(seats).dot(angry))
    goes = (anyway | angry).nonzero()[0]
    seats, buyer = seats.take(goes), crowd.buyer[week].take(goes)
    change = world.carmaker.price_cents / hall.opened_cents - 1.0
    trust = within(buyer + int(PPM * owners.buyer_price * tanh(change / owners.buyer_scale)))
    longs = seats.searchsorted(hall.longs)
    hall.trade += int(holders.shares.take(seats[:longs]).dot((trust - holders.trust.take(seats))[:longs]))
    holders.trust[seats] = trust
    holders.prior[seats] = buyer
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
    owners, trust = world.rules.owners, world.holders.trust
    felt = max(-owners.price_clip, min(owners.price_clip, change))
    push = (hall.minds.table.price * (felt * PPM)).astype(np.int32).take(hall.minds.kind)
    push += trust
    felt_trust = within(push)
    hall.price += felt_trust
    hall.price -= trust
    trust[:] = felt_trust


def _post(world: World, hall: _Hall, news: _News) -> None:
    """Write the month's receipts of trust and price."""
    shares = world.holders.shares[: hall.longs]
    for steps, cause in ((hall.talk, _TALK), (hall.conviction, _CONVICTION), (hall.price, _PRICE)):
        world.post(Firm.TESLA, Account.TRUST, int(shares.dot(steps[: hall.longs])), cause)
    world.post(Firm.TESLA, Account.TRUST, hall.trade, _TRADE)
    for story, moved in zip(news.live, news.moved, strict=True):
        world.post(Firm.TESLA, Account.TRUST, moved, story.label)
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
