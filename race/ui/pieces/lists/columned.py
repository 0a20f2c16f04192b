"""A list in columns, of which one row may keep out: where its long end would break the others' words."""

from collections.abc import Sequence
from dataclasses import replace

from typing_extensions import override

from race.ui.kit import text
from race.ui.kit.choices import ListBox
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, SECONDARY
from race.ui.kit.widgets import Row


class Columned(ListBox):
    """Chosen and scrolled like any list."""

    @override
    def _cells(self, place: Rect, row: Row) -> tuple[Rect, Rect, Rect, Rect]:
        """Return the cells of a row; one that keeps out of the columns has its own."""
        apart = self._apart(place.w)
        if apart is None:
            return super()._cells(place, row)
        rows = (apart,) if row is apart else tuple(each for each in self.spec.rows if each is not apart)
        alike = ListBox(self.name, self.rect, self.theme, replace(self.spec, rows=rows))
        return alike._cells(place, row)  # noqa: SLF001 - the same list, but for one row

    def _apart(self, wide: int) -> Row | None:
        """Return the row with the longest right text, if without it all words fit on a line.

        Larger text takes several lines anyway.
        """
        rows = [row for row in self.spec.rows if row.middle]
        if self.theme.text_scale > 1.0 or len(rows) < 2 or self._fit(rows, wide):  # noqa: PLR2004 - one beside another
            return None
        longest = max(rows, key=lambda row: text.width(self.theme, row.right, SECONDARY))
        rest = [row for row in rows if row is not longest]
        return longest if self._fit(rest, wide) and self._fit([longest], wide) else None

    def _fit(self, rows: Sequence[Row], wide: int) -> bool:
        """Tell whether the words of rows in common columns stand on one line."""
        theme = self.theme
        middle = max(text.width(theme, row.middle, SECONDARY) for row in rows)
        right = max(text.width(theme, row.right, SECONDARY) for row in rows)
        room = wide - middle - right - 2 * theme.px(12) - theme.px(18) - theme.px(8)
        return all(text.width(theme, row.text, BODY) <= room for row in rows)
