from functools import partial
from pathlib import Path

import pytest

from race.core.chance import Chance
from race.core.commands import Hire, SellLab
from race.core.ids import Seat
from race.core.legality import refusal
from race.core.view import FounderView
from race.policy.founders.archetypes import Idle
from race.sim.race_model import RaceModel
from race.study.balance import asked
from race.study.balance.plan import Sizes, Spec
from race.study.balance.study import run_balance
from race.study.measures.choices import First, drawn, gained, weigh_orders
from race.study.run import Progress
from tests.builders import scenario

SHORT = "the-twelve-thousand"
SPEC = Spec(
    scenarios=(SHORT,),
    difficulties=("standard",),
    founders=("steward",),
    sizes=Sizes(field=2, other=0, quota=0, mechanic=0, choices=1, exploit=2),
)


def test_the_best_of_nothing_but_noise_gains_nothing() -> None:
    luck = Chance(1).stream(0, "noise")
    gains = [sum(gained([[luck.below(100) for _ in range(8)] for _ in range(9)])[0]) / 8 for _ in range(400)]

    assert abs(sum(gains) / len(gains)) < 5.0


def test_an_order_is_given_first_in_its_month_and_in_no_other() -> None:
    game = RaceModel(SHORT, "idle", 1, collect=False)
    view, luck = game.view(Seat.FOUNDER), game.luck("policy.founder")

    said = [First(Hire(researchers=3), month, Idle()).decide(view, luck) for month in (0, 1)]

    game.close()
    assert said == [(Hire(researchers=3),), ()]


def test_the_orders_that_are_weighed_are_legal_and_of_different_kinds() -> None:
    game = RaceModel(SHORT, "steward", 1, collect=False)
    view = game.view(Seat.FOUNDER)
    assert isinstance(view, FounderView)

    found = drawn(view, Chance(5).stream(0, "orders to weigh"))

    game.close()
    assert len(found) == len({type(order) for order in found}) > 2
    assert [order for order in found if refusal(view, (), order) or isinstance(order, SellLab)] == []


def test_a_game_that_is_over_offers_no_choice() -> None:
    assert weigh_orders(scenario(SHORT), "steward", 1, 12, draws=2) is None


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "TRIAL_GAMES", 1)
    monkeypatch.setattr("race.study.balance.study.TRIAL_GAMES", 1)
    monkeypatch.setattr(asked, "weigh_orders", partial(weigh_orders, draws=2))


@pytest.mark.usefixtures("cheap")
def test_a_report_weighs_choices_and_searches_and_goes_on_where_it_stopped(tmp_path: Path) -> None:
    tally, _ = run_balance(SPEC, tmp_path / "report", workers=1)
    tables = {name: (tmp_path / "report" / name).read_bytes() for name in ("choices.csv", "exploit.csv")}
    for name in ("choice-00000", "trial-00001"):
        (tmp_path / "report" / "parts" / f"{name}.msgpack").unlink()

    told: list[Progress] = []
    again, _ = run_balance(SPEC, tmp_path / "report", workers=1, resume=True, tell=told.append)

    assert tally.exploit is not None
    assert tally.exploit.best_made == "steward"
    assert [(one.seed, one.founder) for one in tally.choices] == [(1, "steward")]
    assert (again.choices, again.exploit) == (tally.choices, tally.exploit)
    assert {name: (tmp_path / "report" / name).read_bytes() for name in tables} == tables
    assert (told[-1].done, told[-1].done - told[-1].kept) == (4, 1)  # the trial that was not there is played
