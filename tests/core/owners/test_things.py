"""Things that pass between the companies: what is not there cannot be taken, and what is lent comes home."""

import msgspec
import pytest
from msgspec.structs import replace

from race.core.chance import Chance
from race.core.commands import DelaySite, Divert, DivertThing, GiveBack, Hire, LendChips, Orders
from race.core.events import Event, Happening
from race.core.formulas.passing.acts import enter, given_of, switch_channel
from race.core.formulas.passing.diversion import Weight, swapped
from race.core.formulas.passing.files import read_act
from race.core.formulas.passing.lending import lendable
from race.core.formulas.passing.things import weigh_thing, worth_of
from race.core.ids import Firm, Generation, Terms, Thing
from race.core.receipts import Account
from race.core.rules.owners.diversion import divert
from race.core.rules.owners.lending import lend_back
from race.core.rules.owners.things import pass_things
from race.core.world import Act, Batch, Deal, Depot, Site, World
from tests.builders import a_world, orders, plainer

_OPENING = a_world()
NOBODY = Orders({})


def passed(world: World, given: Orders = NOBODY, month: int = 2) -> list[Happening]:
    world.month = month
    return [event.kind for event in pass_things(world, given, Chance(1))]


def diverted(world: World, given: Orders = NOBODY, month: int = 2) -> list[Event]:
    world.month = month
    return divert(world, given, Chance(1))


def a_line(world: World, due: int = 4) -> int:
    return next(line.id for line in world.market.lines if line.payer is Firm.TESLA and line.due == due)


def test_nobody_can_be_hired_from_an_empty_programme() -> None:
    world = _OPENING.copy()
    world.carmaker.researchers = 0

    passed(world, orders(Hire(researchers=5, source=Firm.TESLA)))

    assert world.affairs.acts == []


@pytest.mark.parametrize(
    ("thing", "quantity"), [(Thing.SITE, 0), (Thing.RESEARCHERS, 0), (Thing.CHIPS, 5), (Thing.CHANNEL, 1)]
)
def test_what_is_not_there_is_not_taken(thing: Thing, quantity: int) -> None:
    world = _OPENING.copy()
    world.carmaker.channel = 0

    told = passed(world, orders(DivertThing(thing=thing, terms=Terms.SILENT, quantity=quantity)))

    assert told == []
    assert world.affairs.acts == []


def test_of_a_site_is_missed_what_the_others_do_not_hold() -> None:
    world = _OPENING.copy()
    fleet_kw = 40 * int(world.carmaker.depot.chips() * world.rules.chips.kw_h100)

    def missed(*sites: int) -> float:
        world.carmaker.depot.sites = [
            Site(id=n, power_kw=kw, started=-9, ready=0) for n, kw in enumerate(sites)
        ]
        return weigh_thing(given_of(world), Thing.SITE, 10_000, Terms.SILENT).idle_share

    assert missed(10_000) == 1.0
    assert missed(10_000, fleet_kw) == 0.0


def test_when_a_licence_on_lease_ends_what_was_learned_stays() -> None:
    world = _OPENING.copy()
    lab, before = world.labs[Firm.XAI], world.labs[Firm.XAI].recipe
    passed(world, orders(DivertThing(thing=Thing.DATA, terms=Terms.LEASE)))
    learned = lab.recipe

    told = passed(world, month=2 + world.rules.diversion.lease_months)

    assert told == [Happening.GIVEN_BACK]
    assert lab.recipe == learned > before
    assert world.affairs.acts[0].outstanding == 0


def test_the_labs_chips_leave_a_site_that_goes_home() -> None:
    world = _OPENING.copy()
    site = world.carmaker.depot.sites[1].id
    passed(world, orders(DivertThing(thing=Thing.SITE, terms=Terms.SILENT, quantity=site)))
    batch, other = (
        world.labs[Firm.XAI].depot.batches[0],
        Batch(id=901, payer=Firm.XAI, generation=Generation.H100, quantity=5, arrived=0, site=1),
    )
    world.labs[Firm.XAI].depot.batches.append(other)
    batch.site = site

    told = passed(world, orders(GiveBack(quantity=1, thing=Thing.SITE)), month=3)

    assert told == [Happening.GIVEN_BACK]
    assert [each.site for each in (batch, other)] == [None, 1]
    assert site in [each.id for each in world.carmaker.depot.sites]


