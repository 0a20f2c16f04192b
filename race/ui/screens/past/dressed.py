"""Dresses saves and months: small pictures and the line of months, from the view-models of what is kept."""

from collections.abc import Iterable

from race.core.ids import KINDS
from race.ui.kit.theme import Palette, blend
from race.ui.pieces.past.thumbnail import Line, Thumb
from race.ui.pieces.past.timeline import Stop
from race.ui.present.kept.months import Mark
from race.ui.present.kept.saves import Shot
from race.ui.screens import looks

_CROWDS = dict(zip(KINDS, (2, 6, 3, 2, 3, 1, 1), strict=True))
"""How large each kind's wedge is drawn."""
_LABELLED = (1, 7)
"""Months of the year whose dates are always written: January and July."""
_ICONS = {
    "diversion": "diamond",
    "leak": "warning",
    "court": "paragraph",
    "vote": "people",
    "release": "circle",
}


def thumb(shot: Shot, palette: Palette) -> Thumb:
    """Return a month as its picture; the others' lines recede."""
    wedges = tuple((_CROWDS[kind], trust) for kind, (_key, trust) in zip(KINDS, shot.trust, strict=True))
    lines = []
    for place, (firm, values) in enumerate(shot.lines):
        look = looks.look_of(firm)
        ink = look.colour if not place else blend(look.colour, palette.inset, 0.45)
        lines.append(Line(ink, look.marker, values, mine=not place))
    return Thumb(wedges, tuple(lines), shot.share)


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
