"""A door on the rail of a room: the sign of another one and, where names can stand, a short name under it."""

from typing import Final

import pygame
from typing_extensions import override

from race.ui.kit import icons, paint, text
from race.ui.kit.layout import Rect
from race.ui.kit.theme import Theme, Type
from race.ui.kit.widgets import Button, ButtonSpec

NAME: Final = Type(11)
_SIGN: Final = 18


class RailDoor(Button):
    """Pressed like a button; `words` may be empty."""

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: ButtonSpec, words: str) -> None:
        """Place the door."""
        super().__init__(name, rect, theme, spec)
        self.words = words

    @staticmethod
    def height(theme: Theme) -> int:
        """Return the least height that sign and name need."""
        return theme.px(_SIGN) + text.line_height(theme, NAME) + theme.px(4)

    @override
    def draw(self, surface: pygame.Surface) -> None:
        """Draw the ground, the sign, and the name beneath it."""
        if not self.words:
            super().draw(surface)
            return
        theme, (ground, edge, writing) = self.theme, self._inks()
        if ground is not None:
            paint.box(surface, self.rect, ground, radius=theme.px(8), edge=edge)
        line = text.line_height(theme, NAME)
        sign, below = self.rect.middle(self.rect.w, theme.px(_SIGN) + line).cut_top(theme.px(_SIGN))
        icons.put(surface, self.spec.icon, sign.centre, theme.px(16), writing)
        ink = writing if self.spec.kind == "secondary" else theme.palette.text2
        text.put(surface, theme, below, self.words, NAME, colour=ink, align="centre")
        self.ring(surface, theme.px(8))
