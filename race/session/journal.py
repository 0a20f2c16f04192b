"""The journal: seed, every seat's commands and a fingerprint per month."""

from typing import Final

import msgspec

from race.core.commands import Command, Orders
from race.core.fingerprint import Fingerprint
from race.core.ids import Seat
from race.policy.routine import Routine
from race.scenario.load import Scenario, parse_scenario

SCHEMA: Final = 2
"""Version of the save's shape; raised when an older program could not read it."""

PLAYER: Final = "player"
"""Name of a founder's seat that a person holds."""
STUMBLES: Final = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, AssertionError)
"""What a law may raise on orders that no seat could have given."""


class MonthRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What everybody ordered in one month, and the fingerprint it led to."""

    orders: dict[Seat, tuple[Command, ...]]
    fingerprint: Fingerprint
    standing: tuple[Routine, ...] = ()
    """What was left to the lab's officers that month; their orders are among the founder's."""
    by: str = ""
    """Which bot held the founder's seat; empty for the player."""

    def as_orders(self) -> Orders:
        """Return the orders as the turn takes them."""
        return Orders(self.orders)


class Journal(msgspec.Struct, kw_only=True):
    """One game from its opening: enough to play it again and to prove that it is the same."""

    scenario: str
    scenario_text: str
    """The scenario file itself, so that a save of a stranger's scenario can be opened anywhere."""
    seed: int
    difficulty: str = "standard"
    """How able the rivals were."""
    trait: str = "none"
    """What the founder was like."""
    version: str
    rules: str
    """Digest of the rulebook the game was played under."""
    founder: str
    """Who held the founder's seat: `player` or a bot's name."""
    months: list[MonthRecord] = []
    standing: tuple[Routine, ...] = ()
    """What the player leaves to the lab's officers from now on."""

    def record(self, orders: Orders, mark: Fingerprint, by: str = "") -> None:
        """Write down one month and the bot who played it; seats that ordered nothing are left out."""
        said = {seat: commands for seat, commands in orders.by_seat.items() if commands}
        month = MonthRecord(orders=said, fingerprint=mark, standing=self.standing, by=by)
        self.months.append(month)


def scenario_of(journal: Journal) -> Scenario:
    """Return what a game started from; raises PlainError when its text is no sound scenario."""
    return parse_scenario(journal.scenario, journal.scenario_text, journal.difficulty, journal.trait)
