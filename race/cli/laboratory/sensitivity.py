"""Which numbers of the rulebook matter: `sensitivity`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from race.cli.columns import columns
from race.cli.exits import Exit
from race.cli.laboratory.compare import plain
from race.cli.laboratory.options import (
    Bounds,
    Cluster,
    Difficulty,
    Json,
    Numbers,
    Out,
    Resume,
    Seed,
    Shard,
    SpecFile,
    Trait,
    Workers,
    asked_of,
    names,
)
from race.cli.laboratory.playing import How, ended, play_into, shard_told
from race.core.words import N_, PlainError, Sentence
from race.speech import _, number

if TYPE_CHECKING:
    from race.study.experiments.sensitivity import Design, Effect
    from race.study.manifest import Manifest


_FEWEST_KEPT = 2
"""Numbers that Sobol can tell apart at least."""


def sensitivity(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    *,
    numbers: Numbers = "",
    bounds: Bounds = "",
    figure: Annotated[
        str, typer.Option(help=_("The figure that answers: a column of games.parquet, or ending.NAME."))
    ] = "score",
    method: Annotated[
        str, typer.Option(help=_("morris screens, sobol measures; both: sobol for those that matter most."))
    ] = "morris",
    samples: Annotated[
        int, typer.Option(help=_("Trajectories of Morris, or Sobol's base points, a power of two."))
    ] = 16,
    keep: Annotated[int, typer.Option(help=_("Numbers that Sobol measures after Morris, with both."))] = 3,
    scenario: Annotated[str, typer.Option(help=_("Scenario, by name or TOML file."))] = "history",
    founder: Annotated[str, typer.Option(help=_("The bot that plays the founder."))] = "swapper",
    difficulty: Difficulty = "standard",
    trait: Trait = "none",
    runs: Annotated[int, typer.Option(help=_("Games of each point of the design, on common seeds."))] = 10,
    seed: Seed = 1,
    out: Out = Path("sensitivity"),
    workers: Workers = None,
    resume: Resume = False,
    shard: Shard = "",
    cluster: Cluster = "",
    spec: SpecFile = None,
    as_json: Json = False,
) -> int:
    """Play the points of a design on the same seeds, tell each number's effect, return the exit code."""
    del numbers, bounds, figure, scenario, founder, difficulty, trait, runs, seed, spec  # all in `asked`
    how = How(out=out, workers=workers, resume=resume, shard=shard, cluster=cluster, as_json=as_json)
    asked = asked_of(context)
    if method != "both":
        return _play(asked, how)
    if keep < _FEWEST_KEPT:
        raise PlainError(
            Sentence(N_("Sobol measures two numbers or more; --keep {n} is too few."), {"n": str(keep)}),
            code=Exit.USAGE,
        )
    if shard:
        raise PlainError(
            Sentence(N_("Sobol waits for all of Morris; split --method morris and sobol, one by one.")),
            code=Exit.USAGE,
        )
    code = _play({**asked, "method": "morris"}, msgspec.structs.replace(how, out=out / "morris"))
    if code != Exit.FINE:
        return code
    del samples
    kept = _largest(out / "morris", keep)
    asked |= {"method": "sobol", "numbers": ",".join(kept), "bounds": _bounds_of(asked["bounds"], kept)}
    return _play(asked, msgspec.structs.replace(how, out=out / "sobol"))


def _play(asked: dict[str, Any], how: How) -> int:
    from race.study.run import spec_of
    from race.study.statistics.figures import figure_of

    figure_of(asked["figure"])
    plan = spec_of(
        (asked["scenario"],),
        (asked["founder"],),
        asked["runs"],
        asked["seed"],
        months=False,
        difficulty=asked["difficulty"],
        trait=asked["trait"],
        sides=_design(asked).sides,
    )
    manifest = play_into(plan, how, asked)
    return Exit.INTERRUPTED if manifest is None else tell_sensitivity(manifest, how)


def _design(asked: dict[str, Any]) -> "Design":
    from race.scenario.load import load_scenario
    from race.study.experiments.sensitivity import Method, design
    from race.study.tuning.dials import dials_of, read_bounds

    if asked["method"] not in list(Method):
        raise PlainError(
            Sentence(
                N_("There is no method '{name}'; there are: morris, sobol, both."), {"name": asked["method"]}
            ),
            code=Exit.USAGE,
        )
    world = load_scenario(asked["scenario"])
    dials = dials_of(world, names(asked["numbers"]), read_bounds(asked["bounds"]))
    return design(Method(asked["method"]), dials, asked["samples"], asked["seed"])


def tell_sensitivity(manifest: "Manifest", how: How) -> int:
    """Print and write the effects of finished games; return the exit code."""
    from race.study.experiments.sensitivity import EFFECTS, effects, responses, write_effects
    from race.study.statistics.figures import figure_of

    if shard_told(manifest, how):
        return ended(manifest)
    study, seed = _design(manifest.asked), int(manifest.asked["seed"])
    answers = responses(how.out, figure_of(manifest.asked["figure"]), len(study.sides))
    found = effects(study, answers, seed)
    write_effects(how.out, study, found)
    if how.as_json:
        print(msgspec.json.encode({"folder": str(how.out), "manifest": manifest, "effects": found}).decode())
        return ended(manifest)
    print(columns([_headings(manifest.asked["method"]), *(_row(each, study) for each in found)]))
    print()
    moved = _("What is moved is {figure}: {mean} on average over all points.")
    print(moved.format(figure=manifest.asked["figure"], mean=plain(sum(answers) / len(answers))))
    told = _("{games} games at {points} points, {seconds} s; half-widths of 95 % intervals after the sign ±.")
    print(told.format(games=manifest.games, points=len(study.sides), seconds=number(manifest.seconds, 1)))
    print(_("The table is in {file}.").format(file=how.out / EFFECTS))
    return ended(manifest)


def _headings(method: str) -> list[str]:
    if method == "morris":
        return [_("number"), _("from"), _("to"), _("unit"), _("mean effect"), _("spread of effects")]
    return [_("number"), _("from"), _("to"), _("unit"), _("alone"), _("in all")]


def _row(each: "Effect", study: "Design") -> list[str]:
    dial = next(dial for dial in study.dials if dial.path == each.number)
    whole = plain(each.whole)
    return [
        each.number,
        f"{dial.low:g}",
        f"{dial.high:g}",
        _(dial.unit) if dial.unit else "",
        f"{plain(each.main)} ± {plain(each.main_half)}",
        whole if each.whole_half is None else f"{whole} ± {plain(each.whole_half)}",
    ]


def _largest(folder: Path, keep: int) -> list[str]:
    from race.study.experiments.sensitivity import numbers_in

    return numbers_in(folder)[:keep]


def _bounds_of(text: str, kept: list[str]) -> str:
    """Return those bounds that belong to the numbers that are kept."""
    return ",".join(part for part in names(text) if part.partition("=")[0].strip() in kept)
