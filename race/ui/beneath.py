"""Keeps the picture of what lies beneath a sheet, so that the mouse over it draws the sheet alone."""

from collections.abc import Sequence

import pygame

from race.ui.screens.screen import Screen


class Beneath:
    """The screens under the topmost one, as they were drawn last, until something may have changed them."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._picture: pygame.Surface | None = None
        self._screens: tuple[Screen, ...] = ()

    def forget(self) -> None:
        """Draw the screens anew next time."""
        self._screens = ()

    def draw(self, surface: pygame.Surface, screens: Sequence[Screen], *, keep: bool) -> None:
        """Draw the screens, or the picture that was kept of the same ones.

        Args:
            surface: where to draw; covered wholly by the first of the screens.
            screens: the lowest first.
            keep: whether they stand still until `forget`, unless one is animated.
        """
        kept = self._picture
        fits = kept is not None and kept.get_size() == surface.get_size()
        if kept is not None and fits and screens and self._screens == tuple(screens):
            surface.blit(kept, (0, 0))
            return
        for screen in screens:
            screen.draw(surface)
        if not (keep and screens) or any(screen.animated() for screen in screens):
            self.forget()
            return
        if kept is None or not fits:
            kept = self._picture = pygame.Surface(surface.get_size(), 0, surface)
        kept.blit(surface, (0, 0))
        self._screens = tuple(screens)
