"""Picks the effects of a month from its news, so that each of them can also be read there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from race.core.events import Event, Happening
from race.core.ids import OWN_FIRMS, Firm
from race.core.words import Name
from race.session.session import Report
from race.ui.present.news import told

MOST: Final = 2
"""Most effects of a month's news: more than that is noise."""
_ALWAYS: Final[Mapping[Happening, str]] = {
    Happening.PROMISE_KEPT: "kept",
    Happening.PROMISE_MISSED: "broken",
    Happening.PROMISE_PRINTED: "broken",
    Happening.LEAK: "leak",
    Happening.DISCOVERY: "leak",
    Happening.READ_OUT: "leak",
    Happening.SUIT: "case",
    Happening.DEMAND: "case",
    Happening.INQUIRY: "case",
    Happening.INJUNCTION: "case",
    Happening.RULING: "case",
    Happening.VOTE: "vote",
    Happening.INCIDENT: "incident",
    Happening.MILESTONE: "milestone",
    Happening.QUESTION: "question",
    Happening.WARNED: "question",
    Happening.LEFT: "question",
}
_OWN_ONLY: Final[Mapping[Happening, str]] = {
    Happening.RELEASE: "release",
    Happening.CLAIM_KEPT: "kept",
    Happening.CLAIM_MISSED: "broken",
    Happening.CHIPS_DELIVERED: "delivered",
}
_OTHERS: Final[Mapping[Happening, str]] = {
    Happening.RELEASE: "release_far",
}


@dataclass(frozen=True, slots=True)
class Cue:
    """An effect and the event it is about, which stands in the news."""

    effect: str
    event: Event


def cues(report: Report) -> tuple[Cue, ...]:
    """Return the effects of a month, the weightiest news first, each effect once."""
    found: dict[str, Cue] = {}
    for event in told(report):
        effect = _effect(event)
        if effect and effect not in found:
            found[effect] = Cue(effect, event)
    return tuple(found.values())[:MOST]


def _effect(event: Event) -> str:
    if event.kind is Happening.LEADER_CHANGE and event.sentence is not None:
        lost = event.sentence.values.get("old") == Name(Firm.XAI)
        return "lead" if event.firm is Firm.XAI else "lead_lost" if lost else ""
    mine = _OWN_ONLY if event.firm in OWN_FIRMS else _OTHERS
    return _ALWAYS.get(event.kind) or mine.get(event.kind, "")
