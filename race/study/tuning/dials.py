"""The numbers a fit may move: those of the rulebook within its own bounds, and means of labs.

A number is named by its chapter (`money.revenue_multiple`) or by its lab (`labs.openai.parent_usd`);
the means of labs have no bounds of their own, so that they must be given.
"""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from math import log10
from typing import Final

import msgspec

from race.core.ids import Firm
from race.core.rulebook.catalogue import entries
from race.core.words import N_, PlainError, Sentence
from race.scenario.load import Scenario

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
        """
        held = min(self.high, max(self.low, value))
        size = 0 if held == 0 else int(log10(abs(held))) + 1
        short = min(self.high, max(self.low, round(held, DIGITS - size)))
        return int(short) if self.whole else float(short)


def dials_of(
    scenario: Scenario, names: Sequence[str], bounds: Mapping[str, tuple[float, float]]
) -> tuple[Dial, ...]:
    """Return the dials of some names; `bounds` narrow the rulebook's, or give those of a lab's means.

    Raises PlainError for a name that is not known, is named twice or cannot move, and for bad bounds.
    """
    if not names:
        raise _refuse(N_("Name at least one number to fit, such as money.revenue_multiple."), "")
    for name in (*names, *bounds):
        if names.count(name) > 1:
            raise _refuse(N_("'{n}' is named twice; name it once."), name)
        if name not in names:
            raise _refuse(N_("{n} has bounds and is not among the numbers to fit."), name)
    known = _known(scenario)
    return tuple(_dial(name, known, bounds.get(name)) for name in names)


def _known(scenario: Scenario) -> dict[str, Dial]:
    """Return every number that may move, at the scenario's own values."""
    found = {
        path: Dial(
            path=path,
            low=entry.low,
            high=entry.high,
            present=entry.value,
            whole=entry.whole,
            unit=entry.unit,
        )
        for path, entry in entries(scenario.rules).items()
        if entry.tunable and not path.startswith("switches.")
    }
    for firm in Firm if scenario.file.equal is None else ():
        means = msgspec.to_builtins(scenario.means[firm]) if firm in scenario.means else {}
        for field, value in means.items():
            if isinstance(value, int | float) and not isinstance(value, bool):
                path = f"labs.{firm.value}.{field}"
                found[path] = Dial(path=path, low=0, high=0, present=value, whole=isinstance(value, int))
    return found


def _dial(name: str, known: Mapping[str, Dial], bounds: tuple[float, float] | None) -> Dial:
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = (
            N_("There is no number {n} to fit; did you mean {near}?")
            if near
            else N_("There is no number {n} to fit; `diverted explain` lists those that there are.")
        )
        raise PlainError(Sentence(hint, {"n": name, "near": near[0] if near else ""}), code=2)
    dial = known[name]
    if bounds is None:
        if dial.low == dial.high:
            raise _refuse(N_("{n} has no bounds of its own; give them, as in --bounds {n}=LOW:HIGH."), name)
        return dial
    low, high = bounds
    if low >= high:
        raise _refuse(N_("The bounds of {n} are empty; the low one comes first."), name)
    if dial.low != dial.high and not dial.low <= low < high <= dial.high:
        raise PlainError(
            Sentence(
                N_("{n} must stay within the rulebook's bounds, {low} to {high}."),
                {"n": name, "low": f"{dial.low:g}", "high": f"{dial.high:g}"},
            ),
            code=2,
        )
    return msgspec.structs.replace(dial, low=low, high=high)


def read_bounds(text: str) -> dict[str, tuple[float, float]]:
    """Read bounds as they are written: name=low:high, with commas between.

    >>> read_bounds("race.luck_sd=10:20, labs.openai.parent_usd=3e8:7e8")
    {'race.luck_sd': (10.0, 20.0), 'labs.openai.parent_usd': (300000000.0, 700000000.0)}
    """
    found = {}
    for part in (each.strip() for each in text.split(",") if each.strip()):
        name, _equal, span = part.partition("=")
        low, _colon, high = span.partition(":")
        try:
            found[name.strip()] = (float(low), float(high))
        except ValueError:
            raise _refuse(N_("'{n}' are no bounds; write NAME=LOW:HIGH."), part) from None
    return found


def _refuse(msgid: str, name: str) -> PlainError:
    return PlainError(Sentence(msgid, {"n": name}), code=2)
