"""Exponentials and logarithms that give the same bits on every machine.

The C library's `exp`, `log` and `pow` differ in the last bits between processors and versions, so that a
fingerprint would not outlive the machine that made it. `exp` and `log` are therefore rounded to 44 bits,
13 digits: the C library's answer and a bound on its error settle them in all but one case of sixty, and
there, as for powers, MPFR (through gmpy2) rounds correctly, at five times the price.
This is the only module that imports gmpy2.
"""

import math
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

import gmpy2

_DOUBLE: Final = gmpy2.context(precision=53, emin=-1073, emax=1024, subnormalize=True)
_BITS: Final = 44
_SHORT: Final = gmpy2.context(precision=_BITS, emin=-1073, emax=1024, subnormalize=True)
_SPLIT: Final = 2.0 ** (53 - _BITS) + 1.0
"""What leaves the first 44 bits of a product (Veltkamp, 1968), rounded to nearest."""
_LESS, _MORE = 1.0 - 2.0**-50, 1.0 + 2.0**-50
"""Four last bits to either side: no C library in use is off by more than one."""
_FAR: Final = 700.0
"""Beyond this an exponential has not all its bits, or no end."""
_KEPT: Final = 4096
"""Results kept of each function: laws, views and policies of a month ask for many of them again."""


def _settled(near: float) -> float:
    """Return a number rounded to 44 bits, or 0.0 where the C library's error may decide how."""
    low, high = near * _LESS, near * _MORE
    below, above = low * _SPLIT, high * _SPLIT
    least, most = below - (below - low), above - (above - high)
    return least if least == most else 0.0


def _all_settled(
    nears: Iterable[float], values: list[float], exactly: Callable[[float], gmpy2.mpfr]
) -> list[float]:
    """Return every number as `_settled` does, or what is `exactly` meant; a call each would cost as much."""
    found = []
    for near, x in zip(nears, values, strict=True):
        low, high = near * _LESS, near * _MORE
        below, above = low * _SPLIT, high * _SPLIT
        least = below - (below - low)
        found.append(least if least == above - (above - high) else float(exactly(x)))
    return found


def exp(x: float) -> float:
    """Return e**x, rounded to 44 bits.

    >>> exp(0.0), round(exp(1.0), 12)
    (1.0, 2.718281828459)
    """
    if -_FAR < x < _FAR:
        return _settled(math.exp(x)) or float(_SHORT.exp(x))
    return float(_SHORT.exp(x))  # not kept: nine of ten are never asked again


def exps_of(values: list[float]) -> list[float]:
    """Return `exp` of every value; nobody will ask for the same again."""
    if values and max(values) < _FAR and min(values) > -_FAR:
        return _all_settled(map(math.exp, values), values, _SHORT.exp)
    return [exp(x) for x in values]


@lru_cache(maxsize=_KEPT)
def log(x: float) -> float:
    """Return the natural logarithm of x > 0, rounded to 44 bits.

    >>> log(1.0)
    0.0
    """
    return _settled(math.log(x)) or float(_SHORT.log(x))


def logs_of(values: list[float]) -> list[float]:
    """Return `log` of every value > 0; nobody will ask for the same again."""
    return _all_settled(map(math.log, values), values, _SHORT.log)


@lru_cache(maxsize=_KEPT)
def log10(x: float) -> float:
    """Return the decimal logarithm of x > 0, correctly rounded.

    >>> log10(1000.0)
    3.0
    """
    return float(_DOUBLE.log10(x))


@lru_cache(maxsize=_KEPT)
def power(x: float, y: float) -> float:
    """Return x**y for x >= 0, correctly rounded.

    >>> power(2.0, 10.0), power(0.5, 2.0)
    (1024.0, 0.25)
    """
    return float(_DOUBLE.pow(float(x), float(y)))  # whole numbers would be raised as whole numbers


def logistic(x: float) -> float:
    """Return 1 / (1 + e**-x).

    >>> logistic(0.0)
    0.5
    """
    return 1.0 / (1.0 + exp(-x))


@lru_cache(maxsize=1)
def normal_quantiles(steps: int = 2048) -> tuple[float, ...]:
    """Return the standard normal quantiles at (k + 0.5) / steps, k = 0..steps-1.

    Normal luck is looked up here, so that it is the same on every machine.

    >>> table = normal_quantiles()
    >>> len(table), table[0] == -table[-1], round(table[1996], 2)
    (2048, True, 1.96)
    """
    half = [_quantile((k + 0.5) / steps) for k in range(steps // 2, steps)]
    return (*(-z for z in reversed(half)), *half)


def _quantile(p: float) -> float:
    """Return z >= 0 with P(Z < z) = p >= 1/2, by Newton's steps from the left (the curve is concave)."""
    root2, peak = _DOUBLE.sqrt(gmpy2.mpfr(2)), 0.3989422804014327
    z = 0.0
    for _ in range(12):
        below = 0.5 + 0.5 * float(_DOUBLE.erf(_DOUBLE.div(gmpy2.mpfr(z), root2)))
        z += (p - below) / (peak * exp(-z * z / 2))
    return z
