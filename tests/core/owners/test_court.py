"""The court: cases, discovery, restitution, injunctions and peace; nothing is lost on the way."""

import pytest

from race.core.chance import Chance
from race.core.commands import Command, FileSuit, GiveGift, Orders, RuleOn, WriteLetter
from race.core.events import Event, Happening
from race.core.formulas.owners.court import acts_of, kept_usd, settlement_usd
from race.core.formulas.passing.acts import switch_channel
from race.core.ids import Firm, Generation, Gift, Seat, Terms, Thing
from race.core.receipts import Account
from race.core.rules.owners.court import do_justice
from race.core.world import Act, Batch, Case, Delay, Site, World
from tests.builders import a_world, orders, plainer

NOBODY = Orders(by_seat={})


def a_taking(world: World, *, outstanding: int = 4_000, published: int | None = 1) -> Act:
    """Put a silent taking that has been carried to the lab into the world."""
    act = Act(
        id=world.new_id(), month=1, quantity=4_000, terms=Terms.SILENT, severity=0.3, idle_share=1.0,
        value_usd=160_000_000, outstanding=outstanding, insiders=20, published=published,
    )  # fmt: skip
    world.affairs.acts.append(act)
    return act


def a_case(world: World, act: Act) -> Case:
    case = Case(id=world.new_id(), act=act.id, filed=2, discovery=8, decision=13)
    world.affairs.cases.append(case)
    return case


def act_in_court(world: World, month: int, *commands: Command, by: Seat = Seat.FOUNDER) -> list[Event]:
    world.month = month
    world.receipts.clear()
    return do_justice(world, orders(*commands, by=by), Chance(1))


def held(world: World) -> dict[tuple[Firm, Account], int]:
    return {
        (Firm.XAI, Account.CHIPS): world.labs[Firm.XAI].depot.chips(),
        (Firm.TESLA, Account.CHIPS): world.carmaker.depot.chips(),
        (Firm.XAI, Account.CASH): world.labs[Firm.XAI].cash_usd,
        (Firm.TESLA, Account.CASH): world.carmaker.cash_usd,
    }


def posted(world: World) -> dict[tuple[Firm, Account], int]:
    return {
        (firm, account): sum(
            receipt.amount for receipt in world.receipts if (receipt.firm, receipt.account) == (firm, account)
        )
        for firm, account in held(world)
    }


@pytest.mark.parametrize(
    ("outstanding", "paid_usd", "worth"),
    [(4_000, 0, 160e6), (1_000, 0, 40e6), (4_000, 40_000_000, 120e6), (2_000, 200_000_000, 0.0), (0, 0, 0.0)],
)
def test_what_went_back_or_was_paid_for_is_not_kept(outstanding: int, paid_usd: int, worth: float) -> None:
    act = a_taking(a_world(), outstanding=outstanding)
    act.paid_usd = paid_usd

    assert kept_usd(act) == pytest.approx(worth)


def test_later_suits_join_the_first_until_its_files_open() -> None:
    world = a_world()
    act = a_taking(world)

    act_in_court(world, 2, *(FileSuit(act=act.id) for _ in range(8)), by=Seat.HOLDERS)

    (case,) = world.affairs.cases
    assert case.suits == world.rules.court.suits_most
    assert world.affairs.complaints == case.suits
    assert 2 < case.discovery < case.decision


def test_a_suit_after_the_files_are_open_is_another_case_about_later_acts() -> None:
    world = a_world()
    early, late = a_taking(world), a_taking(world, published=10)
    first = a_case(world, early)

    act_in_court(world, 11, FileSuit(act=late.id), by=Seat.HOLDERS)

    second = world.affairs.cases[1]
    assert acts_of(first, world.affairs.cases, world.affairs.acts) == ([early], 0)
    assert acts_of(second, world.affairs.cases, world.affairs.acts) == ([late], 1)


def test_discovery_publishes_every_secret() -> None:
    world = a_world()
    a_case(world, a_taking(world))
    secret = a_taking(world, published=None)

    events = act_in_court(world, 8)

    assert secret.published == 8
    assert [event.kind for event in events] == [Happening.DISCOVERY]
    assert [story.act for story in world.affairs.stories] == [secret.id]


