"""A bot's game told month by month: `watch`, and the answer of `play` where there is nobody to play."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from race.cli.exits import Exit
from race.cli.laboratory.options import Difficulty, Trait
from race.speech import _, speak

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from race.session.autoplay.stops import Sentry
    from race.session.session import Report, Session


class Until(StrEnum):
    """What a person may want to watch until."""

    LEAK = "leak"
    SUIT = "suit"
    VOTE = "vote"
    MEETING = "meeting"
    SETBACK = "setback"
    LINE = "line"
    LEAD = "lead"
    END = "end"


_WATCHED = frozenset({Until.MEETING, Until.SETBACK, Until.LINE, Until.LEAD})
"""What no event tells: it is read off the position, as the window's autoplay does."""


def watch(  # noqa: PLR0913 - one for each option
    *,
    founder: Annotated[str, typer.Option(help=_("The bot that plays the founder."))] = "diverter",
    scenario: Annotated[str, typer.Option(help=_("Scenario, by name or TOML file."))] = "history",
    seed: Annotated[int, typer.Option(help=_("Seed of the game."))] = 3,
    difficulty: Difficulty = "standard",
    trait: Trait = "none",
    until: Annotated[Until, typer.Option(help=_("Stop at the first of these."))] = Until.END,
    as_json: Annotated[
        bool, typer.Option("--json", help=_("Print a line of JSON for each month, and one for the end."))
    ] = False,
) -> int:
    """Play a bot's game and print its months, then the verdict; return the exit code."""
    from race.session.session import Session

    session = Session(scenario, seed, founder, difficulty=difficulty, trait=trait)
    try:
        if as_json:
            _print_records(session, until)
        else:
            _print_words(session, until)
    finally:
        session.close()
    return Exit.FINE


def _print_words(session: "Session", until: Until) -> None:
    from race.ui.present.telling import month_lines, opening_lines, verdict_lines

    _tell(opening_lines(session))
    for report, reasons, stops in _months(session, until):
        _tell([*month_lines(session, report), *reasons])
        if stops:
            print(_("Stopped at the first {event}.").format(event=until.value))
    if session.ending is not None:
        _tell(verdict_lines(session))


def _print_records(session: "Session", until: Until) -> None:
    from race.cli.records import month_record, outcome

    stopped = False
    for report, reasons, stops in _months(session, until):
        stopped = stops
        _tell([_line(month_record(session, report) | ({"reasons": reasons} if reasons else {}))])
    _tell([_line(outcome(session) | {"stopped_at": until.value if stopped else None})])


def _line(record: dict[str, object]) -> str:
    return msgspec.json.encode(record).decode()


def _months(session: "Session", until: Until) -> "Iterator[tuple[Report, list[str], bool]]":
    """Play and yield each month, why autoplay would stop after it, and whether it is the one waited for."""
    from race.session.autoplay.stops import Sentry, Stop

    sentry = Sentry(session, {Stop(until.value)} if until in _WATCHED else ())
    stops = False
    while session.ending is None and not stops:
        report = session.end_month()
        reasons = _reasons(sentry, session) if until in _WATCHED else []
        stops = bool(reasons) or any(event.kind.value == until.value for event in report.events)
        yield report, reasons, stops


def _reasons(sentry: "Sentry", session: "Session") -> list[str]:
    """Return why to stop after a month; an ending is told by the verdict."""
    found = sentry.reasons(session)
    return [] if session.ending is not None else [speak(reason.sentence) for reason in found]


def _tell(lines: "Iterable[str]") -> None:
    for line in lines:
        print(line)
