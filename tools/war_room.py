"""Measure the war room: how long a forecast takes, and how the window's frames fare meanwhile.

`python -m tools.war_room --futures 64 --months 12`; on a display (Xvfb), or headless without one. Says how
many processors there are and how busy they were, since both decide about the figures.
"""

import argparse
import os
import tempfile
import time  # noqa: TID251 - this is a stopwatch
from pathlib import Path

if "DISPLAY" not in os.environ:
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from race.session import crew
from race.session.forecast.running import Forecast
from race.session.session import Session
from race.session.store import Slots
from race.ui.present import supply
from race.ui.present.ahead.lookout import Lookout
from race.ui.screens.ahead.war_room import WarRoom
from race.ui.screens.game import Game, Shelf
from race.ui.screens.table.main import MainScreen
from race.ui.window import Window
from tools.asked import positive, reader, whole

_FRAME = 1 / 60


def main() -> None:
    """Play forecasts three times and print what they took."""
    parser = reader(__doc__)
    parser.add_argument("--futures", type=positive, default=64)
    parser.add_argument("--months", type=positive, default=12)
    parser.add_argument("--played", type=whole, default=8, help="months that were played before")
    asked = parser.parse_args()
    session = Session("history", 3, "swapper")
    for _month in range(asked.played):
        session.end_month()
    session.hand_to(None)
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {crew.hands()} processes")
    start = time.perf_counter()
    Forecast(session, [()], 1, 2 * crew.hands()).finish()
    print(f"starting the processes: {time.perf_counter() - start:.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        _measure(Game(session, Shelf(Slots(Path(folder)))), asked)


def _measure(game: Game, asked: argparse.Namespace) -> None:
    for crate in supply.shipments(game.session):
        if crate.dock == "carmaker" and not game.move(str(crate.source), "lab"):
            break
    pygame.display.init()
    pygame.font.init()
    window = Window(pygame.display.set_mode((1280, 720)))
    window.stack = [MainScreen(window.desk, game)]
    window.draw()
    for _run in range(3):
        game.lookout.stop()
        game.lookout = Lookout()  # which knows nothing of the run before
        game.lookout.months, game.lookout.futures = asked.months, asked.futures
        start = time.perf_counter()
        room = WarRoom(window.desk, game)
        window.stack = [*window.stack[:1], room]
        frames, first = _frames(window, game, start)
        print(
            f"{asked.futures} futures of {asked.months} months, with and without: "
            f"{time.perf_counter() - start:.2f} s, first seen after {first:.2f} s; {len(frames)} frames"
        )
        for name, times in zip(("by the clock", "of the processor"), zip(*frames, strict=True), strict=True):
            ranked = sorted(times)
            late = sum(each > 0.05 for each in ranked) / len(ranked)  # noqa: PLR2004
            print(
                f"  a frame {name}: median {1000 * ranked[len(ranked) // 2]:.1f} ms, "
                f"99 % in {1000 * ranked[int(0.99 * len(ranked))]:.1f} ms, {100 * late:.1f} % over 50 ms"
            )


def _frames(window: Window, game: Game, start: float) -> tuple[list[tuple[float, float]], float]:
    """Draw frames with a moving mouse until the forecast is done; return their times and the first look's."""
    frames, first, place = [], 0.0, 0
    while game.lookout.running:
        began, busy = time.perf_counter(), time.thread_time()
        place = (place + 7) % 1200
        event = pygame.event.Event(pygame.MOUSEMOTION, pos=(40 + place, 300), rel=(7, 0), buttons=(0, 0, 0))
        window.feed([event], pygame.time.get_ticks())
        window.draw()
        pygame.display.flip()
        took = time.perf_counter() - began
        frames.append((took, time.thread_time() - busy))
        if not first and game.lookout.seen() is not None:
            first = time.perf_counter() - start
        time.sleep(max(0.0, _FRAME - took))
    return frames, first


if __name__ == "__main__":
    main()
