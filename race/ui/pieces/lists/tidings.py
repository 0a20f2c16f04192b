"""A list whose rows are as high as their words: one line, or two or three where fewer would be cut."""

import sys
from typing import Final

from typing_extensions import override

from race.ui.kit import text
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListBox, ListSpec
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, LABEL, SECONDARY, SMALLEST_TARGET, Theme, Type
from race.ui.kit.widgets import Row

_ONE: Final = 32
"""Usual height of a row with one line at 720p; one with two is as high as the list's `high`."""

_TWO: Final = 2
_MOST: Final = {False: 3, True: 4}
"""Most lines of a row, by whether the letters are large."""


class Tidings(ListBox):
    """Scrolled by rows, like any list."""

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: ListSpec, one: int = _ONE) -> None:
        """Place the list; `one` is the height of a row with one line at 720p."""
        super().__init__(name, rect, theme, spec)
        self.one = one

    def _high(self, row: Row, left: int) -> int:
        """Return the height of a row where so many pixels are left; two lines give way to one at the end."""
        one = max(SMALLEST_TARGET, self.theme.px(self.one), text.line_height(self.theme, BODY))
        third = text.line_height(self.theme, LABEL)
        most = self.row_high + third * (_MOST[self.theme.large] - _TWO)
        place = Rect(self.rect.x, self.rect.y, self.rect.w - self.theme.px(10), most)
        lines = self._lines(row, self._cells(place, row)[1])[1]
        if len(lines) == 1 or one <= left < self.row_high:
            return one
        more = self.row_high + third * max(0, len(lines) - _TWO)
        return more if more <= left else self.row_high

    @override
    def _lines(self, row: Row, words: Rect) -> tuple[Type, tuple[str, ...]]:
        """Return the type and the lines of a row's words: small ones, up to four, where two would be cut.

        Rows of one line are no larger than their neighbours of two.
        """
        kind, lines = super()._lines(row, words)
        if kind is BODY and self.lines == 1 and self._mixed():
            kind = SECONDARY
        if not lines[-1].endswith(text.ELLIPSIS):
            return kind, lines
        small = text.wrap(self.theme, row.text, LABEL, words.w, _MOST[self.theme.large])
        fits = len(small) * self.theme.font(LABEL).get_height() <= words.h
        return (LABEL, small) if fits else (kind, lines)

    def needed(self) -> int:
        """Return the height in which every row stands whole."""
        return sum(self._high(row, sys.maxsize) for row in self.spec.rows)

    def _mixed(self) -> bool:
        """Tell whether some row takes more than a line of the usual size."""
        line = Rect(0, 0, self.rect.w - self.theme.px(10), 1)
        return any(
            text.width(self.theme, row.text, BODY) > self._cells(line, row)[1].w for row in self.spec.rows
        )

    def _heights(self, first: int) -> list[int]:
        """Return the heights of the rows that are visible from one on, at least one."""
        found, left = list[int](), self.rect.h
        for row in self.spec.rows[first:]:
            high = self._high(row, left)
            left -= high
            if left < 0 and found:
                break
            found.append(high)
        return found

    @property
    @override
    def page(self) -> int:
        return max(1, len(self._heights(self.first)))

    @override
    def row_rects(self) -> list[tuple[int, Rect]]:
        count, found, y = len(self.spec.rows), list[tuple[int, Rect]](), self.rect.y
        heights = self._heights(self.first)
        wide = self.rect.w - (self.theme.px(10) if len(heights) < count else 0)
        for index, high in enumerate(heights, self.first):
            found.append((index, Rect(self.rect.x, y, wide, high)))
            y += high
        return found

    @override
    def scroll(self, rows: int) -> None:
        count = len(self.spec.rows)
        last = next((first for first in range(count) if first + len(self._heights(first)) >= count), 0)
        self.first = max(0, min(self.first + rows, last))

    @override
    def act(self, action: Action) -> Action | None:
        asked = super().act(action)
        if asked is not None and asked.name == "select":
            at = next(index for index, row in enumerate(self.spec.rows) if row.key == self.spec.chosen)
            while at >= self.first + self.page:
                self.first += 1
        return asked
