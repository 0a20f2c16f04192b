"""The tables of a results folder: part files, and the three tables merged from them; answers are CSV.

A part is written whole or not at all, its games last, so that a part whose games are there is
complete. The merge reads the parts in their order; with the same parts it writes the same bytes.
"""

import csv
from collections.abc import Callable, Sequence
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, Final

import numpy as np

from race.core.ids import date_text
from race.session.disk import drafted, write_atomically
from race.study.extras import need
from race.study.game import EventRow, GameRecord
from race.study.plan import Game

TABLES: Final = ("games", "months", "events")

Played = Sequence[tuple[Game, GameRecord]]
CsvRows = list[list[object]]
"""The lines of a CSV file, its heading first."""

_GAME: Final[dict[str, str]] = {"cell": "int32", "rep": "int32", "seed": "int64"}
_RECORD: Final[dict[str, str]] = {
    "founder": "string",
    "scenario": "string",
    "ending": "string",
    "months": "int32",
    "fingerprint": "string",
    "removed": "bool",
    "final_gap": "double",
    "rank": "int32",
    "trust": "double",
    "elo_true_12": "double",
    "elo_true": "double",
    "frontier_months": "int32",
    "frontier_months_by_18": "int32",
    "diverted_h100e": "int64",
    "promises_kept": "int32",
    "promises_missed": "int32",
    "letters": "int32",
    "complaints": "int32",
    "leaks": "int32",
    "share_price_usd": "double",
    "cash_usd_m": "double",
    "refusals": "int32",
}
_SCORE: Final = ("race", "owners", "carmaker", "house", "world", "factor")
_LONG: Final[dict[str, str]] = {
    **_GAME,
    "founder": "string",
    "month": "int32",
    "date": "string",
    "entity": "string",
    "metric": "string",
    "value": "double",
}
_EVENT: Final[dict[str, str]] = {
    **_GAME,
    "founder": "string",
    "month": "int32",
    "kind": "string",
    "for": "int64",
    "against": "int64",
    "abstain": "int64",
    "turnout": "double",
    "passed": "bool",
    "quantity": "double",
    "entity": "string",
    "ballot": "string",
}
_OF_EVENT: Final[dict[str, Callable[[EventRow], object]]] = {
    "month": lambda row: row.month,
    "kind": lambda row: row.kind,
    "for": lambda row: row.votes_for,
    "against": lambda row: row.votes_against,
    "abstain": lambda row: row.abstained,
    "turnout": lambda row: row.turnout,
    "passed": lambda row: row.passed,
    "quantity": lambda row: row.quantity,
    "entity": lambda row: row.entity,
    "ballot": lambda row: row.ballot,
}


def part_path(folder: Path, table: str, part: int) -> Path:
    """Return the file of one part of a table."""
    return folder / "parts" / f"{table}-{part:05d}.parquet"


def write_part(folder: Path, part: int, spec: str, played: Played, *, months: bool) -> None:
    """Write what a chunk has played; the games last, since they make the part count.

    Raises PlainError when the folder cannot be written.
    """
    tables = {"games": games_table(played)}
    if months:
        tables |= {"months": months_table(played), "events": events_table(played)}
    for name in reversed(tables):
        sheet = tables[name].replace_schema_metadata({"spec": spec})
        buffer = BytesIO()
        need("pyarrow.parquet").write_table(sheet, buffer, compression="zstd")
        write_atomically(part_path(folder, name, part), buffer.getvalue())


def part_is_whole(folder: Path, part: int, spec: str, *, months: bool) -> bool:
    """Return whether a part is there, can be read and was written for this spec."""
    pa, parquet = need("pyarrow"), need("pyarrow.parquet")
    try:
        return all(
            (parquet.read_schema(part_path(folder, name, part)).metadata or {}).get(b"spec") == spec.encode()
            for name in (TABLES if months else TABLES[:1])
        )
    except (OSError, pa.ArrowInvalid):
        return False


def merge(folder: Path, parts: Sequence[int], *, months: bool) -> int:
    """Write the merged tables from some parts, each a row group, in their order; return the games.

    Without any part nothing is written.
    """
    parquet = need("pyarrow.parquet")
    for name in TABLES if months else TABLES[:1]:
        if not parts:
            return 0
        schema = parquet.read_schema(part_path(folder, name, parts[0]))
        with (
            drafted(folder / f"{name}.parquet") as draft,
            parquet.ParquetWriter(draft, schema, compression="zstd") as writer,
        ):
            for part in parts:
                writer.write_table(parquet.read_table(part_path(folder, name, part)))
    return int(parquet.read_metadata(folder / "games.parquet").num_rows)


