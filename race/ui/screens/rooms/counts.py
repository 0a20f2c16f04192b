"""The room of what counts: in the last year it says how often the futures end how, as they are played."""

from typing_extensions import override

from race.session.forecast.outlook import Outlook
from race.ui.present.ahead.chance import awaited, in_last_year
from race.ui.present.rooms.counts import counts
from race.ui.present.rooms.page import Page
from race.ui.screens.ahead.watching import Watching
from race.ui.screens.game import Game
from race.ui.screens.rooms.page import RoomScreen
from race.ui.screens.screen import Desk


class CountsRoom(Watching, RoomScreen):
    """A room that is laid out anew when futures of the month's orders as they stand have been played."""

    def __init__(self, desk: Desk, game: Game) -> None:
        """Open the room."""
        RoomScreen.__init__(self, desk, game, "score")

    @override
    def foreseen(self) -> Outlook | None:
        session = self.game.session
        return self.game.lookout.ordered(session) if in_last_year(session) else None

    @override
    def told_page(self) -> Page:
        session, self.heard = self.game.session, self.foreseen()
        return counts(session, self.heard, self._awaited())

    def _awaited(self) -> str:
        """Return why the futures do not tell it yet; nothing where no processes may play them."""
        if self.desk.crew is None:
            return ""
        ahead = self.game.lookout.ahead(self.game.session)
        return awaited(self.game.session, ahead, playing=self.desk.kept.foresight)

    @override
    def wait(self) -> int | None:
        if in_last_year(self.game.session):
            self.think_ahead()
        return super().wait()
