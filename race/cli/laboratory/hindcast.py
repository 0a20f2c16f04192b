"""The world beside what was measured, December 2023 to June 2025: `hindcast`."""

from math import isinf
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from race.cli.answers import complain
from race.cli.columns import columns
from race.cli.exits import Exit
from race.cli.laboratory.options import Difficulty, Json, Seed, SpecFile, Workers, asked_of
from race.cli.laboratory.progress import bar
from race.speech import _, labelled, name, number, plural

if TYPE_CHECKING:
    from race.study.hindcast.shown import Shown
    from race.study.hindcast.study import Study
    from race.study.hindcast.table import Count, Hindcast, SubValue


def hindcast(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    *,
    runs: Annotated[int, typer.Option(help=_("Games that are played."))] = 200,
    seed: Seed = 1,
    difficulty: Difficulty = "standard",
    scenario: Annotated[str, typer.Option(help=_("Scenario, by name or TOML file."))] = "history",
    out: Annotated[Path, typer.Option(readable=False, help=_("Folder for the tables and figures."))] = Path(
        "hindcast"
    ),
    figures: Annotated[bool, typer.Option(help=_("Draw the figures (PNG)."))] = True,
    workers: Workers = None,
    spec: SpecFile = None,
    as_json: Json = False,
) -> int:
    """Play the historical founder's game many times, print the table and write it; return the exit code."""
    from race.study.crew import crew_size
    from race.study.hindcast.study import prepared, run_hindcast
    from race.study.manifest import claimed

    del spec  # its options have been taken
    crew, asked = crew_size(workers), asked_of(context)
    prepared(scenario, runs, seed, difficulty)
    with claimed(out, asked["command"]):
        try:
            with bar(quiet=as_json) as tell:
                study = run_hindcast(scenario, runs, seed, workers=crew, difficulty=difficulty, tell=tell)
        except KeyboardInterrupt:
            complain(_("Interrupted; no game is kept: a hindcast writes its tables when all are played."))
            return Exit.INTERRUPTED
        _write(out, study, asked, figures=figures)
    if as_json:
        print(msgspec.json.encode({"folder": str(out), "table": study.table, "shown": study.shown}).decode())
        return Exit.FINE
    _show(study)
    print(_("Tables and figures are in {folder}.").format(folder=out))
    return Exit.FINE


def _write(out: Path, study: "Study", asked: dict[str, Any], *, figures: bool) -> None:
    """Write what was asked and what came of it; figures of an earlier hindcast go."""
    from race.study.hindcast.files import write_tables
    from race.study.manifest import write_asked

    for old in out.glob("*.png"):
        old.unlink()
    write_asked(out, asked)
    write_tables(out, study)
    if figures:
        from race.study.hindcast.figures import draw_figures

        draw_figures(out, study)


def _show(study: "Study") -> None:
    headings = [_("row"), _("who"), _("figure"), _("when"), _("measured"), _("median"), _("10-90 %"), _("in")]
    print(columns([headings, *(_line(value) for value in study.table.values)]))
    print()
    print(_("Inputs and identities, shown and not counted:"))
    print(columns([[_("row"), _("the world has"), _("it was")], *(_input(one) for one in study.shown)]))
    print()
    for line in _verdict(study.table):
        print(line)


def _line(value: "SubValue") -> list[str]:
    band = value.band
    judged = _("in") if value.inside else _("out")
    return [
        band.row,
        name(band.entity),
        band.metric,
        band.date,
        f"{figure(band.low)} … {figure(band.high)}",
        figure(value.median),
        f"{figure(value.low)} … {figure(value.high)}",
        judged if band.counted else _("(not counted)"),
    ]


def _input(one: "Shown") -> list[str]:
    values = " / ".join(figure(value) for value in one.values) or "-"
    return [
        one.row,
        labelled(_(one.what), f"{values} {one.unit}").rstrip(),
        f"{one.fact.value} {one.fact.unit} ({one.fact.date})",
    ]


def _verdict(table: "Hindcast") -> list[str]:
    early = ", ".join(f"{ending} {n}" for ending, n in table.ended_early.items())
    return [
        _("Rows of the race in their bands: {count}").format(count=_count(table.race)),
        _("Rows of the owners: {count}").format(count=_count(table.owners)),
        _("All counted rows: {count}").format(count=_count(table.all)),
        plural(
            "{games} game from seed {seed}; ended before June 2025: {early}",
            "{games} games from seed {seed}; ended before June 2025: {early}",
            table.games,
        ).format(games=table.games, seed=table.first_seed, early=early or _("none")),
    ]


def _count(count: "Count") -> str:
    told = _("{n} of {rows}").format(n=count.inside, rows=count.rows)
    missed = _("out: {missed}").format(missed=", ".join(count.missed)) if count.missed else ""
    return f"{told} ({missed})" if missed else told


def figure(value: float | None) -> str:
    """Write a figure to three or four digits; what had not come by June 2025 is written as such.

    >>> figure(3.8e25), figure(0.783), figure(1343.2), figure(None)
    ('3.8e+25', '0.783', '1343', '-')
    """
    if value is None:
        return "-"
    if isinf(value):
        return _("later")
    if abs(value) >= 1e12:  # noqa: PLR2004 - training compute
        return f"{value:.3g}"
    if abs(value) >= 1000:  # noqa: PLR2004 - from here on decimals say nothing
        return number(value).replace("\u202f", "") if abs(value) < 10_000 else number(value)  # noqa: PLR2004
    return f"{value:.3g}"
