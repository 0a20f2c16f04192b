"""Play games until told to stop, or for a number of games, and look for what must never happen.

Every founder bot in turn plays every scenario with fresh seeds; now and then a game is saved, opened and
played on, and its save is damaged.
Whatever is not a clean answer is printed with the seed that makes it happen again.
Apart from the tests: `make soak`, or `python -m tools.soak 1000`.
"""

import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from race.core.words import PlainError
from race.policy.registry import SIMPLE
from race.scenario.load import scenario_names
from race.session.session import Session
from race.session.store import load, save
from tools.asked import positive, reader

DAMAGES = 50
"""Damaged copies of each save that is made."""


def main() -> int:
    """Play the games and return 1 when something was wrong with any."""
    asked = reader(__doc__)
    asked.add_argument("games", nargs="?", type=positive, help="without it, until told to stop")
    most, wrong = asked.parse_args().games, 0
    for game in count() if most is None else range(most):
        for told in soak(game):
            wrong += 1
            print(told)
        print(f"\r{game + 1} games, {wrong} wrong", end="", file=sys.stderr, flush=True)
    return 1 if wrong else 0


def soak(game: int) -> Iterator[str]:
    """Play one game and yield a line for everything that was wrong."""
    names = SIMPLE
    founder = names[game % len(names)]
    scenarios = scenario_names()
    scenario = scenarios[game // len(names) % len(scenarios)]
    place = f"\n{scenario}, {founder}, seed {game}"
    session = Session(scenario, game, founder)
    try:
        while session.ending is None:
            session.end_month()
            if session.month == 1 + game % 30:
                yield from (
                    f"{place}, month {session.month}: {told}" for told in keep_and_damage(session, game)
                )
    except Exception as error:  # noqa: BLE001 - the very thing that is looked for
        yield f"{place}, month {session.month}: {error!r}"
    finally:
        session.close()


def keep_and_damage(session: Session, game: int) -> Iterator[str]:
    """Save a game, open it, and offer damaged copies; yield what was not answered as it should be."""
    with tempfile.TemporaryDirectory() as folder:
        whole, torn = Path(folder, "whole.diverted"), Path(folder, "torn.diverted")
        save(session, whole)
        opened = load(whole)
        if opened.fingerprint() != session.fingerprint():
            yield "a save opens as another game"
        opened.close()
        content = whole.read_bytes()
        for step in range(DAMAGES):
            place = (game * 7919 + step * len(content) // DAMAGES) % len(content)
            torn.write_bytes(content[:place] + bytes([content[place] ^ (1 + step)]) + content[place + 1 :])
            yield from accepted(torn, place)
            torn.write_bytes(content[:place])
            yield from accepted(torn, place)


def accepted(path: Path, place: int) -> Iterator[str]:
    """Yield a line when a damaged save is opened, or refused in any other way than in words."""
    try:
        load(path).close()
    except PlainError:
        return
    except Exception as error:  # noqa: BLE001 - the very thing that is looked for
        yield f"a save damaged at byte {place} breaks the program: {error!r}"
    else:
        yield f"a save damaged at byte {place} is accepted"


if __name__ == "__main__":
    sys.exit(main())
