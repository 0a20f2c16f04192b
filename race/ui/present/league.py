"""The race as everybody reads it: a line for each lab, the table, what was released when."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from race.core.formulas.race.chips import generation_for, own_most
from race.core.formulas.race.temper import haste, mood_of, pay_level
from race.core.ids import LABS, PPM, RIVALS, Claim, Firm, Mood, date_of
from race.core.view import Board
from race.core.words import Quantity, chips, elo, month, months, percent, usd
from race.core.world.books import Said, Standing
from race.session.heard.grudges import Deed, Offence, grudge
from race.session.heard.judged import DEVIATIONS
from race.session.session import Report, Session
from race.speech import _, date, listed, name, number, ordinal, plural
from race.speech import quantity as write
from race.ui.present.standing import generation_names

_STEPS = 5
"""Most steps of the axis."""
_COMING, _COMING_EACH = 40.0, 5.5
"""Elo that the best score is given room to rise by as soon as months are foreseen, and with each of them."""
_OFFENCES = 3
"""Most of a rival's reasons for a grudge that are told, the latest."""
_FIRST = 4
"""Months of the race's axis at the start; it grows with the game."""
ON_THE_TABLE = 18
"""Months of the race, the present one included, that the table has room for; the charts show them all."""
TABS = ("quality", "compute", "users", "value")
"""Charts of the race, in the order of the switch."""


@dataclass(frozen=True, slots=True)
class LabLine:
    """One lab's line.

    Attributes:
        key: the firm's key.
        name: the lab's name.
        values: a value for each month that is shown, None where nothing is known.
        releases: places, counted from the first month shown, of the months in which it put out a new best.
        mine: whether it is the player's.
        errors: what each value may be wrong by.
        told: what is known of the lab, in words.
    """

    key: str
    name: str
    values: tuple[float | None, ...]
    releases: tuple[int, ...]
    mine: bool
    errors: tuple[float, ...]
    told: str


@dataclass(frozen=True, slots=True)
class RaceState:
    """The race: lines with the player's last, axis labels, scale, the player's place in words."""

    lines: tuple[LabLine, ...]
    months: tuple[str, ...]
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    place: str
    caption: str


def tab_names() -> dict[str, str]:
    """Return the charts in words."""
    return {"quality": _("Quality"), "compute": _("Compute"), "users": _("Users"), "value": _("Value")}


def units() -> dict[str, str]:
    """Return how a value of each chart is written."""
    return {"quality": "{n}", "compute": _("{n} k"), "users": _("{n} M"), "value": _("${n} B")}


def race(session: Session, tab: str = "quality", ahead: int = 0, latest: int = 0) -> RaceState:
    """Return the chart of the race by published score, estimated compute, weekly users or last valuation.

    Its scale leaves room for what so many months `ahead` are likely to bring. It has the `latest` so many
    months, 0 for all since the opening.
    """
    reports, board = session.reports[-latest:], session.view().board
    lines = tuple(
        LabLine(
            key=firm.value,
            name=name(firm),
            values=tuple(_value(report, firm, tab) for report in reports),
            releases=_releases(session.reports, firm, len(reports)) if tab == "quality" else (),
            mine=firm is Firm.XAI,
            errors=tuple(_error(report, firm) for report in reports) if tab == "quality" else (),
            told=" ".join(known(session, firm, board)),
        )
        for firm in sorted(LABS, key=lambda firm: firm is Firm.XAI)
    )
    values = [value for line in lines for value in line.values if value is not None]
    low, high, step = (
        scale(min(values), max(values) + coming(ahead)) if tab == "quality" else scale(0.0, max(values))
    )
    ticks = []
    level = low
    while level <= high + 1e-6:
        ticks.append((level, _tick(level, tab, step)))
        level += step
    place = ordinal(standing_of(session))
    return RaceState(
        lines=lines,
        months=tuple(write(month(report.month)) for report in reports),
        low=low,
        high=high,
        ticks=tuple(ticks),
        place=_("{place} of {n}").format(place=place, n=len(LABS)),
        caption=gap_told(session),
    )


def gap_told(session: Session) -> str:
    """Return how far the founder's lab is behind the first, or before the second, by published score."""
    league = session.view().board.league
    own = next((line.elo_published for line in league if line.firm is Firm.XAI), None)
    others = [line.elo_published for line in league if line.firm is not Firm.XAI]
    if own is None or not others:
        return _("nothing published yet")
    gap = max(others) - own
    words = _("{n} Elo behind; goal {goal}") if gap > 0 else _("{n} Elo ahead of the next")
    goal = write(elo(session.view().board.rules.score.frontier_gap))
    return words.format(n=write(elo(abs(gap))), goal=goal)


def goal_told(session: Session) -> str:
    """Return what wins the race, in a sentence."""
    rules = session.view().board.rules.score
    words = _("The goal: in the last {time}, at most {n} Elo behind the first, and both companies yours.")
    return words.format(time=write(months(rules.final_months)), n=write(elo(rules.frontier_gap)))


