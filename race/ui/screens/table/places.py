"""Where the panels of the table lie; with large text they take turns instead of shrinking.

At the usual sizes all six lie side by side. From 130 % on the shipments keep the left, and the other five
take turns at the right; at 200 % one panel fills the table at a time, under the tabs.
"""

from dataclasses import dataclass, field
from typing import Final

from race.speech import _
from race.ui.kit.layout import Rect, Track, columns, rows
from race.ui.kit.theme import ALONE_TEXT, TURNS_TEXT, Theme
from race.ui.screens.screen import Desk

HEADER: Final = 66
NOWHERE: Final = Rect(0, 0, 0, 0)
_USUAL: Final = Track(430), Track(186)
_LONG: Final = Track(374), Track(242)
"""Heights of two panels under each other; a long month takes some of the chart's."""
_FEWEST: Final = 2
"""Rows of the founder's word that keep their room; the rest of its panel is the shipments' if it is empty."""
_MIDDLE: Final = 0.4, 160.0
"""What the shipments get of a wider window: a share, and at most so many pixels at 720p."""
PANELS: Final = ("supply", "carmaker", "lab", "news", "affairs", "month")


@dataclass(frozen=True, slots=True)
class Places:
    """Where the panels lie, in window pixels; a panel whose turn it is not lies nowhere.

    `foot` holds the buttons of the month when its panel does not; `switches` are rows of tabs with the
    panels that take turns there.
    """

    header: Rect
    carmaker: Rect = NOWHERE
    supply: Rect = NOWHERE
    lab: Rect = NOWHERE
    news: Rect = NOWHERE
    affairs: Rect = NOWHERE
    month: Rect = NOWHERE
    foot: Rect = NOWHERE
    switches: tuple[tuple[str, Rect, tuple[str, ...]], ...] = ()

    @property
    def few(self) -> bool:
        """Whether only the head figures that matter most have room."""
        return len(self.panels()) == 1

    def panels(self) -> tuple[str, ...]:
        """Return the names of the panels that can be seen."""
        return tuple(name for name in PANELS if getattr(self, name).w)


@dataclass(slots=True)
class Turns:
    """Whose turn it is: beside the shipments, and alone."""

    beside: str = "carmaker"
    alone: str = "supply"
    names: tuple[str, ...] = field(default=("beside", "alone"))

    def bring(self, panel: str) -> None:
        """Let a panel be seen wherever panels take turns."""
        self.alone = panel
        if panel != PANELS[0]:
            self.beside = panel


def panel_names() -> dict[str, str]:
    """Return the panels in words, as on their tabs."""
    return {
        "supply": _("Supply"),
        "carmaker": _("Hall"),
        "lab": _("Race"),
        "news": _("News"),
        "affairs": _("Word"),
        "month": _("Month"),
    }


def places(desk: Desk, turns: Turns, *, ordering: bool = True, words: int | None = None) -> Places:
    """Return the places of the panels for the desk's size and text.

    Args:
        desk: area and theme.
        turns: whose turn it is where panels take turns.
        ordering: whether the one at the table gives orders, which makes a long month.
        words: rows of the founder's word, 0 or more; where they are few the shipments get their room. None
            keeps room for many.
    """
    theme = desk.theme
    header, rest = desk.area.cut_top(theme.px(HEADER))
    body = rest.pad(theme.px(16), theme.px(10))
    if theme.text_scale < TURNS_TEXT:
        return _all(desk, header, body, _LONG if ordering else _USUAL, words)
    return (
        _one(theme, header, body, turns)
        if theme.text_scale >= ALONE_TEXT
        else _pair(theme, header, body, turns)
    )


def _all(desk: Desk, header: Rect, body: Rect, last: tuple[Track, Track], words: int | None) -> Places:
    """Lay all six side by side, the `last` two by heights of their own; a wider window widens the chart."""
    theme, gap = desk.theme, desk.theme.px(12)
    spare = max(0, desk.area.w - round(1280 * theme.k)) / max(theme.k, 0.1)
    share, most = _MIDDLE
    between = min(most, share * spare)
    left, middle, right = columns(body, [Track(357), Track(492 + between), Track(375 + spare - between)], gap)
    (carmaker, news), (supply, affairs), (lab, month) = (
        rows(column, tracks, gap) for column, tracks in ((left, _USUAL), (middle, _USUAL), (right, last))
    )
    if words is not None and theme.text_scale <= 1.0:  # larger words may take two lines a row
        high = head_high(theme) + max(_FEWEST, words) * theme.row + 2 * theme.px(8)
        affairs, supply = middle.cut_bottom(min(affairs.h, high), gap)
    return Places(header, carmaker, supply, lab, news, affairs, month)


def head_high(theme: Theme) -> int:
    """Return the height of the heading over a list with what parts them, pixels."""
    return max(28, theme.px(26)) + theme.px(6)


def _pair(theme: Theme, header: Rect, body: Rect, turns: Turns) -> Places:
    """Lay the shipments beside one of the others, which stands between its tabs and the month's buttons."""
    first, second = columns(body, [Track(52), Track(48)], theme.px(12))
    tabs, second = second.cut_top(theme.row, theme.px(8))
    foot, second = second.cut_bottom(theme.px(46), theme.px(8))
    switches = (("beside", tabs, PANELS[1:]),)
    return Places(header, supply=first, foot=foot, switches=switches, **{turns.beside: second})


def _one(theme: Theme, header: Rect, body: Rect, turns: Turns) -> Places:
    """Lay one panel alone between its tabs and the buttons of the month."""
    tabs, rest = body.cut_top(theme.row, theme.px(8))
    foot, rest = rest.cut_bottom(theme.px(46), theme.px(8))
    return Places(header, foot=foot, switches=(("alone", tabs, PANELS),), **{turns.alone: rest})