def test_discovery_refutes_a_denial_and_finds_nothing_where_there_is_nothing() -> None:
    denied, plain = a_world(), a_world()
    for world in (denied, plain):
        act = a_taking(world)
        act.denied = world is denied
        a_case(world, act)

    (found,), (nothing,) = act_in_court(denied, 8), act_in_court(plain, 8)

    assert denied.affairs.acts[0].refuted
    assert (found.numbers["found"], nothing.numbers["found"]) == (1, 0)
    assert (found.good, nothing.good) == (-1, 0)


def test_a_settlement_closes_only_what_is_open() -> None:
    world = a_world()
    lost, won = a_case(world, a_taking(world)), a_case(world, a_taking(world, published=9))
    won.decided = False

    act_in_court(world, 10, GiveGift(gift=Gift.SETTLEMENT))

    assert (lost.settled, won.settled) == (True, False)


def test_a_ruling_for_the_holders_returns_most_of_what_was_taken() -> None:
    world = a_world()
    act = a_taking(world)
    case = a_case(world, act)
    before = held(world)

    act_in_court(world, 13, RuleOn(case=case.id, for_holders=True, injunction=True), by=Seat.COURT)

    after = held(world)
    assert {account: after[account] - before[account] for account in after} == posted(world)
    assert after[Firm.TESLA, Account.CHIPS] - before[Firm.TESLA, Account.CHIPS] == 2_800
    assert act.outstanding == 1_200
    assert world.affairs.injunction
    assert case.decided is True


def test_a_ruling_never_takes_more_than_half_the_fleet() -> None:
    world = a_world()
    act = a_taking(world)
    act.quantity = act.outstanding = 900_000
    case = a_case(world, act)
    fleet = world.labs[Firm.XAI].depot.chips()

    act_in_court(world, 13, RuleOn(case=case.id, for_holders=True, injunction=False), by=Seat.COURT)

    assert world.labs[Firm.XAI].depot.chips() == fleet - fleet // 2
    assert not world.affairs.injunction


def test_what_was_paid_for_is_not_returned() -> None:
    world = a_world()
    act = a_taking(world)
    act.paid_usd = act.value_usd
    case = a_case(world, act)
    before = held(world)

    act_in_court(world, 13, RuleOn(case=case.id, for_holders=True, injunction=False), by=Seat.COURT)

    assert held(world) == before


def test_the_use_of_chips_that_came_back_has_its_price() -> None:
    world = a_world()
    case = a_case(world, a_taking(world, outstanding=0))
    before = held(world)

    act_in_court(world, 13, RuleOn(case=case.id, for_holders=True, injunction=False), by=Seat.COURT)

    after = held(world)
    assert after[Firm.TESLA, Account.CASH] > before[Firm.TESLA, Account.CASH]
    assert {account: after[account] - before[account] for account in after} == posted(world)


def test_a_ruling_for_the_founder_takes_nothing_and_is_final() -> None:
    world = a_world()
    case = a_case(world, a_taking(world))
    before = held(world)

    act_in_court(world, 13, RuleOn(case=case.id, for_holders=False, injunction=False), by=Seat.COURT)
    act_in_court(world, 14, RuleOn(case=case.id, for_holders=True, injunction=True), by=Seat.COURT)

    assert held(world) == before
    assert case.decided is False


def test_settlement_and_policy_lift_an_injunction_after_its_months() -> None:
    world = a_world()
    case = a_case(world, a_taking(world))
    act_in_court(world, 13, RuleOn(case=case.id, for_holders=True, injunction=True), by=Seat.COURT)
    price = settlement_usd(world.rules, world.affairs)
    cash = world.carmaker.cash_usd

    act_in_court(world, 14, GiveGift(gift=Gift.SETTLEMENT), GiveGift(gift=Gift.SHARING_POLICY))
    early = world.affairs.injunction
    events = act_in_court(world, 13 + world.rules.court.injunction_months)

    assert price > 0
    assert world.carmaker.cash_usd - cash == price
    assert early
    assert not world.affairs.injunction
    assert Happening.INJUNCTION_LIFTED in {event.kind for event in events}


@pytest.mark.parametrize("gift", [Gift.DIRECTOR, Gift.SHARING_POLICY])
def test_a_gift_pleases_the_owners_once(gift: Gift) -> None:
    world = a_world()
    a_taking(world)

    first = act_in_court(world, 3, GiveGift(gift=gift))
    second = act_in_court(world, 4, GiveGift(gift=gift))

    assert [event.kind for event in first] == [Happening.GIFT]
    assert second == []
    assert len(world.affairs.stories) == 1
    assert min(world.affairs.stories[0].effect) >= 0


