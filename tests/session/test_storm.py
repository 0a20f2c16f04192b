"""A short storm of random commands; `make storm` runs the long one."""

import pytest

from tests.builders import scenario
from tools.storm import Told, storm


@pytest.mark.parametrize("game", range(4))
def test_no_random_command_breaks_a_game_or_a_book(game: int) -> None:
    told: Told = storm(game, 400, (scenario("the-twelve-thousand"),))

    assert told.wrong == []
    assert told.given > 10


def test_the_storm_reaches_most_kinds_of_command() -> None:
    games = [storm(game, 500, (scenario(),)) for game in range(10, 16)]

    obeyed = {name for told in games for name in told.obeyed}
    assert len(obeyed) >= 15
