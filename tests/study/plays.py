"""Ways to play a game that a batch must survive; in a module, so that a worker can import them."""

import os
from pathlib import Path

from race.scenario.load import Scenario
from race.study.game import GameRecord, play_game

POISON = 4
"""The seed that does harm."""


class PoisonError(Exception):
    """What the poisonous game raises."""


def raises(scenario: Scenario, founder: str, seed: int, *, months: bool, poison: int = POISON) -> GameRecord:
    if seed == poison:
        message = f"seed {seed} is poison"
        raise PoisonError(message)
    return play_game(scenario, founder, seed, months=months)


def kills(scenario: Scenario, founder: str, seed: int, *, months: bool) -> GameRecord:
    if seed == POISON:
        os._exit(3)
    return play_game(scenario, founder, seed, months=months)


def dies(*_words: object, **_more: object) -> None:
    os._exit(9)


def is_shot(scenario: Scenario, founder: str, seed: int, *, months: bool, marks: str) -> GameRecord:
    """Lose the worker once over every game, as if somebody went on shooting whoever plays."""
    mark = Path(marks) / f"{seed}"
    if not mark.exists():
        mark.touch()
        os._exit(9)
    return play_game(scenario, founder, seed, months=months)
