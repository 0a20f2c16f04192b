"""One week in the minds of a crowd, as exact whole-number arithmetic on packed arrays.

Trust is ppm in int32. Weights are whole numbers of 1/1024 below 256, so that no product leaves 32
bits and every machine gives the same bits.
Who knows a story is kept in four bits a story of one 64-bit word, so that the eight neighbours'
words can be added without a carry: one look around tells of all stories.
"""

from functools import lru_cache
from typing import Any, Final, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from race.core.chance import Stream
from race.core.ids import PPM
from race.core.rulebook.owners import OwnerRules

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
_Whole = TypeVar("_Whole", bound=np.signedinteger[Any])

NEIGHBOURS: Final = 8
STORIES_A_WORD: Final = 15
"""Stories that one word can hold; a crowd follows no more at a time."""
SCALE_BITS: Final = 10
_SCALE: Final = 1 << SCALE_BITS
_ONCE: Final = 1 << 32
_HEARD: Final = 65_535.99
_NONE: Final = np.int32(0)  # NumPy takes its own numbers in half the time of Python's
_FULL: Final = np.int32(PPM)
WEEKS_IN_YEAR: Final = 52


class KindTable(msgspec.Struct, frozen=True, kw_only=True):
    """What differs between kinds, shape (7,) each, as whole numbers."""

    bound: Ints
    """eps, ppm."""
    pull: Ints
    """s x step towards others, 1/1024."""
    conviction: Ints
    """(1 - s) x step back to the prior, 1/1024."""
    reach: NDArray[np.float64]
    """Part that hears loud news in its first week."""
    turnover: Longs
    """Chance of selling in a week anyway, of 2**32."""
    anger: Longs
    """Chance of selling in a week in anger, of 2**32."""
    angry_below: Ints
    """Trust below which they do, ppm; 0 never."""
    most: Longs
    """Chance of selling in a week of one who trusts nothing, of 2**32."""
    price: NDArray[np.float64]
    """Trust a unit of weekly return moves."""
    prior: Ints
    """Mean of the prior, ppm."""


@lru_cache(maxsize=16)
def kind_table(owners: OwnerRules) -> KindTable:
    """Return the rulebook's kinds as arrays."""
    kinds = owners.kinds
    most = [
        int(
            _ONCE * (kind.turnover / WEEKS_IN_YEAR + kind.anger * (1.0 + owners.shortfall * kind.angry_below))
        )
        + 1
        for kind in kinds
    ]
    return KindTable(
        bound=np.array([int(kind.bound * PPM) for kind in kinds], dtype=np.int32),
        pull=np.array([round(_SCALE * owners.pull * kind.social) for kind in kinds], dtype=np.int32),
        conviction=np.array(
            [round(_SCALE * owners.conviction * (1.0 - kind.social)) for kind in kinds], dtype=np.int32
        ),
        reach=np.array([kind.reach for kind in kinds]),
        turnover=np.array([int(_ONCE * kind.turnover / WEEKS_IN_YEAR) for kind in kinds], dtype=np.int64),
        anger=np.array([int(_ONCE * kind.anger) for kind in kinds], dtype=np.int64),
        most=np.array(most, dtype=np.int64),
        angry_below=np.array([int(PPM * kind.angry_below) for kind in kinds], dtype=np.int32),
        price=np.array([owners.price_trust * kind.price for kind in kinds]),
        prior=np.array([int(PPM * kind.prior) for kind in kinds], dtype=np.int32),
    )


class Minds(msgspec.Struct, kw_only=True):
    """Each holder's own constants for one month, shape (N,), and the network, shape (8, N)."""

    table: KindTable
    kind: NDArray[np.intp]
    neighbours: NDArray[np.intp]
    bound: Ints
    pull: Ints
    conviction: Ints


def minds_of(owners: OwnerRules, kind: NDArray[np.int8], neighbours: NDArray[np.int32]) -> Minds:
    """Look up every holder's constants by kind."""
    table = kind_table(owners)
    index = kind.astype(np.intp)
    return Minds(
        table=table,
        kind=index,
        neighbours=neighbours.astype(np.intp),
        bound=table.bound.take(index),
        pull=table.pull.take(index),
        conviction=table.conviction.take(index),
    )


def listen(trust: Ints, minds: Minds) -> Ints:
    """Return the step each holder takes towards the neighbours it still listens to, ppm, shape (N,)."""
    apart = trust.take(minds.neighbours, mode="clip")
    apart -= trust
    near = np.abs(apart) < minds.bound
    apart *= near
    towards: Ints = np.add.reduce(apart, axis=0, dtype=np.int32)
    heard = np.add.reduce(near.view(np.int8), axis=0, dtype=np.int8)
    towards *= minds.pull
    towards >>= SCALE_BITS
    np.maximum(heard, 1, out=heard)
    towards //= heard
    return towards


