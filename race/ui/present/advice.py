"""What waits for a decision before the month ends: hints, never orders; each leads to a group of orders."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum
from typing import Final

from race.core import commands as c
from race.core.events import Happening
from race.core.formulas.passing.diversion import recall_month
from race.core.formulas.race.loans import repayments
from race.core.formulas.race.money import pay_of_month
from race.core.ids import PPM, Claim, Firm, Gift, Stance
from race.core.view import FounderView
from race.core.words import chips, count, elo, kw, lasting, month, months, percent, usd
from race.session.forecast.outlook import Outlook
from race.session.heard.chipmaker import quoted
from race.session.heard.judged import deciding
from race.session.heard.talent import paid, talent
from race.session.preview.bills import bills, lasts, of_site
from race.session.preview.craft_orders import out_tested
from race.session.preview.ordered import delivery, ordered
from race.session.preview.ranges.split import incidents_in_a_year
from race.session.session import Session
from race.speech import _, name, plural
from race.speech import quantity as write
from race.ui.present.ahead.chance import short_told
from race.ui.present.ahead.lap import lap_lines, on_it
from race.ui.present.ahead.power import of_the_dark
from race.ui.present.opened.house import warned
from race.ui.present.orders import split
from race.ui.present.orders.asked import question
from race.ui.present.orders.lab import HIRED, LENGTHS, PAYS

HOUSE: Final = "house"
"""The group of a hint that leads to a question, not to orders."""
COUNTS: Final = "score"
"""The group of a hint that leads to what counts."""
PEOPLE: Final = "people"
"""The group of a hint that leads to the house's people."""
MOST: Final = 5
"""Most hints at a time."""
RISKY: Final = 10_000
"""Chance of an incident a month, ppm, from which too little care is told."""
_TRIFLE: Final = 50
"""Times a month's repayment that the cash holds, from which nobody need think of it."""
SHORT: Final = 2
"""Months from which a date or the end of the cash presses."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing to think of: words, the group of orders it leads to, whether it presses.

    `about` is the order that it speaks of, or the kind of order, if one: the group is opened there.
    """

    text: str
    group: str
    urgent: bool
    about: c.Command | type[c.BuildSite] | None = None


def hints(session: Session, seen: Outlook | None = None) -> tuple[Hint, ...]:
    """Return how it stands in the last lap, then what waits, the pressing first, at most five.

    What the month's orders answer is left out; after the ending nothing waits. `seen` is what the futures of
    the position with these orders say.
    """
    if session.ending is not None:
        return ()
    found = [
        *_house(session),
        *_run(session),
        *_idle(session),
        *_care(session),
        *_money(session),
        *_word(session),
        *_people(session),
        *_chips(session),
    ]
    told = (*lap_lines(session), short_told(session, seen) if on_it(session) else "")
    lap = (Hint(words, COUNTS, urgent=False) for words in told if words)
    return (*lap, *sorted(found, key=lambda hint: not hint.urgent)[:MOST])


def _given(session: Session, kind: type[c.Command]) -> bool:
    return any(isinstance(order, kind) for order in (*session.pending, *session.coming()))


def _for_lab(session: Session, kind: type[c.BuildSite | c.OrderChips]) -> bool:
    """Return whether the month's orders hold one of a kind that is the lab's, not the carmaker's."""
    orders = (*session.pending, *session.coming())
    return any(isinstance(order, kind) and order.company is Firm.XAI for order in orders)


def _in_time(session: Session, due: int) -> bool:
    """Return whether a month is played before the end."""
    return due <= session.view().board.setting.months


def _house(session: Session) -> Iterator[Hint]:
    """Tell of the question that waits in the house, and of its people who have had enough."""
    asked = question(session)
    if asked is not None and asked.given is None:
        yield Hint(_("Somebody waits for an answer: {title}").format(title=asked.title), HOUSE, urgent=True)
    talked = [order.person for order in session.pending if isinstance(order, c.Reassure)]
    for one in warned(session):
        if one.talk.person not in talked:
            words = _("{who} {status}").format(who=one.name, status=one.status)
            yield Hint(words, PEOPLE, urgent=not one.why_not)


