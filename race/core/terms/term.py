"""A term: what a word of the game means, as a sentence, a formula, its numbers and its source.

A formula is written so that a machine can check it: each line is a symbol and an arithmetic expression
of the rulebook's numbers (by their last name), of what is given and of the symbols above it. A test
works the lines out and compares them with what the law's own function returns.
"""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from race.core.ids import PPM, Firm
from race.core.rulebook import Rulebook
from race.core.rulebook.number import DESIGN
from race.core.world import Depot, Lab, Split


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a term's table: what is given, and how the law works out the rest."""

    given: Mapping[str, float]
    value: Callable[[Rulebook], float]
    """Ask the law's own function, under some rulebook."""


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """One word explained."""

    name: str
    meaning: str
    """English msgid, one sentence."""
    unit: str
    lines: tuple[tuple[str, str], ...]
    """Symbol and expression; the last symbol is what the word means."""
    given: Mapping[str, str]
    """What each name in the formula that is no number of the rulebook stands for, English msgids."""
    numbers: tuple[str, ...]
    """Paths of the rulebook's numbers in the formula."""
    related: tuple[str, ...] = ()
    """Paths of further numbers that belong to it: luck, limits, bounds in time."""
    function: Callable[..., Any]
    """What the laws call."""
    examples: tuple[Example, ...]
    source: str = DESIGN
    digits: int = 2
    """Decimals of the values in its table."""


def table(
    names: tuple[str, ...], value: Callable[..., float], *rows: tuple[float, ...]
) -> tuple[Example, ...]:
    """Return examples: each row gives the named quantities; `value` takes a rulebook and the row."""
    return tuple(
        Example(
            given=dict(zip(names, row, strict=True)),
            value=lambda rules, row=row: value(rules, *row),  # type: ignore[misc]  # the row is bound here
        )
        for row in rows
    )


def a_lab(rules: Rulebook, depot: Depot | None = None, **changes: Any) -> Lab:  # noqa: ANN401 - any field of a lab
    """Return a lab that is nothing but what an example needs, with the usual word."""
    plain: dict[str, Any] = {
        "firm": Firm.MISTRAL,
        "cash_usd": 0,
        "split": Split(PPM, 0, 0, 0),
        "staff": 1,
        "researchers": 1,
        "recipe": 0.0,
        "recipe_goal": 0.0,
        "users_k": 0,
        "share_ppm": 0,
        "credibility": rules.fog.credibility_start,
    }
    return Lab(depot=depot or Depot(), **{**plain, **changes})
