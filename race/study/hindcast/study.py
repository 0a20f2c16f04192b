"""One whole hindcast: play, judge, and keep the folder's files; what `diverted hindcast` calls."""

from collections.abc import Callable

import msgspec

from race.core.rulebook.seats.rivals import STANDARD
from race.core.words import N_, PlainError, Sentence
from race.scenario.load import Scenario, load_scenario
from race.study.hindcast.games import Observed, crew
from race.study.hindcast.shown import Shown, shown
from race.study.hindcast.table import Hindcast, judge, quantile
from race.study.plan import check_reported
from race.study.run import Progress


class Study(msgspec.Struct, frozen=True, kw_only=True):
    """The answer of a hindcast: the table, the inputs beside it, and the games it rests on."""

    table: Hindcast
    shown: tuple[Shown, ...]
    games: tuple[Observed, ...]


def run_hindcast(  # noqa: PLR0913 - what is played, and how
    name: str,
    runs: int,
    seed: int,
    *,
    workers: int,
    difficulty: str = STANDARD,
    tell: Callable[[Progress], None] = lambda _: None,
) -> Study:
    """Play `runs` games of a scenario from a seed on and return the answer.

    Raises PlainError as `prepared` does.
    """
    scenario = prepared(name, runs, seed, difficulty)

    def done(games: int) -> None:
        tell(Progress(done=games, total=runs, kept=0))

    with crew(workers, tell=done) as observe:
        games = observe(scenario, range(seed, seed + runs))
    return study_of(scenario, games)


def prepared(name: str, runs: int, seed: int, difficulty: str) -> Scenario:
    """Return the scenario whose games can be played.

    Raises PlainError for an unknown scenario, for no runs, or for seeds on which worlds are fitted.
    """
    if runs < 1:
        raise PlainError(
            Sentence(N_("The number of runs must be 1 or more, not {n}."), {"n": str(runs)}), code=2
        )
    check_reported(seed, runs)
    return load_scenario(name, difficulty)


def study_of(scenario: Scenario, games: list[Observed]) -> Study:
    """Return the answer for some games of a scenario."""
    return Study(table=judge(scenario.name, games), shown=shown(scenario, medians(games)), games=tuple(games))


def medians(games: list[Observed]) -> dict[str, float]:
    """Return the median of every figure that is shown and not counted, over the games that have it."""
    names = sorted({name for game in games for name in game.shown})
    found = {name: sorted(game.shown[name] for game in games if name in game.shown) for name in names}
    return {name: value for name, figures in found.items() if (value := quantile(figures, 0.5)) is not None}
