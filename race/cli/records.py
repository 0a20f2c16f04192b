"""A game for a machine: a record a month, and one of how it ended.

Figures have the names and units of `months.parquet`, `entity.metric`; news are in the reader's language.
"""

from typing import TYPE_CHECKING

from race.core.ids import date_text
from race.core.metrics import measure
from race.speech import speak

if TYPE_CHECKING:
    from race.session.session import Report, Session


def month_record(session: "Session", report: "Report") -> dict[str, object]:
    """Return the position after a month and what was heard of it, as the founder heard it."""
    return {
        "month": report.month,
        "date": date_text(report.month),
        "figures": {
            f"{entity}.{metric}": figure for (entity, metric), figure in measure(session.position()).items()
        },
        "news": [
            {
                "kind": event.kind,
                "firm": event.firm,
                "good": event.good,
                "text": speak(event.sentence),
            }
            for event in report.events
            if event.sentence is not None
        ],
    }


def outcome(session: "Session") -> dict[str, object]:
    """Return what was played and how it stands: the ending (None while it goes on), score, fingerprint."""
    journal = session.journal
    return {
        "scenario": journal.scenario,
        "difficulty": journal.difficulty,
        "trait": journal.trait,
        "seed": journal.seed,
        "founder": journal.founder,
        "months": session.month,
        "ending": session.ending,
        "score": session.score(),
        "fingerprint": session.fingerprint().whole,
    }
