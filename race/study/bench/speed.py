"""How fast whole games are played, beside the frozen reference and another game's bots.

Games are 36 months long here: months played per CPU second over 36, since some games end early.
The contenders take turns, so that a busy machine slows them alike.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

from race.core.words import N_, Sentence
from race.scenario.load import Scenario, load_scenario
from race.sim.bare import BareGame
from race.sim.race_model import RaceModel
from race.sim.reference import play_reference
from race.study import clock
from race.study.bench.measure import Measure

LENGTH: Final = 36
FOUNDERS: Final = ("steward", "diverter")


def speed(games: int) -> list[Measure]:
    """Play `games` games of each contender in turn; return rates, ratios and Mesa's share."""
    scenario = load_scenario("history")
    catan = _catanatron()
    cost = {"ours": 0.0, "bare": 0.0, "reference": 0.0, "catanatron": 0.0}
    months = 0
    _play(scenario, FOUNDERS[0], 0)  # tables are built, files read
    play_reference(0)
    for seed in range(games):
        founder = FOUNDERS[seed % len(FOUNDERS)]
        months += _play(scenario, founder, seed)
        cost["ours"] += clock.cost(lambda: _play(scenario, founder, seed))  # noqa: B023 - called at once
        cost["bare"] += clock.cost(lambda: _play_bare(scenario, founder, seed))  # noqa: B023 - called at once
        cost["reference"] += clock.cost(lambda: play_reference(seed))  # noqa: B023 - called at once
        if catan is not None:
            cost["catanatron"] += clock.cost(catan)
    return _measures(games, months, cost, measured=catan is not None)


def _measures(games: int, months: int, cost: dict[str, float], *, measured: bool) -> list[Measure]:
    ours = months / LENGTH / cost["ours"]
    reference = games / cost["reference"]
    peer = games / cost["catanatron"] if measured else None
    return [
        Measure(
            key="games_per_second",
            title=Sentence(N_("whole games through RaceModel, history, a core")),
            value=ours,
            unit="games/s",
            note=Sentence(N_("36-month games, CPU time, without the extra 'fast'")),
        ),
        Measure(
            key="reference_games_per_second",
            title=Sentence(N_("idiomatic Mesa reference, a core")),
            value=reference,
            unit="games/s",
        ),
        Measure(
            key="vs_reference",
            title=Sentence(N_("against the idiomatic Mesa reference")),
            value=ours / reference,
            unit="x",
            bar=1.0,
            aim=15.0,
        ),
        Measure(
            key="vs_catanatron",
            title=Sentence(N_("against Catanatron's random bots")),
            value=None if peer is None else ours / peer,
            unit="x",
            bar=1.0,
            aim=10.0,
            note=Sentence(
                N_("not measured: Catanatron is not installed (pip install catanatron)")
                if peer is None
                else N_("four random bots, the same machine and run")
            ),
        ),
        Measure(
            key="mesa_share",
            title=Sentence(N_("Mesa's share of a month")),
            value=max(0.0, 1.0 - cost["bare"] / cost["ours"]),
            unit="",
            bar=0.25,
            aim=0.17,
            more_is_better=False,
        ),
    ]


def _play(scenario: Scenario, founder: str, seed: int) -> int:
    race = RaceModel(scenario, founder, seed, collect=False)
    try:
        while race.world.ending is None:
            race.step()
        return race.world.month
    finally:
        race.close()


def _play_bare(scenario: Scenario, founder: str, seed: int) -> None:
    game = BareGame(scenario, founder, seed)
    while game.world.ending is None:
        game.step()


def _catanatron() -> Callable[[], Any] | None:
    """Return what plays one game of four random bots, or None where Catanatron is not installed."""
    try:
        catanatron = import_module("catanatron")  # a peer, present only where somebody installed it
    except ImportError:
        return None
    colours = (catanatron.Color.RED, catanatron.Color.BLUE, catanatron.Color.WHITE, catanatron.Color.ORANGE)
    return lambda: catanatron.Game([catanatron.RandomPlayer(colour) for colour in colours]).play()
