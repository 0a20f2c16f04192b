"""The founders that stand in, in the order in which they count: the same world's first, then the next seeds'.

Every bot plays in every world. Founders are counted in whole lots, so that the mix of bots and worlds is
the same at every number that is shown, and the same game has the same crowd of that number everywhere.
"""

from collections.abc import Iterator

from race.policy.registry import SIMPLE
from race.session.hindsight.courses import Stood

CROWD = 1_000
"""Founders that stand in at most, while somebody stays to see them."""


class Crowd:
    """Who stands in next, and who has."""

    def __init__(self, seed: int, worlds: int) -> None:
        """Begin in the world of `seed`; a lot is every bot in `worlds` worlds, seeds one after the other."""
        self._seed = seed
        self.lot = worlds * len(SIMPLE)
        """Founders of one lot."""
        self.most = max(self.lot, CROWD - CROWD % self.lot)
        """Founders of all lots."""
        self._stood: dict[tuple[int, str], Stood] = {}

    def lots(self) -> Iterator[tuple[tuple[int, str], ...]]:
        """Yield the seed and the bot of everybody who stands in, lot by lot."""
        for first in range(0, self.most, self.lot):
            yield tuple(
                (self._seed + place // len(SIMPLE), SIMPLE[place % len(SIMPLE)])
                for place in range(first, first + self.lot)
            )

    def keep(self, stood: tuple[Stood, ...]) -> None:
        """Keep how some did."""
        self._stood |= {(each.seed, each.founder): each for each in stood}

    def counted(self) -> list[Stood]:
        """Return those who count: all of the whole lots, or whoever has finished of the first."""
        found: list[Stood] = []
        for lot in self.lots():
            stood = [self._stood[one] for one in lot if one in self._stood]
            if len(stood) < self.lot:
                return found or stood
            found += stood
        return found
