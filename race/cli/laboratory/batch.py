"""Many games into a results folder: `batch`."""

from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import typer

from race.cli.columns import columns
from race.cli.exits import Exit
from race.cli.laboratory.options import (
    Cluster,
    Difficulty,
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
    from race.study.compare import Interval
    from race.study.manifest import Manifest


def batch(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    *,
    scenario: ScenarioNames = "history",
    founder: FounderNames = "steward,diverter",
    difficulty: Difficulty = "standard",
    trait: Trait = "none",
    runs: Runs = 100,
    seed: Seed = 1,
    precision: Precision = None,
    out: Out = Path("results"),
    workers: Workers = None,
    months: Months = True,
    resume: Resume = False,
    shard: Shard = "",
    cluster: Cluster = "",
    spec: SpecFile = None,
    as_json: Json = False,
) -> int:
    """Play many games and return the exit code: 130 when interrupted, with the finished parts kept."""
    from race.study.plan import Stop
    from race.study.run import spec_of

    del spec  # its options have been taken
    plan = spec_of(
        names(scenario),
        names(founder),
        runs,
        seed,
        months=months,
        difficulty=difficulty,
        trait=trait,
        stop=None if precision is None else Stop(figure="score", half_width=precision),
    )
    how = How(out=out, workers=workers, resume=resume, shard=shard, cluster=cluster, as_json=as_json)
    manifest = play_into(plan, how, asked_of(context))
    return Exit.INTERRUPTED if manifest is None else tell_batch(manifest, how)


def tell_batch(manifest: "Manifest", how: How) -> int:
    """Print a row a cell and return the exit code."""
    from race.study.compare import summary

    if shard_told(manifest, how):
        return ended(manifest)
    rows = summary(how.out)
    if how.as_json:
        print(msgspec.json.encode({"folder": str(how.out), "manifest": manifest, "cells": rows}).decode())
        return ended(manifest)
    headings = [_("scenario"), _("founder"), _("score"), _("trust"), _("gap, Elo"), _("endings")]
    cells = [
        [
            row.scenario,
            row.founder,
            span(row.score, 0),
            span(row.trust, 2),
            span(row.gap, 0),
            "\n".join(f"{ending} {span(share, 2)}" for ending, share in row.endings.items()),
        ]
        for row in rows
    ]
    print(columns([headings, *cells]))
    played = plural(
        "{games} game in {folder}, {seconds} s; intervals cover 95 %.",
        "{games} games in {folder}, {seconds} s; intervals cover 95 %.",
        manifest.games,
    )
    print(played.format(games=manifest.games, folder=how.out, seconds=number(manifest.seconds, 1)))
    return ended(manifest)


def span(interval: "Interval", decimals: int) -> str:
    """Write a figure with its interval; a dash stands for what the games do not tell."""
    if isnan(interval.value):
        return "–"
    if not interval.known:
        return f"{interval.value:.{decimals}f} –"
    return f"{interval.value:.{decimals}f} [{interval.low:.{decimals}f}, {interval.high:.{decimals}f}]"
