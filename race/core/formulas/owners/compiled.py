"""Whole arrays or compiled loops: the one place that chooses how the owners' weeks are reckoned.

Where the extra `fast` is installed, numba compiles `race.core.formulas.owners.loops`; both ways give the
same bits, so that nobody can tell from a game which of them played it.
The compiler is called in once this process has played so much that it pays for itself; a window never
waits for it. DIVERTED_FAST=0 keeps it out, DIVERTED_FAST=1 calls it in at once.
"""

import os
from collections.abc import Callable
from functools import lru_cache
from threading import get_ident
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
    Longs,
    listen,
    minds_of,
    return_to,
)
from race.core.formulas.owners.week import Crowd, Market, Month
from race.core.ids import KINDS, PPM
from race.core.rulebook.owners import OwnerRules
from race.core.words import Sentence
from race.core.world import Holders, Story

PAYS_AFTER: Final = 1_000_000
"""Holders x months that a process plays on arrays first: about what calling in the compiler costs."""
SWITCH: Final = "DIVERTED_FAST"
"""The environment variable that decides: 0 arrays, 1 compiled at once, unset by the work done."""


class Loops(msgspec.Struct, frozen=True, kw_only=True):
    """The loops that are called from outside, compiled or not; see `race.core.formulas.owners.loops`."""

    listen: Callable[..., None]
    step: Callable[..., tuple[int, int]]
    pass_month: Callable[..., tuple[tuple[int, int, int, int, int], Longs]]


PLAIN: Final = Loops(**{name: getattr(loops, name) for name in Loops.__struct_fields__})
"""The loops as they are written: right, and hundreds of times slower."""
_INNER: Final = (
    *("bend", "quote", "listen", "step", "draw", "pick", "hear", "shake", "tell"),
    *("find_sellers", "trade", "feel"),
)
"""The loops that another calls, before those that call them."""
_NO_NEWS: Final = np.empty((0, 3), dtype=np.int64)


class CompiledCrowd(Crowd):
    """A month's crowd whose weeks are reckoned holder by holder, in one call."""

    loops: Loops = PLAIN

    @override
    def pass_month(self, market: Market) -> Month:
        owners, holders, minds, tales = self.owners, self.holders, self.minds, self.tales
        news = np.array([(*piece, 0) for piece in market.news], dtype=np.int64) if market.news else _NO_NEWS
        numbers = (
            *(PPM * owners.buyer_price, owners.buyer_scale, owners.price_clip, float(PPM)),
            int(SCALE * owners.shortfall),
        )
        moved, cents = self.loops.pass_month(
            (holders.trust, holders.prior, holders.shares),
            (
                minds.web,
                (minds.bound, minds.pull, minds.conviction),
                (minds.edges, minds.who, minds.nearby, minds.table.trade),
                minds.table.price,
                numbers,
            ),
            (tales.known, tales.ears.limits, tales.ears.chances, tales.traits, tales.moved),
            (market.price, (market.noise, market.sector, news, PPM * owners.price_anger, market.shares)),
            (self.start, self.weeks, np.uint64(self.hearing.at(0)), np.uint64(self.trading.at(0))),
        )
        talk, conviction, trade, felt, price = moved
        noise, sector, anger = cents.tolist()
        return Month(
            talk=talk,
            conviction=conviction,
            trade=trade,
            felt=felt,
            stories=tales.moved.tolist(),
            noise=noise,
            sector=sector,
            anger=anger,
            news=news[:, 2].tolist(),
            price=price,
        )


class _Work:
    """What this process has done so far without the compiler."""

    holder_months = 0
    in_haste: int | None = None
    """The thread that draws a window: it uses what another has called in, and calls in nothing."""


def gather(owners: OwnerRules, holders: Holders, month: int, chance: Chance) -> Crowd:
    """Return the crowd of a month that is about to be played, reckoned the faster way at hand."""
    made = _at_hand(len(holders.trust))
    if made is None:
        return Crowd(owners, holders, month, chance)
    crowd = CompiledCrowd(owners, holders, month, chance)
    crowd.loops = made
    return crowd


def rest(owners: OwnerRules, holders: Holders, weeks: int) -> None:
    """Let the holders talk for an even number of weeks in which nothing else happens."""
    minds = minds_of(owners, holders.kind, holders.neighbours)
    trust, prior, made = holders.trust, holders.prior, _at_hand(0)
    sums = np.empty(len(trust), dtype=np.int32)
    for _ in range(0, weeks, 2):
        if made is None:
            trust += listen(trust, minds) + return_to(prior, trust, minds)
        else:
            made.listen(trust, minds.web, minds.bound, sums)
            made.step(trust, prior, holders.shares, (minds.pull, minds.conviction), sums)


def _at_hand(holders: int) -> Loops | None:
    """Return the compiled loops where they are wanted, installed and worth their loading."""
    wish = os.environ.get(SWITCH, "")
    _Work.holder_months += holders
    if wish == "0" or (wish != "1" and (_Work.holder_months < PAYS_AFTER or _must_not_wait())):
        return None
    return compiled()


def never_here() -> None:
    """Let the thread that asks this never call the compiler in by the work done: its window would freeze."""
    _Work.in_haste = get_ident()


def _must_not_wait() -> bool:
    return _Work.in_haste == get_ident() and not compiled.cache_info().currsize


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
            for name in (*_INNER, "pass_month"):
                loop = FunctionType(getattr(loops, name).__code__, words, name)
                words[name] = njit(cache=kept, nogil=True)(loop)
            made = Loops(**{name: words[name] for name in Loops.__struct_fields__})
            _try_out(made)
        except (NumbaError, OSError, RuntimeError):
            continue
        return made
    return None


def _try_out(made: Loops) -> None:
    """Play a month of the smallest crowd, so that every loop is compiled."""
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
    crowd.follow([story])
    crowd.pass_month(Market(price=1, noise=(0,) * 5, sector=0, news=[(0, 0)], shares=1))
