"""The race as everybody reads it: a line for each lab, the table, what was released when."""

from dataclasses import dataclass
from itertools import pairwise

from race.core.ids import LABS, Firm, date_of
from race.core.words import elo, month
from race.session.session import Report, Session
from race.speech import _, name, ordinal
from race.speech import quantity as write

_STEPS = 5
"""Most steps of the axis."""
TABS = ("quality", "compute")
"""Charts of the race, in the order of the switch."""


@dataclass(frozen=True, slots=True)
class LabLine:
    """One lab's line: a value for each month since the opening, and the months of its releases."""

    key: str
    name: str
    values: tuple[float | None, ...]
    releases: tuple[int, ...]
    mine: bool


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
    return {"quality": _("Quality"), "compute": _("Compute")}


def race(session: Session, tab: str = "quality") -> RaceState:
    """Return the chart of the race by published score or by estimated compute."""
    reports = session.reports
    lines = tuple(
        LabLine(
            key=firm.value,
            name=name(firm),
            values=tuple(_value(report, firm, tab) for report in reports),
            releases=_releases(reports, firm) if tab == "quality" else (),
            mine=firm is Firm.XAI,
        )
        for firm in sorted(LABS, key=lambda firm: firm is Firm.XAI)
    )
    values = [value for line in lines for value in line.values if value is not None]
    low, high, step = _scale(min(values), max(values)) if tab == "quality" else _scale(0.0, max(values))
    ticks = []
    level = low
    while level <= high + 1e-6:
        ticks.append((level, write(elo(level)) if tab == "quality" else _thousands(level)))
        level += step
    place = ordinal(_place(session))
    return RaceState(
        lines=lines,
        months=tuple(write(month(report.month)) for report in reports),
        low=low,
        high=high,
        ticks=tuple(ticks),
        place=_("{place} of {n}").format(place=place, n=len(LABS)),
        caption=_("in published quality"),
    )


def _value(report: Report, firm: Firm, tab: str) -> float | None:
    if tab == "compute":
        return report.fleets[firm] / 1000
    return next((line.elo_published for line in report.league if line.firm is firm), None)


def _releases(reports: list[Report], firm: Firm) -> tuple[int, ...]:
    """Return the months in which a lab's best score rose."""
    found = []
    for earlier, later in pairwise(reports):
        before, after = _value(earlier, firm, "quality"), _value(later, firm, "quality")
        if after is not None and (before is None or after > before):
            found.append(later.month)
    return tuple(found)


def _scale(low: float, high: float) -> tuple[float, float, float]:
    """Return the ends of the axis and its step, three to six round steps that hold all values."""
    span = max(1.0, high - low)
    step = next(
        size * 10.0**power
        for power in range(-1, 7)
        for size in (1, 2, 2.5, 5)
        if span / (size * 10.0**power) <= _STEPS
    )
    return step * (low // step), step * (high // step + 1), step


def _thousands(value: float) -> str:
    return _("{n} k").format(n=f"{value:,.0f}".replace(",", "\u00a0"))


def short_month(index: int) -> str:
    """Return the short name of a month index.

    >>> short_month(6), short_month(13)
    ('Jun', 'Jan')
    """
    return _short_names()[date_of(index)[1] - 1]


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


def _place(session: Session) -> int:
    league = session.view().board.league
    return next((place for place, line in enumerate(league, start=1) if line.firm is Firm.XAI), len(LABS))


def table(session: Session) -> tuple[tuple[str, str, str], ...]:
    """Return the league: place, lab, score as written, best first."""
    league = session.view().board.league
    return tuple(
        (ordinal(place), name(line.firm), write(elo(line.elo_published)))
        for place, line in enumerate(league, start=1)
    )
