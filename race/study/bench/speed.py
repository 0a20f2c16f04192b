"""How fast whole games are played, beside the frozen reference and another game's bots.

Games are 36 months long here: months played per CPU second over 36, since some games end early.
The contenders take turns, a few games each, and each game thrice, so that a busy machine slows them alike.
Ours are played in step, as a batch plays them.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import Final

from race.core.formulas.owners.compiled import built, compiled
from race.core.ids import Keeps
from race.core.rulebook.seats.rivals import STANDARD
from race.core.words import N_, Sentence
from race.scenario.load import Scenario, load_scenario
from race.sim.bare import BareGame
from race.sim.race_model import RaceModel
from race.sim.reference import play_reference
from race.sim.together import IN_STEP, play_out
from race.study import clock
from race.study.bench.measure import NOT_FAST, Measure, fast
from race.study.bench.peer import Catanatron, peer_here
from race.study.bench.translated import Translated
from race.study.native.whole import whole_tree

_CONTENDERS: Final = ("ours", "fast", "compiled", "compiled_fast", "alone", "bare", "reference", "peer")
_TURNS: Final = 3
"""Times that everybody plays the same games: in a turn's second others may take half of a machine."""
LENGTH: Final = 36
FOUNDERS: Final = ("steward", "diverter")


def speed(games: int, catanatron: str | None = None, difficulty: str = STANDARD) -> list[Measure]:
    """Play `games` games of each contender, thrice, in turn; return rates, ratios and Mesa's share.

    `catanatron` is the Python of an environment in which Catanatron is installed.
    """
    scenario, python = load_scenario("history", difficulty), catanatron or peer_here()
    cost = dict.fromkeys(_CONTENDERS, 0.0)
    months = 0
    with ExitStack() as stack:
        peer = stack.enter_context(Catanatron(python)) if python else None
        quick = {name: stack.enter_context(player) for name, player in _in_the_tree(difficulty)}
        with fast(on=False):
            play_in_step(scenario, range(1))  # tables are built, files read
        play_reference(0)
        compiled()
        for first in [*range(0, games, IN_STEP)] * _TURNS:
            seeds = range(first, min(games, first + IN_STEP))
            with fast(on=True):
                months += play_in_step(scenario, seeds)
                cost["fast"] += clock.cost(lambda: play_in_step(scenario, seeds))  # noqa: B023 - called at once
            with fast(on=False):
                cost["ours"] += clock.cost(lambda: play_in_step(scenario, seeds))  # noqa: B023 - called at once
                cost["alone"] += clock.cost(lambda: _play_alone(scenario, seeds))  # noqa: B023 - called at once
                cost["bare"] += clock.cost(lambda: _play_bare(scenario, seeds))  # noqa: B023 - called at once
            cost["reference"] += clock.cost(lambda: [*map(play_reference, seeds)])  # noqa: B023 - called at once
            cost["peer"] += peer.cost(len(seeds)) if peer else 0.0
            for name, player in quick.items():
                cost[name] += player.cost(seeds)
    return [*_rates(games * _TURNS, months, cost), *_ratios(games * _TURNS, months, cost)]


def _in_the_tree(difficulty: str) -> Iterator[tuple[str, Translated]]:
    """Yield who plays in the compiled tree, without numba and with it, as far as either is there."""
    found = whole_tree()
    if found is not None:
        yield "compiled", Translated(found, difficulty)
        if compiled() is not None:
            yield "compiled_fast", Translated(found, difficulty, numba=True)


def _rates(games: int, months: int, cost: dict[str, float]) -> list[Measure]:
    """Return the contenders' games a second; only what was measured has a value."""
    note = Sentence(_ON_ARRAYS if built() is None else _IN_C)
    return [
        _measure("games_per_second", months / LENGTH / cost["ours"], note=note),
        _measure("fast_games_per_second", _fast_rate(months, cost)),
        _measure("compiled_games_per_second", _compiled_rate(months, cost["compiled"])),
        _measure("compiled_fast_games_per_second", _compiled_rate(months, cost["compiled_fast"])),
        _measure("reference_games_per_second", games / cost["reference"]),
        _measure("catanatron_games_per_second", games / cost["peer"] if cost["peer"] else None),
    ]


