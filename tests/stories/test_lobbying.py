"""A complaint to the authorities: a rival's site stands still, and the rival remembers."""

import pytest

from race.core.chance import Chance
from race.core.commands import Lobby
from race.core.ids import Firm
from race.core.turn import play_month
from race.core.world import Site, World
from race.session.session import Refused, Session
from tests.builders import a_world, changed, orders

COMPLAINT = orders(Lobby(target=Firm.META))


def meta_with(site: Site) -> World:
    world = a_world(month=5)
    world.labs[Firm.META].depot.sites.append(site)
    return world


def heard(world: World) -> tuple[World, World]:
    """Return the next month without a complaint and with one, on a seed where it is heard."""
    for seed in range(60):
        quiet = play_month(world, orders(), Chance(seed)).world
        loud = play_month(world, COMPLAINT, Chance(seed)).world
        if loud.labs[Firm.META].grudges.get(Firm.XAI, 0) > quiet.labs[Firm.META].grudges.get(Firm.XAI, 0):
            return quiet, loud
    message = "no complaint was heard in sixty"
    raise AssertionError(message)


def test_a_site_that_is_being_built_is_ready_two_months_later() -> None:
    quiet, loud = heard(meta_with(Site(id=9_001, power_kw=90_000, started=4, ready=20, cost_usd=10**8)))

    late = loud.labs[Firm.META].depot.sites[-1].ready - quiet.labs[Firm.META].depot.sites[-1].ready
    assert late == loud.rules.chips.lobby_months


def test_a_site_that_runs_ahead_of_its_papers_is_watched() -> None:
    quiet, loud = heard(meta_with(Site(id=9_001, power_kw=90_000, started=0, ready=4, papers=14)))

    assert quiet.labs[Firm.META].depot.sites[-1].watched == 0
    assert loud.labs[Firm.META].depot.sites[-1].watched > loud.month


def test_where_nobody_complains_it_is_refused() -> None:
    game = Session(changed(switches={"lobbying": 0}), seed=7)

    with pytest.raises(Refused, match="switched off"):
        game.submit(Lobby(target=Firm.META))
