"""The facts a fitted world must land on: bands by entity, metric and date, and the rows around them.

`assets/facts/hindcast_rows.csv` holds one line a sub-value; a row (C18, C23 ...) counts only if all
its sub-values do. `assets/facts/calibration.csv` says in words what each row is.
"""

from typing import Final

import msgspec

from race import files

RACE_ROWS: Final = (
    "C18",
    *(f"C{n}" for n in range(23, 30)),
    "C32",
    "C33",
    *(f"C{n}" for n in range(35, 41)),
)
"""The sixteen counted rows of chips, labs, users and money."""
OWNER_ROWS: Final = ("C03", "C04", "C05", "C06", "C07", "C08", "C13", "C42")
"""The eight counted rows of the carmaker's owners."""
COUNTED: Final = RACE_ROWS + OWNER_ROWS
LAST_MONTH: Final = 18
"""June 2025: nothing later is compared."""


class Band(msgspec.Struct, frozen=True, kw_only=True):
    """One sub-value: what is measured, when, and the bounds within which it lay."""

    row: str
    entity: str
    metric: str
    date: str
    low: float
    high: float
    note: str = ""

    @property
    def month(self) -> int:
        """Return the month index of the date, the last one of a span; -1 for a date in words.

        >>> Band(row="C", entity="", metric="", date="2024-05..2024-08", low=0, high=1).month
        8
        """
        return month_of(self.date.rpartition("..")[2])

    @property
    def middle(self) -> float:
        """Return the middle of the band."""
        return (self.low + self.high) / 2

    @property
    def half_width(self) -> float:
        """Return half the width of the band."""
        return (self.high - self.low) / 2

    @property
    def counted(self) -> bool:
        """Return whether the row counts; parameters and inputs are only shown."""
        return self.row in COUNTED


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the calibration: the fact in words, its value and its source."""

    id: str
    fact: str
    value: str
    unit: str
    date: str
    fit_band: str
    source: str
    confidence: str


def month_of(date: str) -> int:
    """Return the month index of a date that starts with YYYY-MM, a year's last month for YYYY, else -1.

    >>> month_of("2023-12"), month_of("2025-06-30"), month_of("2024"), month_of("leak month")
    (0, 18, 12, -1)
    """
    if not date[:4].isdigit():
        return -1
    month = int(date[5:7]) if date[5:7].isdigit() else 12
    return (int(date[:4]) - 2023) * 12 + month - 12


def bands() -> tuple[Band, ...]:
    """Return every sub-value, row by row in their order."""
    found = [
        Band(
            row=line["row"],
            entity=line["entity"],
            metric=line["metric"],
            date=line["date"],
            low=float(line["low"]),
            high=float(line["high"]),
            note=line["note"] or "",
        )
        for line in files.facts("hindcast_rows.csv")
    ]
    return tuple(sorted(found, key=lambda band: band.row))


def facts() -> dict[str, Fact]:
    """Return the calibration's rows by their name."""
    return {line["id"]: msgspec.convert(line, Fact) for line in files.facts("calibration.csv")}
