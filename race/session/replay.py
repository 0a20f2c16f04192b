"""Play a journal again and stop at the first month that differs."""

import msgspec

from race.scenario.load import parse_scenario
from race.session.session import Session
from race.session.store import Saved


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """Say where a replay left its journal: the month, and the parts of the world that differ."""

    month: int
    parts: tuple[str, ...]


def replay(saved: Saved) -> Difference | None:
    """Re-simulate a save from its seed and orders; return where it differs, or None if nowhere."""
    journal = saved.journal
    session = Session(parse_scenario(journal.scenario, journal.scenario_text), journal.seed)
    try:
        for record in journal.months:
            session.replay_month(record.as_orders())
            here = session.fingerprint()
            if here != record.fingerprint:
                return Difference(month=session.month, parts=here.differing(record.fingerprint))
    finally:
        session.close()
    return None
