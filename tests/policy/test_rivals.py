"""Rivals: they counter, wait, cut prices, complain; and being one of them takes skill."""

from statistics import fmean

import pytest

from race.core.chance import Chance, Stream
from race.core.commands import Command, Hire, Lobby, OrderChips, PublishRelease, SetPay, SetPrice
from race.core.events import Event, Happening
from race.core.ids import PPM, Firm, Seat, seat_of
from race.core.outcome import true_elo
from race.core.view import LabView, View, look_lab, read_board
from race.core.world import Candidate, Release, Site, World
from race.policy.institutions.chipmaker import ChipmakerPolicy
from race.policy.policy import Policy
from race.policy.rivals import RivalPolicy
from race.policy.style import Style
from race.scenario.load import override
from race.sim.race_model import RaceModel
from race.study.measures.alive import alive_free_running, alive_on_one_position
from tests.builders import a_world, plainer, scenario

NEW_LEADER = Event(kind=Happening.LEADER_CHANGE, firm=Firm.GOOGLE_DEEPMIND)


def sight(world: World, firm: Firm, *news: Event) -> LabView:
    return look_lab(world, seat_of(firm), read_board(world, news, Chance(1)))


def choices(view: View, style: Style, draws: int = 60) -> list[tuple[Command, ...]]:
    return [RivalPolicy(style).decide(view, Chance(seed).stream(1, "rival")) for seed in range(draws)]


def part_with(months: list[tuple[Command, ...]], kind: type[Command]) -> float:
    return fmean(any(isinstance(order, kind) for order in orders) for orders in months)


def scores(world: World, **elo: float) -> World:
    for name, score in elo.items():
        world.labs[Firm(name)].releases = [
            Release(month=0, flop=1e25, elo_true=score, elo_published=score, open_weights=False, tested=True)
        ]
    return world


def test_four_in_ten_answer_a_new_leader_at_once_with_what_they_have() -> None:
    world = a_world(month=3)
    world.labs[Firm.OPENAI].candidate = Candidate(finished=3, flop=1e26, elo=1318.0, luck=0.0)

    calm = part_with(choices(sight(world, Firm.OPENAI), Style()), PublishRelease)
    stirred = part_with(choices(sight(world, Firm.OPENAI, NEW_LEADER), Style()), PublishRelease)

    assert calm == 0.0
    assert 0.2 < stirred < 0.6


@pytest.mark.parametrize(
    ("pay", "cash_usd", "paid"),
    [(1_400_000, 10**11, None), (2_000_000, 10**11, 1_800_000), (2_000_000, 10**6, None)],
)
def test_who_can_afford_it_follows_pay_beyond_what_the_alarmed_pay(
    pay: int, cash_usd: int, paid: int | None
) -> None:
    world = a_world(month=3)
    world.labs[Firm.XAI].pay_level = pay
    world.labs[Firm.OPENAI].cash_usd = cash_usd

    orders = RivalPolicy(Style()).decide(sight(world, Firm.OPENAI), Chance(1).stream(1, "rival"))

    assert next((order.level for order in orders if isinstance(order, SetPay)), None) == paid


def test_a_leader_far_ahead_holds_a_release_back_for_two_months() -> None:
    world = scores(a_world(month=4), openai=1360.0)

    def released(finished: int) -> float:
        world.labs[Firm.OPENAI].candidate = Candidate(finished=finished, flop=1e26, elo=1400.0, luck=0.0)
        return part_with(choices(sight(world, Firm.OPENAI), Style(), 5), PublishRelease)

    assert (released(3), released(1)) == (0.0, 1.0)


def test_a_large_site_is_answered_two_months_after_ground_was_broken() -> None:
    def ordered(age: int) -> int:
        world = a_world(month=5)
        world.labs[Firm.XAI].depot.sites.append(
            Site(id=900, power_kw=200_000, started=world.month + 1 - age, ready=12)
        )
        orders = choices(sight(world, Firm.META), Style(raises=False), 1)[0]
        return sum(order.quantity for order in orders if isinstance(order, OrderChips))

    assert ordered(1) < ordered(2) == ordered(3)


def test_third_or_lower_cuts_the_price_and_the_top_does_not() -> None:
    world = a_world()
    greedy = Style(greed=1.0)

    assert part_with(choices(sight(world, Firm.META), greedy), SetPrice) > 0.0
    assert part_with(choices(sight(world, Firm.OPENAI), greedy), SetPrice) == 0.0


