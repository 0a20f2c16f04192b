"""The owners: a population in a network, as few packed arrays of whole numbers.

Seat i of the hall is index i of every array; seats are ordered by kind, so that a kind is a slice
and neighbours of one's own kind sit near.
"""

import msgspec
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from race.core.ids import KINDS

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]


class Holders(msgspec.Struct, kw_only=True):
    """The population of N holders; trust and priors in ppm, shares in whole shares.

    `neighbours` never changes in a game and is shared between copies.
    """

    kind: NDArray[np.int8]
    """Shape (N,): index into `race.core.ids.KINDS`."""
    trust: Ints
    """Shape (N,): trust in the founder, 0 to 1,000,000."""
    prior: Ints
    """Shape (N,): the stubborn prior, 0 to 1,000,000."""
    shares: Longs
    """Shape (N,): shares held; negative for short sellers. Never written: who seats more makes them anew."""
    neighbours: NDArray[np.int32]
    """Shape (8, N): indices of each holder's neighbours."""
    keen: tuple[int, ...] = (0,) * len(KINDS)
    """Part of each kind's absent who come to the next meeting after all, ppm; fades month by month."""
    heard: dict[int, NDArray[np.bool_]] = {}
    """Who has heard each live story, by the story's id, shape (N,); a month writes new ones."""

    def copy(self) -> "Holders":
        """Copy what changes; all else is shared: kinds, network, shares, who has heard what so far."""
        holders = replace(self)
        holders.trust = self.trust.copy()
        holders.prior = self.prior.copy()
        holders.heard = self.heard.copy()
        return holders
