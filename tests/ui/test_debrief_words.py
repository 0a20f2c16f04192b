"""The debrief says nothing of what there is none of, and what its figures leave out."""

from race.ui.present.debrief.place import placed
from race.ui.present.debrief.turning import turning_points
from tests.ui import seats


def test_before_any_bot_has_finished_nothing_is_said_of_none_of_them() -> None:
    assert placed(seats.finished("swapper"), []).told == "36 of 36 months by the bot Swapper"


def test_a_change_of_trust_that_leaves_the_market_out_says_so() -> None:
    told = {
        turn.change for turn in turning_points(seats.finished("diverter"), most=99) if turn.sort == "loud"
    }

    assert told
    assert all(change.endswith(", market aside") for change in told)
