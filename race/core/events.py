"""What happened: facts for readers (news, reports, tables); no law reads an event.

An event has a kind, whom it concerns, numbers by name and, where a person should read it, a
sentence.
The closed list of kinds is `Happening`; `events.parquet` writes the kind and the numbers.
"""

from enum import StrEnum

import msgspec

from race.core.ids import Firm, Seat
from race.core.words import Sentence


class Happening(StrEnum):
    """Every kind of event."""

    BRIEFING = "briefing"
    CHIPS_BOOKED = "chips_booked"
    CHIPS_CANCELLED = "chips_cancelled"
    CHIPS_DELIVERED = "chips_delivered"
    SITE_STARTED = "site_started"
    SITE_READY = "site_ready"
    SITE_DELAYED = "site_delayed"
    SITE_STOPPED = "site_stopped"
    DIVERSION = "diversion"
    GIVEN_BACK = "given_back"
    LENT = "lent"
    LICENSED = "licensed"
    SITE_PUT_OFF = "site_put_off"
    RUN_STARTED = "run_started"
    RUN_FINISHED = "run_finished"
    RUN_FAILED = "run_failed"
    RELEASE = "release"
    MILESTONE = "milestone"
    LEADER_CHANGE = "leader_change"
    ROUND = "round"
    LOAN = "loan"
    LOAN_CALLED = "loan_called"
    PEOPLE_MOVED = "people_moved"
    FOUNDERS_CAME = "founders_came"
    """Researchers known in the field help to found a small lab."""
    CLAIM_MADE = "claim_made"
    CLAIM_KEPT = "claim_kept"
    CLAIM_MISSED = "claim_missed"
    INCIDENT = "incident"
    SOLD = "sold"
    EARNINGS = "earnings"
    AUTONOMY = "autonomy"
    PROMISE_MADE = "promise_made"
    PROMISE_PRINTED = "promise_printed"
    PROMISE_KEPT = "promise_kept"
    PROMISE_MISSED = "promise_missed"
    STATEMENT = "statement"
    LEAK = "leak"
    LETTER = "letter"
    DEMAND = "demand"
    DEMAND_ANSWERED = "demand_answered"
    INQUIRY = "inquiry"
    INQUIRY_ENDED = "inquiry_ended"
    SUIT = "suit"
    DISCOVERY = "discovery"
    RULING = "ruling"
    SETTLEMENT = "settlement"
    INJUNCTION = "injunction"
    INJUNCTION_LIFTED = "injunction_lifted"
    GIFT = "gift"
    VOTE_CALLED = "vote_called"
    VOTE = "vote"
    COURTED = "courted"
    PROBE = "probe"
    LEAK_PLUGGED = "leak_plugged"
    STAKE_SOLD = "stake_sold"
    BOUGHT_BACK = "bought_back"
    """The carmaker bought back shares of its own."""
    PLEDGED = "pledged"
    """Shares were pledged for a loan, or freed."""
    MARGIN_CALL = "margin_call"
    """A lender warns that it will sell pledged shares in a month."""
    SEIZED = "seized"
    """A lender sold pledged shares."""
    COMPLAINT = "complaint"
    READ_OUT = "read_out"
    """A court had a line of the founder's file read out, or found none."""
    QUESTION = "question"
    """Somebody of the founder's house asks."""
    ANSWERED = "answered"
    AFTERMATH = "aftermath"
    """What an answer of months ago has come to."""
    QUOTED = "quoted"
    """One of the house's people quotes what the founder said or did before."""
    WARNED = "warned"
    """One of the house's people says what they will do unless something changes."""
    STAYED = "stayed"
    LEFT = "left"
    JOINED = "joined"
    REASSURED = "reassured"
    TESTIFIED = "testified"
    ENDING = "ending"


class Event(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Tell one fact of one month.

    `known_to` None means public; otherwise only that seat sees it.
    `good` colours the news for the founder: 1 good, 0 neutral, -1 bad.
    """

    kind: Happening
    firm: Firm | None = None
    sentence: Sentence | None = None
    numbers: dict[str, float] = {}
    known_to: Seat | None = None
    good: int = 0
