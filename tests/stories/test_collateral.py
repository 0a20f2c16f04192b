"""Time compounds: a chip on the floor pays for the next one at the next round."""

from race.core.chance import Chance
from race.core.commands import RaiseRound
from race.core.ids import Firm
from race.core.rules.race.finance import raise_money
from race.core.world import World
from race.scenario.opening import open_world
from tests.builders import a_depot, changed, orders


def raised(chips: int, switch: int) -> int:
    world: World = open_world(changed(switches={"collateral": switch}), 7).copy()
    lab = world.labs[Firm.XAI]
    world.month, lab.depot, lab.cash_usd = 5, a_depot(chips), 0
    raise_money(world, orders(RaiseRound()), Chance(7))
    return lab.cash_usd


def test_twelve_thousand_early_chips_pay_for_twelve_thousand_more() -> None:
    more = raised(20_000, 1) - raised(8_000, 1)

    assert 12_000 * 33_000 < more < 12_000 * 60_000  # a chip with its server costs 33,000 dollars in May 2024


def test_where_chips_are_no_collateral_a_round_is_the_same_with_and_without_them() -> None:
    assert raised(20_000, 0) == raised(8_000, 0) > 1_000_000_000
