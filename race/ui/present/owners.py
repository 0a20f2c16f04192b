"""The hall and what stands against you in it: kinds of holder, camps, promises, secrets, cases."""

from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from race.core.formulas.house.ladder import rung_of
from race.core.formulas.owners.ballots import take_tally
from race.core.formulas.owners.carmaker import Footing, milestone_month, powered_by
from race.core.formulas.owners.evidence import leak_ppm
from race.core.formulas.owners.holders import kind_edges, trust_weighted
from race.core.formulas.passing.diversion import recall_month
from race.core.ids import KINDS, PPM, RUNGS, Ballot, Kind, Rung, Subject, Terms, Thing
from race.core.view import FounderView
from race.core.words import chips, count, month, percent, points
from race.core.world.books import Case, Promise
from race.session.session import Session
from race.speech import _, capital, nought, plural
from race.speech import quantity as write

TRUSTING: Final = 0.55
"""Trust from which a holder counts as trusting."""
NEAR: Final = 3
"""Months from which a meeting is near."""
SURE: Final = 0.6
"""Support from which a vote is not close, 0-1."""
FELT: Final = 10_000
"""Change of trust in a month that is felt in the hall, ppm."""
_TENTH: Final = 1_000
"""The step in which trust is written, ppm: both months are rounded to it, as in the header."""
DISTRUSTING: Final = 0.40
"""Trust under which a holder counts as distrusting."""
_FOR_A_TIME: Final = (Terms.SILENT, Terms.LEASE)
"""Terms on which chips themselves go back some day: called back, or at the end."""


@dataclass(frozen=True, slots=True, eq=False)
class Wedge:
    """One kind of holder: name, its seats' trust 0-1 (shape (seats,)), its mean, how many they are."""

    key: str
    name: str
    trust: NDArray[np.float64]
    shown: str
    mean: float
    count: str


@dataclass(frozen=True, slots=True)
class Camp:
    """One camp of holders: words with the number, share of the hall, place on the ramp."""

    text: str
    share: float
    trust: float


@dataclass(frozen=True, slots=True, eq=False)
class HallState:
    """The hall: wedges, figure, camps, threshold, an insight in words, the least trusting kind."""

    wedges: tuple[Wedge, ...]
    figure: str
    trust: float
    camps: tuple[Camp, ...]
    threshold: float
    threshold_words: str
    insight: str
    alarming: bool
    worst: str


def kind_names() -> dict[Kind, str]:
    """Return the kinds of holder in words."""
    return {
        Kind.FANS: _("Fans"),
        Kind.RETAIL: _("Retail"),
        Kind.INDEX: _("Index funds"),
        Kind.ACTIVE: _("Active funds"),
        Kind.PENSION: _("Pension funds"),
        Kind.ACTIVIST: _("Activists"),
        Kind.SHORT: _("Short sellers"),
    }


def hall(session: Session) -> HallState:
    """Return the hall as it stands."""
    view = session.view()
    people, names = view.holders, kind_names()
    edges = kind_edges(people.kind)
    trust = people.trust / PPM
    wedges = tuple(
        Wedge(
            key=kind.value,
            name=names[kind],
            trust=trust[edges[k] : edges[k + 1]],
            shown=write(percent(int(trust[edges[k] : edges[k + 1]].mean() * PPM))),
            mean=float(trust[edges[k] : edges[k + 1]].mean()),
            count=write(count(int(edges[k + 1] - edges[k]))),
        )
        for k, kind in enumerate(KINDS)
        if edges[k] < edges[k + 1]
    )
    weighted = trust_weighted(people)
    limit = view.board.rules.owners.theta_keep
    return HallState(
        wedges=wedges,
        figure=str(round(100 * weighted / PPM)),
        trust=weighted / PPM,
        camps=_camps(trust),
        threshold=limit,
        threshold_words=_("Voted out near {limit}").format(limit=round(100 * limit)),
        insight=_insight(session, wedges),
        alarming=view.affairs.injunction or any(story.bad_conduct for story in view.affairs.stories),
        worst=min(
            (wedge for wedge in wedges if wedge.key != Kind.SHORT.value), key=lambda wedge: wedge.mean
        ).key,
    )


def _camps(trust: NDArray[np.float64]) -> tuple[Camp, ...]:
    for_you, against = int((trust >= TRUSTING).sum()), int((trust < DISTRUSTING).sum())
    between = trust.size - for_you - against
    return (
        Camp(_("Trusting {n}").format(n=write(count(for_you))), for_you / trust.size, 0.85),
        Camp(_("Wavering {n}").format(n=write(count(between))), between / trust.size, 0.5),
        Camp(_("Distrusting {n}").format(n=write(count(against))), against / trust.size, 0.05),
    )


