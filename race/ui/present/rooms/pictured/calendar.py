"""Your word on a calendar: what was promised until when, votes and meetings, what the labs claim."""

from dataclasses import dataclass

from race.core.words import month
from race.session.session import Session
from race.speech import _, labelled, name
from race.speech import quantity as write
from race.ui.present import league, owners

_AHEAD = 9
"""Fewest months ahead that the calendar shows."""
_SIGNS = {
    "kept": ("tick", "good"),
    "track": ("circle", "good"),
    "missed": ("close", "bad"),
    "risk": ("warning", "warning"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing on the calendar.

    Attributes:
        key: key of the line of the room that tells it; empty for none.
        month: when it is.
        since: from when on it is drawn as a line, its own month for none.
        icon: sign; empty takes the marker of the lab that `sign` names.
        sign: role of its colour, or a lab's key.
        told: what it is, in words.
    """

    key: str
    month: int
    since: int
    icon: str
    sign: str
    told: str


@dataclass(frozen=True, slots=True)
class Lane:
    """Things of one kind: its name and its marks in the order of time."""

    title: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Lanes over months `first` to `last` with today at `now`; `labels` are (month, words) of the axis."""

    lanes: tuple[Lane, ...]
    first: int
    last: int
    now: int
    labels: tuple[tuple[int, str], ...]


def calendar(session: Session) -> Calendar:
    """Return the calendar from the opening to the last date that is known."""
    lanes = (
        Lane(_("Promises"), _promises(session)),
        Lane(_("Votes"), _votes(session)),
        Lane(_("What the labs claim"), _claims(session)),
    )
    first, now = session.reports[0].month, session.view().board.month
    last = max([now + _AHEAD, *(mark.month for lane in lanes for mark in lane.marks)])
    labels = tuple((index, league.axis_month(index)) for index in range(first, last + 1) if index % 3 == 1)
    return Calendar(lanes, first, last, now, labels)


def _promises(session: Session) -> tuple[Mark, ...]:
    given = session.view().affairs.promises
    ordered = sorted(given, key=lambda one: (one.kept is not None, one.due))
    found = []
    for place, (line, promise) in enumerate(zip(owners.promises(session), ordered, strict=True)):
        icon, sign = _SIGNS[line.state]
        told = _("{text}, by {due}: {status}.").format(text=line.text, due=line.due, status=line.status)
        found.append(Mark(f"promise.{place}", promise.due, promise.made, icon, sign, told))
    return tuple(sorted(found, key=lambda mark: mark.month))


def _votes(session: Session) -> tuple[Mark, ...]:
    """Return the votes so far and the meetings to come."""
    board, counted = session.view().board, tuple(reversed(session.view().affairs.votes))
    found = [
        Mark(
            f"vote.{place}",
            vote.month,
            vote.month,
            "tick" if line.won else "close",
            "quiet",
            f"{labelled(line.text, line.result)}. {line.date}.",
        )
        for place, (line, vote) in enumerate(zip(owners.votes(session), counted, strict=True))
    ]
    end = session.scenario.file.months
    found += [
        Mark("", meeting, meeting, "arch", "car", labelled(_("Next meeting"), write(month(meeting))))
        for meeting in board.setting.meetings
        if board.month < meeting <= end
    ]
    return tuple(sorted(found, key=lambda mark: mark.month))


def _claims(session: Session) -> tuple[Mark, ...]:
    board = session.view().board
    found = [
        Mark(
            f"claim.{firm.value}.{place}",
            said.due,
            said.due,
            "",
            firm.value,
            f"{name(firm)}. {league.claim_told(board, firm, said)}",
        )
        for firm, claims in board.claims.items()
        for place, said in enumerate(claims)
    ]
    return tuple(sorted(found, key=lambda mark: mark.month))
