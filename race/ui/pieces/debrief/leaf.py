"""Sets paragraphs in columns like a printed file: captions, numbered facts, quotations, their sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from race.ui.kit import text
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, EYEBROW, HEADLINE, LABEL, PANEL, SECONDARY_BOLD, Theme, Type

_QUOTED = Type(BODY.size, italic=True)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One paragraph: its sort (`caption`, `part`, `head`, `plain`, `fact`, `quote`, `foot`), mark, source."""

    sort: str
    text: str
    mark: str = ""
    note: str = ""


_HEADS = ("part", "head")
"""Sorts that never stand last in a column."""
_PAIR: Final = 2
"""Columns from which the last has one before it."""
_KINDS = {"caption": HEADLINE, "part": PANEL, "head": EYEBROW, "quote": _QUOTED, "foot": LABEL}


def _kind(leaf: Leaf) -> Type:
    return _KINDS.get(leaf.sort, BODY)


def _indent(theme: Theme, leaf: Leaf) -> int:
    return theme.px(24) if leaf.mark else 0


def _above(theme: Theme, leaf: Leaf) -> int:
    return theme.px({"head": 12, "caption": 0, "part": 24, "foot": 14}.get(leaf.sort, 5))


def leaf_height(theme: Theme, leaf: Leaf, wide: int) -> int:
    """Return the height in pixels that a paragraph needs in a column, the room above it included."""
    room = wide - _indent(theme, leaf)
    high = _above(theme, leaf) + text.lines_height(theme, leaf.text, _kind(leaf), room)
    if leaf.note:
        high += text.lines_height(theme, leaf.note, LABEL, room)
    return high


def set_leaves(theme: Theme, leaves: Sequence[Leaf], size: tuple[int, int]) -> list[list[Leaf]]:
    """Return the columns of a size that the paragraphs fill; no head stands last, no foot alone in one."""
    columns: list[list[Leaf]] = [[]]
    used = 0
    heights = [leaf_height(theme, leaf, size[0]) for leaf in leaves]
    for place, leaf in enumerate(leaves):
        last = place
        while leaves[last].sort in _HEADS and last + 1 < len(leaves):
            last += 1
        if columns[-1] and used + sum(heights[place : last + 1]) > size[1]:
            columns.append([])
        if not columns[-1]:
            used = -_above(theme, leaf)
        columns[-1].append(leaf)
        used += heights[place]
    return _accompanied(theme, columns, size)


def _accompanied(theme: Theme, columns: list[list[Leaf]], size: tuple[int, int]) -> list[list[Leaf]]:
    """Let the section above a foot go with it where the foot would have a column for itself."""
    if len(columns) < _PAIR or any(leaf.sort != "foot" for leaf in columns[-1]):
        return columns
    full, feet = columns[-2:]
    starts = [place for place, leaf in enumerate(full) if leaf.sort in _HEADS and place]
    for start in (*starts[-1:], len(full) - 1):
        moved = [*full[start:], *feet]
        if full[:start] and sum([leaf_height(theme, leaf, size[0]) for leaf in moved]) <= size[1]:
            return [*columns[:-2], full[:start], moved]
    return columns


def draw_leaves(surface: pygame.Surface, theme: Theme, box: Rect, leaves: Sequence[Leaf]) -> None:
    """Draw one column from the top of a box."""
    y = box.y - (_above(theme, leaves[0]) if leaves else 0)
    for leaf in leaves:
        above, high = _above(theme, leaf), leaf_height(theme, leaf, box.w)
        _draw(surface, theme, Rect(box.x, y + above, box.w, high - above), leaf)
        y += high


def _draw(surface: pygame.Surface, theme: Theme, box: Rect, leaf: Leaf) -> None:
    palette, kind = theme.palette, _kind(leaf)
    gutter, room = box.cut_left(_indent(theme, leaf))
    line = text.line_height(theme, kind)
    if leaf.mark:
        mark = Rect(gutter.x, gutter.y, gutter.w, line)
        text.put(surface, theme, mark, leaf.mark, SECONDARY_BOLD, colour=palette.car)
    if leaf.sort == "head":
        text.put_spaced(
            surface, theme, Rect(room.x, room.y, room.w, line), leaf.text, kind, colour=palette.car
        )
        return
    inks = {"caption": palette.text, "part": palette.text, "foot": palette.text3, "plain": palette.text2}
    words, below = room.cut_top(text.lines_height(theme, leaf.text, kind, room.w))
    text.put_lines(surface, theme, words, leaf.text, kind, colour=inks.get(leaf.sort, palette.text))
    if leaf.note:
        text.put_lines(surface, theme, below, leaf.note, LABEL, colour=palette.text3)
