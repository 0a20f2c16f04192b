"""What a fit leaves: the scenario with its numbers, the numbers alone, every trial, before and after."""

from pathlib import Path
from typing import Final

from race.scenario.overrides import changed, fragment
from race.session.disk import write_atomically
from race.study.hindcast.files import figure
from race.study.tables import CsvRows, write_csv
from race.study.tuning.tuner import Fit, Found

OVERRIDES: Final = "overrides.toml"
TRIALS: Final = "trials.csv"
BEFORE_AFTER: Final = "before_after.csv"
NUMBERS: Final = "numbers.csv"
_FITTED: Final = "-fitted.toml"


def scenario_file(found: Found) -> str:
    """Return the name of the scenario that plays the fitted numbers."""
    return f"{found.spec.scenario.name}{_FITTED}"


def write_found(folder: Path, found: Found) -> None:
    """Write what a search found; what only an earlier one has left, which would stand beside it, goes."""
    for old in (folder / BEFORE_AFTER, *folder.glob(f"*{_FITTED}")):
        old.unlink(missing_ok=True)
    texts = {
        scenario_file(found): changed(found.spec.scenario, found.best.values).text,
        OVERRIDES: _heading(found) + fragment(found.best.values),
    }
    for name, text in texts.items():
        write_atomically(folder / name, text.encode())
    write_csv(folder / TRIALS, trial_rows(found))
    write_csv(folder / NUMBERS, number_rows(found))


def write_comparison(folder: Path, fit: Fit) -> None:
    """Write before and after."""
    write_csv(folder / BEFORE_AFTER, comparison_rows(fit))


def _heading(found: Found) -> str:
    spec = found.spec
    return (
        f"# Fitted to {spec.aim.said} on seeds {spec.seeds.start} to {spec.seeds.stop - 1},\n"
        f"# {len(found.trials)} trials, loss {found.best.loss:.3f}. A scenario takes these tables as is.\n\n"
    )


def number_rows(found: Found) -> CsvRows:
    """Return the numbers before and after, with their heading."""
    rows: CsvRows = [["number", "unit", "low", "high", "before", "after"]]
    for dial in found.spec.dials:
        rows.append([dial.path, dial.unit, dial.low, dial.high, dial.present, found.best.values[dial.path]])
    return rows


def comparison_rows(fit: Fit) -> CsvRows:
    """Return the figures before and after on seeds that no trial has played, with their heading."""
    rows: CsvRows = [
        [
            *("row", "entity", "metric", "date", "low", "high", "fitted"),
            *("before", "after", "inside_before", "inside_after", "loss_before", "loss_after"),
        ]
    ]
    for old, new in zip(fit.before.lines, fit.after.lines, strict=True):
        rows.append(
            [
                *(old.row, old.entity, old.metric, old.date, old.low, old.high),
                *(int(old.counts), figure(old.figure), figure(new.figure)),
                *(int(old.inside), int(new.inside), figure(old.loss), figure(new.loss)),
            ]
        )
    return rows


def trial_rows(found: Found) -> CsvRows:
    """Return every trial with its heading."""
    paths = [dial.path for dial in found.spec.dials]
    rows: CsvRows = [["trial", "loss", "rows_inside", *paths]]
    for trial in found.trials:
        values = [trial.values.get(path, "") for path in paths]
        rows.append([trial.number, figure(trial.loss), trial.inside, *values])
    return rows
