"""Where a room's picture, its tables and its reading stand beside each other."""

from typing import Final

from race.ui.kit import text
from race.ui.kit.layout import Rect, Track, columns, rows
from race.ui.kit.theme import LABEL, SECTION, Theme
from race.ui.pieces.rooms.calendar import WordCalendar
from race.ui.pieces.rooms.ladder import Ladder
from race.ui.present.rooms.page import Page, Table

Arranged = tuple[dict[str, Rect], list[tuple[Table, Rect]], Rect]
"""Places of the pictures by what they show, of each table's panel, and of the reading."""
TRUST: Final = "trust"
"""The picture of what the holders' trust has been; the others are called as their rooms."""
_LINES: Final = (2, 9)
"""Fewest and most lines that a table counts as when height is shared out."""
_FEW: Final = 4
"""Lines that every table shows where there is room."""
_STRIPS: Final = {"cases": Ladder.height, "promises": WordCalendar.height}
"""Rooms with a picture over their tables, and how high it is."""
_COURSE: Final = 116
"""Least height of a course's panel at 720p."""


def arranged(theme: Theme, page: Page, rest: Rect) -> Arranged:
    """Return where everything of a room stands in what the head leaves."""
    gap = theme.px(12)
    if page.name == "hall":
        return _round_hall(theme, page, rest)
    if page.name == "chips":
        return _under_plan(theme, page, rest)
    if page.name == "books":
        return _beside_courses(theme, page, rest)
    if page.name in _STRIPS:
        high = _STRIPS[page.name](theme, rest.w)
        if rest.h - high - gap >= most_stacked(page) * (2 * least(theme) + gap):
            strip, below = rest.cut_top(high, gap)
            return _over_course(theme, page, strip, _stacked(theme, page, below))
    return {}, *_stacked(theme, page, rest)


def most_stacked(page: Page) -> int:
    """Return how many tables stand under each other in the fullest column."""
    return max(len(stack) for stack in page.columns)


def least(theme: Theme) -> int:
    """Return the least height of a panel: its heading and one line."""
    return text.line_height(theme, SECTION) + theme.px(4) + _line(theme) + 2 * theme.px(10)


def _line(theme: Theme) -> int:
    """Return the height of a table's line."""
    return max(28, round(theme.row * 0.86))


def _whole(theme: Theme, table: Table, most: int = 99) -> int:
    """Return the height of a panel that shows all of a table, or so many of its lines."""
    heads = text.line_height(theme, LABEL) + theme.px(4)
    head = text.line_height(theme, SECTION) + theme.px(4)
    return 2 * theme.px(10) + head + heads + _line(theme) * min(most, len(table.lines))


def _stacked(theme: Theme, page: Page, rest: Rect) -> tuple[list[tuple[Table, Rect]], Rect]:
    """Return the places of stacks of tables, each by its lines, and of the reading at their right."""
    gap, stacks = theme.px(12), page.columns
    shares = [*(page.shares or [1.0] * len(stacks)), 0.62 if len(stacks) > 1 else 0.72]
    *places, reading = columns(rest, shares, gap)
    found = []
    for stack, place in zip(stacks, places, strict=True):
        low, high = _LINES
        weights = [min(high, max(low, len(table.lines))) + 2.0 for table in stack]
        wanted = [max(least(theme), _whole(theme, table, _FEW)) for table in stack]
        if sum(wanted) + gap * (len(stack) - 1) > place.h:
            wanted = [least(theme)] * len(stack)
        tracks = [Track(weight, size) for weight, size in zip(weights, wanted, strict=True)]
        found += list(zip(stack, rows(place, tracks, gap), strict=True))
    return found, reading


def _over_course(
    theme: Theme, page: Page, strip: Rect, stacked: tuple[list[tuple[Table, Rect]], Rect]
) -> Arranged:
    """Return the places where the column with most room to spare ends in the course of the trust."""
    (tables, reading), gap = stacked, theme.px(12)
    places = {table.key: place for table, place in tables}

    def spare(stack: tuple[Table, ...]) -> int:
        high = places[stack[-1].key].bottom - places[stack[0].key].y
        return high - sum(_needed(theme, table) + gap for table in stack)

    stack = max(page.columns, key=spare)
    if spare(stack) < theme.px(_COURSE):
        return {page.name: strip}, tables, reading
    first, last = places[stack[0].key], places[stack[-1].key]
    rest = Rect(first.x, first.y, first.w, last.bottom - first.y)
    for table in stack:
        places[table.key], rest = rest.cut_top(_needed(theme, table), gap)
    return {page.name: strip, TRUST: rest}, [(table, places[table.key]) for table, _place in tables], reading


def _needed(theme: Theme, table: Table) -> int:
    """Return the height of a panel that shows all of a table, or what stands there instead."""
    return max(least(theme), _whole(theme, table))


def _beside_courses(theme: Theme, page: Page, rest: Rect) -> Arranged:
    """Return the places where the last table leaves room for the courses under it."""
    tables, reading = _stacked(theme, page, rest)
    last, place = tables[-1]
    high = _whole(theme, last)
    if place.h - high < 2 * least(theme):
        return {}, tables, reading
    above, picture = place.cut_top(high, theme.px(12))
    return {page.name: picture}, [*tables[:-1], (last, above)], reading


def _round_hall(theme: Theme, page: Page, rest: Rect) -> Arranged:
    """Return the places of the hall, of who is heard under it, of the other tables and of the reading."""
    gap, low = theme.px(12), least(theme)
    left, right = rest.cut_left(round(rest.w * 0.4), gap)
    picture, under = rows(left, [Track(1.7), Track(1.0, low)], gap)
    kinds, today, heard = page.tables()
    middle, reading = columns(right, [1.0, 0.72], gap)
    above, below = rows(middle, [Track(1.0, low)] * 2, gap)
    return {page.name: picture}, [(kinds, above), (today, below), (heard, under)], reading


def _under_plan(theme: Theme, page: Page, rest: Rect) -> Arranged:
    """Return the places of the ground's plan, of the tables under it, and of the reading beside both."""
    gap = theme.px(12)
    left, reading = columns(rest, [1.0, 0.31], gap)
    plan, below = left.cut_top(round(left.h * 0.6), gap)
    tables = [table for table in page.tables() if not table.drawn]
    return (
        {page.name: plan},
        list(zip(tables, columns(below, [1.0] * len(tables), gap), strict=True)),
        reading,
    )
