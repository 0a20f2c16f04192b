"""What counts: how the game can end, what the score is made of, what falls due, who is near."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from race.core.ids import Ending, Firm
from race.core.outcome import GOOD, YEAR, Asked, holds, judge_last, lines_of, whole
from race.core.words import count, elo, month, months
from race.core.world.books import Standing
from race.session.forecast.outlook import Outlook
from race.session.heard.apart import apart
from race.session.heard.judged import at_best, deciding, made_out
from race.session.preview.craft_orders import out_tested
from race.session.session import Session
from race.speech import _, capital, listed, name, number, plural
from race.speech import quantity as write
from race.ui.present import league, owners
from race.ui.present.ahead import lap
from race.ui.present.ahead.chance import chance_told, endings_told
from race.ui.present.ahead.points import stands_on
from race.ui.present.debrief.scored import line_names
from race.ui.present.debrief.verdict import ending_words
from race.ui.present.figures import Said, signed
from race.ui.present.orders.lab import LENGTHS
from race.ui.present.rooms.page import Line, Page, Table, plain, spoken

_SAME: Final = 0.5
"""Points from which something is still open."""


def counts(session: Session, seen: Outlook | None = None, awaited: str = "") -> Page:
    """Return how the game would be judged now, by what the founder can know.

    In the last year it says how often the futures end how, or why that is not told yet (`awaited`).
    """
    now, view = made_out(session), session.view()
    left = view.board.setting.months - view.board.month
    ending = ending_words()[judge_last(now)][0]
    head = (
        plain("left", _("Months left"), number(left), _("Months that are still to be played.")),
        plain("ending", _("As it stands"), ending, _("How it would be called if it ended now.")),
        plain(
            "points",
            _("Points now"),
            lap.points_told(session),
            _("The score if it ended now; published scores may err, so it is a range."),
        ),
        plain(
            "open",
            _("Still open"),
            number(lap.still_open(session)),
            _("Points that can still be gained at the very most."),
        ),
        plain("gap", _("Mean gap"), lap.gap_words(now.gap), league.goal_told(session)),
    )
    lists = (_endings(session, seen), _near(session)), (_points(session), _dates(session))
    aim = lap.next_aim(now) or judge_last(now)
    lead = " ".join(filter(None, (_lead(session), chance_told(session, seen) or awaited)))
    return Page("score", _("What counts"), lead, head, lists, f"ending.{aim.value}")


def _lead(session: Session) -> str:
    """Return which months decide the race, and what of them is played."""
    window = deciding(session)
    if not window.gaps:
        words = _(
            "The mean gap of the last {time} decides the race, from {date} on; all else counts as it "
            "stands at the end."
        )
        return words.format(time=write(months(window.left)), date=write(month(window.first)))
    mean = lap.gap_words(sum(window.gaps) / len(window.gaps))
    words = _("Months that decide the race played so far: {n}, on average {gap}; still to come: {left}.")
    return words.format(n=len(window.gaps), gap=mean, left=window.left)


def _endings(session: Session, foreseen: Outlook | None) -> Table:
    """Return the aims from the best down, each opened by what it asks for, and what would spoil the first.

    Under each stands how often the futures end how.
    """
    seen, counted = made_out(session), endings_told(session, foreseen)
    lines = []
    now = judge_last(seen)
    for ending, ways in GOOD.items():
        title, sentence = ending_words()[ending]
        reached = holds(ending, seen)
        lacks = lap.missing(seen, ending)
        state = (
            _("as it stands")
            if ending is now
            else _("met")
            if reached
            else lap.lacking_told(session, lacks[0])
        )
        told = [Said(sentence)]
        for way, asked in enumerate(ways(seen)):
            told += [Said(_("or"), part="note")] if way else []
            told += [_asked(one) for one in asked]
        sign, icon = ("good", "tick") if reached else ("quiet", "circle")
        told += counted
        lines.append(Line(f"ending.{ending.value}", (title, state), sign, icon, None, tuple(told)))
    title, sentence = ending_words()[Ending.PYRRHIC]
    safe = all(one.met for one in whole(seen))
    told = [Said(sentence), Said(_("The carmaker counts as whole with:"), part="note")]
    told += [*(_asked(one) for one in whole(seen)), *counted]
    state = _("not while the carmaker is whole") if safe else _("the carmaker is broken")
    sign, icon = ("quiet", "circle") if safe else ("bad", "warning")
    lines.append(Line("ending.pyrrhic", (title, state), sign, icon, None, tuple(told)))
    heads = (_("Ending"), _("What it lacks"))
    return Table("endings", _("How it can end"), heads, tuple(lines), "")


def _asked(asked: Asked) -> Said:
    there = _("{there} now").format(there=lap.there_told(asked))
    return Said(lap.whole_told(asked), there, "", 1.0 if asked.met else -1.0)


def _points(session: Session) -> Table:
    """Return the lines of the score: what each brings now, and what is still open of it."""
    words, lines = line_names(), []
    now, best = (
        [line for part in lines_of(seen).values() for line in part]
        for seen in (made_out(session), at_best(session))
    )
    for line, most in zip(now, best, strict=True):
        free = most.points - line.points
        cells = (
            capital(words[line.key]),
            _("{n} of {all}").format(n=number(line.points), all=number(line.most)),
            f"+{number(free)}" if free >= _SAME else "–",
        )
        told = spoken((*stands_on(session, line.key), _settled(free, line.most - line.points)))
        share = line.points / line.most if line.most else 0.0
        sign = "lab" if free >= _SAME else "quiet"
        lines.append(Line(f"points.{line.key}", cells, sign, "circle", share, told))
    heads = (_("Part"), _("Now"), _("Still open"))
    return Table("points", _("The score"), heads, tuple(lines), "")


def _settled(free: float, lacking: float) -> str:
    """Return what is out of reach of a part, empty for nothing."""
    gone = lacking - max(0.0, free)
    return _("Out of reach by now: {n} points.").format(n=number(gone)) if gone >= _SAME else ""


def _dates(session: Session) -> Table:
    """Return what falls due before the end, the nearest first, and what comes too late for it."""
    lines = [line for _day, line in sorted(_due(session), key=lambda one: one[0])]
    heads = (_("What"), _("When"), _("State"))
    return Table("dates", _("Before the end"), heads, tuple(lines), _("Nothing falls due before the end."))


def _due(session: Session) -> Iterator[tuple[int, Line]]:
    view = session.view()
    now, end = view.board.month, view.board.setting.months
    for place, promise in enumerate(owners.promises(session)):
        if promise.open:
            icon, sign = ("tick", "good") if promise.state == "track" else ("warning", "warning")
            cells = (promise.text, promise.due, promise.status)
            yield promise.month, Line(f"promise.{place}", cells, sign, icon, None, spoken((promise.so_far,)))
    told = owners.next_meeting(session)
    for meeting in view.board.setting.meetings:
        if now < meeting <= end:
            words, told = told.words if told else "", None  # what is known is of the next one
            cells = (_("Meeting of the holders"), write(month(meeting)), words)
            yield meeting, Line(f"meeting.{meeting}", cells, "car", "arch")
    for case in view.affairs.cases:
        if case.decided is None and not case.settled:
            late = case.decision > end
            state = _("after the end") if late else _("the court decides")
            cells = (
                _("Case of {date}").format(date=write(month(case.filed))),
                write(month(case.decision)),
                state,
            )
            yield case.decision, Line(f"case.{case.id}", cells, "quiet" if late else "warning", "scales")
    window = deciding(session)
    if not window.gaps:
        cells = (_("Months that decide the race begin"), write(month(window.first)), "")
        yield window.first, Line("deciding", cells, "lab", "chart")
        yield from _last_starts(session, window.first)
    yield from _of_the_lab(session, end)


def _of_the_lab(session: Session, end: int) -> Iterator[tuple[int, Line]]:
    """Yield the lab's own dates: its claims, its run, and its chips that come after the end."""
    view = session.view()
    for place, said in enumerate(view.board.claims.get(Firm.XAI, ())):
        told = league.claim_told(view.board, Firm.XAI, said)
        cells = (_("Your public claim"), write(month(said.due)), "")
        yield said.due, Line(f"claim.{place}", cells, "lab", "quote", None, spoken((told,)))
    if view.own.run is not None:
        last = view.own.run.last_month
        tested = out_tested(view, last) <= end
        state = _("in time") if tested else _("untested only") if last < end else _("too late to release")
        sign = "lab" if tested else "warning"
        yield last, Line("run", (_("The training run ends"), write(month(last)), state), sign, "chip")
    late = sum(line.quantity for line in view.lines if line.owner is Firm.XAI and line.due > end)
    if late:
        words = plural("{n} chip on order", "{n} chips on order", late)
        cells = (words.format(n=number(late)), "–", _("after the end"))
        yield end + 1, Line("late", cells, "warning", "warning")


