"""Dresses saves and months: hall, race and the line of months, from the view-models of what is kept."""

from collections.abc import Iterable

from race.core.ids import KINDS, Firm
from race.speech import name
from race.ui.kit.theme import Palette
from race.ui.pieces.past.thumbnail import Thumb
from race.ui.pieces.past.timeline import Stop
from race.ui.pieces.plot import ChartSpec, Series
from race.ui.present.ahead.charts import ticks_of
from race.ui.present.kept.months import Mark
from race.ui.present.kept.saves import Shot
from race.ui.present.league import axis_month, scale
from race.ui.screens import looks

_CROWDS = dict(zip(KINDS, (560, 1000, 60, 220, 90, 25, 45), strict=True))
"""How large each kind's wedge is drawn: as in the hall on the table."""
_LABELLED = (1, 7)
"""Months of the year whose dates are always written: January and July."""
_LEAST_MONTHS = 12
"""Months of the race's axis at least: it stays as it is while one looks through the first year."""
_ICONS = {
    "diversion": "diamond",
    "leak": "warning",
    "court": "paragraph",
    "vote": "people",
    "release": "circle",
}


def thumb(shot: Shot) -> Thumb:
    """Return a month's hall as its picture."""
    return Thumb(tuple((_CROWDS[kind], trust) for kind, (_key, trust) in zip(KINDS, shot.trust, strict=True)))


def race(shot: Shot, *, named: bool) -> ChartSpec:
    """Return the race up to a month as the table draws it, with the labs' names where there is room."""
    played = len(shot.lines[0][1])
    last = min(shot.length - shot.first, max(_LEAST_MONTHS, played - 1))
    scores = [score for _firm, values in shot.lines for score in values if score is not None]
    low, high, step = scale(min(scores, default=0.0), max(scores, default=0.0))
    series = tuple(
        Series(
            firm,
            name(Firm(firm)) if named else "",
            looks.look_of(firm).colour,
            looks.look_of(firm).marker,
            values,
            mine=firm == Firm.XAI,
        )
        for firm, values in shot.lines
    )
    return ChartSpec(
        series,
        tuple(axis_month(shot.first + place) for place in range(last + 1)),
        played - 1,
        tuple(
            dict.fromkeys((played - 1, *looks.halves(shot.first, last), *looks.quarters(shot.first, last)))
        ),
        ticks_of((low, high, step), "{n}"),
        low,
        high,
    )


def stops(marks: Iterable[Mark], palette: Palette) -> tuple[Stop, ...]:
    """Return the months for the line: each year and the chosen month are written under it."""
    inks = {
        "diversion": palette.car,
        "leak": palette.bad,
        "court": palette.warning,
        "vote": palette.text,
        "release": palette.lab,
    }
    return tuple(
        Stop(
            mark.month,
            mark.short,
            mark.words,
            _ICONS.get(mark.sign, ""),
            inks.get(mark.sign),
            labelled=not place or mark.month % 12 in _LABELLED,
        )
        for place, mark in enumerate(marks)
    )
