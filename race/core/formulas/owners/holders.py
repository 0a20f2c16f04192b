"""What the owners think, summed up: trust by share and by kind, and how many are angry.

Only long holders count: a short seller owns nothing to be faithful with.
All results are whole ppm; sums are exact.
"""

import weakref
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from race.core.ids import KINDS, PPM, Kind
from race.core.rulebook import Rulebook
from race.core.rulebook.owners import OwnerRules
from race.core.world import Holders

_EDGES: Final = np.arange(len(KINDS) + 1, dtype=np.int8)
_SHORT: Final = KINDS.index(Kind.SHORT)


def kind_edges(kind: NDArray[np.int8]) -> list[int]:
    """Return where each kind starts in an ordered population, and its end; length 8.

    >>> kind_edges(np.array([0, 0, 1, 2, 3, 4, 5, 6, 6], dtype=np.int8))
    [0, 2, 3, 4, 5, 6, 7, 9]
    """
    return list(_edges_of(kind))


_FOUND: Final[dict[int, tuple[weakref.ref[NDArray[np.int8]], tuple[int, ...]]]] = {}
"""The edges of the populations that are alive, by the identity of their kinds, which never change."""


def _edges_of(kind: NDArray[np.int8]) -> tuple[int, ...]:
    """Return the edges of a population: a game asks dozens of times a month."""
    mark = id(kind)
    found = _FOUND.get(mark)
    if found is not None and found[0]() is kind:
        return found[1]
    edges: tuple[int, ...] = tuple(kind.searchsorted(_EDGES).tolist())
    _FOUND[mark] = (weakref.ref(kind, lambda _: _FOUND.pop(mark, None)), edges)
    return edges


_TOTALS: Final[dict[int, tuple[weakref.ref[NDArray[np.int64]], int]]] = {}
"""What the share registers that are alive come to, by their identity, which nobody writes."""


def total_of(shares: NDArray[np.int64]) -> int:
    """Return what all seats hold together, shape (N,): a game asks every month."""
    mark = id(shares)
    found = _TOTALS.get(mark)
    if found is not None and found[0]() is shares:
        return found[1]
    total = int(np.add.reduce(shares))
    _TOTALS[mark] = (weakref.ref(shares, lambda _: _TOTALS.pop(mark, None)), total)
    return total


def long_seats(holders: Holders) -> int:
    """Return how many seats hold shares; the short sellers sit behind them."""
    return _edges_of(holders.kind)[_SHORT]


def heard_by(holders: Holders) -> NDArray[np.int64]:
    """Return how often each holder is somebody's neighbour, shape (N,): who is heard most leads opinion."""
    return np.bincount(holders.neighbours.ravel(), minlength=len(holders.kind))


def listeners(owners: OwnerRules, holders: Holders, seat: int) -> tuple[int, int]:
    """Return how many holders have a seat for a neighbour, and how many of them still listen to it.

    One listens to whoever's trust is less than one's kind's bound away.
    """
    near = (holders.neighbours == seat).any(axis=0)
    bounds = np.array([int(kind.bound * PPM) for kind in owners.kinds])[holders.kind[near]]
    apart = np.abs(holders.trust[near].astype(np.int64) - int(holders.trust[seat]))
    return int(near.sum()), int((apart < bounds).sum())


def trust_sum(holders: Holders) -> int:
    """Return the sum over long holders of shares x trust in ppm (exact, below 2**63)."""
    seats = long_seats(holders)
    return int(holders.shares[:seats].dot(holders.trust[:seats]))


def trust_weighted(holders: Holders) -> int:
    """Return the share-weighted trust of the long holders, ppm."""
    seats = long_seats(holders)
    return trust_sum(holders) // max(1, int(holders.shares[:seats].sum()))


def trust_mean(holders: Holders) -> int:
    """Return the mean trust of the long holders, each counted once, ppm."""
    seats = long_seats(holders)
    return int(holders.trust[:seats].sum(dtype=np.int64)) // max(1, seats)


def trust_by_kind(holders: Holders) -> dict[Kind, int]:
    """Return the share-weighted trust of each kind (short sellers by the shares they owe), ppm."""
    edges, owned = kind_edges(holders.kind), np.abs(holders.shares)
    trusted, held = (
        _kind_sums(np.multiply(owned, holders.trust, dtype=np.int64), edges),
        _kind_sums(owned, edges),
    )
    return {kind: trusted[index] // max(1, held[index]) for index, kind in enumerate(KINDS)}


def trust_of(holders: Holders, kinds: tuple[Kind, ...]) -> int:
    """Return the share-weighted trust of some kinds together, ppm."""
    edges = kind_edges(holders.kind)
    total = held = 0
    for kind in kinds:
        seats = slice(edges[KINDS.index(kind)], edges[KINDS.index(kind) + 1])
        total += int(np.dot(holders.shares[seats], holders.trust[seats]))
        held += int(holders.shares[seats].sum())
    return total // max(1, held)


def angry_ppm(holders: Holders, rules: Rulebook) -> int:
    """Return the part of the long shares whose holders' trust is below the rulebook's line, ppm."""
    angry, held = _angry_shares(holders, rules)
    return PPM * sum(angry[:_SHORT]) // max(1, sum(held[:_SHORT]))


def angry_by_kind(holders: Holders, rules: Rulebook) -> dict[Kind, int]:
    """Return the angry part of each long kind's shares, ppm."""
    angry, held = _angry_shares(holders, rules)
    return {
        kind: PPM * angry[index] // max(1, held[index])
        for index, kind in enumerate(KINDS)
        if kind is not Kind.SHORT
    }


def _angry_shares(holders: Holders, rules: Rulebook) -> tuple[list[int], list[int]]:
    """Return the angry shares of each kind, and all of them, shape (7,) both."""
    edges = kind_edges(holders.kind)
    angry = _kind_sums(holders.shares * (holders.trust < _line(rules)), edges)
    return angry, _kind_sums(holders.shares, edges)


def _line(rules: Rulebook) -> int:
    """Return the trust below which a holder is angry, ppm."""
    return int(rules.owners.angry_below * PPM)


def _kind_sums(amounts: NDArray[np.int64], edges: list[int]) -> list[int]:
    """Return the sum of each kind's amounts, shape (N,) in, length 7 out: one pass for all kinds."""
    if len(set(edges)) == len(edges):  # nobody is missing
        sums: list[int] = np.add.reduceat(amounts, edges[:-1]).tolist()
        return sums
    so_far = np.zeros(len(amounts) + 1, dtype=np.int64)
    amounts.cumsum(out=so_far[1:])
    ends = so_far.take(edges).tolist()
    return [end - start for start, end in pairwise(ends)]