def _run(session: Session) -> Iterator[Hint]:
    """Tell of the training run: release it, start one, or let it go on longer."""
    own, now = session.view().own, session.view().board.month
    release = c.PublishRelease(tested=True)
    if session.why_not(release) is None:
        yield Hint(_("A finished run waits for release"), "train", urgent=True, about=release)
    if own.run is None:
        yield from _deadline(session)
        out = now + SHORT  # one month, then the release
        if own.candidate is not None:
            yield from _tested(session, own.candidate.finished)
            out = out_tested(session.view(), now + 1)  # a further run must be out, tested, to be worth it
        if not _given(session, c.StartRun) and _in_time(session, out):
            yield Hint(_("No training run is under way"), "train", urgent=True)
        return
    yield from _running(session, own.run.last_month)


def _deadline(session: Session) -> Iterator[Hint]:
    """Tell of a run that must begin this month to be out, tested, when the months that decide begin."""
    first = deciding(session).first
    for length in LENGTHS:
        out = out_tested(session.view(), session.view().board.month + length)
        if out == first and not _given(session, c.StartRun):
            words = _("Last month to begin a run of {time} that is out in {date}")
            yield Hint(
                words.format(time=write(months(length)), date=write(month(first))), "train", urgent=True
            )


def _running(session: Session, last: int) -> Iterator[Hint]:
    """Tell when the run under way ends, and when that is too late."""
    now = session.view().board.month
    if not _in_time(session, last + 1):
        words = _("The run ends in {date}, too late to release")
        yield Hint(words.format(date=write(month(last))), "train", urgent=True)
    elif not _in_time(session, out_tested(session.view(), last)):
        words = _("The run ends in {date}; only untested would it still be out")
        yield Hint(words.format(date=write(month(last))), "train", urgent=True)
    elif last <= now + 1 and session.why_not(longer := c.ExtendRun(months=1)) is None:
        words = _("The run ends in {date}; it could go on")
        yield Hint(words.format(date=write(month(last))), "train", urgent=False, about=longer)
    elif last > now + 1:
        words = _("The training run ends in {date}")
        yield Hint(words.format(date=write(month(last))), "train", urgent=False)


def _tested(session: Session, finished: int) -> Iterator[Hint]:
    """Tell of safety tests that are not over, that officers skip, or that end too late."""
    if session.why_not(c.PublishRelease(tested=True)) is None:
        return
    if any(isinstance(order, c.PublishRelease) and not order.tested for order in session.coming()):
        yield Hint(_("The officers will release it untested: the gap alarms them"), "train", urgent=True)
        return
    if _in_time(session, out_tested(session.view(), finished)):
        tested = c.PublishRelease(tested=True)
        yield Hint(_("The finished run is in its safety tests"), "train", urgent=False, about=tested)
    else:
        words = _("Its tests end too late: release it untested, or not")
        yield Hint(words, "train", urgent=True, about=c.PublishRelease(tested=False))


def _care(session: Session) -> Iterator[Hint]:
    """Tell of compute for safety so small that incidents will come of it."""
    view = session.view()
    chance = incidents_in_a_year(view, view.own.split.safety)
    missing = view.own.split.safety < view.board.rules.race.safety_need * PPM
    if missing and chance >= RISKY and not _given(session, c.SplitCompute):
        words = _("So little care leads to incidents: {part} a month")
        words, about = words.format(part=write(percent(chance))), split.command(split.READY["safety"])
        yield Hint(words, "train", urgent=False, about=about)


def _money(session: Session) -> Iterator[Hint]:
    """Tell of cash that runs out, of loans to be repaid, of investors who are ready."""
    view = session.view()
    own, rules = view.own, view.board.rules.money
    due = repayments(rules, own)
    left = lasts(view)
    ready = session.why_not(c.RaiseRound()) is None
    if len(session.reports) > 1 and left <= SHORT and not _given(session, c.RaiseRound):
        words = _("Cash lasts {time}; investors are ready")
        words = words if ready else _("Cash lasts {time} with what is signed")
        yield Hint(words.format(time=write(lasting(left))), "money", urgent=True)
    elif ready:
        yield Hint(_("Investors are ready for a round"), "money", urgent=False)
    if due * _TRIFLE > own.cash_usd:
        words = _("Loans take {amount} next month")
        yield Hint(words.format(amount=write(usd(due))), "money", urgent=due > own.cash_usd)


