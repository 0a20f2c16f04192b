"""A language that nobody speaks: every letter of every sentence that a translator gets is another letter.

What still reads as plain English in it was never given to translators. Only the collected sentences are in
the catalogue, so that a sentence that is translated on the way and was not collected is found, too.
"""

import gettext
import re
import string
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Final
from unittest.mock import patch

from typing_extensions import override

from race import speech
from race.files import assets
from tools.messages import collect

LETTERS: Final = str.maketrans(string.ascii_letters, "åƀçďéƒğĥïĵķļɱñöþɋřšţüṽŵẋýžÅɃÇĎÉƑĞĤÏĴĶĻⱮÑÖÞɊŘŠŢÜṼŴẊÝŽ")
_BRACES: Final = re.compile(r"(\{\w+\})")
_WORD: Final = re.compile(r"[A-Za-z]{2,}")


def pseudo(sentence: str) -> str:
    """Return a sentence in the language nobody speaks; braces stay.

    >>> pseudo("Cash lasts {n} months")
    'Çåšĥ ļåšţš {n} ɱöñţĥš'
    """
    parts = _BRACES.split(sentence)
    return "".join(part if part.startswith("{") else part.translate(LETTERS) for part in parts)


class Nowhere(gettext.NullTranslations):
    """The catalogue: collected sentences only."""

    def __init__(self, known: frozenset[str]) -> None:
        """Take what translators get."""
        super().__init__()
        self.known = known

    @override
    def gettext(self, message: str) -> str:
        return pseudo(message) if message in self.known else message

    @override
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@cache
def collected() -> frozenset[str]:
    """Return every sentence that translators get, both forms of plurals."""
    found: set[str] = set()
    for message in collect():
        found.update([message.id] if isinstance(message.id, str) else message.id)
    return frozenset(found - {""})


@contextmanager
def spoken() -> Iterator[None]:
    """Speak the language nobody speaks until the end of the block."""
    with patch.object(speech._READER, "catalogue", Nowhere(collected())):  # noqa: SLF001 - the reader's own place
        yield


@cache
def names() -> frozenset[str]:
    """Return the words that no language changes: names of companies and what keys are called by."""
    found: set[str] = set()
    for pack in (assets() / "names").glob("*.toml"):
        for name in tomllib.loads(pack.read_text("utf-8")).values():
            found.update(_WORD.findall(str(name)))
    return frozenset(found)


def english(shown: str, allowed: frozenset[str] = frozenset()) -> list[str]:
    """Return the plain words in a text."""
    known = names() | allowed
    return [word for word in _WORD.findall(shown) if word not in known]
