"""The planner takes the plan whose imagined futures score best, and imagines what a founder can know."""

import pytest
from msgspec.structs import replace
from typing_extensions import override

from race.core.ids import RIVALS, Firm, Seat
from race.core.view import FounderView
from race.policy.founders.archetypes import HABITS, Archetype
from race.policy.founders.planner import REPLANS, Planner
from race.policy.policy import Policy
from race.policy.style import Style
from race.scenario import load
from race.sim.imagined import Imagined
from race.sim.race_model import RaceModel


class Foretold:
    """Futures that like one habit, and count how often they are asked."""

    def __init__(self, liked: str) -> None:
        """Like the habit of this bot."""
        self.liked = HABITS[liked]
        self.asked = 0
        self.firsts: set[int] = set()

    def worth(self, plan: Policy, months: int, draws: int, *, first: int = 0) -> list[int]:
        """Return a good score for the habit that is liked, a poor one for others."""
        self.firsts.add(first)
        self.asked += 1
        assert isinstance(plan, Archetype)
        assert months > 0
        return [900 if plan.habit == self.liked else 400] * draws


def seen(race: RaceModel) -> FounderView:
    view = race.view(Seat.FOUNDER)
    assert isinstance(view, FounderView)
    return view


@pytest.fixture
def race() -> RaceModel:
    race = RaceModel("the-twelve-thousand", "swapper", seed=4, collect=False)
    for _ in range(3):
        race.step()
    return race


@pytest.mark.parametrize("liked", ["opportunist", "promiser"])
def test_the_planner_follows_the_plan_whose_futures_score_best(race: RaceModel, liked: str) -> None:
    planner = Planner(Style())

    planner.look_ahead(seen(race), Foretold(liked))

    assert planner.habit == HABITS[liked]


class Deceiving(Foretold):
    """Futures that like one habit at first, and another when more of them are looked at."""

    @override
    def worth(self, plan: Policy, months: int, draws: int, *, first: int = 0) -> list[int]:
        """Return the first futures' score, and a worse one for what they liked in those after them."""
        scores = super().worth(plan, months, draws, first=first)
        return [100 if score > 500 else 1_000 for score in scores] if first else scores


def test_the_best_plans_are_looked_at_in_more_futures_before_one_is_taken(race: RaceModel) -> None:
    planner, futures = Planner(Style(), draws=3), Deceiving("promiser")

    planner.look_ahead(seen(race), futures)

    assert futures.firsts == {0, 3}
    # 3 x 900 + 3 x 500 beside 3 x 400 + 3 x 1,000
    assert planner.habit != HABITS["promiser"]


def test_it_plans_again_after_some_months_and_not_before(race: RaceModel) -> None:
    planner, futures, asked = Planner(Style()), Foretold("steward"), []

    for _ in range(REPLANS + 1):
        planner.look_ahead(seen(race), futures)
        asked.append(futures.asked)
        race.step()

    assert asked[0] == asked[-2] > 0
    assert asked[-1] == 2 * asked[0]


def test_imagining_moves_nothing_and_the_same_draw_is_the_same_future(race: RaceModel) -> None:
    before = race.fingerprint()
    plan = Archetype(HABITS["swapper"], Style())

    first, again = Imagined(race).worth(plan, 4, 2), Imagined(race).worth(plan, 4, 2)

    assert first == again
    assert race.fingerprint() == before


def test_an_imagined_rival_has_the_fleet_one_believes_and_not_the_money_it_has(race: RaceModel) -> None:
    board = seen(race).board
    futures = [Imagined(race).future(Archetype(HABITS["swapper"], Style()), draw) for draw in range(3)]

    for firm in RIVALS:
        for future in futures:
            fleet = future.world.labs[firm].depot.running()
            assert abs(fleet - board.fleets[firm]) <= max(40, board.fleets[firm] // 200)
        assert len({future.world.labs[firm].cash_usd for future in futures}) == len(futures)
        assert race.world.labs[firm].cash_usd not in {f.world.labs[firm].cash_usd for f in futures}


def test_the_rulebook_says_how_far_a_guess_at_a_rival_is_off(race: RaceModel) -> None:
    sure = {"imagining": {"money_sd": 0.0, "method_sd": 0.0}}
    race.world.rules = load.override(race.world.rules, sure)

    future = Imagined(race).future(Archetype(HABITS["swapper"], Style()), 0)

    assert [future.world.labs[firm].cash_usd for firm in RIVALS] == [
        race.world.labs[firm].cash_usd for firm in RIVALS
    ]
    assert all(future.world.labs[firm].recipe == race.world.labs[firm].recipe for firm in RIVALS)


def test_the_luck_of_an_imagined_future_is_not_the_luck_that_comes(race: RaceModel) -> None:
    plan = Archetype(HABITS["swapper"], Style())
    prices = set()
    for draw in range(3):
        future = Imagined(race).future(plan, draw)
        future.step()
        prices.add(future.world.carmaker.price_cents)

    race.step()

    assert len(prices) == 3
    assert race.world.carmaker.price_cents not in prices


def test_a_planner_does_not_know_how_good_its_own_releases_truly_are() -> None:
    plan, worth = Archetype(HABITS["swapper"], Style()), []
    for better in (0.0, 60.0):
        race = RaceModel(load.load_scenario("history"), "swapper", 3)
        while race.world.month < 30:
            race.step()
        own = race.world.labs[Firm.XAI]
        assert own.releases
        own.releases = [replace(each, elo_true=each.elo_true + better) for each in own.releases]
        race.world.gaps = [gap - better for gap in race.world.gaps]

        worth.append(Imagined(race).worth(plan, 6, 3))

    assert worth[0] == worth[1]
