"""The ladder from a quiet hall to removal: its steps, and where the owners stand."""

from dataclasses import dataclass
from typing import Literal

from race.core.ids import RUNGS
from race.session.session import Session
from race.ui.present.owners import rung, rung_names


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its number from 0, what happens there, and whether the owners are past it, there, or not yet.

    `heat` is how far up it lies, 0 to 1.
    """

    number: int
    words: str
    state: Literal["past", "now", "ahead"]
    heat: float


def ladder(session: Session) -> tuple[Step, ...]:
    """Return all steps, the lowest first."""
    here, names = RUNGS.index(rung(session)), rung_names()
    return tuple(
        Step(
            number,
            names[step],
            "now" if number == here else "past" if number < here else "ahead",
            number / (len(RUNGS) - 1),
        )
        for number, step in enumerate(RUNGS)
    )