def _word(session: Session) -> Iterator[Hint]:
    """Tell of the court, of the lab's own word that falls due, and of what a rival claims."""
    view = session.view()
    affairs, now = view.affairs, view.board.month
    if any(case.decided is None and not case.settled for case in affairs.cases):
        settling = c.GiveGift(gift=Gift.SETTLEMENT)
        yield Hint(_("A case is open in court"), "court", urgent=True, about=settling)
    for said in view.board.claims.get(Firm.XAI, ()):
        if said.due <= now + SHORT:
            words = _("Your claim of {n} falls due in {date}")
            amount = chips(said.quantity) if said.claim is Claim.FLEET else elo(said.quantity)
            yield Hint(words.format(n=write(amount), date=write(month(said.due))), "court", urgent=True)
    yield from _came_out(session)
    yield from _called_back(session)
    for promise in affairs.promises:
        if promise.kept is None and promise.due <= now + SHORT:
            words = _("A promise to the holders falls due in {date}")
            yield Hint(words.format(date=write(month(promise.due))), "owners", urgent=True)
    late = not _in_time(session, now + view.board.rules.founder.promise_least_months)
    open_ones = any(promise.kept is None for promise in affairs.promises)
    if not open_ones and not late and not _given(session, c.MakePromise):
        yield Hint(_("The holders have no promise from you"), "owners", urgent=False)
    fleets = [
        (said.quantity, firm)
        for firm, claims in view.board.claims.items()
        for said in claims
        if firm is not Firm.XAI and said.claim is Claim.FLEET
    ]
    if fleets:
        most, firm = max(fleets)
        words = _("{firm} claims {n} chips")
        yield Hint(words.format(firm=name(firm), n=write(chips(most))), "court", urgent=False)


def _came_out(session: Session) -> Iterator[Hint]:
    """Tell of what has just come out and is not answered this month; lead to the answers about that."""
    leaks = [event for event in session.reports[-1].events if event.kind is Happening.LEAK]
    answered = [order.act for order in session.pending if isinstance(order, c.Speak)]
    left = [act for event in leaks if (act := int(event.numbers.get("act", 0))) not in answered]
    if left:
        ways = [c.Speak(act=left[0], stance=each) for each in (Stance.JUSTIFY, Stance.DENY, Stance.APOLOGISE)]
        about = next((way for way in ways if session.why_not(way) is None), ways[0])
        yield Hint(_("It has come out: explain, deny or apologise"), "court", urgent=True, about=about)


def _called_back(session: Session) -> Iterator[Hint]:
    """Tell of the chips that the carmaker's directors have back next."""
    view = session.view()
    called = [(recall_month(view.board.rules, act), act.outstanding) for act in view.affairs.acts]
    due = min((day for day, _out in called if day is not None), default=None)
    if due is not None:
        back = sum(out for day, out in called if day == due)
        words = plural(
            "The directors have {n} chip back in {date}", "The directors have {n} chips back in {date}", back
        )
        soon = due <= view.board.month + SHORT
        yield Hint(words.format(n=write(chips(back)), date=write(month(due))), "chips", urgent=soon)


def _people(session: Session) -> Iterator[Hint]:
    """Tell of researchers whom others have just hired away."""
    gone = sum(
        int(event.numbers.get("people", 0))
        for event in session.reports[-1].events
        if event.kind is Happening.PEOPLE_MOVED and event.good < 0
    )
    if gone and not _given(session, c.SetPay):
        words = _("Researchers hired away last month: {n}").format(n=write(count(gone)))
        better, about = _better_paid(session, gone)
        about = about or c.Hire(researchers=HIRED)
        yield Hint(better or words, "money", urgent=True, about=about)


