"""Sentences for people, written where the files with translations cannot be read.

The laws, the judge of legality and the policies speak in `Sentence`s: an English msgid with
named braces and the quantities that go into them.
`race.speech` turns them into the reader's language and number style.
"""

from collections.abc import Sequence
from typing import Final

import msgspec
from typing_extensions import override

UNCOUNTED: Final = 99
"""Months from which a length of time is no longer counted: what lasts so long, lasts."""
_TENTH: Final = 1_000
"""A tenth of a percent, ppm: less is a sliver."""


def N_(msgid: str) -> str:  # noqa: N802 - gettext's own name for "collect me"
    """Mark a string for the translators and return it unchanged."""
    return msgid


class Quantity(msgspec.Struct, frozen=True, tag="quantity", gc=False):
    """Hold a number with its unit, so that a reader's language can write it.

    The functions below make one of each unit; `value` is in that unit (whole dollars, H100e, ppm...).
    """

    unit: str
    value: int | float


def usd(value: int) -> Quantity:
    """Write whole US dollars."""
    return Quantity("usd", value)


def cents(value: int) -> Quantity:
    """Write a share price given in US cents.

    >>> cents(1_250)
    Quantity(unit='cents', value=1250)
    """
    return Quantity("cents", value)


def chips(value: int) -> Quantity:
    """Write a number of H100-equivalents."""
    return Quantity("chips", value)


def percent(ppm: int) -> Quantity:
    """Write parts per million as a percentage."""
    return Quantity("ppm", ppm)


def sliver(ppm: int) -> Quantity:
    """Write parts per million as a percentage, in hundredths when it is less than a tenth.

    >>> sliver(420).unit, sliver(4_200).unit
    ('sliver', 'ppm')
    """
    return Quantity("sliver" if 0 < abs(ppm) < _TENTH else "ppm", ppm)


def points(ppm: int) -> Quantity:
    """Write a difference of trust in ppm as signed points of a hundred.

    >>> points(-15_000)
    Quantity(unit='points', value=-15000)
    """
    return Quantity("points", ppm)


def month(index: int) -> Quantity:
    """Write a month index (0 = December 2023) as a date."""
    return Quantity("month", index)


def months(count: int) -> Quantity:
    """Write a length of time in months."""
    return Quantity("months", count)


def lasting(count: int) -> Quantity:
    """Write how many whole months something lasts; none, and from `UNCOUNTED` on, have words of their own.

    >>> lasting(7)
    Quantity(unit='lasting', value=7)
    """
    return Quantity("lasting", count)


def count(value: int) -> Quantity:
    """Write a plain whole number."""
    return Quantity("count", value)


def elo(value: float) -> Quantity:
    """Write a score or a difference on the constant Elo scale."""
    return Quantity("elo", value)


def flop(value: float) -> Quantity:
    """Write training compute in FLOP."""
    return Quantity("flop", value)


def kw(value: int) -> Quantity:
    """Write electrical power in kW."""
    return Quantity("kw", value)


class Name(msgspec.Struct, frozen=True, tag="name", gc=False):
    """Name an entity by its key; the name pack (real or fictional) says how it reads."""

    key: str


class Term(msgspec.Struct, frozen=True, tag="term", gc=False):
    """Put a translatable word or phrase into a sentence."""

    msgid: str


class Quote(msgspec.Struct, frozen=True, tag="quote", gc=False):
    """Put a whole sentence with numbers of its own into another one."""

    msgid: str
    values: dict[str, Quantity | Name | Term | str] = {}


Part = Quantity | Name | Term | Quote | str
"""What may stand in a sentence's braces."""
_BARE: Final = ("chips", "count", "elo")
"""Units that their figures are read without."""


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """Say one thing: an English msgid with named braces, and what fills them."""

    msgid: str
    values: dict[str, Part] = {}


def plainly(sentence: "Sentence | Quote") -> str:
    """Write a sentence in English with bare figures, where no reader's language is known.

    >>> plainly(Sentence("{firm} waits {time}.", {"firm": Name("xai"), "time": months(2)}))
    'xai waits 2 months.'
    """
    text = sentence.msgid
    for key, value in sentence.values.items():
        text = text.replace(f"{{{key}}}", _plain(value))
    return text


def _plain(value: Part) -> str:
    match value:
        case Quantity():
            return str(value.value) if value.unit in _BARE else f"{value.value} {value.unit}"
        case Name():
            return value.key
        case Term():
            return value.msgid
        case Quote():
            return plainly(value)
        case str():
            return value


class PlainError(Exception):
    """Report bad input as an answer: what is wrong, where, and what to do about it.

    The command line prints it as one sentence and exits with `code` (see `docs/exit-codes.md`); a program
    that uses the rooms as a library reads it in English.
    """

    mistakes: Sequence[Sentence] = ()
    """Single mistakes, where the sentence counts several."""

    def __init__(self, sentence: Sentence, *, code: int = 3) -> None:
        """Keep the sentence and the exit code (2 usage, 3 bad file, 4 environment, 6 missing extra)."""
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code

    @override
    def __str__(self) -> str:
        return "\n  ".join(plainly(each) for each in (self.sentence, *self.mistakes))
