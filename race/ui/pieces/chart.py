"""Draws the race: one line for each lab, named at its end by marker and words, forecasts dashed after now."""

import functools
import math
from collections.abc import Iterable

import pygame
from typing_extensions import override

from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect, push_apart
from race.ui.kit.paint import Point
from race.ui.kit.theme import (
    LABEL,
    LABEL_BOLD,
    SECONDARY,
    SECONDARY_BOLD,
    Ink,
    Theme,
    blend,
)
from race.ui.kit.widgets import Tip, Widget
from race.ui.pieces.plot import NOTE_LINES, ChartSpec, Plot, Series, ahead, last_known, plot_of
from race.ui.pieces.reading import draw_reading

_LATER = 9 / 255
"""How much brighter the ground is in the months that are still to come."""


class _Canvas:
    """Enlarged picture of the plot on which the lines are drawn before it is reduced."""

    def __init__(self, plot: Plot, ground: Ink) -> None:
        self.margin = 12
        area = plot.area
        size = (area.w + 2 * self.margin, area.h + 2 * self.margin)
        self.factor = paint.factor_for(*size)
        self.surface = paint.blank(size[0] * self.factor, size[1] * self.factor, ground)
        self.origin = (area.x - self.margin, area.y - self.margin)

    def at(self, points: list[Point]) -> list[Point]:
        """Return window points in the enlarged picture's pixels."""
        return [((x - self.origin[0]) * self.factor, (y - self.origin[1]) * self.factor) for x, y in points]

    def line(self, points: list[Point], colour: tuple[int, ...], thick: float) -> None:
        """Draw a solid line."""
        paint.stroke(self.surface, self.at(points), colour, thick * self.factor)

    def dashed(self, points: list[Point], colour: tuple[int, ...], thick: float) -> None:
        """Draw a dashed line."""
        for piece in paint.dashes(self.at(points), 4.5 * self.factor, 4.0 * self.factor):
            paint.stroke(self.surface, piece, colour, thick * self.factor)

    def area(self, points: list[Point], colour: tuple[int, ...]) -> None:
        """Fill an area."""
        pygame.draw.polygon(self.surface, colour, self.at(points))

    def glaze(self, points: list[Point], colour: Ink, alpha: int) -> None:
        """Lay a transparent area over what is drawn already."""
        spots = self.at(points)
        left, top = (max(0, math.floor(min(spot[axis] for spot in spots))) for axis in (0, 1))
        right, low = (math.ceil(max(spot[axis] for spot in spots)) + 1 for axis in (0, 1))
        sheet = paint.blank(right - left, low - top, colour)
        pygame.draw.polygon(sheet, (*colour, alpha), [(x - left, y - top) for x, y in spots])
        self.surface.blit(sheet, (left, top))


def _draw_bands(canvas: _Canvas, theme: Theme, plot: Plot, series: Series) -> None:
    """Draw where the futures lie: a fan from the last known value, the narrower bands over the wider.

    Of what is compared with, the widest band is outlined, so that one can be told from the other.
    """
    for place, band in enumerate(series.bands):
        high = ahead(plot, series, tuple(top for _low, top in band))
        low = ahead(plot, series, tuple(bottom for bottom, _high in band))
        if not (high and low):
            continue
        if not series.dashed:
            canvas.glaze([*high, *reversed(low)], series.colour, 62)
        elif not place:
            for edge in (high, low):
                canvas.dashed(edge, (*theme.palette.text3, 255), max(1.0, theme.k))


def _draw_line(canvas: _Canvas, theme: Theme, plot: Plot, series: Series) -> None:
    panel = theme.palette.panel
    thick = max(1.3, 1.7 * theme.k)
    for run in plot.points(series.values):
        if series.faint:
            canvas.dashed(run, (*theme.palette.text3, 255), thick)
        elif series.mine:
            canvas.line(run, (*blend(panel, series.colour, 0.30), 255), thick * 4.4)
            canvas.line(run, (*series.colour, 255), thick * 1.75)
        else:
            canvas.line(run, (*blend(panel, series.colour, 0.88), 255), max(2.0, 2.0 * theme.k))


def _draw_ahead(canvas: _Canvas, theme: Theme, plot: Plot, series: Series) -> None:
    """Draw what is expected as dashes, and what is wished for as brighter ones over a shade."""
    panel = theme.palette.panel
    thick = max(1.3, 1.7 * theme.k)
    plain, wished = ahead(plot, series, series.forecast), ahead(plot, series, series.preview)
    if plain and wished:
        canvas.area([*plain, *reversed(wished)], (*blend(panel, series.colour, 0.26), 255))
    ink, strength = series.colour, 0.75 if series.mine else 0.48
    if series.dashed or series.bands:
        ink, strength = (theme.palette.text2 if series.dashed else series.colour), 1.0
        thick *= 1.3
    if plain:
        canvas.dashed(plain, (*blend(panel, ink, strength), 255), thick)
    if wished:
        canvas.dashed(wished, (*series.colour, 255), thick * 1.4)


