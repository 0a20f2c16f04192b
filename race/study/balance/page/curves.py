"""Charts of what something is worth: diverting, share by share, and each mechanic by its absence."""

from collections.abc import Sequence
from html import escape
from typing import Final

from race.speech import _
from race.study.balance.measures import PEAK
from race.study.balance.page.svg import WIDTH, Chart, ceiling, drawn, percents, sheet
from race.study.balance.tally import Side, points
from race.study.balance.told import percent, span
from race.study.balance.worth.lifts import Lift
from race.study.compare import Interval

_NAMES: Final = 112
"""Width of the names on the left."""
_LINE: Final = 22
_STEPS: Final = (2, 5, 10, 20, 50, 100, 200, 500)


def dose_of_rate(sides: dict[int, Side], curve: tuple[float, float, float]) -> str:
    """Return the share of games won over the share of the flow that is swapped, and the fitted `curve`."""
    rates = {share / 100: side.rate() for share, side in sides.items()}
    top = ceiling(max(rate.high for rate in rates.values()), 0.1, 0.4)
    chart = Chart((0.0, 1.0), (0.0, top), height=240)
    chart.zone(PEAK, (0.0, top))
    chart.beside(percents(20 if top > 0.5 else 10, round(100 * top)))  # noqa: PLR2004 - lines a reader can count
    chart.below(percents(20), _("share of the carmaker's flow that the founder swaps"))
    _ribbon(chart, rates)
    for share, rate in rates.items():
        chart.dot(share, rate.value, "dot", percent(rate))
    level, slope, bend = curve
    chart.line([(x / 50, level + slope * x / 50 + bend * (x / 50) ** 2) for x in range(51)], "fit")
    removed = [(share / 100, side.endings().get("removed", 0.0)) for share, side in sides.items()]
    chart.line(removed, "line2")
    return chart.svg(_("share of games at Frontier or better over the share swapped"))


def dose_of_score(sides: dict[int, Side]) -> str:
    """Return the mean score over the share of the flow that is swapped."""
    scores = {share / 100: side.mean(points) for share, side in sides.items()}
    shown = {share: drawn(score) for share, score in scores.items()}
    low = max(0.0, (min(score.low for score in shown.values()) - 20) // 50 * 50)
    high = ceiling(max(score.high for score in shown.values()), 50, 100)
    chart = Chart((0.0, 1.0), (low, high), height=240)
    step = 50 if high - low <= 300 else 100  # noqa: PLR2004 - lines a reader can count
    chart.zone(PEAK, (low, high))
    chart.beside([(float(value), str(value)) for value in range(int(low), int(high) + 1, step)])
    chart.below(percents(20), _("share of the carmaker's flow that the founder swaps"))
    _ribbon(chart, shown)
    for share, score in scores.items():
        chart.dot(share, score.value, "dot", span(score))
    return chart.svg(_("mean score over the share swapped"))


def _ribbon(chart: Chart, found: dict[float, Interval]) -> None:
    low = [(share, figure.low) for share, figure in found.items()]
    high = [(share, figure.high) for share, figure in found.items()]
    chart.band(low, high, "fan")
    chart.line([(share, figure.value) for share, figure in found.items()], "line")


def forest(lifts: Sequence[Lift], which: str, names: dict[str, str]) -> str:
    """Return what each mechanic is worth (`rate` or `score`, in points) with its interval, largest first."""
    scale, limit = (100.0, 2.0) if which == "rate" else (1.0, 15.0)
    found = {lift.switch: lift.rate if which == "rate" else lift.score for lift in lifts}
    rows = sorted(found, key=lambda switch: -abs(found[switch].value))
    ends = [abs(scale * end) for figure in map(drawn, found.values()) for end in (figure.low, figure.high)]
    chart = Forest(max(limit * 1.5, *ends) * 1.05, len(rows))
    chart.field(limit)
    for row, switch in enumerate(rows):
        chart.row(row, names[switch], _scaled(found[switch], scale), limit)
    chart.below(_("points of rate") if which == "rate" else _("points of score"))
    return sheet(chart.parts, chart.height + 32, _("what each mechanic is worth"))


def _scaled(found: Interval, scale: float) -> Interval:
    return Interval(scale * found.value, scale * found.low, scale * found.high, found.games)


def _signed(value: int) -> str:
    return f"{value:+d}".replace("-", "−") if value else "0"


class Forest:
    """Rows of differences around 0, each with its name on the left."""

    def __init__(self, most: float, rows: int) -> None:
        """Open a sheet that reaches from -most to +most."""
        self.most, self.height = most, rows * _LINE
        self.parts: list[str] = []

    def across(self, value: float) -> float:
        """Return where a difference lies."""
        return round((_NAMES + WIDTH - 8) / 2 + value / self.most * (WIDTH - 8 - _NAMES) / 2, 1)

    def field(self, limit: float) -> None:
        """Shade where a difference counts, and draw 0."""
        for low, high in ((-self.most, -limit), (limit, self.most)):
            left, width = self.across(low), self.across(high) - self.across(low)
            self.parts.append(
                f'<rect class="target" x="{left}" y="0" width="{width:.1f}" height="{self.height}"/>'
            )
        zero = self.across(0)
        self.parts.append(f'<line class="zero" x1="{zero}" x2="{zero}" y1="0" y2="{self.height}"/>')

    def row(self, row: int, words: str, found: Interval, limit: float) -> None:
        """Draw one difference; grey when it does not count or may be none."""
        down = row * _LINE + _LINE / 2
        css = "" if found.excludes_zero and abs(found.value) >= limit else " weak"
        shown = drawn(found)
        low, value, high = map(self.across, (shown.low, found.value, shown.high))
        around = f"{found.low:+.1f} … {found.high:+.1f}" if found.known else "–"
        told = f"{words}: {found.value:+.1f} ({around})".replace("-", "−")
        self.parts += [
            f'<text x="0" y="{down + 3.5}">{escape(words)}</text>',
            f'<line class="span{css}" x1="{low}" x2="{high}" y1="{down}" y2="{down}"/>',
            f'<circle class="dot{css}" cx="{value}" cy="{down}" r="3.8">',
            f"<title>{escape(told)}</title></circle>",
        ]

    def below(self, title: str) -> None:
        """Write a few round figures under the rows, and their unit."""
        step = next(step for step in _STEPS if 2 * step >= self.most or step == _STEPS[-1])
        for value in (-step, 0, step):
            self.parts.append(
                f'<text class="tick" x="{self.across(value)}" y="{self.height + 13}"'
                f' text-anchor="middle">{_signed(value)}</text>'
            )
        self.parts.append(
            f'<text class="axis" x="{self.across(0)}" y="{self.height + 27}"'
            f' text-anchor="middle">{escape(title)}</text>'
        )
