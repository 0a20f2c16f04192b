"""Fetches the world behind the first frame: a thread imports it and tells the window after each step."""

from contextlib import ExitStack
from importlib import import_module
from types import ModuleType
from typing import Any, Final

import pygame

from race.files import user_folder

LOADED: Final = pygame.USEREVENT + 1
"""Posted by the loading thread when something new is ready."""


class World:
    """What the loading thread brings: the picture's tools, then the room of games, then the saves."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.picture = False
        self.door: ModuleType | None = None
        self.shelf: Any = None
        self.problem: BaseException | None = None
        self.kept = ExitStack()

    def fetch(self) -> None:
        """Import and read, telling the window after each step; runs in the loading thread."""
        try:
            import_module("race.ui.pieces.hall")  # numpy must not hold up the first frame, nor must the world
            self.picture = True
            self._ring()
            self.door = import_module("race.ui.screens.door")
            self.shelf = self.door.open_shelf(user_folder() / "saves", self.kept)
        except Exception as problem:  # noqa: BLE001 - it is raised again in the window's thread
            self.problem = problem
        self._ring()

    def _ring(self) -> None:
        if pygame.display.get_init():
            pygame.event.post(pygame.event.Event(LOADED))
