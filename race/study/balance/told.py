"""How the figures of a report are written, the same on the page and on the command line."""

from math import isinf
from typing import Final

from race.core.words import N_
from race.speech import _, number
from race.study.balance.measures import IN, OUT, UNSETTLED, Measure
from race.study.compare import Interval

_VERDICTS: Final = {IN: N_("in"), OUT: N_("out"), UNSETTLED: N_("not settled")}


def verdict(word: str) -> str:
    """Return a verdict in the reader's language."""
    return _(_VERDICTS[word])


def percent(found: Interval, decimals: int = 0) -> str:
    """Return a share with its interval; one that is not known says so.

    >>> percent(Interval(0.25, 0.2, 0.301, 100))
    '25 % (20 to 30)'
    >>> percent(Interval(0.25, -float("inf"), float("inf"), 1))
    '25 % (–)'
    """
    if not found.known:
        return f"{number(100 * found.value, decimals)} % (–)"
    value, low, high = (number(100 * figure, decimals) for figure in (found.value, found.low, found.high))
    return _("{value} % ({low} to {high})").format(value=value, low=low, high=high)


def share(value: float) -> str:
    """Return a share of 0-1 in whole percent.

    >>> share(0.347)
    '35 %'
    """
    return f"{100 * value:.0f} %"


def span(found: Interval, decimals: int = 0) -> str:
    """Return a figure with its interval; an interval without an end, or that is not known, says so.

    >>> span(Interval(1.5, 0.9, 2.5, 10), 1), span(Interval(1.5, 0.9, float("inf"), 10), 1)
    ('1.5 (0.9 to 2.5)', '1.5 (0.9 or more)')
    >>> span(Interval(1.5, -float("inf"), float("inf"), 1), 1)
    '1.5 (–)'
    """
    if not found.known:
        return f"{number(found.value, decimals)} (–)"
    value, low = number(found.value, decimals), number(found.low, decimals)
    if isinf(found.high):
        return _("{value} ({low} or more)").format(value=value, low=low)
    return _("{value} ({low} to {high})").format(value=value, low=low, high=number(found.high, decimals))


def shown(line: Measure) -> str:
    """Return what was measured, in the unit of its line."""
    found = line.found
    match line.unit:
        case "%" | "points":
            return percent(found, 1)
        case "of":
            return _("{n} of {all}").format(n=number(found.value), all=found.games)
        case "archetypes":
            return span(found)
        case "x" | "months":
            return span(found, 2)
        case _:
            return span(found, 1)
