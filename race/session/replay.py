"""Play a journal again and stop at the first month that differs."""

from typing import Final

import msgspec

from race.core.commands import Orders
from race.core.fingerprint import fingerprint
from race.session.journal import STUMBLES, scenario_of
from race.session.session import Session
from race.session.store import Saved

ORDERS: Final = "orders"
"""Part of a difference when a month's orders cannot be carried out at all."""


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """Say where a replay left its journal: the month, and the parts of the world that differ."""

    month: int
    parts: tuple[str, ...]


def replay(saved: Saved) -> Difference | None:
    """Re-simulate a save from its seed and orders; return where it differs, or None if nowhere."""
    journal = saved.journal
    session = Session(scenario_of(journal), journal.seed)
    try:
        for record in journal.months:
            if not plays(session, record.as_orders()):
                return Difference(month=session.month + 1, parts=(ORDERS,))
            here = session.fingerprint()
            if here != record.fingerprint:
                return Difference(month=session.month, parts=here.differing(record.fingerprint))
        here, kept = session.fingerprint(), fingerprint(saved.world)
        if here != kept:  # the opening stands in no record
            return Difference(month=session.month, parts=here.differing(kept))
    finally:
        session.close()
    return None


def plays(session: Session, orders: Orders) -> bool:
    """Play a recorded month; return whether it could be played (a tampered one may ask for anything)."""
    if session.ending is not None:
        return False
    try:
        session.replay_month(orders)
    except STUMBLES:
        return False
    return True
