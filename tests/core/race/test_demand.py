"""Users: people and firms choose slowly among what is published."""

from math import fsum, isclose

from hypothesis import given
from hypothesis import strategies as st

from race.core.chance import Chance
from race.core.commands import Orders, SetPrice
from race.core.formulas.race.demand import logit_shares
from race.core.ids import PPM, Firm
from race.core.rules.race.demand import _GROWTH, win_users
from race.core.world import Split
from tests.builders import a_depot, a_world, orders

NOBODY = Orders({})


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=9))
def test_shares_of_a_choice_sum_to_one(utilities: list[float]) -> None:
    assert isclose(fsum(logit_shares(utilities)), 1.0)


def test_no_more_than_one_consumer_in_thirty_chooses_anew_in_a_month() -> None:
    world = a_world()
    before = world.labs[Firm.OPENAI].share_ppm

    win_users(world, NOBODY, Chance(1))

    after = world.labs[Firm.OPENAI].share_ppm
    assert 0 < abs(before - after) <= before // 30 + 1


def test_the_better_release_wins_users_in_time() -> None:
    better, worse = a_world(), a_world()
    best = better.labs[Firm.GOOGLE_DEEPMIND].releases[0]
    better.labs[Firm.GOOGLE_DEEPMIND].releases.append(
        type(best)(
            month=1, flop=best.flop, elo_true=1400, elo_published=1400, open_weights=False, tested=True
        )
    )

    for _ in range(12):
        win_users(better, NOBODY, Chance(1))
        win_users(worse, NOBODY, Chance(1))

    assert better.labs[Firm.GOOGLE_DEEPMIND].share_ppm > worse.labs[Firm.GOOGLE_DEEPMIND].share_ppm
    assert better.labs[Firm.GOOGLE_DEEPMIND].business_ppm > worse.labs[Firm.GOOGLE_DEEPMIND].business_ppm


def test_a_lower_price_wins_users() -> None:
    cheap, usual = a_world(), a_world()

    win_users(cheap, orders(SetPrice(level=500_000)), Chance(1))
    win_users(usual, NOBODY, Chance(1))

    assert cheap.labs[Firm.XAI].share_ppm > usual.labs[Firm.XAI].share_ppm


def test_who_cannot_serve_loses_users() -> None:
    world = a_world()
    lab = world.labs[Firm.OPENAI]
    lab.depot, lab.split = a_depot(20_000), Split(500_000, 300_000, 150_000, 50_000)
    before = lab.share_ppm

    win_users(world, NOBODY, Chance(1))

    assert lab.users_k < world.market.consumers_k * before // 1_000_000 // 2
    assert lab.share_ppm < 0.85 * before


def test_novelty_fades() -> None:
    world = a_world()
    world.labs[Firm.XAI].novelty = 1.0

    win_users(world, NOBODY, Chance(1))

    assert isclose(world.labs[Firm.XAI].novelty, 0.6)


def test_the_market_grows_but_not_beyond_the_people_there_are() -> None:
    world = a_world()

    for _ in range(200):
        win_users(world, NOBODY, Chance(1))

    assert 3_900_000 <= world.market.consumers_k <= 4_000_000


def test_of_new_users_those_are_growth_who_come_with_the_market_at_the_same_share() -> None:
    world = a_world()
    before, shares = world.market.consumers_k, {firm: lab.share_ppm for firm, lab in world.labs.items()}

    win_users(world, NOBODY, Chance(1))

    told = {each.firm: each.amount for each in world.receipts if each.cause == _GROWTH}
    now = world.market.consumers_k
    grown = {firm: now * share // PPM - before * share // PPM for firm, share in shares.items()}
    assert now > before
    assert told == {firm: users for firm, users in grown.items() if users}
