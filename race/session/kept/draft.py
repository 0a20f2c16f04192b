"""The orders of the running month, written down as they are given, so that no crash loses one of them.

A save a month is large; this is small enough for every order. It belongs to one position: to any other
it says nothing.
"""

from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from race.core.commands import Command
from race.core.words import PlainError
from race.policy.routine import Routine
from race.session.disk import write_atomically
from race.session.session import Refused, Session

_NAME: Final = "month.orders"
_LIMIT: Final = 1024 * 1024


class _Draft(msgspec.Struct, kw_only=True):
    seed: int
    scenario: str
    month: int
    mark: str
    """Fingerprint of the last month that was played; before the first, digest of the rulebook."""
    orders: tuple[Command, ...]
    standing: tuple[Routine, ...] = ()


_DECODER: Final = msgspec.json.Decoder(_Draft)


def _mark(session: Session) -> str:
    """Return what tells a position from every other of its seed, scenario and month."""
    journal = session.journal
    return journal.months[-1].fingerprint.whole if journal.months else journal.rules


def note(folder: Path, session: Session) -> None:
    """Write down what has been ordered this month; raises PlainError when the disk takes nothing."""
    draft = _Draft(
        seed=session.seed,
        scenario=session.journal.scenario,
        month=session.month,
        mark=_mark(session),
        orders=session.pending,
        standing=session.standing,
    )
    write_atomically(folder / _NAME, msgspec.json.encode(draft))


def take_up(folder: Path, session: Session) -> bool:
    """Give again what was written down for this very position, in place of what a save has of it.

    Returns whether something was; a file that is missing, damaged or of another game changes nothing.
    """
    path = folder / _NAME
    try:
        if path.stat().st_size > _LIMIT:
            return False
        draft = _DECODER.decode(path.read_bytes())
    except (OSError, msgspec.DecodeError, ValueError, RecursionError):
        return False
    here = (session.seed, session.journal.scenario, session.month, _mark(session))
    if (draft.seed, draft.scenario, draft.month, draft.mark) != here or session.ending is not None:
        return False
    while session.undo() is not None:
        pass
    session.leave_to_officers(draft.standing)
    for command in draft.orders:
        with suppress(Refused, PlainError):  # a stranger's file may ask for what the judge forbids
            session.submit(command)
    return True
