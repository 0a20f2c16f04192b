"""How often Python looks for rubbish.

A game that is closed leaves none. Python looks through everything that lives all the same whenever enough has
been made, which takes a tenth of a second in a process with this program's libraries: once for every fifty
worlds, in the window a frame that hangs.
"""

import gc
from typing import Final

_SELDOM: Final = 50_000
"""Objects made and not let go until the youngest are looked through (Python's own: 700)."""


def collect_seldom() -> None:
    """Let Python look for rubbish seldom, and never again among what is loaded; for processes of our own."""
    gc.freeze()
    gc.set_threshold(_SELDOM)
