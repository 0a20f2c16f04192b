"""The search: ask the sampler for numbers, play the games of its aim, tell it the loss.

Every trial plays the same seeds, which are the tuner's own (from 1,000,000 on); before and after are
compared on further seeds that no trial has seen. One trial at a time, its games on all cores: the same
spec finds the same numbers with any number of workers.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import msgspec

from race.core.words import N_, PlainError, Sentence
from race.scenario.load import Scenario
from race.scenario.overrides import changed
from race.session.digests import code_digest
from race.session.disk import held
from race.study.extras import need
from race.study.plan import TUNING_SEEDS
from race.study.tuning.aims import Judge, Standing, ToBalance, ToFacts
from race.study.tuning.dials import Dial

CHECK_SEEDS: Final = 2 * TUNING_SEEDS
"""From here on are the seeds of the comparison of before and after."""
_STARTUP: Final = 0.25
"""Part of the trials, at most a dozen, that are drawn at random before the sampler learns."""
_STARTUP_MOST: Final = 12
_TABLES: Final = frozenset({"studies", "trials", "version_info"})
"""Tables that tell a storage of Optuna from other files of SQLite."""


class Spec(msgspec.Struct, frozen=True, kw_only=True):
    """Say what is fitted to what, and how long."""

    scenario: Scenario
    dials: tuple[Dial, ...]
    aim: ToFacts | ToBalance
    trials: int
    """Trials there are in the end, those of a study that is resumed among them."""
    games: int
    """Games of a trial."""
    seed: int = 0
    """Seed of the sampler; the games' seeds follow from it too."""
    checks: int = 20
    """Games of the comparison of before and after."""

    @property
    def seeds(self) -> range:
        """Return the seeds of every trial's games."""
        return range(TUNING_SEEDS + self.seed, TUNING_SEEDS + self.seed + self.games)

    @property
    def check_seeds(self) -> range:
        """Return the seeds of the comparison of before and after."""
        return range(CHECK_SEEDS + self.seed, CHECK_SEEDS + self.seed + self.checks)

    @property
    def name(self) -> str:
        """Return the name of the study in its storage: a digest of everything but the number of trials.

        The program is a part of it: another one's trials have lost something else.
        """
        world = (self.scenario.text, self.scenario.difficulty, code_digest())
        parts = (world, self.dials, self.aim, self.games, self.seed)
        return sha256(msgspec.json.encode(parts)).hexdigest()[:16]


