"""How a number of the rulebook is written: with its unit, parts of a whole in per cent."""

from typing import Final

from race.core.rulebook.catalogue import Entry
from race.core.words import N_
from race.speech import NARROW, _, number

_WHOLE: Final = 100.0
_MILLIONTHS: Final = 1e-4
_PARTS: Final = {
    "share": (_WHOLE, ""),
    "part": (_WHOLE, ""),
    "chance": (_WHOLE, ""),
    "ppm": (_MILLIONTHS, ""),
    "a week": (_WHOLE, N_("a week")),
    "a month": (_WHOLE, N_("a month")),
    "a year": (_WHOLE, N_("a year")),
    "a neighbour and week": (_WHOLE, N_("a neighbour and week")),
    "an offence": (_WHOLE, N_("an offence")),
    "share a month": (_WHOLE, N_("a month")),
    "share a swap": (_WHOLE, N_("a swap")),
    "share of price a month": (_WHOLE, N_("of the price a month")),
    "share of value a month": (_WHOLE, N_("of the value a month")),
    "share of value": (_WHOLE, N_("of the value")),
    "share of valuation": (_WHOLE, N_("of the valuation")),
    "share of cash": (_WHOLE, N_("of the cash")),
    "share of a year": (_WHOLE, N_("of a year")),
    "share of a year's plan": (_WHOLE, N_("of a year's plan")),
    "share of large": (_WHOLE, N_("of a large one")),
    "ppm a month": (_MILLIONTHS, N_("a month")),
    "ppm of seen": (_MILLIONTHS, N_("of the weight that is seen")),
    "ppm of supply": (_MILLIONTHS, N_("of the supply")),
    "ppm of plan": (_MILLIONTHS, N_("of the plan")),
    "ppm of a milestone": (_MILLIONTHS, N_("of a milestone")),
    "ppm of an insult": (_MILLIONTHS, N_("of an insult")),
}
"""Units of parts of a whole: what makes them per cent, and what the per cent are of or for."""


def value_of(entry: Entry) -> str:
    """Write a number of the rulebook with its unit."""
    return _amount(entry.value, entry.unit)


def low_of(entry: Entry) -> str:
    """Write the least that a number may be, bare: the most stands beside it with the unit."""
    return figure(entry.low * _PARTS.get(entry.unit, (1.0, ""))[0])


def high_of(entry: Entry) -> str:
    """Write the most that a number may be, with its unit."""
    return _amount(entry.high, entry.unit)


def _amount(value: float, unit: str) -> str:
    scale, of = _PARTS.get(unit, (1.0, unit))
    shown = figure(value * scale)
    if unit == "rank":
        return _("rank {n}").format(n=shown)
    if unit in _PARTS:
        shown = _("{n} %").format(n=shown).replace(" ", NARROW)
    return f"{shown} {_(of)}".strip()


def figure(value: float) -> str:
    """Write a number with as many decimals as it needs, four figures at most after the point.

    >>> figure(0.0034), figure(43.0), figure(0.5)
    ('0.0034', '43', '0.5')
    """
    if value and not 1e-4 <= abs(value) < 1e13:  # noqa: PLR2004 - beyond this a power of ten is shorter
        return f"{value:.3g}"
    decimals = len(f"{value:.4f}".rstrip("0").partition(".")[2])
    return number(value, decimals)
