"""One week in the minds of a crowd, as exact whole-number arithmetic on packed arrays.

Trust is ppm in int32. Weights are whole numbers of 1/1024 below 256, so that no product leaves 32
bits and every machine gives the same bits.
Everybody talks every other week, two weeks' steps at once.
What never changes in a game (who is of which kind and knows whom) is looked up once a population and
kept as long as the population lives.
"""

import threading
import weakref
from functools import lru_cache
from typing import Any, Final, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

from race.core.formulas.owners import loops
from race.core.formulas.owners.court import decay
from race.core.formulas.owners.holders import kind_edges
from race.core.ids import KINDS, PPM, Kind
from race.core.rulebook.owners import OwnerRules

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
_Whole = TypeVar("_Whole", bound=np.signedinteger[Any])

NEIGHBOURS: Final = loops.NEIGHBOURS
SCALE_BITS: Final = loops.SCALE_BITS
SCALE: Final = loops.SCALE
ONCE_BITS: Final = loops.ONCE_BITS
ONCE: Final = loops.ONCE
_HEAVIEST: Final = 255
"""Largest weight of the neighbours: the trust of eight times more would leave 32 bits."""
_HEARD: Final = 65_535.99
_NONE: Final = np.int32(0)  # NumPy takes its own numbers in half the time of Python's
_FULL: Final = np.int32(PPM)
_ONE: Final = loops.ONE
_SUM: Final = np.int32(loops.ONE - 1)
_EARS: Final = 512
"""Saliences whose chances are kept."""
_WRITING: Final = threading.Lock()
WEEKS_IN_YEAR: Final = 52


class KindTable(msgspec.Struct, frozen=True, kw_only=True):
    """What differs between kinds, shape (7,) each, as whole numbers."""

    bound: Ints
    """eps, ppm."""
    pull: Ints
    """Step towards others in two weeks, 1/1024."""
    conviction: Ints
    """Step back to the prior in two weeks, 1/1024."""
    reach: NDArray[np.float64]
    """Part that hears loud news in its first week."""
    turnover: Longs
    """Chance of selling in a week anyway, of 2**31."""
    anger: Longs
    """Chance of selling in a week in anger, of 2**31."""
    angry_below: Ints
    """Trust below which they do, ppm; 0 never."""
    most: Longs
    """Chance of selling in a week of one who trusts nothing, of 2**31."""
    price: NDArray[np.float64]
    """Trust a unit of weekly return moves."""
    prior: Ints
    """Mean of the prior, ppm."""
    trade: Longs
    """Most, turnover, anger, angry below, prior, width of the buyers' trust (ppm): shape (6, 7)."""
    slopes: tuple[tuple[int, int], tuple[int, int]]
    """How trust changes the weight of good news, and of bad; see `slope_of`."""
    ears: list["Ears"]
    """How stories are heard, the last for the saliences that come."""


class Ears(msgspec.Struct, frozen=True, kw_only=True):
    """How stories are heard in each week of their lives, of 65,536, row by row of `rows`."""

    rows: dict[float, int]
    """Each salience's row."""
    chances: NDArray[np.uint16]
    """Shape (rows, weeks, 63), index kind x 9 + neighbours who know."""
    limits: NDArray[np.uint16]
    """Each kind's chances when nobody knows and when all eight neighbours do, (rows, weeks, 2, 7)."""


@lru_cache(maxsize=16)
def kind_table(owners: OwnerRules) -> KindTable:
    """Return the rulebook's kinds as arrays."""
    kinds = owners.kinds
    most = [
        int(ONCE * (kind.turnover / WEEKS_IN_YEAR + kind.anger * (1.0 + owners.shortfall * kind.angry_below)))
        for kind in kinds
    ]
    most = [min(ONCE, chance + 1) for chance in most]
    turnover = [int(ONCE * kind.turnover / WEEKS_IN_YEAR) for kind in kinds]
    anger = [int(ONCE * kind.anger) for kind in kinds]
    angry_below, prior = (
        [int(PPM * kind.angry_below) for kind in kinds],
        [int(PPM * kind.prior) for kind in kinds],
    )
    wide = [int(2 * PPM * owners.buyer_spread)] * len(kinds)
    steps = [two_weeks(owners.pull * kind.social, owners.conviction * (1.0 - kind.social)) for kind in kinds]
    return KindTable(
        bound=np.array([int(kind.bound * PPM) for kind in kinds], dtype=np.int32),
        pull=np.array([min(_HEAVIEST, pull) for pull, _ in steps], dtype=np.int32),
        conviction=np.array([conviction for _, conviction in steps], dtype=np.int32),
        reach=np.array([kind.reach for kind in kinds]),
        turnover=np.array(turnover, dtype=np.int64),
        anger=np.array(anger, dtype=np.int64),
        most=np.array(most, dtype=np.int64),
        angry_below=np.array(angry_below, dtype=np.int32),
        price=np.array([owners.price_trust * kind.price for kind in kinds]),
        prior=np.array(prior, dtype=np.int32),
        trade=np.array([most, turnover, anger, angry_below, prior, wide], dtype=np.int64),
        slopes=(slope_of(owners, bad=False), slope_of(owners, bad=True)),
        ears=[],
    )


