"""Every mechanic can be left out: without it the same game goes another way, and nobody orders it."""

from functools import cache

import pytest

from race.core.legality.switched import NEEDS
from race.core.rulebook.switches import Switches
from race.scenario.load import Scenario
from race.sim.race_model import RaceModel
from tests.builders import changed, scenario

_GAMES = (
    *(("random", 3), ("random", 8), ("historical", 1), ("promiser", 4)),
    *(("random", 15), ("random", 17), ("random", 30)),
)
"""Founders and seeds, played in turn until one of the games meets the mechanic."""
_Told = list[tuple[str, ...]]


def _told(start: Scenario, founder: str, seed: int) -> _Told:
    """Play a game and tell it by what everybody holds at the end of every month.

    Fails when somebody was given an order that needs a mechanic that is switched off.
    """
    race, told = RaceModel(start, founder, seed, collect=False), []
    while race.world.ending is None:
        race.step()
        given = [order for orders in race.orders.by_seat.values() for order in orders]
        assert all(NEEDS[type(order)](start.rules.switches, order) for order in given if type(order) in NEEDS)
        told.append(tuple(str(balance.now) for balance in race.balances))
    race.close()
    return told


@cache
def _with_everything(founder: str, seed: int) -> _Told:
    return _told(scenario(), founder, seed)


@pytest.mark.parametrize("mechanic", Switches.__struct_fields__)
def test_without_a_mechanic_the_same_game_goes_another_way(mechanic: str) -> None:
    without = changed(switches={mechanic: 0})

    differs = any(_told(without, *game) != _with_everything(*game) for game in _GAMES)

    assert differs, f"the switch {mechanic!r} changes nothing that anybody holds"
