"""Saving and opening games by name in the text game."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from race.session.store import SUFFIX, load, save
from race.speech import _, date
from race.ui.text.table import Table, Unclear

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
NEWEST: Final = "auto"
"""The name that opens the newest save that is whole."""


def keep(table: Table, words: list[str]) -> Iterator[str]:
    """Save the game under a name; raises PlainError when it cannot be written."""
    path = _path(table, words, "save NAME")
    save(table.session, path)
    yield _("Saved as {name}.").format(name=path.stem)


def open_saved(table: Table, words: list[str]) -> Iterator[str]:
    """Open a saved game in place of this one; raises PlainError when it cannot be trusted."""
    if not words:
        yield from _listed(table)
        return
    path = _newest(table) if words[0] == NEWEST else _path(table, words, "load NAME")
    if not path.exists():
        raise Unclear(
            _("There is no save {name}; load without a name lists them.").format(name=words[0][:40])
        )
    session = load(path)
    if session.journal.founder != "player":
        session.hand_to(None)
    table.session.close()
    table.session = session
    yield _("Opened {name}: {date}.").format(name=path.stem, date=date(session.month))


def _newest(table: Table) -> Path:
    found = table.slots.newest()
    if found is None:
        raise Unclear(_("There is no save yet; save NAME writes one."))
    return found[0]


def _path(table: Table, words: list[str], usage: str) -> Path:
    if not words or not _NAME.fullmatch(words[0]):
        raise Unclear(
            _("A save's name has letters, digits, - and _, at most 40: {usage}.").format(usage=usage)
        )
    return table.slots.folder / f"{words[0]}{SUFFIX}"


def _listed(table: Table) -> Iterator[str]:
    names = sorted(path.stem for path in table.slots.folder.glob(f"*{SUFFIX}"))
    if not names:
        yield _("There is no save yet; save NAME writes one.")
    yield from names
