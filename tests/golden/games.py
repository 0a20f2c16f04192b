"""The golden games: whole games whose every month is on record.

A golden game says nothing about what is right, only that nothing moved unnoticed: on another Python,
another machine, with another dictionary order, or after a change that meant to change nothing.
"""

import json
from pathlib import Path
from typing import Final

import msgspec

from race.session.session import Session

RECORDS: Final = Path(__file__).with_name("games.json")
GAMES: Final = (
    ("history", "steward", 1),
    ("history", "diverter", 2),
    ("history", "historical", 3),
    ("history", "random", 4),
    ("the-twelve-thousand", "swapper", 5),
    ("the-twelve-thousand", "idle", 6),
)


class Record(msgspec.Struct, frozen=True):
    """How one game went: its ending, and the fingerprint of each part of the world after each month."""

    ending: str
    months: list[dict[str, str]]


def name_of(scenario: str, founder: str, seed: int) -> str:
    """Name a game as the records do."""
    return f"{scenario}, {founder}, seed {seed}"


def play(scenario: str, founder: str, seed: int) -> Record:
    """Play one game to its ending."""
    session = Session(scenario, seed, founder)
    try:
        while session.ending is None:
            session.end_month()
        months = [month.fingerprint.parts for month in session.journal.months]
        return Record(str(session.ending), months)
    finally:
        session.close()


def recorded() -> dict[str, Record]:
    """Read what was recorded."""
    return msgspec.json.decode(RECORDS.read_bytes(), type=dict[str, Record])


def record() -> None:
    """Play every golden game and write it down; one line a month, so that a difference can be read."""
    played = {name_of(*game): msgspec.to_builtins(play(*game)) for game in GAMES}
    text = json.dumps(played, indent=1, sort_keys=True)
    RECORDS.write_text(
        text.replace('\n    "', ' "').replace("\n   }", " }") + "\n", encoding="utf-8", newline="\n"
    )


def first_difference(was: Record, now: Record) -> str:
    """Tell the first month in which two games part, and where; empty when they are the same."""
    for month, (old, new) in enumerate(zip(was.months, now.months, strict=False), start=1):
        moved = sorted(part for part in old.keys() | new.keys() if old.get(part) != new.get(part))
        if moved:
            return f"leaves its record in month {month}: {', '.join(moved)}"
    if len(was.months) != len(now.months) or was.ending != now.ending:
        return f"ended {was.ending} after {len(was.months)} months, now {now.ending} after {len(now.months)}"
    return ""
