"""A fleet of 100,000 chips after two years: some have failed, and more fail each month than at first."""

from race.core.formulas.race.chips import wear_of
from race.core.ids import Firm, Seat
from race.core.receipts import Account
from race.sim.race_model import RaceModel
from tests.builders import Told, a_depot, changed

MONTHS = 24


def after_two_years(*, stored: bool = False, ageing: int = 1) -> RaceModel:
    race = RaceModel(
        changed(switches={"ageing": ageing}), "idle", 7, policies={Seat.MISTRAL: Told({})}, collect=False
    )
    for _ in range(MONTHS):
        if race.world.month == 0:
            depot = race.world.labs[Firm.MISTRAL].depot = a_depot(100_000)
            depot.sites[0].power_kw = 0 if stored else depot.sites[0].power_kw
            depot.batches[0].site = None if stored else depot.batches[0].site
            race.world.labs[Firm.MISTRAL].cash_usd = 10**12
        race.step()
    return race


def oldest(race: RaceModel) -> int:
    return sum(batch.quantity for batch in race.world.labs[Firm.MISTRAL].depot.batches if batch.arrived <= 0)


def test_running_chips_fail_and_stored_ones_fail_less() -> None:
    running, stored = oldest(after_two_years()), oldest(after_two_years(stored=True))

    assert 95_000 < running < 97_500
    assert running < stored < 100_000
    assert oldest(after_two_years(ageing=0)) == 100_000


def test_what_fails_is_in_the_books_and_what_is_left_fails_more_often() -> None:
    race = after_two_years()
    batch = next(batch for batch in race.world.labs[Firm.MISTRAL].depot.batches if batch.arrived <= 0)
    receipts = [
        receipt.amount
        for balance in race.balances
        if (balance.firm, balance.account) == (Firm.MISTRAL, Account.CHIPS)
        for receipt in balance.receipts
        if receipt.cause.msgid == "Failed and scrapped"
    ]

    assert receipts[0] < 0
    wear = [wear_of(race.world.rules.chips, [batch], month) for month in (0, MONTHS)]
    assert 1.5 < wear[1] / wear[0] < 2.0
