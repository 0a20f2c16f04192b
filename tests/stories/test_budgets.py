"""A parent halves what it pays: a year later there are fewer chips, and nobody wrote down how many."""

from race.core.ids import Firm
from race.sim.race_model import RaceModel


def fleet(firm: Firm, *, paid: float, opened: float = 1.0) -> int:
    """Return a lab's chips after fifteen months on a part of its parent's money and halls."""
    race = RaceModel("history", "idle", 5, collect=False)
    lab = race.world.labs[firm]
    lab.parent_usd, lab.cash_usd = int(lab.parent_usd * paid), int(lab.cash_usd * paid)
    lab.hosting_kw = int(lab.hosting_kw * opened)
    for _ in range(15):
        race.step()
    return race.world.labs[firm].depot.chips()


def test_half_the_money_is_far_fewer_chips() -> None:
    whole, half = fleet(Firm.META, paid=1.0), fleet(Firm.META, paid=0.5)

    assert half < 0.75 * whole


def test_twice_the_money_buys_more_as_far_as_the_halls_have_power() -> None:
    usual, rich = fleet(Firm.META, paid=1.0), fleet(Firm.META, paid=2.0)
    shut = fleet(Firm.GOOGLE_DEEPMIND, paid=1.0, opened=0.2)

    assert rich > 1.2 * usual
    assert shut < 0.85 * fleet(Firm.GOOGLE_DEEPMIND, paid=1.0)
