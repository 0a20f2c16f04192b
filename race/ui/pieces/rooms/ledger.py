"""A table whose lines can be chosen: heads, columns as wide as they need, a share drawn under each line."""

from collections.abc import Mapping
from dataclasses import dataclass

import pygame
from typing_extensions import override

from race.speech import labelled
from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListBox, ListSpec
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, LABEL, SECONDARY, Ink, Theme, Type
from race.ui.kit.widgets import Row, Tip

_SMALL = Type(11)
"""Type of a first cell that is cut in every other."""
_FEWEST = 3
"""Columns that always stay; of more the widest goes where numbers or heads would be cut: a tooltip has it."""
_LEGIBLE = 0.7
"""Share of a head that must be seen."""
_NARROW = 9
"""Gap between squeezed columns at 720p."""
_LEAST_FIRST = 0.3
"""Part of the room that the first column keeps when the others are squeezed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: cells, sign with its colour, share under it from 0 to 1 or None."""

    key: str
    cells: tuple[str, ...]
    icon: str
    ink: Ink
    bar: float | None = None


@dataclass(frozen=True, slots=True)
class LedgerSpec:
    """Heads, lines, and the key of the chosen line."""

    heads: tuple[str, ...]
    entries: tuple[Entry, ...]
    chosen: str = ""


