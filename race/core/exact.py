"""Exponentials and logarithms that give the same bits on every machine.

The C library's `exp`, `log` and `pow` differ in the last bit between processors and versions;
MPFR (through gmpy2) rounds correctly, so a fingerprint outlives the machine that made it.
This is the only module that imports gmpy2.
"""

from functools import lru_cache
from typing import Final

import gmpy2

_DOUBLE: Final = gmpy2.context(precision=53, emin=-1073, emax=1024, subnormalize=True)
_EXP, _LOG = _DOUBLE.exp, _DOUBLE.log
_KEPT: Final = 4096
"""Results kept of each function: laws, views and policies of a month ask for many of them again."""


def exp(x: float) -> float:
    """Return e**x, correctly rounded.

    >>> exp(0.0), exp(1.0)
    (1.0, 2.718281828459045)
    """
    return float(_EXP(x))  # not kept: nine of ten are never asked again


def exps_of(values: list[float]) -> list[float]:
    """Return e**x of every value, correctly rounded; nobody will ask for the same again."""
    return [float(_EXP(x)) if x else 1.0 for x in values]


@lru_cache(maxsize=_KEPT)
def log(x: float) -> float:
    """Return the natural logarithm of x > 0, correctly rounded.

    >>> log(1.0)
    0.0
    """
    return float(_LOG(x))


def logs_of(values: list[float]) -> list[float]:
    """Return the natural logarithm of every value > 0, correctly rounded, as `exps_of` does."""
    return [float(_LOG(x)) for x in values]


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
