"""What is worked out once a month: seven labs read the same board, one after another or by turns.

A board is known again by being the same object, never by what it says, so that a fork or a replay, which
reads a board of its own, is answered from that one. Games that are played together read some boards in turn.
"""

from collections.abc import Callable
from typing import Final, TypeVar

from race.core.view import Board

_T = TypeVar("_T")


_MOST: Final = 32
"""Boards that are remembered at most; then all are forgotten."""


def once_a_month(read: Callable[[Board], _T]) -> Callable[[Board], _T]:
    """Keep what was made of the boards that were read last."""
    kept: dict[int, tuple[Board, _T]] = {}

    def reader(board: Board) -> _T:
        last = kept.get(id(board))
        if last is not None and last[0] is board:
            return last[1]
        found = read(board)
        if len(kept) >= _MOST:
            kept.clear()
        kept[id(board)] = (board, found)
        return found

    return reader
