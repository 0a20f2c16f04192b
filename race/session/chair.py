"""The player's policy: whatever was submitted this month, and what stands from month to month."""

from race.core.chance import Stream
from race.core.commands import Command
from race.core.view import LabView, View
from race.policy.routine import Routine, obey
from race.policy.style import Style


class Chair:
    """Hold what the player has ordered until the month is played, and the standing orders."""

    def __init__(self, style: Style, standing: tuple[Routine, ...] = ()) -> None:
        """Start with nothing ordered; `style` is how the lab's officers run what is left to them."""
        self.pending: list[Command] = []
        self.style = style
        self.standing = standing

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return what was submitted, followed by what the standing orders add."""
        if not self.standing or not isinstance(view, LabView):
            return tuple(self.pending)
        return obey(view, self.standing, self.pending, self.style, luck)
