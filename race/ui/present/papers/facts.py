"""What of a month is fit to print: public events by the kind of story they make, with their numbers.

A fact's kind is a key of the wordings, for example `release.own` or `vote.lost`. Only what everybody
can know becomes a fact: what the founder alone was told stays out of the papers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from race.core.events import Event, Happening
from race.core.ids import Firm
from race.core.words import Name, Part, Quantity, cents, percent
from race.session.session import Report
from race.ui.present.papers.wire import gathered

BIG: Final = 84
"""Weight from which a fact is worth opening the papers for, the first time."""
BIGGEST: Final = 88
"""Weight from which it is every time."""

_FEW: Final = 3
"""Researchers who must change labs together before a paper notices."""

OWNERS, COURT, RACE, WORKS, MONEY, QUIET = "owners", "court", "race", "works", "money", "quiet"
"""The desks: which part of a paper a fact belongs to."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing to print: kind of story, desk, weight 0 to 100, and what fills the braces."""

    kind: str
    desk: str
    weight: int
    values: dict[str, Part]


_SPOKEN: Final = {
    "The papers have it: {quantity} of the carmaker's chips went to the lab.": "leak",
    "Questions about who talks made people talk: {quantity} of the carmaker's chips went to the lab.": "leak",
    "The papers have it; what went from the carmaker to the lab: {thing}.": "leak.thing",
    "Questions about who talks made people talk; what went to the lab: {thing}.": "leak.thing",
    "The quarterly filing shows it: the lab bought {quantity} chips from the carmaker.": "filing",
    "The quarterly filing shows it: the lab leases {quantity} chips from the carmaker.": "filing.lease",
    "The founder tells the owners: {quantity} chips went to the lab.": "told",
    "What the owners voted for is done: {quantity} chips went to the lab.": "told.voted",
    "Documents contradict the founder's denial about {quantity} chips.": "refuted",
    "The founder denies that {quantity} chips were taken from the carmaker.": "denied",
    "The founder explains: {quantity} chips had no powered place at the carmaker.": "excuse.true",
    "The founder explains why {quantity} chips went to the lab; few are convinced.": "excuse.weak",
    "The founder apologises to the owners for {quantity} chips.": "sorry",
    "You have promised {n} chips running at the carmaker by {due}.": "promise.chips",
    "You have promised {n} of 4 milestones of autonomy by {due}.": "promise.autonomy",
    "You have promised that no chips are diverted without a vote until {due}.": "promise.peace",
    "The owners vote on the founder; {support} of the votes cast want the founder to stay.": "keep",
    "The owners vote on {amount} for the lab; {support} of the votes cast are in favour.": "money",
    "The owners vote on limits on deals with the lab; {support} of the votes cast are in favour.": "limits",
    "An independent director joins the carmaker's board.": "gift.director",
    "The two companies sign a compute-sharing policy.": "gift.policy",
    "An incident with a lab's release makes headlines; lawmakers set a limit on dangerous releases.": (
        "incident.limits"
    ),
    "An incident with your lab's release makes headlines; lawmakers set a limit on dangerous releases.": (
        "incident.limits"
    ),
    "{firm} releases open weights that score {score}.": "release.open",
    "{firm} is the second past {mark}.": "milestone.second",
    "A loan ends: {quantity} chips go home to the lab.": "lent.home",
    "The question about chips is dropped: they are not at the carmaker's dock any more.": "",
    "The founder announces that {quantity} chips go to the lab, and why.": "passed",
    "The founder asks the owners' meeting of {due} to buy {firm} for {price} in shares.": "merger",
    "A training run of {firm} breaks down and goes back to a checkpoint; {part} of it is lost.": "run.broke",
    "{who}, for the pension fund, demands the carmaker's files; they are opened in {n}.": "demanded",
}
"""Kinds that only the sentence tells; a test holds these against what the laws say."""

_BY_SIDE: Final = {
    Happening.ROUND: "round",
    Happening.CLAIM_MADE: "claim",
    Happening.CLAIM_KEPT: "claim.kept",
    Happening.CLAIM_MISSED: "claim.missed",
    Happening.SITE_STARTED: "ground",
    Happening.SITE_READY: "power",
    Happening.CHIPS_DELIVERED: "delivered",
    Happening.CHIPS_BOOKED: "booked",
}
"""Kinds that read differently of the lab, the carmaker and a rival."""

