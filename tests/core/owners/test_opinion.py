"""The owners' weeks: what is conserved, what is receipted, and what acts do to trust."""

from hashlib import blake2b

import numpy as np
import pytest

from race.core.chance import Chance
from race.core.commands import Orders
from race.core.formulas.owners.ballots import take_tally
from race.core.formulas.owners.holders import long_seats, trust_by_kind, trust_sum, trust_weighted
from race.core.formulas.owners.stories import act_story, promise_story
from race.core.ids import PPM, Ballot, Firm, Kind, Subject, Terms, week_of
from race.core.receipts import Account
from race.core.rules.owners.opinion import move_opinion
from race.core.words import Sentence
from race.core.world import Act, Promise, Story, World
from tests.builders import a_world

NOBODY = Orders(by_seat={})


def the_act(terms: Terms = Terms.SILENT, severity: float = 0.34, idle: float = 1.0) -> Act:
    """Return a published taking of 12,000 chips."""
    return Act(
        id=1,
        month=1,
        quantity=12_000,
        terms=terms,
        severity=severity,
        idle_share=idle,
        value_usd=504_000_000,
        published=1,
    )


def months(world: World, count: int, seed: int = 7) -> list[World]:
    """Play the owners' law alone for some months and return the positions."""
    played = []
    for _ in range(count):
        following = world.copy()
        following.month = world.month + 1
        move_opinion(following, NOBODY, Chance(seed))
        played.append(following)
        world = following
    return played


def published(seed: int, act: Act | None) -> list[World]:
    """Play six months after an act came out in the first of them (or none did)."""
    world = a_world(seed, month=0)
    if act is not None:
        world.affairs.acts.append(act)
        world.affairs.stories.append(act_story(world, act, week_of(1)))
    return months(world, 6, seed)


def change_of_trust(act: Act | None, month: int, seeds: int = 12) -> float:
    """Return the mean change of weighted trust against the same luck without the act, in points of 1."""
    changes = [
        trust_weighted(published(seed, act)[month - 1].holders)
        - trust_weighted(published(seed, None)[month - 1].holders)
        for seed in range(seeds)
    ]
    return sum(changes) / len(changes) / PPM


def receipts_of(world: World, account: Account) -> int:
    return sum(receipt.amount for receipt in world.receipts if receipt.account is account)


def test_every_change_of_trust_and_price_has_its_receipts() -> None:
    world = a_world(3, month=0)
    world.affairs.stories.append(act_story(world, the_act(), week_of(1) + 2))

    for later in months(world, 4, seed=3):
        before = (trust_sum(world.holders), world.carmaker.price_cents)
        now = (trust_sum(later.holders), later.carmaker.price_cents)

        assert now[0] - before[0] == receipts_of(later, Account.TRUST)
        assert now[1] - before[1] == receipts_of(later, Account.PRICE)
        world = later


def test_shares_stay_while_owners_change() -> None:
    world = a_world(4, month=0)

    later = months(world, 12)[-1]

    assert np.array_equal(world.holders.shares, later.holders.shares)


def test_what_one_future_seats_and_tells_another_does_not_know() -> None:
    world = a_world(5, month=0)
    world.affairs.acts.append(the_act())
    world.affairs.stories.append(act_story(world, the_act(), week_of(1)))
    before = months(world, 1)[0]
    registered = before.holders.shares.copy()
    known = {story: row.copy() for story, row in before.holders.heard.items()}
    sells = before.copy()
    sells.carmaker.stake_ppm -= 7_000

    sold, kept = months(sells, 1)[0], months(before, 1)[0]

    assert int(sold.holders.shares.sum()) > int(registered.sum())
    assert all(np.array_equal(world.holders.shares, registered) for world in (before, sells, kept))
    assert known
    for story, row in known.items():
        assert int(kept.holders.heard[story].sum()) > int(row.sum())
        assert np.array_equal(before.holders.heard[story], row)


def test_long_holders_and_the_founder_own_what_is_outstanding_and_what_is_lent() -> None:
    world = a_world(5, month=0)
    world.carmaker.stake_ppm -= 7_000

    later = months(world, 1)[0]

    seats = long_seats(later.holders)
    longs, shorts = int(later.holders.shares[:seats].sum()), -int(later.holders.shares[seats:].sum())
    founder = later.carmaker.shares * later.carmaker.stake_ppm // PPM
    assert longs + founder == later.carmaker.shares + shorts
    assert receipts_of(later, Account.TRUST) == trust_sum(later.holders) - trust_sum(world.holders)


def test_trust_and_priors_stay_whole_numbers_within_bounds() -> None:
    world = a_world(6, month=0)
    for n in range(6):
        act = the_act(severity=2.0)
        world.affairs.stories.append(act_story(world, act, week_of(1 + n)))

    later = months(world, 8)[-1].holders

    for minds in (later.trust, later.prior):
        assert minds.dtype == np.int32
        assert minds.min() >= 0
        assert minds.max() <= PPM
    assert isinstance(months(world, 1)[0].carmaker.price_cents, int)


