"""Where everything of the debrief lies: side by side, or one page at a time where letters are large."""

from typing import Final

from race.ui.kit import text
from race.ui.kit.layout import Rect
from race.ui.kit.theme import (
    BODY,
    DEBRIEF,
    EYEBROW,
    HEADLINE,
    LABEL,
    PANEL,
    SECONDARY,
    SECTION,
    SMALLEST_TARGET,
    Theme,
)
from race.ui.screens.debrief.head import sentence_height

_LARGE: Final = 1.25
"""Size of the letters from which there is no room for charts beside a list."""
_BARS, _LOW_BARS = 48, 26
"""Height of the bars of the place among others at 720p, as a rule and where the list needs the room."""


def one_at_a_time(theme: Theme) -> bool:
    """Return whether the debrief shows one page at a time."""
    return theme.text_scale >= _LARGE


def places(theme: Theme, area: Rect, *, low: bool = False) -> dict[str, Rect]:
    """Return the place of every part; in a paged debrief all pages share one room.

    With `low` the place among others gives the list above it what its bars can spare.
    """
    return _paged(theme, area) if one_at_a_time(theme) else _side_by_side(theme, area, low=low)


def _side_by_side(theme: Theme, area: Rect, *, low: bool) -> dict[str, Rect]:
    inner = area.pad(theme.px(32), theme.px(20))
    high = text.line_height(theme, EYEBROW) + text.line_height(theme, DEBRIEF)
    head, rest = inner.cut_top(high + sentence_height(theme), theme.px(10))
    figures = text.line_height(theme, SECONDARY) + text.line_height(theme, HEADLINE) + theme.px(22)
    cards, rest = rest.cut_top(figures, theme.px(12))
    foot, rest = rest.cut_bottom(max(SMALLEST_TARGET, theme.px(46)), theme.px(12))
    charts, side = rest.cut_left(round(rest.w * 0.58), theme.px(12))
    within = side.pad(theme.px(18), theme.px(12))
    switch, within = within.cut_top(theme.row, theme.px(10))
    crowd, within = within.cut_bottom(_counted(theme, _LOW_BARS if low else _BARS), theme.px(8))
    left, right = head.cut_left(round(head.w * 0.58), theme.px(12))  # the edge of the charts
    links, quote = right.cut_top(max(SMALLEST_TARGET, theme.px(30)), theme.px(4))
    graph = charts.pad(theme.px(18), theme.px(12))
    graph = graph.cut_top(text.line_height(theme, SECTION), theme.px(4))[1]
    trust, race = graph.cut_bottom(round(graph.h * 0.34), theme.px(20))
    return {
        "head": left,
        "links": Rect(links.x, links.y, links.w + theme.px(12), links.h),  # their words end at the edge
        "quote": quote,
        "cards": cards,
        "charts": charts,
        "race": race,
        "trust": trust,
        "side": side,
        "switch": switch,
        "crowd": crowd,
        "foot": foot,
        **_listed(theme, within),
    }


def _paged(theme: Theme, area: Rect) -> dict[str, Rect]:
    inner = area.pad(theme.px(24), theme.px(14))
    high = text.line_height(theme, EYEBROW) + text.line_height(theme, PANEL)
    head, rest = inner.cut_top(high, theme.px(8))
    switch, rest = rest.cut_top(theme.row, theme.px(8))
    foot, rest = rest.cut_bottom(max(SMALLEST_TARGET, theme.row), theme.px(8))
    links, room = rest.cut_bottom(max(SMALLEST_TARGET, theme.row), theme.px(8))
    within = room.pad(theme.px(16), theme.px(8))
    return {
        "head": head,
        "links": links,
        "cards": room,
        "race": within,
        "trust": within,
        "side": room,
        "switch": switch,
        "crowd": within.middle(within.w, min(within.h, _counted(theme, _BARS) + theme.px(60))),
        "foot": foot,
        **_listed(theme, within),
    }


def _counted(theme: Theme, bars: int) -> int:
    return text.line_height(theme, SECONDARY) + text.line_height(theme, LABEL) + theme.px(bars)


def _listed(theme: Theme, within: Rect) -> dict[str, Rect]:
    note, listed = within.cut_bottom(max(SMALLEST_TARGET, text.line_height(theme, BODY)), theme.px(2))
    return {"list": listed, "note": note}
