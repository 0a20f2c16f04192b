"""Early 2025: a new generation is on sale, but not for everybody."""

from race.core.commands import OrderChips
from race.core.ids import Firm, Generation, Seat
from race.core.legality import refusal
from race.core.view import LabView
from race.scenario.load import Scenario
from race.sim.race_model import RaceModel
from tests.builders import changed, scenario


def deepseek_in_spring(told: Scenario) -> LabView:
    race = RaceModel(told, "steward", 7, collect=False)
    for _ in range(15):
        race.step()
    view = race.view(Seat.DEEPSEEK)
    assert isinstance(view, LabView)
    view.own.cash_usd = 10**12
    return view


def order(generation: Generation, quantity: int) -> OrderChips:
    return OrderChips(company=Firm.DEEPSEEK, generation=generation, quantity=quantity)


def test_a_lab_under_export_rules_books_few_chips_and_none_of_the_newest() -> None:
    view = deepseek_in_spring(scenario())
    allowed = view.board.supply * view.own.export_ppm // 1_000_000

    assert refusal(view, (), order(Generation.H200, allowed)) is None
    assert refusal(view, (), order(Generation.H200, allowed + 1)) is not None
    assert refusal(view, (), order(Generation.B200, 200)) is not None


def test_without_export_rules_it_books_what_everybody_books() -> None:
    view = deepseek_in_spring(changed(switches={"export_limits": 0}))

    assert refusal(view, (), order(Generation.B200, view.board.supply // 2)) is None
