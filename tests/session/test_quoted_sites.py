"""What a site is said to cost is what it costs, whatever else the month's orders do to the sites."""

import pytest

from race.core.commands import BuildSite, Command, DelaySite, DivertThing, GiveBack
from race.core.ids import Firm, Terms, Thing
from race.core.world import Site, World
from race.session.preview import preview
from race.session.preview.bills import bills
from race.session.preview.ordered import ordered
from race.session.session import Session
from tests.builders import a_game, a_world

POWER, MONTHS = 100_000, 5
TAKE = DivertThing(thing=Thing.SITE, quantity=9_001, terms=Terms.PAID)
TAKE_ANOTHER = DivertThing(thing=Thing.SITE, quantity=9_002, terms=Terms.LEASE)
RETURN = GiveBack(thing=Thing.SITE, quantity=1)
DELAY = DelaySite(site=9_003, months=2)


def building(own: int, carmakers: int, taken: int = 0) -> World:
    """Return a position in which both build some sites; taken ones came to the lab from the carmaker."""
    world = a_world(month=7)
    world.labs[Firm.XAI].cash_usd = 40_000_000_000
    ids = iter(range(9_001, 9_100))
    for firm, sites in ((Firm.TESLA, carmakers + taken), (Firm.XAI, own)):
        world.depot_of(firm).sites += [
            Site(id=next(ids), power_kw=POWER, started=5, ready=14, cost_usd=70_000_000) for _ in range(sites)
        ]
    return world


def led(world: World, taken: int = 0) -> Session:
    """Return a game from there, after a month in which the first of the carmaker's sites were taken."""
    game = a_game()
    game.resume(world, game.journal, game.reports)
    for number in range(taken):
        game.submit(DivertThing(thing=Thing.SITE, quantity=9_001 + number, terms=Terms.PAID))
    if taken:
        game.end_month()
    return game


@pytest.mark.parametrize("firm", [Firm.XAI, Firm.TESLA])
@pytest.mark.parametrize(
    ("own", "carmakers", "taken", "given"),
    [
        (1, 2, 0, (TAKE,)),
        (2, 2, 0, (TAKE,)),
        (2, 3, 0, (TAKE, TAKE_ANOTHER)),
        (1, 3, 0, (DELAY,)),
        (1, 1, 1, (RETURN,)),
        (2, 2, 1, ()),
        (2, 2, 2, (RETURN,)),
    ],
)
def test_other_orders_leave_the_quoted_price_true(
    firm: Firm, own: int, carmakers: int, taken: int, given: tuple[Command, ...]
) -> None:
    game = led(building(own, carmakers, taken), taken)
    for command in given:
        game.submit(command)
    order = BuildSite(company=firm, power_kw=POWER, forced=True)
    said = preview(game.view(), order, game.pending)
    game.submit(order)

    game.end_month()

    started = [
        site
        for site in game.position().depot_of(firm).sites
        if site.started == game.month and site.power_kw == POWER
    ]
    total = next(effect.value.value for effect in said.effects if effect.label == "In all")
    assert len(started) == 1
    assert started[0].cost_usd == pytest.approx(total * MONTHS / (MONTHS + 1), rel=1e-6)


@pytest.mark.parametrize(("taken", "given"), [(0, TAKE), (1, RETURN)])
def test_a_site_takes_its_bills_along(taken: int, given: Command) -> None:
    game = led(building(0, 2, taken), taken)
    said = bills(ordered(game.view(), (given,)), 4)
    plain = bills(game.view(), 4)
    game.submit(given)

    game.end_month()

    assert said[1].sites_usd == bills(game.view(), 1)[0].sites_usd
    assert said[1].sites_usd != plain[1].sites_usd
