"""Saving and opening games by name in the text game, any month of them, and months gone by."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from race.core.words import PlainError
from race.session.journal import PLAYER, Journal
from race.session.kept.draft import note, take_up
from race.session.kept.glance import glance
from race.session.kept.tape import Tape
from race.session.session import Session
from race.session.store import AUTO, SUFFIX, kind_of, load, read, save
from race.speech import _, date, labelled, speak
from race.ui.present.kept import saves
from race.ui.present.kept.months import marks
from race.ui.text.acting import kept
from race.ui.text.table import Table, Unclear

NEWEST: Final = "auto"
"""The name that opens the newest save that is whole."""


def listen(table: Table) -> None:
    """Write every order down as it is given."""

    def heard() -> None:
        with suppress(PlainError):
            note(table.slots.folder, table.session)

    table.session.listener = heard


def _sit_down(table: Table, session: Session) -> None:
    """Put another game on the table, in the player's hands."""
    if session.journal.founder != PLAYER:
        session.hand_to(None)
    table.session.close()
    table.session, table.opened = session, True
    listen(table)
    with suppress(PlainError):
        note(table.slots.folder, session)  # what was ordered at this position before is no more


def get_up(table: Table) -> Iterator[str]:
    """Keep the game that is left, so that `load auto` goes on with it; what goes wrong is told."""
    if table.session.pending or (table.opened and not _is_newest(table)):
        yield from kept(table)


def _is_newest(table: Table) -> bool:
    """Return whether the newest save that is whole is this game, in this month, with nothing ordered."""
    newest = table.slots.newest()
    if newest is None or newest[1].pending:
        return False
    there, here = newest[1].journal, table.session.journal
    return not _other_world(there, table.session) and there.months == here.months


def keep(table: Table, words: list[str]) -> Iterator[str]:
    """Save the game under a name; raises PlainError when it cannot be written."""
    path = _path(table, words, "save NAME")
    if table.doubted != ("save", path) and _of_another_game(path, table.session):
        table.doubted = "save", path
        raise Unclear(
            _("{name} is a save of another game; say it again to overwrite it.").format(name=path.stem)
        )
    table.doubted = None
    save(table.session, path)
    yield _("Saved as {name}.").format(name=path.stem)


def delete(table: Table, words: list[str]) -> Iterator[str]:
    """Delete a save for good, once it has been said twice; raises PlainError when it stays."""
    path = _found(table, words, "delete NAME")
    if table.doubted != ("delete", path):
        table.doubted = "delete", path
        raise Unclear(_("{name} will be gone for good; say it again to delete it.").format(name=path.stem))
    table.doubted = None
    table.slots.drop(path)
    yield _("{name} is deleted.").format(name=path.stem)


def _of_another_game(path: Path, session: Session) -> bool:
    """Return whether a place is taken by a game of another world, or by what cannot be read."""
    if not path.exists():
        return False
    try:
        there = read(path).journal
    except PlainError:
        return True
    return _other_world(there, session)


def _other_world(there: Journal, session: Session) -> bool:
    return (there.seed, there.scenario) != (session.seed, session.journal.scenario)


def open_saved(table: Table, words: list[str]) -> Iterator[str]:
    """Open a saved game, or a month of it, in place of this one; raises PlainError for a bad save."""
    if not words:
        yield from _listed(table)
        return
    *name, last = words
    dated = bool(name) and last.isdecimal() and not _alike(table, words)
    at = int(last[:4]) if dated else None
    path = _found(table, name if dated else words, "load NAME")
    session = load(path)
    if words[0] == NEWEST and at is None:
        take_up(table.slots.folder, session)
    if at is not None and at < session.month:
        fresh = _back_to(session, at)
        if kind_of(path) == AUTO:
            table.slots.keep_line(session)
        session = fresh
    if table.session.pending and session.pending != table.session.pending:
        yield from _put_by(table)
    _sit_down(table, session)
    yield _("Opened {name}: {date}.").format(name=path.stem, date=date(session.month))


def _put_by(table: Table) -> Iterator[str]:
    """Keep a game whose month has orders before another is opened: no save has them yet."""
    left = table.slots.keep_line(table.session)
    yield _("The orders of this month are kept as {name}.").format(name=left.stem)


def _found(table: Table, words: list[str], usage: str) -> Path:
    """Return the save of a name, written as it was or in small letters."""
    if words == [NEWEST]:
        return _newest(table)
    path = _path(table, words, usage)
    alike = _alike(table, [path.stem])
    if not alike:
        raise Unclear(_("There is no save {name}; load without a name lists them.").format(name=path.stem))
    return alike[0]


def _alike(table: Table, words: list[str]) -> list[Path]:
    """Return the saves of a name, small letters or large."""
    return [path for path in table.slots.listed() if path.stem.lower() == " ".join(words).lower()]


def _back_to(session: Session, month: int) -> Session:
    tape = Tape(session)
    if month < tape.first:
        raise Unclear(
            _("The game starts with month {first} and stands in month {last}; months lists them.").format(
                first=tape.first, last=tape.last
            )
        )
    return tape.resumed(month)


def months_lines(table: Table, words: list[str]) -> Iterator[str]:
    """Yield the months of this game by number, with what happened in each."""
    del words
    for mark in marks(table.session.reports):
        yield f"  {mark.month:3} {mark.words}"


def rewind(table: Table, words: list[str]) -> Iterator[str]:
    """Go on from an earlier month of this game; the game that is left is kept as a save."""
    session = table.session
    if not words or not words[0].isdecimal() or int(words[0][:4]) >= session.month:
        raise Unclear(_("Say which earlier month by its number: rewind 5; months lists them."))
    fresh = _back_to(session, int(words[0][:4]))
    left = table.slots.keep_line(session)
    _sit_down(table, fresh)
    table.slots.autosave(fresh)
    yield _("Back in {date}; what came after is kept as {name}.").format(
        date=date(fresh.month), name=left.stem
    )


def _newest(table: Table) -> Path:
    found = table.slots.newest()
    if found is None:
        raise Unclear(_("There is no save yet; save NAME writes one."))
    return found[0]


def _path(table: Table, words: list[str], usage: str) -> Path:
    if not words:
        raise Unclear(_("A save needs a name: {usage}.").format(usage=usage))
    name = " ".join(words)
    written = table.slots.folder / f"{name}{SUFFIX}"
    if not usage.startswith("save") and kind_of(written):
        return written
    return table.slots.place_for(name)


def _listed(table: Table) -> Iterator[str]:
    found = table.slots.listed()
    if not found:
        yield _("There is no save yet; save NAME writes one.")
    for path in found:
        try:
            told = saves.told(path, glance(path))
        except PlainError as problem:
            told = saves.told(path, None, speak(problem.sentence))
        yield f"{labelled(path.stem, told.wrong or told.state)} ({told.when})"
