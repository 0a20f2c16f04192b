"""Reads a chart at one month: a line through it, and a table of its values and of what happened then."""

import pygame

from race.ui.kit import icons, paint, text
from race.ui.kit.layout import Rect
from race.ui.kit.theme import LABEL, LABEL_BOLD, Theme
from race.ui.pieces.plot import ChartSpec, Plot, Series, ranked

EVENTS = 4
"""Most events told of one month."""


def draw_reading(surface: pygame.Surface, theme: Theme, plot: Plot, spec: ChartSpec, month: int) -> Rect:
    """Draw the crosshair of a month with its values by rank; return the place of the table."""
    palette, order = theme.palette, ranked(spec, month)
    x = round(plot.x(month))
    pygame.draw.line(surface, palette.text2, (x, plot.area.y), (x, plot.area.bottom))
    for each, value in order:
        icons.marked(surface, "circle", (x, plot.y(value)), theme.px(7), (each.colour, palette.panel))
    title = _title(spec, month)
    told = [(each, spec.told(each, month, value)) for each, value in order]
    events = [words for index, words in spec.told_of if index == month][:EVENTS]
    return _draw_table(surface, theme, (plot, x), title, (told, events))


def _title(spec: ChartSpec, month: int) -> str:
    ahead = spec.now is not None and month > spec.now
    date = spec.dates[month] if spec.dates else spec.months[month]
    return f"{date} · {spec.now_note}" if ahead and spec.now_note else date


def _draw_table(
    surface: pygame.Surface,
    theme: Theme,
    where: tuple[Plot, int],
    title: str,
    rows: tuple[list[tuple[Series, str]], list[str]],
) -> Rect:
    """Draw a table of lines with their values, and events under them, beside the reading line."""
    (plot, x), (told, events), palette = where, rows, theme.palette
    pad, down, step = theme.px(10), theme.px(7), text.line_height(theme, LABEL) + theme.px(2)
    figures = max([text.width(theme, shown, LABEL_BOLD) for _each, shown in told] + [0]) + theme.px(2)
    names = [text.width(theme, each.name, LABEL_BOLD) + figures + theme.px(28) for each, _shown in told]
    least = theme.px(210) if events else 0
    wide = max([*names, text.width(theme, title, LABEL_BOLD), least])
    lines = [line for words in events for line in text.wrap(theme, words, LABEL, wide, 2)]
    gap = theme.px(6) if lines else 0
    box = _beside(theme, plot, x, (wide + 2 * pad, step * (len(told) + 1 + len(lines)) + gap + 2 * down))
    box = box.clamp(Rect(0, 0, *surface.get_size()))
    paint.shadow(surface, box, radius=theme.px(7), blur=theme.px(12))
    paint.box(surface, box, palette.tip, radius=theme.px(7), edge=palette.tip_line)
    head, rest = box.pad(pad, down).cut_top(step)
    text.put(surface, theme, head, title, LABEL_BOLD)
    for each, shown in told:
        line, rest = rest.cut_top(step)
        _draw_row(surface, theme, line, (each, shown, figures))
    rest = rest.cut_top(gap)[1]
    for words in lines:
        line, rest = rest.cut_top(step)
        text.put(surface, theme, line, words, LABEL, colour=palette.text2)
    return box


def _draw_row(surface: pygame.Surface, theme: Theme, line: Rect, row: tuple[Series, str, int]) -> None:
    (each, shown, wide), palette = row, theme.palette
    sign, words = line.cut_left(theme.px(10), theme.px(6))
    icons.put(surface, each.marker, sign.centre, max(7, theme.px(9)), each.colour)
    kind, colour = (LABEL_BOLD, palette.text) if each.mine else (LABEL, palette.text2)
    figure, words = words.cut_right(wide)
    text.put(surface, theme, words, each.name, kind, colour=colour)
    text.put(surface, theme, figure, shown, kind, colour=palette.text, align="right")


def _beside(theme: Theme, plot: Plot, x: int, size: tuple[int, int]) -> Rect:
    """Place the table of values beside the reading line, on the side with more room."""
    gap = theme.px(12)
    left = x - gap - size[0] if x > plot.area.centre[0] else x + gap
    return Rect(left, plot.area.y + theme.px(4), *size)