class Ledger(ListBox):
    """Chosen like a list; a line that does not fit tells its cells in a tooltip."""

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: LedgerSpec) -> None:
        """Place the table at its first line."""
        self.heads = spec.heads
        self.entries: Mapping[str, Entry] = {entry.key: entry for entry in spec.entries}
        rows = tuple(Row(entry.key, entry.cells[0], tip=self._told(entry)) for entry in spec.entries)
        super().__init__(name, rect, theme, ListSpec(rows, spec.chosen))
        self.places = tuple(range(len(self.heads)))
        for heads in (0.0, _LEGIBLE):  # numbers without a legible head say nothing, either
            while len(self.places) > _FEWEST and not self._stands(heads):
                cells = self._needed((LABEL, LABEL), heads)
                widest = max(range(1, len(cells)), key=cells.__getitem__)
                self.places = (*self.places[:widest], *self.places[widest + 1 :])
        self.kinds, self.wide, self.gap = self._fitted()

    def _stands(self, heads: float) -> bool:
        """Tell whether all cells but the first, and that share of their heads, stand beside what it keeps."""
        theme, cells = self.theme, self._needed((LABEL, LABEL), heads)
        room = self._room() - theme.px(24)
        least = min(cells[0], round(room * _LEAST_FIRST))
        return least + sum(cells[1:]) + theme.px(_NARROW) * (len(cells) - 1) <= room

    def _shown(self, told: tuple[str, ...]) -> tuple[str, ...]:
        """Return the cells or heads of the columns that are shown."""
        return tuple(told[place] for place in self.places)

    def _told(self, entry: Entry) -> str:
        pairs = zip(self.heads[1:], entry.cells[1:], strict=True)
        return "\n".join([entry.cells[0], *(labelled(head, cell) for head, cell in pairs)])

    @property
    @override
    def row_high(self) -> int:
        return max(28, round(self.theme.row * 0.86))

    @property
    def head_high(self) -> int:
        """Height of the heads, pixels; none where only one line would be left."""
        high = text.line_height(self.theme, LABEL) + self.theme.px(4)
        return high if self.rect.h >= high + self.row_high else 0

    @property
    @override
    def page(self) -> int:
        return max(1, (self.rect.h - self.head_high) // self.row_high)

    @override
    def row_rects(self) -> list[tuple[int, Rect]]:
        top, high = self.rect.y + self.head_high, self.row_high
        last = min(len(self.spec.rows), self.first + self.page)
        return [
            (index, Rect(self.rect.x, top + (index - self.first) * high, self._room(), high))
            for index in range(self.first, last)
        ]

    def _room(self) -> int:
        return self.rect.w - (self.theme.px(10) if len(self.spec.rows) > self.page else 0)

    def _fitted(self) -> tuple[tuple[Type, Type], tuple[int, ...], int]:
        """Return the types of the first and of the other columns, the widths of all, and the gap between."""
        theme, small = self.theme, (LABEL, LABEL)
        room = self._room() - theme.px(24)
        wide, narrow = theme.px(12), theme.px(_NARROW)
        ways = [(kinds, self._needed(kinds), wide) for kinds in ((BODY, SECONDARY), (SECONDARY, SECONDARY))]
        joints = len(self.places) - 1
        ways += [(small, self._needed(small), wide), (small, self._needed(small), narrow)]
        shorter = self._needed(small)
        shorter[0] = min(shorter[0], round(room * _LEAST_FIRST) + theme.px(24))
        ways += [(small, shorter, narrow), (small, self._squeezed(room - narrow * joints), narrow)]
        kinds, needed, gap = next((way for way in ways if sum(way[1]) + way[2] * joints <= room), ways[-1])
        others = sum(needed[1:]) + gap * joints
        first = max(room - others, min(needed[0], round(room * _LEAST_FIRST)))
        left = max(0, room - first - gap * joints)
        share = min(1.0, left / max(1, sum(needed[1:])))
        return kinds, (first, *(int(wide * share) for wide in needed[1:])), gap

    def _squeezed(self, room: int) -> list[int]:
        """Return the widths of the cells alone, and for the heads what they leave of the room."""
        cells, whole = self._needed((LABEL, LABEL), 0.0), self._needed((LABEL, LABEL))
        lack = sum(whole[1:]) - sum(cells[1:])
        share = min(1.0, max(0, room - sum(cells)) / max(1, lack))
        return [
            cells[0],
            *(own + int((all_ - own) * share) for own, all_ in zip(cells[1:], whole[1:], strict=True)),
        ]

    def _needed(self, kinds: tuple[Type, Type], heads: float = 1.0) -> list[int]:
        """Return the width that each column needs in these types, with that share of its head, 0 to 1."""
        found = list[int]()
        lines = [self._shown(entry.cells) for entry in self.entries.values()]
        for place, head in enumerate(self._shown(self.heads)):
            cells = [line[place] for line in lines]
            wide = [text.width(self.theme, cell, kinds[place > 0]) for cell in cells]
            found.append(max([round(text.width(self.theme, head, LABEL) * heads), *wide, 0]))
        if len(found) > 1:  # a long first cell takes what the cell beside it leaves
            both = (
                text.width(self.theme, line[0], kinds[0]) + text.width(self.theme, line[1], kinds[1])
                for line in lines
            )
            named = round(text.width(self.theme, self.heads[0], LABEL) * heads)
            found[0] = max(named, max(both, default=0) - found[1])
        return found

    def cells(self, place: Rect) -> list[Rect]:
        """Return the places of a line's cells, the sign's first."""
        gap, found = self.gap, []
        sign, rest = place.cut_left(self.theme.px(24))
        found.append(sign)
        for wide in self.wide:
            cell, rest = rest.cut_left(wide, gap)
            found.append(cell)
        return found

    @property
    @override
    def tip(self) -> Tip | None:
        """The whole line when something of it was cut."""
        row = self.row_at(self._spot)
        if row is None:
            return None
        entry = self.entries[row.key]
        wide, kind, lines = self._first(entry, self.wide[0])
        cut = [
            len(self.places) < len(self.heads),
            lines[-1].endswith(text.ELLIPSIS) or text.fit(self.theme, lines[-1], kind, wide).cut,
        ]
        cut += [
            text.fit(self.theme, words, self.kinds[1], room).cut
            for words, room in zip(self._shown(entry.cells)[1:], self.wide[1:], strict=True)
        ]
        cut += [
            text.fit(self.theme, head, LABEL, wide).cut
            for head, wide in zip(self._shown(self.heads)[1:], self.wide[1:], strict=True)
        ]
        return row.tip if any(cut) else None

    @override
    def chosen(self) -> Action | None:
        """Do not leave the line when the heads are clicked."""
        return super().chosen() if self.row_at(self._spot) else None

    @override
    def draw(self, surface: pygame.Surface) -> None:
        """Draw heads, a rule under them, and the lines."""
        theme, palette = self.theme, self.theme.palette
        head = Rect(self.rect.x, self.rect.y, self._room(), self.head_high)
        if self.spec.rows and head.h:
            for place, (cell, words) in enumerate(
                zip(self.cells(head)[1:], self._shown(self.heads), strict=True)
            ):
                spot = head.cut_left(cell.right - head.x)[0] if not place else cell
                align: text.Align = "right" if place else "left"
                text.put(surface, theme, spot, words, LABEL, colour=palette.text3, align=align)
            y = head.bottom - 1
            pygame.draw.line(surface, palette.line, (head.x, y), (head.right, y))
        super().draw(surface)

    def _first(self, entry: Entry, wide: int) -> tuple[int, Type, tuple[str, ...]]:
        """Return width, type and lines of a line's first cell.

        What would be cut takes what the cell beside it leaves, then a smaller type, then two lines of that.
        """
        theme, words = self.theme, entry.cells[0]
        if len(self.wide) > 1:
            wide += self.wide[1] - text.width(theme, entry.cells[self.places[1]], self.kinds[1])
        kind = text.fit_type(theme, words, (self.kinds[0], _SMALL), wide)
        if text.width(theme, words, kind) <= wide or entry.bar is not None:
            return wide, kind, (words,)
        if 2 * theme.font(_SMALL).get_height() > self.row_high:
            return wide, kind, (words,)
        return wide, kind, text.wrap(theme, words, kind, wide, 2)

    def _draw_first(self, surface: pygame.Surface, entry: Entry, cell: Rect) -> None:
        theme, ink = self.theme, self.theme.palette.text
        wide, kind, lines = self._first(entry, cell.w)
        step = cell.h if len(lines) == 1 else theme.font(kind).get_height()
        block = Rect(cell.x, cell.y, wide, cell.h).middle(wide, step * len(lines))
        for line in lines:
            spot, block = block.cut_top(step)
            text.put(surface, theme, spot, line, kind, colour=ink)

    @override
    def draw_row(self, surface: pygame.Surface, row: Row, place: Rect) -> None:
        theme, palette, entry = self.theme, self.theme.palette, self.entries[row.key]
        sign, *cells = self.cells(place)
        icons.put(surface, entry.icon, (sign.x + theme.px(8), sign.centre[1]), theme.px(14), entry.ink)
        self._draw_first(surface, entry, cells[0])
        for cell, words in zip(cells[1:], self._shown(entry.cells)[1:], strict=True):
            text.put(surface, theme, cell, words, self.kinds[1], colour=palette.text2, align="right")
        if entry.bar is not None:
            track = Rect(
                sign.right, place.bottom - theme.px(4), place.right - sign.right, max(2, theme.px(2))
            )
            paint.bar(surface, track, entry.bar, (entry.ink, palette.line))
