"""One entry of the debrief: a sign, a head with a figure at its right end, words, a note, perhaps a bar."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame
from typing_extensions import override

from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import (
    LABEL,
    LABEL_BOLD,
    SECONDARY,
    SECONDARY_BOLD,
    SMALLEST_TARGET,
    Ink,
    Theme,
)
from race.ui.kit.widgets import Tip, Widget

Move = tuple[str, bool]
"""What was moved, in words, and whether that helped."""


@dataclass(frozen=True, slots=True)
class EntrySpec:
    """What an entry tells.

    Attributes:
        head: first line, left.
        right: first line, right: the figure.
        right_ink: colour of the figure.
        words: what happened, set in as many lines as it takes.
        shorter: the same in fewer words, the longest first, for a list that is to stand whole.
        bare: the fewest words, for a list that stands whole at any price.
        moves: what it moved, each with whether that helped.
        note: smaller last line, may be empty.
        disc: number in the disc at the left, empty for none.
        share: 0-1 fills a bar under the head, None draws none.
        bar_ink: colour of the bar.
        picked: whether it is the chosen one of its list; None for entries that cannot be chosen.
        bold: whether the head is heavy.
        tip: what a tooltip adds.
    """

    head: str
    right: str = ""
    right_ink: Ink | None = None
    words: str = ""
    shorter: tuple[str, ...] = ()
    bare: str = ""
    moves: tuple[Move, ...] = ()
    note: str = ""
    disc: str = ""
    share: float | None = None
    bar_ink: Ink | None = None
    picked: bool | None = None
    bold: bool = False
    tip: Tip | None = None


def _inset(theme: Theme, spec: EntrySpec) -> tuple[int, int]:
    return (0, theme.px(2)) if spec.picked is None else (theme.px(10), theme.px(6))


def _lead(theme: Theme, spec: EntrySpec) -> int:
    return theme.px(30) if spec.disc else 0


def _move_rows(theme: Theme, moves: Sequence[Move], room: int) -> list[list[Move]]:
    """Return what was moved in rows, each as long as the room lets it be."""
    found: list[list[Move]] = []
    left = 0
    for words, good in moves:
        wide = theme.px(14) + text.width(theme, words, SECONDARY)
        if not found or wide > left:
            found.append([])
            left = room
        found[-1].append((words, good))
        left -= wide + theme.px(14)
    return found


def entry_height(theme: Theme, spec: EntrySpec, wide: int) -> int:
    """Return the height in pixels that an entry needs in a column of this width."""
    across, down = _inset(theme, spec)
    room = wide - 2 * across - _lead(theme, spec)
    lines = len(text.wrap(theme, spec.words, SECONDARY, room)) if spec.words else 0
    high = text.line_height(theme, SECONDARY) * (1 + lines) + 2 * down
    high += text.line_height(theme, SECONDARY) * len(_move_rows(theme, spec.moves, room))
    high += theme.px(10) if spec.share is not None else 0
    high += text.line_height(theme, LABEL) if spec.note else 0
    return max(SMALLEST_TARGET, high)


class Entry(Widget):
    """An entry of a list; one that can be chosen asks `Action("choose", "entry", name)`."""

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: EntrySpec) -> None:
        """Place the entry; it can have the focus when it can be chosen or explains itself."""
        super().__init__(name, rect, theme, focusable=spec.picked is not None or spec.tip is not None)
        self.spec = spec

    @property
    @override
    def tip(self) -> Tip | None:
        return self.spec.tip

    @override
    def chosen(self) -> Action | None:
        if self.spec.picked is not None:
            return Action("choose", "entry", self.name)
        return Action("explain", self.name) if self.spec.tip is not None else None

    @override
    def draw(self, surface: pygame.Surface) -> None:
        theme, palette, spec = self.theme, self.theme.palette, self.spec
        if spec.picked is not None:
            ground = palette.raised if spec.picked or self.hovered else palette.inset
            edge = palette.lab if spec.picked else palette.line
            paint.box(surface, self.rect, ground, radius=theme.px(7), edge=edge)
        inner = self.rect.pad(*_inset(theme, spec))
        lead, inner = inner.cut_left(_lead(theme, spec))
        line = text.line_height(theme, SECONDARY)
        top, rest = inner.cut_top(line)
        if spec.disc:
            disc = Rect(lead.x, lead.y, theme.px(20), line)
            icons.put(surface, "circle", disc.centre, theme.px(19), palette.text)
            text.put(surface, theme, disc, spec.disc, LABEL_BOLD, colour=palette.on_bright, align="centre")
        self._draw_head(surface, top)
        if spec.share is not None:
            bar, rest = rest.cut_top(theme.px(10))
            colours = (spec.bar_ink or palette.lab, palette.line)
            paint.bar(surface, bar.middle(bar.w, theme.px(5)), spec.share, colours)
        self._draw_words(surface, rest)
        self.ring(surface, theme.px(7))

    def _draw_head(self, surface: pygame.Surface, line: Rect) -> None:
        theme, palette, spec = self.theme, self.theme.palette, self.spec
        wide = min(line.w // 2, text.width(theme, spec.right, SECONDARY_BOLD) + theme.px(2))
        figure, head = line.cut_right(wide, theme.px(8))
        heavy = spec.bold
        text.put(
            surface,
            theme,
            head,
            spec.head,
            SECONDARY_BOLD if heavy else SECONDARY,
            colour=palette.text if heavy else palette.text2,
        )
        ink = spec.right_ink or palette.text
        text.put(surface, theme, figure, spec.right, SECONDARY_BOLD, colour=ink, align="right")

    def _draw_words(self, surface: pygame.Surface, rest: Rect) -> None:
        theme, palette, spec = self.theme, self.theme.palette, self.spec
        if spec.words:
            lines = text.wrap(theme, spec.words, SECONDARY, rest.w)
            words, rest = rest.cut_top(min(rest.h, text.line_height(theme, SECONDARY) * len(lines)))
            text.put_lines(surface, theme, words, spec.words, SECONDARY)
        for moves in _move_rows(theme, spec.moves, rest.w):
            row, rest = rest.cut_top(text.line_height(theme, SECONDARY))
            self._draw_moves(surface, row, moves)
        if spec.note:
            row = rest.cut_top(text.line_height(theme, LABEL))[0]
            text.put(surface, theme, row, spec.note, LABEL, colour=palette.text3)

    def _draw_moves(self, surface: pygame.Surface, row: Rect, moves: Sequence[Move]) -> None:
        """Draw what it moved side by side, an arrow before each."""
        theme, palette = self.theme, self.theme.palette
        for words, good in moves:
            sign, rest = row.cut_left(theme.px(9), theme.px(5))
            kind = text.fit_type(theme, words, (SECONDARY, LABEL), rest.w)
            wide = text.width(theme, words, kind)
            if wide > rest.w:  # left to the tooltip
                return
            ink = palette.good if good else palette.bad
            icons.put(surface, "up" if good else "down", sign.centre, max(6, theme.px(8)), ink)
            told, row = rest.cut_left(wide, theme.px(14))
            text.put(surface, theme, told, words, kind, colour=palette.text2)
