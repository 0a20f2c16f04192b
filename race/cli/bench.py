"""The ratios of the project measured side by side, and the signature of its games: `bench`."""

from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from race.cli.answers import complain
from race.cli.columns import columns
from race.cli.exits import Exit
from race.cli.laboratory.compile import compile_first
from race.core.words import N_, PlainError, Sentence
from race.speech import _, labelled, number, plural, speak

if TYPE_CHECKING:
    from race.study.bench.measure import Measure


def bench(
    *,
    games: Annotated[int, typer.Option(help=_("Games of each contender."))] = 20,
    rss_games: Annotated[
        int, typer.Option(help=_("Games over which memory is watched; 2000 in full."))
    ] = 200,
    catanatron: Annotated[
        str | None, typer.Option(help=_("A Python in which Catanatron is installed, to play beside."))
    ] = None,
    difficulty: Annotated[
        str, typer.Option(help=_("How able the rivals are: apprentice, standard or relentless."))
    ] = "standard",
    as_json: Annotated[bool, typer.Option("--json", help=_("Print the figures as JSON."))] = False,
) -> int:
    """Measure and print; return the exit code."""
    for option, asked in (("games", games), ("rss-games", rss_games)):
        if asked < 1:
            raise PlainError(
                Sentence(
                    N_("--{option} must be {least} or more, not {n}."),
                    {"option": option, "least": "1", "n": str(asked)},
                ),
                code=Exit.USAGE,
            )
    from race.study.bench.bench import run_bench

    compile_first()
    found = run_bench(games, rss_games, _tell, catanatron, difficulty)
    if as_json:
        print(msgspec.json.encode(found).decode())
        return Exit.FINE
    headings = [_("figure"), _("measured"), _("at the bars' pace"), _("bar"), _("aim"), _("met"), ""]
    print(columns([headings, *(_row(measure) for measure in found.measures)]))
    print(_("signature {hash}").format(hash=found.signature))
    return Exit.FINE


def _tell(measures: "list[Measure]", left: int, seconds: float) -> None:
    """Tell the figures of a part as they come, and after them how long the parts to come will take."""
    ahead = plural(
        "about {minutes} minutes for {n} more part", "about {minutes} minutes for {n} more parts", left
    ).format(n=left, minutes=number(seconds / 60, 1))
    for place, measure in enumerate(measures, start=1):
        told = labelled(speak(measure.title), _figure(measure))
        complain(f"{told} ({ahead})" if left and place == len(measures) else told)


def _row(measure: "Measure") -> list[str]:
    sign = "≥" if measure.more_is_better else "≤"
    return [
        speak(measure.title),
        _figure(measure),
        "" if measure.at_bars_pace is None else f"{measure.at_bars_pace:.3g} {measure.unit}",
        "" if measure.bar is None else f"{sign} {measure.bar:g}",
        "" if measure.aim is None else f"{sign} {measure.aim:g}",
        {True: _("yes"), False: _("no"), None: ""}[measure.met],
        "" if measure.note is None else speak(measure.note),
    ]


def _figure(measure: "Measure") -> str:
    return "-" if measure.value is None else f"{measure.value:.3g} {measure.unit}".strip()