_PLAIN: Final = {
    Happening.STATEMENT: "",
    Happening.LEAK: "",
    Happening.PROMISE_MADE: "",
    Happening.PROMISE_PRINTED: "promise.printed",
    Happening.PROMISE_KEPT: "promise.kept",
    Happening.PROMISE_MISSED: "promise.missed",
    Happening.LETTER: "letter",
    Happening.DEMAND: "demand",
    Happening.SUIT: "suit",
    Happening.DISCOVERY: "discovery",
    Happening.SETTLEMENT: "settled",
    Happening.INJUNCTION: "injunction",
    Happening.INJUNCTION_LIFTED: "injunction.lifted",
    Happening.GIFT: "",
    Happening.VOTE_CALLED: "vote.called",
    Happening.INQUIRY: "inquiry",
    Happening.INQUIRY_ENDED: "fine",
    Happening.DIVERSION: "",
    Happening.SITE_DELAYED: "late",
    Happening.SITE_STOPPED: "stopped",
    Happening.COMPLAINT: "complaint",
    Happening.CHIPS_CANCELLED: "cancelled",
    Happening.LENT: "lent",
    Happening.LICENSED: "licensed",
    Happening.RUN_FAILED: "run.failed",
    Happening.BOUGHT_BACK: "bought_back",
    Happening.STAKE_SOLD: "stake",
    Happening.MARGIN_CALL: "margin",
    Happening.SEIZED: "seized",
    Happening.LOAN: "loan",
    Happening.LEFT: "left",
    Happening.SOLD: "sold",
    Happening.LOAN_CALLED: "loan.called",
}


def _side(event: Event) -> str:
    return {Firm.XAI: ".own", Firm.TESLA: ".car"}.get(event.firm or Firm.OPENAI, ".rival")


def _vote(event: Event, spoken: str) -> str:
    passed = event.numbers.get("passed", 0.0) > 0.0
    return f"{spoken or 'vote'}.{'won' if passed else 'lost'}"


def _release(event: Event, spoken: str) -> str:
    if event.firm is Firm.XAI:
        return "refresh.own" if event.numbers["refresh"] else "release.own"
    return "refresh" if event.numbers["refresh"] else spoken or "release"


def _milestone(event: Event, spoken: str) -> str:
    return "milestone.own" if event.firm is Firm.XAI else spoken or "milestone"


def _leader(event: Event, _spoken: str) -> str:
    if event.firm is Firm.XAI:
        return "lead.own"
    old = event.sentence.values["old"] if event.sentence else None
    return "lead.lost" if old == Name(Firm.XAI) else "lead"


def _people(event: Event, _spoken: str) -> str:
    if event.numbers["people"] < _FEW:
        return ""
    return {1: "people.in", 0: "people", -1: "people.out"}[event.good]


def _ruling(event: Event, _spoken: str) -> str:
    """Tell a ruling that brings chips back from one that costs money alone."""
    if event.good > 0:
        return "ruling.won"
    back = event.sentence.values["quantity"] if event.sentence else None
    return "ruling.lost" if isinstance(back, Quantity) and back.value > 0 else "ruling.paid"


def _incident(event: Event, spoken: str) -> str:
    if event.numbers.get("frontier"):
        return ""
    return "incident.car" if event.firm is Firm.TESLA else spoken or "incident"


def _brought_back(event: Event, _spoken: str) -> str:
    """Tell chips given back from chips called back; the end of a lease is no news."""
    if event.sentence is None or "quantity" not in event.sentence.values or not event.good:
        return ""
    return "given_back" if event.good > 0 else "called_back"


_READ: Final[dict[Happening, Callable[[Event, str], str]]] = {
    Happening.VOTE: _vote,
    Happening.RELEASE: _release,
    Happening.MILESTONE: _milestone,
    Happening.LEADER_CHANGE: _leader,
    Happening.PEOPLE_MOVED: _people,
    Happening.INCIDENT: _incident,
    Happening.RULING: _ruling,
    Happening.DEMAND_ANSWERED: lambda event, _: "read.found" if event.numbers["found"] else "read.nothing",
    Happening.AUTONOMY: lambda event, _: "autonomy" if event.good > 0 else "autonomy.slips",
    Happening.EARNINGS: lambda event, _: "earnings.up" if event.good > 0 else "earnings.down",
    Happening.READ_OUT: lambda event, _: "read_out" if event.good < 0 else "",
    Happening.TESTIFIED: lambda event, _: "testified" if event.good < 0 else "",
    Happening.COURTED: lambda _event, _: "courted",
    Happening.PROBE: lambda _event, _: "probe",
    Happening.GIVEN_BACK: _brought_back,
    Happening.PLEDGED: lambda event, _: "pledged" if event.numbers["usd"] > 0 else "freed",
}
"""Kinds that a number of the event tells."""


