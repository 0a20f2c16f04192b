"""What it takes to decide: a view and some luck in, commands out.

The same view and the same luck give the same commands: a policy keeps no diary, so that a fork
or a replay can ask it again.
"""

from typing import Protocol

from race.core.chance import Stream
from race.core.commands import Command
from race.core.view import View


class Policy(Protocol):
    """Decide for one seat, once a month."""

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return what the seat wants next month, most important first; `luck` is its own."""
        ...
