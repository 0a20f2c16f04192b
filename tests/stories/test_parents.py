"""A parent backs a winner and fears to be late: it pays most for a lab that is far behind."""

from race.core.chance import Chance
from race.core.ids import Firm, Mood
from race.core.rules.race.money import settle_books
from tests.builders import a_world, orders


def after_a_year(mood: Mood) -> int:
    world = a_world()
    for month in range(1, 13):
        world.month = month
        world.labs[Firm.GOOGLE_DEEPMIND].mood = mood
        settle_books(world, orders(), Chance(7))
    return world.labs[Firm.GOOGLE_DEEPMIND].parent_usd


def test_a_parent_that_is_alarmed_pays_a_tenth_more_after_a_year() -> None:
    calm, leading, alarmed = (after_a_year(mood) for mood in (Mood.CALM, Mood.LEADING, Mood.ALARMED))

    assert alarmed > leading > calm
    assert 1.1 < alarmed / calm < 1.2
