"""How far a difference within pairs may be off: one arithmetic for the war room and the laboratory."""

from collections.abc import Sequence
from math import sqrt
from typing import Final

Z: Final = 1.959964
"""Half width of the middle 95 % of a normal distribution, standard deviations."""
_ROUNDING: Final = 1e-9
"""Part of a figure by which equal ones may differ after arithmetic."""


def vary(values: Sequence[float]) -> bool:
    """Return whether values are not all alike, rounding aside.

    >>> vary([5.0]), vary([0.1 + 0.2, 0.3]), vary([5.0, 5.1])
    (False, False, True)
    """
    return len(values) > 1 and max(values) - min(values) > _ROUNDING * max(map(abs, values))


def share_span(more: int, fewer: int, pairs: int) -> tuple[float, float]:
    """Return the 95 % interval of a difference of two shares from the pairs in which only one side has it.

    The interval is Agresti and Min's (2005): half a pair is added to each of the four outcomes, so that it
    does not collapse where no pair differs.

    >>> [round(end, 3) for end in share_span(0, 0, 38)], [round(end, 2) for end in share_span(5, 0, 10)]
    ([-0.049, 0.049], [0.09, 0.74])
    """
    apart, all_of = more - fewer, pairs + 2
    half = Z * sqrt(more + fewer + 1 - apart**2 / all_of) / all_of
    return max(-1.0, apart / all_of - half), min(1.0, apart / all_of + half)
