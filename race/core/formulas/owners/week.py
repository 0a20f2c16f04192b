"""A month's crowd in hand: what its weeks do to everybody at once, on whole arrays.

Talk, news, seats that change hands, the price and what is felt of it: each moves trust (and priors) in
place and tells the long holders' shares x trust that it moved.
`race.core.formulas.owners.compiled` does the same holder by holder, with the same bits.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from struct import Struct
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from race.core.chance import Chance
from race.core.formulas.owners.crowd import (
    NEIGHBOURS,
    ONCE,
    ONCE_BITS,
    SCALE,
    SCALE_BITS,
    Ears,
    Longs,
    Minds,
    ears_for,
    listen,
    minds_of,
    return_to,
    within,
)
from race.core.formulas.owners.loops import bend, quote
from race.core.ids import KINDS, PPM, week_of, weeks_of
from race.core.rulebook.owners import OwnerRules
from race.core.world import Holders, Story

LUCKS_A_WORD: Final = 4
"""Holders whose luck of hearing a story in a week is cut from one random word."""
_NEVER: Final = 1 << 40
"""The week of what is never told."""
_EIGHT_ONES: Final = np.uint64(0x0101_0101_0101_0101)
_SEVEN_BYTES: Final = np.uint64(56)
_PLACES: Final = len(KINDS) * (NEIGHBOURS + 1)


class Market(msgspec.Struct, kw_only=True):
    """What moves the price in a month apart from the owners."""

    price: int
    """Cents at the start of the month."""
    noise: tuple[int, ...]
    """Luck of each of the five weeks that a month may have, ppm."""
    sector: int
    """The sector's change in each week, ppm."""
    news: list[tuple[int, int]]
    """The month's week and the change, ppm, of each piece of news."""
    shares: int


class Month(msgspec.Struct, kw_only=True):
    """What a month has moved: trust in shares x ppm, prices in cents."""

    talk: int
    conviction: int
    trade: int
    felt: int
    stories: list[int]
    """Trust that each story moved."""
    noise: int
    sector: int
    anger: int
    news: list[int]
    """Cents that each piece of news moved."""
    price: int
    """Cents at the end of the month."""


class Tales(msgspec.Struct, kw_only=True):
    """The live stories side by side; all are written but the chances."""

    known: NDArray[np.bool_]
    """Who has heard them, shape (S, N)."""
    ears: Ears
    traits: Longs
    """Their first week, row of `ears`, slope and least of their weight, memory, what they do to each
    kind; then how many know, once the month begins. Shape (S, 13)."""
    moved: Longs


_TRAITS: Final = 6 + len(KINDS)
_PACK: Final = Struct(f"{_TRAITS}q").pack
_NO_TALES: Final = Tales(
    known=np.empty((0, 0), dtype=np.bool_),
    ears=Ears(
        rows={},
        chances=np.empty((0, 0, _PLACES), dtype=np.uint16),
        limits=np.empty((0, 0, 2, len(KINDS)), dtype=np.uint16),
    ),
    traits=np.empty((0, _TRAITS), dtype=np.int64),
    moved=np.empty(0, dtype=np.int64),
)
"""Of a month in which nobody talks of anything; nothing is ever written there."""


@lru_cache(maxsize=4096)
def _packed(  # noqa: PLR0913, PLR0917 - what a story is to those who hear it
    week: int,
    salience: float,
    row: int,
    slopes: tuple[tuple[int, int], tuple[int, int]],
    memory: float,
    effect: tuple[int, ...],
) -> bytes:
    """Return a story's traits, as they lie in `Tales`; nobody knows it yet."""
    first = week if salience > 0.0 else _NEVER
    good, bad = slopes
    return _PACK(first, row, *(bad if min(effect) < 0 else good), int(memory * SCALE), *effect, 0)


