"""What is said of a word in private before it is spoken: to those who know, and to those at the table."""

import pytest
from msgspec.structs import replace

from race.core.commands import PlugLeak, Reassure
from race.core.ids import PPM, Person
from race.core.view import FounderView
from race.session.preview import Preview, preview
from race.session.session import Session
from tests.builders import a_game
from tests.stories.test_private_words import a_secret


@pytest.fixture(scope="module")
def game() -> Session:
    return a_game(months=1)


def with_loyalty(view: FounderView, loyalty: int) -> FounderView:
    affairs = view.affairs.copy()
    affairs.house.members = [replace(member, loyalty=loyalty) for member in affairs.house.members]
    return replace(view, affairs=affairs)


def reassured(view: FounderView) -> Preview:
    return preview(view, Reassure(person=Person.COUNSEL))


def test_loyalty_rises_by_a_calm_word_but_not_beyond_the_whole(game: Session) -> None:
    view = game.view()
    calm = view.board.rules.house.calm

    rises = [reassured(with_loyalty(view, held)).effects[0] for held in (500_000, PPM - 1, PPM)]

    assert [effect.then.value for effect in rises if effect.then] == [500_000 + calm, PPM, PPM]


def test_fewer_may_talk_after_a_quiet_word_and_being_asked_is_a_danger(game: Session) -> None:
    world = game.position().copy()
    act = a_secret(world)
    view = replace(game.view(), affairs=world.affairs)

    now, after, caught = preview(view, PlugLeak(act=act.id)).effects[:3]

    assert 0 < after.value.value < now.value.value
    assert [effect.good for effect in (now, after, caught)] == [-1, 1, -1]
