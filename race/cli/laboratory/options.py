"""The options that several commands share, under one name each, and `--spec`, which reads them from a file.

A file of options is TOML with the options' own names (`runs = 200`, `founder = "steward"`); every results
folder has one, `spec.toml`, that plays it again. Words on the command line weigh more than the file.
"""

from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from race.cli.exits import Exit
from race.core.words import N_, PlainError, Sentence
from race.speech import _

_NOT_ASKED: Final = (
    *("json", "workers", "out", "resume", "shard", "cluster", "spec", "storage", "dry-run", "help"),
)
"""Options that change no result, and so are not written down."""


def read_spec(context: typer.Context, path: Path | None) -> Path | None:
    """Take the options that are not on the command line from a file.

    Raises PlainError for a file that is none, of another command, or with an unknown option.
    """
    if path is None:
        return None
    from race.scenario.toml import read_toml

    asked = read_toml(path)
    command = asked.pop("command", context.info_name)
    if command != context.info_name:
        raise _refuse(N_("{file} is for the command '{name}'."), path, str(command))
    names = _names(context)
    for option in asked:
        if option not in names:
            near = get_close_matches(option, names, n=1)
            raise _refuse(
                N_("{file}: there is no option '{name}'; did you mean '{near}'?")
                if near
                else N_("{file}: there is no option '{name}'."),
                path,
                option,
                near[0] if near else "",
            )
        _check_kind(context, path, names[option], option, asked[option])
    context.default_map = {
        names[option]: ",".join(map(str, value)) if isinstance(value, list) and option != "sides" else value
        for option, value in asked.items()
    }
    return path


def _check_kind(context: typer.Context, path: Path, parameter: str, option: str, value: object) -> None:
    """Refuse true and false for an option that has a value, and anything else for one that is on or off."""
    flag = next(
        bool(getattr(one, "is_flag", False)) for one in context.command.params if one.name == parameter
    )
    if flag != isinstance(value, bool):
        raise _refuse(
            N_("{file}: the option '{name}' is on or off; write true or false.")
            if flag
            else N_("{file}: the option '{name}' has a value; true and false are none."),
            path,
            option,
        )


def _names(context: typer.Context) -> dict[str, str]:
    """Return the options of a command as they are typed, each with its parameter."""
    return {(max(option.opts, key=len).lstrip("-")): str(option.name) for option in context.command.params}


def asked_of(context: typer.Context) -> dict[str, Any]:
    """Return a command with the options that can change its results, as a file of options has them."""
    kept: dict[str, Any] = {"command": context.info_name}
    for option, parameter in _names(context).items():
        value = context.params.get(parameter)
        if option not in _NOT_ASKED and value is not None:
            kept[option] = list(value) if isinstance(value, list | tuple) else value
    return kept


def names(text: str) -> tuple[str, ...]:
    """Return names with commas between.

    >>> names("steward, diverter")
    ('steward', 'diverter')
    """
    return tuple(name for name in (part.strip() for part in text.split(",")) if name)


def _refuse(msgid: str, path: Path, name: str, near: str = "") -> PlainError:
    return PlainError(Sentence(msgid, {"file": str(path), "name": name, "near": near}), code=Exit.USAGE)


ScenarioNames = Annotated[str, typer.Option(help=_("Scenarios, by name or TOML file, with commas between."))]
FounderNames = Annotated[str, typer.Option(help=_("Founder bots, with commas between."))]
Difficulty = Annotated[
    str, typer.Option(help=_("How able the rivals are: apprentice, standard or relentless."))
]
Trait = Annotated[
    str, typer.Option(help=_("The founder: none, showman, engineer, lawyer, ascetic or gambler."))
]
Runs = Annotated[int, typer.Option(help=_("Games for each founder and scenario."))]
Seed = Annotated[int, typer.Option(help=_("Seed of the first game; the next have the next seeds."))]
Out = Annotated[Path, typer.Option(readable=False, help=_("Folder for the results."))]
Workers = Annotated[int | None, typer.Option(help=_("Processes; without it, one a core."))]
Months = Annotated[bool, typer.Option(help=_("Write the tables of months and events."))]
Resume = Annotated[bool, typer.Option("--resume", help=_("Go on with a batch that was interrupted."))]
Shard = Annotated[
    str, typer.Option(help=_("Play only a part of the plan: 1/2 is the first of two; then `merge`."))
]
Cluster = Annotated[
    str,
    typer.Option(
        help=_("Scheduler whose workers play, such as tcp://127.0.0.1:8786, or local; they share the folder.")
    ),
]
Precision = Annotated[
    float | None,
    typer.Option(help=_("Stop when half the widest 95 % interval of the first figure is at most this.")),
]
Figures = Annotated[
    str, typer.Option(help=_("Figures that are told: columns of games.parquet, or ending.NAME."))
]
Numbers = Annotated[
    str, typer.Option(help=_("Numbers that may move, with commas between: money.pay_usd,race.luck_sd."))
]
Bounds = Annotated[
    str,
    typer.Option(help=_("Narrower bounds, as in race.luck_sd=5:30,labs.openai.parent_usd=3e8:7e8.")),
]
SpecFile = Annotated[
    Path | None,
    typer.Option(
        "--spec",
        is_eager=True,
        readable=False,
        callback=read_spec,
        help=_("TOML file with options, such as a spec.toml."),
    ),
]
Json = Annotated[bool, typer.Option("--json", help=_("Print the outcome as JSON."))]
