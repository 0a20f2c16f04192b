"""Looks back in the background: re-runs, other luck, other founders; takes up what is finished so far."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import Any, Final, NamedTuple

import msgspec

from race.core.outcome import Score
from race.policy.registry import SIMPLE
from race.session.crew import without_processes
from race.session.hindsight.courses import Course, Pair, Stood, as_played, lucky, rerun, stand_in
from race.session.hindsight.decisions import DIVERSIONS, Decision, decisions
from race.session.hindsight.past import pack
from race.session.session import Session

WEIGHTY: Final = 5
"""Decisions that are also looked at on other luck."""
DRAWS: Final = 8
"""Other lucks for each of them."""
WORLDS: Final = 8
"""Worlds in which every bot stands in: the game's own, and the next seeds."""
_STEP: Final = 4
"""Draws of one job."""


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

        Bots stand in in `worlds` worlds; weighty decisions are looked at on `draws` other lucks.
        """
        self._crew = crew
        self._draws = draws
        self._packed = pack(session.journal)
        self.score: Score = session.score()
        self.decisions = decisions(session.journal)
        self.played: Course | None = None
        self.others: list[Stood] = []
        self.failed = False
        """Whether this program plays the game differently, so that no re-run means anything."""
        self._reruns: dict[Decision, Course] = {}
        self._pairs: dict[Decision, tuple[Pair, ...]] = {}
        self._running: dict[Future[Any], _Job] = {}
        self.asked = 0
        self.done = 0
        self._weighed = False
        self._ask(self._keep_played, as_played, self._packed)
        for decision in self.decisions:
            self._ask(self._keeper(decision), rerun, self._packed, decision.left_out)
        self.awaited = worlds * len(SIMPLE)
        """Founders that stand in, whether they have played yet or not."""
        seeds = tuple(session.seed + step for step in range(worlds))
        for founder in SIMPLE:
            self._ask(self.others.extend, stand_in, self._packed, founder, seeds)

    # -- what is known ----------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Return whether something is still being played."""
        return bool(self._running)

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
        """Take up what is finished; return whether anything is new."""
        finished = [future for future in self._running if future.done()]
        for future in finished:
            job = self._running.pop(future)
            try:
                job.keep(future.result())
                self.done += 1
            except (BrokenProcessPool, OSError):  # processes have died: a thread does the rest
                self._crew = without_processes
                self._send(job)
        if not self._weighed and len(self._reruns) == len(self.decisions) and not self.failed:
            self._weighed = True
            self._weigh()
        return bool(finished)

    def close(self) -> None:
        """Ask for nothing more; what is running is left to end."""
        for future in self._running:
            future.cancel()
        self._running.clear()

    def finish(self) -> None:
        """Wait for everything."""
        while self._running:
            next(iter(self._running)).exception()
            self.look()

    def _ask(self, keep: Callable[[Any], None], call: Callable[..., Any], *words: Any) -> None:  # noqa: ANN401
        self.asked += 1
        self._send(_Job(keep, call, words))

    def _send(self, job: _Job) -> None:
        try:
            self._running[self._crew().submit(job.call, *job.words)] = job
        except (BrokenProcessPool, OSError, RuntimeError):  # a crew that died earlier
            if self._crew is without_processes:
                raise
            self._crew = without_processes
            self._send(job)

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
