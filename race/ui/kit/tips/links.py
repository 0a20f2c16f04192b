"""The words of a kept tooltip that open something: underlined, and noted where they are."""

from dataclasses import dataclass, field

import pygame

from race.ui.kit import text
from race.ui.kit.layout import Rect
from race.ui.kit.theme import Theme, Type


@dataclass(slots=True)
class Links:
    """The words of a kept tooltip that open something: which is marked, and where each was drawn."""

    marked: int = 0
    places: list[tuple[Rect, str]] = field(default_factory=list)

    def note(
        self, surface: pygame.Surface, theme: Theme, box: Rect, words: tuple[str, Type], opens: str
    ) -> None:
        """Underline the words, with the type they were put in a box with, and note where they are."""
        marked = len(self.places) == self.marked
        ink, thick = (theme.palette.lab, max(2, theme.px(2))) if marked else (theme.palette.text3, 1)
        step = text.line_height(theme, words[1])
        lines = text.wrap(theme, *words, box.w)
        block = box.middle(box.w, step * len(lines))
        for index, line in enumerate(lines):
            y = block.y + step * (index + 1) - 1
            right = block.x + text.width(theme, line, words[1]) - 1
            pygame.draw.line(surface, ink, (block.x, y), (right, y), thick)
        self.places.append((block, opens))
