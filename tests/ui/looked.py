"""A crew for tests that answers at once with courses made up from the game itself: no re-run, no wait."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any, ParamSpec, TypeVar

from typing_extensions import override

from race.core.ids import Ending, Firm
from race.session.hindsight.courses import Course, Pair, Stood, as_played, lucky, rerun, stand_in
from race.session.hindsight.looking import Hindsight
from race.session.session import Session

_P = ParamSpec("_P")
_T = TypeVar("_T")


class MadeUp(Executor):
    """Answers every job of looking back with something that could be."""

    def __init__(self, session: Session) -> None:
        """Take the game whose course the answers vary."""
        self._session = session

    @override
    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        future: Future[Any] = Future()
        future.set_result(self._answer(fn, args))
        return future

    def _answer(self, job: object, words: tuple[Any, ...]) -> object:
        if job is as_played:
            return self._course(0)
        if job is rerun:
            return self._course(1 + len(words[1]))
        if job is lucky:
            return tuple(Pair(made=500 + draw, left=480) for draw in words[3])
        if job is int:
            return 0
        assert job is stand_in
        return tuple(
            Stood(founder=founder, seed=seed, total=300 + 37 * len(founder), ending=Ending.CONTENDER)
            for seed, founder in words[1]
        )

    def _course(self, less: int) -> Course:
        session = self._session
        scores = [_score(session, place) for place in range(len(session.reports))]
        return Course(
            total=max(0, session.score().total - 7 * less),
            ending=session.ending or Ending.CONTENDER,
            quality=tuple(score - 4 * less for score in scores),
            trust=tuple(report.trust_ppm + 5_000 * less for report in session.reports),
            gap=10.0 * less,
            price_cents=session.reports[-1].price_cents + 500 * less,
            fleet=max(0, session.reports[-1].fleets[Firm.XAI] - 9_000 * less),
            users_k=1_000,
            powered=40_000,
        )


def _score(session: Session, place: int) -> float:
    lines = [line for line in session.reports[place].league if line.firm is Firm.XAI]
    return lines[0].elo_published if lines else 1_000.0


def looked_back(session: Session) -> Hindsight:
    """Return a looking back that is over."""
    seen = Hindsight(session, lambda: MadeUp(session), worlds=3, draws=4)
    seen.finish()
    return seen