def two_weeks(pull: float, conviction: float) -> tuple[int, int]:
    """Return the steps of two weeks at once towards others and the prior, of 1,024.

    Who steps twice by `pull` and `conviction` while others stand still has gone that far.

    >>> two_weeks(0.078, 0.035), two_weeks(0.012, 0.09)
    ((151, 68), (23, 175))
    """
    both = 2.0 - pull - conviction
    return round(SCALE * pull * both), round(SCALE * conviction * both)


class Minds(msgspec.Struct, kw_only=True):
    """Each holder's own constants, shape (N,), and the network; the same for all months of a game."""

    table: KindTable
    kind: NDArray[np.intp]
    neighbours: NDArray[np.intp]
    """Shape (8, N)."""
    nearby: NDArray[np.uint32]
    """The same by holder, shape (N, 8)."""
    web: NDArray[np.uint32]
    """The same as `neighbours`, in half the room."""
    bound: Ints
    under: Ints
    """How far below one's own the lowest trust is that one listens to, ppm."""
    span: NDArray[np.uint32]
    """Width of what one listens to, for each neighbour, shape (8, N)."""
    pull: Ints
    conviction: Ints
    rows: NDArray[np.intp]
    """Each holder's first place in a week's chances of hearing."""
    ends: list[int]
    """Where each kind starts and ends, 8 of them."""
    nobody: bytes
    """Who has heard what is new, as it lies in an array: a zero for each holder."""
    longs: int
    """Seats that hold shares; the short sellers sit behind them."""
    bundle: tuple[Any, ...]
    """The same as `race.core.formulas.owners.loops.pass_month` takes it."""


_KNOWN: Final[dict[int, tuple[weakref.ref[NDArray[np.int32]], OwnerRules, Minds]]] = {}
"""The populations that are alive, by the identity of their network."""


def minds_of(owners: OwnerRules, kind: NDArray[np.int8], neighbours: NDArray[np.int32]) -> Minds:
    """Return every holder's constants: looked up once a population, whose network never changes."""
    mark = id(neighbours)
    known = _KNOWN.get(mark)
    if known is not None and known[0]() is neighbours and known[1] is owners:
        return known[2]
    minds = _look_up(owners, kind, neighbours)
    _KNOWN[mark] = (weakref.ref(neighbours, lambda _: _KNOWN.pop(mark, None)), owners, minds)
    return minds


def _look_up(owners: OwnerRules, kind: NDArray[np.int8], neighbours: NDArray[np.int32]) -> Minds:
    table = kind_table(owners)
    index = kind.astype(np.intp)
    bound, pull, conviction = (each.take(index) for each in (table.bound, table.pull, table.conviction))
    nearby, web = neighbours.T.astype(np.uint32, order="C"), neighbours.astype(np.uint32, order="C")
    ends = kind_edges(kind)
    numbers = (
        *(table.trade, table.price),
        *(PPM * owners.buyer_price, owners.buyer_scale, owners.price_clip, float(PPM)),
        int(SCALE * owners.shortfall),
    )
    return Minds(
        table=table,
        kind=index,
        neighbours=neighbours.astype(np.intp),
        nearby=nearby,
        web=web,
        bound=bound,
        under=bound - 1,
        span=np.tile(np.maximum(2 * bound - 1, 0).astype(np.uint32), (NEIGHBOURS, 1)),
        pull=pull,
        conviction=conviction,
        rows=index * (NEIGHBOURS + 1),
        ends=ends,
        nobody=bytes(len(kind)),
        longs=ends[KINDS.index(Kind.SHORT)],
        bundle=(
            *(web, (bound, pull, conviction)),
            *((np.array(ends, dtype=np.int64), kind.copy(), nearby), numbers),
        ),
    )


