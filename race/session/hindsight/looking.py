"""Looks back in the background: re-runs, other luck, other founders; takes up what is finished so far.

The game without its diversions comes first, then the first lot of founders and the other decisions. When
all that is known, more founders stand in for as long as somebody looks.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import islice
from typing import Any, Final, NamedTuple

import msgspec

from race.core.outcome import Score
from race.session.beside.crew import hands, without_processes
from race.session.hindsight.courses import Course, Pair, Stood, as_played, lucky, rerun, stand_in
from race.session.hindsight.crowd import Crowd
from race.session.hindsight.decisions import DIVERSIONS, Decision, decisions
from race.session.hindsight.past import pack
from race.session.session import Session

WEIGHTY: Final = 5
"""Decisions that are also looked at on other luck."""
DRAWS: Final = 8
"""Other lucks for each of them."""
WORLDS: Final = 3
"""Worlds in which every bot stands in before a place is told: the game's own, and the next seeds."""
_STEP: Final = 4
"""Draws of one job."""
_TOGETHER: Final = 4
"""Founders that a process is asked for at a time, in step: few, so that their number grows steadily."""
_AHEAD: Final = 2
"""Such questions for each process at a time: few, so that little is left when nobody looks."""


class Rerun(msgspec.Struct, frozen=True, kw_only=True):
    """One decision, how the game goes without it, and what it was worth on other luck."""

    decision: Decision
    course: Course
    pairs: tuple[Pair, ...] = ()


class _Job(NamedTuple):
    """What was asked for, and who keeps the answer."""

    keep: Callable[[Any], None]
    call: Callable[..., Any]
    words: tuple[Any, ...]


