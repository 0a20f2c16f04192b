"""Whole arrays or compiled loops: the one place that chooses how the owners' weeks are reckoned.

Where the extra `fast` is installed, numba compiles `race.core.formulas.owners.loops`; both ways give the
same bits, so that nobody can tell from a game which of them played it.
The compiler is called in once this process has played so much that it pays for itself: one game in a
window never waits for it. DIVERTED_FAST=0 keeps it out, DIVERTED_FAST=1 calls it in at once.
"""

import os
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import msgspec
import numpy as np
from typing_extensions import override

from race.core.chance import Chance
from race.core.formulas.owners import loops
from race.core.formulas.owners.crowd import (
    NEIGHBOURS,
    SCALE,
    Ints,
    Longs,
    listen,
    minds_of,
    return_to,
    slope_of,
)
from race.core.formulas.owners.week import STORIES_A_WORD, Crowd, Tale
from race.core.ids import KINDS, PPM
from race.core.rulebook.owners import OwnerRules
from race.core.words import Sentence
from race.core.world import Holders, Story

PAYS_AFTER: Final = 1_000_000
"""Holders x months that a process plays on arrays first: about what calling in the compiler costs."""
SWITCH: Final = "DIVERTED_FAST"
"""The environment variable that decides: 0 arrays, 1 compiled at once, unset by the work done."""


class Loops(msgspec.Struct, frozen=True, kw_only=True):
    """The loops of a week, compiled or not; see `race.core.formulas.owners.loops`."""

    listen: Callable[..., None]
    step: Callable[..., tuple[int, int]]
    hear: Callable[..., int]
    shake: Callable[..., int]
    draw_sellers: Callable[..., None]
    trade: Callable[..., tuple[int, int]]
    feel: Callable[..., int]


PLAIN: Final = Loops(**{name: getattr(loops, name) for name in Loops.__struct_fields__})
"""The loops as they are written: right, and hundreds of times slower."""


class CompiledCrowd(Crowd):
    """A month's crowd whose weeks are reckoned holder by holder."""

    loops: Loops = PLAIN

    @override
    def __init__(self, owners: OwnerRules, holders: Holders, month: int, chance: Chance) -> None:
        super().__init__(owners, holders, month, chance)
        minds = self.minds
        self._owned = holders.shares.copy()
        self._owned[minds.longs :] = 0
        self._lucky = np.empty((self.size + 1, 2), dtype=np.int32)
        self._seats: tuple[Ints, Longs, list[int]] | None = None

    @override
    def talk(self) -> tuple[int, int]:
        holders, minds, sums = self.holders, self.minds, self._lucky.reshape(-1)[: self.size]
        self.loops.listen(holders.trust, minds.web, minds.bound, sums)
        weights = (minds.pull, minds.conviction)
        return self.loops.step(holders.trust, holders.prior, self._owned, weights, sums)

    @override
    def tell(self, tale: Tale, week: int, age: int) -> int:
        holders, minds, told = self.holders, self.minds, tale.told
        word = self._hearing.at(self.word_of(tale.place, week))
        spread = bool(tale.known.any())
        found = self.loops.hear(
            tale.known,
            (minds.edges, minds.who, minds.nearby),
            (np.uint64(word), np.uint64(16 * (tale.place % STORIES_A_WORD)), spread),
            (told.limits[age, int(spread)], told.chances[age]),
            self._lucky,
        )
        slope, least = slope_of(self.owners, bad=tale.bad)
        return self.loops.shake(
            (holders.trust, holders.prior, self._owned),
            tale.known,
            (minds.who, tale.effect),
            (slope, least, int(tale.story.memory * SCALE)),
            self._lucky[:found],
        )

    @override
    def trade(self, week: int, drift: int) -> tuple[int, int]:
        holders, minds, owners = self.holders, self.minds, self.owners
        seats, tickets, ends = self._draw()
        now = slice(ends[week], ends[week + 1])
        first = (self.weeks * self.size + 1) // 2 + ends[week]
        return self.loops.trade(
            (holders.trust, holders.prior, holders.shares, self._owned),
            (minds.who, minds.table.trade),
            (seats[now], tickets[now]),
            np.uint64(self._trade.at(first)),
            (
                int(SCALE * owners.shortfall),
                int(2 * PPM * owners.buyer_spread),
                int(PPM * owners.buyer_spread),
                drift,
            ),
        )

    def _draw(self) -> tuple[Ints, Longs, list[int]]:
        """Return the seats that might be sold this month, their tickets, and where each week ends."""
        if self._seats is None:
            room = self.weeks * self.size + 1
            seats, tickets = np.empty(room, dtype=np.int32), np.empty(room, dtype=np.int64)
            ends = np.zeros(self.weeks + 1, dtype=np.int64)
            self.loops.draw_sellers(self.minds.most, np.uint64(self._trade.at(0)), seats, tickets, ends)
            self._seats = seats, tickets, ends.tolist()
        return self._seats

    @override
    def feel(self, felt: float) -> int:
        minds = self.minds
        push = (minds.table.price * (felt * PPM)).astype(np.int32)
        return self.loops.feel(self.holders.trust, self._owned, push, minds.edges)


