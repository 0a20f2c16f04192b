import gc
import pickle
import subprocess
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mesa
import numpy as np
import pytest

from race.core.chance import Stream
from race.core.commands import Command, Hire
from race.core.fingerprint import Fingerprint
from race.core.ids import Firm, Seat
from race.core.view import View
from race.core.words import PlainError, Sentence
from race.scenario.load import load_scenario
from race.session.session import Session
from race.sim.bare import BareGame
from race.sim.race_model import RaceModel
from race.sim.reference import ReferenceModel
from tests.architecture.house import ROOT
from tests.builders import scenario

SHORT = "the-twelve-thousand"


class Sitter:
    """Sit at a seat and want nothing."""

    def decide(self, view: View, luck: Stream) -> tuple[()]:
        """Want nothing."""
        del view, luck
        return ()


@pytest.fixture
def uncollected() -> Iterator[None]:
    """Let nothing be collected for a while: what goes then goes by itself."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("uncollected")
@pytest.mark.parametrize("collect", [True, False])
def test_a_closed_game_and_its_world_are_let_go_at_once(*, collect: bool) -> None:
    games = [RaceModel(SHORT, "steward", seed, collect=collect) for seed in range(3)]
    games += [game.fork() for game in games]
    held: list[weakref.ref[object]] = [weakref.ref(game) for game in games]
    for game in games:
        game.step()
        held.append(weakref.ref(game.world.holders.trust))

    for game in games:
        game.close()
    games.clear()
    del game

    assert [reference() for reference in held] == [None] * 12


def test_a_closed_game_can_still_be_read() -> None:
    game = RaceModel(SHORT, "steward", 1)
    game.step()
    before = game.fingerprint(), len(game.balances)

    game.close()

    assert (game.fingerprint(), len(game.balances)) == before
    assert game.datacollector is not None
    assert len(game.datacollector.get_model_vars_dataframe()) == 2


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


def test_a_thousand_wishes_in_a_list_are_named_in_a_line() -> None:
    class Mine:
        def decide(self, view: View, luck: Stream) -> Any:  # noqa: ANN401 - a list is none
            del view, luck
            return [Hire(researchers=1)] * 1_000

    with pytest.raises(TypeError, match=r"decided \[Hire.*\.\.\.\]; a policy returns a tuple") as error:
        RaceModel(SHORT, Mine(), 1, collect=False).step()

    assert len(str(error.value)) < 600


def test_a_scenario_is_named_by_a_path_too(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(load_scenario(SHORT).text)

    mine, theirs = (RaceModel(named, "idle", 1, collect=False) for named in (tmp_path / "mine.toml", SHORT))
    for race in (mine, theirs):
        race.step()

    assert mine.fingerprint().parts == theirs.fingerprint().parts


@pytest.mark.parametrize("given", [3, None, ["standard"]])
def test_what_is_no_difficulty_or_trait_is_named(given: Any) -> None:  # noqa: ANN401 - that is the point
    with pytest.raises(PlainError) as no_difficulty:
        load_scenario(SHORT, difficulty=given)
    with pytest.raises(PlainError) as no_trait:
        load_scenario(SHORT, trait=given)

    assert f"no difficulty '{given}'" in str(no_difficulty.value)
    assert f"no trait '{given}'" in str(no_trait.value)


class Hirer:
    """Hire a number of people, whatever kind of number it is."""

    def __init__(self, people: Any) -> None:  # noqa: ANN401 - that is the point
        """Take the number."""
        self.people = people

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Hire them."""
        del view, luck
        return (Hire(researchers=self.people),)


@pytest.mark.parametrize("people", [2.5, 3.0, float("nan"), True, "three", np.float64(2.5), np.zeros(2)])
def test_a_policy_that_wants_half_a_person_is_named(people: object) -> None:
    race = RaceModel(SHORT, "idle", 1, policies={Seat.MISTRAL: Hirer(people)}, collect=False)

    with pytest.raises(TypeError, match=r"Hirer in the seat mistral decided Hire\(researchers=.*"):
        race.step()


def test_a_policy_may_count_in_numpys_numbers() -> None:
    marks = set()
    for people in (3, np.int64(3)):
        race = RaceModel(SHORT, "idle", 1, policies={Seat.MISTRAL: Hirer(people)}, collect=False)
        race.step()
        assert type(race.world.labs[Firm.MISTRAL].researchers) is int
        marks.add(race.fingerprint().whole)

    assert len(marks) == 1