def _insight(session: Session, wedges: tuple[Wedge, ...]) -> str:
    """Say in words what the eye should see."""
    affairs = session.view().affairs
    if affairs.injunction:
        return _("The court has stopped deals between your companies.")
    if RUNGS.index(rung(session)) >= RUNGS.index(Rung.LETTERS):
        return ladder_told(session)
    if affairs.stories and any(story.bad_conduct for story in affairs.stories):
        worst = min(
            (wedge for wedge in wedges if wedge.key != Kind.SHORT.value), key=lambda wedge: wedge.mean
        )
        return _("Doubt is spreading from: {kind}.").format(kind=worst.name)
    moved = session.reports[-1].trust_ppm - session.reports[-2].trust_ppm if len(session.reports) > 1 else 0
    if moved <= -FELT:
        before, now = (round(report.trust_ppm / _TENTH) for report in session.reports[-2:])
        return _("Trust is falling: {n} this month.").format(n=write(points(_TENTH * (now - before))))
    return _("The hall is quiet.") if moved <= 0 or nought(write(points(moved))) else _("Trust is rising.")


def rung(session: Session) -> Rung:
    """Return the step from a quiet hall to removal that the owners stand on."""
    view = session.view()
    return rung_of(view.board.rules, view.affairs, view.holders, view.board.month)


def ladder_told(session: Session) -> str:
    """Say which step from a quiet hall to removal the owners stand on."""
    step = rung(session)
    return _("Step {n} of {all}: {rung}.").format(
        n=RUNGS.index(step), all=len(RUNGS) - 1, rung=rung_names()[step]
    )


def rung_names() -> dict[Rung, str]:
    """Return the steps from a quiet hall to removal in words, the lowest first."""
    return {
        Rung.QUIET: _("the hall is quiet"),
        Rung.GRUMBLING: _("the holders grumble"),
        Rung.LETTERS: _("open letters"),
        Rung.ADVISERS: _("advisers are against you"),
        Rung.FILES: _("holders read the files"),
        Rung.SUIT: _("a suit is filed"),
        Rung.DISCOVERY: _("the court has the files"),
        Rung.LIMITS: _("limits are voted"),
        Rung.INJUNCTION: _("deals are forbidden"),
        Rung.SPECIAL_MEETING: _("angry enough for a meeting of their own"),
        Rung.REMOVED: _("removed"),
    }


def promised_words(subject: Subject, quantity: int) -> str:
    """Return what a promise says, without its date."""
    match subject:
        case Subject.CHIPS_POWERED:
            return _("{n} chips running").format(n=write(chips(quantity)))
        case Subject.AUTONOMY:
            words = plural("{n} of 4 autonomy milestones", "{n} of 4 autonomy milestones", quantity)
            return words.format(n=quantity)
        case Subject.NO_DIVERSION:
            return _("No chips diverted without a vote")


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """One promise: words, date (also as a month), status in words, and kept / missed / risk / track.

    `so_far` says in a sentence how an open one stands today; empty where there is nothing to say.
    """

    text: str
    due: str
    status: str
    state: str
    month: int
    so_far: str = ""

    @property
    def open(self) -> bool:
        """Tell whether the promise is still to be judged."""
        return self.state in ("track", "risk")


def promises(session: Session) -> tuple[PromiseLine, ...]:
    """Return the promises, open ones first, newest last judged."""
    view = session.view()
    lines = []
    for promise in sorted(view.affairs.promises, key=lambda one: (one.kept is not None, one.due)):
        text = promised_words(promise.subject, promise.quantity)
        words = {"kept": _("Kept"), "missed": _("Missed"), "risk": _("At risk"), "track": _("On track")}
        if promise.kept is None:
            good, so_far = _so_far(view, promise)
            state = "track" if good else "risk"
        else:
            state, so_far = "kept" if promise.kept else "missed", ""
        due = write(month(promise.due))
        lines.append(PromiseLine(text, due, words[state], state, promise.due, so_far))
    return tuple(lines)


def _so_far(view: FounderView, promise: Promise) -> tuple[bool, str]:
    """Tell whether an open promise of a month is on its way to be kept, and say how it stands today."""
    carmaker, quantity = view.carmaker, promise.quantity
    match promise.subject:
        case Subject.CHIPS_POWERED:
            words = _("Today {n} run.").format(n=write(chips(carmaker.depot.powered())))
            footing = Footing.of(view.board, carmaker)
            return powered_by(footing, view.lines, promise.due) >= quantity, words
        case Subject.AUTONOMY:
            reached = carmaker.autonomy_reached
            words = plural("Today {n} is reached.", "Today {n} are reached.", reached)
            at = milestone_month(view.board.rules, carmaker, view.board.month, quantity)
            return reached >= quantity or (at is not None and at <= promise.due), words.format(n=reached)
        case Subject.NO_DIVERSION:
            secret = any(
                act.published is None and act.month > promise.made and not act.voted
                for act in view.affairs.acts
            )
            return not secret, _("What you have diverted since breaks it once it is known.") if secret else ""


@dataclass(frozen=True, slots=True)
class SecretLine:
    """One diversion: what it was, how far it is known, and the chance it comes out next month."""

    act: int
    text: str
    status: str
    secret: bool


