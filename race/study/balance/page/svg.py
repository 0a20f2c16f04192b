"""A small sheet for charts: data in, lines of SVG out; every colour is a name of the page's style.

Charts are drawn 360 units wide, so that they read on a phone as drawn and larger on a desk.
"""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from race.study.compare import Interval

WIDTH: Final = 360
_LEFT: Final = 38
_RIGHT: Final = 12
_TOP: Final = 10
_FOOT: Final = 34
_FLAT: Final = 1e-9

Points = Sequence[tuple[float, float]]
Ticks = Iterable[tuple[float, str]]


class Chart:
    """One chart with its axes; x and y are in the units of the figures."""

    def __init__(
        self,
        x: tuple[float, float],
        y: tuple[float, float],
        *,
        height: int = 220,
        left: int = _LEFT,
        right: int = _RIGHT,
    ) -> None:
        """Open a chart with the ranges of its axes."""
        self.x, self.y, self.height = x, y, height
        self._box = (left, _TOP, WIDTH - right, height - _FOOT)
        self._parts: list[str] = []

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return where a figure lies on the sheet, held inside its frame."""
        left, top, right, foot = self._box
        across = (x - self.x[0]) / max(_FLAT, self.x[1] - self.x[0])
        up = (y - self.y[0]) / max(_FLAT, self.y[1] - self.y[0])
        across, up = min(1.0, max(0.0, across)), min(1.0, max(0.0, up))
        return round(left + across * (right - left), 1), round(foot - up * (foot - top), 1)

    def add(self, part: str) -> None:
        """Add a piece of SVG as it is."""
        self._parts.append(part)

    def line(self, points: Points, css: str) -> None:
        """Draw a line through points."""
        path = " ".join(f"{x},{y}" for x, y in (self.at(*point) for point in points))
        self.add(f'<polyline class="{css}" points="{path}"/>')

    def band(self, low: Points, high: Points, css: str) -> None:
        """Fill what lies between two lines."""
        path = " ".join(f"{x},{y}" for x, y in (self.at(*point) for point in [*low, *reversed(high)]))
        self.add(f'<polygon class="{css}" points="{path}"/>')

    def zone(self, x: tuple[float, float], y: tuple[float, float]) -> None:
        """Shade a rectangle: a target."""
        (left, foot), (right, top) = self.at(x[0], y[0]), self.at(x[1], y[1])
        self.add(
            f'<rect class="target" x="{left}" y="{top}"'
            f' width="{right - left:.1f}" height="{foot - top:.1f}"/>'
        )

    def dot(self, x: float, y: float, css: str, told: str = "", size: float = 3.6) -> None:
        """Draw a point; what is told appears when it is pointed at."""
        across, down = self.at(x, y)
        title = f"<title>{escape(told)}</title>" if told else ""
        self.add(f'<circle class="{css}" cx="{across}" cy="{down}" r="{size}">{title}</circle>')

    def text(  # noqa: PLR0913 - a place, words and how they stand
        self,
        x: float,
        y: float,
        words: str,
        *,
        dx: float = 0,
        dy: float = 0,
        css: str = "",
    ) -> None:
        """Write words at a figure, moved by dx and dy on the sheet."""
        across, down = self.at(x, y)
        self.add(
            f'<text class="{css}" x="{across + dx:.1f}" y="{down + dy:.1f}" text-anchor="start">'
            f"{escape(words)}</text>"
        )

    def below(self, ticks: Ticks, title: str = "") -> None:
        """Write the figures under the chart, and what they are."""
        left, _top, right, foot = self._box
        for value, words in ticks:
            across, _down = self.at(value, self.y[0])
            self.add(
                f'<text class="tick" x="{across}" y="{foot + 14}" text-anchor="middle">{escape(words)}</text>'
            )
        if title:
            middle = (left + right) / 2
            self.add(
                f'<text class="axis" x="{middle}" y="{foot + 28}" text-anchor="middle">{escape(title)}</text>'
            )

    def beside(self, ticks: Ticks) -> None:
        """Write the figures left of the chart, each with a thin line across."""
        left, _top, right, _foot = self._box
        for value, words in ticks:
            _across, down = self.at(self.x[0], value)
            self.add(f'<line class="grid" x1="{left}" x2="{right}" y1="{down}" y2="{down}"/>')
            self.add(
                f'<text class="tick" x="{left - 6}" y="{down + 3.5}" text-anchor="end">{escape(words)}</text>'
            )

    def svg(self, told: str) -> str:
        """Return the whole chart; `told` says to a screen reader what is seen."""
        return sheet(self._parts, self.height, told)


def sheet(parts: Iterable[str], height: float, told: str, width: int = WIDTH) -> str:
    """Return pieces of SVG as one picture.

    >>> sheet(["<g/>"], 20, "nothing")
    '<svg viewBox="0 0 360 20" role="img" aria-label="nothing"><g/></svg>'
    """
    return (
        f'<svg viewBox="0 0 {width} {height:g}" role="img" aria-label="{escape(told, quote=True)}">'
        f"{''.join(parts)}</svg>"
    )


def drawn(found: Interval) -> Interval:
    """Return an interval as it is drawn: one that is not known is a dot.

    >>> drawn(Interval(0.5, -float("inf"), float("inf"), 1))
    Interval(value=0.5, low=0.5, high=0.5, games=1)
    """
    return found if found.known else Interval(found.value, found.value, found.value, found.games)


def percents(step: int, top: int = 100) -> list[tuple[float, str]]:
    """Return ticks for shares of 0-1.

    >>> percents(50)
    [(0.0, '0'), (0.5, '50'), (1.0, '100 %')]
    """
    last = top // step * step
    return [
        (percent / 100, f"{percent} %" if percent == last else str(percent))
        for percent in range(0, last + 1, step)
    ]


def ceiling(value: float, step: float, least: float) -> float:
    """Return the next multiple of a step above a figure, and no less than `least`.

    >>> ceiling(0.41, 0.1, 0.2), ceiling(0.05, 0.1, 0.2)
    (0.5, 0.2)
    """
    return max(least, round((int(value / step - _FLAT) + 1) * step, 6))