@functools.lru_cache(maxsize=16)
def _lines_picture(theme: Theme, plot: Plot, series: tuple[Series, ...]) -> tuple[pygame.Surface, Point]:
    canvas = _Canvas(plot, theme.palette.panel)
    for each in sorted(series, key=lambda one: (one.mine, not one.dashed)):
        _draw_bands(canvas, theme, plot, each)
    for each in sorted(series, key=lambda one: (one.mine, not one.faint)):
        _draw_line(canvas, theme, plot, each)
        _draw_ahead(canvas, theme, plot, each)
    return paint.reduce_by(canvas.surface, canvas.factor), canvas.origin


def _draw_axes(surface: pygame.Surface, theme: Theme, plot: Plot, spec: ChartSpec) -> None:
    palette, area = theme.palette, plot.area
    if spec.now is not None and spec.now < len(spec.months) - 1:
        x = round(plot.x(spec.now))
        surface.fill(blend(palette.panel, palette.text, _LATER), (x, area.y, area.right - x, area.h))
    steps = max(1, len(spec.ticks) - 1)
    every = math.ceil(text.line_height(theme, LABEL) * steps / max(1, area.h))  # a low chart writes fewer
    for count, (value, label) in enumerate(spec.ticks):
        y = round(plot.y(value))
        pygame.draw.line(surface, palette.line, (area.x, y), (area.right, y))
        if count % every:
            continue
        place = Rect(area.x - theme.px(8) - 200, y - 10, 200, 20)
        text.put(surface, theme, place, label, LABEL, colour=palette.text3, align="right")
    if spec.limit is not None:
        y, ink = round(plot.y(spec.limit[0])), palette.text3 if spec.calm else palette.bad
        pygame.draw.line(surface, ink, (area.x, y), (area.right, y))
    if spec.now is not None:
        x = round(plot.x(spec.now))
        pygame.draw.line(surface, palette.text3, (x, area.y), (x, area.bottom))
    _draw_months(surface, theme, plot, spec)


def _draw_limit(surface: pygame.Surface, theme: Theme, plot: Plot, spec: ChartSpec) -> None:
    """Write what the threshold is, over the lines of the turning points."""
    if spec.limit is None:
        return
    palette, step, words = theme.palette, text.line_height(theme, LABEL), spec.limit[1]
    ink = palette.text3 if spec.calm else palette.bad
    wide = min(text.width(theme, words, LABEL), plot.area.w - theme.px(8))
    line = round(plot.y(spec.limit[0]))
    above = line - step - 1 >= plot.area.y  # else it would run into the title over the chart
    place = Rect(plot.area.x + theme.px(6), line - step - 1 if above else line + 2, wide, step)
    if spec.notes:
        paint.box(surface, Rect(place.x - 2, place.y, place.w + 4, place.h), palette.panel)
    text.put(surface, theme, place, words, LABEL, colour=ink)


