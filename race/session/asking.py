"""What asks for the founder: why a game that runs by itself stops.

News ask in the month they come; dates and states ask once, when they come up, and again only when
they get worse.
"""

from collections.abc import Collection, Iterator
from enum import StrEnum
from typing import Final

import msgspec

from race.core import commands as c
from race.core.events import Event, Happening
from race.core.ids import OWN_FIRMS
from race.core.legality import refusal
from race.core.view import FounderView
from race.core.words import N_, Sentence, lasting, month, months, usd
from race.policy.routine import Routine
from race.session.preview.bills import lasts


class Asks(StrEnum):
    """Everything that can ask for the founder."""

    QUESTION = "question"
    LEAK = "leak"
    SUIT = "suit"
    PROMISE = "promise"
    INCIDENT = "incident"
    SITE = "site"
    AUTONOMY = "autonomy"
    MEETING = "meeting"
    OFFER = "offer"
    RUN = "run"
    CASH = "cash"


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why a game stopped: what asks, in a sentence; `asks` is None when the game or the months are over."""

    asks: Asks | None
    sentence: Sentence


class Halt(msgspec.Struct, frozen=True, kw_only=True):
    """How far a game ran by itself and why it stopped there, the weightiest reason first."""

    months: int
    reasons: tuple[Reason, ...]


Pressing = dict[tuple[Asks, int, int], Reason]
"""What stands before the founder: what asks, about which thing, how badly."""

_HAPPENINGS: Final = {
    Happening.QUESTION: Asks.QUESTION,
    Happening.WARNED: Asks.QUESTION,
    Happening.LEFT: Asks.QUESTION,
    Happening.LEAK: Asks.LEAK,
    Happening.LETTER: Asks.SUIT,
    Happening.DEMAND: Asks.SUIT,
    Happening.DEMAND_ANSWERED: Asks.SUIT,
    Happening.INQUIRY: Asks.SUIT,
    Happening.INQUIRY_ENDED: Asks.SUIT,
    Happening.SUIT: Asks.SUIT,
    Happening.DISCOVERY: Asks.SUIT,
    Happening.RULING: Asks.SUIT,
    Happening.INJUNCTION: Asks.SUIT,
    Happening.VOTE: Asks.MEETING,
    Happening.PROMISE_PRINTED: Asks.PROMISE,
    Happening.PROMISE_KEPT: Asks.PROMISE,
    Happening.PROMISE_MISSED: Asks.PROMISE,
    Happening.CLAIM_MISSED: Asks.PROMISE,
    Happening.INCIDENT: Asks.INCIDENT,
    Happening.SITE_STOPPED: Asks.SITE,
    Happening.AUTONOMY: Asks.AUTONOMY,
    Happening.RUN_FINISHED: Asks.RUN,
    Happening.RUN_FAILED: Asks.RUN,
    Happening.LOAN_CALLED: Asks.CASH,
    Happening.MARGIN_CALL: Asks.CASH,
    Happening.SEIZED: Asks.CASH,
}
AHEAD: Final = 2
"""Months before a date at which it asks, and months of cash from which it asks."""


def pressing(view: FounderView, standing: Collection[Routine] = ()) -> Pressing:
    """Return the dates and states that ask for the founder now; what is left to officers does not."""
    return {
        (asks, thing, degree): Reason(asks=asks, sentence=sentence)
        for asks, thing, degree, sentence in (*_dates(view), *_states(view, standing))
    }


def _dates(view: FounderView) -> Iterator[tuple[Asks, int, int, Sentence]]:
    now = view.board.month
    for promise in view.affairs.promises:
        if promise.kept is None and promise.due <= now + AHEAD:
            words = Sentence(
                N_("A promise to the holders falls due in {date}."), {"date": month(promise.due)}
            )
            yield Asks.PROMISE, promise.id, 0, words
    for said in view.own.claims:
        if said.kept is None and said.due <= now + AHEAD:
            words = Sentence(N_("A claim of the lab's falls due in {date}."), {"date": month(said.due)})
            yield Asks.PROMISE, -said.due, said.made, words
    if now + AHEAD in view.board.setting.meetings:
        words = Sentence(
            N_("The holders meet in {date}; this is the month to say what they vote on."),
            {"date": month(now + AHEAD)},
        )
        yield Asks.MEETING, now + AHEAD, 0, words


def _states(view: FounderView, standing: Collection[Routine]) -> Iterator[tuple[Asks, int, int, Sentence]]:
    left, money = lasts(view), view.board.rules.money
    if view.own.cash_usd < 0:
        borne = int(money.credit * view.own.valuation_usd)
        words = Sentence(
            N_(
                "The lab is {owed} in the red. Lenders bear {borne}; whoever stays deeper for {time} is lost."
            ),
            {"owed": usd(-view.own.cash_usd), "borne": usd(borne), "time": months(money.debt_months)},
        )
        yield Asks.CASH, 0, AHEAD + (2 if view.own.cash_usd < -borne else 1), words
    elif view.board.month and left <= AHEAD:
        words = Sentence(N_("With what is signed, the lab's cash lasts {time}."), {"time": lasting(left)})
        yield Asks.CASH, 0, AHEAD - left, words
    if Routine.MONEY not in standing and refusal(view, (), c.RaiseRound()) is None:
        yield Asks.OFFER, 0, 0, Sentence(N_("Investors are ready for a round."))
    if Routine.RELEASE not in standing and refusal(view, (), c.PublishRelease(tested=True)) is None:
        yield Asks.RUN, 0, 0, Sentence(N_("A finished run is tested and waits for release."))


def _once_a_case(events: Collection[Event]) -> list[Event]:
    """Return the events with the complaints that one month brings to one case told once, by the last."""
    last = {event.numbers.get("case"): event for event in events if event.kind is Happening.SUIT}
    return [
        event
        for event in events
        if event.kind is not Happening.SUIT or event is last[event.numbers.get("case")]
    ]


def told(
    events: Collection[Event], before: Pressing, after: Pressing, standing: Collection[Routine] = ()
) -> tuple[Reason, ...]:
    """Return what a month brought that asks for the founder: its news, then what has newly come up.

    What was there already comes up again only to a higher degree.
    """
    news = [
        Reason(asks=asks, sentence=event.sentence)
        for event in _once_a_case(events)
        if event.sentence is not None and (event.firm is None or event.firm in OWN_FIRMS)
        if (asks := _HAPPENINGS.get(event.kind)) is not None
        if event.kind is not Happening.RUN_FINISHED or Routine.RELEASE not in standing
        if event.kind is not Happening.AUTONOMY or event.good < 0  # a milestone that is reached asks nothing
    ]
    fresh = [
        reason
        for (asks, thing, degree), reason in after.items()
        if not any(key[:2] == (asks, thing) and degree <= key[2] for key in before)
    ]
    order = list(Asks)
    return tuple(sorted([*news, *fresh], key=lambda reason: order.index(reason.asks) if reason.asks else 0))
