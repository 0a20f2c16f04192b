"""What a room has lately been in the news for: the founder reads it under whatever is opened there."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from race.core.events import Happening
from race.core.words import month
from race.session.session import Session
from race.speech import capital, labelled, speak
from race.speech import quantity as write
from race.ui.present.figures import Said
from race.ui.present.news import told, worded

_MOST: Final = 6
_ABOUT: Final[Mapping[str, frozenset[Happening]]] = {
    "books": frozenset(
        {
            Happening.ROUND,
            Happening.LOAN,
            Happening.LOAN_CALLED,
            Happening.EARNINGS,
            Happening.SOLD,
            Happening.STAKE_SOLD,
            Happening.PLEDGED,
            Happening.MARGIN_CALL,
            Happening.SEIZED,
        }
    ),
    "chips": frozenset(
        {
            Happening.SITE_READY,
            Happening.SITE_DELAYED,
            Happening.SITE_STOPPED,
            Happening.SITE_PUT_OFF,
            Happening.CHIPS_DELIVERED,
        }
    ),
    "people": frozenset(
        {Happening.PEOPLE_MOVED, Happening.FOUNDERS_CAME, Happening.JOINED, Happening.LEFT, Happening.STAYED}
    ),
    "hall": frozenset({Happening.VOTE, Happening.VOTE_CALLED, Happening.LETTER, Happening.COURTED}),
    "promises": frozenset(
        {
            Happening.PROMISE_MADE,
            Happening.PROMISE_PRINTED,
            Happening.PROMISE_KEPT,
            Happening.PROMISE_MISSED,
            Happening.CLAIM_MADE,
            Happening.CLAIM_KEPT,
            Happening.CLAIM_MISSED,
        }
    ),
    "score": frozenset(
        {
            Happening.MILESTONE,
            Happening.LEADER_CHANGE,
            Happening.RELEASE,
            Happening.AUTONOMY,
            Happening.PROMISE_KEPT,
            Happening.PROMISE_MISSED,
        }
    ),
    "cases": frozenset(
        {
            Happening.LEAK,
            Happening.STATEMENT,
            Happening.DEMAND,
            Happening.DEMAND_ANSWERED,
            Happening.INQUIRY,
            Happening.INQUIRY_ENDED,
            Happening.SUIT,
            Happening.DISCOVERY,
            Happening.RULING,
            Happening.SETTLEMENT,
            Happening.INJUNCTION,
            Happening.LETTER,
            Happening.COMPLAINT,
        }
    ),
}
"""What each room is in the news for."""


def lately(session: Session, room: str) -> tuple[Said, ...]:
    """Return the last news that a room was in, the latest first, each with its month."""
    return tuple(Said(words, part="note") for words in islice(_news(session, _ABOUT[room]), _MOST))


def _news(session: Session, kinds: frozenset[Happening]) -> Iterator[str]:
    for report in reversed(session.reports):
        date = capital(write(month(report.month)))
        seen = {
            speak(worded(event.sentence, report.month)): None
            for event in told(report)
            if event.kind in kinds and event.sentence is not None
        }
        yield from (labelled(date, words) for words in seen)