def games_of_parts(folder: Path, parts: Sequence[int], columns: Sequence[str]) -> list[dict[str, Any]]:
    """Return some columns of the games of some parts, a row a game."""
    parquet = need("pyarrow.parquet")
    return [
        row
        for part in parts
        for row in parquet.read_table(part_path(folder, "games", part), columns=list(columns)).to_pylist()
    ]


def games_of_folder(folder: Path, columns: Sequence[str]) -> list[dict[str, Any]]:
    """Return some columns of the merged games, a row a game; none when nothing was merged."""
    path = folder / "games.parquet"
    if not path.exists():
        return []
    return list(need("pyarrow.parquet").read_table(path, columns=list(columns)).to_pylist())


def games_table(played: Played) -> Any:  # noqa: ANN401 - an Arrow table; pyarrow is optional
    """Return one row a game: its place in the batch, its end, its score with the parts."""
    columns = {name: [getattr(game, name) for game, _ in played] for name in _GAME}
    columns |= {name: [getattr(record, name) for _, record in played] for name in _RECORD}
    columns["score"] = [record.score.total for _, record in played]
    columns |= {f"score_{name}": [getattr(record.score, name) for _, record in played] for name in _SCORE}
    return _table(columns, {**_GAME, **game_kinds()})


def game_kinds() -> dict[str, str]:
    """Return the columns of a game beside its place in the batch, each with its kind."""
    return {**_RECORD, "score": "int32", **{f"score_{name}": "double" for name in _SCORE}}


def months_table(played: Played) -> Any:  # noqa: ANN401 - an Arrow table; pyarrow is optional
    """Return the long table: one row a game, month, entity and metric, with the columns of `_LONG`."""
    pa = need("pyarrow")
    keys = list(played[0][1].measures[0]) if played else []
    lengths = np.array([len(record.measures) for _, record in played], dtype=np.int64)
    rows = lengths * len(keys)
    month = np.concatenate([np.zeros(0, dtype=np.int64), *(_months(record) for _, record in played)])
    whole = np.tile(np.arange(len(keys)), int(lengths.sum()))
    last = int(month.max()) if len(month) else 0
    values = [[measures[key] for key in keys] for _, record in played for measures in record.measures]
    columns = {name: np.repeat([getattr(game, name) for game, _ in played], rows) for name in _GAME}
    columns |= {
        "founder": pa.array([game.founder for game, _ in played], "string").take(_repeat(rows)),
        "month": np.repeat(month, len(keys)),
        "date": pa.array([date_text(k) for k in range(last + 1)], "string").take(np.repeat(month, len(keys))),
        "entity": pa.array([entity for entity, _ in keys], "string").take(whole),
        "metric": pa.array([metric for _, metric in keys], "string").take(whole),
        "value": np.array(values, dtype=np.float64).reshape(-1),
    }
    return _table(columns, _LONG)


def _months(record: GameRecord) -> np.ndarray[Any, np.dtype[np.int64]]:
    return np.arange(record.opening, record.opening + len(record.measures))


def _repeat(rows: np.ndarray[Any, np.dtype[np.int64]]) -> np.ndarray[Any, np.dtype[np.int64]]:
    return np.repeat(np.arange(len(rows)), rows)


def events_table(played: Played) -> Any:  # noqa: ANN401 - an Arrow table; pyarrow is optional
    """Return one row for everything that happened; the count of a vote is in shares."""
    rows = [(game, row) for game, record in played for row in record.events]
    columns = {name: [getattr(game, name) for game, _ in rows] for name in (*_GAME, "founder")}
    columns |= {name: [read(row) for _, row in rows] for name, read in _OF_EVENT.items()}
    return _table(columns, _EVENT)


def _table(columns: dict[str, Any], kinds: dict[str, str]) -> Any:  # noqa: ANN401 - an Arrow table
    pa = need("pyarrow")
    schema = pa.schema([(name, pa.type_for_alias(kind)) for name, kind in kinds.items()])
    return pa.table([pa.array(columns[name], kind) for name, kind in kinds.items()], schema=schema)


def write_csv(path: Path, rows: CsvRows) -> Path:
    """Write rows as CSV, whole or not at all, and return where they are; None is an empty field.

    Raises PlainError when the folder cannot be written.
    """
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    write_atomically(path, text.getvalue().encode())
    return path
