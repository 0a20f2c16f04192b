"""The house's file: one dry line for every order, in several wordings, by kind."""

from typing import Final

from race.core.wording.filed import about_chips, about_lab, about_owners
from race.core.wording.filed.entry import Entry, Grade

ENTRIES: Final[dict[str, Entry]] = about_chips.ENTRIES | about_lab.ENTRIES | about_owners.ENTRIES
"""Every kind of line."""

__all__ = ["ENTRIES", "Entry", "Grade"]
