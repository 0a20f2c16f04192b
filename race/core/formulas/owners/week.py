"""A month's crowd in hand: what one week does to everybody at once, on whole arrays.

Talk, a story that is heard, seats that change hands, the price that is felt: each call moves trust
(and priors) in place and returns the long holders' shares x trust that it moved.
`race.core.formulas.owners.compiled` does the same holder by holder, with the same bits.
"""

from collections.abc import Sequence
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from race.core.chance import Chance
from race.core.formulas.owners.crowd import (
    SCALE,
    SCALE_BITS,
    Ints,
    Longs,
    Minds,
    Told,
    listen,
    minds_of,
    return_to,
    shaken,
    told,
    within,
)
from race.core.ids import PPM, weeks_of
from race.core.rulebook.owners import OwnerRules
from race.core.world import Holders, Story

STORIES_A_WORD: Final = 4
"""Stories whose luck of being heard is cut from one random word."""
_EIGHT_ONES: Final = np.uint64(0x0101_0101_0101_0101)
_SEVEN_BYTES: Final = np.uint64(56)


class Tale(msgspec.Struct, kw_only=True):
    """A live story as the crowd hears it."""

    place: int
    """Place among the month's live stories."""
    story: Story
    told: Told
    known: NDArray[np.bool_]
    """Who has heard it, shape (N,); written."""
    effect: Longs
    """What it does to each kind, ppm, shape (7,)."""
    bad: bool


class Sellers(msgspec.Struct, kw_only=True):
    """Those who might sell in a month whatever their trust will be, shape (M,), in order of weeks."""

    seats: NDArray[np.intp]
    anyway: NDArray[np.bool_]
    """Whether they sell whatever they think."""
    slack: Longs
    """Luck of selling beyond that, of 2**32."""
    anger: Longs
    below: Ints
    buyer: Longs
    """Trust of the one who would take the seat, before the price moves it, ppm."""
    ends: list[int]
    """Where each week starts and ends."""