class Hindsight:
    """What is known so far of a finished game; `look` takes up what has been finished since."""

    def __init__(
        self, session: Session, crew: Callable[[], Executor], *, worlds: int = WORLDS, draws: int = DRAWS
    ) -> None:
        """Ask for everything; `crew` opens whoever plays it.

        Bots stand in in `worlds` worlds at a time; weighty decisions are looked at on `draws` other lucks.
        """
        self._crew = crew
        self._draws = draws
        self._packed = pack(session.journal)
        self.score: Score = session.score()
        self.decisions = decisions(session.journal)
        self.played: Course | None = None
        self._crowd = Crowd(session.seed, worlds)
        self.others: list[Stood] = []
        """Founders that stood in and count: whole lots, or whoever has finished of the first."""
        self.awaited = self._crowd.lot
        """Founders of the first lot, whether they have played yet or not."""
        self.most = self._crowd.most
        """Founders that stand in if somebody stays."""
        self.failed = False
        """Whether this program plays the game differently, so that no re-run means anything."""
        self._reruns: dict[Decision, Course] = {}
        self._pairs: dict[Decision, tuple[Pair, ...]] = {}
        self._running: dict[Future[Any], _Job] = {}
        self.asked = 0
        self.done = 0
        self._weighed = False
        self._playing: dict[Future[Any], _Job] = {}
        """The founders beyond the first lot that are being played."""
        self._closed = False
        self._founders = self._next_founders()
        self._begin()

    def _begin(self) -> None:
        """Ask for all that the game is not told without."""
        self._ask(self._keep_played, as_played, self._packed)
        self._ask_without(self.decisions[:1])
        for job in islice(self._founders, -(-self._crowd.lot // _TOGETHER)):
            self._ask_for(job)
        self._ask_without(self.decisions[1:])

    # -- what is known ----------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Return whether something is still being played that the game is not told without."""
        return bool(self._running)

    @property
    def growing(self) -> bool:
        """Return whether more founders stand in, one lot after the other, as long as somebody looks.

        None do where a thread would play them: it takes its time from the window.
        """
        whole = self.busy or self.failed or self._closed or len(self.others) >= self.most
        return not whole and not isinstance(self._crew(), ThreadPoolExecutor)

    def reruns(self, most: int = WEIGHTY) -> tuple[Rerun, ...]:
        """Return the decisions that moved the score most, the weightiest first."""
        ranked = sorted(self._reruns, key=lambda one: (one.key != DIVERSIONS, -abs(self._moved(one))))
        return tuple(
            Rerun(decision=one, course=self._reruns[one], pairs=self._pairs.get(one, ()))
            for one in ranked[:most]
        )

    def _moved(self, decision: Decision) -> int:
        return self.score.total - self._reruns[decision].total

    # -- playing ----------------------------------------------------------------------------------

    def look(self) -> bool:
        """Take up what is finished, and have more founders stand in; return whether anything is new."""
        found = self._look()
        if self.growing:
            self._play_on()
        return found

    def _look(self) -> bool:
        counted = len(self.others)
        finished = self._take_up(self._running)
        self._take_up(self._playing)
        if not self._weighed and len(self._reruns) == len(self.decisions) and not self.failed:
            self._weighed = True
            self._weigh()
        self.others = self._crowd.counted()
        return bool(finished) or len(self.others) > counted

    def _take_up(self, running: dict[Future[Any], _Job]) -> int:
        """Take up what is finished of some questions; return how many are."""
        finished = [future for future in running if future.done()]
        for future in finished:
            job = running.pop(future)
            try:
                job.keep(future.result())
                self.done += running is self._running
            except (BrokenProcessPool, OSError):  # processes have died: a thread does the rest
                self._crew = without_processes
                self._send(job, running)
        return len(finished)

    def _play_on(self) -> None:
        """Have a few more founders stand in."""
        for job in islice(self._founders, max(0, _AHEAD * hands() - len(self._playing))):
            self._send(job, self._playing)

    def close(self) -> None:
        """Ask for nothing more; what is running is left to end."""
        self._closed = True
        for future in (*self._running, *self._playing):
            future.cancel()
        self._running.clear()
        self._playing.clear()

    def finish(self) -> None:
        """Wait for everything but the founders who would stand in beyond the first lot."""
        while self._running:
            next(iter(self._running)).exception()
            self._look()

    def go_on(self, founders: int) -> None:
        """Wait until so many founders count, or as many as will."""
        self.finish()
        while len(self.others) < founders and (self.look() or self._playing):
            wait(self._playing)

    def _ask(self, keep: Callable[[Any], None], call: Callable[..., Any], *words: Any) -> None:  # noqa: ANN401
        self._ask_for(_Job(keep, call, words))

    def _ask_for(self, job: _Job) -> None:
        self.asked += 1
        self._send(job, self._running)

    def _ask_without(self, left: Sequence[Decision]) -> None:
        """Ask how the game goes without each of some decisions."""
        for decision in left:
            self._ask(self._keeper(decision), rerun, self._packed, decision.left_out)

    def _next_founders(self) -> Iterator[_Job]:
        """Yield what to ask for so that the crowd's founders stand in, a few games of a lot at a time."""
        for lot in self._crowd.lots():
            for first in range(0, len(lot), _TOGETHER):
                who = lot[first : first + _TOGETHER]
                yield _Job(self._crowd.keep, stand_in, (self._packed, who))

    def _send(self, job: _Job, running: dict[Future[Any], _Job]) -> None:
        try:
            running[self._crew().submit(job.call, *job.words)] = job
        except (BrokenProcessPool, OSError, RuntimeError):  # a crew that died earlier
            if self._crew is without_processes:
                raise
            self._crew = without_processes
            self._send(job, running)

    def _weigh(self) -> None:
        """Ask how the weightiest decisions do on other luck."""
        for one in self.reruns():
            decision = one.decision
            for start in range(0, self._draws, _STEP):
                draws = tuple(range(start, min(self._draws, start + _STEP)))
                self._ask(
                    self._adder(decision), lucky, self._packed, decision.left_out, decision.month, draws
                )

    def _keep_played(self, course: Course | None) -> None:
        self.played = course
        self.failed = self.failed or course is None

    def _keeper(self, decision: Decision) -> Callable[[Course | None], None]:
        def keep(course: Course | None) -> None:
            if course is not None:
                self._reruns[decision] = course

        return keep

    def _adder(self, decision: Decision) -> Callable[[tuple[Pair, ...]], None]:
        def keep(pairs: tuple[Pair, ...]) -> None:
            self._pairs[decision] = self._pairs.get(decision, ()) + pairs

        return keep


def wake(crew: Callable[[], Executor]) -> None:
    """Call the crew and wait until it answers; where its processes cannot start, a thread is found later."""
    with suppress(BrokenProcessPool, OSError, RuntimeError):
        crew().submit(int).result()
