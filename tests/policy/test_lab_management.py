"""How labs are run: within their means, for their users, by their temper."""

from collections.abc import Iterator

import pytest

from race.core.chance import Chance
from race.core.commands import (
    BuildSite,
    Command,
    OrderChips,
    PublishRelease,
    RaiseRound,
    RentCloud,
    SplitCompute,
    StartRun,
)
from race.core.fingerprint import fingerprint
from race.core.ids import PPM, Firm, Generation, Mood, seat_of
from race.core.legality import refusal
from race.core.view import LabView, look_lab, read_board
from race.core.world import Candidate, OrderLine, World
from race.policy.lab_management import manage_lab
from race.policy.purse import due_soon, read_purse, until_round
from race.policy.style import Style
from race.sim.race_model import RaceModel
from tests.builders import a_depot, a_world, changed

BUILDER = Style(builds_forced=True)


def sight(world: World, firm: Firm = Firm.XAI) -> LabView:
    return look_lab(world, seat_of(firm), read_board(world, (), Chance(1)))


def plan(world: World, style: Style = BUILDER, firm: Firm = Firm.XAI) -> list[Command]:
    return manage_lab(sight(world, firm), style, Chance(1).stream(world.month, "plan"))


def of_kind(commands: list[Command], kind: type[Command]) -> Iterator[Command]:
    return (command for command in commands if isinstance(command, kind))


def test_a_lab_with_no_money_orders_and_builds_nothing() -> None:
    world = a_world(month=2)
    world.labs[Firm.XAI].cash_usd = 0

    wishes = plan(world, Style(builds_forced=True, raises=False))

    assert not list(of_kind(wishes, OrderChips))
    assert not list(of_kind(wishes, BuildSite))


def test_what_is_ordered_can_be_paid_with_the_next_round() -> None:
    for cash in (10**8, 10**9, 10**10):
        world = a_world(month=2)
        world.labs[Firm.XAI].cash_usd = cash
        view = sight(world)
        purse, months = read_purse(view), until_round(view, raises=True)
        ready = purse.cash + purse.flow * months - due_soon(view, months) - purse.costs

        for order in of_kind(plan(world), OrderChips):
            assert isinstance(order, OrderChips)
            assert order.quantity * view.board.chip_price_usd * view.board.rules.chips.deposit <= max(
                0, ready
            )


def test_a_lab_raises_when_what_falls_due_is_more_than_it_has() -> None:
    world = a_world(month=3)
    lab = world.labs[Firm.XAI]
    lab.valuation_usd, lab.cash_usd = 20_000_000_000, 10_000_000_000
    rich = list(of_kind(plan(world), RaiseRound))
    lab.cash_usd = 300_000_000
    world.market.lines.append(
        OrderLine(
            id=9_999, payer=Firm.XAI, owner=Firm.XAI, generation=Generation.H100, quantity=40_000,
            unit_price_usd=30_000, booked=2, due=5,
        )
    )  # fmt: skip

    assert not rich
    assert list(of_kind(plan(world), RaiseRound))


def test_a_lab_builds_for_the_chips_that_are_on_their_way() -> None:
    world = a_world(month=3)
    world.labs[Firm.XAI].cash_usd = 20_000_000_000
    for line in world.market.lines:
        line.quantity = 60_000 if line.payer is Firm.XAI else line.quantity

    built = list(of_kind(plan(world), BuildSite))

    assert built
    assert isinstance(built[0], BuildSite)
    assert built[0].forced


def test_a_run_starts_when_its_cycle_is_over_and_none_is_under_way() -> None:
    world = a_world(month=5)
    lab = world.labs[Firm.OPENAI]
    style = Style(cycle_months=5, run_months=3)
    lab.last_start, lab.mood = 2, Mood.CALM

    early = list(of_kind(plan(world, style, Firm.OPENAI), StartRun))
    world.month = 6

    assert not early
    assert list(of_kind(plan(world, style, Firm.OPENAI), StartRun)) == [StartRun(months=3)]


def test_a_candidate_is_released_when_it_is_clearly_better_and_tested() -> None:
    world = a_world(month=4)
    lab = world.labs[Firm.OPENAI]

    def released(elo: float, finished: int) -> bool:
        lab.candidate = Candidate(finished=finished, flop=1e26, elo=elo, luck=0.0)
        return any(of_kind(plan(world, Style(), Firm.OPENAI), PublishRelease))

    assert [released(1400.0, 3), released(1320.0, 3), released(1400.0, 4)] == [True, False, False]


def test_serving_compute_follows_the_users() -> None:
    world = a_world()
    lab = world.labs[Firm.XAI]
    lab.depot, lab.users_k, lab.share_ppm = a_depot(50_000), 80_000, 600_000

    splits = list(of_kind(plan(world), SplitCompute))

    assert splits
    assert isinstance(splits[0], SplitCompute)
    assert splits[0].serving >= 400_000
    assert splits[0].training + splits[0].research + splits[0].serving + splits[0].safety == PPM


@pytest.mark.parametrize("firm", [Firm.OPENAI, Firm.XAI, Firm.MISTRAL])
def test_deciding_writes_nothing_and_is_repeatable(firm: Firm) -> None:
    world = a_world()
    before = fingerprint(world)

    first, second = plan(world, firm=firm), plan(world, firm=firm)

    assert first == second
    assert fingerprint(world) == before


@pytest.mark.parametrize("firm", [Firm.OPENAI, Firm.XAI, Firm.GOOGLE_DEEPMIND])
def test_what_a_lab_plans_is_legal_on_the_first_day(firm: Firm) -> None:
    world = a_world(month=0)
    view = sight(world, firm)
    given: list[Command] = []

    for wish in plan(world, firm=firm):
        assert refusal(view, given, wish) is None, wish
        given.append(wish)

    assert given


@pytest.mark.parametrize(("step", "rents"), [(500, True), (100_000, False)])
def test_no_lab_changes_its_rent_by_less_than_the_rulebooks_step(step: int, *, rents: bool) -> None:
    race = RaceModel(changed(conduct={"rent_step": step}), "steward", 3, collect=False)

    asked = []
    for _ in range(8):
        race.step()
        asked += [order for order in race.orders.by_seat.items() if any(of_kind([*order[1]], RentCloud))]

    assert bool(asked) == rents
