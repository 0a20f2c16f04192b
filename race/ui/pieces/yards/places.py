"""Where everything of the plan lies: yards, roads with lots, plots in rows, the neighbours' strip."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil
from typing import Final

from race.ui.kit import text
from race.ui.kit.layout import Rect, columns
from race.ui.kit.theme import LABEL, LABEL_BOLD, SECONDARY, SECTION, SMALLEST_TARGET, Theme
from race.ui.present.rooms.yards.ground import Ground, Planned, Yard
from race.ui.present.rooms.yards.lots import Lot
from race.ui.present.rooms.yards.plots import Plot

UNITS: Final = (1_000, 2_000, 5_000, 10_000, 20_000, 25_000, 50_000, 100_000, 200_000, 500_000, 2_000_000)
"""Power of one cell, kW."""
_CELLS: Final = 120
"""Most cells of the larger yard."""
_WAYS: Final = ((2, True, 2, 9), (2, False, 2, 8), (1, False, 2, 8), (1, False, len(UNITS), 4))
"""Ways to draw plots, the best first: lines of words, whether risks have their figure, units tried,
smallest distance between cells."""
_LARGEST: Final = 18
"""Largest distance between cells, pixels at 720p."""
_ROWS: Final = (1, 2, 3)
"""Rows of plots in a yard."""
_LEAST_CELLS: Final = 2
"""Cells in height at least."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How plots are drawn: cell distance in pixels, kW a cell, rows, lines of words, cells in height.

    `figures` is whether a risk has its figure beside its sign.
    """

    pitch: int
    unit: int
    rows: int
    words: int
    high: int
    figures: bool = False


@dataclass(frozen=True, slots=True)
class YardPlaces:
    """One yard: its panel, heading, weight, road, lots, and plots with the row they stand in."""

    yard: Yard
    panel: Rect
    head: Rect
    weight: Rect
    road: Rect
    lots: tuple[tuple[Lot, Rect], ...]
    plots: tuple[tuple[Plot, Rect], ...]
    hidden: int
    """Lots for which the road has no room."""
    planned: tuple[tuple[Planned, Rect], ...]
    """What orders would add, where there is room to draw it."""


@dataclass(frozen=True, slots=True)
class Places:
    """The whole plan: two yards, the neighbours' strip with its places, and the measure of the plots."""

    yards: tuple[YardPlaces, ...]
    strip: Rect
    neighbours: tuple[tuple[str, Rect], ...]
    measure: Measure

    def items(self) -> Iterator[tuple[str, Rect]]:
        """Yield everything that can be chosen with its place, by reading."""
        for each in self.yards:
            yield f"weigh.{each.yard.side}", each.weight
            yield from ((lot.key, place) for lot, place in each.lots)
            yield from ((plot.key, place) for plot, place in each.plots)
        yield from self.neighbours


def placed(theme: Theme, rect: Rect, ground: Ground) -> Places:
    """Cut the plan's room into its places."""
    high = max(SMALLEST_TARGET, theme.px(34)) if ground.neighbours else 0
    strip, rest = rect.cut_bottom(high, theme.px(10) if high else 0)
    panels = columns(rest, [1.0, 1.0], theme.px(12))
    cut = [_cut(theme, panel, yard) for panel, yard in zip(panels, ground.yards, strict=True)]
    floors = [floor for *_rest, floor in cut]
    measure = _measure(theme, [(yard.plots, floor) for yard, floor in zip(ground.yards, floors, strict=True)])
    yards = []
    for yard, panel, (head, weight, road, floor) in zip(ground.yards, panels, cut, strict=True):
        lots, hidden = _lots(theme, road, yard.lots)
        plots = tuple(_flow(theme, yard.plots, floor, measure) or ())
        planned = (
            *_planned_lots(theme, road, yard, lots),
            *_planned_plots(theme, floor, yard, plots, measure),
        )
        yards.append(YardPlaces(yard, panel, head, weight, road, lots, plots, hidden, planned))
    return Places(tuple(yards), strip, _neighbours(theme, strip, ground), measure)


def _cut(theme: Theme, panel: Rect, yard: Yard) -> tuple[Rect, Rect, Rect, Rect]:
    """Return the places of heading, weight, road and plots in a yard's panel."""
    inner = panel.pad(theme.px(14), theme.px(8))
    line = max(SMALLEST_TARGET, text.line_height(theme, SECTION))
    head, inner = inner.cut_top(line, theme.px(4))
    wide = text.width(theme, yard.weight, LABEL_BOLD) + 2 * theme.px(8) + theme.px(14) + theme.px(5)
    weight, head = head.cut_right(wide, theme.px(10))
    high = lot_height(theme) + theme.px(6) + text.line_height(theme, LABEL)
    road, floor = inner.cut_top(high, theme.px(8))
    return head, weight, road, floor


def lot_height(theme: Theme) -> int:
    """Return the height of a lot on the road, pixels."""
    return max(SMALLEST_TARGET, theme.px(28))


def _lots(theme: Theme, road: Rect, lots: Sequence[Lot]) -> tuple[tuple[tuple[Lot, Rect], ...], int]:
    """Return the lots with their places along the road, and the number of those that have no room."""
    shown = [words for lot in lots for words in (lot.short, lot.when[0])]
    beside = 2 * theme.px(5) + theme.px(8)
    wide = max([theme.px(46), *(text.width(theme, words, LABEL_BOLD) + beside for words in shown)])
    x, month, found = road.x + theme.px(18), 0, list[tuple[Lot, Rect]]()
    for lot in lots:
        x += 0 if not found else theme.px(3) if lot.due == month else theme.px(10)
        if x + wide > road.right - theme.px(26):
            break
        found.append((lot, Rect(x, road.y, wide, lot_height(theme))))
        x, month = x + wide, lot.due
    return tuple(found), len(lots) - len(found)


