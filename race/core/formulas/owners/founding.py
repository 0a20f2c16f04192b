"""How the owners stand before the game: who they are, whom they know, what they hold.

Seats are ordered by kind. Seven of ten neighbours are of one's own kind. Shares are lognormal within
a kind, priors normal, both by quantile table, so that two populations of one size differ only in
who sits where.

The books of shares: a share that was sold short has two owners, the lender and the buyer.
Long holders and the founder together hold what is outstanding plus what is sold short.
"""

from functools import lru_cache
from math import fsum

import numpy as np
from numpy.typing import NDArray

from race.core.chance import Stream
from race.core.exact import exp, normal_quantiles
from race.core.formulas.owners.compiled import rest
from race.core.formulas.owners.crowd import NEIGHBOURS
from race.core.ids import PPM
from race.core.rulebook import Rulebook
from race.core.rulebook.owners import HolderKind, OwnerRules
from race.core.world import Holders


def found_holders(rules: Rulebook, size: int, shares: int, stream: Stream) -> Holders:
    """Return a population of `size` holders at rest who own `shares` (all but the founder's).

    The long holders' shares sum to `shares` plus what is sold short, exactly.
    """
    owners = rules.owners
    seats = seats_of(owners, size)
    kind = np.repeat(np.arange(len(seats), dtype=np.int8), seats)
    neighbours = build_neighbours(kind, stream, owners.own_kind)
    prior = np.concatenate([_priors(row, n, stream) for row, n in zip(owners.kinds, seats, strict=True)])
    holders = Holders(
        kind=kind,
        trust=prior.copy(),
        prior=prior,
        shares=_holdings(owners, seats, shares, stream),
        neighbours=neighbours,
    )
    rest(owners, holders, owners.rest_weeks)
    return holders


def seats_of(owners: OwnerRules, size: int) -> list[int]:
    """Return the seats of each kind in a population of `size`; they sum to it.

    >>> seats_of(OwnerRules(), 2000), sum(seats_of(OwnerRules(), 501))
    ([560, 1000, 60, 220, 90, 25, 45], 501)
    """
    whole = sum(kind.seats for kind in owners.kinds)
    seats = [max(1, kind.seats * size // whole) for kind in owners.kinds]
    largest = max(range(len(seats)), key=lambda index: seats[index])
    seats[largest] += size - sum(seats)
    return seats


def build_neighbours(kind: NDArray[np.int8], stream: Stream, own: float) -> NDArray[np.int32]:
    """Return eight neighbours for each of N holders, shape (8, N): `own` of them of one's own kind.

    `kind` is ordered; nobody is its own neighbour.
    """
    size = len(kind)
    counts = np.bincount(kind)
    starts = np.cumsum(counts) - counts
    bits = stream.bits(NEIGHBOURS * size).reshape(NEIGHBOURS, size)
    own_kind = (bits & np.uint64(0xFFFF)).astype(np.int64) < int(own * 0x10000)
    own_kind &= counts[kind] > 1
    span = np.where(own_kind, counts[kind], size)
    start = np.where(own_kind, starts[kind], 0)
    seat = np.arange(size) - start
    step = ((bits >> np.uint64(32)) * (span - 1).astype(np.uint64) >> np.uint64(32)).astype(np.int64) + 1
    neighbours: NDArray[np.int32] = (start + (seat + step) % span).astype(np.int32)
    return neighbours


def _shuffled(size: int, stream: Stream) -> NDArray[np.intp]:
    return np.argsort(stream.bits(size), kind="stable")


@lru_cache(maxsize=64)
def _ranks(size: int) -> NDArray[np.int64]:
    """Return the rows of the table of normal quantiles for `size` evenly spaced ranks."""
    return (2 * np.arange(size) + 1) * len(normal_quantiles()) // (2 * size)


@lru_cache(maxsize=64)
def _prior_table(mean: float, spread: float) -> NDArray[np.int32]:
    priors = [min(PPM, max(0, int(PPM * (mean + spread * z)))) for z in normal_quantiles()]
    return np.array(priors, dtype=np.int32)


@lru_cache(maxsize=8)
def _weight_table(spread: float) -> NDArray[np.int64]:
    return np.array([int(1_000_000 * exp(spread * z)) for z in normal_quantiles()], dtype=np.int64)


def _priors(kind: HolderKind, seats: int, stream: Stream) -> NDArray[np.int32]:
    return _prior_table(kind.prior, kind.prior_sd)[_ranks(seats)][_shuffled(seats, stream)]


def _holdings(owners: OwnerRules, seats: list[int], shares: int, stream: Stream) -> NDArray[np.int64]:
    """Split the shares over the kinds and, lognormally, over each kind's seats; sums are exact."""
    longs = fsum(kind.owned for kind in owners.kinds if kind.owned > 0)
    shorted = sum(int(-kind.owned / longs * shares) for kind in owners.kinds if kind.owned < 0)
    parts = []
    for kind, n in zip(owners.kinds, seats, strict=True):
        base = shares + shorted if kind.owned > 0 else shares
        weights = _weight_table(owners.holdings_sd)[_ranks(n)][_shuffled(n, stream)]
        whole = int(abs(kind.owned) / longs * base)
        each = _split(whole, weights)
        parts.append(each if kind.owned > 0 else -each)
    holdings = np.concatenate(parts)
    holdings[0] += shares - int(holdings.sum())
    return holdings


def _split(whole: int, weights: NDArray[np.int64]) -> NDArray[np.int64]:
    """Split a whole number by weights; the parts sum to it, the largest takes what is left over."""
    unit = max(1, int(weights.sum()))
    rate, rest = divmod(whole, unit)
    parts = weights * rate + weights * ((rest << 20) // unit) // (1 << 20)
    parts[int(weights.argmax())] += whole - int(parts.sum())
    return parts