def kind_of(event: Event) -> str:
    """Return the kind of story an event makes, empty for what no paper prints.

    Of a tale's second act the papers know only that something came back, well or badly.
    """
    if event.kind is Happening.AFTERMATH and event.good:
        return "tale.good" if event.good > 0 else "tale.bad"
    if event.sentence is None or event.known_to is not None:
        return ""
    spoken = _SPOKEN.get(event.sentence.msgid, "")
    if read := _READ.get(event.kind):
        return read(event, spoken)
    if stem := _BY_SIDE.get(event.kind):
        return stem + _side(event)
    return spoken or _PLAIN.get(event.kind, "")


_WEIGHTS: Final = {
    OWNERS: (
        ("leak", 86), ("leak.thing", 84), ("filing", 70), ("filing.lease", 70), ("told", 78),
        ("told.voted", 60), ("refuted", 92),
        ("denied", 82), ("excuse.true", 64), ("excuse.weak", 66), ("sorry", 72), ("passed", 76),
        ("promise.chips", 56), ("promise.autonomy", 56), ("promise.peace", 62), ("promise.printed", 74),
        ("promise.kept", 74), ("promise.missed", 80), ("letter", 54), ("courted", 62), ("keep.won", 88),
        ("keep.lost", 98), ("money.won", 86), ("money.lost", 84), ("limits.won", 84), ("limits.lost", 80),
        ("vote.won", 82), ("vote.lost", 86), ("vote.called", 50), ("merger", 84), ("left", 72),
        ("gift.director", 58), ("gift.policy", 58),
    ),
    COURT: (
        ("demand", 60), ("read.found", 80), ("read.nothing", 60), ("suit", 84), ("discovery", 88),
        ("ruling.won", 87), ("ruling.lost", 95), ("ruling.paid", 94),
        ("injunction", 94), ("injunction.lifted", 78),
        ("settled", 76), ("inquiry", 66), ("fine", 74), ("testified", 78), ("read_out", 89),
    ),
    RACE: (
        ("release.own", 68), ("release", 46), ("release.open", 48), ("refresh.own", 50), ("refresh", 34),
        ("milestone.own", 84), ("milestone", 56), ("milestone.second", 44), ("lead.own", 86), ("lead", 58),
        ("lead.lost", 85), ("people.in", 46), ("people.out", 52), ("people", 30), ("run.failed", 44),
        ("run.broke", 40),
        ("claim.own", 58), ("claim.rival", 48), ("claim.kept.own", 62), ("claim.kept.rival", 44),
        ("claim.missed.own", 74), ("claim.missed.rival", 50), ("incident", 70), ("incident.limits", 85),
        ("incident.car", 80), ("probe", 72), ("tale.good", 47), ("tale.bad", 47),
    ),
    WORKS: (
        ("ground.own", 52), ("ground.car", 50), ("ground.rival", 38), ("power.own", 60), ("power.car", 58),
        ("power.rival", 40), ("late", 40), ("stopped", 56), ("complaint", 56), ("delivered.own", 36),
        ("delivered.car", 36), ("booked.own", 30), ("booked.car", 32), ("cancelled", 42), ("lent", 48),
        ("lent.home", 36), ("licensed", 52), ("given_back", 60), ("called_back", 75),
    ),
    MONEY: (
        ("round.own", 64), ("round.rival", 50), ("earnings.up", 55), ("earnings.down", 57), ("autonomy", 66),
        ("autonomy.slips", 68), ("bought_back", 52), ("stake", 70), ("pledged", 66), ("freed", 50),
        ("margin", 86), ("seized", 92), ("loan", 44), ("loan.called", 66), ("sold", 90),
    ),
}  # fmt: skip
RANKED: Final = {kind: (desk, weight) for desk, kinds in _WEIGHTS.items() for kind, weight in kinds}
"""Every kind that is printed, with its desk and weight."""


def standing(report: Report) -> dict[str, Part]:
    """Return what every line of a month may name: both companies, the share price, the hall's trust."""
    return {
        "carmaker": Name(Firm.TESLA),
        "lab": Name(Firm.XAI),
        "share": cents(report.price_cents),
        "trust": percent(report.trust_ppm),
        "leader": Name(report.league[0].firm),
    }


def facts_of(report: Report) -> tuple[Fact, ...]:
    """Return a month's facts, the weightiest first; of each kind the one with the largest number."""
    always, found = standing(report), dict[str, tuple[float, Fact]]()
    for event in gathered(report.events):
        kind = kind_of(event)
        if kind not in RANKED or event.sentence is None:
            continue
        size = max(event.numbers.values(), default=0.0)
        if kind not in found or size > found[kind][0]:
            desk, weight = RANKED[kind]
            found[kind] = size, Fact(kind, desk, weight, {**always, **event.sentence.values})
    return tuple(sorted((fact for _, fact in found.values()), key=lambda fact: -fact.weight))