def _draw_months(surface: pygame.Surface, theme: Theme, plot: Plot, spec: ChartSpec) -> None:
    high = text.line_height(theme, LABEL)
    taken: list[Rect] = []
    wanted = sorted(spec.labelled, key=lambda month: month != spec.now)
    for month in wanted:
        live = month == spec.now
        kind = LABEL_BOLD if live else LABEL
        wide = text.width(theme, spec.months[month], kind)
        x = min(max(round(plot.x(month)) - wide // 2, plot.area.x), plot.area.right - wide)
        place = Rect(x, plot.area.bottom + theme.px(6), wide, high)
        if any(place.pad(-theme.px(14), 0).meets(other) for other in taken):
            continue
        taken.append(place)
        colour = theme.palette.text if live else theme.palette.text3
        text.put(surface, theme, place, spec.months[month], kind, colour=colour)


def _draw_markers(surface: pygame.Surface, theme: Theme, plot: Plot, series: Series) -> None:
    size = max(7, theme.px(11 if series.mine else 9))
    inks = (series.colour, theme.palette.panel)
    for month in series.releases:
        value = series.values[month] if month < len(series.values) else None
        if value is not None:
            icons.marked(surface, series.marker, (plot.x(month), plot.y(value)), size, inks)
    end = last_known(series)
    if end is not None and series.mine and plot.x(end[0]) < plot.area.right - size:  # else its name has it
        icons.marked(surface, series.marker, (plot.x(end[0]), plot.y(end[1])), size + theme.px(1), inks)


def _draw_errors(surface: pygame.Surface, theme: Theme, plot: Plot, series: Series, place: int) -> None:
    """Draw what the last value may be wrong by as a bar with caps, each lab's in a column of its own."""
    end = last_known(series)
    error = series.errors[-1] if series.errors else 0.0
    if end is None or error <= 0.0:
        return
    now = round(plot.x(end[0]))
    room = plot.area.right - now - theme.px(12)
    step = min(theme.px(7), room // 7) if room > 0 else -theme.px(7)
    x = now + (theme.px(7) if room > 0 else -theme.px(7)) + step * place
    top, low, half = round(plot.y(end[1] + error)), round(plot.y(end[1] - error)), theme.px(2)
    thick = max(1, theme.px(1.4))
    pygame.draw.line(surface, series.colour, (x, top), (x, low), thick)
    for y in (top, low):
        pygame.draw.line(surface, series.colour, (x - half, y), (x + half, y), thick)
    inks = (series.colour, theme.palette.panel)
    icons.marked(surface, series.marker, (x, plot.y(end[1])), max(5, theme.px(6)), inks)


def _end_height(plot: Plot, series: Series) -> float:
    later = series.preview or series.forecast
    end = last_known(series)
    return plot.y(later[-1] if later else end[1] if end else plot.low)


def _in_order(plot: Plot, named: Iterable[Series], near: int) -> list[Series]:
    """Return the lines as their names stand, from the top.

    Where lines end less than `near` pixels below each other, what was published last decides, then the
    names: the futures of a month that come in one after another do not shuffle those.
    """
    found, head = list[Series](), 0.0
    places: dict[str, tuple[float, float, str]] = {}
    for each in sorted(named, key=lambda one: (_end_height(plot, one), one.name)):
        height = _end_height(plot, each)
        if not found or height - head >= near:
            head = height
        known = last_known(each)
        places[each.key] = head, -known[1] if known else 0.0, each.name
        found.append(each)
    return sorted(found, key=lambda one: places[one.key])


def _note_lines(theme: Theme, series: Series, room: int) -> tuple[str, ...]:
    if not (series.preview and series.preview_note):
        return ()
    return text.wrap(theme, series.preview_note, LABEL, room, NOTE_LINES)


def _name_lines(theme: Theme, plot: Plot, series: Series, room: int) -> tuple[str, ...]:
    return text.wrap(theme, series.name, SECONDARY_BOLD, room, 2) if plot.slim else (series.name,)


def name_places(theme: Theme, rect: Rect, spec: ChartSpec) -> list[tuple[Series, Rect]]:
    """Return the place of each line's name at the right end, pushed apart so that none overlap."""
    plot = plot_of(theme, rect, spec)
    step = text.line_height(theme, SECONDARY)
    named = _in_order(plot, (each for each in spec.series if last_known(each) is not None), step // 2)
    room = rect.right - plot.area.right - theme.px(8) - theme.px(15)
    counts = {
        each.key: len(_name_lines(theme, plot, each, room)) + len(_note_lines(theme, each, room))
        for each in named
    }
    extra = step * (sum(counts.values()) - len(named))
    low, high = plot.area.y + step / 2, plot.area.bottom - step / 2 - extra
    rows = push_apart([_end_height(plot, each) for each in named], step, low, max(low, high))
    left = plot.area.right + theme.px(8)
    places: list[tuple[Series, Rect]] = []
    moved = 0
    for row, each in zip(sorted(rows), named, strict=True):
        lines = counts[each.key]
        places.append((each, Rect(left, round(row - step / 2) + moved, rect.right - left, step * lines)))
        moved += step * (lines - 1)
    return places


def _draw_names(surface: pygame.Surface, theme: Theme, rect: Rect, spec: ChartSpec) -> None:
    palette, step = theme.palette, text.line_height(theme, SECONDARY)
    plot = plot_of(theme, rect, spec)
    for each, place in name_places(theme, rect, spec):
        first = place.cut_top(step)[0]
        sign, words = first.cut_left(theme.px(10), theme.px(5))
        size = max(7, theme.px(9))
        if each.faint or each.dashed:  # the sign is dashed as its line is
            ends: list[Point] = [(sign.x, sign.centre[1]), (sign.right - 1, sign.centre[1])]
            for start, end in paint.dashes(ends, theme.px(3), theme.px(4)):
                pygame.draw.line(surface, palette.text3, start, end, 2)
        else:
            icons.put(surface, each.marker, sign.centre, size, each.colour)
        kind, colour = (SECONDARY_BOLD, palette.text) if each.mine else (SECONDARY, palette.text2)
        for line in _name_lines(theme, plot, each, words.w):
            text.put(surface, theme, words, line, kind, colour=colour)
            words = words.shift(0, step)
        note = Rect(words.x, words.y, words.w, place.bottom - words.y)
        if note.h:
            text.put_lines(surface, theme, note, each.preview_note, LABEL, colour=each.colour)


def _draw_notes(surface: pygame.Surface, theme: Theme, plot: Plot, spec: ChartSpec) -> None:
    size, taken = theme.px(19), list[Rect]()
    for note in spec.notes:
        x, y = plot.x(note.month), plot.y(note.value)
        place = Rect(round(x - size / 2), round(y - size / 2), size, size)
        while any(place.meets(other) for other in taken):  # two in one month stand above each other
            place = place.shift(0, -size)
        taken.append(place)
        pygame.draw.line(surface, theme.palette.strong, (round(x), plot.area.y), (round(x), plot.area.bottom))
        icons.marked(surface, "circle", place.centre, size, (theme.palette.text, theme.palette.panel))
        ink = theme.palette.on_bright
        text.put(surface, theme, place, note.shown, LABEL_BOLD, colour=ink, align="centre")


def draw_chart(surface: pygame.Surface, theme: Theme, rect: Rect, spec: ChartSpec) -> Plot:
    """Draw the chart at rest onto any surface (also for reports) and return its plot."""
    plot = plot_of(theme, rect, spec)
    _draw_axes(surface, theme, plot, spec)
    picture, origin = _lines_picture(theme, plot, spec.series)
    surface.blit(picture, origin)
    for each in sorted(spec.series, key=lambda one: one.mine):
        _draw_markers(surface, theme, plot, each)
    for place, each in enumerate(spec.series):
        _draw_errors(surface, theme, plot, each, place)
    _draw_notes(surface, theme, plot, spec)
    _draw_limit(surface, theme, plot, spec)
    _draw_names(surface, theme, rect, spec)
    return plot


class Chart(Widget):
    """Line chart with direct labels; the mouse reads a month, ← and → do the same with the keys."""

    follows_mouse = True

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: ChartSpec) -> None:
        """Place the chart; one that `opens` asks `Action("press", name)` on a click or on Space."""
        super().__init__(name, rect, theme)
        self.spec = spec
        self.plot = plot_of(theme, rect, spec)
        self.month: int | None = None
        self.opens = False
        self._spot = (-1, -1)

    def show(self, spec: ChartSpec) -> None:
        """Show other lines in the same place; the month that is read stays."""
        self.spec, self.plot = spec, plot_of(self.theme, self.rect, spec)

    def draw_lines(self) -> None:
        """Draw the lines before they are shown: what takes long is then done."""
        _lines_picture(self.theme, self.plot, self.spec.series)

    @property
    @override
    def tip(self) -> Tip | None:
        """Words of the lab whose name is under the mouse."""
        names = name_places(self.theme, self.rect, self.spec)
        return next((each.tip or None for each, place in names if place.holds(self._spot)), None)

    @override
    def handle(self, event: pygame.event.Event) -> Action | None:
        """Note the month under the mouse; a click asks for more of the chart."""
        if hasattr(event, "pos"):
            self._spot = event.pos
            inside = self.plot.area.pad(-self.theme.px(6)).holds(event.pos)
            self.month = self.plot.month_at(event.pos[0]) if inside else None
        return super().handle(event) if self.opens else None

    @override
    def chosen(self) -> Action | None:
        """Ask for more of the chart, where there is more."""
        return Action("press", self.name) if self.opens else None

    @override
    def act(self, action: Action) -> Action | None:
        """Move the reading line with the arrows."""
        steps = {"left": -1, "right": 1}
        if action.name not in steps:
            return self.chosen() if action.name == "press" else None
        start = self.spec.now if self.month is None else self.month
        last = len(self.spec.months) - 1
        self.month = min(last, max(0, (last if start is None else start) + steps[action.name]))
        return Action("read", self.name, self.month)

    @override
    def draw(self, surface: pygame.Surface) -> None:
        """Draw the chart and, while a month is read, its values."""
        plot = draw_chart(surface, self.theme, self.rect, self.spec)
        reading = self.hovered or self.focused
        if reading and self.month is not None:
            draw_reading(surface, self.theme, plot, self.spec, self.month)
        self.ring(surface, self.theme.px(6))
