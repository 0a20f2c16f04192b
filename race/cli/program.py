"""The commands and their parser; loaded only when the program is called with arguments."""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any, Final

import typer

from race import __version__
from race.cli.answers import complain
from race.cli.bench import bench
from race.cli.check import check
from race.cli.exits import MEANINGS, Exit
from race.cli.explain import explain
from race.cli.laboratory.balance import balance
from race.cli.laboratory.batch import batch
from race.cli.laboratory.compare import compare
from race.cli.laboratory.compile import compile_core
from race.cli.laboratory.hindcast import hindcast
from race.cli.laboratory.merge import merge
from race.cli.laboratory.sensitivity import sensitivity
from race.cli.laboratory.sweep import sweep
from race.cli.laboratory.tune import tune
from race.cli.parsing import strict, translated
from race.cli.play import play, speak_in
from race.cli.replay import replay
from race.cli.watch import watch
from race.core.words import N_
from race.speech import _, listed

_MISTAKES: Final[Any] = sys.modules[
    typer.BadParameter.__module__
]  # typer names only some of its parser's errors


def run(words: list[str]) -> int:
    """Run the command that the words name and return its exit code."""
    try:
        command = strict(translated(typer.main.get_command(program())))
        code = command(words, prog_name="diverted", standalone_mode=False)
    except _MISTAKES.UsageError as mistake:
        complain(_sentence(mistake))
        return Exit.USAGE
    except SystemExit:  # the parser's own answer to a reader that has gone
        raise BrokenPipeError from None
    except (typer.Abort, KeyboardInterrupt):
        raise KeyboardInterrupt from None
    if code == Exit.INTERRUPTED and not isinstance(code, Exit):
        raise KeyboardInterrupt  # the parser's own answer, which says nothing; a command's is told already
    return code if isinstance(code, int) else Exit.FINE


def program() -> typer.Typer:
    """Return the parser with every command that works."""
    parser = typer.Typer(
        name="diverted",
        help=_("Diverted: the AI race, played from inside. Without a command, play."),
        epilog=exit_table(),
        rich_markup_mode=None,
        add_completion=False,
        pretty_exceptions_enable=False,
        invoke_without_command=True,
        callback=_start,
    )
    parser.command("play", help=_("Play in a window; without a display, as text."))(_play)
    for command, words in _commands():
        parser.command(command.__name__.partition("_")[0], help=words)(command)
    return parser


def _commands() -> Iterator[tuple[Callable[..., int], str]]:
    """Yield the commands that need no window, with their help."""
    yield watch, _("Watch a bot play by the month. Example: diverted watch --founder diverter --until leak")
    yield batch, _("Play many games into a folder. Example: diverted batch --runs 100 --out results/")
    yield (
        compare,
        _("Set bots or numbers side by side on common seeds. Example: diverted compare steward swapper"),
    )
    yield (
        sweep,
        _("Play numbers from bound to bound. Example: diverted sweep --numbers race.luck_sd --points 5"),
    )
    yield (
        sensitivity,
        _("Find the numbers that matter. Example: diverted sensitivity --numbers race.luck_sd,money.pay_usd"),
    )
    yield merge, _("Join the shards of a batch. Example: diverted merge first/ second/ --out results/")
    yield (
        hindcast,
        _("Set the world beside what was measured. Example: diverted hindcast --runs 200 --out fit/"),
    )
    yield (
        tune,
        _("Fit numbers to the facts. Example: diverted tune --numbers money.revenue_multiple --trials 50"),
    )
    yield balance, _("Report how the game is balanced. Example: diverted balance --quick --out balance/")
    yield explain, _("Explain a formula with its numbers and source. Example: diverted explain quality")
    yield replay, _("Play a save again, name the month that differs. Example: diverted replay game.diverted")
    yield bench, _("Measure speed, memory and start-up, side by side. Example: diverted bench --games 50")
    yield compile_core, _("Compile the core, so that batches and reports play about twice as fast")
    yield check, _("Judge a scenario or a save. Example: diverted check my-scenario.toml")


def exit_table() -> str:
    """Return the exit codes in one line, as `--help` shows them."""
    rows = listed(f"{code.value} {_(meaning)}" for code, meaning in MEANINGS.items())
    return _("Exit codes: {rows}.").format(rows=rows)


_BEFORE: Final = N_("{command} does not read {name}, which stands before it")
_Text = Annotated[bool, typer.Option("--text", help=_("Play as text, even where there is a display."))]
_Plain = Annotated[
    bool, typer.Option("--plain", help=_("The same without bars and thin spaces, for a screen reader."))
]
_Scenario = Annotated[str | None, typer.Option(help=_("Start this scenario, by name or TOML file."))]
_Seed = Annotated[int | None, typer.Option(help=_("Seed of the game."))]
_Difficulty = Annotated[
    str | None, typer.Option(help=_("How able the rivals are: apprentice, standard or relentless."))
]
_Trait = Annotated[
    str | None,
    typer.Option(help=_("The founder: none, showman, engineer, lawyer, ascetic or gambler.")),
]
_Daily = Annotated[bool, typer.Option("--daily", help=_("Start today's world, the same for everybody."))]
_Code = Annotated[str | None, typer.Option(help=_("Start the world of a code that somebody shared."))]
_Lang = Annotated[str | None, typer.Option(help=_("Language: en or fr."))]