class Sellers(msgspec.Struct, kw_only=True):
    """Those who might sell in a month whatever their trust will be, in order of seats, shape (M,) each."""

    seats: NDArray[np.intp]
    ticket: Longs
    """Who has used up more chance than that sells; of 2**31, written."""
    used: Longs
    """Chance of having sold so far, of 2**31; written."""
    turnover: Longs
    anger: Longs
    below: Longs
    buyer: Longs
    """Trust of the one who would take the seat, before the price moves it, ppm."""


class Crowd:
    """The month's crowd: who they are, and the luck they will have."""

    def __init__(self, owners: OwnerRules, holders: Holders, month: int, chance: Chance) -> None:
        """Look the holders up and open the month's luck; `month` is the one that is played."""
        self.owners = owners
        self.holders = holders
        self.minds: Minds = minds_of(owners, holders.kind, holders.neighbours)
        self.start, self.weeks = week_of(month), weeks_of(month)
        self.size = len(holders.trust)
        self.words = -(-self.size // LUCKS_A_WORD)
        """Words of luck that a story's week takes."""
        self.hearing = chance.stream(month, "hearing")
        self.trading = chance.stream(month, "trade")
        self.tales = _NO_TALES

    def follow(self, stories: Sequence[Story]) -> None:
        """Lay the month's live stories and who knows them side by side; a new one is known to nobody."""
        heard, minds, number = self.holders.heard, self.minds, len(stories)
        ears = ears_for(self.owners, minds, [story.salience for story in stories])
        ear, slopes, nobody = ears.rows, minds.table.slopes, minds.nobody
        # bytes are joined into an array in a quarter of the time that NumPy takes to lay arrays together
        rows: list[Any] = [heard.get(story.id, nobody) for story in stories]
        known = np.ndarray((number, self.size), np.bool_, bytearray().join(rows))
        for story, row in zip(stories, known, strict=True):
            heard[story.id] = row
        traits = [
            _packed(story.week, story.salience, ear[story.salience], slopes, story.memory, story.effect)
            for story in stories
        ]
        self.tales = Tales(
            known=known,
            ears=ears,
            traits=np.ndarray((number, _TRAITS), np.int64, bytearray().join(traits)),
            moved=np.zeros(number, dtype=np.int64),
        )

    def pass_month(self, market: Market) -> Month:
        """Let the month's weeks pass: talk, every story that can be heard, trade, the price."""
        owners, price, noise = self.owners, market.price, [*market.noise, 0, 0, 0]
        news = [[week, change, 0] for week, change in market.news]
        quoted = (noise, market.sector, news, PPM * owners.price_anger, market.shares)
        self.tales.traits[:, -1] = np.count_nonzero(self.tales.known, axis=1)
        talked = returned = traded = felt = 0
        for week in range(self.weeks):
            opened = price
            drift = int(PPM * owners.buyer_price * bend((price / market.price - 1.0) / owners.buyer_scale))
            if (self.start + week) % 2 == 0:
                towards, back = self.talk()
                talked, returned = talked + towards, returned + back
            self.tell(week)
            sold, moved = self.trade(drift)
            traded += moved
            price = quote(price, week, quoted, sold)
            felt += self.feel(max(-owners.price_clip, min(owners.price_clip, price / opened - 1.0)))
        return Month(
            talk=talked,
            conviction=returned,
            trade=traded,
            felt=felt,
            stories=self.tales.moved.tolist(),
            noise=noise[5],
            sector=noise[6],
            anger=noise[7],
            news=[moved for _, _, moved in news],
            price=price,
        )

    def talk(self) -> tuple[int, int]:
        """Step towards the neighbours and back to the priors; return what either moved."""
        holders, longs = self.holders, self.minds.longs
        towards = listen(holders.trust, self.minds)
        back = return_to(holders.prior, holders.trust, self.minds)
        holders.trust += towards
        holders.trust += back
        owned = holders.shares[:longs]
        return int(owned.dot(towards[:longs])), int(owned.dot(back[:longs]))

    def tell(self, week: int) -> None:
        """Let the month's `week` pass for all stories.

        Only those with luck enough for eight neighbours who know look around.
        """
        tales = self.tales
        ages = self.start + week - tales.traits[:, 0]
        live = ((ages >= 0) & (ages < self.owners.news_weeks)).nonzero()[0]
        if not len(live):
            return
        ages, known = ages.take(live), tales.known.take(live, axis=0)
        luck = self._luck(week, live)
        row = tales.traits[:, 1].take(live)
        spread = tales.traits[:, -1].take(live) > 0
        limits = tales.ears.limits[row, ages, spread.view(np.int8)]
        maybe = np.empty(known.shape, dtype=np.bool_)
        for kind, (first, last) in enumerate(pairwise(self.minds.ends)):  # nothing has to be looked up
            np.less(luck[:, first:last], limits[:, kind : kind + 1], out=maybe[:, first:last])
        np.greater(maybe, known, out=maybe)
        places = maybe.ravel().nonzero()[0]
        rows = places // self.size
        seats = places - rows * self.size
        if spread.any():
            look = spread.take(rows).nonzero()[0]  # nobody has to for what nobody knows
            theirs, they = rows.take(look), seats.take(look)
            told = theirs * _PLACES + self.minds.rows.take(they) + self._around(known, theirs, they)
            heard = np.ones(len(rows), dtype=np.bool_)
            heard[look] = luck.ravel().take(places.take(look)) < tales.ears.chances[row, ages].ravel().take(
                told
            )
            rows, seats = rows[heard], seats[heard]
        if len(seats):
            self._sway(live.take(rows), seats)

    def _luck(self, week: int, live: NDArray[np.intp]) -> NDArray[np.uint16]:
        """Return everybody's luck of hearing each live story in one week, below 65,536, shape (L, N)."""
        number, words = len(self.tales.known), self.words
        first, last = int(live[0]), int(live[-1]) + 1
        bits = self.hearing.bits((last - first) * words, after=(week * number + first) * words)
        luck = bits.astype("<u8", copy=False).view("<u2").reshape(last - first, -1)[:, : self.size]
        return luck if len(luck) == len(live) else luck[live - first]

    def _around(
        self, known: NDArray[np.bool_], rows: NDArray[np.intp], seats: NDArray[np.intp]
    ) -> NDArray[np.int64]:
        """Return how many neighbours of these seats know each one's story."""
        places = self.minds.nearby.take(seats, axis=0) + (rows * self.size)[:, None]
        around = known.ravel().take(places, mode="clip").view(np.uint64).ravel()
        around *= _EIGHT_ONES  # the eighth byte of the product is the sum of the eight
        around >>= _SEVEN_BYTES
        return around.view(np.int64)

    def _sway(self, stories: NDArray[np.intp], seats: NDArray[np.intp]) -> None:
        """Move the trust and the priors of those who hear, story after story.

        In rounds: each holder's first story of the week, then the second of those who hear two, and on.
        """
        tales = self.tales
        tales.known[stories, seats] = True
        if stories[0] == stories[-1]:
            story = stories[0]
            tales.moved[story] += self._move(story, seats).sum()
            tales.traits[story, -1] += len(seats)
            return
        moved, first = np.zeros(len(seats), dtype=np.int64), np.empty(self.size, dtype=np.intp)
        left = np.arange(len(seats))
        while len(left):
            theirs = seats.take(left)
            first[theirs[::-1]] = left[::-1]  # of those who hear several, the earliest stays
            now = first.take(theirs) == left
            turn, left = left[now], left[~now]
            moved[turn] = self._move(stories.take(turn), seats.take(turn))
        ends = stories.searchsorted(np.arange(len(tales.known) + 1))
        so_far = np.zeros(len(seats) + 1, dtype=np.int64)
        moved.cumsum(out=so_far[1:])
        sums = so_far.take(ends)
        tales.moved += sums[1:] - sums[:-1]
        tales.traits[:, -1] += ends[1:] - ends[:-1]

    def _move(self, stories: NDArray[np.intp] | np.intp, seats: NDArray[np.intp]) -> Longs:
        """Move the trust and the priors of some, by one story or each its own; return what each moved."""
        holders, traits, minds = self.holders, self.tales.traits, self.minds
        before = holders.trust.take(seats)
        push = before.astype(np.int64)
        push *= traits[:, 2].take(stories)
        push >>= SCALE_BITS
        push += traits[:, 3].take(stories)
        push *= traits.ravel().take(stories * _TRAITS + minds.kind.take(seats) + 5)
        push //= PPM
        after = within(before + push)
        push *= traits[:, 4].take(stories)
        push >>= SCALE_BITS
        push += holders.prior.take(seats)
        holders.trust[seats] = after
        holders.prior[seats] = within(push)
        after -= before
        after *= holders.shares.take(seats)
        after *= seats < minds.longs
        return after

    def trade(self, drift: int) -> tuple[int, int]:
        """Let some sell, and buyers whom the price moved by `drift` take their seats.

        Return the shares sold in anger and what the change of owners moved.
        """
        holders, crowd = self.holders, self.sellers
        short = crowd.below - holders.trust.take(crowd.seats)
        anger = short * int(SCALE * self.owners.shortfall)
        anger //= PPM
        anger += SCALE
        anger *= crowd.anger
        anger >>= SCALE_BITS
        anger *= short > 0
        anger += crowd.turnover
        left = ONCE - crowd.used
        calm = left * crowd.turnover
        calm >>= ONCE_BITS
        calm += crowd.used
        left *= np.minimum(anger, ONCE, out=anger)
        left >>= ONCE_BITS
        crowd.used += left
        leave = (crowd.ticket < crowd.used).nonzero()[0]
        seats, buyer = crowd.seats.take(leave), crowd.buyer.take(leave)
        sold = int(holders.shares.take(seats).dot(crowd.ticket.take(leave) >= calm.take(leave)))
        crowd.ticket[leave] = ONCE  # who has sold is gone
        trust = within(buyer + drift)
        longs = seats.searchsorted(self.minds.longs)
        moved = int(holders.shares.take(seats[:longs]).dot((trust - holders.trust.take(seats))[:longs]))
        holders.trust[seats] = trust
        holders.prior[seats] = buyer
        return sold, moved

    @property
    def sellers(self) -> Sellers:
        """Those whom the luck of the month's trade concerns, one draw for each holder."""
        if self._sellers is None:
            self._sellers = self._might_sell()
        return self._sellers

    _sellers: Sellers | None = None

    def _might_sell(self) -> Sellers:
        minds, table, luck = self.minds, self.minds.table, self.trading
        words = (self.size + 1) // 2
        tickets = luck.bits(words, after=0).astype("<u8", copy=False).view("<u4")[: self.size] >> np.uint32(1)
        limits = np.zeros(len(KINDS), dtype=np.int64)
        for _ in range(self.weeks):
            limits += ((ONCE - limits) * table.most >> ONCE_BITS) + 1
        seats = (tickets < limits.astype(np.uint32).take(minds.kind)).nonzero()[0]
        kind, wide = minds.kind.take(seats), int(2 * PPM * self.owners.buyer_spread)
        buyer = (luck.bits(len(seats), after=words) >> np.uint64(44)).view(np.int64) * wide >> 20
        buyer += table.prior.take(kind) - wide // 2
        return Sellers(
            seats=seats,
            ticket=tickets.take(seats).astype(np.int64),
            used=np.zeros(len(seats), dtype=np.int64),
            turnover=table.turnover.take(kind),
            anger=table.anger.take(kind),
            below=table.trade[3].take(kind),
            buyer=within(buyer),
        )

    def feel(self, felt: float) -> int:
        """Let the week's return, as far as it is felt, move trust kind by kind; return what it moved."""
        trust, longs = self.holders.trust, self.minds.longs
        push = (self.minds.table.price * (felt * PPM)).astype(np.int32).take(self.minds.kind)
        push += trust
        np.maximum(push, 0, out=push)
        np.minimum(push, PPM, out=push)
        owned = self.holders.shares[:longs]
        moved = int(owned.dot((push - trust)[:longs]))
        trust[:] = push
        return moved
