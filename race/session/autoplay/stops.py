"""What a game stops at while somebody else plays it."""

from collections.abc import Collection
from enum import StrEnum
from typing import Final

from race.core.ids import PPM, Firm
from race.core.words import N_, Name, Sentence, months, percent
from race.session.asking import Asks, Pressing, Reason, pressing, told
from race.session.session import Session


class Stop(StrEnum):
    """One thing to stop at; the end of the game stops always."""

    LEAK = "leak"
    SUIT = "suit"
    MEETING = "meeting"
    SETBACK = "setback"
    LINE = "line"
    LEAD = "lead"


NEAR: Final = 0.05
"""Trust over the line at which half vote the founder out, from which a vote is near it."""
_ASKED: Final = {
    Asks.LEAK: Stop.LEAK,
    Asks.SUIT: Stop.SUIT,
    Asks.MEETING: Stop.MEETING,
    Asks.INCIDENT: Stop.SETBACK,
    Asks.SITE: Stop.SETBACK,
    Asks.AUTONOMY: Stop.SETBACK,
}


class Sentry:
    """Watch a game month by month and say when it has come to something that it is to stop at."""

    def __init__(self, session: Session, stops: Collection[Stop], most: int = 0) -> None:
        """Look at the game as it stands; `most` months at a time, 0 without a limit."""
        self.stops = frozenset(stops)
        self.most = most
        self.played = 0
        self._before: Pressing = pressing(session.view(), session.standing)
        self._near = near_the_line(session)
        self._leads = leads(session)

    def reasons(self, session: Session) -> tuple[Reason, ...]:
        """Return why to stop after the month that has just been played; empty to go on."""
        self.played += 1
        after = pressing(session.view(), session.standing)
        news = told(session.reports[-1].events, self._before, after, session.standing)
        found = [
            reason for reason in news if reason.asks is not None and _ASKED.get(reason.asks) in self.stops
        ]
        near, leading = near_the_line(session), leads(session)
        if Stop.LINE in self.stops and near and not self._near:
            found.append(
                _said(N_("Trust is {trust}: a vote would be close."), trust=percent(_trust(session)))
            )
        if Stop.LEAD in self.stops and leading and not self._leads:
            found.append(_said(N_("{lab} leads the race."), lab=Name(Firm.XAI)))
        self._before, self._near, self._leads = after, near, leading
        if session.ending is not None:
            found.insert(0, _said(N_("The game is over.")))
        elif self.most and not self.played % self.most:
            found.append(_said(N_("Time passed: {time}."), time=months(self.most)))
        return tuple(found)


def _said(msgid: str, **values: object) -> Reason:
    return Reason(asks=None, sentence=Sentence(msgid, values))  # type: ignore[arg-type]


def _trust(session: Session) -> int:
    return session.reports[-1].trust_ppm


def near_the_line(session: Session) -> bool:
    """Return whether a vote on the founder would be near the line, or lost, on today's trust."""
    line = session.view().board.rules.owners.theta_keep
    return _trust(session) <= int((line + NEAR) * PPM)


def leads(session: Session) -> bool:
    """Return whether the founder's lab has the best published score."""
    league = session.reports[-1].league
    return bool(league) and league[0].firm is Firm.XAI
