import gc
import subprocess
import sys
import weakref
from typing import Any

import mesa
import pytest

from race.core.chance import Stream
from race.core.fingerprint import Fingerprint
from race.core.view import View
from race.session.session import Session
from race.sim.bare import BareGame
from race.sim.race_model import RaceModel
from race.sim.reference import ReferenceModel
from tests.architecture.house import ROOT
from tests.builders import scenario

SHORT = "the-twelve-thousand"


def test_a_closed_game_is_let_go() -> None:
    games = [RaceModel(SHORT, "steward", seed, collect=False) for seed in range(3)]
    for game in games:
        game.step()
        game.fork().close()
        game.close()
    held = [weakref.ref(game) for game in games]

    games.clear()
    del game
    gc.collect()

    assert [reference() for reference in held] == [None, None, None]


def test_a_game_that_nobody_holds_is_let_go() -> None:
    game = RaceModel(SHORT, "steward", 1, collect=False)
    game.step()
    held = weakref.ref(game)

    del game
    gc.collect()

    assert held() is None


@pytest.mark.parametrize("answer", [None, 42, "end", [], (None,), ("swap",), {"swap": 1}])
def test_a_policy_that_decides_nonsense_is_named(answer: object) -> None:
    class Mine:
        def decide(self, view: View, luck: Stream) -> Any:  # noqa: ANN401 - that is the point
            del view, luck
            return answer

    race = RaceModel(SHORT, Mine(), 1, collect=False)

    with pytest.raises(TypeError, match=r"Mine in the seat founder decided .*; a policy returns a tuple"):
        race.step()


def play(*, collecting: bool) -> Fingerprint:
    race = RaceModel(SHORT, "diverter", 5, collect=False)
    for _ in range(4):
        race.step()
        if collecting:
            gc.collect()
    race.close()
    return race.fingerprint()


def test_the_garbage_collector_has_no_say_in_a_game() -> None:
    gc.disable()
    try:
        undisturbed = play(collecting=False)
    finally:
        gc.enable()

    assert play(collecting=True) == undisturbed


def test_no_agent_set_is_kept_in_a_game_beside_mesas_own() -> None:
    race = RaceModel(SHORT, "steward", 1, collect=False)
    ours = {
        name: value for name, value in vars(race).items() if not name.startswith(("_agents", "_all_agents"))
    }

    kept = [name for name, value in ours.items() if isinstance(value, mesa.agent.AgentSet)]

    race.close()
    assert kept == []


@pytest.mark.parametrize("module", ["race.cli", "race.cli.program", "main"])
def test_the_command_line_is_there_before_mesa(module: str) -> None:
    check = (
        f"import sys, {module}; sys.exit(sorted({{'mesa', 'pandas', 'pyarrow', 'scipy'}} & set(sys.modules)))"
    )

    said = subprocess.run(
        [sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert said.stderr.strip() == "[]"


def test_mesa_adds_nothing_to_a_game_but_agents() -> None:
    race, bare = RaceModel(SHORT, "diverter", 2, collect=False), BareGame(scenario(SHORT), "diverter", 2)

    for _ in range(5):
        race.step()
        bare.step()

    race.close()
    assert race.fingerprint() == bare.fingerprint()


def test_the_window_plays_the_same_game_as_a_batch() -> None:
    race, session = RaceModel(SHORT, "swapper", 8, collect=False), Session(SHORT, 8, "swapper")

    while race.world.ending is None:
        race.step()
        session.end_month()

    race.close()
    session.close()
    assert session.ending is race.world.ending
    assert session.fingerprint() == race.fingerprint()


def test_somebody_who_knows_only_mesa_can_run_a_batch() -> None:
    rows = mesa.batch_run(
        RaceModel,
        parameters={"scenario": [SHORT], "founder": ["steward", "diverter"], "game_seed": [3]},
        max_steps=40,
        number_processes=1,
        data_collection_period=-1,
        display_progress=False,
    )

    finished = {row["founder"]: row for row in rows}
    assert set(finished) == {"steward", "diverter"}
    for founder, row in finished.items():
        race = RaceModel(SHORT, founder, 3, collect=False)
        while race.world.ending is None:
            race.step()
        race.close()
        assert (row["fingerprint"], row["month"]) == (race.fingerprint().whole, race.world.month)


def test_the_reference_of_the_bench_plays_on_its_own_rules() -> None:
    game, twin = ReferenceModel(1), ReferenceModel(1)

    for _ in range(3):
        game.step()
        twin.step()

    game.close()
    twin.close()
    assert game.month == 3
    assert len(game.datacollector.model_vars["price"]) == 3
    assert game.price[0] == twin.price[0] != 200.0