def test_a_second_settlement_pleases_nobody_over_what_was_settled_before() -> None:
    world = a_world()
    a_case(world, a_taking(world))
    act_in_court(world, 4, GiveGift(gift=Gift.SETTLEMENT))
    small = a_taking(world, published=9)
    small.severity = 0.001
    a_case(world, small)

    act_in_court(world, 10, GiveGift(gift=Gift.SETTLEMENT))

    first, second = (max(story.effect) for story in world.affairs.stories)
    assert 0 < second < first // 20


def test_there_is_nothing_to_settle_without_a_case() -> None:
    world = a_world()

    assert act_in_court(world, 3, GiveGift(gift=Gift.SETTLEMENT)) == []
    assert world.receipts == []


def test_a_letter_is_counted_and_makes_its_story_louder() -> None:
    world = a_world()
    act = a_taking(world, published=None)
    a_case(world, act)
    act_in_court(world, 8)
    loud = world.affairs.stories[0].salience

    act_in_court(world, 9, WriteLetter(about=act.id), by=Seat.HOLDERS)

    assert world.affairs.letters == 1
    assert world.affairs.stories[0].salience >= min(1.0, loud + 0.1)


def test_a_ruling_sends_a_site_home_and_takes_the_channel_away_and_leaves_what_was_paid() -> None:
    world, paid = a_world(), a_world()
    for each in (world, paid):
        site, channel = a_taking(each, outstanding=1), a_taking(each, outstanding=1)
        site.thing, channel.thing = Thing.SITE, Thing.CHANNEL
        switch_channel(each, on=True)
        each.labs[Firm.XAI].depot.sites.append(
            Site(id=900, power_kw=9_000, started=0, ready=1, act=site.id, opened=1)
        )
        for act in (site, channel):
            act.paid_usd = act.value_usd if each is paid else 0

    for each in (world, paid):
        case = a_case(each, each.affairs.acts[0])
        act_in_court(each, 13, RuleOn(case=case.id, for_holders=True, injunction=False), by=Seat.COURT)

    homes = [[site.id for site in each.carmaker.depot.sites if site.id == 900] for each in (world, paid)]
    assert homes == [[900], []]
    assert (world.carmaker.channel, paid.carmaker.channel) == (None, 0)
    assert [act.outstanding for act in world.affairs.acts] == [0, 0]
    assert [act.outstanding for act in paid.affairs.acts] == [1, 1]


def test_the_files_show_once_that_a_site_was_put_off() -> None:
    world = a_world()
    site = world.carmaker.depot.sites[1].id
    world.affairs.delays.append(Delay(id=world.new_id(), month=1, site=site, months=3))
    found = []
    for month in (8, 9):
        a_case(world, a_taking(world)).discovery = month
        (event,) = act_in_court(world, month)
        found.append(event.numbers["found"])

    assert world.affairs.delays[0].found
    assert found == [1, 0]


def test_where_nobody_sues_a_suit_opens_no_case() -> None:
    world = plainer(a_world(), "suits")
    act = a_taking(world)

    assert act_in_court(world, 2, FileSuit(act=act.id), by=Seat.HOLDERS) == []
    assert world.affairs.cases == []


def test_a_ruling_takes_what_the_case_is_about_and_leaves_what_is_on_lease() -> None:
    world = a_world()
    case = a_case(world, act := a_taking(world))
    depot = world.labs[Firm.XAI].depot
    lease = Batch(
        id=9_001, payer=Firm.TESLA, generation=Generation.H100, quantity=3_000, arrived=9, act=77, leased=True
    )
    taken = Batch(
        id=9_002, payer=Firm.TESLA, generation=Generation.H100, quantity=4_000, arrived=1, act=act.id
    )
    depot.batches += [lease, taken]

    act_in_court(world, 13, RuleOn(case=case.id, for_holders=True, injunction=False), by=Seat.COURT)

    assert lease.quantity == 3_000
    assert taken.quantity == act.outstanding == 1_200


def test_the_files_of_a_case_that_is_over_are_not_opened() -> None:
    for facts in ({"settled": True}, {"decided": 5}, {}):
        world = a_world(month=2)
        secret = a_taking(world, published=None)
        case = a_case(world, secret)
        for name, value in facts.items():
            setattr(case, name, value)
        world.affairs.cases = [case]

        told = [event.kind for event in act_in_court(world, case.discovery)]

        assert (Happening.DISCOVERY in told) == (secret.published is not None) == (not facts), facts
