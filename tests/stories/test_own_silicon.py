"""Spring 2024: everybody queues for the same chips, but one lab has its own."""

import pytest

from race.core.commands import OrderChips
from race.core.ids import Firm, Generation
from race.session.session import Refused, Session
from race.sim.race_model import RaceModel
from tests.builders import changed

GOOGLE = Firm.GOOGLE_DEEPMIND


def fleet_in_august(race: RaceModel) -> int:
    for _ in range(8):
        race.step()
    return race.world.labs[GOOGLE].depot.chips()


def test_own_chips_arrive_while_the_others_still_wait() -> None:
    own = fleet_in_august(RaceModel("history", "steward", 7, collect=False))
    none = fleet_in_august(RaceModel(changed(switches={"own_silicon": 0}), "steward", 7, collect=False))

    assert own > 1.1 * none


def test_own_chips_cost_less_and_wait_as_long_in_a_full_queue_as_in_an_empty_one() -> None:
    race = RaceModel("history", "steward", 7, collect=False)

    race.step()

    booked = [line for line in race.world.market.lines if line.payer is GOOGLE and line.booked == 1]
    own, queued = sorted(booked, key=lambda line: line.due)
    assert own.generation is Generation.OWN_SILICON
    assert own.due == 1 + race.world.rules.chips.own_silicon_lead < queued.due
    assert own.unit_price_usd < 0.6 * queued.unit_price_usd


def test_nobody_else_can_order_them() -> None:
    game = Session("history", seed=7)

    with pytest.raises(Refused, match="chips of its own"):
        game.submit(OrderChips(company=Firm.XAI, generation=Generation.OWN_SILICON, quantity=1_000))
