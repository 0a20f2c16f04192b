"""A bot in the founder's seat, month by month, in a thread of its own: a planner may think for a while.

The game on the table is never written: each month is played on a second game at its position, which
takes its place when the month is over.
"""

import threading

from race.session.journal import PLAYER
from race.session.session import Session


class Understudy:
    """Plays one month at a time and hands over the game it has led to."""

    def __init__(self, session: Session, bot: str) -> None:
        """Give a second game at this position to a bot; raises PlainError when there is no such bot."""
        self.bot = bot
        self._next = session.fork()
        self._next.seal(None)
        while self._next.undo() is not None:
            pass
        self._next.hand_to(bot)
        if session.journal.founder != PLAYER:
            self._next.journal.founder = bot
        self._thread: threading.Thread | None = None
        self._problem: BaseException | None = None

    @property
    def busy(self) -> bool:
        """Tell whether a month is being played."""
        return self._thread is not None and self._thread.is_alive()

    def begin(self) -> None:
        """Start playing the next month, unless one is being played or waits to be taken."""
        if self._thread is None and self._next.ending is None:
            self._thread = threading.Thread(target=self._play, name="understudy", daemon=True)
            self._thread.start()

    def _play(self) -> None:
        try:
            self._next.end_month()
        except Exception as problem:  # noqa: BLE001 - it is raised again where the month is taken
            self._problem = problem

    def finished(self) -> Session | None:
        """Return the game after the month that was begun, or None while it is being played.

        What is returned belongs to the caller; raises what the month has raised.
        """
        if self._thread is None or self._thread.is_alive():
            return None
        self._thread = None
        if self._problem is not None:
            raise self._problem
        done = self._next
        self._next = done.fork()
        return done

    def finish(self) -> Session | None:
        """Wait for the month that was begun and return the game after it."""
        if self._thread is not None:
            self._thread.join()
        return self.finished()

    def leave(self) -> None:
        """Wait for a month under way and let go of the second game."""
        if self._thread is not None:
            self._thread.join()
        self._next.close()
