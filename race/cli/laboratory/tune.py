"""Numbers of the world fitted to what was measured, or to the balance that must hold: `tune`."""

from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from race.cli.answers import complain
from race.cli.columns import columns
from race.cli.exits import Exit
from race.cli.laboratory.hindcast import figure
from race.cli.laboratory.options import Bounds, Difficulty, Json, Numbers, SpecFile, Workers, asked_of, names
from race.speech import _, name, number, plural

if TYPE_CHECKING:
    from race.study.tuning.tuner import Fit, Tell, Trial


class Target(StrEnum):
    """What a fit makes smaller."""

    HINDCAST = "hindcast"
    BALANCE = "balance"


def tune(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    *,
    numbers: Numbers = "",
    bounds: Bounds = "",
    target: Annotated[
        Target, typer.Option(help=_("What comes nearer: hindcast or balance."))
    ] = Target.HINDCAST,
    rows: Annotated[
        str, typer.Option(help=_("Rows of the hindcast that are fitted: all, race, owners, or C27,C40…"))
    ] = "all",
    trials: Annotated[int, typer.Option(help=_("Trials there are in the end."))] = 100,
    games: Annotated[int, typer.Option(help=_("Games of each trial (of each founder)."))] = 10,
    checks: Annotated[
        int, typer.Option(help=_("Games of the comparison of before and after, on seeds of their own."))
    ] = 40,
    seed: Annotated[
        int, typer.Option(help=_("Seed of the search; games are played on seeds of its own."))
    ] = 0,
    scenario: Annotated[str, typer.Option(help=_("Scenario, by name or TOML file."))] = "history",
    storage: Annotated[
        Path | None,
        typer.Option(
            readable=False, help=_("SQLite file that keeps the trials; the same command goes on with it.")
        ),
    ] = None,
    out: Annotated[Path, typer.Option(readable=False, help=_("Folder for the results."))] = Path("fit"),
    difficulty: Difficulty = "standard",
    workers: Workers = None,
    options: SpecFile = None,
    as_json: Json = False,
) -> int:
    """Search for better numbers, write them, print before and after; 130 when interrupted, the best kept."""
    from race.scenario.load import load_scenario
    from race.study.crew import crew_size
    from race.study.manifest import claimed, write_asked
    from race.study.tuning.aims import ToBalance, ToFacts
    from race.study.tuning.dials import dials_of, read_bounds
    from race.study.tuning.loss import rows_of
    from race.study.tuning.report import write_comparison, write_found
    from race.study.tuning.tuner import Found, Spec, check
    from race.study.tuning.tuner import tune as search

    del options  # the file's options have been taken
    world = load_scenario(scenario, difficulty)
    spec = Spec(
        scenario=world,
        dials=dials_of(world, names(numbers), read_bounds(bounds)),
        aim=ToBalance() if target is Target.BALANCE else ToFacts(rows_of(rows)),
        trials=trials,
        games=games,
        checks=checks,
        seed=seed,
    )
    crew, asked = crew_size(workers), asked_of(context)
    check(spec)

    def keep(found: Found) -> None:
        write_asked(out, asked)
        write_found(out, found)

    with claimed(out, asked["command"]):
        fit = search(
            spec, workers=crew, storage=storage, tell=_quiet if as_json else _teller(trials), keep=keep
        )
        write_comparison(out, fit)
    if as_json:
        print(msgspec.json.encode(_summary(fit, out)).decode())
    else:
        _show(fit, out)
    return Exit.INTERRUPTED if fit.interrupted else Exit.FINE


def _quiet(trial: "Trial", best: "Trial | None") -> None:
    """Say nothing where a machine reads."""


def _teller(trials: int) -> "Tell":
    """Return who tells of every trial how it did, and how long those to come will take."""
    from race.study import clock

    begun, heard = clock.now(), count(1)

    def tell(trial: "Trial", best: "Trial | None") -> None:
        each, left = (clock.now() - begun) / next(heard), trials - 1 - trial.number
        if trial.loss is None:
            told = _("trial {n}: these numbers cannot be played").format(n=trial.number)
        else:
            told = _("trial {n}: loss {loss}, {rows} rows in").format(
                n=trial.number, loss=number(trial.loss, 2), rows=trial.inside
            )
        if left > 0:
            ahead = plural(
                "about {minutes} minutes for {n} more trial",
                "about {minutes} minutes for {n} more trials",
                left,
            )
            told += f" ({ahead.format(n=left, minutes=number(left * each / 60, 1))})"
        complain(told + (" *" if best is not None and best.number == trial.number else ""))

    return tell


def _summary(fit: "Fit", out: Path) -> dict[str, object]:
    return {
        "folder": str(out),
        "trials": len(fit.trials),
        "best": fit.best,
        "loss_before": fit.before.loss,
        "loss_after": fit.after.loss,
        "before": fit.before,
        "after": fit.after,
        "interrupted": fit.interrupted,
    }


def _show(fit: "Fit", out: Path) -> None:
    from race.study.tuning.report import scenario_file

    numbers = [
        [dial.path, figure(dial.present), figure(fit.best.values[dial.path]), _(dial.unit)]
        for dial in fit.spec.dials
    ]
    print(columns([[_("number"), _("before"), _("after"), _("unit")], *numbers]))
    print()
    headings = [_("row"), _("who"), _("figure"), _("when"), _("measured"), _("before"), _("after"), ""]
    print(columns([headings, *_comparison(fit)]))
    print()
    print(
        _("Loss {before} before, {after} after, on {games} seeds that no trial has played.").format(
            before=number(fit.before.loss, 2), after=number(fit.after.loss, 2), games=fit.after.games
        )
    )
    print(
        _("Rows in their bands: {before} before, {after} after, of {all}.").format(
            before=fit.before.inside, after=fit.after.inside, all=fit.after.asked
        )
    )
    file = out / scenario_file(fit)
    print(
        _("Play it with --scenario {file}; judge it with: diverted hindcast --scenario {file}").format(
            file=file
        )
    )


def _comparison(fit: "Fit") -> list[list[str]]:
    lines = []
    for old, new in zip(fit.before.lines, fit.after.lines, strict=True):
        change = {(False, True): _("now in"), (True, False): _("now out"), (False, False): _("out")}
        lines.append(
            [
                _(old.row) + ("" if old.counts else " -"),
                name(old.entity) if old.entity else "",
                old.metric,
                old.date,
                f"{figure(old.low)} … {figure(old.high)}" if (old.low, old.high) != (0.0, 0.0) else "",
                figure(old.figure),
                figure(new.figure),
                change.get((old.inside, new.inside), ""),
            ]
        )
    return lines
