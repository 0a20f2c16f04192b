"""A lab pays ahead out of idle money, and gives up lines that nobody will pay for."""

from race.core.commands import CancelOrder
from race.core.ids import Firm, Seat
from race.core.view import LabView
from race.policy.book import give_up, pay_ahead
from race.policy.purse import read_purse
from race.sim.race_model import RaceModel


def mistral(cash_usd: int) -> LabView:
    """Return what a small lab knows in June 2024, with that much in the bank."""
    race = RaceModel("history", "idle", 7, collect=False)
    for _ in range(6):
        race.step()
    race.world.labs[Firm.MISTRAL].cash_usd = cash_usd
    view = race.view(Seat.MISTRAL)
    assert isinstance(view, LabView)
    return view


def test_idle_money_buys_a_better_place_and_scarce_money_does_not() -> None:
    rich, poor = mistral(10**12), mistral(10**6)

    ahead = pay_ahead(rich, read_purse(rich), 1_000)

    assert ahead == 900_000
    assert pay_ahead(poor, read_purse(poor), 1_000) == 0


def test_a_lab_in_the_red_without_a_round_in_sight_cancels_its_last_line() -> None:
    red, fine = mistral(-(10**9)), mistral(10**9)
    last = max(line.due for line in red.lines)

    given_up = give_up(red, read_purse(red), raises=False)

    assert [
        line.due for line in red.lines if CancelOrder(line=line.id, quantity=line.quantity) in given_up
    ] == [last]
    assert give_up(fine, read_purse(fine), raises=False) == []
