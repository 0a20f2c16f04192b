"""The month's news in the order of what matters to the founder."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Final

from race.core.events import Event, Happening
from race.core.ids import OWN_FIRMS, Firm
from race.core.rulebook import Rulebook
from race.core.tales import SCRIPTS
from race.core.words import Sentence, plainly
from race.session.session import Report, Session
from race.speech import _, in_quotes, name, speak
from race.ui.present import league
from race.ui.present.papers.picking import mixed
from race.ui.present.papers.wire import WIRE, gathered

_WEIGHT = {
    Happening.ENDING: 100,
    Happening.VOTE: 90,
    Happening.INJUNCTION: 88,
    Happening.RULING: 86,
    Happening.LEAK: 84,
    Happening.DISCOVERY: 82,
    Happening.SUIT: 80,
    Happening.PROMISE_MISSED: 76,
    Happening.PROMISE_PRINTED: 74,
    Happening.DEMAND: 72,
    Happening.DEMAND_ANSWERED: 73,
    Happening.INQUIRY: 70,
    Happening.INQUIRY_ENDED: 75,
    Happening.PROBE: 50,
    Happening.COURTED: 48,
    Happening.LEAK_PLUGGED: 40,
    Happening.PROMISE_KEPT: 74,
    Happening.INCIDENT: 72,
    Happening.QUESTION: 60,
    Happening.AFTERMATH: 71,
    Happening.WARNED: 83,
    Happening.LEFT: 81,
    Happening.TESTIFIED: 81,
    Happening.READ_OUT: 83,
    Happening.STAYED: 64,
    Happening.QUOTED: 63,
    Happening.JOINED: 56,
    Happening.REASSURED: 39,
    Happening.LETTER: 70,
    Happening.CLAIM_MISSED: 62,
    Happening.MILESTONE: 60,
    Happening.LEADER_CHANGE: 58,
    Happening.CLAIM_KEPT: 52,
    Happening.ROUND: 50,
    Happening.RELEASE: 48,
    Happening.CLAIM_MADE: 47,
    Happening.AUTONOMY: 46,
    Happening.RUN_FINISHED: 44,
    Happening.RUN_FAILED: 44,
    Happening.SITE_READY: 42,
    Happening.SITE_DELAYED: 40,
    Happening.SITE_STOPPED: 43,
    Happening.EARNINGS: 38,
    Happening.DIVERSION: 36,
    Happening.CHIPS_DELIVERED: 10,
    Happening.CHIPS_BOOKED: 5,
}
_SHOWN: Final = 12
"""Lines of last month's news at most."""
_LEAST: Final = Rulebook().chips.order_least
"""Chips from which a delivery is told, by the usual rules."""


@dataclass(frozen=True, slots=True)
class NewsLine:
    """One line of news: the words, whose it is (a firm's key or empty), and its sign for the founder."""

    text: str
    firm: str
    sign: str


def news(session: Session) -> tuple[NewsLine, ...]:
    """Return last month's news, the weightiest first."""
    return of_month(session, session.reports[-1])[:_SHOWN]


def of_month(session: Session, report: Report) -> tuple[NewsLine, ...]:
    """Return all news of a month, the weightiest first; before the first there is how to begin as well."""
    return opening(session) if report is session.reports[0] else lines_of(report, len(report.events))


def how_many(session: Session) -> int:
    """Return how many lines of news the month has in all."""
    return len(of_month(session, session.reports[-1]))


def opening(session: Session) -> tuple[NewsLine, ...]:
    """Return what there is to read before the first month: the memo, how to begin, how things stand."""
    memo, *rest = lines_of(session.reports[0], len(session.reports[0].events))
    return (memo, *_hints(session), *rest)


def _hints(session: Session) -> tuple[NewsLine, ...]:
    lift = _("Lift one of {firm}'s crates and look before you drop it.").format(firm=name(Firm.TESLA))
    return (
        NewsLine(lift, "", "plain"),
        NewsLine(league.goal_told(session), Firm.XAI.value, "plain"),
    )


def lines_of(report: Report, most: int) -> tuple[NewsLine, ...]:
    """Return a month's news as lines, the weightiest first, at most `most`; what repeats is counted."""
    times = Counter(_line(event, report.month) for event in told(report))
    return tuple(
        line if count == 1 else replace(line, text=_counted(line.text, count))
        for line, count in list(times.items())[:most]
    )


def _counted(text: str, times: int) -> str:
    """Say how often a piece of news came, at its end: before it a number would count what it begins with."""
    words = _("{news} ({n} times)").format(news=text.removesuffix("."), n=times)
    return f"{words}." if text.endswith(".") else words


def told(report: Report) -> list[Event]:
    """Return what of a month is told at all, the weightiest first."""
    events = gathered(report.events)
    found = [event for event in events if event.sentence is not None and _matters(event)]
    return sorted(found, key=lambda event: -_weight(event))


def _matters(event: Event) -> bool:
    """Leave out what other companies book and receive, and what is too little for a crate."""
    routine = event.kind in (Happening.CHIPS_BOOKED, Happening.CHIPS_DELIVERED)
    return not routine or (event.firm in OWN_FIRMS and event.numbers["quantity"] >= _LEAST)


def _weight(event: Event) -> int:
    return _WEIGHT.get(event.kind, 20) + (15 if event.firm in OWN_FIRMS else 0)


def worded(sentence: Sentence, at: int) -> Sentence:
    """Return what is told in month `at` as the news word it; what is told often has several wordings."""
    wordings = (sentence.msgid, *WIRE.get(sentence.msgid, ()))
    return Sentence(wordings[mixed(at, plainly(sentence)) % len(wordings)], sentence.values)


def answered(told: str) -> tuple[str, ...]:
    """Return the answer that what is told now came of, in a sentence; nothing when it is not known."""
    ways = [way for script in SCRIPTS.values() for way in script.ways]
    found = [way for way in ways if told in (way.then.told, way.otherwise.told)]
    words = _("You had answered: {answer}")
    return tuple(words.format(answer=in_quotes(_(way.words))) for way in found[:1])


def _line(event: Event, at: int) -> NewsLine:
    sign = {1: "good", 0: "plain", -1: "bad"}[event.good]
    words = speak(worded(event.sentence, at)) if event.sentence else ""
    if event.kind is Happening.AFTERMATH and event.sentence is not None:
        words = " ".join((words, *answered(event.sentence.msgid)))
    return NewsLine(words, event.firm.value if event.firm else "", sign)
