"""A bot's game told month by month: `watch`, and the answer of `play` where there is nobody to play."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from race.cli.exits import Exit
from race.cli.laboratory.options import Difficulty, Trait
from race.speech import _

if TYPE_CHECKING:
    from collections.abc import Iterable


class Until(StrEnum):
    """What a person may want to watch until."""

    LEAK = "leak"
    SUIT = "suit"
    VOTE = "vote"
    END = "end"


def watch(  # noqa: PLR0913 - one for each option
    *,
    founder: Annotated[str, typer.Option(help=_("The bot that plays the founder."))] = "diverter",
    scenario: Annotated[str, typer.Option(help=_("Scenario, by name or TOML file."))] = "history",
    seed: Annotated[int, typer.Option(help=_("Seed of the game."))] = 3,
    difficulty: Difficulty = "standard",
    trait: Trait = "none",
    until: Annotated[Until, typer.Option(help=_("Stop at the first of these."))] = Until.END,
) -> int:
    """Play a bot's game and print its months, then the verdict; return the exit code."""
    from race.session.session import Session
    from race.ui.present.telling import month_lines, opening_lines, verdict_lines

    session = Session(scenario, seed, founder, difficulty=difficulty, trait=trait)
    try:
        _tell(opening_lines(session))
        while session.ending is None:
            report = session.end_month()
            _tell(month_lines(session, report))
            if until is not Until.END and any(event.kind.value == until.value for event in report.events):
                print(_("Stopped at the first {event}.").format(event=until.value))
                return Exit.FINE
        _tell(verdict_lines(session))
    finally:
        session.close()
    return Exit.FINE


def _tell(lines: "Iterable[str]") -> None:
    for line in lines:
        print(line)
