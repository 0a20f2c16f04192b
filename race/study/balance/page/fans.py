"""Charts over the months: how trust and the race went in a founder's games, and who was likely to win one."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from race.core.ids import LABS, Firm, date_text
from race.speech import _
from race.study.balance.drama import Trace
from race.study.balance.games import Track
from race.study.balance.page.svg import Chart, percents

_OWN: Final = LABS.index(Firm.XAI)
_FAR: Final = 120.0
"""Elo behind which a chart of the race shows no more."""
Read = Callable[[Track], Sequence[float]]


def trust_fan(tracks: Sequence[Track]) -> str:
    """Return share-weighted trust over the months: median, half and four fifths of the games."""
    months = _longest(tracks)
    chart = Chart((0.0, months), (0.0, 1.0), height=150, left=30)
    chart.beside([(0.0, "0"), (0.5, "0.5"), (1.0, "1")])
    _months_below(chart, months)
    _fan(chart, [track.trust for track in tracks])
    return chart.svg(_("trust over the months"))


def race_fan(tracks: Sequence[Track]) -> str:
    """Return how far the founder's lab was from the best other, in truth: above the line it leads."""
    months = _longest(tracks)
    chart = Chart((0.0, months), (-_FAR, _FAR / 2), height=150, left=34)
    chart.beside([(-100.0, "−100"), (-50.0, "−50"), (0.0, "0"), (50.0, "+50")])
    zero = chart.at(0.0, 0.0)[1], chart.at(months, 0.0)[0]
    chart.add(f'<line class="zero" x1="34" x2="{zero[1]}" y1="{zero[0]}" y2="{zero[0]}"/>')
    _months_below(chart, months)
    _fan(chart, [_ahead(track) for track in tracks])
    return chart.svg(_("Elo ahead of the best other lab over the months"))


def _ahead(track: Track) -> tuple[float, ...]:
    return tuple(
        month[_OWN] - max(elo for lab, elo in enumerate(month) if lab != _OWN) for month in track.truth
    )


def _longest(tracks: Sequence[Track]) -> int:
    return max(len(track.trust) for track in tracks) - 1


def _fan(chart: Chart, lines: Sequence[Sequence[float]]) -> None:
    """Draw the fan of the games that were still going on in each month."""
    months = range(max(len(line) for line in lines))
    going = [[line[month] for line in lines if month < len(line)] for month in months]
    cuts = np.array([np.quantile(values, [0.1, 0.25, 0.5, 0.75, 0.9]) for values in going])
    for low, high, css in ((0, 4, "fan"), (1, 3, "fan inner")):
        chart.band(
            [(month, float(cuts[month, low])) for month in months],
            [(month, float(cuts[month, high])) for month in months],
            css,
        )
    chart.line([(month, float(cuts[month, 2])) for month in months], "line")


def _months_below(chart: Chart, months: int) -> None:
    step = 12 if months > 12 else 3  # noqa: PLR2004 - a short game is told by quarters
    chart.below([(month, date_text(month)) for month in range(0, months + 1, step)])


def chances_chart(trace: Trace) -> str:
    """Return each lab's chance to be first at the end, month by month, stacked to one."""
    months = len(trace.labs) - 1
    chart = Chart((0.0, months), (0.0, 1.0), height=210, left=36)
    order = sorted(range(len(LABS)), key=lambda lab: (lab != _OWN, lab))
    floor = [0.0] * (months + 1)
    for lab in order:
        roof = [floor[month] + trace.labs[month][lab] for month in range(months + 1)]
        low, high = (list(enumerate(line)) for line in (floor, roof))
        path = " ".join(f"{x},{y}" for x, y in (chart.at(*point) for point in [*low, *reversed(high)]))
        chart.add(f'<polygon points="{path}" style="fill:var(--lab-{LABS[lab].value})"/>')
        floor = roof
    chart.beside(percents(50))
    _months_below(chart, months)
    return chart.svg(_("each lab's chance to be first at the end, over the months"))


def hope_chart(trace: Trace) -> str:
    """Return the founder's chance to reach Frontier or better, month by month."""
    months = len(trace.hope) - 1
    chart = Chart((0.0, months), (0.0, 1.0), height=150, left=36)
    chart.beside(percents(50))
    _months_below(chart, months)
    points = [(float(month), chance) for month, chance in enumerate(trace.hope)]
    chart.band([(month, 0.0) for month, _chance in points], points, "fan")
    chart.line(points, "line")
    for month, chance in points:
        chart.dot(month, chance, "dot", f"{date_text(int(month))}: {chance:.0%}", 2.2)
    return chart.svg(_("the founder's chance to reach Frontier or better, over the months"))
