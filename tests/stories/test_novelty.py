"""A release that everybody talks about takes users from the others while the talk lasts."""

from race.core.chance import Chance
from race.core.ids import Firm
from race.core.receipts import Account
from race.core.rules.race.demand import win_users
from race.core.world import World
from race.scenario.opening import open_world
from tests.builders import changed, orders


def a_year_of(talk: float, switch: int) -> list[World]:
    world = open_world(changed(switches={"novelty": switch}), 7)
    months = []
    for month in range(1, 13):
        world = world.copy()
        world.month = month
        if month == 2:
            world.labs[Firm.DEEPSEEK].novelty = talk
        win_users(world, orders(), Chance(7))
        months.append(world)
    return months


def share(world: World) -> int:
    return world.labs[Firm.DEEPSEEK].share_ppm


def test_talk_doubles_who_comes_and_is_over_in_half_a_year() -> None:
    loud, quiet = a_year_of(1.8, 1), a_year_of(0.0, 1)

    won = [share(a) - share(b) for a, b in zip(loud, quiet, strict=True)]

    assert won[0] == 0 < won[1] < won[3]
    assert won[3] > won[11] > 0
    talked = [r.amount for r in loud[1].receipts if r.firm is Firm.DEEPSEEK and "Talk" in r.cause.msgid]
    assert talked
    assert talked[0] > 0


def test_where_novelty_is_left_out_nobody_comes_for_the_talk() -> None:
    loud, quiet = a_year_of(1.8, 0), a_year_of(0.0, 0)

    assert [share(world) for world in loud] == [share(world) for world in quiet]
    assert all(r.account is Account.USERS for r in loud[1].receipts)
