"""Whole arrays or compiled loops: the one place that chooses how the owners' weeks are reckoned.

Where the extra `fast` is installed, numba compiles `race.core.formulas.owners.loops`; both ways give the
same bits, so that nobody can tell from a game which of them played it.
The compiler is called in once this process has played so much that it pays for itself: one game in a
window never waits for it. DIVERTED_FAST=0 keeps it out, DIVERTED_FAST=1 calls it in at once.
"""

import os
from collections.abc import Callable, Sequence
from functools import lru_cache
from types import FunctionType
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
from race.core.formulas.owners.week import STORIES_A_WORD, Crowd
from race.core.ids import KINDS, PPM
from race.core.rulebook.owners import OwnerRules
from race.core.words import Sentence
from race.core.world import Holders, Story

PAYS_AFTER: Final = 1_000_000
"""Holders x months that a process plays on arrays first: about what calling in the compiler costs."""
SWITCH: Final = "DIVERTED_FAST"
"""The environment variable that decides: 0 arrays, 1 compiled at once, unset by the work done."""


class Loops(msgspec.Struct, frozen=True, kw_only=True):
    """The loops that a crowd calls, compiled or not; see `race.core.formulas.owners.loops`."""

    listen: Callable[..., None]
    step: Callable[..., tuple[int, int]]
    draw_sellers: Callable[..., None]
    pass_week: Callable[..., tuple[int, int, int, int]]
    feel: Callable[..., int]


PLAIN: Final = Loops(**{name: getattr(loops, name) for name in Loops.__struct_fields__})
"""The loops as they are written: right, and hundreds of times slower."""
_INNER: Final = ("listen", "step", "hear", "shake", "trade")
"""The loops that another calls."""
_NEVER: Final = -1_000
"""A story's age in weeks that never comes."""


class CompiledCrowd(Crowd):
    """A month's crowd whose weeks are reckoned holder by holder."""

    loops: Loops = PLAIN

    @override
    def __init__(self, owners: OwnerRules, holders: Holders, month: int, chance: Chance) -> None:
        super().__init__(owners, holders, month, chance)
        minds = self.minds
        self._owned = holders.shares.copy()
        self._owned[minds.longs :] = 0
        self._people = (holders.trust, holders.prior, holders.shares, self._owned)
        self._minds = (
            minds.web,
            minds.bound,
            (minds.pull, minds.conviction),
            (minds.edges, minds.who, minds.nearby),
            minds.table.trade,
        )
        self._words = (
            np.uint64(self._hearing.at(0)),
            np.uint64(self._trade.at((self.weeks * self.size + 1) // 2)),
        )
        self._lucky = np.empty((self.size + 1, 2), dtype=np.int32)
        self._seats: tuple[Ints, Longs, Longs] | None = None

    @override
    def follow(self, stories: Sequence[Story], start: int) -> None:
        """Lay the stories' numbers and who knows them side by side, where one call finds them all."""
        super().follow(stories, start)
        tales, number = self.tales, len(self.tales)
        known = np.zeros((number, self.size), dtype=np.bool_)
        traits = []
        for row, tale in zip(known, tales, strict=True):
            row[:] = tale.known
            tale.known = self.holders.heard[tale.story.id] = row
            born = start - tale.story.week if tale.story.salience > 0.0 else _NEVER
            slope, least = slope_of(self.owners, bad=tale.bad)
            traits.append((born, slope, least, int(tale.story.memory * SCALE)))
        weeks, kinds = self.owners.news_weeks, len(KINDS)
        self._tales = (
            known,
            np.array([tale.told.limits for tale in tales], np.uint16).reshape(number, weeks, 2, kinds),
            np.array([tale.told.chances for tale in tales], np.uint16).reshape(number, weeks, -1)
            if tales
            else np.empty((0, weeks, 1), dtype=np.uint16),
            np.array(traits, dtype=np.int64).reshape(number, 4),
            np.array([tale.story.effect for tale in tales], dtype=np.int64).reshape(number, kinds),
            np.zeros(number, dtype=np.int64),
        )

    @override
    def pass_week(self, week: int, drift: int) -> tuple[int, int, int, int]:
        owners = self.owners
        spread = owners.buyer_spread
        numbers = (int(SCALE * owners.shortfall), int(2 * PPM * spread), int(PPM * spread), drift)
        return self.loops.pass_week(
            self._people,
            self._minds,
            self._tales,
            (*self._words, self.weeks, week, STORIES_A_WORD),
            (self._lucky, *self._draw(), numbers),
        )

    @override
    def moved(self) -> list[int]:
        moved: list[int] = self._tales[-1].tolist()
        return moved

    def _draw(self) -> tuple[Ints, Longs, Longs]:
        """Return the seats that might be sold this month, their tickets, and where each week ends."""
        if self._seats is None:
            room = self.weeks * self.size + 1
            seats, tickets = np.empty(room, dtype=np.int32), np.empty(room, dtype=np.int64)
            ends = np.zeros(self.weeks + 1, dtype=np.int64)
            self.loops.draw_sellers(self.minds.most, np.uint64(self._trade.at(0)), seats, tickets, ends)
            self._seats = seats, tickets, ends
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
        words = dict(vars(loops))  # in which a loop finds those it calls, once they are compiled
        try:
            for name in (*_INNER, *(name for name in Loops.__struct_fields__ if name not in _INNER)):
                loop = FunctionType(getattr(loops, name).__code__, words, name)
                words[name] = njit(cache=kept, nogil=True)(loop)
            made = Loops(**{name: words[name] for name in Loops.__struct_fields__})
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
    crowd.follow([story], 0)
    crowd.pass_week(0, 0)
    crowd.feel(0.0)