def test_what_rivals_do_beside_their_work_is_the_rulebook_s() -> None:
    world, changed = a_world(), a_world()
    changed.rules = override(changed.rules, {"tempers": {"cut_chance": 0.0, "raid_alarmed": 0.0}})

    def raided(months: list[tuple[Command, ...]]) -> float:
        return fmean(any(isinstance(one, Hire) and one.source for one in orders) for orders in months)

    plain = plainer(a_world(), "pricing", "poaching")
    usual, *others = (choices(sight(each, Firm.META), Style(greed=1.0)) for each in (world, changed, plain))

    for other in others:
        assert part_with(usual, SetPrice) > part_with(other, SetPrice) == 0.0
        assert raided(usual) > raided(other) == 0.0


def test_a_lab_puts_down_no_more_of_its_cash_for_chips_than_the_rulebook_says() -> None:
    def booked(most: float) -> int:
        world = a_world(month=5)
        world.rules = override(world.rules, {"conduct": {"deposits_most": most}, "chips": {"deposit": 0.5}})
        orders = choices(sight(world, Firm.META), Style(raises=False), 1)[0]
        return sum(order.quantity for order in orders if isinstance(order, OrderChips))

    assert booked(0.0) == 0 < booked(0.05) < booked(0.9)


def test_only_a_grudge_against_a_lab_at_the_top_that_builds_brings_complaints() -> None:
    def complained(*, elo: float, grudge: int, builds: bool) -> float:
        world = scores(a_world(), xai=elo)
        world.labs[Firm.META].grudges = {Firm.XAI: grudge} if grudge else {}
        if builds:
            world.labs[Firm.XAI].depot.sites.append(Site(id=900, power_kw=90_000, started=0, ready=6))
        return part_with(choices(sight(world, Firm.META), Style()), Lobby)

    assert complained(elo=1400.0, grudge=5 * PPM, builds=True) > 0.1
    assert complained(elo=1400.0, grudge=5 * PPM, builds=False) == 0.0
    assert complained(elo=1400.0, grudge=0, builds=True) == 0.0
    assert complained(elo=1200.0, grudge=5 * PPM, builds=True) == 0.0


def test_a_buyer_with_a_swollen_book_gets_less_care() -> None:
    from race.core.view import look  # noqa: PLC0415 - only this test looks as an institution

    world = a_world()
    for line in world.market.lines:
        line.quantity *= 20 if line.payer is Firm.META else 1
    view = look(world, Seat.CHIPMAKER, read_board(world, (), Chance(1)))

    (served,) = ChipmakerPolicy().decide(view, Chance(1).stream(1, "chipmaker"))

    weights = getattr(served, "weights")  # noqa: B009 - the one command an institution's policy returns here
    assert weights[Firm.META] < weights[Firm.MISTRAL]


class AnyOrder:
    """Order whatever the dice say: releases nothing well, trains nothing long."""

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return one random order."""
        assert isinstance(view, LabView)
        quantity = 100 + luck.below(max(1, view.board.supply // 20))
        order = OrderChips(company=view.firm, generation=view.board.generation, quantity=quantity)
        price = SetPrice(level=400_000 + luck.below(1_000_000))
        return tuple(one for one in (order, price, PublishRelease()) if luck.happens(0.3))


@pytest.mark.slow
def test_a_rival_that_orders_at_random_ends_lower() -> None:
    def final_rank(seed: int, *, random: bool) -> int:
        policies: dict[Seat, Policy] | None = {Seat.GOOGLE_DEEPMIND: AnyOrder()} if random else None
        game = RaceModel("history", "idle", seed, policies=policies, collect=False)
        while game.running and game.world.month < 24:
            game.step()
        own = true_elo(game.world.labs[Firm.GOOGLE_DEEPMIND])
        rank = 1 + sum(true_elo(lab) > own for lab in game.world.labs.values())
        game.close()
        return rank

    usual = fmean(final_rank(seed, random=False) for seed in range(8))
    at_random = fmean(final_rank(seed, random=True) for seed in range(8))

    assert at_random >= usual + 1.0


@pytest.mark.slow
def test_rivals_without_news_of_the_player_order_and_release_differently() -> None:
    asked, played = (
        measure(scenario(), "historical", range(1, 7))
        for measure in (alive_on_one_position, alive_free_running)
    )

    assert asked.orders.value >= 0.2  # on one position, where only the news differs, releases seldom do
    assert min(played.clear_orders.value, played.releases.value) >= 0.2
