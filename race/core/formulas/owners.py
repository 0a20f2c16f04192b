"""What the owners think, summed up: trust by share and by kind, and how many are angry.

Only long holders count: a short seller owns nothing to be faithful with.
All results are whole ppm; sums are exact.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from race.core.ids import KINDS, PPM, Kind
from race.core.rulebook import Rulebook
from race.core.world import Holders

_EDGES: Final = np.arange(len(KINDS) + 1, dtype=np.int8)
_LONG_KINDS: Final = tuple(kind for kind in KINDS if kind is not Kind.SHORT)


def kind_edges(kind: NDArray[np.int8]) -> list[int]:
    """Return where each kind starts in an ordered population, and its end; length 8.

    >>> kind_edges(np.array([0, 0, 1, 2, 3, 4, 5, 6, 6], dtype=np.int8))
    [0, 2, 3, 4, 5, 6, 7, 9]
    """
    return [int(edge) for edge in np.searchsorted(kind, _EDGES)]


def long_seats(holders: Holders) -> int:
    """Return how many seats hold shares; the short sellers sit behind them."""
    return int(np.searchsorted(holders.kind, _EDGES[KINDS.index(Kind.SHORT)]))


def trust_sum(holders: Holders) -> int:
    """Return the sum over long holders of shares x trust in ppm (exact, below 2**63)."""
    seats = long_seats(holders)
    return int(np.dot(holders.shares[:seats], holders.trust[:seats]))


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
    edges = kind_edges(holders.kind)
    return {kind: _weighted(holders, edges[index], edges[index + 1]) for index, kind in enumerate(KINDS)}


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
    return _angry(holders, rules, slice(0, long_seats(holders)))


def angry_by_kind(holders: Holders, rules: Rulebook) -> dict[Kind, int]:
    """Return the angry part of each long kind's shares, ppm."""
    edges = kind_edges(holders.kind)
    return {
        kind: _angry(holders, rules, slice(edges[KINDS.index(kind)], edges[KINDS.index(kind) + 1]))
        for kind in _LONG_KINDS
    }


def _weighted(holders: Holders, start: int, end: int) -> int:
    owned = np.abs(holders.shares[start:end])
    return int(np.dot(owned, holders.trust[start:end])) // max(1, int(owned.sum()))


def _angry(holders: Holders, rules: Rulebook, seats: slice) -> int:
    shares = holders.shares[seats]
    low = holders.trust[seats] < int(rules.owners.angry_below * PPM)
    return PPM * int(shares[low].sum()) // max(1, int(shares.sum()))