class _Work:
    """What this process has done so far without the compiler."""

    holder_months = 0


def gather(owners: OwnerRules, holders: Holders, month: int, chance: Chance) -> Crowd:
    """Return the crowd of a month that is about to be played, reckoned the faster way at hand."""
    made = _at_hand(len(holders.trust))
    if made is None:
        return Crowd(owners, holders, month, chance)
    crowd = CompiledCrowd(owners, holders, month, chance)
    crowd.loops = made
    return crowd


def rest(owners: OwnerRules, holders: Holders, weeks: int) -> None:
    """Let the holders talk for some weeks in which nothing else happens."""
    minds = minds_of(owners, holders.kind, holders.neighbours)
    trust, prior, made = holders.trust, holders.prior, _at_hand(0)
    sums = np.empty(len(trust), dtype=np.int32)
    for _ in range(weeks):
        if made is None:
            trust += listen(trust, minds) + return_to(prior, trust, minds)
        else:
            made.listen(trust, minds.web, minds.bound, sums)
            made.step(trust, prior, holders.shares, (minds.pull, minds.conviction), sums)


def _at_hand(holders: int) -> Loops | None:
    """Return the compiled loops where they are wanted, installed and worth their loading."""
    wish = os.environ.get(SWITCH, "")
    _Work.holder_months += holders
    if wish == "0" or (wish != "1" and _Work.holder_months < PAYS_AFTER):
        return None
    return compiled()


@lru_cache(maxsize=1)
def compiled() -> Loops | None:
    """Call in the compiler and return the compiled loops, or None where it is not installed.

    What it compiles is kept beside this file or in the user's own folder; where neither can be
    written, every process compiles for itself.
    """
    try:
        from numba import njit  # noqa: PLC0415 - half a second, only for those who play much
        from numba.core.errors import NumbaError  # noqa: PLC0415 - the same
    except ImportError:
        return None
    for kept in (True, False):
        names = Loops.__struct_fields__
        try:
            made = Loops(**{name: njit(cache=kept, nogil=True)(getattr(loops, name)) for name in names})
            _try_out(made)
        except (NumbaError, OSError, RuntimeError):
            continue
        return made
    return None


def _try_out(made: Loops) -> None:
    """Play a week of the smallest crowd, so that every loop is compiled."""
    owners, size = OwnerRules(), len(KINDS)
    holders = Holders(
        kind=np.arange(size, dtype=np.int8),
        trust=np.zeros(size, dtype=np.int32),
        prior=np.zeros(size, dtype=np.int32),
        shares=np.ones(size, dtype=np.int64),
        neighbours=np.zeros((NEIGHBOURS, size), dtype=np.int32),
    )
    story = Story(id=0, label=Sentence(""), week=0, salience=1.0, effect=(0,) * size, memory=0.0)
    crowd = CompiledCrowd(owners, holders, 1, Chance(0))
    crowd.loops = made
    crowd.talk()
    crowd.tell(crowd.tales([story])[0], 0, 0)
    crowd.trade(0, 0)
    crowd.feel(0.0)
