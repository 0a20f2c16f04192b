"""The race over time on a full screen: what is charted, whose lines, what happened when, what is foreseen."""

from dataclasses import dataclass, replace
from typing import Final

from race.core.events import Event, Happening
from race.core.ids import LABS, PPM, Firm
from race.core.receipts import Account
from race.core.words import month
from race.session.forecast import paths
from race.session.forecast.outlook import Fan, Outlook
from race.session.session import Report, Session
from race.speech import MINUS, _, name, number, speak
from race.speech import quantity as write
from race.ui.present import league
from race.ui.present.league import LabLine

MONEY: Final = ("value", "cash", "revenue")
"""Charts of the page of money."""
SAFETY: Final = "safety"
_BILLION: Final = 1e9
_OWN: Final = {"cash": paths.CASH, "value": paths.VALUE, "compute": paths.FLEET, "users": paths.USERS}
"""Which track of a forecast continues the own line of a chart."""
_UNITS: Final = {"cash": 1 / _BILLION, "value": 1 / _BILLION, "compute": 1 / 1000, "users": 1 / 1000}
_TOLD: Final = {
    "quality": (Happening.RELEASE, Happening.LEADER_CHANGE, Happening.MILESTONE),
    "compute": (Happening.RELEASE, Happening.LEADER_CHANGE),
    "users": (Happening.RELEASE, Happening.LEADER_CHANGE, Happening.INCIDENT),
    "value": (Happening.ROUND, Happening.LEADER_CHANGE),
    "cash": (Happening.ROUND, Happening.LOAN, Happening.LOAN_CALLED),
    "revenue": (Happening.RELEASE, Happening.LEADER_CHANGE),
    SAFETY: (Happening.INCIDENT, Happening.RUN_FINISHED, Happening.RELEASE),
}
"""What is told of a month beside its values."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened: index on the axis, words, the lab it is about or empty, whether it alarms."""

    index: int
    words: str
    lab: str
    alarming: bool


@dataclass(frozen=True, slots=True)
class Foreseen:
    """How a line goes on.

    Attributes:
        median: the middle of the months to come.
        bands: the bands around it, the widest first; only of the player's own.
        without: the middle without what is ordered this month; empty where nothing was compared.
    """

    median: tuple[float, ...]
    bands: tuple[tuple[tuple[float, float], ...], ...] = ()
    without: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartState:
    """One chart of the race.

    Attributes:
        chart: which one, as `charted` names it.
        note: what is charted, and how sure it is, in a sentence.
        lines: a line for each lab, the player's last.
        foreseen: how lines go on, by their keys.
        start: month index at the left end.
        now: index of the present month on the axis.
        months: one label for each month of the axis.
        dates: the same months in full.
        low: value at the bottom.
        high: value at the top.
        ticks: values of the axis with their labels.
        unit: how a value is written.
        digits: digits after the point.
        events: what happened, in the order of time.
        marks: indexes on the axis with an incident.
    """

    chart: str
    note: str
    lines: tuple[LabLine, ...]
    foreseen: dict[str, Foreseen]
    start: int
    now: int
    months: tuple[str, ...]
    dates: tuple[str, ...]
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    unit: str
    digits: int
    events: tuple[Happened, ...]
    marks: tuple[int, ...]


def tab_names() -> dict[str, str]:
    """Return the pages in words."""
    return {
        "quality": _("Quality"),
        "compute": _("Compute"),
        "users": _("Users"),
        "money": _("Money"),
        "safety": _("Safety"),
    }


def money_names() -> dict[str, str]:
    """Return the charts of the page of money in words."""
    return {"value": _("Worth"), "cash": _("Cash"), "revenue": _("Revenue")}