class Crowd:
    """The month's crowd: who they are, and the luck they will have."""

    def __init__(self, owners: OwnerRules, holders: Holders, month: int, chance: Chance) -> None:
        """Look the holders up and open the month's luck; `month` is the one that is played."""
        self.owners = owners
        self.holders = holders
        self.minds: Minds = minds_of(owners, holders.kind, holders.neighbours)
        self.weeks = weeks_of(month)
        self.size = len(holders.trust)
        self._hearing = chance.stream(month, "hearing")
        self._trade = chance.stream(month, "trade")
        self._tickets: dict[int, NDArray[np.uint16]] = {}
        self._sellers: Sellers | None = None
        self.tales: list[Tale] = []

    def follow(self, stories: Sequence[Story], start: int) -> None:
        """Open the month's live stories, `start` its first week; a new one is known to nobody."""
        self._start = start
        self._moved = [0] * len(stories)
        heard = self.holders.heard
        for story in stories:
            if story.id not in heard:
                heard[story.id] = np.zeros(self.size, dtype=np.bool_)
        self.tales = [
            Tale(
                place=place,
                story=story,
                told=told(self.owners, self.minds, story.salience),
                known=heard[story.id],
                effect=np.array(story.effect, dtype=np.int64),
                bad=min(story.effect) < 0,
            )
            for place, story in enumerate(stories)
        ]

    def pass_week(self, week: int, drift: int) -> tuple[int, int, int, int]:
        """Let the month's `week` pass: talk, every story that can be heard, trade.

        Return what the neighbours and the priors moved, the shares sold in anger, and what the change
        of owners moved; the price moved buyers by `drift`, ppm.
        """
        talked, returned = self.talk()
        for place, tale in enumerate(self.tales):
            age = self._start + week - tale.story.week
            if 0 <= age < self.owners.news_weeks and tale.story.salience > 0.0:
                self._moved[place] += self.tell(tale, week, age)
        sold, traded = self.trade(week, drift)
        return talked, returned, sold, traded

    def moved(self) -> list[int]:
        """Return what each story has moved so far this month."""
        return self._moved

    def talk(self) -> tuple[int, int]:
        """Step towards the neighbours and back to the priors; return what either moved."""
        holders, longs = self.holders, self.minds.longs
        towards = listen(holders.trust, self.minds)
        back = return_to(holders.prior, holders.trust, self.minds)
        holders.trust += towards
        holders.trust += back
        owned = holders.shares[:longs]
        return int(owned.dot(towards[:longs])), int(owned.dot(back[:longs]))

    def tell(self, tale: Tale, week: int, age: int) -> int:
        """Let the month's `week` pass for a story of this age in weeks; return what it moved.

        Only those with luck enough for eight neighbours who know look around.
        """
        luck, told, known = self._luck(tale.place, week), tale.told, tale.known
        spread = bool(known.any())
        maybe = (luck < told.limits[age, int(spread)].take(self.minds.kind)) > known
        hearers = maybe.nonzero()[0]
        if spread:
            hearers = hearers[luck.take(hearers) < told.chances[age].take(self._rows(known, hearers))]
        known[hearers] = True
        return self._move(tale, hearers)

    def _rows(self, known: NDArray[np.bool_], lucky: NDArray[np.intp]) -> NDArray[np.int64]:
        """Return the places of the lucky in a week's chances: how many of their neighbours know."""
        around = known.take(self.minds.nearby.take(lucky, axis=0), mode="clip").view(np.uint64).ravel()
        around *= _EIGHT_ONES  # the eighth byte of the product is the sum of the eight
        around >>= _SEVEN_BYTES
        rows = around.view(np.int64)
        rows += self.minds.rows.take(lucky)
        return rows

    def _luck(self, place: int, week: int) -> NDArray[np.uint16]:
        """Return everybody's luck of hearing one story in one week, below 65,536, shape (N,)."""
        word = self.word_of(place, week)
        if word not in self._tickets:
            bits = self._hearing.bits(self.size, after=word)
            self._tickets[word] = bits.astype("<u8", copy=False).view("<u2").reshape(self.size, 4)
        return self._tickets[word][:, place % STORIES_A_WORD]

    def word_of(self, place: int, week: int) -> int:
        """Return the draw before the first holder's luck of hearing the story at this place."""
        return ((place // STORIES_A_WORD) * self.weeks + week) * self.size

    def _move(self, tale: Tale, hearers: NDArray[np.intp]) -> int:
        """Move the trust and the priors of those who hear a story."""
        holders = self.holders
        before = holders.trust.take(hearers)
        moved = shaken(self.owners, tale.effect.take(self.minds.kind.take(hearers)), before, bad=tale.bad)
        after = within(before + moved)
        holders.trust[hearers] = after
        moved *= int(tale.story.memory * SCALE)
        moved >>= SCALE_BITS
        moved += holders.prior.take(hearers)
        holders.prior[hearers] = within(moved)
        after -= before
        longs = hearers.searchsorted(self.minds.longs)
        return int(holders.shares.take(hearers[:longs]).dot(after[:longs]))

    def trade(self, week: int, drift: int) -> tuple[int, int]:
        """Let some sell, and buyers whom the price moved by `drift` take their seats.

        Return the shares sold in anger and what the change of owners moved.
        """
        holders, crowd = self.holders, self._might_sell()
        now = slice(crowd.ends[week], crowd.ends[week + 1])
        seats, goes = crowd.seats[now], crowd.anyway[now]
        short = crowd.below[now] - holders.trust.take(seats)
        angry = short > goes * PPM  # those who go anyway are never short by more than all trust
        hazard = short.astype(np.int64)
        hazard *= int(SCALE * self.owners.shortfall)
        hazard //= PPM
        hazard += SCALE
        hazard *= crowd.anger[now]
        hazard >>= SCALE_BITS
        angry &= crowd.slack[now] < hazard
        sold = int(holders.shares.take(seats).dot(angry))
        leave = (goes | angry).nonzero()[0]
        seats, buyer = seats.take(leave), crowd.buyer[now].take(leave)
        trust = within(buyer + drift)
        longs = seats.searchsorted(self.minds.longs)
        moved = int(holders.shares.take(seats[:longs]).dot((trust - holders.trust.take(seats))[:longs]))
        holders.trust[seats] = trust
        holders.prior[seats] = buyer
        return sold, moved

    def _might_sell(self) -> Sellers:
        """Draw the luck of the month's trade for all holders, and keep those it concerns."""
        if self._sellers is not None:
            return self._sellers
        minds, table, luck = self.minds, self.minds.table, self._trade
        number = self.weeks * self.size
        words = luck.bits((number + 1) // 2).astype("<u8", copy=False).view("<u4")[:number]
        places = (words.reshape(self.weeks, self.size) < minds.most).ravel().nonzero()[0]
        seats = places % self.size
        kind = minds.kind.take(seats)
        wide = int(2 * PPM * self.owners.buyer_spread)
        spread = (luck.bits(len(seats)) >> np.uint64(44)).view(np.int64) * wide >> 20
        slack = words.take(places).astype(np.int64) - table.turnover.take(kind)
        self._sellers = Sellers(
            seats=seats,
            anyway=slack < 0,
            slack=slack,
            anger=table.anger.take(kind),
            below=table.angry_below.take(kind),
            buyer=within(table.prior.take(kind) + spread - int(PPM * self.owners.buyer_spread)),
            ends=places.searchsorted(np.arange(self.weeks + 1) * self.size).tolist(),
        )
        return self._sellers

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
