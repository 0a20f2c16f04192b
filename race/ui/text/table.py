"""What a text game has on the table: the session, its save folder, and how lines are written."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from race.session.hindsight.looking import Hindsight
from race.session.session import Session
from race.session.store import Slots
from race.speech import MINUS, NARROW, _

_BETWEEN_DIGITS: Final = re.compile(rf"(?<=\d){NARROW}(?=\d)")


class Unclear(Exception):  # noqa: N818 - what happened: the client did not understand
    """Say in one sentence what was not understood and what would be."""

    def __init__(self, text: str) -> None:
        """Keep the sentence, in the reader's language."""
        super().__init__(text)
        self.text = text


@dataclass(slots=True)
class Table:
    """One text game: what is played, where it is kept, and whether the player still sits there."""

    session: Session
    slots: Slots
    plain: bool = False
    seated: bool = True
    """False once the player has got up."""
    opened: bool = False
    """Whether the game was opened from a save, which need not be the newest."""
    doubted: tuple[str, Path] | None = None
    """The word and the save that was to be overwritten or deleted, and waits for the second word."""
    looked: tuple[str, Hindsight] | None = None
    """Fingerprint of a finished game and the looking back on it: no page of it is waited for twice."""


def written(line: str, *, plain: bool) -> str:
    """Return a line as it is printed; plain lines have no thin spaces and no typographic minus.

    >>> written("12\u202f000 chips, \u22125\u202f%", plain=True)
    '12000 chips, -5 %'
    """
    if not plain:
        return line
    return _BETWEEN_DIGITS.sub("", line).replace(NARROW, " ").replace(MINUS, "-").replace("·", "*")


def numbered(words: list[str], most: int, usage: str) -> int:
    """Return the number that the words start with, as an index from 0.

    Raises Unclear when there is none or it is not on the list of `most` things.
    """
    if not words or not words[0].isdecimal():
        raise Unclear(_("Say which one by its number: {usage}.").format(usage=usage))
    if not most:
        raise Unclear(_("There is nothing to choose from here."))
    number = int(words[0][:9])
    if not 1 <= number <= most:
        raise Unclear(
            _("There is no number {n} here; the list ends with {most}.").format(n=words[0][:9], most=most)
        )
    return number - 1
