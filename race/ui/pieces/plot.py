"""Describes a line chart and does its arithmetic: where a month and a value lie, who is ahead when."""

from dataclasses import dataclass

from race.ui.kit import text
from race.ui.kit.layout import Rect
from race.ui.kit.paint import Point
from race.ui.kit.theme import LABEL, SECONDARY, SECONDARY_BOLD, Ink, Theme

_NAMES = 0.3
"""Share of the chart's width from which long names beside the lines are broken."""
NOTE_LINES = 3
"""Most lines of the words under a name."""
_LEAST_NOTE = 2
"""Lines that are kept free for such words where names are broken: what is previewed moves no line."""


@dataclass(frozen=True, slots=True)
class Series:
    """One line of the chart.

    Attributes:
        key: name for the program.
        name: name at the end of the line.
        colour: ink of line and marker.
        marker: its sign, one of `icons.NAMES`.
        values: one value a month from the first month on; None where nothing is known.
        forecast: values of the months after the last known one, drawn dashed.
        preview: forecast if the thing under the mouse were done; the area between the two is shaded.
        preview_note: words under the name while there is a preview.
        mine: True draws the line thick, with a glow.
        releases: months (index of `values`) that carry a marker.
        faint: True draws a grey dashed line without marker (a run that was not).
        errors: what each value may be wrong by, in its unit; drawn for the last one, told for all.
        tip: words for the mouse over the name.
        bands: for each band around the forecast, the widest first, (low, high) of each of its months.
        dashed: True draws the forecast as a grey dashed line among fainter bands (a future without).
    """

    key: str
    name: str
    colour: Ink
    marker: str
    values: tuple[float | None, ...]
    forecast: tuple[float, ...] = ()
    preview: tuple[float, ...] = ()
    preview_note: str = ""
    mine: bool = False
    releases: tuple[int, ...] = ()
    faint: bool = False
    errors: tuple[float, ...] = ()
    tip: str = ""
    bands: tuple[tuple[tuple[float, float], ...], ...] = ()
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered turning point: month index, value, writing in the disc."""

    month: int
    value: float
    shown: str


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """Everything the chart shows.

    Attributes:
        series: lines; later ones are drawn above earlier ones, the player's own on top.
        months: one label for each month of the axis, forecast months included.
        now: month index of the now-line, or None.
        labelled: month indexes whose labels are written under the axis.
        ticks: (value, label) pairs of the horizontal lines.
        low: value at the bottom.
        high: value at the top.
        limit: (value, words) of a threshold line, or None.
        notes: numbered turning points.
        now_note: words for the forecast part in the hover table, for example "forecast".
        digits: digits after the point in the hover table.
        unit: how the hover table writes a value, with `{n}` for the number.
        margins: pixels kept free at the left and the right, so that charts above each other share an axis;
            None takes what the labels need.
        range_words: how the hover table writes a forecast with its band, with `{n}`, `{low}` and `{high}`.
        told_of: (month index, words) of what happened, told under the hover table's values.
        comma: True writes a comma for the decimal point.
        calm: True draws the threshold line as a mere mark, without alarm.
        dates: the months as the hover table writes them; empty takes the axis' labels.
    """

    series: tuple[Series, ...]
    months: tuple[str, ...]
    now: int | None
    labelled: tuple[int, ...]
    ticks: tuple[tuple[float, str], ...]
    low: float
    high: float
    limit: tuple[float, str] | None = None
    notes: tuple[Note, ...] = ()
    now_note: str = ""
    digits: int = 0
    unit: str = "{n}"
    margins: tuple[int, int] | None = None
    range_words: str = "{n} ({low} to {high})"
    told_of: tuple[tuple[int, str], ...] = ()
    comma: bool = False
    dates: tuple[str, ...] = ()
    calm: bool = False

    def written(self, value: float) -> str:
        """Return a value as written in the hover table."""
        number = self.figure(value)
        bare = number.lstrip("\u2212")
        return number[: len(number) - len(bare)] + self.unit.replace("{n}", bare)

    def figure(self, value: float) -> str:
        """Return a value's bare number, with its sign as printers write it."""
        text = f"{abs(value):,.{self.digits}f}".replace(",", "\u202f")
        if self.comma:
            text = text.replace(".", ",")
        return f"\u2212{text}" if value < 0 and text.strip("0.,") else text

    def told(self, series: "Series", month: int, value: float) -> str:
        """Return a value with what it may be wrong by, or with its forecast's band, where that is known."""
        band = band_at(series, month)
        if band is not None:
            low, high = (self.figure(end) for end in band)
            return self.range_words.format(n=self.written(value), low=low, high=high)
        error = series.errors[month] if month < len(series.errors) else 0.0
        return f"{self.written(value)} ±{error:.0f}" if error >= 0.5 else self.written(value)  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class Plot:
    """Arithmetic of the plot: where a month and a value lie, in pixels of the given place.

    Where it is `slim`, long names beside it take two lines.
    """

    area: Rect
    months: int
    low: float
    high: float
    slim: bool = False

    def x(self, month: float) -> float:
        """Return the column of a month index."""
        return self.area.x + self.area.w * month / max(1, self.months - 1)

    def y(self, value: float) -> float:
        """Return the row of a value, kept inside the area."""
        share = (value - self.low) / max(1e-9, self.high - self.low)
        return self.area.bottom - self.area.h * min(max(share, 0.0), 1.0)

    def month_at(self, x: int) -> int:
        """Return the month index nearest to a column."""
        share = (x - self.area.x) / max(1, self.area.w)
        return min(self.months - 1, max(0, round(share * (self.months - 1))))

    def points(self, values: tuple[float | None, ...], first: int = 0) -> list[list[Point]]:
        """Return the unbroken runs of known values as points."""
        runs: list[list[Point]] = [[]]
        for month, value in enumerate(values, first):
            if value is None:
                runs.append([])
            else:
                runs[-1].append((self.x(month), self.y(value)))
        return [run for run in runs if run]