def _ratios(games: int, months: int, cost: dict[str, float]) -> list[Measure]:
    """Return how many games of ours are played in the time of one of theirs, and Mesa's share."""
    ours, quick = months / LENGTH / cost["ours"], _fast_rate(months, cost)
    made, best = (_compiled_rate(months, cost[name]) for name in ("compiled", "compiled_fast"))
    beside, peer = cost["reference"] / games, cost["peer"] / games if cost["peer"] else None
    bots = Sentence(N_("four random bots, the same machine and run"))
    return [
        _measure("vs_reference", ours * beside, (1.0, 15.0)),
        _measure("fast_vs_reference", quick and quick * beside, (1.0, 15.0)),
        _measure("vs_catanatron", peer and ours * peer, (1.0, 10.0), bots),
        _measure("fast_vs_catanatron", peer and quick and quick * peer, (1.0, 10.0), bots),
        _measure("compiled_vs_reference", made and made * beside, (1.0, 15.0)),
        _measure("compiled_fast_vs_reference", best and best * beside, (1.0, 15.0)),
        _measure("compiled_vs_catanatron", peer and made and made * peer, (1.0, 10.0), bots),
        _measure("compiled_fast_vs_catanatron", peer and best and best * peer, (1.0, 10.0), bots),
        Measure(
            key="mesa_share",
            title=Sentence(N_("Mesa's share of a month")),
            value=max(0.0, 1.0 - cost["bare"] / cost["alone"]),
            unit="",
            bar=0.25,
            aim=0.17,
            more_is_better=False,
        ),
    ]


_TITLES: Final = {
    "games_per_second": N_("whole games through RaceModel, history, a core"),
    "fast_games_per_second": N_("the same with the extra 'fast'"),
    "compiled_games_per_second": N_("the same with the compiled core, without the extra 'fast'"),
    "compiled_fast_games_per_second": N_("the same with the compiled core and the extra 'fast'"),
    "reference_games_per_second": N_("idiomatic Mesa reference, a core"),
    "catanatron_games_per_second": N_("Catanatron's random bots, a core"),
    "vs_reference": N_("against the idiomatic Mesa reference"),
    "fast_vs_reference": N_("with 'fast' against the idiomatic Mesa reference"),
    "vs_catanatron": N_("against Catanatron's random bots"),
    "fast_vs_catanatron": N_("with 'fast' against Catanatron's random bots"),
    "compiled_vs_reference": N_("compiled against the idiomatic Mesa reference"),
    "compiled_fast_vs_reference": N_("compiled, with 'fast', against the idiomatic Mesa reference"),
    "compiled_vs_catanatron": N_("compiled against Catanatron's random bots"),
    "compiled_fast_vs_catanatron": N_("compiled, with 'fast', against Catanatron's random bots"),
}
_IN_C: Final = N_("36-month games, CPU time, the owners' weeks in C; without the extra 'fast'")
_ON_ARRAYS: Final = N_("36-month games, CPU time, the owners' weeks on arrays; without the extra 'fast'")
_NO_PEER: Final = Sentence(N_("not measured: name a Python that has Catanatron with --catanatron"))

_NOT_MADE: Final = Sentence(N_("not measured: run `diverted compile`"))


def _measure(
    key: str,
    value: float | None,
    lines: tuple[float | None, float | None] = (None, None),
    note: Sentence | None = None,
) -> Measure:
    """Return a rate or a ratio; `lines` are its bar and its aim."""
    if value is None:
        note = _why_not(key)
    return Measure(
        key=key,
        title=Sentence(_TITLES[key]),
        value=value,
        unit="x" if "vs_" in key else "games/s",
        bar=lines[0],
        aim=lines[1],
        note=note,
    )


def _why_not(key: str) -> Sentence:
    """Return why a rate or a ratio was not measured."""
    if "fast_" in key and compiled() is None:
        return NOT_FAST
    return _NOT_MADE if key.startswith("compiled_") and whole_tree() is None else _NO_PEER


def _compiled_rate(months: int, cost: float) -> float | None:
    return months / LENGTH / cost if cost else None


def _fast_rate(months: int, cost: dict[str, float]) -> float | None:
    return None if compiled() is None else months / LENGTH / cost["fast"]


def play_in_step(scenario: Scenario, seeds: range) -> int:
    """Play games in step, as a batch does, and return their months."""
    races = [_open(scenario, seed) for seed in seeds]
    for race in races:
        race.keeps = Keeps.BOOKS
    play_out(races)
    return _months(races)


def _play_alone(scenario: Scenario, seeds: range) -> int:
    """Play games one after another, as somebody who knows Mesa does, and return their months."""
    races = []
    for seed in seeds:
        races.append(_open(scenario, seed))
        while races[-1].world.ending is None:
            races[-1].step()
    return _months(races)


def _open(scenario: Scenario, seed: int) -> RaceModel:
    return RaceModel(scenario, _founder(seed), seed, collect=False)


def _founder(seed: int) -> str:
    return FOUNDERS[seed % len(FOUNDERS)]


def _months(races: Sequence[RaceModel]) -> int:
    for race in races:
        race.close()
    return sum(race.world.month for race in races)


def _play_bare(scenario: Scenario, seeds: range) -> None:
    for seed in seeds:
        game = BareGame(scenario, _founder(seed), seed)
        while game.world.ending is None:
            game.step()
