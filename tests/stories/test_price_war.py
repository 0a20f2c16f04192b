"""Third in the league: a lab sells on price, wins users it would not have, and stops when it is on top."""

from race.core.ids import PPM, Firm
from race.sim.race_model import RaceModel
from tests.builders import changed


def year(pricing: int) -> RaceModel:
    race = RaceModel(changed(switches={"pricing": pricing}), "idle", 4, collect=False)
    for _ in range(18):
        race.step()
    return race


def test_labs_that_trail_cut_their_prices_and_the_leader_does_not() -> None:
    race = year(1)

    labs = sorted(race.world.labs.values(), key=lambda lab: -max(r.elo_published for r in lab.releases))

    assert labs[0].price_level == PPM
    assert any(lab.price_level < PPM for lab in labs[2:])


def test_without_prices_nobody_cuts() -> None:
    race = year(0)

    assert {lab.price_level for lab in race.world.labs.values()} == {PPM}


def test_a_cut_wins_users() -> None:
    war, peace = year(1).world, year(0).world
    cutters = [firm for firm, lab in war.labs.items() if lab.price_level < PPM and firm is not Firm.XAI]

    more = [war.labs[firm].share_ppm > peace.labs[firm].share_ppm for firm in cutters]

    assert any(more)
