"""Charts over the months: how trust and the race went in a founder's games, and who was likely to win one."""

from collections.abc import Sequence
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


def trust_fan(tracks: Sequence[Track]) -> str:
    """Return share-weighted trust over the months: median, half and four fifths of the games."""
    opening, last = _span(tracks)
    chart = Chart((opening, last), (0.0, 1.0), height=150, left=30)
    chart.beside([(0.0, "0"), (0.5, "0.5"), (1.0, "1")])
    _months_below(chart, opening, last)
    _fan(chart, opening, [track.trust for track in tracks])
    return chart.svg(_("trust over the months"))


def race_fan(tracks: Sequence[Track]) -> str:
    """Return how far the founder's lab was from the best other, in truth: above the line it leads."""
    opening, last = _span(tracks)
    chart = Chart((opening, last), (-_FAR, _FAR / 2), height=150, left=34)
    chart.beside([(-100.0, "−100"), (-50.0, "−50"), (0.0, "0"), (50.0, "+50")])
    zero = chart.at(opening, 0.0)[1], chart.at(last, 0.0)[0]
    chart.add(f'<line class="zero" x1="34" x2="{zero[1]}" y1="{zero[0]}" y2="{zero[0]}"/>')
    _months_below(chart, opening, last)
    _fan(chart, opening, [_ahead(track) for track in tracks])
    return chart.svg(_("Elo ahead of the best other lab over the months"))


def _ahead(track: Track) -> tuple[float, ...]:
    return tuple(
        month[_OWN] - max(elo for lab, elo in enumerate(month) if lab != _OWN) for month in track.truth
    )


def _span(tracks: Sequence[Track]) -> tuple[int, int]:
    """Return the month of the opening and the last of the longest game; they are of one scenario."""
    opening = tracks[0].opening
    return opening, opening + max(len(track.trust) for track in tracks) - 1


def _fan(chart: Chart, opening: int, lines: Sequence[Sequence[float]]) -> None:
    """Draw the fan of the games that were still going on in each month."""
    places = range(max(len(line) for line in lines))
    going = [[line[place] for line in lines if place < len(line)] for place in places]
    cuts = np.array([np.quantile(values, [0.1, 0.25, 0.5, 0.75, 0.9]) for values in going])
    for low, high, css in ((0, 4, "fan"), (1, 3, "fan inner")):
        chart.band(
            [(opening + place, float(cuts[place, low])) for place in places],
            [(opening + place, float(cuts[place, high])) for place in places],
            css,
        )
    chart.line([(opening + place, float(cuts[place, 2])) for place in places], "line")


def _months_below(chart: Chart, opening: int, last: int) -> None:
    step = 12 if last > 12 else 3  # noqa: PLR2004 - a short game is told by quarters
    chart.below([(month, date_text(month)) for month in range(-(-opening // step) * step, last + 1, step)])


def chances_chart(trace: Trace) -> str:
    """Return each lab's chance to be first at the end, month by month, stacked to one."""
    opening, last = trace.opening, trace.opening + len(trace.labs) - 1
    chart = Chart((opening, last), (0.0, 1.0), height=210, left=36)
    order = sorted(range(len(LABS)), key=lambda lab: (lab != _OWN, lab))
    floor = [0.0] * len(trace.labs)
    for lab in order:
        roof = [under + month[lab] for under, month in zip(floor, trace.labs, strict=True)]
        low, high = (list(enumerate(line, opening)) for line in (floor, roof))
        path = " ".join(f"{x},{y}" for x, y in (chart.at(*point) for point in [*low, *reversed(high)]))
        chart.add(f'<polygon points="{path}" style="fill:var(--lab-{LABS[lab].value})"/>')
        floor = roof
    chart.beside(percents(50))
    _months_below(chart, opening, last)
    return chart.svg(_("each lab's chance to be first at the end, over the months"))


def hope_chart(trace: Trace) -> str:
    """Return the founder's chance to reach Frontier or better, month by month."""
    opening, last = trace.opening, trace.opening + len(trace.hope) - 1
    chart = Chart((opening, last), (0.0, 1.0), height=150, left=36)
    chart.beside(percents(50))
    _months_below(chart, opening, last)
    points = [(float(month), chance) for month, chance in enumerate(trace.hope, opening)]
    chart.band([(month, 0.0) for month, _chance in points], points, "fan")
    chart.line(points, "line")
    for month, chance in points:
        chart.dot(month, chance, "dot", f"{date_text(int(month))}: {chance:.0%}", 2.2)
    return chart.svg(_("the founder's chance to reach Frontier or better, over the months"))
