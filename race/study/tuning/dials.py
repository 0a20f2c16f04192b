"""The numbers a fit may move: those of the rulebook within its own bounds, and means of labs.

A number is named by its chapter (`money.revenue_multiple`) or by its lab (`labs.openai.parent_usd`).
"""

from collections.abc import Mapping, Sequence
from math import floor, log10
from typing import Final

import msgspec

from race.core.words import N_, PlainError, Sentence
from race.scenario.load import Scenario
from race.scenario.numbers import known_number, numbers_of

DIGITS: Final = 4
"""Figures a fitted number keeps: more would say nothing, and fewer read better in a file."""
_WIDE: Final = 50.0
"""Bounds this far apart, as a ratio, are searched by their logarithm."""


class Dial(msgspec.Struct, frozen=True, kw_only=True):
    """One number that may move: where it is, between what, and what it is now."""

    path: str
    low: float
    high: float
    present: float
    whole: bool
    unit: str = ""

    @property
    def by_logarithm(self) -> bool:
        """Return whether it is searched by its logarithm."""
        return self.low > 0 and self.high / self.low >= _WIDE

    def tidy(self, value: float) -> float:
        """Return a value in bounds with few figures; a whole number stays whole.

        >>> dial = Dial(path="money.pay_usd", low=5_000, high=300_000, present=42_000, whole=True)
        >>> dial.tidy(43_217.6), dial.tidy(1e9)
        (43220, 300000)
        >>> Dial(path="court.leak", low=0, high=1, present=0, whole=False).tidy(0.0123456)
        0.01235
        >>> few = Dial(path="", low=1, high=3, present=1, whole=True)
        >>> [few.tidy(1 + 2 * part / 3) for part in range(4)]
        [1, 2, 2, 3]
        """
        held = min(self.high, max(self.low, value))
        size = 0 if held == 0 else floor(log10(abs(held))) + 1
        short = min(self.high, max(self.low, round(held, DIGITS - size)))
        return round(short) if self.whole else float(short)


def dials_of(
    scenario: Scenario, names: Sequence[str], bounds: Mapping[str, tuple[float, float]]
) -> tuple[Dial, ...]:
    """Return the dials of some names; `bounds` narrow their own.

    Raises PlainError for a name that is not known, is named twice or cannot move, and for bad bounds.
    """
    if not names:
        raise _refuse(N_("Name at least one number, such as money.revenue_multiple."), "")
    for name in (*names, *bounds):
        if names.count(name) > 1:
            raise _refuse(N_("'{n}' is named twice; name it once."), name)
        if name not in names:
            raise _refuse(N_("{n} has bounds and is not among the numbers to fit."), name)
    known = _known(scenario)
    return tuple(_dial(name, known, bounds.get(name)) for name in names)


def _known(scenario: Scenario) -> dict[str, Dial]:
    """Return every number that may move, at the scenario's own values."""
    return {
        path: Dial(
            path=path,
            low=entry.low,
            high=entry.high,
            present=entry.value,
            whole=entry.whole,
            unit=entry.unit,
        )
        for path, entry in numbers_of(scenario).items()
        if not path.startswith("switches.")
    }


def _dial(name: str, known: Mapping[str, Dial], bounds: tuple[float, float] | None) -> Dial:
    dial = known[known_number(name, known)]
    if bounds is None:
        return dial
    low, high = bounds
    if low >= high:
        raise _refuse(N_("The bounds of {n} are empty; the low one comes first."), name)
    if not dial.low <= low < high <= dial.high:
        raise PlainError(
            Sentence(
                N_("{n} must stay within its bounds, {low} to {high}."),
                {"n": name, "low": f"{dial.low:g}", "high": f"{dial.high:g}"},
            ),
            code=2,
        )
    return msgspec.structs.replace(dial, low=low, high=high)


def read_bounds(text: str) -> dict[str, tuple[float, float]]:
    """Read bounds as they are written: name=low:high, with commas between.

    Raises PlainError for what is written otherwise, and for a number that is named twice.

    >>> read_bounds("race.luck_sd=10:20, labs.openai.parent_usd=3e8:7e8")
    {'race.luck_sd': (10.0, 20.0), 'labs.openai.parent_usd': (300000000.0, 700000000.0)}
    """
    found = {}
    for part in (each.strip() for each in text.split(",") if each.strip()):
        name, _equal, span = (word.strip() for word in part.partition("="))
        if name in found:
            raise _refuse(N_("'{n}' is named twice; name it once."), name)
        low, _colon, high = span.partition(":")
        try:
            found[name] = (float(low), float(high))
        except ValueError:
            raise _refuse(N_("'{n}' are no bounds; write NAME=LOW:HIGH."), part) from None
    return found


def _refuse(msgid: str, name: str) -> PlainError:
    return PlainError(Sentence(msgid, {"n": name}), code=2)
