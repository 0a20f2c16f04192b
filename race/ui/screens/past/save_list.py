"""The list of saves: each with its small picture, its name, its month and when it was written."""

import pygame
from typing_extensions import override

from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListBox, ListSpec
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY_BOLD, LABEL, LABEL_BOLD, SECONDARY, SECONDARY_BOLD, Theme
from race.ui.kit.widgets import Row
from race.ui.pieces.past.thumbnail import Thumb, draw_hall


class SaveList(ListBox):
    """Rows of two lines with a picture; a row's `middle` is its second line, `right` when it was written.

    A click asks `Action("click", name, key)`, also on the row that is marked: whether it is the second of two
    that open is for the screen to say, which has the time.
    """

    def __init__(
        self, name: str, rect: Rect, theme: Theme, spec: ListSpec, pictures: dict[str, Thumb]
    ) -> None:
        """Place the list; rows without a picture show their icon."""
        super().__init__(name, rect, theme, spec)
        self.pictures = pictures

    @override
    def chosen(self) -> Action | None:
        """Ask for the row under the mouse; opening is left to a double click."""
        row = self.row_at(self._spot)
        return Action("click", self.name, row.key) if row else None

    @property
    @override
    def row_high(self) -> int:
        lines = text.line_height(self.theme, BODY_BOLD) + text.line_height(self.theme, SECONDARY)
        return max(self.theme.px(58), lines + self.theme.px(14))

    @override
    def draw_row(self, surface: pygame.Surface, row: Row, place: Rect) -> None:
        theme, palette = self.theme, self.theme.palette
        inner = place.pad(theme.px(6), theme.px(5))
        box, words = inner.cut_left(theme.px(74), theme.px(12))
        paint.box(surface, box, palette.inset, radius=theme.px(6), edge=palette.line)
        picture = self.pictures.get(row.key)
        if picture is not None:
            draw_hall(surface, box.pad(theme.px(5), theme.px(4)), picture)
        elif row.icon:
            icons.put(surface, row.icon, box.centre, theme.px(20), row.icon_ink or palette.text3)
        high = text.line_height(theme, BODY_BOLD) + text.line_height(theme, SECONDARY)
        words = words.middle(words.w, high)
        top, low = words.cut_top(text.line_height(theme, BODY_BOLD))
        wide = text.width(theme, row.right, LABEL)
        spare = top.w - wide - theme.px(10) >= text.width(theme, row.text, BODY_BOLD)
        side, top = top.cut_right(wide if spare else 0, theme.px(10) if spare else 0)
        colour = palette.text3 if row.faint else palette.text
        kind = text.fit_type(theme, row.text, (BODY_BOLD, SECONDARY_BOLD, LABEL_BOLD), top.w)
        text.put(surface, theme, top, row.text, kind, colour=colour)
        text.put(surface, theme, side, row.right, LABEL, colour=palette.text3)
        text.put(surface, theme, low, row.middle, SECONDARY, colour=palette.text2)