def test_switching_the_cars_twice_is_switching_them_once() -> None:
    world = _OPENING.copy()
    lab, before = world.labs[Firm.XAI], world.labs[Firm.XAI].reach

    for on in (True, True, False, False):
        switch_channel(world, on=on)

    assert lab.reach == pytest.approx(before)
    assert world.carmaker.channel is None


def test_chips_have_a_price_of_their_own() -> None:
    assert worth_of(_OPENING.rules, Thing.CHIPS, 1_000) == 0


def test_a_lease_of_chips_is_paid_by_the_month_and_ends_with_the_chips_at_home() -> None:
    world = _OPENING.copy()
    source = world.carmaker.depot.batches[0]
    fleet, cash = world.carmaker.depot.chips(), world.carmaker.cash_usd
    diverted(world, orders(Divert(source=source.id, quantity=500, terms=Terms.LEASE)))
    act = world.affairs.acts[0]
    away = world.carmaker.depot.chips()

    events = diverted(world, month=2 + world.rules.diversion.lease_months)

    assert away == fleet - 500
    assert [event.kind for event in events] == [Happening.GIVEN_BACK]
    assert world.carmaker.depot.chips() == fleet
    assert world.carmaker.cash_usd > cash
    assert (act.outstanding, act.repaired) == (0, False)


@pytest.mark.parametrize("obstacle", ["none", "court", "money", "gone"])
def test_what_the_owners_approved_is_done_once_and_not_against_a_court_or_an_empty_purse(
    obstacle: str,
) -> None:
    world = _OPENING.copy()
    source = 0 if obstacle == "gone" else a_line(world)
    world.affairs.approved = Deal(source=source, quantity=300, terms=Terms.PAID)
    world.affairs.injunction = obstacle == "court"
    if obstacle == "money":
        world.labs[Firm.XAI].cash_usd = 0

    (event,) = diverted(world)

    taken = 300 if obstacle == "none" else 0
    assert event.numbers["quantity"] == taken
    assert sum(act.quantity for act in world.affairs.acts) == taken
    assert world.affairs.approved is None
    assert diverted(world) == []


def test_a_taking_of_chips_that_are_gone_is_no_act() -> None:
    world = _OPENING.copy()

    assert diverted(world, orders(Divert(source=0, quantity=5, terms=Terms.SILENT))) == []
    assert world.affairs.acts == []


def test_a_lab_without_chips_lends_none() -> None:
    world = _OPENING.copy()
    world.labs[Firm.XAI].depot.batches = []

    assert lend_back(world, orders(LendChips(quantity=100, months=2)), Chance(1)) == []
    assert world.affairs.loans == []


def test_chips_that_are_lent_and_come_home_stand_in_both_books() -> None:
    world = _OPENING.copy()

    for month, given in ((2, orders(LendChips(quantity=100, months=2))), (4, NOBODY)):
        held = {firm: depot.chips() for firm, depot in _depots(world).items()}
        world.month = month
        world.receipts.clear()
        lend_back(world, given, Chance(1))
        moved = {firm: depot.chips() - held[firm] for firm, depot in _depots(world).items()}
        told = [receipt for receipt in world.receipts if receipt.account is Account.CHIPS]
        assert abs(moved[Firm.TESLA]) == 100
        assert {receipt.firm: receipt.amount for receipt in told} == moved