def _planned_lots(
    theme: Theme, road: Rect, yard: Yard, lots: Sequence[tuple[Lot, Rect]]
) -> Iterator[tuple[Planned, Rect]]:
    """Yield the places of lots that orders would add, after those on the road."""
    x = lots[-1][1].right + theme.px(10) if lots else road.x + theme.px(18)
    for one in yard.planned:
        words = max(text.width(theme, one.shown, LABEL_BOLD), text.width(theme, one.when, LABEL))
        wide = max(theme.px(46), words + 2 * theme.px(6))
        if not one.power_kw and x + wide <= road.right - theme.px(26):
            yield one, Rect(x, road.y, wide, lot_height(theme))
            x += wide + theme.px(6)


def _planned_plots(
    theme: Theme, floor: Rect, yard: Yard, plots: Sequence[tuple[Plot, Rect]], measure: Measure
) -> Iterator[tuple[Planned, Rect]]:
    """Yield the places of sites that orders would add, beside the plots or in the next row."""
    high = floor.h // measure.rows
    left = floor.x + theme.px(18)
    x = plots[-1][1].right + theme.px(8) if plots else left
    y = plots[-1][1].y if plots else floor.y + wire(theme)
    for one in yard.planned:
        words = max(text.width(theme, one.shown, LABEL_BOLD), text.width(theme, one.when, LABEL))
        across = ceil(cells_of(one.power_kw, measure) / measure.high) * measure.pitch
        wide = max(words, across) + 2 * theme.px(7)
        if one.power_kw and x + wide > floor.right and y + 2 * high <= floor.bottom + wire(theme):
            x, y = left, y + high
        if one.power_kw and x + wide <= floor.right:
            yield one, Rect(x, y, wide, high - wire(theme) - theme.px(4))
            x += wide + theme.px(8)


def _measure(theme: Theme, yards: Sequence[tuple[Sequence[Plot], Rect]]) -> Measure:
    """Return the finest measure at which the plots of both yards find room."""
    most = max([sum([plot.power_kw for plot in plots]) for plots, _floor in yards])
    first = next((place for place, unit in enumerate(UNITS) if most <= unit * _CELLS), len(UNITS) - 1)
    low = min([floor.h for _plots, floor in yards])
    for words, figures, tried, least in _WAYS:
        sizes = product(UNITS[first : first + tried], range(_LARGEST, least - 1, -1), _ROWS)
        for unit, pitch, rows in sizes:
            step = max(3, theme.px(pitch))
            high = (low // rows - wire(theme) - caption(theme, words) - theme.px(8)) // step
            measure = Measure(step, unit, rows, words, high, figures)
            if high >= _LEAST_CELLS and all(_flow(theme, *yard, measure) is not None for yard in yards):
                return measure
    return Measure(3, UNITS[-1], _ROWS[-1], 1, 1)


def wire(theme: Theme) -> int:
    """Return the height over a row of plots in which its power line runs, pixels."""
    return theme.px(12)


def caption(theme: Theme, words: int) -> int:
    """Return the height of so many lines of words on a plot, pixels."""
    return words * text.line_height(theme, LABEL) + theme.px(6)


def cells_of(power_kw: int, measure: Measure) -> int:
    """Return how many cells a plot of so much power has, at least one."""
    return max(1, ceil(power_kw / measure.unit))


def _flow(
    theme: Theme, plots: Sequence[Plot], floor: Rect, measure: Measure
) -> list[tuple[Plot, Rect]] | None:
    """Return the plots with their places, row under row, or None when they need more rows."""
    gap, high = theme.px(8), floor.h // measure.rows
    left, start = theme.px(18), floor.x + theme.px(18)  # the sign of the power line stands before them
    x, row = start, 0
    found = []
    for plot in plots:
        wide = _wide(theme, plot, measure)
        if wide > floor.w - left:
            return None
        if x + wide > floor.right:
            x, row = start, row + 1
        if row >= measure.rows:
            return None
        y = floor.y + row * high + wire(theme)
        found.append((plot, Rect(x, y, wide, high - wire(theme) - theme.px(4))))
        x += wide + gap
    return found


def _wide(theme: Theme, plot: Plot, measure: Measure) -> int:
    """Return the width of a plot: its cells, or its words if they are wider."""
    across = ceil(cells_of(plot.power_kw, measure) / measure.high) * measure.pitch
    title = text.width(theme, plot.title, LABEL_BOLD)
    if plot.forced:
        title += theme.px(9) + theme.px(3)
    if plot.risk:
        title += theme.px(11) + theme.px(8)
        title += theme.px(3) + text.width(theme, plot.risk, LABEL) if measure.figures else 0
    note = text.width(theme, plot.note, LABEL) if measure.words > 1 else 0
    return max(SMALLEST_TARGET, across, title, note) + 2 * theme.px(7)


def _neighbours(theme: Theme, strip: Rect, ground: Ground) -> tuple[tuple[str, Rect], ...]:
    """Return the places of the other labs' sites in the strip, as many as find room."""
    if not ground.neighbours:
        return ()
    lead = text.width(theme, ground.others, LABEL) + theme.px(26)
    rest = strip.pad(theme.px(14), 0).cut_left(lead)[1]
    gap = theme.px(8)
    beside = 3 * theme.px(6) + theme.px(12) + theme.px(2)
    found, x = [], rest.x
    for one in ground.neighbours:
        need = beside + sum(text.width(theme, part, SECONDARY) for part in (one.shown, " ", one.state))
        if x + need > rest.right:
            break
        found.append((one.key, Rect(x, strip.y, need, strip.h)))
        x += need + gap
    return tuple(found)
