"""The forecast that a game has asked for: what it compares, how far it looks, how far it has come."""

from race.session.forecast.outlook import Outlook
from race.session.forecast.running import Forecast, Known
from race.session.session import Session
from race.ui.present.ahead.subjects import Subject

HORIZONS = (6, 12, 18, 24)
"""Months ahead to choose from."""
FUTURES = (16, 64, 256)
"""Numbers of futures to choose from."""
FEW = 64
"""Futures that are played unless more or fewer are wished for."""


def _left(session: Session) -> int:
    """Return the months that the game still has."""
    return session.scenario.file.months - session.month


class Lookout:
    """One forecast at a time; a new question gives the old one up."""

    def __init__(self) -> None:
        """Look twelve months ahead in a few dozen futures, from the first question on."""
        self.months = 12
        self.futures = FEW
        self.forecast: Forecast | None = None
        self._asked: tuple[object, ...] = ()
        self._known = Known()

    def ahead(self, session: Session) -> int:
        """Return the months that are looked ahead: not beyond the end of the game."""
        return max(1, min(self.months, _left(session)))

    def horizons(self, session: Session) -> tuple[int, ...]:
        """Return the months to choose from: those that are left, and the first that reaches the end."""
        beyond = next((each for each in HORIZONS if each >= _left(session)), HORIZONS[-1])
        return tuple(each for each in HORIZONS if each <= beyond)

    def within(self, session: Session, months: int) -> int:
        """Return how many of so many months the game still has."""
        return min(months, _left(session))

    def chosen(self, session: Session) -> int:
        """Return which of them is chosen."""
        return min(self.months, self.horizons(session)[-1])

    def ask(self, session: Session, subject: Subject, *, again: bool = False) -> None:
        """Ask for the futures of a comparison, unless they are there or on their way."""
        asked = (session.month, session.standing, subject.plans, self.ahead(session), self.futures)
        given_up = self.forecast is None or self.forecast.cancelled
        if asked == self._asked and not again and not given_up:
            return
        self.stop()
        self._asked = asked
        self.forecast = None
        if session.ending is None:
            months = self.ahead(session)
            self.forecast = Forecast(session, subject.plans, months, self.futures, self._known)

    def seen(self) -> Outlook | None:
        """Return what the futures played so far say."""
        return self.forecast.look() if self.forecast else None

    def now(self, session: Session) -> Outlook | None:
        """Return what was seen from a game's present position, or None if nobody has looked this month."""
        found = self.seen()
        return found if found is not None and found.month == session.month else None

    @property
    def running(self) -> bool:
        """Return whether futures are being played."""
        return self.forecast is not None and self.forecast.running

    def stop(self) -> None:
        """Give up what is being played; what is finished stays."""
        if self.forecast is not None and self.forecast.running:
            self.forecast.cancel()
