"""A list of keys: each line ends in keycaps, a chord on each."""

from collections.abc import Mapping

import pygame
from typing_extensions import override

from race.ui.kit import icons
from race.ui.kit.choices import ListBox, ListSpec
from race.ui.kit.layout import Rect
from race.ui.kit.theme import Theme
from race.ui.kit.widgets import Row


class KeyCaps(ListBox):
    """Chosen like a list; a row without keycaps shows its right text."""

    def __init__(
        self, name: str, rect: Rect, theme: Theme, spec: ListSpec, caps: Mapping[str, tuple[str, ...]]
    ) -> None:
        """Place the list; `caps` are the chords of rows by their keys, as written on keycaps."""
        super().__init__(name, rect, theme, spec)
        self.caps = caps

    def _wide(self, row: Row) -> int:
        """Return the width of a row's keycaps, pixels."""
        caps, gap = self.caps.get(row.key, ()), self.theme.px(6)
        return sum(icons.keycap_width(self.theme, cap) for cap in caps) + gap * max(0, len(caps) - 1)

    @override
    def _cells(self, place: Rect, row: Row) -> tuple[Rect, Rect, Rect, Rect]:
        if row.key not in self.caps:
            return super()._cells(place, row)
        right, rest = place.cut_right(min(self._wide(row), place.w // 2), self.theme.px(12))
        icon, words, middle, _none = super()._cells(rest, row)
        return icon, words, middle, right

    @override
    def draw_row(self, surface: pygame.Surface, row: Row, place: Rect) -> None:
        super().draw_row(surface, row, place)
        rest = self._cells(place, row)[3]
        for cap in reversed(self.caps.get(row.key, ())):
            spot, rest = rest.cut_right(icons.keycap_width(self.theme, cap), self.theme.px(6))
            icons.keycap(surface, self.theme, spot, cap)