def _notes() -> dict[str, str]:
    return {
        "quality": _("Published scores, Elo; the bars say what a score may still be wrong by."),
        "compute": _("Running chips, in H100; those of others are estimates."),
        "users": _("Weekly users, millions; those of others as they publish them."),
        "value": _("Billions of dollars; others are worth what their last round said."),
        "cash": _("The lab's money in the bank, billions of dollars; nobody publishes theirs."),
        "revenue": _("What users and firms pay the lab in a month, millions of dollars."),
        SAFETY: _("Chance of an incident with your release in a month; a sign marks incidents of any lab."),
    }


def charted(tab: str, money: str) -> str:
    """Return which chart a page shows; the page of money has several."""
    return money if tab == "money" else tab


def foreseeable(which: str) -> bool:
    """Tell whether a forecast says how a chart goes on; risk and income are known only as they were."""
    return which == "quality" or which in _OWN


def chart(
    session: Session, which: str, seen: Outlook | None = None, room: int = 0, latest: int = 0
) -> ChartState:
    """Return a chart of the game so far, going on where a forecast of this month has been made.

    It keeps `room` for so many months to come, whether they are foreseen yet or not; of the past it has the
    `latest` so many months, 0 for all.
    """
    reports = session.reports[-latest:]
    start, now = reports[0].month, len(reports) - 1
    lines = _lines(session, which, latest)
    foreseen = _foreseen(which, lines, seen) if seen else {}
    ahead = max([len(each.median) for each in foreseen.values()] + [room])
    last = league.axis_end(now, session.scenario.file.months - start, ahead)
    if not foreseeable(which):  # nothing will ever stand at its right
        last = max(now, 1)
    low, high, step = _scale(which, lines, foreseen, room)
    unit = _units()[which]
    return ChartState(
        chart=which,
        note=_notes()[which],
        lines=lines,
        foreseen=foreseen,
        start=start,
        now=now,
        months=tuple(league.axis_month(start + index) for index in range(last + 1)),
        dates=tuple(write(month(start + index)) for index in range(last + 1)),
        low=low,
        high=high,
        ticks=ticks_of((low, high, step), unit),
        unit=unit,
        digits=0 if which == "quality" else 1,
        events=tuple(_told(reports, which)),
        marks=_marks(reports) if which == SAFETY else (),
    )


def _units() -> dict[str, str]:
    return league.units() | {
        "cash": _("${n} B"),
        "revenue": _("${n} M"),
        SAFETY: _("{n} %"),
    }


def _lines(session: Session, which: str, latest: int) -> tuple[LabLine, ...]:
    if which in league.TABS:
        return league.race(session, which, latest=latest).lines
    values = tuple(_own(report, which) for report in session.reports[-latest:])
    releases = league.race(session, latest=latest).lines[-1].releases if which == SAFETY else ()
    return (LabLine(Firm.XAI.value, name(Firm.XAI), values, releases, mine=True, errors=(), told=""),)


def _own(report: Report, which: str) -> float | None:
    match which:
        case "cash":
            found = [b.now for b in report.balances if b.firm is Firm.XAI and b.account is Account.CASH]
            return found[0] / _BILLION if found else None
        case "revenue":
            return report.revenue_usd / 1e6
        case _:
            return 100 * report.risk_ppm / PPM


def _foreseen(which: str, lines: tuple[LabLine, ...], seen: Outlook) -> dict[str, Foreseen]:
    fans, found, unit = seen.fans, {}, _UNITS.get(which, 1.0)
    for line in lines:
        track = line.key if which == "quality" else _OWN.get(which, "") if line.mine else ""
        if track not in fans[0]:
            continue
        going_on = Foreseen(_middle(fans[0][track], unit))
        if line.mine:
            without = _middle(fans[1][track], unit) if len(fans) > 1 else ()
            going_on = replace(going_on, bands=_bands(fans[0][track], unit), without=without)
        found[line.key] = going_on
    return found


def _middle(fan: Fan, unit: float) -> tuple[float, ...]:
    return tuple(unit * value for value in fan.median[1:])