@pytest.mark.golden
def test_a_month_of_opinion_is_the_same_on_every_machine() -> None:
    world = a_world(11, month=0)
    world.affairs.stories.append(act_story(world, the_act(), week_of(2)))

    last = months(world, 12, seed=11)[-1]

    digest = blake2b(last.holders.trust.astype("<i4").tobytes(), digest_size=8).hexdigest()
    assert digest == "ee024f1b0f611aef"


def test_the_given_world_decides_the_month_and_nothing_else_does() -> None:
    first, again = months(a_world(8, month=0), 3), months(a_world(8, month=0), 3)

    assert np.array_equal(first[-1].holders.trust, again[-1].holders.trust)
    assert first[-1].receipts == again[-1].receipts


def test_a_story_is_forgotten_after_ten_weeks() -> None:
    world = a_world(9, month=0)
    world.affairs.stories.append(act_story(world, the_act(), week_of(1)))

    later = months(world, 3)

    assert later[0].holders.heard
    assert not later[2].affairs.stories
    assert not later[2].holders.heard


def test_news_without_weight_moves_only_the_price() -> None:
    world = a_world(10, month=0)
    label = Sentence("Quarterly results")
    world.affairs.stories.append(
        Story(
            id=1, label=label, week=week_of(1), salience=0.0, effect=(0,) * 7, memory=0.0, price_ppm=100_000
        )
    )

    later = months(world, 1)[0]

    moved = [receipt for receipt in later.receipts if receipt.cause == label]
    assert [receipt.account for receipt in moved] == [Account.PRICE]
    assert moved[0].amount > 0
    assert not later.holders.heard


@pytest.mark.parametrize(
    ("act", "low", "high"),
    [
        (the_act(Terms.SWAP, 0.14, idle=0.0), -0.014, -0.003),
        (the_act(Terms.SILENT, 0.34, idle=0.0), -0.032, -0.012),
        (the_act(Terms.SILENT, 0.34, idle=1.0), -0.080, -0.045),
    ],
)
def test_an_act_costs_trust_by_what_could_have_been_powered(act: Act, low: float, high: float) -> None:
    assert low < change_of_trust(act, month=1) < high


def test_about_half_the_damage_is_forgotten_in_six_months() -> None:
    at_once, later = change_of_trust(the_act(), month=1), change_of_trust(the_act(), month=6)

    assert 0.35 < later / at_once < 0.75


def test_the_fans_forgive_what_the_pension_funds_do_not() -> None:
    hurt = dict.fromkeys(Kind, 0)
    for seed in range(8):
        with_act, without = published(seed, the_act())[0], published(seed, None)[0]
        after, before = trust_by_kind(with_act.holders), trust_by_kind(without.holders)
        for kind in Kind:
            hurt[kind] += before[kind] - after[kind]

    assert hurt[Kind.FANS] < hurt[Kind.RETAIL] < hurt[Kind.ACTIVE] < hurt[Kind.PENSION]


def test_two_missed_promises_cost_more_votes_than_a_silent_taking_without_a_site() -> None:
    def support(world: World) -> int:
        return take_tally(world.rules, world.holders, world.carmaker, Ballot.PAY).support_ppm()

    missed = taken = 0
    for seed in range(8):
        world = a_world(seed, month=0)
        for n in range(2):
            promise = Promise(
                id=50 + n, made=0, subject=Subject.AUTONOMY, quantity=1, due=1, claim=0.8, kept=False
            )
            world.affairs.promises.append(promise)
            world.affairs.stories.append(promise_story(world, promise, "missed"))
        missed += support(months(world, 1, seed)[0])
        taken += support(published(seed, the_act(idle=0.0))[0])

    assert missed < taken


def test_the_swap_of_history_hardly_moves_the_price() -> None:
    world = a_world(12, month=0)
    story = act_story(world, the_act(Terms.SWAP, 0.14, idle=0.0), week_of(1))
    world.affairs.stories.append(story)

    later = months(world, 1)[0]

    own = sum(
        receipt.amount
        for receipt in later.receipts
        if receipt.account is Account.PRICE and receipt.firm is Firm.TESLA and receipt.cause == story.label
    )
    assert -0.03 < own / world.carmaker.price_cents < 0.01


@pytest.mark.parametrize(
    ("outcome", "low", "high"), [("kept", 0.015, 0.045), ("new", 0.005, 0.025), ("missed", -0.06, -0.025)]
)
def test_promises_move_trust_both_ways(outcome: str, low: float, high: float) -> None:
    changes = []
    for seed in range(8):
        world = a_world(seed, month=0)
        promise = Promise(id=50, made=0, subject=Subject.AUTONOMY, quantity=1, due=1, claim=0.8)
        told = world.copy()
        told.month = 1
        told.affairs.stories.append(promise_story(told, promise, outcome))
        told.month = 0
        after, without = months(told, 1, seed)[0], months(world, 1, seed)[0]
        changes.append(trust_weighted(after.holders) - trust_weighted(without.holders))

    assert low < sum(changes) / len(changes) / PPM < high