def _better_paid(session: Session, gone: int) -> tuple[str, c.Command | None]:
    """Say what better pay would do when `gone` researchers were hired away, and by which order.

    Empty where it does nothing.

    Named is the lowest pay on offer that halves the chance that known people leave, or else the highest.
    """
    own, money, found = session.view().own, session.view().board.rules.money, talent(session)
    ways = [level for level in PAYS if level > own.pay_level and not session.why_not(c.SetPay(level=level))]
    now, then = found.leaving.known_ppm, {level: paid(found, level).known_ppm for level in ways}
    halving = [level for level in ways if 2 * then[level] <= now]
    level = (halving or ways[-1:] or [own.pay_level])[0]
    before, after = write(percent(now)), write(percent(then.get(level, now)))
    if before == after:
        return "", None
    words = (
        _("Hired away: {n}; pay at {level} halves the chance of losing known people ({cost} a month)")
        if halving
        else _(
            "Hired away: {n}; pay at {level} cuts the chance of losing known people from {now} to {then} "
            "({cost} a month)"
        )
    )
    cost = pay_of_month(money, own.staff, level) - pay_of_month(money, own.staff, own.pay_level)
    told = words.format(
        n=write(count(gone)), level=write(percent(level)), cost=write(usd(cost)), now=before, then=after
    )
    return told, c.SetPay(level=level)


def _chips(session: Session) -> Iterator[Hint]:
    """Tell of chips without power, of a floor that runs ahead of its permits, of an empty book."""
    view = session.view()
    depot, now = view.own.depot, view.board.month
    early = [site for site in depot.sites if site.ready <= now < site.papers]
    if not _for_lab(session, c.BuildSite):
        for words, group, about in of_the_dark(session):
            yield Hint(words, group, urgent=False, about=about)
    if early:
        words = _("{power} run before their permits of {date}")
        power, papers = sum(site.power_kw for site in early), max(site.papers for site in early)
        yield Hint(
            words.format(power=write(kw(power)), date=write(month(papers))),
            "chips",
            urgent=any(site.watched > now for site in early),
        )
    booked = any(line.payer is Firm.XAI for line in view.lines) or _for_lab(session, c.OrderChips)
    if not booked and _in_time(session, now + 1 + int(view.board.lead_months)):
        yield Hint(_("The lab has no chips on order"), "chips", urgent=False)


def _idle(session: Session) -> Iterator[Hint]:
    """Tell of cash that nothing signed or ordered needs and that still pays for a further site.

    It pays for one of the largest with its chips, after the chips that the lab's other power has room for;
    and a run on them can still be out, tested.
    """
    quote = quoted(session)
    site = c.BuildSite(company=Firm.XAI, power_kw=quote.board.rules.chips.site_limit_kw, forced=True)
    if _for_lab(session, c.BuildSite) or session.why_not(site) is not None:
        return
    view = ordered(quote, (*session.pending, *session.coming()))
    now, board, due = view.board.month, view.board, of_site(view, site)
    order = c.OrderChips(company=Firm.XAI, generation=board.generation, quantity=1)
    runs = max(*due, delivery(view, order) + board.rules.chips.install_months)
    if not _in_time(session, out_tested(view, runs)):
        return
    room = site.power_kw + max(0.0, _empty_kw(view))
    last = max([*due, *(line.due for line in view.lines), *(one.ready for one in view.own.depot.sites)])
    spare = min(bill.left_usd for bill in bills(view, min(last, board.setting.months) - now))
    if spare >= sum(due.values()) + int(room / board.each_kw) * board.coming_price_usd:
        words = _("{amount} lie idle: the lab could begin a further site")
        yield Hint(words.format(amount=write(usd(spare))), "chips", urgent=False, about=c.BuildSite)


def _empty_kw(view: FounderView) -> float:
    """Return the lab's power, of sites under way too, for which it has no chips, here or coming, kW."""
    depot, each = view.own.depot, view.board.kw_of
    kw_held = fsum(batch.quantity * each[batch.generation] for batch in depot.batches)
    kw_held += fsum(line.quantity * each[line.generation] for line in view.lines if line.owner is Firm.XAI)
    return sum(site.power_kw for site in depot.sites) - kw_held