def _last_starts(session: Session, out: int) -> Iterator[tuple[int, Line]]:
    """Yield, within a year, until when a run of each length must begin to be out, tested, in a month."""
    view = session.view()
    free = max(view.board.month, view.own.run.last_month if view.own.run is not None else 0)
    for length in LENGTHS:
        start = out - out_tested(view, length)
        if free <= start <= view.board.month + YEAR:
            words = _("Last start of a run of {time}").format(time=write(months(length)))
            cells = (words, write(month(start)), _("out in {date}").format(date=write(month(out))))
            yield start, Line(f"start.{length}", cells, "lab", "play")


def _near(session: Session) -> Table:
    """Return the other labs by how far they are from the founder's, with their last release."""
    table = session.view().board.league
    own = next((line.elo_published for line in table if line.firm is Firm.XAI), 0.0)
    lines = tuple(_rival(session, line, own) for line in table if line.firm is not Firm.XAI)
    heads = (_("Lab"), _("From you, Elo"), _("Last gain, Elo"))
    return Table("near", _("Who is near"), heads, lines, _("Nobody has released anything."))


def _rival(session: Session, line: Standing, own: float) -> Line:
    """Return a lab with its distance, and what its last release that got ahead brought it."""
    between = line.elo_published - own
    gain, when = _last_gain(session, line.firm)
    words = _("{n} ahead") if between > 0 else _("{n} behind")
    shown = f"+{write(elo(gain))}, {write(month(when))}" if when is not None else "–"
    told = [*_apart_told(session, line.firm), *league.known(session, line.firm, session.view().board)]
    passes = between <= 0 < between + gain
    if passes:
        told.insert(0, _("Another release like its last would put it before you."))
    cells = (name(line.firm), words.format(n=write(elo(abs(between)))), shown)
    return Line(f"near.{line.firm.value}", cells, line.firm.value, "", None, spoken(told))


