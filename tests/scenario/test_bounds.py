"""Every bound of the rulebook is one that a sweep or a fit may reach: the world must live with it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from race.core.rulebook.catalogue import Entry, entries
from race.sim.race_model import RaceModel
from tests.builders import changed

NUMBERS = [entry for entry in entries().values() if entry.tunable]


@settings(max_examples=40, deadline=None)
@given(entry=st.sampled_from(NUMBERS), upper=st.booleans())
def test_months_are_played_with_a_number_at_its_bound(entry: Entry, *, upper: bool) -> None:
    chapter, name = entry.path.split(".")
    bound = entry.high if upper else entry.low

    race = RaceModel(changed("history", **{chapter: {name: bound}}), "opportunist", 3, collect=False)
    for _ in range(4):
        race.step()
    month = race.world.month
    race.close()

    assert month == 4
