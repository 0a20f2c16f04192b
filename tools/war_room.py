"""Measure the war room: how long a forecast takes, and how the window's frames fare meanwhile.

`python -m tools.war_room --futures 64 --months 12`; on a display (Xvfb), or headless without one. The window
runs as in the game, under a mouse that never rests; the futures are played in the compiled core where there
is one, unless DIVERTED_FAST=0 keeps it out. Says how many processors there are and how busy they were, since
both decide about the figures.

Processes that start import this module anew, in the compiled core too, which knows no window: whatever
measures is in `tools.room`.
"""

import os

from race.memory import collect_seldom
from tools.asked import positive, reader, seconds, whole


def main() -> None:
    """Play forecasts as a player asks for them, then all at once, and print what they took."""
    parser = reader(__doc__)
    parser.add_argument("--futures", type=positive, default=64)
    parser.add_argument("--months", type=positive, default=12)
    parser.add_argument("--played", type=whole, default=8, help="months that were played before")
    parser.add_argument("--reads", type=seconds, default=3.0, help="seconds at the table before an order")
    parser.add_argument("--reaches", type=seconds, default=1.5, help="seconds from there to the war room")
    asked = parser.parse_args()
    if "DISPLAY" not in os.environ:
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

    collect_seldom()
    from tools.room import measure  # noqa: PLC0415 - see above

    measure(asked.futures, asked.months, asked.played, (asked.reads, asked.reaches))


if __name__ == "__main__":
    main()
