"""Playing: in a window where there is a display, as text in a terminal, else by watching a bot."""

import os
import sys
from collections.abc import Mapping
from typing import Final

from race.cli.answers import complain
from race.speech import _

_BLIND: Final = frozenset({"", "dummy", "offscreen"})
"""Drivers of SDL that draw for nobody."""


def play() -> int:
    """Open the front end that this machine can show and return the program's exit code."""
    if has_display(os.environ, sys.platform):
        from race.ui.app import run as open_window

        return open_window()
    if sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty():
        complain(_("There is no display here: the game is played as text; type help for its words."))
        from race.ui.text import run as open_text

        return open_text()
    complain(_("There is neither a display nor a terminal here: a bot plays one game."))
    from race.cli.watch import watch

    return watch()


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Return whether a window can be expected to open, judged without opening one.

    >>> has_display({}, "linux"), has_display({"DISPLAY": ":0"}, "linux"), has_display({}, "win32")
    (False, True, True)
    """
    if platform in {"win32", "darwin"}:
        return True
    if (driver := environment.get("SDL_VIDEODRIVER")) is not None:
        return driver not in _BLIND
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
