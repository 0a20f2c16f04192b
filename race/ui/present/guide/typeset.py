"""A formula as a book would print it, instead of as code."""

import re
from typing import Final

from race.speech import MINUS, _, raised

_TEN: Final = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)e([+-]?\d+)")
_SQUARE: Final = re.compile(r" \*\* (\d+)\b")
_SIGNS: Final = (
    (" ** ", " ^ "),
    (" * ", " × "),
    (" - ", f" {MINUS} "),
    ("(-", f"({MINUS}"),
    ("<=", "≤"),
    (">=", "≥"),
)


def typeset(line: str) -> str:
    """Write a line of code with the signs of print: powers raised, a minus for a hyphen, words for choices.

    >>> typeset("L = base + decade * log10(flop / 1e25) - 2.63e6 * x ** 2")
    'L = base + decade × log10(flop / 10²⁵) − 2.63 × 10⁶ × x²'
    >>> typeset("g = (bad if effect < 0 else good) * 0.5 ** age")
    'g = (bad if effect < 0, else good) × 0.5 ^ age'
    """
    line = powers(line)
    line = _SQUARE.sub(lambda found: raised(int(found[1])), line)
    for code, sign in _SIGNS:
        line = line.replace(code, sign)
    when, otherwise = _("if"), _("else")
    return line.replace(" if ", f" {when} ").replace(" else ", f", {otherwise} ")


def powers(line: str) -> str:
    """Write the powers of ten in a line as print does.

    >>> powers("Quality of 1e25 FLOP.")
    'Quality of 10²⁵ FLOP.'
    """
    return _TEN.sub(lambda found: _power(found[1], int(found[2])), line)


def _power(factor: str, exponent: int) -> str:
    return f"10{raised(exponent)}" if factor == "1" else f"{factor} × 10{raised(exponent)}"
