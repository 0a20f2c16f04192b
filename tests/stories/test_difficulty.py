"""Difficulty in play: rivals plan, notice and time better or worse; nobody is given anything."""

from pathlib import Path

import pytest

from race.core.ids import RIVALS, Seat
from race.core.rulebook.seats.rivals import DIFFICULTIES
from race.core.words import PlainError
from race.scenario.load import load_scenario
from race.scenario.opening import open_world
from race.session.replay import replay
from race.session.session import Session
from race.session.store import load, read, save
from race.sim.cast import cast
from race.sim.race_model import RaceModel


def raced(difficulty: str, seed: int, months: int = 24) -> RaceModel:
    race = RaceModel(load_scenario("history", difficulty), "steward", seed, collect=False)
    for _ in range(months):
        race.step()
    return race


def frontier(race: RaceModel) -> float:
    return max(release.elo_true for firm in RIVALS for release in race.world.labs[firm].releases)


def test_able_rivals_are_further_after_two_years_on_the_same_means() -> None:
    seeds = range(1, 9)

    poor, usual, able = (
        sum(frontier(raced(difficulty, seed)) for seed in seeds) / len(seeds) for difficulty in DIFFICULTIES
    )

    assert poor < usual < able


def test_relentless_rivals_hold_less_ready_for_users_and_serve_those_who_come() -> None:
    usual, able = (raced(difficulty, 1, months=6).world.labs for difficulty in ("standard", "relentless"))

    kept = [(usual[firm].split.serving, able[firm].split.serving) for firm in RIVALS]

    assert sum(less for _, less in kept) < 0.8 * sum(more for more, _ in kept)
    assert sum(able[firm].users_k for firm in RIVALS) > 0.95 * sum(usual[firm].users_k for firm in RIVALS)


def test_a_difficulty_changes_no_number_of_the_opening_and_no_founder() -> None:
    opened = [open_world(load_scenario("history", name), 3) for name in DIFFICULTIES]
    founders = [cast(load_scenario("history", name), "steward")[Seat.FOUNDER] for name in DIFFICULTIES]

    books = [{**world.labs, "carmaker": world.carmaker, "market": world.market} for world in opened]

    assert books[0] == books[1] == books[2]
    assert len({vars(founder)["style"] for founder in founders}) == 1


def test_a_difficulty_is_kept_in_the_save_and_played_again(tmp_path: Path) -> None:
    session = Session("history", 3, "steward", difficulty="relentless")
    session.end_month()

    save(session, tmp_path / "hard.diverted")
    opened = load(tmp_path / "hard.diverted")

    assert opened.scenario.difficulty == opened.journal.difficulty == "relentless"
    assert replay(read(tmp_path / "hard.diverted")) is None


def test_a_difficulty_that_does_not_exist_is_refused_with_those_that_do() -> None:
    with pytest.raises(PlainError) as caught:
        load_scenario("history", "nightmare")

    assert caught.value.sentence.values["known"] == "apprentice, standard, relentless"
