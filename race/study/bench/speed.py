"""How fast whole games are played, beside the frozen reference and another game's bots.

Games are 36 months long here: months played per CPU second over 36, since some games end early.
The contenders take turns, so that a busy machine slows them alike.
"""

from contextlib import ExitStack
from typing import Final

from race.core.formulas.owners.compiled import compiled
from race.core.rulebook.seats.rivals import STANDARD
from race.core.words import N_, Sentence
from race.scenario.load import Scenario, load_scenario
from race.sim.bare import BareGame
from race.sim.race_model import RaceModel
from race.sim.reference import play_reference
from race.study import clock
from race.study.bench.measure import NOT_FAST, Measure, fast
from race.study.bench.peer import Catanatron, peer_here

LENGTH: Final = 36
FOUNDERS: Final = ("steward", "diverter")


def speed(games: int, catanatron: str | None = None, difficulty: str = STANDARD) -> list[Measure]:
    """Play `games` games of each contender in turn; return rates, ratios and Mesa's share.

    `catanatron` is the Python of an environment in which Catanatron is installed.
    """
    scenario, python = load_scenario("history", difficulty), catanatron or peer_here()
    cost = {"ours": 0.0, "fast": 0.0, "bare": 0.0, "reference": 0.0, "peer": 0.0}
    months = 0
    with ExitStack() as stack:
        peer = stack.enter_context(Catanatron(python)) if python else None
        with fast(on=False):
            _play(scenario, FOUNDERS[0], 0)  # tables are built, files read
        play_reference(0)
        compiled()
        for seed in range(games):
            founder = FOUNDERS[seed % len(FOUNDERS)]
            with fast(on=True):
                months += _play(scenario, founder, seed)
                cost["fast"] += clock.cost(lambda: _play(scenario, founder, seed))  # noqa: B023 - called at once
            with fast(on=False):
                cost["ours"] += clock.cost(lambda: _play(scenario, founder, seed))  # noqa: B023 - called at once
                cost["bare"] += clock.cost(lambda: _play_bare(scenario, founder, seed))  # noqa: B023 - called at once
            cost["reference"] += clock.cost(lambda: play_reference(seed))  # noqa: B023 - called at once
            cost["peer"] += peer.cost() if peer else 0.0
    return [*_rates(games, months, cost), *_ratios(games, months, cost)]


def _rates(games: int, months: int, cost: dict[str, float]) -> list[Measure]:
    """Return the contenders' games a second; only what was measured has a value."""
    note = Sentence(N_("36-month games, CPU time, without the extra 'fast'"))
    return [
        _measure("games_per_second", months / LENGTH / cost["ours"], note=note),
        _measure("fast_games_per_second", _fast_rate(months, cost)),
        _measure("reference_games_per_second", games / cost["reference"]),
        _measure("catanatron_games_per_second", games / cost["peer"] if cost["peer"] else None),
    ]


def _ratios(games: int, months: int, cost: dict[str, float]) -> list[Measure]:
    """Return how many games of ours are played in the time of one of theirs, and Mesa's share."""
    ours, quick = months / LENGTH / cost["ours"], _fast_rate(months, cost)
    beside, peer = cost["reference"] / games, cost["peer"] / games if cost["peer"] else None
    bots = Sentence(N_("four random bots, the same machine and run"))
    return [
        _measure("vs_reference", ours * beside, (1.0, 15.0)),
        _measure("fast_vs_reference", quick and quick * beside, (1.0, 15.0)),
        _measure("vs_catanatron", peer and ours * peer, (1.0, 10.0), bots),
        _measure("fast_vs_catanatron", peer and quick and quick * peer, (1.0, 10.0), bots),
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


_TITLES: Final = {
    "games_per_second": N_("whole games through RaceModel, history, a core"),
    "fast_games_per_second": N_("the same with the extra 'fast'"),
    "reference_games_per_second": N_("idiomatic Mesa reference, a core"),
    "catanatron_games_per_second": N_("Catanatron's random bots, a core"),
    "vs_reference": N_("against the idiomatic Mesa reference"),
    "fast_vs_reference": N_("with 'fast' against the idiomatic Mesa reference"),
    "vs_catanatron": N_("against Catanatron's random bots"),
    "fast_vs_catanatron": N_("with 'fast' against Catanatron's random bots"),
}
_NO_PEER: Final = Sentence(N_("not measured: name a Python that has Catanatron with --catanatron"))


def _measure(
    key: str,
    value: float | None,
    lines: tuple[float | None, float | None] = (None, None),
    note: Sentence | None = None,
) -> Measure:
    """Return a rate or a ratio; `lines` are its bar and its aim."""
    if value is None:
        note = NOT_FAST if key.startswith("fast_") and compiled() is None else _NO_PEER
    return Measure(
        key=key,
        title=Sentence(_TITLES[key]),
        value=value,
        unit="x" if "vs_" in key else "games/s",
        bar=lines[0],
        aim=lines[1],
        note=note,
    )


def _fast_rate(months: int, cost: dict[str, float]) -> float | None:
    return None if compiled() is None else months / LENGTH / cost["fast"]


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
