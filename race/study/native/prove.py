"""What a tree must show before it is used: the same games, with the same fingerprint after every month.

`python -m race.study.native.prove 12` plays them and prints each with a digest of its fingerprints, a line of
JSON a game; it is called in the tree and as the program is written.
"""

import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Final

import msgspec

from race.policy.registry import PLANNER
from race.scenario.load import load_scenario
from race.sim.race_model import RaceModel
from race.sim.together import step_together

GAMES: Final = (
    ("history", "standard", "none", "steward", 1),
    ("history", "standard", "none", "diverter", 2),
    ("history", "relentless", "showman", "swapper", 3),
    ("history", "standard", "none", "random", 4),
    ("history", "apprentice", "lawyer", "random", 5),
    ("history", "standard", "gambler", "historical", 6),
    ("history", "standard", "none", "builder", 7),
    ("history", "relentless", "engineer", "diplomat", 8),
    ("the-twelve-thousand", "standard", "none", "random", 9),
    ("the-twelve-thousand", "standard", "ascetic", "speculator", 10),
    ("the-twelve-thousand", "relentless", "none", "idle", 11),
    ("history", "standard", "none", "planner", 12),
)
"""Scenario, difficulty, trait, founder and seed of each game; those of `random` try everything."""
_LONGEST: Final = 3
"""Months of a planner's game, which imagines some hundred others before the first."""


def name_of(game: tuple[str, str, str, str, int]) -> str:
    """Return a game in words for whoever plays it again.

    >>> name_of(GAMES[0])
    'history, standard, none, steward, seed 1'
    """
    return f"{', '.join(game[:4])}, seed {game[4]}"


def marks(games: Sequence[tuple[str, str, str, str, int]]) -> Iterator[tuple[str, str]]:
    """Play games and yield the name of each with a digest of every month's fingerprint."""
    for game in games:
        scenario, difficulty, trait, founder, seed = game
        race = RaceModel(load_scenario(scenario, difficulty, trait), founder, seed, collect=False)
        digest = sha256()
        longest = _LONGEST if founder == PLANNER else race.world.setting.months
        while race.world.ending is None and race.world.month < longest:
            step_together((race,))
            digest.update(race.fingerprint().whole.encode())
        race.close()
        yield name_of(game), digest.hexdigest()[:16]


def main() -> None:
    """Print what came of the first games, as many as are asked for, a line a game as it is done."""
    for game, mark in marks(GAMES[: int(sys.argv[1])]):
        sys.stdout.write(msgspec.json.encode([game, mark]).decode() + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