def _value(report: Report, firm: Firm, tab: str) -> float | None:
    match tab:
        case "compute":
            return report.fleets[firm] / 1000
        case "users":
            return report.users[firm] / 1000 if firm in report.users else None
        case "value":
            return report.values[firm] / 1e9 if firm in report.values else None
        case _:
            line = _line(report, firm)
            return line.elo_published if line else None


def _line(report: Report, firm: Firm) -> Standing | None:
    return next((line for line in report.league if line.firm is firm), None)


def _error(report: Report, firm: Firm) -> float:
    """Return what a published score may be wrong by, Elo; it is outside of that one time in twenty."""
    line = _line(report, firm)
    return DEVIATIONS * line.error_sd if line else 0.0


def known(session: Session, firm: Firm, board: Board) -> tuple[str, ...]:
    """Return what everybody can know of a lab, in sentences: score and its evidence, chips, users, claims."""
    report = session.reports[-1]
    told = [_score_told(board, report, firm)]
    fleet = write(chips(report.fleets[firm]))
    words = _("Runs {n} chips.") if firm is Firm.XAI else _("Thought to run {n} chips.")
    told.append(words.format(n=fleet))
    if firm in report.users:
        told.append(_("{n} use it every week.").format(n=write(Quantity("users", 1000 * report.users[firm]))))
    if firm in report.values:
        words = _("Worth {amount}.") if firm is Firm.XAI else _("Worth {amount} at its last round.")
        told.append(words.format(amount=write(usd(report.values[firm]))))
    told += [claim_told(board, firm, said) for said in board.claims.get(firm, ())]
    return (
        *told,
        *_means_told(session, firm, board),
        *_temper_told(board, firm),
        *grudge_told(session, firm),
    )


def _means_told(session: Session, firm: Firm, board: Board) -> Iterator[str]:
    """Yield what sets a lab apart by law or by its parent: export rules, chips of its own make."""
    means, rules = session.scenario.means[firm], board.rules
    if means.export_ppm < PPM and rules.switches.export_limits:
        yield _("Under export rules: up to {part} of a month's supply, {kind} at best.").format(
            part=write(percent(means.export_ppm)),
            kind=generation_names()[generation_for(rules, board.month, means.export_ppm)],
        )
    if means.own_silicon_ppm and rules.switches.own_silicon:
        yield _("Has chips of its own make, up to {n} a month, outside the queue.").format(
            n=write(chips(own_most(board.setting, means.own_silicon_ppm, board.month)))
        )


def _temper_told(board: Board, firm: Firm) -> tuple[str, ...]:
    """Return how a rival should feel by its place in the league, and what it then spends and pays."""
    scores = {line.firm: line.elo_published for line in board.league}
    others = [score for other, score in scores.items() if other is not firm]
    if firm not in RIVALS or firm not in scores or not others or not board.rules.switches.tempers:
        return ()
    mood = mood_of(board.rules.race, max(others) - scores[firm])
    words = {
        Mood.LEADING: _("By the league it leads: such a lab spends {haste} of the usual."),
        Mood.CALM: _("By the league it is calm: such a lab spends {haste} of the usual."),
        Mood.PRESSED: _(
            "By the league it is pressed: such a lab spends {haste} of the usual and pays {pay}."
        ),
        Mood.ALARMED: _(
            "By the league it is alarmed: such a lab spends {haste} of the usual and pays {pay}."
        ),
    }
    tempers = board.rules.tempers
    return (
        words[mood].format(
            haste=write(percent(int(PPM * haste(tempers, mood)))),
            pay=write(percent(pay_level(tempers, mood))),
        ),
    )


def grudge_told(session: Session, firm: Firm) -> Iterator[str]:
    """Yield what a rival holds against the founder's lab, as far as it was told, and what comes of it."""
    held, rules = grudge(session, firm), session.view().board.rules
    if held is None:
        return
    earlier = len(held.offences) - _OFFENCES
    causes = [_offence_told(offence) for offence in reversed(held.offences[-_OFFENCES:])]
    if earlier > 0:
        causes.append(plural("{n} earlier offence", "{n} earlier offences", earlier).format(n=earlier))
    yield _("Bears you a grudge: {causes}.").format(causes=listed(causes))
    yield _("What is left of it counts {n} offences and fades by {part} a month.").format(
        n=number(held.left / PPM, 1), part=write(percent(round(PPM * (1.0 - rules.race.grudge_kept))))
    )
    if rules.switches.poaching:
        yield _("When it poaches, it comes to you for that up to {chance} of the time.").format(
            chance=write(percent(round(PPM * held.chance(rules))))
        )


def _offence_told(offence: Offence) -> str:
    when = date(offence.month)
    if offence.deed is Deed.RAID:
        words = plural("{n} person hired away in {date}", "{n} people hired away in {date}", offence.people)
        return words.format(n=number(offence.people), date=when)
    return {
        Deed.COMPLAINT: _("a complaint that was heard in {date}"),
        Deed.PROBE: _("your people found out in {date}"),
        Deed.TALE: _("an answer of yours in {date}"),
    }[offence.deed].format(date=when)


