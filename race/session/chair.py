"""The player's policy: whatever was submitted this month."""

from race.core.chance import Stream
from race.core.commands import Command
from race.core.view import View


class Chair:
    """Hold what the player has ordered until the month is played."""

    def __init__(self) -> None:
        """Start with nothing ordered."""
        self.pending: list[Command] = []

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return what was submitted; a person has looked already and needs no luck."""
        del view, luck
        return tuple(self.pending)
