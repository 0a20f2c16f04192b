"""The compiled tree beside the program as it is written: games in step, in a process of its own."""

import sys
from pathlib import Path
from typing import Final

from race.core.formulas.owners.compiled import IN_C, SWITCH
from race.core.rulebook.seats.rivals import STANDARD
from race.core.words import N_, PlainError, Sentence
from race.session.beside.tree import tree
from race.session.beside.use import environment
from race.sim.together import IN_STEP
from race.study.bench.peer import Player

_PLAYS: Final = """
import sys, time
from race.memory import collect_seldom
from race.scenario.load import load_scenario
from race.study.bench.speed import play_in_step

collect_seldom()
scenario = load_scenario("history", sys.argv[1])
for line in sys.stdin:
    first, last = map(int, line.split())
    begun = time.process_time()
    play_in_step(scenario, range(first, last))
    print(time.process_time() - begun, flush=True)
"""
_TURNS: Final = 3


class Translated(Player):
    """A Python that plays our games in step, in a tree or in the program as it is written."""

    def __init__(self, found: Path | None, difficulty: str = STANDARD, *, numba: bool = False) -> None:
        """Start it, without numba or with it, and let it warm up; raises PlainError when it cannot play."""
        broken = N_("The compiled core in {path} cannot play; throw that folder away and compile again.")
        super().__init__(
            [sys.executable, "-c", _PLAYS, difficulty],
            PlainError(Sentence(broken, {"path": str(found)}), code=4),
            environment(found) | {SWITCH: "1" if numba else IN_C},
        )
        self.cost(range(1))

    def cost(self, seeds: range) -> float:
        """Return the CPU seconds that the games of some seeds take."""
        return self.ask(f"{seeds.start} {seeds.stop}")


def against_plain() -> float:
    """Return how many times as fast as the program as it is written the tree plays eight games, in turns.

    The best turn of each counts, since neighbours on the machine only slow.
    """
    with Translated(None) as plain, Translated(tree()) as quick:
        seeds = range(IN_STEP)
        turns = [(plain.cost(seeds), quick.cost(seeds)) for _ in range(_TURNS)]
    return min(written for written, _ in turns) / min(compiled for _, compiled in turns)
