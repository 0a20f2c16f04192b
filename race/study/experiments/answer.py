"""The answer of a comparison: every side against the first, figure by figure, as a table and a file."""

from collections import defaultdict
from collections.abc import Sequence
from math import isfinite
from pathlib import Path
from typing import Any, Final

import msgspec

from race.study.manifest import Manifest
from race.study.plan import Cell
from race.study.statistics.figures import Figure
from race.study.statistics.paired import Difference, difference, holm
from race.study.tables import CsvRows, games_of_folder, write_csv

DIFFERENCES: Final = "differences.csv"


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One side against the first of its scenario and founder, in one figure."""

    cell: Cell
    base: Cell
    found: Difference
    p_holm: float
    """Corrected for all lines of the answer."""
    anytime_p_holm: float


def answer(folder: Path, manifest: Manifest, figures: Sequence[Figure]) -> tuple[Line, ...]:
    """Return the differences of a results folder, side by side and figure by figure."""
    columns = dict.fromkeys(["cell", "seed", *(figure.column for figure in figures)])
    games: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for row in games_of_folder(folder, tuple(columns)):
        games[row["cell"]].append(row)
    sides = len(manifest.spec.sides)
    pairs = [
        (manifest.cells[cell.cell - cell.cell % sides], cell) for cell in manifest.cells if cell.cell % sides
    ]
    found = [
        (base, cell, difference(figure, games[base.cell], games[cell.cell]))
        for base, cell in pairs
        for figure in figures
    ]
    plain = holm([each.p for *_cells, each in found])
    anytime = holm([each.anytime_p for *_cells, each in found])
    return tuple(
        Line(cell=cell, base=base, found=each, p_holm=p, anytime_p_holm=any_p)
        for (base, cell, each), p, any_p in zip(found, plain, anytime, strict=True)
    )


def write_answer(folder: Path, lines: Sequence[Line]) -> Path:
    """Write the answer as CSV and return where it is."""
    rows: CsvRows = [
        [
            *("scenario", "founder", "difficulty", "base", "side", "figure", "base_value", "side_value"),
            *("difference", "low", "high", "seeds", "p", "p_holm", "anytime_p", "anytime_p_holm"),
        ]
    ]
    for line in lines:
        found, span = line.found, line.found.difference
        rows.append(
            [
                *(line.cell.scenario, line.cell.founder, line.cell.difficulty, line.base.side),
                *(line.cell.side, found.figure, _told(found.base.value), _told(found.side.value)),
                *(_told(span.value), _told(span.low), _told(span.high), span.games),
                *(found.p, line.p_holm, found.anytime_p, line.anytime_p_holm),
            ]
        )
    return write_csv(folder / DIFFERENCES, rows)


def _told(figure: float) -> float | None:
    """Return a figure for the table; None, an empty field, for what the games do not tell."""
    return figure if isfinite(figure) else None
