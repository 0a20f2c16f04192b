"""Games without a mechanic of the labs' craft: its order is refused, the rest plays on."""

import pytest
from msgspec.structs import replace

from race.core.commands import (
    Announce,
    BuildSite,
    CallVote,
    Command,
    Divert,
    Hire,
    OrderChips,
    PlanCarmaker,
    PledgeStake,
    PublishRelease,
    RentCloud,
    SetPay,
)
from race.core.events import Happening
from race.core.ids import Ballot, Claim, Firm, Generation, Seat, Terms
from race.core.legality import refusal
from race.core.legality.switched import NEEDS
from race.core.rulebook.switches import Switches
from race.speech import speak
from tests.stories.races import a_race

LAB = Firm.XAI


@pytest.mark.parametrize(
    ("switch", "order"),
    [
        ("poaching", Hire(researchers=2, source=Firm.META)),
        ("pay", SetPay(level=1_200_000)),
        ("announcing", Announce(claim=Claim.FLEET, quantity=90_000, due=8)),
        ("open_weights", PublishRelease(open_weights=True)),
    ],
)
def test_an_order_that_is_switched_off_is_refused_in_a_sentence(switch: str, order: Command) -> None:
    race = a_race("idle", months=2, without=(switch,))

    reason = refusal(race.view(Seat.FOUNDER), [], order)

    assert reason is not None
    assert speak(reason) == "This is switched off in this scenario."


def an_order(*, prepaid: int = 0, generation: Generation = Generation.H100) -> Command:
    return OrderChips(company=LAB, generation=generation, quantity=9, prepaid=prepaid)


@pytest.mark.parametrize(
    ("switch", "fancy", "plain"),
    [
        ("prepayment", an_order(prepaid=1), an_order()),
        ("own_silicon", an_order(generation=Generation.OWN_SILICON), an_order()),
        ("forced_sites", *(BuildSite(company=LAB, power_kw=9, forced=forced) for forced in (True, False))),
        ("rental", *(RentCloud(quantity=quantity) for quantity in (9, 0))),
        ("open_weights", *(PublishRelease(open_weights=opened) for opened in (True, False))),
        ("poaching", *(Hire(researchers=2, source=source) for source in (Firm.META, None))),
        ("buy_back", *(PlanCarmaker(chip_budget=9, buy_back_usd=spent) for spent in (9, 0))),
        ("pledging", *(PledgeStake(shares_ppm=part) for part in (9, -9))),
        ("paid", *(Divert(source=1, quantity=9, terms=terms) for terms in (Terms.LEASE, Terms.SILENT))),
        ("investment", *(CallVote(ballot=ballot) for ballot in (Ballot.INVESTMENT, Ballot.LIMITS))),
    ],
)
def test_beside_an_order_that_is_switched_off_its_plain_kin_is_not(
    switch: str, fancy: Command, plain: Command
) -> None:
    full = a_race("idle").world.rules.switches
    without = replace(full, **{switch: 0})

    def allowed(switches: Switches, order: Command) -> bool:
        return bool(NEEDS[type(order)](switches, order))

    assert [allowed(full, order) for order in (fancy, plain)] == [True, True]
    assert [allowed(without, order) for order in (fancy, plain)] == [False, True]


def test_without_open_weights_the_open_labs_release_all_the_same() -> None:
    race = a_race("historical", without=("open_weights",))
    told = []

    while race.world.month < 14:
        race.step()
        told += [event.firm for event in race.events if event.kind is Happening.RELEASE]

    assert Firm.META in told
    shelf = race.world.labs[Firm.META].releases
    assert not any(release.open_weights for release in shelf if release.month and not release.refresh)


def test_without_research_compute_is_no_road_to_a_better_recipe() -> None:
    def recipe(chips: int, *without: str) -> float:
        world = a_race("idle", months=1).world.copy()
        world.labs[LAB].depot.rented = chips
        race = a_race("idle", world=world, without=without)
        race.world.rules = race.starts_from.rules
        for _ in range(8):
            race.step()
        return race.world.labs[LAB].recipe

    assert recipe(60_000) > recipe(0) + 3.0
    assert abs(recipe(60_000, "research") - recipe(0, "research")) < abs(recipe(60_000) - recipe(0))


def test_without_evidence_a_lucky_score_stays() -> None:
    race = a_race("idle", months=10, without=("evidence",))

    assert all(
        line.error_sd == race.world.rules.race.error_sd for line in race.view(Seat.FOUNDER).board.league
    )
