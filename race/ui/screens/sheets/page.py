"""A page to read: headings, paragraphs, formulas, facts, wrapped to its width; wheel and keys scroll it."""

from collections.abc import Sequence

import pygame
from typing_extensions import override

from race.ui.kit import paint, text
from race.ui.kit.layout import Rect
from race.ui.kit.roll import Scrolled
from race.ui.kit.theme import BODY, BODY_LARGE, SECONDARY, SECTION, Ink, Theme, Type
from race.ui.present.guide.topics import Block

_FORMULA = Type(13, 700)
_Line = tuple[int, str, Type, Ink, str]


class Page(Scrolled):
    """Blocks under a title; asks nothing."""

    def __init__(self, name: str, rect: Rect, theme: Theme, title: str, blocks: Sequence[Block]) -> None:
        """Lay the lines out."""
        super().__init__(name, rect, theme, rect.pad(theme.px(18), theme.px(14)))
        self.title, self.blocks = title, tuple(blocks)
        self.lines = list(self._lines())

    def _lines(self) -> "list[_Line]":
        """Return (height, words, type, ink, right words) from top to bottom."""
        theme, palette = self.theme, self.theme.palette
        found: list[_Line] = self._wrapped(self.title, SECTION, palette.text)
        found.append((theme.px(6), "", BODY, palette.text, ""))
        for block in self.blocks:
            match block.kind:
                case "head":
                    found.append((theme.px(8), "", BODY, palette.text, ""))
                    found += self._wrapped(block.text, Type(15, 700), palette.text)
                case "formula":
                    found += self._wrapped(block.text, _FORMULA, palette.lab)
                case "lead":
                    found += self._wrapped(block.text, SECTION, palette.text)
                    found.append((theme.px(6), "", BODY, palette.text, ""))
                case "warning":
                    found += self._wrapped(block.text, BODY_LARGE, palette.warning)
                    found.append((theme.px(6), "", BODY, palette.text, ""))
                case "note":
                    found.append((theme.px(8), "", BODY, palette.text, ""))
                    found += self._wrapped(block.text, SECONDARY, palette.text3)
                case "fact":
                    found += self._fact(block)
                case _:
                    found += self._wrapped(block.text, BODY_LARGE, palette.text2)
                    found.append((theme.px(6), "", BODY, palette.text, ""))
        return found

    def _room(self) -> int:
        return max(1, self.inner.w - self.theme.px(12))

    def _wrapped(self, words: str, kind: Type, ink: Ink) -> list[_Line]:
        high = text.line_height(self.theme, kind)
        return [(high, line, kind, ink, "") for line in text.wrap(self.theme, words, kind, self._room())]

    def _fact(self, block: Block) -> list[_Line]:
        """Return words with their value at the right; one too wide for that stands on lines of its own."""
        theme, palette = self.theme, self.theme.palette
        high = text.line_height(theme, BODY) + theme.px(3)
        value = text.width(theme, block.right, SECONDARY)
        beside = text.width(theme, block.text, BODY) + theme.px(12) + value <= self._room()
        if value > self._room() * 0.45 and not beside:
            return [
                *self._wrapped(block.text, BODY, palette.text2),
                *self._wrapped(block.right, SECONDARY, palette.text),
            ]
        lines = text.wrap(theme, block.text, BODY, self._room() - value - theme.px(12))
        return [
            (
                high if not place else text.line_height(theme, BODY),
                line,
                BODY,
                palette.text2,
                "" if place else block.right,
            )
            for place, line in enumerate(lines)
        ]

    @override
    def height(self) -> int:
        return sum(line[0] for line in self.lines)

    @override
    def draw(self, surface: pygame.Surface) -> None:
        theme, palette = self.theme, self.theme.palette
        paint.box(surface, self.rect, palette.inset, radius=theme.px(8), edge=palette.line)
        before, y = surface.get_clip(), self.inner.y - self.first
        surface.set_clip(pygame.Rect(*self.inner).clip(before))
        for high, words, kind, ink, right in self.lines:
            if y >= self.inner.y and y + high <= self.inner.bottom and words:
                place = Rect(self.inner.x, y, self._room(), high)
                text.put(surface, theme, place, words, kind, colour=ink)
                if right:
                    text.put(surface, theme, place, right, SECONDARY, colour=palette.text, align="right")
            y += high
        surface.set_clip(before)
        self.draw_bar(surface, palette.panel)
        self.ring(surface, theme.px(8))
