"""How a line of the file is written: who writes to whom, how damaging it is at worst, in several wordings."""

from enum import IntEnum
from typing import Final

import msgspec

from race.core.words import N_


class Grade(IntEnum):
    """How damaging a line is when a court reads it out, before what came of it."""

    HARMLESS = 0
    AWKWARD = 1
    BAD = 2
    GRAVE = 3


class Entry(msgspec.Struct, frozen=True):
    """One kind of line."""

    writer: str
    grade: Grade
    unit: str
    """What its number counts (a unit of `race.core.words`), "" for no number."""
    wordings: tuple[str, ...]
    of_none: str = ""
    """What it says when its number is 0, "" if it says the same."""


SUPPLY: Final = N_("the founder to the supply desk")
TREASURER: Final = N_("the founder to the treasurer")
LAB: Final = N_("the founder to the lab")
BUILDERS: Final = N_("the founder to the builders")
RECRUITERS: Final = N_("the founder to the recruiters")
PRESS: Final = N_("the founder to the press office")
COUNSEL: Final = N_("the founder to counsel")
MANAGERS: Final = N_("the founder to the carmaker's managers")
SECURITY: Final = N_("the founder to security")
NOTE: Final = N_("a note in the founder's hand")
