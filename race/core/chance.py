"""Luck by name: one stream for each seed, month and purpose.

A new draw in one law moves no other law's luck, and two runs can be compared on the same luck.
The generator is SplitMix64 (Steele, Lea and Flood, 2014) used as a counter: draw k of a stream is
a hash of the stream's key and k.
It costs a microsecond to open a stream (NumPy's own bit generators cost eighteen or more), holds
no state worth saving, gives the same numbers one by one and in arrays, and never changes with a
library's version.
"""

from functools import lru_cache
from hashlib import blake2b
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from race.core.exact import normal_quantiles

_T = TypeVar("_T")
_MASK: Final = (1 << 64) - 1
_GAMMA: Final = 0x9E3779B97F4A7C15
_UNIT: Final = 1.0 / (1 << 53)
_WHOLE: Final = float(1 << 53)
_READY: Final = 28
"""Draws of a purpose that are worked out ahead of a month: what most laws need for seven labs."""
_AHEAD: Final = 12
"""Months that are worked out together at most."""
_STRATA: Final = 2048
"""Strata of the normal table; a power of two, so that a draw times it loses no bit."""


def _mix(z: int) -> int:
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
    return z ^ (z >> 31)


def _mix_all(k: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Mix every number of an array as `_mix` does, in place, and return it."""
    high = k >> np.uint64(30)
    k ^= high
    k *= np.uint64(0xBF58476D1CE4E5B9)
    np.right_shift(k, np.uint64(27), out=high)
    k ^= high
    k *= np.uint64(0x94D049BB133111EB)
    np.right_shift(k, np.uint64(31), out=high)
    k ^= high
    return k


@lru_cache(maxsize=8)
def _steps(size: int) -> NDArray[np.uint64]:
    """Return what the counter adds to the key at draws 1 to `size`, shape (size,)."""
    return np.arange(1, size + 1, dtype=np.uint64) * np.uint64(_GAMMA)


@lru_cache(maxsize=4096)
def _word(purpose: str) -> int:
    return int.from_bytes(blake2b(purpose.encode(), digest_size=8).digest(), "little")


def normal_at(draw: float) -> float:
    """Return the standard normal draw that a draw in [0, 1) stands for.

    A law that draws for every lab, and needs the luck of few, asks for those only.

    >>> Chance(7).stream(3, "runs").normal() == normal_at(Chance(7).stream(3, "runs").uniform())
    True
    """
    return normal_quantiles()[int(draw * _STRATA)]


def below_at(draw: float, bound: int) -> int:
    """Return the whole number from 0 to bound - 1 that a draw in [0, 1) stands for, as `Stream.below`.

    >>> Chance(7).stream(3, "runs").below(6) == below_at(Chance(7).stream(3, "runs").uniform(), 6)
    True
    """
    return int(draw * _WHOLE) * bound >> 53


class Stream:
    """Draw luck for one purpose in one month; the draws depend on nothing else."""

    __slots__ = ("_key", "_next", "_ready", "_start")

    def __init__(self, key: int, ready: "memoryview[float] | None" = None, start: int = 0) -> None:
        """Start at the first draw of the stream with this 64-bit key.

        `ready` holds its first `_READY` draws, 0-1, from place `start` on, among those of other streams.
        """
        self._key = key
        self._next = 0
        self._ready = ready
        self._start = start

    def uniform(self) -> float:
        """Return a double in [0, 1) with 53 random bits."""
        k = self._next
        self._next = k + 1
        ready = self._ready
        if k < _READY and ready is not None:
            return ready[self._start + k]
        return (_mix((self._key + (k + 1) * _GAMMA) & _MASK) >> 11) * _UNIT

    def uniforms(self, size: int) -> list[float]:
        """Return the next `size` doubles in [0, 1), the same as one by one."""
        first = self._next
        last = first + size
        ready = self._ready
        if last <= _READY and ready is not None:
            self._next = last
            start = self._start
            return [*ready[start + first : start + last].tolist()]
        return [self.uniform() for _ in range(size)]

    def normals(self, size: int) -> list[float]:
        """Return the next `size` standard normal draws, the same as one by one."""
        table = normal_quantiles()
        return [table[int(draw * _STRATA)] for draw in self.uniforms(size)]

    def happens(self, probability: float) -> bool:
        """Return True with this probability (0 to 1)."""
        return self.uniform() < probability

    def below(self, bound: int) -> int:
        """Return a whole number from 0 to bound - 1 (1 <= bound < 2**53)."""
        return below_at(self.uniform(), bound)

    def choose(self, options: "tuple[_T, ...] | list[_T]") -> _T:
        """Return one of the options, each equally likely."""
        return options[self.below(len(options))]

    def normal(self, mean: float = 0.0, sd: float = 1.0) -> float:
        """Return a normal draw by the quantile table (2,048 equal strata, |z| <= 3.5)."""
        return mean + sd * normal_quantiles()[int(self.uniform() * _STRATA)]

    def skip(self, size: int) -> None:
        """Leave out `size` draws that nobody needs."""
        self._next += size

    def bits(self, size: int, *, after: int | None = None) -> NDArray[np.uint64]:
        """Return `size` draws of 64 bits, shape (size,): the same as one by one.

        With `after`, return those that follow the stream's first `after` draws, and let it stand still.
        """
        if after is None:
            after = self._next
            self._next += size
        return _mix_all(_steps(size) + np.uint64((self._key + after * _GAMMA) & _MASK))

    def at(self, draws: int) -> int:
        """Return the counter, 64 bits, after the stream's first `draws` draws: for loops that hash it."""
        return (self._key + draws * _GAMMA) & _MASK

    def many_below(self, bound: int, size: int) -> NDArray[np.int64]:
        """Return `size` whole numbers from 0 to bound - 1 (bound < 2**31), shape (size,)."""
        return ((self.bits(size) >> np.uint64(33)) * np.uint64(bound) >> np.uint64(31)).astype(np.int64)


class Chance:
    """Hand out the streams of one seeded game.

    The first draws of every purpose seen so far are worked out together for some months ahead: one by
    one in Python's whole numbers they cost five times as much.
    """

    __slots__ = ("_first", "_keys", "_opened", "_places", "_root", "_since", "_until", "seed")

    def __init__(self, seed: int) -> None:
        """Take the game's seed, 0 to 2**63 - 1."""
        self.seed = seed
        self._root = _mix((seed * _GAMMA + 1) & _MASK)
        self._keys: dict[str, int] = {}
        self._first = self._until = 0
        self._since = -1
        self._places: dict[str, int] = {}
        self._opened: tuple[list[int], memoryview[float]] = ([], memoryview(b"").cast("d"))

    def stream(self, month: int, purpose: str) -> Stream:
        """Open the stream of a month (0 and up) for a purpose, from its first draw.

        >>> one, two = Chance(7).stream(3, "leaks"), Chance(7).stream(3, "leaks")
        >>> one.uniform() == two.uniform()
        True
        >>> Chance(7).stream(4, "leaks").uniform() == one.uniform()
        False
        """
        if not self._first <= month < self._until:
            self._open_months(month)
        place = self._places.get(purpose)
        if place is not None:
            place += month - self._first
            keys, ready = self._opened
            return Stream(keys[place], ready, place * _READY)
        key = self._keys.get(purpose)
        if key is None:
            key = self._keys[purpose] = _mix(self._root ^ _word(purpose))
        return Stream(_mix((key + (month + 1) * _GAMMA) & _MASK))

    def _open_months(self, first: int) -> None:
        """Work out the keys and first draws of every purpose seen so far, from a month on.

        As many months as the game has had, at most a year: most purposes are seen in the first.
        """
        if self._since < 0:
            self._since = first
        ahead = min(_AHEAD, max(1, first - self._since))
        self._first, self._until = first, first + ahead
        if not self._keys:
            return
        roots = np.fromiter(self._keys.values(), dtype=np.uint64, count=len(self._keys))
        months = np.arange(first + 1, first + ahead + 1, dtype=np.uint64) * np.uint64(_GAMMA)
        keys = _mix_all(roots[:, None] + months)
        keys = keys.ravel()
        draws = _mix_all(keys[:, None] + _steps(_READY)) >> np.uint64(11)
        # a flat view: whoever draws takes a number out of it, and what nobody draws stays packed
        self._opened = (keys.tolist(), (draws.ravel() * _UNIT).data.cast("B").cast("d"))
        self._places = {purpose: place * ahead for place, purpose in enumerate(self._keys)}
