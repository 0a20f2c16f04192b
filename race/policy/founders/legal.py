"""Keep only what may be ordered: bots ask the same judge as the buttons."""

from collections.abc import Iterable

from race.core.commands import Command
from race.core.legality import admit
from race.core.view import View


def legal(view: View, wishes: Iterable[Command]) -> tuple[Command, ...]:
    """Return the wishes that may be given, in order, each judged after those before it."""
    return admit(view, list(wishes))
