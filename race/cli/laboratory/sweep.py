"""Numbers of the rulebook from bound to bound: `sweep`."""

from pathlib import Path
from typing import Annotated

import typer

from race.cli.exits import Exit
from race.cli.laboratory.compare import FIGURES, tell_compare
from race.cli.laboratory.options import (
    Bounds,
    Cluster,
    Difficulty,
    Figures,
    FounderNames,
    Json,
    Months,
    Numbers,
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
from race.cli.laboratory.playing import How, play_into
from race.speech import _


def sweep(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    *,
    numbers: Numbers = "",
    bounds: Bounds = "",
    points: Annotated[int, typer.Option(help=_("Values of each number, from bound to bound."))] = 5,
    values: Annotated[
        str, typer.Option(help=_("Values by name instead: race.luck_sd=10/14,switches.swap=0/1."))
    ] = "",
    scenario: ScenarioNames = "history",
    founder: FounderNames = "swapper",
    difficulty: Difficulty = "standard",
    trait: Trait = "none",
    figures: Figures = FIGURES,
    runs: Runs = 50,
    seed: Seed = 1,
    precision: Precision = None,
    out: Out = Path("sweep"),
    workers: Workers = None,
    months: Months = False,
    resume: Resume = False,
    shard: Shard = "",
    cluster: Cluster = "",
    spec: SpecFile = None,
    as_json: Json = False,
) -> int:
    """Play every value on the same seeds, set it against the usual game, and return the exit code."""
    from race.scenario.load import load_scenario
    from race.study.experiments.grid import both, grid, read_values, steps_of
    from race.study.plan import Stop
    from race.study.run import spec_of
    from race.study.statistics.figures import figures_of
    from race.study.tuning.dials import dials_of, read_bounds

    del spec  # its options have been taken
    told, scenarios, moved = figures_of(figures), names(scenario), names(numbers)
    swept: dict[str, tuple[float, ...]] = {}
    if moved or bounds:
        dials = dials_of(load_scenario((scenarios or ("",))[0]), moved, read_bounds(bounds))
        swept |= {dial.path: steps_of(dial, points) for dial in dials}
    plan = spec_of(
        scenarios,
        names(founder),
        runs,
        seed,
        months=months,
        difficulty=difficulty,
        trait=trait,
        sides=grid(both(swept, read_values(values))),
        stop=None if precision is None else Stop(figure=told[0].name, half_width=precision),
    )
    how = How(out=out, workers=workers, resume=resume, shard=shard, cluster=cluster, as_json=as_json)
    manifest = play_into(plan, how, asked_of(context))
    return Exit.INTERRUPTED if manifest is None else tell_compare(manifest, how)