def test_a_loan_of_more_chips_than_one_batch_takes_of_the_next() -> None:
    world = _OPENING.copy()
    lab = world.labs[Firm.XAI].depot
    first = lendable(lab)[0]
    lab.batches = [replace(first, id=n, quantity=quantity) for n, quantity in ((1, 500), (2, 700))]

    lend_back(world, orders(LendChips(quantity=600, months=2)), Chance(1))

    lent = [batch.quantity for batch in world.carmaker.depot.batches if batch.leased]
    assert (lent, [batch.quantity for batch in lab.batches]) == ([500, 100], [600])


def _depots(world: World) -> dict[Firm, Depot]:
    return {Firm.XAI: world.labs[Firm.XAI].depot, Firm.TESLA: world.carmaker.depot}


def test_files_show_records_to_the_drivers_and_an_excuse_that_was_untrue() -> None:
    world = _OPENING.copy()
    records = Act(
        id=1, month=1, quantity=1, terms=Terms.SILENT, severity=0.1, idle_share=1.0, value_usd=1,
        thing=Thing.DATA,
    )  # fmt: skip
    excused = Act(
        id=2, month=1, quantity=4_000, terms=Terms.SILENT, severity=0.3, idle_share=0.0, value_usd=1,
        since=1, months=12, published=1, justified=True,
    )  # fmt: skip
    world.carmaker.depot.sites[0].power_kw = 900_000

    shown = [read_act(world, act, 9) for act in (records, excused)]

    assert shown == [True, True]
    assert len(world.affairs.stories) == 3
    assert excused.idle_share > 0.0
    assert world.affairs.stories[-1].act == excused.id
    assert read_act(world, excused, 10) is False


def test_people_who_go_back_take_their_craft_along_and_were_never_lost() -> None:
    world = _OPENING.copy()
    lab, there = world.labs[Firm.XAI], world.carmaker.researchers
    passed(world, orders(DivertThing(thing=Thing.RESEARCHERS, terms=Terms.SILENT, quantity=6)))
    taught = lab.recipe

    told = passed(world, orders(GiveBack(quantity=4, thing=Thing.RESEARCHERS)), month=3)

    act = world.affairs.acts[0]
    assert told == [Happening.GIVEN_BACK]
    assert (act.outstanding, world.carmaker.researchers) == (2, there - 2)
    assert taught - lab.recipe == pytest.approx(4 * world.rules.race.recipe_person)
    assert world.carmaker.autonomy == 4 * world.rules.race.autonomy_person
    assert world.people.from_carmaker == 2
    assert lab.people_lost == 0
    assert not act.repaired


def test_the_cars_carry_the_product_until_the_channel_is_given_back_and_everybody_knows() -> None:
    world = _OPENING.copy()
    lab, reach = world.labs[Firm.XAI], world.labs[Firm.XAI].reach
    events = pass_things(world, orders(DivertThing(thing=Thing.CHANNEL, terms=Terms.SILENT)), Chance(1))
    carried = lab.reach
    act = world.affairs.acts[0]
    act.published = 1

    told = passed(world, orders(GiveBack(quantity=1, thing=Thing.CHANNEL)), month=3)

    assert [event.known_to for event in events] == [None]
    assert carried > reach == pytest.approx(lab.reach)
    assert told == [Happening.GIVEN_BACK]
    assert act.repaired
    assert len(world.affairs.stories) == 1


def test_a_hire_from_the_carmaker_is_an_act_unless_only_chips_are_and_one_from_elsewhere_is_none() -> None:
    world, chips_only = _OPENING.copy(), plainer(_OPENING.copy(), "other_things")
    hires = orders(
        Hire(researchers=5), Hire(researchers=5, source=Firm.META), Hire(researchers=5, source=Firm.TESLA)
    )

    for each in (world, chips_only):
        passed(each, hires)

    assert [(act.thing, act.quantity) for act in world.affairs.acts] == [(Thing.RESEARCHERS, 5)]
    assert chips_only.affairs.acts == []


