"""Where the parts of the war room lie: choices at the left, what the futures say at the right."""

from dataclasses import dataclass

from race.ui.kit import text
from race.ui.kit.layout import Rect, columns, rows
from race.ui.kit.theme import BODY_BOLD, LABEL, SECONDARY, SECTION, Theme, Type
from race.ui.pieces.ahead.rails import Rails

BUTTON = Type(16, 600, "head")
"""Type of a button's words."""
_LARGE = 1.4
"""Text scale from which the left column is wider."""
_LEAST_ROWS = 3
"""Least rows of the list; the note gives way to them."""
_VERDICT_LINES = 2
"""Lines kept for the verdict at the usual text sizes: the charts stay where they are while it grows."""
_LEAST_CHART = 96
"""Least height of a chart at 720p; where two do not fit, one is shown at a time."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Where the parts lie, in window pixels."""

    subjects: Rect
    months: Rect
    futures: Rect
    shown: Rect
    progress: Rect
    run: Rect
    give: Rect
    note: Rect
    verdict: Rect
    views: Rect
    charts: tuple[Rect, ...]
    rails: Rect
    cash: Rect


@dataclass(frozen=True, slots=True)
class Words:
    """What has to find room: the verdict, the note, the line on cash, the words of the two buttons.

    `bare` is the note before any future: a line more lets nothing move when the next vote is told.
    """

    verdict: str
    note: str
    bare: str
    cash: str
    buttons: tuple[str, str]


def places(theme: Theme, body: Rect, words: Words) -> Parts:
    """Return the places of all parts in the room under the title."""
    share = 0.31 if theme.text_scale < _LARGE else 0.38
    left, right = body.cut_left(round(body.w * share), theme.px(24))
    row, line, gap = theme.row, text.line_height(theme, LABEL), theme.px(8)
    note_high = max(
        text.lines_height(theme, words.note, LABEL, left.w),
        text.lines_height(theme, words.bare, LABEL, left.w) + line,
    )
    above = text.line_height(theme, SECTION) + _LEAST_ROWS * row + 2 * (row + gap) + 2 * line + theme.px(40)
    if left.h - note_high < above + _buttons_high(theme, words, left.w):  # large text: the list comes first
        note_high = 0
    note, rest = left.cut_bottom(note_high, theme.px(10) if note_high else 0)
    buttons, rest = rest.cut_bottom(_buttons_high(theme, words, left.w), gap)
    progress, rest = rest.cut_bottom(line + theme.px(8), gap)
    shown, rest = rest.cut_bottom(row, gap)
    choices, rest = rest.cut_bottom(line + row, theme.px(10))
    months, futures = columns(choices, [1.25, 1.0], gap)
    listed = rest.cut_top(text.line_height(theme, SECTION), theme.px(6))[1]
    stacked = buttons.h > row
    run, give = rows(buttons, [1.0, 1.0], gap) if stacked else columns(buttons, [1.0, 1.0], gap)
    most = right.h // (2 if theme.large else 3)
    verdict_high = min(text.lines_height(theme, words.verdict, SECTION, right.w), most)
    least = text.line_height(theme, SECTION) * (_VERDICT_LINES if theme.text_scale < _LARGE else 1)
    verdict, rest = right.cut_top(max(verdict_high, least), theme.px(12))
    views, charts, rails, cash = _pictures(
        theme, rest, text.lines_height(theme, words.cash, SECONDARY, rest.w)
    )
    return Parts(
        listed,
        months.cut_bottom(row)[0],
        futures.cut_bottom(row)[0],
        shown,
        progress,
        run,
        give,
        note,
        verdict,
        views,
        charts,
        rails,
        cash,
    )


def _pictures(theme: Theme, room: Rect, cash_high: int) -> tuple[Rect, tuple[Rect, ...], Rect, Rect]:
    """Return the places of the switch between pictures, of the charts, the chances and the line on cash.

    Where there is no room for two charts above the chances, one of the three is shown at a time.
    """
    rails_high, gap = Rails.height(theme, 6), theme.px(8)
    least = text.line_height(theme, BODY_BOLD) + theme.px(2) + theme.px(_LEAST_CHART)
    if room.h - rails_high - cash_high - theme.px(20) >= 2 * least + theme.px(10):
        cash, rest = room.cut_bottom(cash_high, theme.px(6))
        rails, rest = rest.cut_bottom(rails_high, theme.px(14))
        return Rect(rest.x, rest.y, 0, 0), tuple(rows(rest, [1.0, 1.0], theme.px(10))), rails, cash
    views, rest = room.cut_top(theme.row, gap)
    rails, low = rest.cut_top(min(rest.h, rails_high), gap)
    return views, (rest,), rails, low.cut_top(cash_high if cash_high <= low.h else 0)[0]


def _buttons_high(theme: Theme, words: Words, wide: int) -> int:
    """Return the height of the two buttons: one row, or two where their words are too long for one."""
    need = max(text.width(theme, each, BUTTON) for each in words.buttons) + theme.px(52)
    return theme.row if need <= (wide - theme.px(8)) // 2 else 2 * theme.row + theme.px(8)
