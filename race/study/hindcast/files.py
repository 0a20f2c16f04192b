"""The files of a hindcast: the table, the inputs beside it and the months, as CSV.

The same games write the same bytes.
"""

from math import isinf
from pathlib import Path
from typing import Final

from race.core.ids import date_text
from race.study.hindcast.series import fans
from race.study.hindcast.study import Study
from race.study.hindcast.table import row_inside
from race.study.tables import CsvRows, write_csv

TABLE: Final = "hindcast.csv"
INPUTS: Final = "inputs.csv"
MONTHS: Final = "months.csv"
_HEADING: Final = (
    *("row", "entity", "metric", "date", "low", "high"),
    *("p10", "median", "p90", "games", "inside", "row_inside", "counted", "note"),
)


def write_tables(folder: Path, study: Study) -> list[Path]:
    """Write the three tables and return where they are."""
    sheets = {TABLE: table_rows(study), INPUTS: input_rows(study), MONTHS: month_rows(study)}
    return [write_csv(folder / name, rows) for name, rows in sheets.items()]


def table_rows(study: Study) -> CsvRows:
    """Return the table with its heading, one line a sub-value."""
    values = study.table.values
    rows: CsvRows = [list(_HEADING)]
    for value in values:
        band = value.band
        rows.append(
            [
                *(band.row, band.entity, band.metric, band.date, band.low, band.high),
                *(figure(value.low), figure(value.median), figure(value.high), value.games),
                *(int(value.inside), int(row_inside(values, band.row)), int(band.counted), band.note),
            ]
        )
    return rows


def input_rows(study: Study) -> CsvRows:
    """Return the inputs and identities with their heading."""
    rows: CsvRows = [
        ["row", "what", "unit", "world", "fact", "fact_value", "fact_unit", "fact_date", "source"]
    ]
    for one in study.shown:
        rows.append(
            [
                *(one.row, one.what, one.unit, " / ".join(figure(value) for value in one.values)),
                *(one.fact.fact, one.fact.value, one.fact.unit, one.fact.date, one.fact.source),
            ]
        )
    return rows


def month_rows(study: Study) -> CsvRows:
    """Return the fans behind the figures, with their heading."""
    rows: CsvRows = [["entity", "metric", "month", "date", "p10", "median", "p90"]]
    for fan in fans(study.games):
        rows += [
            [fan.entity, fan.metric, month, date_text(month), figure(low), figure(middle), figure(high)]
            for month, (low, middle, high) in enumerate(
                zip(fan.low, fan.median, fan.high, strict=True), fan.opening
            )
        ]
    return rows


def figure(value: float | None) -> str:
    """Write a figure to six digits; nothing for none, `inf` for what had not come.

    >>> figure(None), figure(3.8e25), figure(1386.0), figure(float("inf"))
    ('', '3.8e+25', '1386', 'inf')
    """
    if value is None:
        return ""
    return "inf" if isinf(value) else f"{value:.6g}"
