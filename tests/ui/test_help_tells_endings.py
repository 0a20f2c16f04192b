"""The help lists every ending in the order in which the game tries them, every trait, and all five terms."""

import re

import pytest

from race.core.ids import Ending, Terms
from race.core.outcome import FINAL, SUDDEN
from race.core.rulebook.character.traits import TRAITS
from race.ui.present.debrief.verdict import ending_words
from race.ui.present.guide.endings import ways
from race.ui.present.guide.topics import KeysNow, search, topics
from race.ui.text.vocabulary import WORDS
from tests.ui import seats

pytestmark = pytest.mark.usefixtures("own_home")


def test_every_ending_stands_in_the_help_in_the_order_in_which_it_is_tried() -> None:
    tried = list(dict.fromkeys(ending for ending, _found in (*SUDDEN, *FINAL)))

    told = [way.title for way in ways(seats.played(2))]

    assert told == [ending_words()[ending][0] for ending in tried]
    assert len(told) == len(Ending)


def test_an_ending_says_what_it_asks_for_and_how_that_stands() -> None:
    session = seats.played(2)
    score = session.view().board.rules.score

    told = {way.title: way for way in ways(session)}

    assert f"at most {score.frontier_gap:.0f} Elo behind (" in told["Frontier"].asks[0]
    assert told["Removed"].leaves == f"{score.removed_factor:.0%}".replace("%", "\u202f%")
    assert all(way.asks for way in told.values())


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("ending", "score.endings"),
        ("pyrrhic", "score.endings"),
        ("ladder", "start.hall"),
        ("trait", "start.traits"),
    ],
)
def test_what_a_player_would_type_is_found(typed: str, key: str) -> None:
    assert search(topics(seats.played(2), KeysNow()), typed)[0].key == key


def test_every_trait_is_told() -> None:
    page = next(topic for topic in topics(seats.played(2), KeysNow()) if topic.key == "start.traits")

    assert len(page.blocks) == len(TRAITS)


def test_the_text_game_names_all_terms_of_a_move() -> None:
    usage = next(word.usage for word in WORDS if word.long == "move")

    assert {terms.value for terms in Terms} - {"voted"} <= set(re.findall(r"\w+", usage))
