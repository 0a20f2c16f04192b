"""What `tools.war_room` measures: forecasts beside the game's own loop."""

import os
import tempfile
import time  # noqa: TID251 - this is a stopwatch
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pygame

from race.core.commands import CourtHolders
from race.core.formulas.owners.compiled import never_here
from race.core.ids import Kind
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

Frame = tuple[float, float]
"""Seconds by the clock, and of the processor."""
_MOVES = 1 / 60
"""Seconds between two moves of the mouse."""
_RUNS = 3


def measure(futures: int, months: int, played: int, pauses: tuple[float, float]) -> None:
    """Print what forecasts take after some months of a game, and how the frames fare meanwhile.

    First those of a player who stops at the table for these `pauses`, seconds: before an order, and before
    the war room. Then those of somebody who wants everything at once.
    """
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
        game = Game(session, Shelf(Slots(Path(folder))))
        pygame.display.init()
        pygame.font.init()
        shown_as_drawn()
        window = Window(pygame.display.set_mode((1280, 720)))
        window.desk.crew = crew.open_crew
        for _run in range(_RUNS):
            _as_played(window, game, futures, months, pauses)
        for _run in range(_RUNS):
            _at_once(window, game, futures, months)


def _as_played(window: Window, game: Game, futures: int, months: int, pauses: tuple[float, float]) -> None:
    """Play the first steps of a month: read, order, open the war room; then end it."""
    reads, reaches = pauses
    game.lookout.months, game.lookout.futures = months, futures
    table = MainScreen(window.desk, game)
    window.stack = [table]
    frames = _frames(window, game, for_seconds(reads))
    _order(game)
    table.lay()
    frames += _frames(window, game, for_seconds(reaches))
    _open(window, game, f"after {reads:g} s at the table and {reaches:g} s more with an order", frames)
    game.end_month(window.desk)


def _at_once(window: Window, game: Game, futures: int, months: int) -> None:
    """Open the war room at an order of which nothing has been thought of."""
    _order(game)
    window.stack = [MainScreen(window.desk, game)]
    window.draw()
    game.lookout.stop()
    game.lookout = Lookout()  # which knows nothing of the run before
    game.lookout.months, game.lookout.futures = months, futures
    _open(window, game, "with nothing thought of before", [])


def _order(game: Game) -> None:
    """Order what a founder does: a crate of the carmaker's for the lab; unless one is ordered."""
    if game.session.pending:
        return
    for crate in supply.shipments(game.session):
        if crate.dock == "carmaker" and not game.move(str(crate.source), "lab"):
            return
    game.order(CourtHolders(kind=Kind.RETAIL))


def _open(window: Window, game: Game, said: str, before: list[Frame]) -> None:
    """Open the war room, and print how long it took until all was there and how the frames fared."""
    start, first = time.perf_counter(), 0.0
    window.stack = [*window.stack[:1], WarRoom(window.desk, game)]

    def done() -> bool:
        nonlocal first
        if not first and game.lookout.seen() is not None:
            first = time.perf_counter() - start
        return not game.lookout.running

    frames = before + _frames(window, game, done)
    print(
        f"{game.lookout.futures} futures of {game.lookout.months} months, {said}: "
        f"{time.perf_counter() - start:.2f} s, first seen after {first:.2f} s; {len(frames)} frames meanwhile"
    )
    if frames:
        _tell("by the clock", sorted(frame[0] for frame in frames))
        _tell("of the processor", sorted(frame[1] for frame in frames))


def _tell(name: str, ranked: list[float]) -> None:
    late = sum(each > 0.05 for each in ranked) / len(ranked)  # noqa: PLR2004
    print(
        f"  a frame {name}: median {1000 * ranked[len(ranked) // 2]:.1f} ms, "
        f"99 % in {1000 * ranked[int(0.99 * len(ranked))]:.1f} ms, {100 * late:.1f} % over 50 ms"
    )


def for_seconds(seconds: float) -> Callable[[], bool]:
    """Return what tells whether so many seconds are over."""
    end = time.perf_counter() + seconds
    return lambda: time.perf_counter() >= end


def _frames(window: Window, game: Game, over: Callable[[], bool]) -> list[Frame]:
    """Run the game's own loop under a restless mouse until it is over; return the frames' times.

    Those count that are drawn while futures are played. A frame's time is that from what has happened to the
    picture of it.
    """
    frames, clock, done = [], pygame.time.Clock(), Event()
    Thread(target=_move_about, args=(done,), daemon=True).start()
    while not over():
        events = app.rest(window.wait())
        playing = game.lookout.running or game.lookout.looking_on
        began, busy = time.perf_counter(), time.thread_time()
        if app.turn(window, events):
            if playing:
                frames.append((time.perf_counter() - began, time.thread_time() - busy))
            clock.tick(window.top.frames)
    done.set()
    return frames


def _move_about(done: Event) -> None:
    """Move the mouse to and fro over the charts until the end."""
    place = 0
    while not done.wait(_MOVES):
        place = (place + 7) % 1200
        pygame.event.post(
            pygame.event.Event(pygame.MOUSEMOTION, pos=(40 + place, 300), rel=(7, 0), buttons=(0, 0, 0))
        )
