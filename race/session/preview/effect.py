"""The shape of a preview: a line, named numbers, warnings."""

from collections.abc import Callable
from typing import Final

import msgspec

from race.core.commands import Command
from race.core.view import FounderView
from race.core.words import N_, Quantity, Sentence, month

EIGHT_IN_TEN: Final = 1.28
"""Standard deviations to either side that hold eight outcomes in ten: the ranges that are shown."""


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """One named number of a preview.

    `good` is 1, 0 or -1 for the founder; `high` makes it a range, `then` what it is afterwards; `moves` says
    that it is a change, written with its sign.
    """

    label: str
    value: Quantity
    high: Quantity | None = None
    then: Quantity | None = None
    good: int = 0
    moves: bool = False


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """What would follow from one command: a line, named numbers now and later, warnings."""

    line: Sentence
    effects: tuple[Effect, ...] = ()
    later: tuple[Effect, ...] = ()
    warnings: tuple[Sentence, ...] = ()


Previews = dict[type[Command], Callable[[FounderView, Command], Preview]]
"""What would follow from each of some kinds of command, given on the founder's books."""


def sign_of(low: float, high: float) -> int:
    """Return 1 for a range that may rise and cannot fall, -1 for one that may fall and cannot rise, else 0.

    >>> sign_of(0, 2), sign_of(-2, 0), sign_of(-1, 2), sign_of(0, 0)
    (1, -1, 0, 0)
    """
    return (low >= 0 < high) - (high <= 0 > low)


def too_late(view: FounderView, due: int) -> tuple[Sentence, ...]:
    """Warn of what comes only after the last month."""
    end = view.board.setting.months
    if due <= end:
        return ()
    return (Sentence(N_("That is after the end in {end}: it will not count."), {"end": month(end)}),)


AT_THE_END: Final = Sentence(N_("Takes effect when the month ends."))
