"""Whole arrays or compiled loops: the one place that chooses how the owners' weeks are reckoned.

Where a C compiler was at hand when the program was installed, `race.core.formulas.owners.loops` lie beside
themselves as C, and reckon from the first month. Where the extra `fast` is installed, numba compiles them for
the processor at hand, once this process has played so much that loading it pays for itself; a window never
waits for that. All ways give the same bits, so that nobody can tell from a game which of them played it.
DIVERTED_FAST=0 keeps both out, DIVERTED_FAST=c keeps numba out, DIVERTED_FAST=1 calls numba in at once.
"""

import os
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from importlib import import_module
from inspect import getsource
from struct import Struct
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
"""Holders x months that a process plays on arrays first: about what calling in numba costs."""
PAYS_AFTER_C: Final = 30_000_000
"""The same where it would play in C first, which takes half as long again as what numba compiles."""
SWITCH: Final = "DIVERTED_FAST"
"""The environment variable that decides: 0 arrays, `IN_C` no numba, 1 numba at once, unset by the work."""
IN_C: Final = "c"
BUILT: Final = "race.core.formulas.owners.loops_in_c"
"""The module of the loops as C, which somebody's compiler has made or not."""


class Loops(msgspec.Struct, frozen=True, kw_only=True):
    """The loops that are called from outside, compiled or not; see `race.core.formulas.owners.loops`."""

    listen: Callable[..., None]
    step: Callable[..., tuple[int, int]]
    pass_month: Callable[..., tuple[int, int, int, int, int]]


PLAIN: Final = Loops(**{name: getattr(loops, name) for name in Loops.__struct_fields__})
"""The loops as they are written: right, and hundreds of times slower."""
_INNER: Final = (
    *("bend", "quote", "listen", "step", "draw", "pick", "hear", "shake", "tell"),
    *("recall", "find_sellers", "trade", "feel"),
)
"""The loops that another calls, before those that call them."""
_NOISE: Final = (20_000, -50_000, 0, 90_000, -10_000)
_PAGE: Final = Struct("8q2Q")
"""The month's numbers that `race.core.formulas.owners.loops.Quoted` begins with."""
_NO_NEWS: Final = np.empty((0, 3), dtype=np.int64)


class CompiledCrowd(Crowd):
    """A month's crowd whose weeks are reckoned holder by holder, in one call."""

    loops: Loops = PLAIN

    @override
    def pass_month(self, market: Market) -> Month:
        owners, holders, minds, tales = self.owners, self.holders, self.minds, self.tales
        news = np.array([(*piece, 0) for piece in market.news], dtype=np.int64) if market.news else _NO_NEWS
        words = self.hearing.at(0), self.trading.at(0)
        sheet = np.ndarray(_PAGE.size // 8, np.int64, bytearray(_PAGE.pack(*market.noise, 0, 0, 0, *words)))
        talk, conviction, trade, felt, price = self.loops.pass_month(
            (holders.trust, holders.prior, holders.shares),
            minds.bundle,
            (tales.known.view(np.uint8), tales.ears.limits, tales.ears.chances, tales.traits, tales.moved),
            (market.price, (sheet, market.sector, news, PPM * owners.price_anger, market.shares)),
            (self.start, self.weeks),
        )
        _, _, _, _, _, by_noise, by_sector, by_anger, _, _ = sheet.tolist()
        return Month(
            talk=talk,
            conviction=conviction,
            trade=trade,
            felt=felt,
            stories=tales.moved.tolist(),
            noise=by_noise,
            sector=by_sector,
            anger=by_anger,
            news=news[:, 2].tolist() if market.news else [],
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
    wished = wish()
    _Work.holder_months += holders
    if wished == "0":
        return None
    made = built()
    pays_after = PAYS_AFTER if made is None else PAYS_AFTER_C
    if wished == IN_C or (wished != "1" and (_Work.holder_months < pays_after or _must_not_wait())):
        return made
    return compiled() or made


@lru_cache(maxsize=1)
def wish() -> str:
    """Return what `SWITCH` said when it was first asked for; `wish.cache_clear()` has it read again."""
    return os.environ.get(SWITCH, "")


def never_here() -> None:
    """Let the thread that asks this never call the compiler in by the work done: its window would freeze."""
    _Work.in_haste = get_ident()


def _must_not_wait() -> bool:
    return _Work.in_haste == get_ident() and not compiled.cache_info().currsize


@lru_cache(maxsize=1)
def built() -> Loops | None:
    """Return the loops as C; None where nobody made them of this very text, or they reckon otherwise."""
    try:
        module, text = import_module(BUILT), getsource(loops)
    except (ImportError, OSError):
        return None
    if sha256(text.encode()).hexdigest() != module.MADE_FROM:
        return None
    made = Loops(**{name: getattr(module, name) for name in Loops.__struct_fields__})
    return made if _try_out(made) else None


@lru_cache(maxsize=1)
def compiled() -> Loops | None:
    """Call in numba and return the loops that it compiles, or None where it is not installed.

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
            if _try_out(made):
                return made
        except (NumbaError, OSError, RuntimeError):
            continue
    return None


def _try_out(made: Loops) -> bool:
    """Play a month of the smallest crowd, which calls every loop; return whether it is as on arrays."""
    owners, size = OwnerRules(), len(KINDS)
    holders = Holders(
        kind=np.arange(size, dtype=np.int8),
        trust=np.arange(size, dtype=np.int32) * (PPM // size),
        prior=np.full(size, PPM // 2, dtype=np.int32),
        shares=np.ones(size, dtype=np.int64),
        neighbours=np.zeros((NEIGHBOURS, size), dtype=np.int32),
    )
    story = Story(id=0, label=Sentence(""), week=0, salience=1.0, effect=(-PPM,) * size, memory=0.5)
    looped, told = CompiledCrowd(owners, holders.copy(), 1, Chance(0)), []
    looped.loops = made
    for crowd in (looped, Crowd(owners, holders.copy(), 1, Chance(0))):
        crowd.follow([story])
        month = crowd.pass_month(
            Market(price=100, noise=_NOISE, sector=-900, news=[(0, -7_000)], shares=size)
        )
        told.append((month, crowd.holders.trust.tolist(), crowd.holders.prior.tolist()))
    return told[0] == told[1]
