"""Games without a mechanic of the labs' craft: its order is refused, the rest plays on."""

import pytest

from race.core.commands import Announce, Command, Hire, PublishRelease, SetPay
from race.core.events import Happening
from race.core.ids import Claim, Firm, Seat
from race.core.legality import refusal
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
