"""What `tools.war_room` measures: forecasts beside the game's own loop."""

import os
import tempfile
import time  # noqa: TID251 - this is a stopwatch
from pathlib import Path
from threading import Event, Thread

import pygame

from race.core.formulas.owners.compiled import never_here
from race.session.beside import crew
from race.session.forecast.running import Forecast
from race.session.session import Session
from race.session.store import Slots
from race.ui import app
from race.ui.display import shown_as_drawn
from race.ui.present import supply
from race.ui.present.ahead.lookout import Lookout
from race.ui.screens.ahead.war_room import WarRoom
from race.ui.screens.game import Game, Shelf
from race.ui.screens.table.main import MainScreen
from race.ui.window import Window

_MOVES = 1 / 60
"""Seconds between two moves of the mouse."""


def measure(futures: int, months: int, played: int) -> None:
    """Print what three forecasts take after some months of a game, and how the frames fare meanwhile."""
    session = Session("history", 3, "swapper")
    for _month in range(played):
        session.end_month()
    session.hand_to(None)
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}, {crew.hands()} processes")
    start = time.perf_counter()
    never_here()
    crew.call_early()
    Forecast(session, [()], 1, 2 * crew.hands()).finish()
    core = "the compiled core" if crew.quickest() is crew.open_quick else "the program as it is written"
    print(f"starting the processes of {core}: {time.perf_counter() - start:.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        _measure(Game(session, Shelf(Slots(Path(folder)))), futures, months)


def _measure(game: Game, futures: int, months: int) -> None:
    for crate in supply.shipments(game.session):
        if crate.dock == "carmaker" and not game.move(str(crate.source), "lab"):
            break
    pygame.display.init()
    pygame.font.init()
    shown_as_drawn()
    window = Window(pygame.display.set_mode((1280, 720)))
    window.stack = [MainScreen(window.desk, game)]
    window.draw()
    for _run in range(3):
        game.lookout.stop()
        game.lookout = Lookout()  # which knows nothing of the run before
        game.lookout.months, game.lookout.futures = months, futures
        start = time.perf_counter()
        room = WarRoom(window.desk, game)
        window.stack = [*window.stack[:1], room]
        frames, first = _frames(window, game, start)
        print(
            f"{futures} futures of {months} months, with and without: "
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
    """Run the game's own loop until the forecast is done; return the frames' times and the first look's.

    A frame's time is that from what has happened to the picture of it.
    """
    frames, first, clock, done = [], 0.0, pygame.time.Clock(), Event()
    Thread(target=_move_about, args=(done,), daemon=True).start()
    while game.lookout.running:
        events = app.rest(window.wait())
        began, busy = time.perf_counter(), time.thread_time()
        if app.turn(window, events):
            frames.append((time.perf_counter() - began, time.thread_time() - busy))
            clock.tick(window.top.frames)
        if not first and game.lookout.seen() is not None:
            first = time.perf_counter() - start
    done.set()
    return frames, first


def _move_about(done: Event) -> None:
    """Move the mouse to and fro over the charts until the end."""
    place = 0
    while not done.wait(_MOVES):
        place = (place + 7) % 1200
        pygame.event.post(
            pygame.event.Event(pygame.MOUSEMOTION, pos=(40 + place, 300), rel=(7, 0), buttons=(0, 0, 0))
        )
