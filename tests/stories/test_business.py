"""Firms are a second market: they look harder, change faster, and are where a small careful lab earns."""

from race.core.ids import Firm
from race.core.world import World
from race.sim.race_model import RaceModel
from tests.builders import changed


def a_year(switch: int) -> World:
    race = RaceModel(changed(switches={"business": switch}), "historical", 7, collect=False)
    try:
        while race.world.month < 12:
            race.step()
        return race.world
    finally:
        race.close()


def test_anthropic_grows_tenfold_on_firms_and_hardly_without_them() -> None:
    with_firms, without = a_year(1), a_year(0)

    lab, poor = with_firms.labs[Firm.ANTHROPIC], without.labs[Firm.ANTHROPIC]
    assert 0.5e9 <= 12 * lab.revenue_usd <= 1.7e9  # C37: 1.0 in December 2024, 0.1 a year before
    assert poor.revenue_usd < lab.revenue_usd / 3
    assert not [r for r in without.receipts if r.cause.msgid == "Paid by firms"]
