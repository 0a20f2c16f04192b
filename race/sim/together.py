"""Several games in step: a month of each, seat by seat and law by law.

Whoever plays one game after another has the processor fetch the code of thirteen policies and thirty laws
anew for every month of every game. In step each policy and each law is fetched once a month for all of them.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from race.core.ids import Seat
from race.core.turn import play_months

if TYPE_CHECKING:
    from race.sim.race_model import RaceModel


def step_together(games: Sequence["RaceModel"]) -> None:
    """Play a month of every game that has not ended: what each does by `step`, but not counted by Mesa.

    Nothing of one game is seen in another; their order makes no difference.
    """
    going = [game for game in games if game.world.ending is None]
    for seat in Seat:
        for game in going:
            game.seats[seat].step()
    turns = [game.turn(game.heard()) for game in going]
    for game, turn, played in zip(going, turns, play_months(turns), strict=True):
        game.take(turn, played)
