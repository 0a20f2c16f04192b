"""A site in five months instead of twenty: dear, quick, and ahead of its papers."""

import pytest

from race.core.chance import Chance
from race.core.commands import BuildSite, Orders
from race.core.events import Event, Happening
from race.core.ids import Firm, Generation
from race.core.legality.purse import cost
from race.core.turn import play_month
from race.core.world import Batch, Site, World
from race.session.session import Refused, Session
from tests.builders import a_world, changed

FORCED = BuildSite(company=Firm.XAI, power_kw=20_000, forced=True)


def halls(*, watched: int = 0) -> World:
    """Return July 2024 with a forced site of xAI's that runs 10,000 chips before its permits."""
    world = a_world(month=7)
    depot = world.labs[Firm.XAI].depot
    site = Site(id=9_001, power_kw=30_000, started=1, ready=6, forced=True, papers=15, watched=watched)
    depot.sites, depot.batches = [site], []
    depot.batches.append(
        Batch(id=9_002, payer=Firm.XAI, generation=Generation.H100, quantity=10_000, arrived=5, site=9_001)
    )
    return world


def played(world: World, months: int, seed: int) -> list[tuple[World, tuple[Event, ...]]]:
    story = []
    for _ in range(months):
        month = play_month(world, Orders({}), Chance(seed))
        world = month.world
        story.append((world, month.events))
    return story


def stops(watched: int) -> int:
    return sum(
        event.kind is Happening.SITE_STOPPED
        for seed in range(40)
        for _, events in played(halls(watched=watched), 2, seed)
        for event in events
    )


def test_haste_buys_fifteen_months_and_costs_more() -> None:
    game = Session("history", seed=7)
    game.submit(FORCED)
    game.end_month()
    forced = game.view().own.depot.sites[-1]
    slow = Session("history", seed=7)
    slow.submit(BuildSite(company=Firm.XAI, power_kw=20_000))
    slow.end_month()
    ordinary = slow.view().own.depot.sites[-1]

    assert ordinary.ready - forced.ready >= 13
    assert forced.cost_usd > ordinary.cost_usd
    assert forced.papers > forced.ready


def test_a_site_without_its_papers_can_be_stopped_and_its_chips_wait_until_it_runs_again() -> None:
    seed = next(
        seed
        for seed in range(500)
        if any(event.kind is Happening.SITE_STOPPED for event in played(halls(), 1, seed)[0][1])
    )

    powered = [world.labs[Firm.XAI].depot.powered() for world, _ in played(halls(), 5, seed)]

    assert powered[0] == powered[1] == 0
    assert powered[-1] > 9_900


def test_that_is_likelier_while_the_authorities_look() -> None:
    assert stops(watched=12) > 2 * stops(watched=0)


def test_where_nothing_can_be_forced_one_builds_by_the_book() -> None:
    game = Session(changed(switches={"forced_sites": 0}), seed=7)

    with pytest.raises(Refused, match="switched off"):
        game.submit(FORCED)


@pytest.mark.parametrize("forced", [True, False])
def test_the_first_month_of_a_site_costs_what_the_judge_asks_for(*, forced: bool) -> None:
    game = Session("history", seed=7)
    order = BuildSite(company=Firm.XAI, power_kw=20_000, forced=forced)
    asked = cost(game.view(), order)
    game.submit(order)

    game.end_month()

    paid = [r for r in game.position().receipts if r.firm is Firm.XAI and r.cause.msgid.startswith("Build")]
    assert [-receipt.amount for receipt in paid] == [asked]
