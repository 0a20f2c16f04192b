"""Several games in step: a month of each, seat by seat and law by law.

Whoever plays one game after another has the processor fetch the code of thirteen policies and thirty laws
anew for every month of every game. In step each policy and each law is fetched once a month for all of them.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from race.core.commands import Orders
from race.core.ids import RIVALS, Seat, seat_of
from race.core.turn import play_months

if TYPE_CHECKING:
    from race.sim.race_model import RaceModel

_RIVALS: Final = tuple(map(seat_of, RIVALS))
_ALIKE: Final = (_RIVALS, *((seat,) for seat in Seat if seat not in _RIVALS))
"""Seats that decide by the same code, together."""
IN_STEP: Final = 8
"""Games that are played in step at most: more worlds than that no longer lie near the processor."""


def play_out(games: Sequence["RaceModel"], notes: Sequence[Callable[[], None]] = ()) -> None:
    """Play games in step, each to its ending; one that has ended is not stepped any more.

    With `notes`, one for each game, a game's own is called after each of its months.
    """
    going: Sequence[int] = range(len(games))
    while going := [place for place in going if games[place].world.ending is None]:
        step_together([games[place] for place in going])
        if notes:
            for place in going:
                notes[place]()


def step_together(games: Sequence["RaceModel"]) -> None:
    """Play a month of every game that has not ended: what each does by `step`, but not counted by Mesa.

    Nothing of one game is seen in another; their order makes no difference.
    """
    going = [game for game in games if game.world.ending is None]
    _decide(going)
    _play(going, [game.heard() for game in going])


def step_beside(groups: Sequence[Sequence["RaceModel"]]) -> None:
    """Play a month of groups of games; those of a group stand at one position on one luck.

    They differ by their founder alone: what everybody else decides in the first, they decide in all.
    """
    games, orders = [], []
    _decide([group[0] for group in groups])
    for first, *others in groups:
        heard = first.heard()
        games += [first, *others]
        orders += [heard, *[other.heard_beside(heard) for other in others]]
    _play(games, orders)


def _decide(games: Sequence["RaceModel"]) -> None:
    for seats in _ALIKE:
        for game in games:
            for seat in seats:
                game.seats[seat].step()


def _play(games: Sequence["RaceModel"], orders: Sequence[Orders]) -> None:
    turns = [game.turn(given) for game, given in zip(games, orders, strict=True)]
    for game, turn, played in zip(games, turns, play_months(turns), strict=True):
        game.take(turn, played)
