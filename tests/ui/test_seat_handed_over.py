"""Whoever hands over the seat is told what else is then in other hands."""

from pathlib import Path

import pytest

from race.ui.present.seat.players import Plan
from race.ui.screens.seat.choosing import Choosing
from tests.ui import seats
from tests.ui.reader import read

pytestmark = pytest.mark.usefixtures("own_home")


@pytest.mark.parametrize("seated", [True, False])
def test_a_founder_who_hands_over_hears_that_the_promises_go_with_the_seat(
    tmp_path: Path, *, seated: bool
) -> None:
    game = seats.game(tmp_path)

    told = read(Choosing(seats.desk(), Plan(), "hand_over", game, seated=seated))

    assert any("promises are in these hands" in words for words in told.asked) is seated
    assert not [words for words in told.cut if "promises" in words]