def _score_told(board: Board, report: Report, firm: Firm) -> str:
    line = _line(report, firm)
    if line is None:
        return _("{lab} has released nothing yet.").format(lab=name(firm))
    error = _error(report, firm)
    words = (
        _("{lab}: {score}, give or take {error}, after {time} of votes.")
        if error
        else _("{lab}: {score}, settled after {time} of votes.")
    )
    time = write(months(board.month - line.released))
    return words.format(
        lab=name(firm), score=write(elo(line.elo_published)), error=write(elo(error)), time=time
    )


def claim_told(board: Board, firm: Firm, said: Said) -> str:
    """Return an open public claim in a sentence, with how far the lab is believed."""
    fleet = said.claim is Claim.FLEET
    words = (
        _("Claims {n} running chips by {due}; its word counts {belief}.")
        if fleet
        else _("Claims a score of {n} by {due}; its word counts {belief}.")
    )
    return words.format(
        n=write(chips(said.quantity) if fleet else elo(said.quantity)),
        due=write(month(said.due)),
        belief=write(percent(board.credibility[firm])),
    )


def _releases(reports: list[Report], firm: Firm, latest: int) -> tuple[int, ...]:
    """Return the places, among the latest months, of a lab's new bests; a score that settles is none."""
    found = []
    for place, (earlier, later) in enumerate(pairwise(reports), start=1 + latest - len(reports)):
        before, after = _line(earlier, firm), _line(later, firm)
        if after is not None and (before is None or after.released != before.released):
            found.append(place)
    return tuple(place for place in found if place >= 0)


def coming(ahead: int) -> float:
    """Return the Elo that a chart keeps free above the best score for so many months that are foreseen.

    Futures of these months fit in, as a rule: the scale stays as it is when they are drawn.

    >>> coming(0), coming(12)
    (0.0, 106.0)
    """
    return _COMING + _COMING_EACH * ahead if ahead else 0.0


def axis_end(now: int, end: int, ahead: int = 0) -> int:
    """Return the place of the last month on an axis: the months foreseen, else room for the bars of errors.

    Args:
        now: place of the present month, 0 for the opening.
        end: place of the game's last month, which only what is foreseen goes beyond.
        ahead: months foreseen, 0 for none.

    >>> [axis_end(now, 36) for now in (0, 8, 18, 36)], axis_end(8, 36, 12)
    ([4, 10, 21, 36], 20)
    """
    return max(now + ahead, min(end, max(now + min(3, 1 + now // 5), now + now // 6, _FIRST)))


def scale(low: float, high: float) -> tuple[float, float, float]:
    """Return the ends of the axis and its step, round steps that hold all values.

    A quarter is a step only from 25 on: smaller labels are written with fewer decimals than it has.
    """
    span = max(1.0, high - low)
    step = next(
        size * 10.0**power
        for power in range(-1, 7)
        for size in ((1, 2, 2.5, 5) if power > 0 else (1, 2, 5))
        if span / (size * 10.0**power) <= _STEPS
    )
    return step * (low // step), step * (high // step + 1), step


def _tick(level: float, tab: str, step: float) -> str:
    if tab == "quality":
        return write(elo(level))
    return units()[tab].replace("{n}", number(level, 0 if step >= 1 else 1))


def short_month(index: int) -> str:
    """Return the short name of a month index.

    >>> short_month(6), short_month(13)
    ('Jun', 'Jan')
    """
    return _short_names()[date_of(index)[1] - 1]


def short_date(index: int) -> str:
    """Return a month index with its year, where a whole date has no room.

    >>> short_date(6)
    'Jun 2024'
    """
    return f"{short_month(index)} {date_of(index)[0]}"


def axis_month(index: int) -> str:
    """Return a month index as an axis writes it: the month's short name, or the year for a January.

    >>> axis_month(6), axis_month(13)
    ('Jun', '2025')
    """
    year, place = date_of(index)
    return str(year) if place == 1 else short_month(index)


def _short_names() -> tuple[str, ...]:
    return (
        _("Jan"),
        _("Feb"),
        _("Mar"),
        _("Apr"),
        _("May"),
        _("Jun"),
        _("Jul"),
        _("Aug"),
        _("Sep"),
        _("Oct"),
        _("Nov"),
        _("Dec"),
    )


def standing_of(session: Session) -> int:
    """Return the founder's place in the league, the last one before the first release."""
    league = session.view().board.league
    return next((place for place, line in enumerate(league, start=1) if line.firm is Firm.XAI), len(LABS))


def table(session: Session) -> tuple[tuple[str, str], ...]:
    """Return the league: place, and what is known of the lab, best first."""
    board = session.view().board
    return tuple(
        (ordinal(place), " ".join(known(session, line.firm, board)))
        for place, line in enumerate(board.league, start=1)
    )
