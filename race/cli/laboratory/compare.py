"""Two bots, rulebooks or scenarios on common seeds: `compare`."""

from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from race.cli.columns import columns
from race.cli.exits import Exit
from race.cli.laboratory.options import (
    Cluster,
    Difficulty,
    Figures,
    FounderNames,
    Json,
    Months,
    Out,
    Precision,
    Resume,
    Runs,
    ScenarioNames,
    Seed,
    Shard,
    SpecFile,
    Trait,
    Workers,
    asked_of,
    names,
)
from race.cli.laboratory.playing import How, ended, play_into, shard_told
from race.speech import _, number, plural

if TYPE_CHECKING:
    from race.study.experiments.answer import Line
    from race.study.manifest import Manifest
    from race.study.statistics.paired import Difference

FIGURES = "score,trust,final_gap"
"""What a comparison tells without being asked."""


def compare(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    sides: Annotated[
        list[str] | None,
        typer.Argument(
            help=_("Sides: a founder, a difficulty, a scenario, NAME=VALUE or a TOML file, joined by commas.")
        ),
    ] = None,
    *,
    scenario: ScenarioNames = "history",
    founder: FounderNames = "steward",
    difficulty: Difficulty = "standard",
    trait: Trait = "none",
    figures: Figures = FIGURES,
    runs: Runs = 200,
    seed: Seed = 1,
    precision: Precision = None,
    out: Out = Path("comparison"),
    workers: Workers = None,
    months: Months = False,
    resume: Resume = False,
    shard: Shard = "",
    cluster: Cluster = "",
    spec: SpecFile = None,
    as_json: Json = False,
) -> int:
    """Play every side on the same seeds and return the exit code."""
    from race.study.experiments.sides import read_sides
    from race.study.plan import Stop
    from race.study.run import spec_of
    from race.study.statistics.figures import figures_of

    del spec  # its options have been taken
    told = figures_of(figures)
    plan = spec_of(
        names(scenario),
        names(founder),
        runs,
        seed,
        months=months,
        difficulty=difficulty,
        trait=trait,
        sides=read_sides(tuple(sides or ())),
        stop=None if precision is None else Stop(figure=told[0].name, half_width=precision),
    )
    how = How(out=out, workers=workers, resume=resume, shard=shard, cluster=cluster, as_json=as_json)
    manifest = play_into(plan, how, asked_of(context))
    return Exit.INTERRUPTED if manifest is None else tell_compare(manifest, how)


def tell_compare(manifest: "Manifest", how: How) -> int:
    """Print every side against the first, write the table, and return the exit code."""
    from race.study.experiments.answer import DIFFERENCES, answer, write_answer
    from race.study.statistics.figures import figures_of

    if shard_told(manifest, how):
        return ended(manifest)
    lines = answer(how.out, manifest, figures_of(manifest.asked.get("figures", FIGURES)))
    write_answer(how.out, lines)
    if how.as_json:
        print(msgspec.json.encode({"folder": str(how.out), "manifest": manifest, "lines": lines}).decode())
        return ended(manifest)
    show(lines)
    print()
    print(
        plural(
            "{games} games on {seeds} common seed, {seconds} s; differences with 95 % intervals; "
            "p corrected by Holm (lines: {lines}).",
            "{games} games on {seeds} common seeds, {seconds} s; differences with 95 % intervals; "
            "p corrected by Holm (lines: {lines}).",
            manifest.seeds,
        ).format(
            games=manifest.games, seeds=manifest.seeds, seconds=number(manifest.seconds, 1), lines=len(lines)
        )
    )
    if any(line.found.difference.games < manifest.seeds for line in lines):
        print(
            _(
                "Where seeds are fewer, some games lack the figure: the difference rests on the seeds "
                "on which both sides have it, first and this on all their own games that do."
            )
        )
    if any(line.found.told_apart for line in lines):
        print(_("* interval and test, before that correction, both tell the difference from nothing."))
    print(_("The table is in {file}.").format(file=how.out / DIFFERENCES))
    return ended(manifest)


def show(lines: "tuple[Line, ...]") -> None:
    """Print the lines of an answer."""
    headings = [
        _("side"),
        _("scenario"),
        _("founder"),
        _("figure"),
        _("first"),
        _("this"),
        _("difference"),
        _("seeds"),
        _("p"),
        _("p, any look"),
    ]
    print(columns([headings, *(_row(line) for line in lines)]))


def _row(line: "Line") -> list[str]:
    found = line.found
    return [
        f"{line.cell.side} - {line.base.side}",
        _both(line.base.scenario, line.cell.scenario),
        _both(line.base.founder, line.cell.founder),
        found.figure,
        plain(found.base.value),
        plain(found.side.value),
        spread(found),
        str(found.difference.games),
        chance(line.p_holm),
        chance(line.anytime_p_holm),
    ]


def _both(base: str, side: str) -> str:
    """Return what both sides share; nothing where they differ, which the side's name says."""
    return base if base == side else ""


def plain(value: float) -> str:
    """Write a figure to three digits or so, a dash for none.

    >>> plain(512.345), plain(0.61234), plain(-3.14159), plain(float("nan"))
    ('512.3', '0.612', '-3.14', '–')
    """
    if isnan(value):
        return "–"
    size = abs(value)
    return f"{value:.{1 if size >= 100 else 2 if size >= 1 else 3}f}"  # noqa: PLR2004 - decimals that say something


def spread(found: "Difference") -> str:
    """Write a difference with its interval, with a sign and a star where it is told apart from nothing.

    A dash stands for what the games do not tell.
    """
    span = found.difference
    if isnan(span.value):
        return "–"
    if not span.known:
        return f"{span.value:+.3g} –"
    mark = " *" if found.told_apart else ""
    return f"{span.value:+.3g} [{span.low:+.3g}, {span.high:+.3g}]{mark}"


def chance(p: float) -> str:
    """Write a p-value.

    >>> chance(0.0312), chance(1e-7)
    ('0.031', '<0.001')
    """
    return "<0.001" if p < 0.001 else f"{p:.3f}"  # noqa: PLR2004 - further digits say nothing
