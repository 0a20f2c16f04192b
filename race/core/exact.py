"""Exponentials and logarithms that give the same bits on every machine.

The C library's `exp`, `log` and `pow` differ in the last bit between processors and versions;
MPFR (through gmpy2) rounds correctly, so a fingerprint outlives the machine that made it.
`exp` and `log` work the answer out as a double and a small rest first, with a bound on the error; when
both ends of the bound round to the same double (Ziv, 1991), that is MPFR's answer at half its cost,
and MPFR is asked in the few cases where they do not.
This is the only module that imports gmpy2.
"""

from functools import lru_cache
from math import expm1, frexp, ldexp, log1p
from typing import Final

import gmpy2

_DOUBLE: Final = gmpy2.context(precision=53, emin=-1073, emax=1024, subnormalize=True)
_WIDE: Final = gmpy2.context(precision=160)
_KEPT: Final = 4096
"""Results kept of each function: laws, views and policies of a month ask for many of them again."""


def _split(wide: gmpy2.mpfr, bits: int = 53) -> tuple[float, float]:
    """Return a number of 160 bits as a double of so many bits and the rest."""
    high = gmpy2.mpfr(wide, bits)
    return float(high), float(_WIDE.sub(wide, high))


_STEPS: Final = 256
_LN2: Final = _WIDE.log(gmpy2.mpfr(2))
_STEP, _STEP_REST = _split(_WIDE.div(_LN2, _STEPS), 34)
"""The logarithm of one step of the table of powers: so short that its multiples are exact."""
_PER_STEP: Final = float(_WIDE.div(_STEPS, _LN2))
_POWERS: Final = [_split(_WIDE.exp2(_WIDE.div(step, _STEPS))) for step in range(_STEPS)]
"""2**(step / 256) as a double and the rest."""
_EXP_ERROR: Final = 2.0**-58
"""Bound on the error of a power between 1 and 2; four last bits of `expm1` are an eighth of it."""
_LN2_HIGH, _LN2_REST = _split(_LN2, 40)
_INVERSES: Final = [
    (inverse, *_split(_WIDE.sub(0, _WIDE.log(gmpy2.mpfr(inverse)))))
    for inverse in (round(1024 * 512 / (place + 0.5)) / 1024 for place in range(256, 512))
]
"""For a mantissa's first nine bits its inverse, so short that its products are exact, and minus its
logarithm as a double and the rest."""
_LOG_ERROR: Final = 2.0**-59
"""Bound on the error of a logarithm of at least `_LOG_LEAST`."""
_EXP_MOST, _LOG_FROM, _LOG_TO, _LOG_LEAST = 700.0, 1e-300, 1e300, 0.05
"""Beyond these MPFR is asked: results without all their bits, and logarithms that are nearly 0."""
_HALF_MANTISSA: Final = 2.0**27


def exp(x: float) -> float:
    """Return e**x, correctly rounded.

    >>> exp(0.0), exp(1.0)
    (1.0, 2.718281828459045)
    """
    if -_EXP_MOST < x < _EXP_MOST:
        step = int(x * _PER_STEP + (0.5 if x > 0.0 else -0.5))
        rough, rest = x - step * _STEP, step * _STEP_REST
        small = rough - rest  # at most half a step from the table
        high, low = _POWERS[step & 255]
        low += high * (expm1(small) + ((rough - small) - rest))
        found = high + (low - _EXP_ERROR)
        if found == high + (low + _EXP_ERROR):
            return ldexp(found, step >> 8)
    return float(_DOUBLE.exp(x))


def exps_of(values: list[float]) -> list[float]:
    """Return e**x of every value, correctly rounded."""
    return [exp(x) if x else 1.0 for x in values]


@lru_cache(maxsize=_KEPT)
def log(x: float) -> float:
    """Return the natural logarithm of x > 0, correctly rounded.

    >>> log(1.0), log(2.718281828459045), log(1e-3)
    (0.0, 1.0, -6.907755278982137)
    """
    return _log(x)


def _log(x: float) -> float:
    if _LOG_FROM < x < _LOG_TO:
        mantissa, exponent = frexp(x)
        inverse, high, low = _INVERSES[int(mantissa * 512.0) - 256]
        front = int(mantissa * _HALF_MANTISSA) / _HALF_MANTISSA
        near, far = front * inverse - 1.0, (mantissa - front) * inverse  # both exact
        small = near + far
        low += (near - small) + far
        if exponent:
            whole = exponent * _LN2_HIGH
            total = whole + high
            low += exponent * _LN2_REST + (high - (total - whole))
            high = total
        part = log1p(small)
        total = high + part
        low += part - (total - high)
        found = total + (low - _LOG_ERROR)
        if found == total + (low + _LOG_ERROR) and not -_LOG_LEAST < found < _LOG_LEAST:
            return found
    return float(_DOUBLE.log(x))


def logs_of(values: list[float]) -> list[float]:
    """Return the natural logarithm of every value > 0, correctly rounded; nobody will ask again."""
    return [_log(x) for x in values]


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


def tanh(x: float) -> float:
    """Return the hyperbolic tangent, correctly rounded."""
    return float(_DOUBLE.tanh(x))


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
