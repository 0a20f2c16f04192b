"""What the futures say: two fans, chances with and without, and what the order changes."""

from dataclasses import dataclass, replace

from race.core.ids import PPM, Firm
from race.core.words import elo, month, months, percent, usd
from race.session.forecast import outlook as said
from race.session.forecast.outlook import Change, Fan, Outlook
from race.session.forecast.paths import CASH, GAP, TRUST
from race.session.session import Report, Session
from race.speech import _, nought, number, plural
from race.speech import quantity as write
from race.ui.present import league, rounding

_LEAST_SPAN = {GAP: 60.0, TRUST: 12.0}
"""Least span of an axis before the first future, so that it does not jump."""
_ALL = 100
_BEFORE = 6
"""Least months of the past that a fan starts from."""


@dataclass(frozen=True, slots=True)
class FanState:
    """One figure with its futures.

    Attributes:
        key: name for the program.
        title: what the figure is.
        past: its values in the months up to now.
        futures: for each plan the medians of the months to come and the bands around them, widest first;
            the plan with the orders first.
        names: how each plan is called.
        labels: one for each month of the axis; `dates` are the same in full.
        now: index of the present month on the axis.
        ticks: values of the axis with their labels.
        low: value at the bottom.
        high: value at the top.
        limit: a line that matters and what it is, or None.
        digits: digits after the point.
        change: what the order changes at the end, with its interval; empty for a single plan.
        good: 1 where the change helps for sure, -1 where it hurts for sure, else 0.
    """

    key: str
    title: str
    past: tuple[float, ...]
    futures: tuple[tuple[tuple[float, ...], tuple[tuple[tuple[float, float], ...], ...]], ...]
    names: tuple[str, ...]
    labels: tuple[str, ...]
    dates: tuple[str, ...]
    now: int
    ticks: tuple[tuple[float, str], ...]
    low: float
    high: float
    limit: tuple[float, str] | None
    digits: int
    change: str
    good: int


@dataclass(frozen=True, slots=True)
class Chance:
    """One thing that may happen: how often with the orders and without them, and the difference.

    `good` is 1 where the order helps for sure, -1 where it hurts for sure, else 0.
    """

    key: str
    text: str
    shares: tuple[float, ...]
    shown: tuple[str, ...]
    change: str
    good: int
    tip: str


def plan_names(plans: int) -> tuple[str, ...]:
    """Return how the plans of a comparison are called."""
    return (_("With"), _("Without")) if plans > 1 else (_("Likely"),)


def fans(session: Session, seen: Outlook | None, ahead: int, *, apart: bool = False) -> tuple[FanState, ...]:
    """Return the fans of quality and trust; before the first future they show the past alone.

    `apart` shows what the order changes, pair by pair, instead of the two futures beside each other.
    """
    if apart and seen is not None and seen.apart:
        words = _("No difference")
        return tuple(
            _limited(_apart_state(seen, key, unit), (0.0, words))
            for key, unit in ((GAP, 1.0), (TRUST, 100 / PPM))
        )
    limit = 100 * session.view().board.rules.owners.theta_keep
    gap = _fan_state(session, seen, ahead, (GAP, 1.0))
    trust = _fan_state(session, seen, ahead, (TRUST, 100 / PPM))
    words = _("Voted out near {limit}").format(limit=round(limit))
    return (
        _limited(gap, (0.0, _("Level with the best"))),
        _limited(trust, (limit, words)),
    )


def nearer(seen: Outlook) -> str:
    """Return by how much the orders bring the lab nearer to the first; empty where nothing is compared."""
    change = seen.changes.get(GAP)
    if change is None:
        return ""
    if not _told_good(GAP, change):
        return _("no sure change")
    words = _("{n} Elo nearer") if change.mean > 0 else _("{n} Elo farther")
    return words.format(n=write(elo(abs(change.mean))))


def _apart_state(seen: Outlook, key: str, unit: float) -> FanState:
    lines, change = _lines(seen.apart[key], unit), seen.changes[key]
    values = [0.0, *(end for pair in lines[1][0] for end in pair)]
    low, high, step = league.scale(min(values), max(values))
    return FanState(
        key=key,
        title=_titles()[key],
        past=(0.0,),
        futures=(lines,),
        names=(_("Difference"),),
        labels=tuple(league.axis_month(seen.month + index) for index in range(seen.months + 1)),
        dates=tuple(write(month(seen.month + index)) for index in range(seen.months + 1)),
        now=0,
        ticks=_ticks(low, high, step),
        low=low,
        high=high,
        limit=None,
        digits=1,
        change=changed(key, change),
        good=_told_good(key, change),
    )


def _limited(state: FanState, limit: tuple[float, str]) -> FanState:
    near = state.low <= limit[0] <= state.high
    return replace(state, limit=limit if near else None)


