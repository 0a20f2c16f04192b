"""The first morning tells what a scenario has of its own, and no memo where nobody wrote one."""

import pytest
from msgspec.structs import replace

from race.core.ids import Firm
from race.session.session import Session
from race.speech import speak
from tests.builders import a_game, changed, scenario


def opening(name: str) -> list[str]:
    return [speak(event.sentence) for event in a_game(name=name).reports[0].events if event.sentence]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("colossus", "a rushed site stands in 4 months"),
        ("precipice", "the end for everybody"),
        ("scarcity", "booked 15 months of all chips made"),
        ("history", "A memo asks where 12"),
        ("the-twelve-thousand", "A memo asks where 12"),
    ],
)
def test_the_first_news_is_what_sets_a_world_apart(name: str, told: str) -> None:
    assert told in " ".join(opening(name)[0].split())


@pytest.mark.parametrize("name", ["colossus", "open-field"])
def test_the_labs_own_chips_on_their_way_to_the_carmaker_are_no_offer(name: str) -> None:
    assert not [line for line in opening(name) if "memo" in line]


def test_a_lab_that_others_host_is_not_told_of_halls_it_lacks() -> None:
    game = a_game(name="open-field")

    assert any(line.owner is Firm.XAI for line in game.view().lines)
    assert not [line for line in opening("open-field") if "forced" in line]


def test_where_no_site_may_be_forced_the_wait_is_for_one_by_the_book() -> None:
    law = changed("colossus", switches={"forced_sites": 0})
    land = scenario("colossus")
    land = replace(land, means={**land.means, Firm.XAI: replace(land.means[Firm.XAI], may_force=False)})

    for world in (law, land):
        told = Session(world, 7).reports[0].events[0].sentence
        assert told is not None
        assert "a site with its permits stands in 20 months" in " ".join(speak(told).split())
