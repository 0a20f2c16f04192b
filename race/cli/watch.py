"""A bot's game told month by month: `watch`, and the answer of `play` where there is nobody to play."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from race.cli.exits import Exit
from race.cli.laboratory.options import Difficulty, Trait
from race.speech import _, speak

if TYPE_CHECKING:
    from collections.abc import Iterable

    from race.session.autoplay.stops import Sentry
    from race.session.session import Session


class Until(StrEnum):
    """What a person may want to watch until."""

    LEAK = "leak"
    SUIT = "suit"
    VOTE = "vote"
    MEETING = "meeting"
    LINE = "line"
    LEAD = "lead"
    END = "end"


_WATCHED = frozenset({Until.MEETING, Until.LINE, Until.LEAD})
"""What no event tells: it is read off the position, as the window's autoplay does."""


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
    from race.session.autoplay.stops import Sentry, Stop
    from race.session.session import Session
    from race.ui.present.telling import month_lines, opening_lines, verdict_lines

    session = Session(scenario, seed, founder, difficulty=difficulty, trait=trait)
    try:
        _tell(opening_lines(session))
        sentry = Sentry(session, {Stop(until.value)} if until in _WATCHED else ())
        while session.ending is None:
            report = session.end_month()
            _tell(month_lines(session, report))
            happened = any(event.kind.value == until.value for event in report.events)
            if until in _WATCHED:
                reasons = _reasons(sentry, session)
                _tell(reasons)
                happened = bool(reasons)
            if until is not Until.END and happened:
                print(_("Stopped at the first {event}.").format(event=until.value))
                return Exit.FINE
        _tell(verdict_lines(session))
    finally:
        session.close()
    return Exit.FINE


def _reasons(sentry: "Sentry", session: "Session") -> list[str]:
    """Return why to stop after a month; an ending is told by the verdict."""
    found = sentry.reasons(session)
    return [] if session.ending is not None else [speak(reason.sentence) for reason in found]


def _tell(lines: "Iterable[str]") -> None:
    for line in lines:
        print(line)
