"""What waits for a decision: the care that a cliff asks for, the hall that chips have not."""

import pytest

from race.core.commands import BuildSite, SplitCompute
from race.core.ids import Claim, Firm
from race.core.world import Said
from race.session.session import Session
from race.ui.present.advice import hints
from tests.builders import a_game

CARE = "So little care leads to incidents"
POWER = "chips of August 2024 will find no power"


def told(game: Session) -> str:
    return " ".join(" ".join(hint.text for hint in hints(game)).split())


@pytest.mark.parametrize(("name", "word"), [("precipice", CARE), ("colossus", POWER)])
def test_what_a_scenario_is_about_waits_for_a_decision(name: str, word: str) -> None:
    assert word in told(a_game(name=name))
    assert word not in told(a_game(name="history"))


def test_care_that_is_ordered_is_not_asked_for_again() -> None:
    game = a_game(name="precipice")
    game.submit(SplitCompute(training=500_000, research=150_000, serving=150_000, safety=200_000))

    assert CARE not in told(game)


def test_a_hall_that_is_ordered_is_not_asked_for_again() -> None:
    game = a_game(name="colossus")
    game.submit(BuildSite(company=Firm.XAI, power_kw=60_000, forced=True))

    assert POWER not in told(game)


def test_of_what_rivals_claim_only_the_largest_fleet_is_told() -> None:
    game = a_game()
    world = game.position().copy()
    for firm, claim, quantity in (
        (Firm.OPENAI, Claim.RELEASE, 150_000),
        (Firm.META, Claim.FLEET, 90_000),
        (Firm.MISTRAL, Claim.FLEET, 20_000),
    ):
        said = Said(claim=claim, quantity=quantity, made=0, due=9, before=1)
        world.labs[firm].claims = [said]
    game.resume(world, game.journal, game.reports)

    assert "Meta claims 90 000 chips" in told(game)
    assert told(game).count(" claims ") == 1
