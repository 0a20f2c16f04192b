"""The balance of the game in one report: `balance`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from race.cli.answers import complain
from race.cli.columns import columns
from race.cli.exits import Exit
from race.cli.laboratory.compile import compile_first
from race.cli.laboratory.options import Json, SpecFile, Workers, asked_of, names
from race.cli.laboratory.playing import How, tell_damage
from race.cli.laboratory.progress import bar
from race.core.rulebook.seats.rivals import DIFFICULTIES
from race.speech import _, number, plural

if TYPE_CHECKING:
    from race.study.balance.measures import Measure
    from race.study.balance.plan import Sizes, Spec
    from race.study.balance.study import Forecast, Sheet


def balance(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    *,
    scenario: Annotated[
        str, typer.Option(help=_("Scenarios, by name or TOML file, with commas between."))
    ] = "history",
    founder: Annotated[
        str | None, typer.Option(help=_("Founder bots, with commas between; without it, all."))
    ] = None,
    difficulty: Annotated[
        str, typer.Option(help=_("How able the rivals are, with commas between."))
    ] = ",".join(DIFFICULTIES),
    runs: Annotated[
        int | None, typer.Option(help=_("Games for each founder; what is compared with them has fewer."))
    ] = None,
    planner: Annotated[
        int | None, typer.Option(help=_("Games of the planner, which takes long; 0 leaves it out."))
    ] = None,
    choices: Annotated[
        int | None,
        typer.Option(help=_("Months in which orders are weighed against one another, in forks.")),
    ] = None,
    exploit: Annotated[
        int, typer.Option(help=_("Habits that are tried in a search for one that beats all founders."))
    ] = 0,
    seed: Annotated[int, typer.Option(help=_("Seed of the first game; the next have the next seeds."))] = 1,
    out: Annotated[Path, typer.Option(readable=False, help=_("Folder for the page and the tables."))] = Path(
        "balance"
    ),
    workers: Workers = None,
    quick: Annotated[bool, typer.Option("--quick", help=_("A first look, in about three minutes."))] = False,
    dry: Annotated[
        bool,
        typer.Option("--dry-run", help=_("Say what would be played and how long it takes; play nothing.")),
    ] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help=_("Go on with a report that was interrupted."))
    ] = False,
    options: SpecFile = None,
    as_json: Json = False,
) -> int:
    """Play every founder, write the page and the tables, and return the exit code."""
    from race.study.balance.plan import Spec
    from race.study.balance.study import check_folder, forecast, prepare
    from race.study.crew import crew_size

    del options  # what the file says has been taken
    standard = Spec()
    spec = Spec(
        scenarios=names(scenario),
        difficulties=names(difficulty),
        founders=standard.founders if founder is None else names(founder),
        seed=seed,
        sizes=_sizes(runs, quick=quick, planner=planner, choices=choices, exploit=exploit),
    )
    prepare(spec)
    crew = crew_size(workers)
    if not dry:
        check_folder(spec, out, resume=resume)  # before it is timed how long it takes
    told = forecast(spec, crew)
    _announce(told, crew)
    if dry:
        return Exit.FINE
    how = How(out=out, workers=crew, resume=resume, as_json=as_json)
    return _play(spec, how, asked_of(context), told.seconds)


def _play(spec: "Spec", how: How, asked: dict[str, Any], seconds: float) -> int:
    from race.study.balance.measures import measures
    from race.study.balance.study import run_balance
    from race.study.crew import crew_size

    crew = crew_size(how.workers)
    try:
        tell_damage(crew)
        if how.may_compile(crew):
            compile_first(seconds=seconds)
        with bar(quiet=how.as_json) as tell:
            tally, sheet = run_balance(spec, how.out, workers=crew, resume=how.resume, asked=asked, tell=tell)
    except KeyboardInterrupt:
        complain(
            _("Interrupted; what was finished is kept in {folder}; add --resume to go on.").format(
                folder=how.out
            )
        )
        return Exit.INTERRUPTED
    found = measures(tally)
    if how.as_json:
        print(msgspec.json.encode({"folder": str(how.out), "sheet": sheet, "measures": found}).decode())
    else:
        _show(found, sheet, how.out)
    return Exit.DIFFERENCE if sheet.differing else Exit.CRASH if sheet.failed else Exit.FINE


def _sizes(runs: int | None, *, quick: bool, **asked: int | None) -> "Sizes":
    """Return the games of each part: a quick look's or a full one's, in proportion to the runs asked for.

    Parts that are `asked` for have the size that is named.
    """
    from race.study.balance.plan import FULL, QUICK, scaled

    usual = QUICK if quick else FULL
    sizes = usual if runs is None else scaled(usual, runs)
    named = {part: size for part, size in asked.items() if size is not None}
    return msgspec.structs.replace(sizes, **named)


def _announce(told: "Forecast", workers: int) -> None:
    minutes = told.seconds / 60
    complain(
        plural(
            "{games} games in {arms} arms; about {minutes} minutes on {workers} process.",
            "{games} games in {arms} arms; about {minutes} minutes on {workers} processes.",
            workers,
        ).format(
            games=told.games,
            arms=told.arms,
            minutes=number(minutes, 1 if minutes < 10 else 0),  # noqa: PLR2004 - no false digits
            workers=workers,
        )
    )


def _show(found: "tuple[Measure, ...]", sheet: "Sheet", out: Path) -> None:
    from race.study.balance.page.page import PAGE
    from race.study.balance.told import shown, verdict

    headings = [_("measure"), _("target"), _("measured, 95 % interval"), _("verdict"), _("who")]
    rows = [[_(line.name), _(line.target), shown(line), verdict(line.verdict), line.who] for line in found]
    print(columns([headings, *rows]))
    print()
    print(
        _("{games} games, {replayed} played again, {differing} of them otherwise.").format(
            games=sheet.games, replayed=sheet.replayed, differing=sheet.differing
        )
    )
    for failed in sheet.failed:
        complain(_("A game failed: {game}.").format(game=failed))
    print(_("The page is {page}; the tables are beside it.").format(page=out / PAGE))
