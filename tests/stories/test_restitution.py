"""The month of the ruling: what goes home, and what is paid for because it cannot."""

from race.core.chance import Chance
from race.core.commands import DivertThing, RuleOn
from race.core.events import Happening
from race.core.ids import Firm, Seat, Terms, Thing
from race.core.rules.owners.court import do_justice
from race.core.rules.owners.things import pass_things
from race.core.world import Case, World
from tests.builders import a_world, orders
from tests.stories.played import act_of


def lost(*takings: DivertThing) -> tuple[World, World]:
    """Return the position before and after the holders win a case about things taken."""
    world = a_world(month=20)
    pass_things(world, orders(*takings), Chance(7))
    for act in world.affairs.acts:
        act.published = 20
    world.affairs.cases.append(
        Case(id=world.new_id(), act=world.affairs.acts[0].id, filed=20, discovery=21, decision=26)
    )
    before = world.copy()
    world.month = 26
    ruled(world)
    return before, world


def ruled(world: World) -> str:
    """Let the holders win the first case; return the court's sentence."""
    ruling = RuleOn(case=world.affairs.cases[0].id, for_holders=True, injunction=False)
    events = do_justice(world, orders(ruling, by=Seat.COURT), Chance(7))
    told = next(event.sentence for event in events if event.kind is Happening.RULING)
    return told.msgid if told else ""


def test_a_site_goes_home() -> None:
    site = a_world().carmaker.depot.sites[0].id

    before, after = lost(DivertThing(thing=Thing.SITE, terms=Terms.SILENT, quantity=site))

    assert site not in {own.id for own in before.carmaker.depot.sites}
    assert site in {own.id for own in after.carmaker.depot.sites}
    assert act_of(after, Thing.SITE).outstanding == 0


def test_people_and_records_are_paid_for() -> None:
    before, after = lost(
        DivertThing(thing=Thing.RESEARCHERS, terms=Terms.SILENT, quantity=8),
        DivertThing(thing=Thing.DATA, terms=Terms.SILENT),
    )

    worth = 8 * before.rules.diversion.person_usd + before.rules.diversion.records_usd
    paid = before.labs[Firm.XAI].cash_usd - after.labs[Firm.XAI].cash_usd
    assert paid == min(before.labs[Firm.XAI].cash_usd, int(worth * before.rules.court.restitution))
    assert after.labs[Firm.XAI].recipe == before.labs[Firm.XAI].recipe


def test_the_cars_carry_the_product_no_longer() -> None:
    before, after = lost(DivertThing(thing=Thing.CHANNEL, terms=Terms.SILENT))

    assert before.carmaker.channel is not None
    assert after.carmaker.channel is None
    assert after.labs[Firm.XAI].reach < before.labs[Firm.XAI].reach


def test_what_was_bought_at_the_market_price_is_kept() -> None:
    site = a_world().carmaker.depot.sites[0].id

    _, after = lost(DivertThing(thing=Thing.SITE, terms=Terms.PAID, quantity=site))

    assert site in {own.id for own in after.labs[Firm.XAI].depot.sites}


def test_a_ruling_that_brings_no_chip_home_names_none() -> None:
    before, _after = lost(DivertThing(thing=Thing.RESEARCHERS, terms=Terms.SILENT, quantity=8))
    before.month = 26

    told = ruled(before)

    assert "{quantity}" not in told
    assert "{price}" in told