def test_a_site_with_power_is_not_put_off() -> None:
    world = _OPENING.copy()
    ready, coming = world.carmaker.depot.sites
    world.month = 3
    wishes = (
        DelaySite(site=ready.id, months=2),
        DelaySite(site=coming.id, months=2),
        DelaySite(site=0, months=2),
    )

    told = lend_back(world, orders(*wishes), Chance(1))

    assert [event.kind for event in told] == [Happening.SITE_PUT_OFF]
    assert [delay.site for delay in world.affairs.delays] == [coming.id]
    assert coming.delayed == 2


def weighed(severity: float, idle: float, until: int | None = None) -> Weight:
    return Weight(
        start=3, months_away=12, severity=severity, idle_share=idle, insiders=9, value_usd=1_000,
        price_usd=800, rent_usd=30, until=until,
    )  # fmt: skip


def test_the_same_thing_in_one_month_on_the_same_terms_is_one_act() -> None:
    world = _OPENING.copy()
    first = enter(world, Thing.CHIPS, 100, Terms.LEASE, weighed(0.1, 1.0, until=9))
    again = enter(world, Thing.CHIPS, 300, Terms.LEASE, weighed(0.3, 0.0, until=7))

    assert again is first
    assert (first.quantity, first.outstanding) == (400, 400)
    assert (first.value_usd, first.paid_usd, first.rent_usd) == (2_000, 1_600, 60)
    assert first.severity == pytest.approx(0.4)
    assert first.idle_share == pytest.approx(0.25)
    assert (first.until, first.disclosed) == (9, False)


def test_another_month_thing_or_way_of_taking_is_another_act() -> None:
    world = _OPENING.copy()
    enter(world, Thing.CHIPS, 100, Terms.SILENT, weighed(0.1, 1.0))
    enter(world, Thing.RESEARCHERS, 100, Terms.SILENT, weighed(0.1, 1.0))
    open_one = enter(world, Thing.CHIPS, 100, Terms.DISCLOSED, weighed(0.1, 1.0))
    voted = msgspec.structs.replace(weighed(0.1, 1.0), voted=True)
    enter(world, Thing.CHIPS, 100, Terms.SILENT, voted)
    world.month += 1
    enter(world, Thing.CHIPS, 100, Terms.SILENT, weighed(0.1, 1.0))
    swap = enter(world, Thing.CHIPS, 100, Terms.SWAP, weighed(0.1, 1.0))
    enter(world, Thing.CHIPS, 100, Terms.SWAP, weighed(0.1, 1.0))

    assert [act.quantity for act in world.affairs.acts] == [100] * 5 + [200]
    assert (open_one.disclosed, swap.outstanding) == (True, 0)


def test_a_secret_taking_that_is_given_back_is_made_good_and_told_to_nobody() -> None:
    world, known = _OPENING.copy(), _OPENING.copy()
    for each in (world, known):
        diverted(each, orders(Divert(source=a_line(each), quantity=200, terms=Terms.SILENT)))
        each.affairs.acts[0].published = 2 if each is known else None
        diverted(each, orders(GiveBack(quantity=200)), month=3)

    assert [each.affairs.acts[0].repaired for each in (world, known)] == [True, True]
    assert [len(each.affairs.stories) for each in (world, known)] == [0, 1]


def test_the_oldest_takings_are_given_back_first() -> None:
    world = _OPENING.copy()
    for month in (2, 3):
        passed(world, orders(DivertThing(thing=Thing.RESEARCHERS, terms=Terms.SILENT, quantity=4)), month)

    passed(world, orders(GiveBack(quantity=5, thing=Thing.RESEARCHERS)), month=4)

    assert [act.outstanding for act in world.affairs.acts] == [0, 3]


def test_a_swap_takes_no_line_of_which_it_takes_nothing() -> None:
    own = [line for line in _OPENING.market.lines if line.payer is line.owner is Firm.XAI]
    first = min(own, key=lambda line: (line.due, line.id))

    chosen = swapped(_OPENING.market.lines, first.quantity, -1)

    assert len(own) > 1
    assert chosen == [(first, first.quantity)]
