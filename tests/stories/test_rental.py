"""The clouds have chips at once, for whoever pays, until they are full."""

import pytest

from race.core.chance import Chance
from race.core.commands import Orders, RentCloud
from race.core.formulas.race.chips import cloud_room
from race.core.ids import Firm, Seat
from race.core.turn import play_month
from race.session.session import Refused, Session
from tests.builders import a_world, changed


def test_two_labs_that_want_all_of_the_clouds_get_half_each_and_pay_more_for_it() -> None:
    world = a_world(month=13)
    room = cloud_room(world.rules, world.setting, 0, 14)
    want = (RentCloud(quantity=room),)

    full = play_month(world, Orders({Seat.FOUNDER: want, Seat.META: want}), Chance(7)).world
    next_month = play_month(full, Orders({}), Chance(7)).world
    without = play_month(play_month(world, Orders({}), Chance(7)).world, Orders({}), Chance(7)).world

    assert full.labs[Firm.XAI].depot.rented == full.labs[Firm.META].depot.rented == room // 2
    assert next_month.market.rental_cents > without.market.rental_cents


def test_rented_chips_compute_in_the_month_they_are_ordered() -> None:
    game = Session("history", seed=7)
    game.submit(RentCloud(quantity=2_000))

    game.end_month()

    assert game.view().own.depot.rented == 2_000
    assert game.view().own.depot.running() == game.view().own.depot.powered() + 2_000


def test_where_there_are_no_clouds_nobody_rents() -> None:
    game = Session(changed(switches={"rental": 0}), seed=7)

    with pytest.raises(Refused, match="switched off"):
        game.submit(RentCloud(quantity=2_000))
