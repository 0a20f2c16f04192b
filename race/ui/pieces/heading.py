"""Headings: one that opens a list when pressed, small capitals over a company's name, discs that count."""

from typing import Final

import pygame
from typing_extensions import override

from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import EYEBROW, LABEL_BOLD, PANEL, SECONDARY, SECTION, Ink, Theme
from race.ui.kit.widgets import Tip, Widget

_SMALLEST_PIP: Final = 5
"""Pixels from disc to disc: with less, words must do."""


class Heading(Widget):
    """A panel's heading that opens the whole list; a click, Space or Enter asks `Action("press", name)`."""

    def __init__(self, name: str, rect: Rect, theme: Theme, words: tuple[str, str, str]) -> None:
        """Place the heading; `words` are title, faint note, and the key's cap."""
        super().__init__(name, rect, theme)
        self.words = words

    @override
    def chosen(self) -> Action | None:
        return Action("press", self.name)

    @override
    def draw(self, surface: pygame.Surface) -> None:
        theme, palette = self.theme, self.theme.palette
        title, note, key = self.words
        if self.hovered:
            paint.box(surface, self.rect.pad(-theme.px(6), 0), palette.raised, radius=theme.px(6))
        cap = icons.keycap_width(theme, key) if key else 0
        side, rest = self.rect.cut_right(cap, theme.px(8))
        shown = text.put(surface, theme, rest, title, SECTION).shown
        rest = rest.cut_left(text.width(theme, shown, SECTION), theme.px(10))[1]
        if rest.w > theme.px(40):
            text.put(surface, theme, rest, note, SECONDARY, colour=palette.text3)
        if key:
            icons.keycap(surface, theme, side.middle(side.w, theme.px(20)), key)
        self.ring(surface, theme.px(6))


class CountedHead(Widget):
    """A panel's title, a note at its right, and a disc for each of what is left of a few things."""

    def __init__(
        self, name: str, rect: Rect, theme: Theme, words: tuple[str, str], counted: tuple[int, int, int]
    ) -> None:
        """Place the head; `words` are title and note, `counted` what is left, what will go, the whole."""
        super().__init__(name, rect, theme, focusable=False)
        self.words, self.counted = words, counted
        self.meaning = ""
        """What is counted, for who rests the mouse on it; empty for nothing to add."""

    @property
    @override
    def tip(self) -> Tip | None:
        return self.meaning or None

    @override
    def draw(self, surface: pygame.Surface) -> None:
        theme, (title, note), gap = self.theme, self.words, self.theme.px(10)
        room = self.rect.w - text.width(theme, title, SECTION) - text.width(theme, note, SECONDARY) - 2 * gap
        whole = max(1, self.counted[2])
        pips, rest = self.rect.cut_right(whole * max(0, min(theme.px(12), room // whole)), gap)
        draw_pips(surface, theme, pips, self.counted)
        side, rest = rest.cut_right(min(text.width(theme, note, SECONDARY), rest.w * 2 // 3), gap)
        text.put(surface, theme, side, note, SECONDARY, colour=theme.palette.text2, align="right")
        text.put(surface, theme, rest, title, SECTION)


def put_eyebrow(surface: pygame.Surface, theme: Theme, rect: Rect, words: tuple[str, str], ink: Ink) -> None:
    """Draw the small capitals of a side and, beneath, a company's name."""
    first, rest = rect.cut_top(theme.px(16))
    second = rest.cut_top(theme.px(26))[0]
    if text.width(theme, words[0].upper(), EYEBROW) + theme.px(1) * len(words[0]) > rect.w:
        text.put(surface, theme, first, words[0], LABEL_BOLD, colour=ink)
    else:
        text.put_spaced(surface, theme, first, words[0], EYEBROW, colour=ink)
    text.put(surface, theme, second, words[1], PANEL)


def draw_pips(surface: pygame.Surface, theme: Theme, place: Rect, counted: tuple[int, int, int]) -> None:
    """Draw a disc for each of a few things, in colour what is left, a ring what will go; no mere specks."""
    (left, going, whole), ink = counted, theme.palette
    step = place.w // max(1, whole)
    for number in range(whole if step >= _SMALLEST_PIP else 0):
        spot = (place.x + step * number + step // 2, place.centre[1])
        sign = "ring" if left - going <= number < left else "circle"
        colour = ink.strong if number >= left else ink.warning if sign == "ring" else ink.lab
        icons.put(surface, sign, spot, min(theme.px(8), step - 2), colour)
