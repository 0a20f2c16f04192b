"""What is worked out once a month: seven labs read the same board in a row.

The board that was read last is known again by being the same object, never by what it says, so
that a fork or a replay, which reads a board of its own, is answered from that one.
"""

from collections.abc import Callable
from typing import TypeVar

from race.core.view import Board

_T = TypeVar("_T")


def once_a_month(read: Callable[[Board], _T]) -> Callable[[Board], _T]:
    """Keep what was made of the board that was read last."""
    kept: tuple[Board, _T] | None = None

    def reader(board: Board) -> _T:
        nonlocal kept
        last = kept  # one look: another thread may read another board meanwhile
        if last is not None and last[0] is board:
            return last[1]
        found = read(board)
        kept = (board, found)
        return found

    return reader