class _Desk(threading.local):
    """Room to reckon in, a desk for each thread: large arrays are dear to ask for every week."""

    size = -1

    def clear(self, size: int) -> None:
        """Make room for a population of this size, unless there is."""
        if self.size != size:
            self.size = size
            self.around = np.empty((NEIGHBOURS, size), dtype=np.int32)
            self.apart = np.empty((NEIGHBOURS, size), dtype=np.int32)
            self.near = np.empty((NEIGHBOURS, size), dtype=np.bool_)


_DESK: Final = _Desk()


def listen(trust: Ints, minds: Minds) -> Ints:
    """Return the step each holder takes towards the neighbours it still listens to, ppm, shape (N,).

    One sum over the neighbours tells both their trust and their number.
    """
    desk = _DESK
    desk.clear(len(trust))
    around, apart, near = desk.around, desk.apart, desk.near
    own = trust + _ONE
    own.take(minds.neighbours, mode="clip", out=around)
    own -= minds.under
    np.subtract(around, own, out=apart)
    np.less(apart.view(np.uint32), minds.span, out=near)  # what is below 0 is far above it
    around *= near
    towards: Ints = np.add.reduce(around, axis=0, dtype=np.int32)
    heard = towards >> loops.COUNT_BITS
    towards &= _SUM
    towards -= heard * trust
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


def ears_for(owners: OwnerRules, minds: Minds, saliences: list[float]) -> Ears:
    """Return how stories of these saliences are heard, and maybe others."""
    made = minds.table.ears
    if made and all(map(made[-1].rows.__contains__, saliences)):
        return made[-1]
    with _WRITING:
        ears = made[-1] if made else None
        if ears is None or len(ears.rows) + len(saliences) > len(ears.limits):
            weeks, kinds = owners.news_weeks, len(KINDS)
            ears = Ears(
                rows={},
                chances=np.empty((_EARS, weeks, kinds * (NEIGHBOURS + 1)), dtype=np.uint16),
                limits=np.empty((_EARS, weeks, 2, kinds), dtype=np.uint16),
            )
            made[:] = [ears]
        for salience in saliences:
            if salience not in ears.rows:
                _prick(owners, ears, salience)
        return ears


def _prick(owners: OwnerRules, ears: Ears, salience: float) -> None:
    """Add a salience: its row is written before anybody can find it."""
    row, weeks = len(ears.rows), owners.news_weeks
    loud = np.array([salience * decay(age, owners.news_half) for age in range(weeks)])
    chances = hearing(owners, loud, np.arange(weeks) == 0)
    ears.chances[row] = chances
    ears.limits[row, :, 0] = chances[:, :: NEIGHBOURS + 1]
    ears.limits[row, :, 1] = chances[:, NEIGHBOURS :: NEIGHBOURS + 1]
    ears.rows[salience] = row


def within(trust: NDArray[_Whole]) -> NDArray[_Whole]:
    """Keep trust between 0 and 1,000,000 ppm."""
    kept: NDArray[_Whole] = np.minimum(np.maximum(trust, _NONE), _FULL)
    return kept


def slope_of(owners: OwnerRules, *, bad: bool) -> tuple[int, int]:
    """Return how trust changes the weight of news, of 1,024, and its weight without trust, ppm."""
    if bad:
        return -int(owners.bad_slope * SCALE), int(owners.bad_most * PPM)
    return int(owners.good_slope * SCALE), int(owners.good_least * PPM)


def shaken(owners: OwnerRules, effect: Longs, trust: Ints, *, bad: bool) -> Longs:
    """Return what news does to holders of this trust, ppm: doubters weigh bad news, believers good.

    `effect` is what it would do to their kind; all of shape (hearers,).

    >>> trust = np.array([0, 500_000], dtype=np.int32)
    >>> shaken(OwnerRules(), np.array([-100_000, -100_000]), trust, bad=True).tolist()
    [-130000, -100020]
    >>> shaken(OwnerRules(), np.array([100_000, 100_000]), trust, bad=False).tolist()
    [40000, 69980]
    """
    slope, least = slope_of(owners, bad=bad)
    weight = trust.astype(np.int64)
    weight *= slope
    weight >>= SCALE_BITS
    weight += least
    weight *= effect
    weight //= PPM
    return weight