def _bands(fan: Fan, unit: float) -> tuple[tuple[tuple[float, float], ...], ...]:
    return tuple(
        tuple((unit * low, unit * high) for low, high in band[1:]) for band in (fan.wide, fan.narrow)
    )


def _scale(
    which: str, lines: tuple[LabLine, ...], foreseen: dict[str, Foreseen], room: int
) -> tuple[float, float, float]:
    known = [value for line in lines for value in line.values if value is not None]
    values = known + [value for each in foreseen.values() for value in each.median]
    values += [end for each in foreseen.values() for band in each.bands[:1] for pair in band for end in pair]
    low, high = min(values, default=0.0), max(values, default=0.0)
    if which == "quality":
        return league.scale(low, max(high, max(known, default=0.0) + league.coming(room)))
    return league.scale(min(0.0, low), max(high, 0.5))


def ticks_of(scale: tuple[float, float, float], unit: str) -> tuple[tuple[float, str], ...]:
    """Return the levels of an axis, from its low and high end and its step, with their labels."""
    low, high, step = scale
    digits = 0 if step >= 1 else 1
    levels = [low + step * place for place in range(round((high - low) / step) + 1)]
    return tuple((level, _written(unit, level, digits)) for level in levels)


def _written(unit: str, value: float, digits: int) -> str:
    """Write a value with its unit, the sign before both; nothing has none.

    >>> _written("${n} B", -20.0, 0), _written("${n} B", 0.0, 0)
    ('−$20 B', '0')
    """
    if not value:
        return number(0.0, 0)
    shown = unit.replace("{n}", number(abs(value), digits))
    return MINUS + shown if value < 0 and number(abs(value), digits).strip("0.,") else shown


def _told(reports: list[Report], which: str) -> list[Happened]:
    """Return what happened that bears on a chart, releases last in each month."""
    return [
        _happened(place, event, speak(event.sentence))
        for place, report in enumerate(reports)
        for event in sorted(report.events, key=_weight)
        if event.kind in _TOLD[which] and event.sentence is not None
    ]


def _happened(place: int, event: Event, words: str) -> Happened:
    """Return an event for a reader; whose incident it was is told of the player's own only."""
    incident = event.kind is Happening.INCIDENT
    named = event.firm is not None and event.firm in LABS and (not incident or event.firm is Firm.XAI)
    return Happened(place, words, event.firm.value if named and event.firm else "", incident)


def _weight(event: Event) -> tuple[bool, bool]:
    return event.kind is Happening.RELEASE, event.firm is not Firm.XAI


def _marks(reports: list[Report]) -> tuple[int, ...]:
    return tuple(
        place
        for place, report in enumerate(reports)
        if any(event.kind is Happening.INCIDENT for event in report.events)
    )


@dataclass(frozen=True, slots=True)
class Ranked:
    """A lab in one month: place, name, value as written, its change over a year as written (or empty)."""

    key: str
    name: str
    shown: str
    change: str
    up: bool
    told: str


A_YEAR: Final = 12
"""Months over which a change is told."""


def ranking(state: ChartState, index: int) -> tuple[Ranked, ...]:
    """Return the lines that have a value in a month of the past, the highest first."""
    place = min(max(index, 0), state.now)
    found = [(line, line.values[place]) for line in state.lines if line.values[place] is not None]
    return tuple(
        _ranked(state, line, value, line.values[place - A_YEAR] if place >= A_YEAR else None)
        for line, value in sorted(((line, value or 0.0) for line, value in found), key=lambda pair: -pair[1])
    )


def _ranked(state: ChartState, line: LabLine, value: float, before: float | None) -> Ranked:
    moved = 0.0 if before is None else value - before
    digits = state.digits
    change = (
        "" if before is None or not number(abs(moved), digits).strip("0.,") else number(abs(moved), digits)
    )
    return Ranked(line.key, line.name, _written(state.unit, value, digits), change, moved > 0, line.told)
