"""A whole game as one string: its world and everything that was ordered in the founder's seat.

Nobody's score is believed: whoever reads the string plays the game again, and the judge refuses what it
refused then. What the lab's officers ordered is told from what the founder did by asking them again.
"""

import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Garbled
from typing import Final

import msgspec

from race.core.commands import Command
from race.core.ids import Seat
from race.core.words import N_, PlainError, Sentence
from race.policy.routine import Routine
from race.session.hindsight.code import SCENARIOS
from race.session.journal import Journal
from race.session.session import Refused, Session

MARK: Final = "DIVERTED1."
"""What such a string starts with; the figure is the version of its shape."""
_LONGEST: Final = 128 * 1024
"""Letters that are read at most."""
_LARGEST: Final = 4 * 1024 * 1024
"""Bytes that they may unpack to."""


class _Month(msgspec.Struct, frozen=True, array_like=True):
    """The founder's orders of one month, the officers' among them, and what was left to them."""

    orders: tuple[Command, ...]
    standing: tuple[Routine, ...]


class _Whole(msgspec.Struct, frozen=True, array_like=True):
    scenario: str
    difficulty: str
    trait: str
    seed: int
    rules: str
    """Digest of the rulebook."""
    ends: str
    """Fingerprint of the last month, empty before the first."""
    months: tuple[_Month, ...]


class Replayed(msgspec.Struct, frozen=True, kw_only=True):
    """A game that was played again from a string."""

    session: Session
    same: bool
    """Whether it ended in the very position that the string tells of."""
    same_rules: bool


_DECODER: Final = msgspec.msgpack.Decoder(_Whole)


def whole_of(journal: Journal) -> str:
    """Return a game as a string, empty for a scenario that does not come with the program."""
    if journal.scenario not in SCENARIOS:
        return ""
    whole = _Whole(
        scenario=journal.scenario,
        difficulty=journal.difficulty,
        trait=journal.trait,
        seed=journal.seed,
        rules=journal.rules,
        ends=journal.months[-1].fingerprint.whole if journal.months else "",
        months=tuple(
            _Month(record.orders.get(Seat.FOUNDER, ()), record.standing) for record in journal.months
        ),
    )
    packed = zlib.compress(msgspec.msgpack.encode(whole), 9)
    return MARK + urlsafe_b64encode(packed).decode().rstrip("=")


def played_again(text: str) -> Replayed:
    """Play the game of a string again.

    Raises PlainError for what is no such string, or for orders that the judge refuses.
    """
    whole = _read("".join(text.split()))
    if whole.scenario not in SCENARIOS:  # no stranger names a file of this machine
        raise _unreadable()
    session = Session(whole.scenario, whole.seed, difficulty=whole.difficulty, trait=whole.trait)
    for month in whole.months:
        if session.ending is not None or not any(
            _given(session, month.orders, standing) for standing in (month.standing, ())
        ):
            raise PlainError(
                Sentence(
                    N_("The orders of month {n} cannot be given in this world: it is not the game they say."),
                    {"n": str(session.month + 1)},
                ),
                code=5,
            )
        session.end_month()
    ends = session.journal.months[-1].fingerprint.whole if session.journal.months else ""
    return Replayed(session=session, same=ends == whole.ends, same_rules=session.journal.rules == whole.rules)


def _given(session: Session, orders: tuple[Command, ...], standing: tuple[Routine, ...]) -> bool:
    """Give the founder's own part of a month's orders, so that the officers add the rest; say whether."""
    while session.undo() is not None:
        pass
    session.leave_to_officers(standing)
    for own in range(len(orders) + 1):
        if session.coming() == orders[own:]:
            return True
        try:
            session.submit(orders[own])
        except (IndexError, Refused):
            return False
    return False


def _read(text: str) -> _Whole:
    letters = text.removeprefix(MARK)
    if letters == text or len(letters) > _LONGEST:
        raise _unreadable()
    try:
        unpacker = zlib.decompressobj()
        packed = urlsafe_b64decode(letters + "=" * (-len(letters) % 4))
        plain = unpacker.decompress(packed, _LARGEST)
        if unpacker.unconsumed_tail:
            raise _unreadable()
        return _DECODER.decode(plain)
    except (Garbled, ValueError, zlib.error, msgspec.DecodeError, RecursionError, OverflowError) as error:
        raise _unreadable() from error


def _unreadable() -> PlainError:
    return PlainError(
        Sentence(N_("This is no game as a string: a part may be missing, or it comes from another version.")),
        code=2,
    )
