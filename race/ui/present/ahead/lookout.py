"""What a game is told of the months to come: the forecast that is asked for, and one that nobody asks for.

The second is played while the player thinks: what comes of the month's orders as they stand. The table draws
it, and the war room finds half of every comparison already played.
"""

from race.core.commands import Command
from race.session.beside import crew
from race.session.forecast.outlook import Outlook
from race.session.forecast.running import Forecast, Known
from race.session.session import Session
from race.ui.present.ahead.subjects import Plan, Subject

Plans = tuple[Plan, ...]
"""Orders of a month that are compared: with something, and without it; one alone where nothing is."""

HORIZONS = (6, 12, 18, 24)
"""Months ahead to choose from."""
FUTURES = (16, 64, 256)
"""Numbers of futures to choose from."""
FEW = 64
"""Futures that are played unless more or fewer are wished for."""


def _left(session: Session) -> int:
    """Return the months that the game still has."""
    return session.scenario.file.months - session.month


def _position(session: Session) -> tuple[object, ...]:
    """Return what tells a game's positions apart, this month's orders aside."""
    return session.month, session.standing


def _plans(session: Session, weighed: Command | None = None) -> Plans:
    """Return what is compared unasked: an order with what stands, or what stands with nothing."""
    pending = session.pending
    if weighed is not None:
        return (*pending, weighed), pending
    return (pending, ()) if pending else ((),)


class Lookout:
    """One forecast at a time; a new question gives the old one up, unless it asks for just what is played."""

    def __init__(self) -> None:
        """Look twelve months ahead in a few dozen futures, from the first question on."""
        self.months = 12
        self.futures = FEW
        self.forecast: Forecast | None = None
        self._asked: tuple[object, ...] = ()
        self._here: tuple[object, ...] = ()
        self._unasked: dict[Plans, Forecast] = {}
        self._known = Known()
        self._held_back = False

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
        found = self._on_its_way(session, subject.plans)
        self.stop(but=found)
        self._asked = asked
        self.forecast = found
        if session.ending is None and found is None:
            months = self.ahead(session)
            self.forecast = Forecast(session, subject.plans, months, self.futures, self._known)

    def _place(self, session: Session) -> tuple[object, ...]:
        """Return what unasked futures are played of: a position, and how far they look."""
        return *_position(session), self.ahead(session)

    def _on_its_way(self, session: Session, plans: Plans) -> Forecast | None:
        """Return the forecast of this comparison that nobody has asked for yet, if it was thought of."""
        if session.ending is not None or self._here != self._place(session) or self.futures != FEW:
            return None
        found = self._unasked.get(plans)
        return None if found is None or found.cancelled else found

    def seen(self) -> Outlook | None:
        """Return what the futures played so far say."""
        return self.forecast.look() if self.forecast else None

    def look_on(self, session: Session, weighed: Command | None) -> None:
        """Have played, unasked, what comes of the orders as they stand, or of one more that is weighed.

        What is asked for goes before; what was thought of before is given up. While processes are being
        started nothing is asked of them: the window would stand still.
        """
        self._held_back = crew.gathering()
        if self._held_back or self.running or session.ending is not None:
            return
        here = self._place(session)
        if here != self._here:
            self.stop()
            self._here, self._unasked = here, {}
        plans = _plans(session, weighed)
        found = self._unasked.get(plans)
        if found is None or found.cancelled:
            self.stop()
            self._unasked[plans] = Forecast(session, plans, self.ahead(session), FEW, self._known)

    def now(self, session: Session, weighed: Command | None = None) -> Outlook | None:
        """Return what is foreseen of a game with an order that is weighed, or as it stands; None if unknown.

        While the futures of new orders are being played, it is what comes without any.
        """
        held = self._thought(session, _plans(session, weighed)) if weighed is not None else None
        return held or self.ordered(session) or self._thought(session, ((),))

    def ordered(self, session: Session) -> Outlook | None:
        """Return what is foreseen with the orders that stand; None if unknown.

        What was asked for counts if it compares the same, unfinished where nothing else is known.
        """
        plans = _plans(session)
        asked = self.forecast if self._asked[:2] == _position(session) else None
        if asked is None or asked.plans != plans:
            return self._thought(session, plans)
        whole = asked.played == asked.futures
        return asked.look() if whole else self._thought(session, plans) or asked.look()

    def _thought(self, session: Session, plans: Plans) -> Outlook | None:
        """Return what unasked futures say once all are played."""
        if self._here != self._place(session):
            return None
        found = self._unasked.get(plans)
        return found.look() if found is not None and found.played == found.futures else None

    @property
    def running(self) -> bool:
        """Return whether futures that were asked for are being played."""
        return self.forecast is not None and self.forecast.running

    @property
    def looking_on(self) -> bool:
        """Return whether futures that nobody asked for are being played, or wait for processes to start."""
        if self._held_back:
            self._held_back = crew.gathering()
            return True  # once more when they have started, so that somebody asks them
        return any(each.running for each in self._unasked.values())

    def stop(self, *, but: Forecast | None = None) -> None:
        """Give up what is being played, but for one forecast; what is finished stays."""
        if self.forecast is not None and self.forecast is not but and self.forecast.running:
            self.forecast.cancel()
        self.look_away(but=but)

    def look_away(self, *, but: Forecast | None = None) -> None:
        """Give up what nobody has asked for, but for one forecast; what is finished stays."""
        self._held_back = False
        for each in self._unasked.values():
            if each.running and each not in (but, self.forecast):
                each.cancel()
