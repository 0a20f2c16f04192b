"""A forecast that is under way: asked for in the background, looked at while it grows, given up at will."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Final

from race.policy.routine import kept_by_hand
from race.session.beside import crew
from race.session.forecast.outlook import Outlook, outlook
from race.session.forecast.paths import Pair, Path, Plan, play_draws
from race.session.forecast.position import position_of
from race.session.session import Session
from race.sim.together import IN_STEP

_GLIMPSES: Final = 4
"""Answers that each process gives while a forecast grows, at least."""

Told = tuple[object, ...]
"""What makes a path what it is at a position: the plan, what is kept, the months, the draw."""


class Known:
    """What has been played of the latest position, so that no future is played twice.

    Two orders that are weighed in one month have their futures without it in common.
    """

    def __init__(self) -> None:
        """Know nothing yet."""
        self._packed = b""
        self._paths: dict[Told, Path] = {}

    def of(self, packed: bytes) -> dict[Told, Path]:
        """Return the paths of a position, to be added to; those of another one are forgotten."""
        if packed != self._packed:
            self._packed, self._paths = packed, {}
        return self._paths


class Forecast:
    """Futures of one position under one or two plans."""

    def __init__(
        self, session: Session, plans: Sequence[Plan], months: int, futures: int, known: Known | None = None
    ) -> None:
        """Ask for the futures; returns at once. The first plan has the orders, a second one has not."""
        self.month = session.month
        self.months = months
        self.futures = futures
        self.plans = tuple(plans)
        self.cancelled = False
        self._packed = position_of(session)
        self._kept = kept_by_hand(order for plan in plans for order in plan)
        self._paths = (known or Known()).of(self._packed)
        self._waiting: dict[Future[list[Pair]], tuple[tuple[Plan, ...], tuple[int, ...]]] = {}
        self._pairs: dict[int, Pair] = {}
        self._seen: tuple[int, Outlook | None] = (-1, None)
        self._ask(crew.quickest())

    def _ask(self, opened: Callable[[], Executor]) -> None:
        """Ask for what is not known, a few futures at a time: the rest can be given up at once."""
        self._opened = opened
        for asked in self._waiting:
            asked.cancel()
        self._waiting.clear()
        try:
            hands = opened()
            for left, draws in self._unknown():
                asked = hands.submit(play_draws, self._packed, left, self.months, draws, self._kept)
                self._waiting[asked] = left, draws
        except crew.GONE as error:
            self._ask(crew.after(opened, error))

    def _unknown(self) -> Iterator[tuple[tuple[Plan, ...], tuple[int, ...]]]:
        """Yield the plans that are still to be played, with draws to play them of; pair what is known."""
        lacking: dict[tuple[Plan, ...], list[int]] = {}
        for draw in range(self.futures):
            left = tuple(plan for plan in self.plans if self._told(plan, draw) not in self._paths)
            if left:
                lacking.setdefault(left, []).append(draw)
            else:
                self._pair(draw)
        for left, draws in lacking.items():
            together = min(IN_STEP, -(-len(draws) // (_GLIMPSES * crew.hands())))
            first = 0
            while rest := len(draws) - first:
                last = rest <= together * crew.hands()  # in halves: no hand waits long for another
                size = min(rest, -(-together // 2) if last else together)
                yield left, tuple(draws[first : first + size])
                first += size

    def _told(self, plan: Plan, draw: int) -> Told:
        return plan, self._kept, self.months, draw

    def _pair(self, draw: int) -> None:
        self._pairs[draw] = tuple(self._paths[self._told(plan, draw)] for plan in self.plans)

    def _collect(self) -> None:
        """Take in what is finished; where it fails, ask somebody else for what is left."""
        for asked, (plans, draws) in list(self._waiting.items()):
            if not asked.done():
                continue
            try:
                pairs = asked.result()
            except CancelledError:
                continue
            except Exception as error:  # noqa: BLE001 - whatever it is, somebody else may play it
                self._ask_others(error)
                return
            del self._waiting[asked]
            for draw, paths in zip(draws, pairs, strict=True):
                for plan, path in zip(plans, paths, strict=True):
                    self._paths[self._told(plan, draw)] = path
                self._pair(draw)

    def _ask_others(self, error: Exception) -> None:
        """Ask somebody else for what is left, where processes have died or the compiled core has failed."""
        if not isinstance(error, BrokenProcessPool) and self._opened is not crew.open_quick:
            raise error
        if not self.cancelled:
            self._ask(crew.after(self._opened, error))

    @property
    def played(self) -> int:
        """Return how many futures are finished."""
        self._collect()
        return len(self._pairs)

    @property
    def running(self) -> bool:
        """Return whether there is more to come."""
        return not self.cancelled and self.played < self.futures

    def look(self) -> Outlook | None:
        """Return what the futures finished so far say, or None before the first."""
        played = self.played
        if played != self._seen[0]:
            pairs = [self._pairs[draw] for draw in sorted(self._pairs)]
            self._seen = (played, outlook(self.month, self.months, pairs))
        return self._seen[1]

    def cancel(self) -> None:
        """Give up what has not been started; what is finished can still be looked at."""
        self.cancelled = True
        for asked in self._waiting:
            asked.cancel()

    def finish(self) -> Outlook | None:
        """Wait until all is played and return what it says."""
        while self.running:
            wait(self._waiting, timeout=1.0)
        return self.look()