class Forger:
    """Write oneself money into the books one is shown, and order nothing."""

    def decide(self, view: Any, luck: Stream) -> tuple[()]:  # noqa: ANN401 - what no view allows
        """Write."""
        del luck
        view.own.cash_usd = 10**14
        view.board.fleets.clear()
        return ()


def test_a_policy_that_writes_into_its_view_changes_nothing() -> None:
    games = [RaceModel(SHORT, policy, 1, collect=False) for policy in (Forger(), Sitter())]
    for _ in range(2):
        for race in games:
            race.step()

    assert games[0].fingerprint() == games[1].fingerprint()


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


def test_a_game_that_starts_later_is_a_batch_of_its_own_months() -> None:
    rows = mesa.batch_run(
        RaceModel,
        parameters={"scenario": ["colossus"], "founder": ["idle"], "game_seed": [3]},
        number_processes=1,
        data_collection_period=1,
        display_progress=False,
    )

    opening = load_scenario("colossus").file.start
    assert [(row["Step"], row["month"]) for row in rows] == [
        (step, opening + step) for step in range(rows[-1]["month"] - opening + 1)
    ]
    assert [row["ending"] != "" for row in rows] == [False] * (len(rows) - 1) + [True]


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


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"game_seed": -1}, "A seed is a whole number from 0 to 2**63 - 1, not -1."),
        ({"game_seed": 2**63}, f"A seed is a whole number from 0 to 2**63 - 1, not {2**63}."),
        ({"game_seed": True}, "A seed is a whole number from 0 to 2**63 - 1, not True."),
        ({"seed": 1.5}, "A seed is a whole number from 0 to 2**63 - 1, not 1.5."),
        ({"rng": "x"}, "A seed is a whole number from 0 to 2**63 - 1, not 'x'."),
        ({"scenario": "yesterday"}, "There is no scenario 'yesterday'; there are: history, colossus, "),
        ({"scenario": 3}, "A scenario is a name, the path of a TOML file or a loaded scenario, not 3."),
        ({"founder": "nobody"}, "There is no founder 'nobody'; there are: idle, random, "),
        (
            {"founder": None},
            "A founder is a bot's name or an object with a method decide(view, luck), not None.",
        ),
        ({"founder": Sitter}, "object with a method decide(view, luck), not <class "),
        ({"policies": 3}, "policies is a table from seats to policies, not 3."),
        ({"policies": {"x": Sitter()}}, "policies: there is no seat 'x'; there are: founder, openai, "),
        ({"policies": {Seat.META: 1}}, "policies: at the seat meta sits 1, which has no method decide("),
        ({"policies": {Seat.META: Sitter}}, "policies: at the seat meta sits <class "),
    ],
)
def test_what_a_game_cannot_start_from_is_refused_in_a_sentence(given: dict[str, Any], said: str) -> None:
    wanted: dict[str, Any] = {"scenario": SHORT, "collect": False, **given}

    with pytest.raises(PlainError) as refused:
        RaceModel(**wanted)

    assert said in str(refused.value)
    assert refused.value.code == 2


def test_a_game_takes_numpys_numbers_and_the_names_of_seats() -> None:
    sitter: Any = Sitter()

    game = RaceModel(SHORT, sitter, game_seed=np.int64(7), policies={"meta": sitter}, collect=False)  # type: ignore[dict-item,arg-type]

    assert (type(game.game_seed), game.game_seed) == (int, 7)
    assert [seat for seat, agent in game.seats.items() if agent.policy is sitter] == [Seat.FOUNDER, Seat.META]


def test_a_refusal_lists_every_mistake_of_a_file_in_english(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('months = "many"\ntitel = "Mine"\n')

    with pytest.raises(PlainError) as refused:
        RaceModel(str(mine))

    first, *rest = str(refused.value).splitlines()
    assert first == f"mine has {len(rest)} mistakes:"
    assert len(rest) > 1
    assert "{" not in str(refused.value)


def test_a_refusal_comes_back_whole_from_another_process() -> None:
    error = PlainError(Sentence("There is no {name}.", {"name": "x"}), code=2)

    back = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own

    assert (str(back), back.code) == ("There is no x.", 2)