class Trial(msgspec.Struct, frozen=True, kw_only=True):
    """One try: the numbers, what they lost, and how many rows or lines they put in their bands."""

    number: int
    loss: float | None
    """None when its games failed."""
    inside: int
    values: dict[str, float]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a search found."""

    spec: Spec
    trials: tuple[Trial, ...]
    best: Trial
    interrupted: bool = False


class Fit(Found, frozen=True, kw_only=True):
    """What a search found, beside what there was before."""

    before: Standing
    after: Standing


Tell = Callable[[Trial, Trial | None], None]
"""Hear of every trial, with the best so far."""
Keep = Callable[[Found], None]
"""Write down what was found."""


def check(spec: Spec) -> None:
    """Raise PlainError when a spec cannot be searched."""
    for option, least in (("trials", 1), ("games", 1), ("checks", 1), ("seed", 0)):
        figure = getattr(spec, option)
        if figure < least:
            raise PlainError(
                Sentence(
                    N_("--{option} must be {least} or more, not {n}."),
                    {"option": option, "least": str(least), "n": str(figure)},
                ),
                code=2,
            )
    games = max(spec.games, spec.checks)
    if spec.seed + games > TUNING_SEEDS:
        raise PlainError(
            Sentence(
                N_(
                    "The games ({games}) from seed {seed} on pass the last seed of a fit, {last}; "
                    "ask for fewer games or a smaller seed."
                ),
                {"games": str(games), "seed": str(spec.seed), "last": str(TUNING_SEEDS - 1)},
            ),
            code=2,
        )


def tune(
    spec: Spec,
    *,
    workers: int,
    storage: Path | None = None,
    tell: Tell = lambda *_: None,
    keep: Keep = lambda _: None,
) -> Fit:
    """Search and return the best numbers found; what an interrupted search has found is returned too.

    `keep` hears of them before they are compared, which takes a while and may be interrupted as well.
    Raises PlainError for a spec that cannot be searched, or when no trial could be played; a search that is
    interrupted before any was played stays interrupted.
    """
    check(spec)
    need("optuna")  # before a file is made for it
    interrupted = False
    with ExitStack() as alone:
        if storage is not None:
            _check_storage(storage)
            alone.enter_context(_alone_with(storage))
        study = _study(spec, alone.enter_context(_trials_in(storage)))
        judge = alone.enter_context(spec.aim.judging(workers))
        try:
            _search(study, spec, judge, tell)
        except KeyboardInterrupt:
            interrupted = True
        trials = tuple(_trial(spec, frozen) for frozen in study.trials if frozen.state.is_finished())
        best = best_of(trials)
        if best is None and interrupted:
            raise KeyboardInterrupt
        if best is None:
            raise PlainError(Sentence(N_("No trial could be played to its end; nothing was fitted.")), code=1)
        found = Found(spec=spec, trials=trials, best=best, interrupted=interrupted)
        keep(found)
        before, after = (
            judge(scenario, spec.check_seeds)
            for scenario in (spec.scenario, changed(spec.scenario, best.values))
        )
    return Fit(**msgspec.structs.asdict(found), before=before, after=after)


def best_of(trials: tuple[Trial, ...]) -> Trial | None:
    """Return the trial with the least loss, the earliest of equals."""
    played = [trial for trial in trials if trial.loss is not None]
    return min(played, key=lambda trial: (trial.loss, trial.number), default=None)


def _check_storage(storage: Path) -> None:
    """Refuse a file that SQLite cannot write, or one with another program's tables; raises PlainError."""
    try:
        with closing(sqlite3.connect(storage)) as file:
            file.execute("BEGIN IMMEDIATE")
            tables = {name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.Error as error:
        raise PlainError(
            Sentence(
                N_("{file} cannot keep the trials ({problem}); choose another file."),
                {"file": str(storage), "problem": str(error)},
            ),
            code=4,
        ) from error
    if tables and not tables >= _TABLES:
        raise PlainError(
            Sentence(N_("{file} belongs to another program; choose another file."), {"file": str(storage)}),
            code=4,
        )


def _alone_with(storage: Path) -> AbstractContextManager[None]:
    """Keep a storage for one search; raises PlainError when another one writes there.

    Two would share their trials: neither would find what it finds alone.
    """
    return held(
        storage.with_name(f".{storage.name}.lock"),
        N_("Another search keeps its trials in {file} at this moment; wait for it, or choose another file."),
        storage,
    )


@contextmanager
def _trials_in(storage: Path | None) -> Iterator[Any]:
    """Open a file of trials as Optuna does, and close it; None is kept in memory."""
    if storage is None:
        yield None
        return
    trials = need("optuna").storages.RDBStorage(f"sqlite:///{storage}")
    try:
        yield trials
    finally:
        trials.remove_session()
        trials.engine.dispose()


def _study(spec: Spec, storage: Any) -> Any:  # noqa: ANN401 - Optuna's storage and study
    optuna = need("optuna")
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    study = optuna.create_study(
        study_name=spec.name,
        storage=storage,
        direction="minimize",
        load_if_exists=True,
    )
    done = len(study.trials)
    study.sampler = optuna.samplers.TPESampler(
        seed=spec.seed + done,
        multivariate=True,
        n_startup_trials=min(_STARTUP_MOST, 1 + int(_STARTUP * spec.trials)),
    )
    begun = any(trial.state.is_finished() or trial.state.name == "WAITING" for trial in study.trials)
    if not begun:  # the present numbers are the first trial: nothing found is worse than what there was
        study.enqueue_trial({dial.path: dial.tidy(dial.present) for dial in spec.dials})
    return study


def _search(study: Any, spec: Spec, judge: Judge, tell: Tell) -> None:  # noqa: ANN401 - an Optuna study
    states = need("optuna.trial").TrialState
    done = [_trial(spec, frozen) for frozen in study.trials if frozen.state.is_finished()]
    best = best_of(tuple(done))
    while len(done) < spec.trials:
        asked = study.ask()
        values = {dial.path: _suggest(asked, dial) for dial in spec.dials}
        try:
            found = judge(changed(spec.scenario, values), spec.seeds)
        except (ArithmeticError, AssertionError, ValueError, PlainError):  # a world these numbers break
            study.tell(asked, state=states.FAIL)
            trial = Trial(number=asked.number, loss=None, inside=0, values=values)
        else:
            asked.set_user_attr("inside", found.inside)
            study.tell(asked, found.loss)
            trial = Trial(number=asked.number, loss=found.loss, inside=found.inside, values=values)
        done.append(trial)
        best = best_of((trial,) if best is None else (best, trial))
        tell(trial, best)


def _suggest(asked: Any, dial: Dial) -> float:  # noqa: ANN401 - an Optuna trial
    if dial.whole:
        found = asked.suggest_int(dial.path, int(dial.low), int(dial.high), log=dial.by_logarithm)
    else:
        found = asked.suggest_float(dial.path, dial.low, dial.high, log=dial.by_logarithm)
    return dial.tidy(found)


def _trial(spec: Spec, frozen: Any) -> Trial:  # noqa: ANN401 - a finished Optuna trial
    return Trial(
        number=frozen.number,
        loss=frozen.value,
        inside=int(frozen.user_attrs.get("inside", 0)),
        values={
            dial.path: dial.tidy(frozen.params[dial.path])
            for dial in spec.dials
            if dial.path in frozen.params
        },
    )
