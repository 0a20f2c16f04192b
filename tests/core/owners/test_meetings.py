"""Meetings: who votes, on what, by which majority, and what follows."""

import statistics

import pytest

from race.core.chance import Chance
from race.core.commands import CallVote, Orders, SellLab
from race.core.events import Event, Happening
from race.core.formulas.owners.ballots import take_tally
from race.core.ids import PPM, Ballot, Firm, Terms
from race.core.receipts import Account
from race.core.rules.house.sale import sell_lab
from race.core.rules.owners.meetings import hold_meeting
from race.core.world import Act, Deal, VoteResult, World
from tests.builders import a_world, orders

NOBODY = Orders(by_seat={})


def hold(world: World, month: int, given: Orders = NOBODY) -> list[Event]:
    world.month = month
    return hold_meeting(world, given, Chance(1))


def votes(world: World) -> dict[Ballot, VoteResult]:
    return {vote.ballot: vote for vote in world.affairs.votes}


def test_without_an_act_pay_is_ratified_as_history_had_it() -> None:
    support, turnout, seat = [], [], []
    for seed in range(12):
        world = a_world(seed)
        hold(world, 6)
        support.append(votes(world)[Ballot.PAY].support_ppm() / 10_000)
        turnout.append(votes(world)[Ballot.PAY].turnout_ppm() / 10_000)
        seat.append(votes(world)[Ballot.DOMICILE].of_outstanding_ppm() / 10_000)

    assert 70 < statistics.median(support) < 84
    assert 70 < statistics.median(turnout) < 76
    assert 57 < statistics.median(seat) < 69


def test_votes_never_exceed_the_shares_outstanding() -> None:
    world = a_world()

    hold(world, 6)

    for vote in world.affairs.votes:
        cast = vote.votes_for + vote.votes_against + vote.abstained
        assert 0 < cast <= vote.outstanding
        assert min(vote.votes_for, vote.votes_against, vote.abstained) >= 0


def test_a_month_without_a_meeting_has_no_vote() -> None:
    world = a_world()

    assert hold(world, 7) == []
    assert world.affairs.votes == []


def test_every_annual_meeting_asks_about_the_founder() -> None:
    world = a_world()

    hold(world, 18)

    assert list(votes(world)) == [Ballot.KEEP_FOUNDER]
    assert votes(world)[Ballot.KEEP_FOUNDER].passed
    assert not world.affairs.removed


def test_a_lost_hall_removes_the_founder() -> None:
    world = a_world()
    world.holders.trust //= 3

    events = hold(world, 18)

    assert world.affairs.removed
    assert events[-1].kind is Happening.VOTE
    assert events[-1].good == -1


def test_a_voted_investment_moves_the_carmakers_cash_with_receipts() -> None:
    world = a_world()
    lab, company = world.labs[Firm.XAI].cash_usd, world.carmaker.cash_usd

    hold(world, 5, orders(CallVote(ballot=Ballot.INVESTMENT, amount_usd=2_000_000_000)))
    hold(world, 6)

    assert votes(world)[Ballot.INVESTMENT].passed
    assert world.labs[Firm.XAI].cash_usd - lab == 2_000_000_000
    assert world.carmaker.cash_usd - company == -2_000_000_000
    assert sum(receipt.amount for receipt in world.receipts if receipt.account is Account.CASH) == 0
    assert world.affairs.agenda == {}


def test_owners_who_know_what_the_lab_has_had_do_not_pay_for_more() -> None:
    asked = orders(CallVote(ballot=Ballot.INVESTMENT, amount_usd=2_000_000_000))
    found = {}
    for known in (None, 4):
        world = a_world()
        world.holders.trust[:] = 620_000
        swap = Act(
            id=9,
            month=1,
            quantity=12_000,
            terms=Terms.SWAP,
            severity=0.14,
            idle_share=0.2,
            value_usd=400_000_000,
            published=known,
        )
        world.affairs.acts.append(swap)
        hold(world, 5, asked)
        hold(world, 6)
        found[known] = votes(world)[Ballot.INVESTMENT].passed

    assert found == {None: True, 4: False}