def last_known(series: Series) -> tuple[int, float] | None:
    """Return (month index, value) of the line's last known value."""
    known = [(month, value) for month, value in enumerate(series.values) if value is not None]
    return known[-1] if known else None


def value_at(series: Series, month: int) -> float | None:
    """Return the value known or forecast for a month, None when there is neither."""
    if month < len(series.values):
        return series.values[month]
    end = last_known(series)
    ahead = series.preview or series.forecast
    step = month - end[0] - 1 if end else -1
    return ahead[step] if 0 <= step < len(ahead) else None


def band_at(series: Series, month: int) -> tuple[float, float] | None:
    """Return the widest band of a month that is forecast, or None."""
    end = last_known(series)
    step = month - end[0] - 1 if end else -1
    return series.bands[0][step] if series.bands and 0 <= step < len(series.bands[0]) else None


def ranked(spec: ChartSpec, month: int) -> list[tuple[Series, float]]:
    """Return the lines with a value in that month, highest first."""
    pairs = [(each, value_at(each, month)) for each in spec.series if not each.faint]
    known = [(each, value) for each, value in pairs if value is not None]
    return sorted(known, key=lambda pair: -pair[1])


def names_room(theme: Theme, spec: ChartSpec) -> int:
    """Return the width that the names beside the lines need, pixels."""
    return max([text.width(theme, each.name, SECONDARY_BOLD) for each in spec.series] + [0]) + theme.px(30)


def _slim_room(theme: Theme, spec: ChartSpec, high: int) -> int:
    """Return the width that the names need when long ones are broken, pixels; 0 where that is too high."""
    words = [text.width(theme, word, SECONDARY_BOLD) for each in spec.series for word in each.name.split()]
    room = max([*words, 0])
    lines = sum(len(text.wrap(theme, each.name, SECONDARY_BOLD, room, 2)) for each in spec.series)
    left = min(NOTE_LINES, high // text.line_height(theme, SECONDARY) - lines)
    if left < _LEAST_NOTE:
        return 0
    noted = [each.preview_note for each in spec.series if each.preview]
    while any(len(text.wrap(theme, note, LABEL, room)) > left for note in noted):
        room += theme.px(4)
    return room + theme.px(30)


def plot_of(theme: Theme, rect: Rect, spec: ChartSpec) -> Plot:
    """Return the plot that leaves room for tick labels, month labels and names."""
    left = max([text.width(theme, label, LABEL) for _, label in spec.ticks] + [0]) + theme.px(10)
    foot = text.line_height(theme, LABEL) + theme.px(6)
    top = max(theme.px(6), text.line_height(theme, LABEL) // 2 + 1)
    whole = names_room(theme, spec)
    narrow = whole > rect.w * _NAMES and spec.margins is None
    slim = _slim_room(theme, spec, rect.h - foot - top) if narrow else 0
    right = min(slim or whole, rect.w // 2)
    if spec.margins is not None:
        left, right = spec.margins
    area = Rect(rect.x + left, rect.y + top, max(1, rect.w - left - right), max(1, rect.h - foot - top))
    return Plot(area, len(spec.months), spec.low, spec.high, slim=slim > 0)


def ahead(plot: Plot, series: Series, values: tuple[float, ...]) -> list[Point]:
    """Return the points from the last known value through the given later values."""
    end = last_known(series)
    if end is None or not values:
        return []
    return [(plot.x(month), plot.y(value)) for month, value in enumerate((end[1], *values), end[0])]