def return_to(prior: Ints, trust: Ints, minds: Minds) -> Ints:
    """Return the step each holder takes back to its prior, ppm, shape (N,)."""
    step = prior - trust
    step *= minds.conviction
    step >>= SCALE_BITS
    return step


def hearing(owners: OwnerRules, loud: NDArray[np.float64], first: NDArray[np.bool_]) -> NDArray[np.uint16]:
    """Return the chances of hearing stories of this loudness, of 65,536, by kind and knowing neighbours.

    `loud` and `first` (a story's first week) share any shape; the result adds an axis of 7 x 9, index
    kind x 9 + neighbours who know.

    >>> hearing(OwnerRules(), np.array([1.0, 1.0]), np.array([True, False]))[:, :3].tolist()
    [[39321, 40370, 41376], [9830, 12058, 14197]]
    """
    reach = loud * np.where(first, 1.0, owners.late_reach)
    table = np.empty((*loud.shape, len(owners.kinds), NEIGHBOURS + 1))
    table[..., 0] = np.maximum(1.0 - reach[..., None] * kind_table(owners).reach, 0.0)
    table[..., 1:] = (1.0 - owners.gossip * loud)[..., None, None]
    missed = np.multiply.accumulate(table, axis=-1)
    return ((1.0 - missed) * _HEARD).astype(np.uint16).reshape(*loud.shape, -1)


def tickets(bits: NDArray[np.uint64]) -> NDArray[np.uint16]:
    """Cut random words into four numbers below 65,536 each: shape (..., 4), alike on every machine."""
    return bits.astype("<u8", copy=False).view("<u2").reshape(*bits.shape, 4)


def within(trust: NDArray[_Whole]) -> NDArray[_Whole]:
    """Keep trust between 0 and 1,000,000 ppm."""
    kept: NDArray[_Whole] = trust.clip(_NONE, _FULL)
    return kept


def shaken(owners: OwnerRules, effect: Longs, trust: Ints, *, bad: bool) -> Longs:
    """Return what news does to holders of this trust, ppm: doubters weigh bad news, believers good.

    `effect` is what it would do to their kind; all of shape (hearers,).

    >>> trust = np.array([0, 500_000], dtype=np.int32)
    >>> shaken(OwnerRules(), np.array([-100_000, -100_000]), trust, bad=True).tolist()
    [-130000, -100020]
    >>> shaken(OwnerRules(), np.array([100_000, 100_000]), trust, bad=False).tolist()
    [40000, 69980]
    """
    weight = trust.astype(np.int64)
    weight *= -int(owners.bad_slope * _SCALE) if bad else int(owners.good_slope * _SCALE)
    weight >>= SCALE_BITS
    weight += int((owners.bad_most if bad else owners.good_least) * PPM)
    weight *= effect
    weight //= PPM
    return weight


class Sellers(msgspec.Struct, kw_only=True):
    """Those who might sell in a month whatever their trust will be, shape (M,), in order of weeks."""

    seats: NDArray[np.intp]
    draw: Longs
    """Luck of selling, below 2**32."""
    turnover: Longs
    anger: Longs
    below: Ints
    buyer: Ints
    """Trust of the one who would take the seat, before the price moves it, ppm."""
    ends: list[int]
    """Where each week starts and ends."""


def sellers(owners: OwnerRules, minds: Minds, weeks: int, luck: Stream) -> Sellers:
    """Draw the luck of a month's trade for all holders, and keep those it concerns."""
    size, table = len(minds.kind), minds.table
    words = luck.bits((weeks * size + 1) // 2).astype("<u8", copy=False).view("<u4")[: weeks * size]
    draw = words.reshape(weeks, size)
    places = (draw < table.most.take(minds.kind).astype(np.uint32)).ravel().nonzero()[0]
    seats = places % size
    kind = minds.kind.take(seats)
    spread = (luck.bits(len(seats)) >> np.uint64(44)).view(np.int64) * int(
        2 * PPM * owners.buyer_spread
    ) >> 20
    buyer = table.prior.take(kind) + spread - int(PPM * owners.buyer_spread)
    return Sellers(
        seats=seats,
        draw=words.take(places).astype(np.int64),
        turnover=table.turnover.take(kind),
        anger=table.anger.take(kind),
        below=table.angry_below.take(kind),
        buyer=within(buyer).astype(np.int32),
        ends=places.searchsorted(np.arange(weeks + 1) * size).tolist(),
    )


def leaving(
    owners: OwnerRules, trust: Ints, crowd: Sellers, week: slice
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which of a week's sellers go anyway, and which go in anger; trust is theirs."""
    draw, turnover = crowd.draw[week], crowd.turnover[week]
    short = (crowd.below[week] - trust).astype(np.int64)
    steep = int(_SCALE * owners.shortfall)
    hazard = crowd.anger[week] * (_SCALE + short * steep // PPM) >> SCALE_BITS
    anyway = draw < turnover
    return anyway, (short > 0) & ~anyway & (draw < turnover + hazard)
