"""A forecast that is under way: asked for in the background, looked at while it grows, given up at will."""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from concurrent.futures import Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from typing import Final, NamedTuple

from race.policy.routine import Routine, kept_by_hand
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
Answer = Future[list[Pair]]


class Question(NamedTuple):
    """What a process is asked for: some draws of a position, each under some plans."""

    plans: tuple[Plan, ...]
    kept: frozenset[Routine]
    months: int
    draws: tuple[int, ...]

    def told(self) -> list[Told]:
        """Return what tells its paths apart, draw by draw and plan by plan."""
        return [(plan, self.kept, self.months, draw) for draw in self.draws for plan in self.plans]


class Played:
    """What has been played of a position, and what is being played."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.paths: dict[Told, Path] = {}
        self.asked: dict[Answer, Question] = {}

    def under_way(self, wanted: AbstractSet[Told]) -> dict[Answer, Question]:
        """Return the questions that processes are at, whoever asked, of which some answers are wanted."""
        self.asked = {answer: question for answer, question in self.asked.items() if not answer.done()}
        return {
            answer: question
            for answer, question in self.asked.items()
            if answer.running() and not wanted.isdisjoint(question.told())
        }


class Known:
    """What has been played of the latest position, so that no future is played twice.

    Two orders that are weighed in one month have their futures without it in common.
    """

    def __init__(self) -> None:
        """Know nothing yet."""
        self._packed = b""
        self._played = Played()

    def of(self, packed: bytes) -> Played:
        """Return what is known of a position, to be added to; that of another one is forgotten."""
        if packed != self._packed:
            self._packed, self._played = packed, Played()
        return self._played


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
        self._played = (known or Known()).of(self._packed)
        self._waiting: dict[Answer, Question] = {}
        self._pairs: dict[int, Pair] = {}
        self._seen: tuple[int, Outlook | None] = (-1, None)
        self._told = [Question(self.plans, self._kept, months, (draw,)).told() for draw in range(futures)]
        self._ask(crew.quickest(), self._played.under_way({*chain.from_iterable(self._told)}))

    def _ask(self, opened: Callable[[], Executor], under_way: dict[Answer, Question]) -> None:
        """Ask for what is neither known nor under way, a few futures at a time: the rest can be given up."""
        self._opened = opened
        for asked in self._waiting:
            asked.cancel()
        self._waiting, self._taken_over = under_way, frozenset(under_way)
        self._pair_up()
        try:
            hands = opened()
            for question in [*self._unknown()]:
                asked = hands.submit(
                    play_draws, self._packed, question.plans, self.months, question.draws, self._kept
                )
                self._waiting[asked] = self._played.asked[asked] = question
        except crew.GONE as error:
            self._ask(crew.after(opened, error), {})

    def _unknown(self) -> Iterator[Question]:
        """Yield the plans that are still to be played, with draws to play them of."""
        coming = {told for question in self._waiting.values() for told in question.told()}
        lacking: dict[tuple[Plan, ...], list[int]] = {}
        for draw, told_of in enumerate(self._told):
            left = tuple(
                plan
                for plan, told in zip(self.plans, told_of, strict=True)
                if told not in self._played.paths and told not in coming
            )
            if left:
                lacking.setdefault(left, []).append(draw)
        for left, draws in lacking.items():
            together = min(IN_STEP, -(-len(draws) // (_GLIMPSES * crew.hands())))
            first = 0
            while rest := len(draws) - first:
                last = rest <= together * crew.hands()  # in halves: no hand waits long for another
                size = min(rest, -(-together // 2) if last else together)
                yield Question(left, self._kept, self.months, tuple(draws[first : first + size]))
                first += size

    def _pair_up(self) -> None:
        """Put together the futures of which every plan has been played."""
        paths = self._played.paths
        for draw, told in enumerate(self._told):
            if draw not in self._pairs and all(each in paths for each in told):
                self._pairs[draw] = tuple([paths[each] for each in told])

    def _collect(self) -> None:
        """Take in what is finished; where it fails, ask somebody else for what is left."""
        finished = [asked for asked in self._waiting if asked.done() and not asked.cancelled()]
        for asked in finished:
            try:
                pairs = asked.result()
            except Exception as error:  # noqa: BLE001 - whatever it is, somebody else may play it
                self._ask_again(asked, error)
                return
            told = self._waiting.pop(asked).told()
            self._played.paths.update(zip(told, chain.from_iterable(pairs), strict=True))
        if finished:
            self._pair_up()

    def _ask_again(self, failed: Answer, error: Exception) -> None:
        """Ask for what is left: somebody else, where processes have died or the compiled core has failed.

        What was taken over and fails says nothing of whom this forecast has asked.
        """
        if self.cancelled:
            return
        if failed in self._taken_over:
            self._ask(self._opened, {})
        elif isinstance(error, BrokenProcessPool) or self._opened is crew.open_quick:
            self._ask(crew.after(self._opened, error), {})
        else:
            raise error

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
