"""The debrief's charts hold the game that was not played as well as the one that was."""

import pytest

from race.ui.screens import looks
from tests.ui import seats


@pytest.mark.parametrize("value", [3.0, 97.0])
def test_trust_of_a_game_that_was_not_played_is_not_drawn_flat_at_the_edge(value: float) -> None:
    session = seats.finished("swapper", "history")
    other = looks.never("no diversions", (value, 60.0), len(session.reports))

    spec = looks.trust_over(session, (), other)

    assert spec.low <= value <= spec.high
    assert [words for _, words in spec.ticks] == ["20", "50", "80"]


@pytest.mark.parametrize("value", [700.0, 2_300.0])
def test_a_race_that_was_not_run_has_its_place_among_the_named_levels(value: float) -> None:
    session = seats.finished("swapper", "history")
    other = looks.never("no diversions", (None, value), len(session.reports))

    spec = looks.race_over(session, (), other)

    levels = [level for level, _ in spec.ticks]
    assert levels[0] == spec.low <= value <= spec.high == pytest.approx(levels[-1])


def test_nothing_moves_on_the_axis_where_no_other_game_is_drawn() -> None:
    session = seats.finished("swapper", "history")
    whole = looks.chart(session, "quality")

    spec = looks.race_over(session, ())

    assert (spec.low, spec.high, spec.ticks) == (whole.low, whole.high, whole.ticks)
