"""A screen that is drawn anew while futures are being played: seldom enough to leave them the machine."""

from collections.abc import Iterator
from typing import Final

from typing_extensions import override

from race.core.commands import Command
from race.session.forecast.outlook import Outlook
from race.ui.screens.game import Game
from race.ui.screens.screen import Screen

LOOK_MS: Final = 80
"""Milliseconds between two looks at what the futures say while they are played."""
RENEW_MS: Final = 240
"""Least milliseconds between two new pictures of futures that are still being played."""
_ALL: Final = -1
"""Said when all parts are drawn."""
BESIDE: Final = 30
"""Most frames a second while futures are played and nothing moves by itself: they need the machine more."""


class Watching(Screen):
    """A screen that shows what futures say; whoever lays it out notes what it has heard."""

    game: Game
    heard: Outlook | None = None
    """What is shown of the futures."""
    _due: int = 0
    _coming: Outlook | None = None
    _undrawn: Iterator[int] | None = None
    """Draws what is coming, until it is shown."""

    @override
    def wait(self) -> int | None:
        usual, playing = super().wait(), self._playing()
        self.frames = BESIDE if playing and not self.animated() else Screen.frames
        if not playing:
            return 0 if self.fresh() else usual
        if self._undrawn is not None:
            return 0
        return LOOK_MS if usual is None else min(usual, LOOK_MS)

    @override
    def refresh(self) -> None:
        super().refresh()
        self.renew()

    def renew(self) -> None:
        """Show what futures say that have come in, not too often while there are more to come.

        What takes long to draw is drawn before that, a part in each frame.
        """
        waits = self._playing() and self._undrawn is None and self.desk.now < self._due
        if self.fresh() and not waits:
            self._draw_ahead()

    def _draw_ahead(self) -> None:
        """Draw one more part of what is to be shown; when all are drawn, show it."""
        if self._undrawn is None:
            self._coming = self.foreseen()
            self._undrawn = self.parts_ahead(self._coming)
        if next(self._undrawn, _ALL) is _ALL:
            self._due = self.desk.now + RENEW_MS
            self.lay_heard(self._coming)

    def parts_ahead(self, seen: Outlook | None) -> Iterator[int]:  # noqa: ARG002 - most draw it at once
        """Draw, and count, the parts that will show what futures say."""
        return iter(())

    @override
    def lay(self) -> None:
        self._undrawn = None
        super().lay()

    def lay_heard(self, seen: Outlook | None) -> None:  # noqa: ARG002 - most take what is said by now
        """Lay out anew where nothing but what futures say has changed."""
        self.lay()

    def _playing(self) -> bool:
        return self.game.lookout.running or self.game.lookout.looking_on

    def foreseen(self) -> Outlook | None:
        """Return what the futures say that are shown here."""
        return self.game.lookout.seen()

    def room_ahead(self) -> int:
        """Return for how many months to come a chart keeps room: it does not jump when they are played."""
        thinks = self.desk.crew is not None and self.desk.kept.foresight
        thinks = thinks and self.game.session.ending is None
        return self.game.lookout.ahead(self.game.session) if thinks else 0

    def think_ahead(self, weighed: Command | None = None) -> None:
        """Have the futures played of the orders as they stand, where the player lets the machine do so."""
        if self.desk.crew is None:
            return
        if self.desk.kept.foresight:
            self.game.lookout.look_on(self.game.session, weighed)
        else:
            self.game.lookout.look_away()

    def fresh(self) -> bool:
        """Return whether the futures say something else than what is shown."""
        return self.foreseen() is not self.heard
