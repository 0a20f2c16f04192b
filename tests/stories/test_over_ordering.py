"""Chips on order are cheap to book: they count for nothing without power, and cost money when unpaid."""

from race.core.commands import OrderChips, RaiseRound
from race.core.ids import Ending, Firm
from race.sim.race_model import RaceModel
from tests.builders import a_game, changed, scenario
from tests.stories.played import after, played

FAR_TOO_MANY = 150_000


def booking(quantity: int) -> OrderChips:
    return OrderChips(company=Firm.XAI, generation=a_game().view().board.generation, quantity=quantity)


def test_investors_count_chips_on_order_only_where_there_will_be_power() -> None:
    some, many = after(a_game(), booking(20_000)), after(a_game(), booking(FAR_TOO_MANY))

    worth = [world.labs[Firm.XAI].worth.coming for world in (some, many)]

    assert worth[1] < 1.5 * worth[0]


def test_investors_do_not_pay_for_chips_that_nobody_can_pay() -> None:
    session = played(a_game(), booking(FAR_TOO_MANY), months=9)

    refused = session.why_not(RaiseRound())

    assert refused is not None
    assert "old bills" in refused.msgid


def test_a_founder_who_books_everything_on_credit_is_bankrupt_within_a_year() -> None:
    game = RaceModel(scenario(), "speculator", 3, collect=False)

    while game.world.ending is None:
        game.step()

    assert game.world.ending is Ending.BANKRUPT
    assert game.world.month <= 15


def test_a_buyer_who_need_not_pay_for_waiting_waits_for_ever() -> None:
    lenient = changed(chips={"late_fee": 0.0}, money={"round_bills": 20.0})
    game = RaceModel(lenient, "speculator", 3, collect=False)

    for _ in range(15):
        game.step()

    assert game.world.ending is None
