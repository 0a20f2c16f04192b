import builtins
import os
import subprocess
import sys
from collections.abc import Iterable
from typing import Any

import pytest

from tests.architecture.house import RACE, ROOT
from tests.golden.games import GAMES, Record, first_difference, name_of, play, recorded

pytestmark = pytest.mark.golden

GAME = ("the-twelve-thousand", "diverter", 8)
PROBE = f"from tests.golden.games import play; print(play(*{GAME}).months[-1])"


@pytest.mark.parametrize("game", GAMES, ids=lambda game: name_of(*game))
def test_a_game_goes_as_it_went(game: tuple[str, str, int]) -> None:
    was = recorded()[name_of(*game)]

    now = play(*game)

    assert first_difference(was, now) == ""


def test_the_records_hold_these_games_and_no_others() -> None:
    assert set(recorded()) == {name_of(*game) for game in GAMES}


def test_no_month_leaves_the_world_as_it_was() -> None:
    still = [
        (name, month)
        for name, game in recorded().items()
        for month, (one, next_one) in enumerate(zip(game.months, game.months[1:], strict=False), start=1)
        if one == next_one
    ]

    assert still == []


def test_a_difference_names_its_month_and_its_part() -> None:
    was = Record("steward", [{"chips": "a", "labs": "b"}, {"chips": "c", "labs": "d"}])
    now = Record("steward", [{"chips": "a", "labs": "b"}, {"chips": "c", "labs": "x"}])

    told = first_difference(was, now)

    assert told == "leaves its record in month 2: labs"


def test_the_order_of_hashes_does_not_matter() -> None:
    told = subprocess.run(
        [sys.executable, "-c", PROBE],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "2", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert told.strip() == str(play(*GAME).months[-1])


def test_no_total_of_the_game_depends_on_how_a_python_adds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python 3.12 changed how `sum` rounds floats; totals of floats are `math.fsum`."""
    add, inexact = builtins.sum, set()

    def watched(numbers: Iterable[Any], start: float = 0) -> float:
        added = list(numbers)
        caller = sys._getframe(1)  # noqa: SLF001 - who asked
        if caller.f_code.co_filename.startswith(str(RACE)) and any(
            isinstance(number, float) for number in added
        ):
            inexact.add(f"{caller.f_code.co_filename}:{caller.f_lineno}")
        return add(added, start)

    monkeypatch.setattr(builtins, "sum", watched)

    play("history", "diverter", 2)
    play("the-twelve-thousand", "random", 3)

    assert inexact == set()
