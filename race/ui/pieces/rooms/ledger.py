"""A table whose lines can be chosen: heads, columns as wide as they need, a share drawn under each line."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

import pygame
from typing_extensions import override

from race.speech import labelled
from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.choices import ListBox, ListSpec
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, LABEL, SECONDARY, SMALL, Ink, Theme, Type
from race.ui.kit.widgets import Row, Tip

_FEWEST = 3
"""Columns that always stay; of more the widest goes where numbers or heads would be cut: a tooltip has it."""
_LEGIBLE = 0.7
"""Share of a head that must be seen."""
_NARROW = 9
"""Gap between squeezed columns at 720p."""
_CLOSE = 0.95
"""How near to each other lines may draw, of their usual height."""
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
        self.deep = frozenset[str]()  # keys of the lines that take two rows of words
        self.places = tuple(range(len(self.heads)))
        for heads in (0.0, _LEGIBLE):  # numbers without a legible head say nothing, either
            while len(self.places) > _FEWEST and not self._stands(heads):
                cells = self._needed((LABEL, LABEL), heads)
                widest = max(range(1, len(cells)), key=cells.__getitem__)
                self.places = (*self.places[:widest], *self.places[widest + 1 :])
        self.kinds, self.wide, self.gap = self._fitted()
        self._deepen()

    def _deepen(self) -> None:
        """Give a line whose larger words would be cut a second row of them."""
        if self.theme.text_scale > 1.0:
            self.deep = frozenset(key for key, entry in self.entries.items() if self._cut(entry))
            self.kinds, self.wide, self.gap = self._fitted()
            self.deep |= {key for key, entry in self.entries.items() if self._cut(entry)}

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
        """Height of a line, pixels; lines draw a little together where one more then stands in view."""
        usual, room = self._usual, self.rect.h - self.head_high
        more = room // usual + 1
        close = max(28, round(usual * _CLOSE))
        roomy = self.theme.text_scale > 1.0 or more > len(self.spec.rows)
        return usual if roomy or room // more < close else room // more

    @property
    def _usual(self) -> int:
        return max(28, round(self.theme.row * 0.86))

    def _high(self, row: Row) -> int:
        """Return the height of a line, pixels, no more than there is room for."""
        if row.key not in self.deep:
            return self.row_high
        words = 2 * max(self.theme.font(kind).get_height() for kind in self.kinds)
        return max(self.row_high, min(words + self.theme.px(8), self.rect.h - self.head_high))

    def _shown_from(self, first: int) -> int:
        """Return how many whole lines are in view from one on."""
        sums = accumulate(self._high(row) for row in self.spec.rows[first:])
        return sum(high <= self.rect.h - self.head_high for high in sums)

    @property
    def head_high(self) -> int:
        """Height of the heads, pixels; none where only one line would be left."""
        high = text.line_height(self.theme, LABEL) + self.theme.px(4)
        return high if self.rect.h >= high + self._usual else 0

    @property
    @override
    def page(self) -> int:
        return max(1, self._shown_from(self.first))

    @override
    def row_rects(self) -> list[tuple[int, Rect]]:
        found, y = list[tuple[int, Rect]](), self.rect.y + self.head_high
        for index, row in enumerate(self.spec.rows[self.first : self.first + self.page], self.first):
            high = self._high(row)
            found.append((index, Rect(self.rect.x, y, self._room(), high)))
            y += high
        return found

    @override
    def scroll(self, rows: int) -> None:
        count = len(self.spec.rows)
        last = next((first for first in range(count) if first + self._shown_from(first) >= count), 0)
        self.first = max(0, min(self.first + rows, last))

    @override
    def act(self, action: Action) -> Action | None:
        asked = super().act(action)
        at = next((index for index, row in enumerate(self.spec.rows) if row.key == self.spec.chosen), 0)
        while asked is not None and asked.name == "select" and at >= self.first + self.page:
            self.first += 1
        return asked

    def _room(self) -> int:
        return self.rect.w - (self.theme.px(10) if len(self.spec.rows) > self._shown_from(0) else 0)

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
        heads = [
            text.fit(self.theme, head, LABEL, wide).cut
            for head, wide in zip(self._shown(self.heads)[1:], self.wide[1:], strict=True)
        ]
        fewer = len(self.places) < len(self.heads)
        return row.tip if fewer or any(heads) or self._cut(self.entries[row.key]) else None

    def _cut(self, entry: Entry) -> bool:
        """Tell whether some word of a line's cells is cut."""
        wide, kind, lines = self._first(entry, self.wide[0])
        if lines[-1].endswith(text.ELLIPSIS) or text.fit(self.theme, lines[-1], kind, wide).cut:
            return True
        found = zip(self._shown(entry.cells)[1:], self.wide[1:], strict=True)
        ends = [(self._rows(entry, words, room)[-1], room) for words, room in found]
        kind = self.kinds[1]
        return any(
            end.endswith(text.ELLIPSIS) or text.fit(self.theme, end, kind, room).cut for end, room in ends
        )

    def _rows(self, entry: Entry, words: str, wide: int) -> tuple[str, ...]:
        """Return the rows of words of a cell beside the first."""
        return text.wrap(self.theme, words, self.kinds[1], wide, 2) if entry.key in self.deep else (words,)

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
            beside = self._rows(entry, entry.cells[self.places[1]], self.wide[1])
            wide += self.wide[1] - max(text.width(theme, each, self.kinds[1]) for each in beside)
        if entry.key in self.deep:
            return wide, self.kinds[0], text.wrap(theme, words, self.kinds[0], wide, 2)
        kind = text.fit_type(theme, words, (self.kinds[0], SMALL), wide)
        if text.width(theme, words, kind) <= wide or entry.bar is not None:
            return wide, kind, (words,)
        if 2 * theme.font(SMALL).get_height() > self.row_high:
            return wide, kind, (words,)
        return wide, kind, text.wrap(theme, words, kind, wide, 2)

    def _draw_first(self, surface: pygame.Surface, entry: Entry, cell: Rect) -> None:
        wide, kind, lines = self._first(entry, cell.w)
        place = Rect(cell.x, cell.y, wide, cell.h)
        self._put_cell(surface, place, (kind, lines), first=True)

    def _put_cell(
        self, surface: pygame.Surface, place: Rect, told: tuple[Type, tuple[str, ...]], *, first: bool
    ) -> None:
        """Draw a cell's rows of words in the middle of its height; the first cell's are bright."""
        (kind, lines), palette = told, self.theme.palette
        ink = palette.text if first else palette.text2
        align: text.Align = "left" if first else "right"
        step = place.h if len(lines) == 1 else self.theme.font(kind).get_height()
        block = place.middle(place.w, step * len(lines))
        for line in lines:
            spot, block = block.cut_top(step)
            text.put(surface, self.theme, spot, line, kind, colour=ink, align=align)

    @override
    def draw_row(self, surface: pygame.Surface, row: Row, place: Rect) -> None:
        theme, palette, entry = self.theme, self.theme.palette, self.entries[row.key]
        sign, *cells = self.cells(place)
        icons.put(surface, entry.icon, (sign.x + theme.px(8), sign.centre[1]), theme.px(14), entry.ink)
        self._draw_first(surface, entry, cells[0])
        for cell, words in zip(cells[1:], self._shown(entry.cells)[1:], strict=True):
            lines = self._rows(entry, words, cell.w)
            self._put_cell(surface, cell, (self.kinds[1], lines), first=False)
        if entry.bar is not None:
            track = Rect(
                sign.right, place.bottom - theme.px(4), place.right - sign.right, max(2, theme.px(2))
            )
            paint.bar(surface, track, entry.bar, (entry.ink, palette.line))
