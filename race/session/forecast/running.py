"""A forecast that is under way: asked for in the background, looked at while it grows, given up at will."""

from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Final

from race.session import crew
from race.session.forecast.outlook import Outlook, outlook
from race.session.forecast.paths import Pair, Plan, play_draws
from race.session.forecast.position import position_of
from race.session.session import Session

CHUNK: Final = 1
"""Futures asked of a process at a time: the first can be looked at, and the rest given up, at once."""


class Forecast:
    """Futures of one position under one or two plans."""

    def __init__(self, session: Session, plans: Sequence[Plan], months: int, futures: int) -> None:
        """Ask for the futures; returns at once. The first plan has the orders, a second one has not."""
        self.month = session.month
        self.months = months
        self.futures = futures
        self.plans = tuple(plans)
        self.cancelled = False
        self._packed = position_of(session)
        self._waiting: list[Future[list[Pair]]] = []
        self._pairs: dict[int, list[Pair]] = {}
        self._seen: tuple[int, Outlook | None] = (-1, None)
        self._ask(crew.open_crew)

    def _ask(self, open_crew: Callable[[], Executor]) -> None:
        self._pairs.clear()
        try:
            hands = open_crew()
            self._waiting = [
                hands.submit(play_draws, self._packed, self.plans, self.months, draws)
                for start in range(0, self.futures, CHUNK)
                for draws in (tuple(range(start, min(self.futures, start + CHUNK))),)
            ]
        except (BrokenProcessPool, OSError, RuntimeError):  # a crew that died earlier
            if open_crew is crew.without_processes:
                raise
            self._ask(crew.without_processes)

    def _collect(self) -> None:
        """Take in what is finished; where processes have died, ask a thread for everything."""
        for place, chunk in enumerate(self._waiting):
            if place in self._pairs or not chunk.done():
                continue
            try:
                self._pairs[place] = chunk.result()
            except CancelledError:
                continue
            except BrokenProcessPool:
                self._ask(crew.without_processes)
                return

    @property
    def played(self) -> int:
        """Return how many futures are finished."""
        self._collect()
        return sum(len(pairs) for pairs in self._pairs.values())

    @property
    def running(self) -> bool:
        """Return whether there is more to come."""
        return not self.cancelled and self.played < self.futures

    def look(self) -> Outlook | None:
        """Return what the futures finished so far say, or None before the first."""
        played = self.played
        if played != self._seen[0]:
            pairs = [pair for place in sorted(self._pairs) for pair in self._pairs[place]]
            self._seen = (played, outlook(self.month, self.months, pairs))
        return self._seen[1]

    def cancel(self) -> None:
        """Give up what has not been started; what is finished can still be looked at."""
        self.cancelled = True
        for chunk in self._waiting:
            chunk.cancel()

    def finish(self) -> Outlook | None:
        """Wait until all is played and return what it says."""
        while self.running:
            wait(self._waiting, timeout=1.0)
        return self.look()
