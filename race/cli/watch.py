"""A bot's game told month by month: `watch`, and the answer of `play` where there is nobody to play."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from race.cli.exits import Exit
from race.speech import _

if TYPE_CHECKING:
    from race.session.session import Report, Session

_LINES = 5
"""News of a month, the weightiest first."""


class Until(StrEnum):
    """What a person may want to watch until."""

    LEAK = "leak"
    SUIT = "suit"
    VOTE = "vote"
    END = "end"


def watch(
    *,
    founder: Annotated[str, typer.Option(help=_("The bot that plays the founder."))] = "diverter",
    scenario: Annotated[str, typer.Option(help=_("Scenario, by name or TOML file."))] = "history",
    seed: Annotated[int, typer.Option(help=_("Seed of the game."))] = 3,
    until: Annotated[Until, typer.Option(help=_("Stop at the first of these."))] = Until.END,
) -> int:
    """Play a bot's game and print its months, then the verdict; return the exit code."""
    from race.session.session import Session

    session = Session(scenario, seed, founder)
    try:
        print(
            _("{title}: {founder}, seed {seed}.").format(
                title=session.scenario.file.title, founder=founder, seed=seed
            )
        )
        while session.ending is None:
            report = session.end_month()
            _tell_month(session, report)
            if until is not Until.END and any(event.kind.value == until.value for event in report.events):
                print(_("Stopped at the first {event}.").format(event=until.value))
                return Exit.FINE
        _tell_end(session)
    finally:
        session.close()
    return Exit.FINE


def _tell_month(session: "Session", report: "Report") -> None:
    from race.speech import date
    from race.ui.present.figures import header
    from race.ui.present.news import lines_of

    figures = "  ".join(f"{figure.label} {figure.shown}" for figure in header(session))
    print(f"\n{date(report.month)}  {figures}")
    for line in lines_of(report, _LINES):
        print(f"  {_MARKS[line.sign]} {line.text}")


_MARKS = {"good": "+", "plain": "·", "bad": "-"}


def _tell_end(session: "Session") -> None:
    from race.ui.present.ending import verdict

    end = verdict(session)
    print(f"\n{end.title}. {end.sentence}")
    for part in end.parts:
        print(f"  {part.text:<12} {part.points:6.1f} / {part.most:.0f}")
    if end.factor:
        print(f"  {end.factor}")
    print(
        _("Score {points} of 1000, fingerprint {fingerprint}.").format(
            points=end.total, fingerprint=session.fingerprint().whole
        )
    )
