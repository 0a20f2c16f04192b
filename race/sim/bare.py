"""The same months without Mesa: what the bench subtracts to find Mesa's share.

Nothing plays through this but the bench and a test that finds the same fingerprints.
"""

from race.core.chance import Chance
from race.core.commands import Command, Orders
from race.core.events import Event
from race.core.fingerprint import Fingerprint, fingerprint
from race.core.ids import INSTITUTIONS, Seat
from race.core.legality import admit
from race.core.turn import play_month
from race.core.view import Board, look, read_board
from race.scenario.load import Scenario
from race.scenario.opening import open_world
from race.sim.cast import cast


class BareGame:
    """One game in plain Python: the policies of `cast`, the laws of `play_month`."""

    def __init__(self, scenario: Scenario, founder: str, seed: int) -> None:
        """Open a scenario for a seed with a founder bot."""
        self.chance = Chance(seed)
        self.world = open_world(scenario, seed)
        self.policies = cast(scenario, founder)
        self.events: tuple[Event, ...] = ()

    def step(self) -> None:
        """Ask every policy on the same position, then play the month."""
        board = read_board(self.world, self.events, self.chance)
        played = play_month(
            self.world, Orders({seat: self._wishes(seat, board) for seat in Seat}), self.chance
        )
        self.world, self.events = played.world, played.events

    def fingerprint(self) -> Fingerprint:
        """Return the fingerprint of the current position."""
        return fingerprint(self.world)

    def _wishes(self, seat: Seat, board: Board) -> tuple[Command, ...]:
        view = look(self.world, seat, board)
        luck = self.chance.stream(self.world.month, f"policy.{seat.value}")
        wishes = self.policies[seat].decide(view, luck)
        if seat in INSTITUTIONS:
            return wishes
        return tuple(admit(view, wishes))