def thing_words(thing: Thing, quantity: int) -> str:
    """Return what an act took, in a few words."""
    match thing:
        case Thing.CHIPS:
            return plural("{n} chip", "{n} chips", quantity).format(n=write(chips(quantity)))
        case Thing.RESEARCHERS:
            return plural("{n} person", "{n} people", quantity).format(n=write(count(quantity)))
        case Thing.SITE:
            return _("a site")
        case Thing.DATA:
            return _("the fleet's records")
        case Thing.CHANNEL:
            return _("the cars as a channel")


def diversions(session: Session) -> tuple[SecretLine, ...]:
    """Return all diversions, the newest first; the chance shown is the one that is drawn."""
    view = session.view()
    lines = []
    for act in reversed(view.affairs.acts):
        taken = capital(thing_words(act.thing, act.quantity))
        text = _("{act}, {date}").format(act=taken, date=write(month(act.month)))
        if act.published is None:
            risk = leak_ppm(view.board.rules, act, view.affairs)
            status = _("secret; {risk} a month to come out").format(risk=write(percent(risk)))
        elif (due := recall_month(view.board.rules, act)) is not None:
            words = (
                _("apologised for; called back in {date}")
                if act.repaired
                else _("public; called back in {date}")
            )
            status = words.format(date=write(month(due)))
        elif act.repaired:
            status = _("apologised for") if act.outstanding else _("made good")
        elif act.thing is Thing.CHIPS and act.terms in _FOR_A_TIME and not act.outstanding:
            status = _("back at the carmaker")
        else:
            status = _("public since {date}").format(date=write(month(act.published)))
        lines.append(SecretLine(act.id, text, status, act.published is None))
    return tuple(lines)


class Meeting(NamedTuple):
    """When the holders meet next, how they would vote on the founder, whether that is near, and close."""

    day: str
    words: str
    near: bool
    close: bool


def next_meeting(session: Session) -> Meeting | None:
    """Return the next meeting of the holders, None after the last."""
    view = session.view()
    coming = [meeting for meeting in view.board.setting.meetings if meeting > view.board.month]
    if not coming:
        return None
    keep = take_tally(view.board.rules, view.holders, view.carmaker, Ballot.KEEP_FOUNDER)
    words = _("{part} would keep you").format(part=write(percent(keep.support_ppm())))
    near = coming[0] - view.board.month <= NEAR
    return Meeting(write(month(coming[0])), words, near, keep.support_ppm() < SURE * PPM)


def cases(session: Session) -> tuple[str, ...]:
    """Return the cases in court in words, open ones first."""
    lines = []
    for case in sorted(
        session.view().affairs.cases, key=lambda one: (one.decided is not None, one.settled, one.id)
    ):
        if case.settled:
            lines.append(_("Settled case of {date}").format(date=write(month(case.filed))))
        elif case.decided is not None:
            outcome = _("won by the holders") if case.decided else _("won by you")
            lines.append(
                _("Case of {date}: {outcome}").format(date=write(month(case.filed)), outcome=outcome)
            )
        else:
            lines.append(_open_case(case, session.view().board.setting.months))
    return tuple(lines)


def _open_case(case: Case, end: int) -> str:
    """Return a case that is not decided in words, with when the court decides: perhaps after the end."""
    if case.decision > end:
        words = plural(
            "Case of {date}, {n} complaint, decided after the end",
            "Case of {date}, {n} complaints, decided after the end",
            case.suits,
        )
        return words.format(n=case.suits, date=write(month(case.filed)))
    words = plural(
        "Case of {date}, {n} complaint, decision about {end}",
        "Case of {date}, {n} complaints, decision about {end}",
        case.suits,
    )
    return words.format(n=case.suits, date=write(month(case.filed)), end=write(month(case.decision)))


@dataclass(frozen=True, slots=True)
class VoteLine:
    """One decided vote: the question, the month, the result in words, whether the founder's side won."""

    text: str
    date: str
    result: str
    won: bool


def votes(session: Session) -> tuple[VoteLine, ...]:
    """Return the votes of the meetings so far, the latest first."""
    names = ballot_names()
    return tuple(
        VoteLine(
            names[vote.ballot],
            write(month(vote.month)),
            (_("carried, {support} for it") if vote.passed else _("rejected, {support} for it")).format(
                support=write(percent(vote.support_ppm()))
            ),
            vote.passed is not (vote.ballot is Ballot.LIMITS),
        )
        for vote in reversed(session.view().affairs.votes)
    )


def ballot_names() -> dict[Ballot, str]:
    """Return the questions put to the holders in words."""
    return {
        Ballot.PAY: _("Vote on the founder's pay"),
        Ballot.DOMICILE: _("Vote on the move of the company's seat"),
        Ballot.KEEP_FOUNDER: _("Vote on keeping the founder"),
        Ballot.INVESTMENT: _("Vote on money for the lab"),
        Ballot.DEAL: _("Vote on chips for the lab"),
        Ballot.MERGER: _("Vote on buying the lab"),
        Ballot.LIMITS: _("Vote on limits on deals with the lab"),
    }
