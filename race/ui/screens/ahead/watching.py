"""A screen that is drawn anew while futures are being played: seldom enough to leave them the machine."""

from typing import Final

import pygame
from typing_extensions import override

from race.ui.screens.game import Game
from race.ui.screens.screen import Screen

LOOK_MS: Final = 80
"""Milliseconds between two looks at what the futures say while they are played."""
RENEW_MS: Final = 240
"""Least milliseconds between two new pictures of futures that are still being played."""


class Watching(Screen):
    """A screen that shows how many futures are played; whoever lays it out says how many it shows."""

    game: Game
    shown: int = -1
    """Futures that are shown."""
    _due: int = 0

    @override
    def wait(self) -> int | None:
        usual = super().wait()
        if not self.game.lookout.running:
            return 0 if self._fresh() else usual
        return LOOK_MS if usual is None else min(usual, LOOK_MS)

    @override
    def draw(self, surface: pygame.Surface) -> None:
        self.renew()
        super().draw(surface)

    def renew(self) -> None:
        """Lay out anew what futures have come in, not too often while there are more to come."""
        if self._fresh() and (not self.game.lookout.running or self.desk.now >= self._due):
            self._due = self.desk.now + RENEW_MS
            self.lay()

    def _fresh(self) -> bool:
        """Return whether more futures of this month are finished than are shown."""
        forecast = self.game.lookout.forecast
        return (
            forecast is not None
            and forecast.month == self.game.session.month
            and forecast.played != self.shown
        )
