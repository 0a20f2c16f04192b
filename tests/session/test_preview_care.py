"""What is said of care and of a swap before they are ordered."""

import pytest

from race.core.commands import Divert, SplitCompute, StartRun
from race.core.ids import Firm, Terms
from race.session.preview import preview
from race.session.session import Session
from race.speech import speak
from tests.builders import a_game

RISK = "Incident a month, in a year"


def split(safety: int) -> SplitCompute:
    return SplitCompute(training=600_000 - safety, research=200_000, serving=200_000, safety=safety)


def risk(game: Session, safety: int) -> tuple[int, int]:
    effects = preview(game.view(), split(safety)).effects
    found = next(effect for effect in effects if effect.label == RISK)
    assert found.then is not None
    return int(found.value.value), int(found.then.value)


def test_care_is_weighed_by_the_incidents_it_keeps_away() -> None:
    game = a_game(name="precipice")
    today, need = game.view().own.split.safety, round(1e6 * game.view().board.rules.race.safety_need)

    kept, then = risk(game, need)
    _, none = risk(game, 0)

    assert then < kept < none
    assert risk(game, today) == (kept, kept)


def test_care_that_changes_no_risk_is_not_spoken_of() -> None:
    effects = preview(a_game(name="history").view(), split(200_000)).effects

    assert RISK not in [effect.label for effect in effects]


@pytest.mark.parametrize(
    ("name", "told"),
    [("colossus", "your chips of August 2024"), ("history", "your chips of January 2024 to June 2024")],
)
def test_the_lines_a_swap_gives_have_one_date_or_two(name: str, told: str) -> None:
    game = a_game(name=name)
    offer = next(line for line in game.view().lines if line.owner is line.payer is Firm.TESLA)

    line = preview(game.view(), Divert(source=offer.id, quantity=offer.quantity, terms=Terms.SWAP)).line

    assert " ".join(speak(line).split()).endswith(told)


def test_a_run_up_to_a_size_says_that_it_ends_with_its_month() -> None:
    view = a_game(name="history").view()

    aimed, plain = (
        speak(preview(view, StartRun(months=5, target_flop=target)).line) for target in (6e24, 0.0)
    )

    assert "Stops with the month that reaches it" in aimed
    assert "Stops" not in plain