def _apart_told(session: Session, firm: Firm) -> Iterator[str]:
    """Yield what makes the gap to a lab, by time, compute and the rest, so that the parts sum to it."""
    found = apart(session.view(), firm)
    if found is None:
        return
    time, compute = round(found.time), round(found.compute)
    rest = round(found.gap) - time - compute
    parts = (
        [] if not found.newer else [_by_time(found.newer).format(n=abs(found.newer), elo=signed(count(time)))]
    )
    times = number(found.ratio, 1 if found.ratio >= 1.0 else 2)
    parts.append(_("{elo} by {n} times your compute").format(n=times, elo=signed(count(compute))))
    parts.append(_("{elo} by method, people, length of run and luck").format(elo=signed(count(rest))))
    yield _("What sets it apart, Elo: {parts}.").format(parts=listed(parts))


def _by_time(newer: int) -> str:
    """Return what is said of a release that is so many months newer than one's own, or older."""
    if newer > 0:
        return plural("{elo} by a release {n} month newer", "{elo} by a release {n} months newer", newer)
    return plural("{elo} by a release {n} month older", "{elo} by a release {n} months older", -newer)


def _last_gain(session: Session, firm: Firm) -> tuple[float, int | None]:
    """Return by how much a lab's last new best moved its published score, and when; None for never."""
    for earlier, later in pairwise(reversed(session.reports)):
        now, before = (
            next((line for line in report.league if line.firm is firm), None) for report in (earlier, later)
        )
        if now is not None and before is not None and now.released != before.released:
            return max(0.0, now.elo_published - before.elo_published), earlier.month
    return 0.0, None