def _start(  # noqa: PLR0913 - one for each option
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help=_("Show the version and exit."))] = False,
    text: _Text = False,
    plain: _Plain = False,
    scenario: _Scenario = None,
    seed: _Seed = None,
    difficulty: _Difficulty = None,
    trait: _Trait = None,
    lang: _Lang = None,
    daily: _Daily = False,
    code: _Code = None,
) -> int:
    if version:
        print(f"diverted {__version__}")
        raise typer.Exit
    if (command := context.invoked_subcommand) is not None:
        if misplaced := _misplaced(context.params):
            context.fail(_(_BEFORE).format(command=command, name=misplaced))
        if lang is not None:
            speak_in(lang)
        return Exit.FINE
    return play(
        text=text,
        plain=plain,
        scenario=scenario,
        seed=seed,
        difficulty=difficulty,
        trait=trait,
        lang=lang,
        daily=daily,
        code=code,
    )


def _misplaced(said: Mapping[str, object]) -> str:
    """Return an option that stands before a command, which would not hear of it; empty without one.

    The language is everybody's.

    >>> _misplaced({"text": False, "seed": 0, "lang": "fr"}), _misplaced({"seed": None, "lang": "fr"})
    ('--seed', '')
    """
    heard = (name for name, value in said.items() if value is not None and value is not False)
    return next((f"--{name}" for name in heard if name != "lang"), "")


def _play(  # noqa: PLR0913 - one for each option
    context: typer.Context,
    *,
    text: _Text = False,
    plain: _Plain = False,
    scenario: _Scenario = None,
    seed: _Seed = None,
    difficulty: _Difficulty = None,
    trait: _Trait = None,
    lang: _Lang = None,
    daily: _Daily = False,
    code: _Code = None,
) -> int:
    return play(
        text=text,
        plain=plain,
        scenario=scenario,
        seed=seed,
        difficulty=difficulty,
        trait=trait,
        lang=lang or (context.parent.params["lang"] if context.parent else None),
        daily=daily,
        code=code,
    )


_SAID: Final = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (
            r"No such option: (?P<name>\S+) \(Possible options: (?P<near>.+)\)",
            N_("There is no option {name} (like it: {near})"),
        ),
        (r"No such option: (?P<name>\S+)", N_("There is no option {name}")),
        (
            r"No such command '(?P<name>.+?)'\. Did you mean (?P<near>.+)\?",
            N_("There is no command '{name}' (like it: {near})"),
        ),
        (r"No such command '(?P<name>.+?)'", N_("There is no command '{name}'")),
        (r"Option '(?P<name>.+)' requires an argument", N_("The option {name} needs a value")),
        (r"Missing (?:argument|option|parameter) '(?P<name>.+?)'", N_("The value {name} is missing")),
        (
            r"Got unexpected extra arguments?(?:\(s\))? \((?P<name>.+)\)",
            N_("{name} is too much here"),
        ),
        (
            r"Invalid value for '(?P<name>.+)': Input should be a (?:valid integer|finite number)",
            N_("{name} takes a whole number"),
        ),
        (r"Invalid value for '(?P<name>.+)': .+ valid number", N_("{name} takes a number")),
        (
            r"Invalid value for '(?P<name>.+)': (?:Value error, )?'(?P<near>.+)' is not one of (?P<known>.+)",
            N_("{name} takes one of {known}, not '{near}'"),
        ),
    )
)
"""What the parser says of a mistake, in its English, and how we say it."""


_NEEDED: Final = {
    "replay": N_("Name the save or the game to play again, as in: diverted replay game.diverted"),
    "merge": N_("Name the folders of all shards, as in: diverted merge first/ second/ --out results/"),
    "check": N_("Name the scenario or the save to judge, as in: diverted check my-scenario.toml"),
}
"""What a command that cannot do without an argument asks for."""


def _own_words(said: str) -> str:
    """Say in the reader's language what the parser said of a mistake; what is not known stays as it is."""
    for pattern, words in _SAID:
        if found := pattern.match(said):
            return _(words).format(**found.groupdict())
    return said


def _sentence(mistake: Any) -> str:  # noqa: ANN401 - the parser's own error
    """Say in one sentence what was wrong with the words, and where help is."""
    command = mistake.ctx.command_path if mistake.ctx else "diverted"
    missing = isinstance(mistake, _MISTAKES.MissingParameter) and mistake.ctx
    needed = _NEEDED.get(mistake.ctx.info_name, "") if missing else ""
    said = " ".join(str(mistake.format_message()).split()).rstrip(".")
    problem = _(needed) if needed else _own_words(said)
    return _("{problem}; `{command} --help` shows what there is.").format(problem=problem, command=command)
