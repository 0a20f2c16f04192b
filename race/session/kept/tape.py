"""A game's months one beside the other: any of them can be looked at again, and gone on from.

A save holds its whole journal, so an earlier month is not loaded but played again on the same
orders; it is shown only while every fingerprint is the recorded one.
"""

from typing import Final

from race.core.words import N_, Sentence
from race.session.journal import Journal, scenario_of
from race.session.replay import ORDERS, Difference, plays
from race.session.session import Session

SEALED: Final = Sentence(N_("This is a month gone by. Play on from here to order something."))


class Tape:
    """All months of a game, played again one by one as they are asked for."""

    def __init__(self, session: Session) -> None:
        """Take the game where it stands; it is read and never changed."""
        self._now = session
        self._journal: Journal = session.journal
        self.first = session.reports[0].month
        self.last = session.month
        self.differs: Difference | None = None
        """Where playing again left the journal, once it has: other rules, or a changed save."""
        self._months: list[Session] = []

    @property
    def wound(self) -> int:
        """Return the last month that has been played again; before the first month for none."""
        return self.first + len(self._months) - 1

    @property
    def full(self) -> bool:
        """Tell whether no month is left to be played again."""
        return self.differs is not None or self.wound >= self.last

    def wind(self) -> None:
        """Play one more month again."""
        if self.full:
            return
        if not self._months:
            opening = Session(scenario_of(self._journal), self._journal.seed)
            opening.journal.founder = self._journal.founder
            opening.seal(SEALED)
            self._months.append(opening)
            return
        place = len(self._months) - 1
        record = self._journal.months[place]
        session = self._months[-1].fork()
        session.leave_to_officers(record.standing)
        if not plays(session, record.as_orders()):
            self.differs = Difference(month=session.month + 1, parts=(ORDERS,))
            return
        here = session.fingerprint()
        if here != record.fingerprint:
            self.differs = Difference(month=session.month, parts=here.differing(record.fingerprint))
            return
        session.journal.months[-1] = record  # who played it stands there too
        self._months.append(session)

    def at(self, month: int) -> Session:
        """Return the game in a month, sealed; the nearest earlier one when that month cannot be shown."""
        if month >= self.last:
            return self._latest()
        while self.wound < month and not self.full:
            self.wind()
        return self._months[max(0, min(month - self.first, len(self._months) - 1))]

    def _latest(self) -> Session:
        latest = self._now.fork()
        latest.seal(None)
        while latest.undo() is not None:
            pass  # orders of a month that is not over do not belong to the months gone by
        latest.seal(SEALED)
        return latest

    def resumed(self, month: int) -> Session:
        """Return a game of one's own at a month, in the player's hands."""
        session = self._now.fork() if month >= self.last else self.at(month).fork()
        session.seal(None)
        session.hand_to(None)
        return session

    def close(self) -> None:
        """Let go of every month."""
        for session in self._months:
            session.close()
        self._months.clear()
