"""The month in which it is not chips: people, a site, fleet records, the cars."""

import pytest

from race.core.chance import Chance
from race.core.commands import Command, DivertThing, GiveBack, Hire, LendChips, LicenseBack, Orders
from race.core.events import Happening
from race.core.formulas.race.people import counted
from race.core.ids import Firm, Terms, Thing
from race.core.rules.owners.carmaker import run_carmaker
from race.core.rules.owners.press import report_news
from race.core.rules.owners.things import pass_things
from race.core.world import World
from race.session.preview import LEAK, TRUST, preview
from race.session.session import Refused, Session
from tests.builders import a_game, a_world, orders
from tests.stories.played import act_of, after, without

NOBODY = Orders(by_seat={})


def taken(thing: Thing, terms: Terms = Terms.SILENT, quantity: int = 1, month: int = 20) -> World:
    """Return a position in which a thing has just gone to the lab."""
    world = a_world(month=month)
    command = DivertThing(thing=thing, terms=terms, quantity=quantity)
    pass_things(world, orders(command), Chance(7))
    return world


def test_people_hired_away_from_the_carmaker_are_an_act() -> None:
    game = a_game(name="history", months=2)

    quiet, world = after(game), after(game, Hire(researchers=5, source=Firm.TESLA))

    act = act_of(world, Thing.RESEARCHERS)
    assert (act.quantity, act.terms) == (5, Terms.SILENT)
    assert 0.01 < act.severity < 0.05
    assert world.carmaker.autonomy < quiet.carmaker.autonomy
    assert world.labs[Firm.XAI].recipe > quiet.labs[Firm.XAI].recipe


def test_what_the_carmakers_people_know_lasts_as_long_as_they_stay() -> None:
    world = a_world(month=20)
    lab = world.labs[Firm.XAI]
    alone = lab.recipe_goal

    pass_things(world, orders(DivertThing(thing=Thing.RESEARCHERS, terms=Terms.PAID, quantity=10)), Chance(7))
    ten = lab.recipe_goal - alone
    pass_things(world, orders(DivertThing(thing=Thing.RESEARCHERS, terms=Terms.PAID, quantity=10)), Chance(7))
    twenty = lab.recipe_goal - alone
    pass_things(world, orders(GiveBack(thing=Thing.RESEARCHERS, quantity=20)), Chance(7))

    assert ten > twenty - ten > 0.5
    assert lab.recipe_goal == pytest.approx(alone)


def test_people_on_lease_go_back_with_their_craft() -> None:
    world = taken(Thing.RESEARCHERS, Terms.LEASE, quantity=6)
    there = world.carmaker.researchers

    world.month += world.rules.diversion.lease_months
    events = pass_things(world, NOBODY, Chance(7))

    assert [event.kind for event in events] == [Happening.GIVEN_BACK]
    assert world.carmaker.researchers == there + 6
    assert len(set(counted(world))) == 1


def test_a_site_saves_the_lab_months_and_empties_the_carmakers_floor() -> None:
    game = a_game(name="history")
    site = max(game.view().carmaker.depot.sites, key=lambda site: -site.ready)
    running = sum(batch.quantity for batch in game.view().carmaker.depot.batches if batch.site == site.id)

    world = after(game, DivertThing(thing=Thing.SITE, terms=Terms.PAID, quantity=site.id))

    moved = next(own for own in world.labs[Firm.XAI].depot.sites if own.id == site.id)
    assert 2 <= 1 + world.rules.chips.forced_months - moved.ready <= 4
    assert running > 10_000
    assert world.carmaker.depot.powered() == 0
    assert act_of(world, Thing.SITE).severity > 0.1


def test_a_site_that_is_given_back_is_the_carmakers_as_it_was() -> None:
    game = a_game(name="history")
    site = min(game.view().carmaker.depot.sites, key=lambda site: site.ready)
    take = DivertThing(thing=Thing.SITE, terms=Terms.SILENT, quantity=site.id)
    other = game.fork()
    other.submit(take)
    other.end_month()

    world = after(other, GiveBack(quantity=1, thing=Thing.SITE), months=2)

    assert site.id in {own.id for own in world.carmaker.depot.sites}
    assert world.carmaker.depot.powered() > 10_000


def test_fleet_records_help_once_and_drivers_ask() -> None:
    world = a_world(month=12)
    before, goal = world.labs[Firm.XAI].recipe, world.labs[Firm.XAI].recipe_goal

    pass_things(world, orders(DivertThing(thing=Thing.DATA, terms=Terms.DISCLOSED)), Chance(7))
    report_news(world, NOBODY, Chance(7))

    lab = world.labs[Firm.XAI]
    assert lab.recipe == before + world.rules.diversion.records_recipe
    assert lab.recipe - before == lab.recipe_goal - goal  # for good: research does not fall back behind it
    labels = [story.label.msgid for story in world.affairs.stories]
    assert any("Drivers ask" in label for label in labels)


def test_cars_carry_the_labs_product_and_its_incidents() -> None:
    world = taken(Thing.CHANNEL)
    reach = world.labs[Firm.XAI].reach
    world.labs[Firm.XAI].incidents += 1

    told = [event.kind for event in run_carmaker(world, NOBODY, Chance(7))]
    pass_things(world, orders(GiveBack(quantity=1, thing=Thing.CHANNEL)), Chance(7))

    assert Happening.INCIDENT in told
    assert any("in the cars" in story.label.msgid for story in world.affairs.stories)
    assert world.labs[Firm.XAI].reach == pytest.approx(reach - 0.8)


def test_every_driver_sees_the_channel() -> None:
    world = taken(Thing.CHANNEL)

    report_news(world, NOBODY, Chance(7))

    assert act_of(world, Thing.CHANNEL).published == world.month


@pytest.mark.parametrize(
    ("thing", "word"),
    [(Thing.DATA, "too few records"), (Thing.CHANNEL, "cannot carry"), (Thing.CHIPS, "crate")],
)
def test_some_things_have_to_wait_for_their_month(thing: Thing, word: str) -> None:
    reason = a_game(name="history").why_not(DivertThing(thing=thing, terms=Terms.PAID))

    assert reason is not None
    assert word in reason.msgid


def test_only_chips_go_in_a_game_without_other_things() -> None:
    game = Session(without("other_things"), 7)

    with pytest.raises(Refused, match="switched off"):
        game.submit(DivertThing(thing=Thing.RESEARCHERS, terms=Terms.PAID, quantity=2))
    world = after(game, Hire(researchers=2, source=Firm.TESLA))
    assert not world.affairs.acts


def test_the_founder_is_told_before_what_each_of_them_will_do() -> None:
    game = a_game(name="history", months=19)
    site = game.view().carmaker.depot.sites[0].id

    wishes: list[Command] = [
        DivertThing(thing=Thing.RESEARCHERS, terms=Terms.LEASE, quantity=4),
        DivertThing(thing=Thing.SITE, terms=Terms.SILENT, quantity=site),
        DivertThing(thing=Thing.DATA, terms=Terms.PAID),
        DivertThing(thing=Thing.CHANNEL, terms=Terms.DISCLOSED),
        Hire(researchers=4, source=Firm.TESLA),
    ]

    for wish in wishes:
        told = [effect.label for effect in preview(game.view(), wish).effects]
        assert {TRUST, LEAK} <= set(told)
        assert len(told) == len(set(told))
    assert preview(game.view(), LicenseBack(free=True)).effects
    assert preview(game.view(), LendChips(quantity=1_000, months=3)).effects
