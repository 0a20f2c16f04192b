"""Ways to play games that a batch must survive; in a module, so that a worker can import them."""

import os
from collections.abc import Sequence
from pathlib import Path

from race.study.game import GameRecord, Start, play_games

POISON = 4
"""The seed that does harm."""


class PoisonError(Exception):
    """What the poisonous game raises."""


def raises(starts: Sequence[Start], *, months: bool, poison: int = POISON) -> list[GameRecord]:
    if any(start.seed == poison for start in starts):
        message = f"seed {poison} is poison"
        raise PoisonError(message)
    return play_games(starts, months=months)


def kills(starts: Sequence[Start], *, months: bool) -> list[GameRecord]:
    if any(start.seed == POISON for start in starts):
        os._exit(3)
    return play_games(starts, months=months)


def dies(*_words: object, **_more: object) -> None:
    os._exit(9)


def is_shot(starts: Sequence[Start], *, months: bool, marks: str) -> list[GameRecord]:
    """Lose the worker once over every game, as if somebody went on shooting whoever plays."""
    for start in starts:
        mark = Path(marks) / f"{start.seed}"
        if not mark.exists():
            mark.touch()
            os._exit(9)
    return play_games(starts, months=months)