def _fan_state(session: Session, seen: Outlook | None, ahead: int, figure: tuple[str, float]) -> FanState:
    key, unit = figure
    back = min(session.month - session.reports[0].month, max(_BEFORE, ahead // 2))
    reports = session.reports[len(session.reports) - 1 - back :]
    past = tuple(unit * value for value in (_past(report, key) for report in reports))
    futures = () if seen is None else tuple(_lines(plan[key], unit) for plan in seen.fans)
    values = [
        *past,
        *(end for _median, bands in futures for band in bands[:1] for pair in band for end in pair),
    ]
    least = _LEAST_SPAN[key] * (0.0 if futures else 1.0)
    middle = (min(values) + max(values)) / 2
    ends = min(*values, middle - least / 2), max(*values, middle + least / 2)
    low, high, step = league.scale(*ends)
    change = seen.changes.get(key) if seen else None
    first = session.month - back
    return FanState(
        key=key,
        title=_titles()[key],
        past=past,
        futures=futures,
        names=plan_names(len(futures)),
        labels=tuple(league.axis_month(first + index) for index in range(back + ahead + 1)),
        dates=tuple(write(month(first + index)) for index in range(back + ahead + 1)),
        now=back,
        ticks=_ticks(low, high, step),
        low=low,
        high=high,
        limit=None,
        digits=1 if step < 1 else 0,
        change=changed(key, change) if change else "",
        good=_told_good(key, change),
    )


def _titles() -> dict[str, str]:
    return {
        GAP: _("Published quality against the best rival"),
        TRUST: _("Trust of the holders"),
    }


def _past(report: Report, key: str) -> float:
    if key == TRUST:
        return float(report.trust_ppm)
    own = next((line.elo_published for line in report.league if line.firm is Firm.XAI), 0.0)
    return own - max((line.elo_published for line in report.league if line.firm is not Firm.XAI), default=0.0)


def _lines(fan: Fan, unit: float) -> tuple[tuple[float, ...], tuple[tuple[tuple[float, float], ...], ...]]:
    """Return the median of the months to come and the bands, widest first, in the unit shown."""
    bands = tuple(
        tuple((unit * low, unit * high) for low, high in band[1:]) for band in (fan.wide, fan.narrow)
    )
    return tuple(unit * value for value in fan.median[1:]), bands


def _ticks(low: float, high: float, step: float) -> tuple[tuple[float, str], ...]:
    count = round((high - low) / step)
    return tuple(
        (low + step * place, number(low + step * place, 1 if step < 1 else 0)) for place in range(count + 1)
    )


def sign(change: Change | None, wanted: int = 1) -> int:
    """Return 1 where a change helps for sure, -1 where it hurts for sure, 0 where nobody can say."""
    if change is None or not change.sure:
        return 0
    return wanted if change.mean > 0 else -wanted


def _told_good(key: str, change: Change | None) -> int:
    """Return the `sign` of a change, 0 where it rounds to nothing: to no whole Elo, to no tenth of trust."""
    return 0 if change is None or nought(_amount(key, change.mean, int(key != GAP))) else sign(change)


def changed(key: str, change: Change) -> str:
    """Return what an order changes of a figure, with the ends of the interval; a dash where none is known."""
    if not change.known:
        return f"{_amount(key, change.mean)} (–)"
    ends = [_amount(key, value) for value in (change.mean, change.low, change.high)]
    return _("{change} ({low} to {high})").format(change=ends[0], low=ends[1], high=ends[2])


def _amount(key: str, value: float, digits: int = 1) -> str:
    return _plus(value * 100 / PPM if key == TRUST else value, digits)


def _plus(value: float, digits: int) -> str:
    """Write a change with its sign; what rounds to nothing has none."""
    shown = number(value, digits)
    return f"+{shown}" if value > 0 and not nought(shown) else shown


_GOOD = {said.GOAL: 1}


def chances(seen: Outlook) -> tuple[Chance, ...]:
    """Return the chances, each as often as it happened in the futures that were played."""
    names = _names(seen)
    return tuple(
        Chance(
            key=key,
            text=names[key][0],
            shares=odds.shares,
            shown=tuple(share_shown(share) for share in odds.shares),
            change=points_changed(odds.change) if odds.change else "",
            good=0 if _no_points(odds.change) else sign(odds.change, _GOOD.get(key, -1)),
            tip=names[key][1],
        )
        for key, odds in seen.odds.items()
    )


def _names(seen: Outlook) -> dict[str, tuple[str, str]]:
    end = write(month(seen.month + seen.months))
    words = {
        said.LEAK: (
            _("A secret comes out"),
            _("Something you took without telling is published, or a denial is refuted, by {date}."),
        ),
        said.SUIT: (_("The holders sue"), _("At least one suit is filed by {date}.")),
        said.BEATEN: (
            _("You lose a vote"),
            _("At the next meeting by {date} the holders vote against you on something."),
        ),
        said.VOTED_OUT: (_("You are voted out"), _("You lose the next vote on you by {date}.")),
        said.BROKE: (_("The lab is bankrupt"), _("The lab runs out of money for too long by {date}.")),
        said.GOAL: (
            _("The goal is met"),
            _("Until {date} the lab is as near the first as the goal asks, and both companies are yours."),
        ),
    }
    return {key: (text, tip.format(date=end)) for key, (text, tip) in words.items()}


def share_shown(share: float) -> str:
    """Return a chance in whole percent; what happened once of many is not rounded to never."""
    whole = round(100 * share)
    if share > 0 and not whole:
        return _("< {share}").format(share=write(percent(PPM // 100)))
    if share < 1 and whole == _ALL:
        return _("> {share}").format(share=write(percent(PPM - PPM // 100)))
    return rounding.in_hundreds(share)


def _no_points(change: Change | None) -> bool:
    return change is None or nought(_plus(100 * change.mean, 0))


def points_changed(change: Change) -> str:
    """Return what an order changes of a chance, in points of a hundred, with the ends of the interval."""
    ends = [_plus(100 * value, 0) for value in (change.mean, change.low, change.high)]
    return _("{change} ({low} to {high})").format(change=ends[0], low=ends[1], high=ends[2])


def verdict(seen: Outlook) -> tuple[str, ...]:
    """Return in sentences what the order does, the race first; for a single plan, what is likely.

    Nothing is said of what so few futures do not tell.
    """
    if len(seen.fans) == 1:
        return _likely(seen)
    time = write(months(seen.months))
    gap, trust = seen.changes[GAP], seen.changes[TRUST]
    sentences = (
        {
            1: _("It moves the lab forward by {amount} within {time}."),
            -1: _("It sets the lab back by {amount} within {time}."),
            0: _("It does not move the race within {time}, as far as anybody can tell."),
        }[_told_good(GAP, gap)].format(amount=_elo(abs(gap.mean)), time=time),
        {
            1: _("It wins {amount} points of trust."),
            -1: _("It costs {amount} points of trust."),
            0: _("Trust stays where it would be."),
        }[_told_good(TRUST, trust)].format(amount=number(abs(trust.mean) * 100 / PPM, 1)),
    )
    found = [words for words, change in zip(sentences, (gap, trust), strict=True) if change.known]
    leak = seen.odds[said.LEAK]
    if leak.change is not None and leak.change.sure:
        words = _("A secret comes out in {with_it} of the futures instead of {without}.")
        found.append(words.format(with_it=share_shown(leak.shares[0]), without=share_shown(leak.shares[1])))
    return tuple(found)


def _elo(value: float) -> str:
    return _("{n} Elo").format(n=number(value, 1 if value < 10 else 0))  # noqa: PLR2004


def _likely(seen: Outlook) -> tuple[str, ...]:
    gap, trust = seen.fans[0][GAP], seen.fans[0][TRUST]
    date = write(month(seen.month + seen.months))
    lead = gap.median[-1]
    words = (
        _("In {date} the lab is likely {amount} ahead.")
        if lead >= 0
        else _("In {date} the lab is likely {amount} behind.")
    )
    low, high = (round(100 * value / PPM) for value in trust.wide[-1])
    return (
        words.format(date=date, amount=_elo(abs(lead))),
        _("Trust will be between {low} and {high}, eight times in ten.").format(low=low, high=high),
    )


def support_told(seen: Outlook) -> str:
    """Return the support for the founder at the next vote; empty when the owners do not vote in this time."""
    shown = [
        _("{n} ({low} to {high})").format(
            n=share_shown(fan.median[0] / PPM),
            low=share_shown(fan.lines[0][0] / PPM),
            high=share_shown(fan.lines[4][0] / PPM),
        )
        for fan in seen.support
        if fan is not None
    ]
    if not shown:
        return _("The holders do not vote on you in this time.")
    if len(shown) == 1:
        return _("Support at the next vote on you: {support}.").format(support=shown[0])
    return _("Support at the next vote on you: {support}; without it {other}.").format(
        support=shown[0], other=shown[1]
    )


def cash_told(seen: Outlook) -> str:
    """Return the lab's cash at the end of the months, with the band that eight of ten stay in, by plan."""
    shown = []
    for fan in (plan[CASH] for plan in seen.fans):
        n, low, high = (write(usd(round(value))) for value in (fan.median[-1], *fan.wide[-1]))
        shown.append(_("{n} ({low} to {high})").format(n=n, low=low, high=high))
    date = write(month(seen.month + seen.months))
    if len(shown) == 1:
        return _("The lab's cash in {date}: {cash}.").format(date=date, cash=shown[0])
    words = _("The lab's cash in {date}: {cash}; without it {other}.")
    return words.format(date=date, cash=shown[0], other=shown[1])


def end_told(state: FanState, plan: int) -> str:
    """Return where a plan's futures end: the median and the band that eight of ten stay in."""
    median, bands = state.futures[plan]
    low, high = bands[0][-1]
    digits = max(1, state.digits)
    return _("{n} ({low} to {high})").format(
        n=number(median[-1], digits), low=number(low, digits), high=number(high, digits)
    )


def futures_told(seen: Outlook) -> str:
    """Return what the figures are made of."""
    n = seen.futures
    words = plural(
        "{n} future of {time}, on the same luck with it and without it.",
        "{n} futures of {time}, on the same luck with it and without it; eight of ten lie in brackets.",
        n,
    )
    if len(seen.fans) == 1:
        words = plural("{n} future of {time}.", "{n} futures of {time}; eight of ten lie in brackets.", n)
    return words.format(n=number(n), time=write(months(seen.months)))
