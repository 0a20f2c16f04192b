"""Choose wordings without luck: every game has its own order, and nothing is repeated before all was said."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b


def mixed(*parts: object) -> int:
    """Return a whole number below 2**32 that looks drawn and depends on the parts alone.

    >>> mixed(7, "leak") == mixed(7, "leak"), mixed(7, "leak") == mixed(8, "leak")
    (True, False)
    """
    return int.from_bytes(blake2b(repr(parts).encode(), digest_size=4).digest())


@lru_cache(maxsize=4096)
def _order(seed: int, drawer: str, turn: int, size: int) -> tuple[int, ...]:
    """Return 0 to size - 1 in the order of one game, drawer and turn."""
    found = sorted(range(size), key=lambda place: mixed(seed, drawer, turn, place))
    if turn and size > 1 and _order(seed, drawer, turn - 1, size)[-1] == found[0]:
        found.append(found.pop(0))  # the last of one turn is not the first of the next
    return tuple(found)


class Drawers:
    """Drawers of wordings: each is emptied in an order of the game's own before it is filled again."""

    def __init__(self, seed: int) -> None:
        """Fill every drawer for a game."""
        self.seed = seed
        self._taken: Counter[str] = Counter()

    def taken(self, drawer: str) -> int:
        """Return how many were taken from a drawer so far."""
        return self._taken[drawer]

    def note(self, drawer: str) -> None:
        """Count something as taken from a drawer that holds no wordings."""
        self._taken[drawer] += 1

    def take(self, drawer: str, wordings: Sequence[str]) -> str:
        """Return the next wording of a drawer.

        >>> drawers = Drawers(7)
        >>> sorted(drawers.take("leak", "abc") for _ in range(3))
        ['a', 'b', 'c']
        """
        turn, place = divmod(self._taken[drawer], len(wordings))
        self._taken[drawer] += 1
        return wordings[_order(self.seed, drawer, turn, len(wordings))[place]]
