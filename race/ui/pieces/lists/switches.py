"""A list of switches: what is left to somebody, on or off, turned by click, Space or Enter."""

import pygame
from typing_extensions import override

from race.ui.kit import text
from race.ui.kit.choices import ListBox, ListSpec
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, SECONDARY, Theme
from race.ui.kit.widgets import Row, draw_switch


class Switches(ListBox):
    """Each row carries a switch at its right end; its right text says what the place of the switch means."""

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: ListSpec, on: frozenset[str]) -> None:
        """Place the list; `on` are the keys of the rows whose switch is on."""
        super().__init__(name, rect, theme, spec)
        self.on = on

    @override
    def draw_row(self, surface: pygame.Surface, row: Row, place: Rect) -> None:
        theme, palette = self.theme, self.theme.palette
        switch, rest = place.cut_right(theme.px(42), theme.px(12))
        live = row.key in self.on
        draw_switch(surface, theme, switch, on=live, enabled=True)
        wide = min(rest.w // 3, max(text.width(theme, one.right, SECONDARY) for one in self.spec.rows))
        side, words = rest.cut_right(wide, theme.px(12))
        ink = palette.lab if live else palette.text3
        text.put(surface, theme, side, row.right, SECONDARY, colour=ink, align="right")
        step, lines = text.line_height(theme, BODY), text.wrap(theme, row.text, BODY, words.w, self.lines)
        block = words.middle(words.w, step * len(lines))
        for line in lines:
            spot, block = block.cut_top(step)
            text.put(surface, theme, spot, line, BODY, colour=palette.text if live else palette.text2)