def test_the_founders_stake_does_not_vote_on_the_founders_own_deals() -> None:
    world = a_world()
    stake = world.carmaker.shares * world.carmaker.stake_ppm // PPM

    own = take_tally(world.rules, world.holders, world.carmaker, Ballot.INVESTMENT)
    pay = take_tally(world.rules, world.holders, world.carmaker, Ballot.PAY)

    def cast(tally: object) -> int:
        return sum(getattr(tally, part) for part in ("votes_for", "votes_against", "abstained"))

    assert cast(pay) - cast(own) == stake


@pytest.mark.parametrize("ballot", Ballot)
def test_who_voted_how_sums_to_the_result_and_to_every_share(ballot: Ballot) -> None:
    world = a_world()

    tally = take_tally(world.rules, world.holders, world.carmaker, ballot)

    parts = tally.by_kind
    cast = [
        sum(getattr(part, name) for part in parts) for name in ("votes_for", "votes_against", "abstained")
    ]
    assert cast == [tally.votes_for, tally.votes_against, tally.abstained]
    assert sum(cast) + sum(part.absent for part in parts) == world.carmaker.shares
    assert min(min(part.votes_for, part.votes_against, part.abstained, part.absent) for part in parts) >= 0


def test_known_acts_put_limits_on_the_agenda_and_anger_passes_them() -> None:
    calm, angry = a_world(), a_world()
    for world in (calm, angry):
        world.affairs.acts.append(
            Act(
                id=9,
                month=4,
                quantity=12_000,
                terms=Terms.SILENT,
                severity=0.3,
                idle_share=1.0,
                value_usd=1,
                published=5,
            )
        )
    angry.holders.trust -= angry.holders.trust * 3 // 10

    hold(calm, 6)
    hold(angry, 6)

    assert not votes(calm)[Ballot.LIMITS].passed
    assert votes(angry)[Ballot.LIMITS].passed
    assert (calm.affairs.limits, angry.affairs.limits) == (False, True)


def test_an_angry_hall_with_a_suit_calls_a_meeting_of_its_own() -> None:
    world = a_world()
    world.holders.trust //= 2
    world.affairs.complaints = 1

    hold(world, 11)

    assert list(votes(world)) == [Ballot.KEEP_FOUNDER]


def test_a_deal_on_chips_that_are_gone_is_dropped_from_the_agenda() -> None:
    world = a_world()
    world.affairs.agenda = {Ballot.DEAL: 1}
    world.affairs.deal = Deal(source=0, quantity=100, terms=Terms.PAID)

    events = hold(world, 6)

    assert Happening.VOTE_CALLED in {event.kind for event in events}
    assert Ballot.DEAL not in votes(world)
    assert world.affairs.deal is None


@pytest.mark.parametrize("trust", [0, PPM])
def test_a_deal_that_passes_waits_to_be_done_and_one_that_fails_has_failed_in_public(trust: int) -> None:
    world = a_world()
    world.holders.trust[:] = trust
    source = world.carmaker.depot.batches[0].id
    call = CallVote(ballot=Ballot.DEAL, source=source, quantity=500, terms=Terms.PAID)

    hold(world, 6, orders(call))

    passed = votes(world)[Ballot.DEAL].passed
    assert passed is (trust == PPM)
    assert (world.affairs.approved is not None) is passed
    assert len(world.affairs.stories) == int(not passed)


@pytest.mark.parametrize("trust", [0, PPM])
def test_the_owners_buy_the_lab_if_they_trust_its_founder(trust: int) -> None:
    world = a_world()
    world.holders.trust[:] = trust
    lab, price = world.labs[Firm.XAI], world.labs[Firm.XAI].valuation_usd

    (asked,) = sell_lab(world, orders(SellLab(buyer=Firm.TESLA)), Chance(1))
    hold(world, 6)

    passed = votes(world)[Ballot.MERGER].passed
    assert (asked.numbers["amount_usd"], asked.numbers["month"]) == (price, 6)
    assert passed is (trust == PPM)
    assert (lab.sold, lab.buyer, lab.sold_usd) == ((True, Firm.TESLA, price) if passed else (False, None, 0))
