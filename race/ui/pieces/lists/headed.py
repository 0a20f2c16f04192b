"""A list in sections: a head names the lines under it and is passed over."""

from dataclasses import replace

import pygame
from typing_extensions import override

from race.ui.kit import text
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListBox
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, SECONDARY, SECTION
from race.ui.kit.widgets import Row


class HeadedList(ListBox):
    """Chosen like a list; rows whose `head` is set are headings and cannot be chosen."""

    @override
    def chosen(self) -> Action | None:
        row = self.row_at(self._spot)
        return None if row is not None and row.head else super().chosen()

    @override
    def act(self, action: Action) -> Action | None:
        """Move the mark with the keys, over headings to the next line."""
        before, asked = self.spec.chosen, super().act(action)
        rows = self.spec.rows
        at = next((place for place, row in enumerate(rows) if row.key == self.spec.chosen), -1)
        if asked is None or at < 0 or not rows[at].head:
            return asked
        down = action.name in ("down", "page_down", "first")
        lines = [row for row in (rows[at:] if down else rows[:at][::-1]) if not row.head]
        key = lines[0].key if lines else before
        if not lines and action.name == "up":
            self.first = 0  # the heading over the first line comes into view
        self.spec = replace(self.spec, chosen=key)
        place = next((place for place, row in enumerate(rows) if row.key == key), 0)
        self.first = max(min(self.first, place), place - self.page + 1)
        return replace(asked, value=key)

    @override
    def draw_row(self, surface: pygame.Surface, row: Row, place: Rect) -> None:
        if not row.head:
            super().draw_row(surface, row, place)
            return
        theme, palette = self.theme, self.theme.palette
        kind = text.fit_type(theme, row.text, (SECTION, BODY, SECONDARY), place.w)
        low = place.cut_bottom(min(place.h, text.line_height(theme, kind) + theme.px(4)))[0]
        text.put(surface, theme, low, row.text, kind, colour=palette.text2)
        pygame.draw.line(surface, palette.line, (place.x, place.bottom - 1), (place.right, place.bottom - 1))
