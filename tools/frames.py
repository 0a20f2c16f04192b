"""Measure what the window costs: drawing, a drag on a real display, the program at rest (`make frames`).

`python -m tools.frames draw`: CPU milliseconds of a changed frame, of each kind, without a display.
`python -m tools.frames drag`: frames a second while a crate is dragged on the display of DISPLAY.
`python -m tools.frames rest SECONDS`: share of a core the real program takes at rest, in the menu, at the
table, and there with the score playing into SDL's disk driver. Run the last two under Xvfb.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import count, cycle, product
from pathlib import Path
from statistics import median, quantiles
from typing import Any, Final

os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import psutil
import pygame

from race.session.store import Slots
from race.study.clock import busy, now
from race.ui.display import shown_as_drawn
from race.ui.frames import Frames
from race.ui.pieces.board import Board
from race.ui.present.guide import LESSON
from race.ui.screens import door, settings
from race.ui.screens.game import Shelf
from race.ui.screens.new_game import Start
from race.ui.window import Window
from tools.asked import positive, reader

SIZES: Final = ((1280, 720), (1920, 1080))
DRAG_SIZE: Final = (1280, 720)
FRAMES: Final = 120
WAVE_FRAMES: Final = 50
SETTLING: Final = 30.0
"""Seconds after which the program has loaded its world and shown what it shows."""


def main() -> None:
    """Run one of the measurements."""
    asked = reader(__doc__)
    asked.add_argument("what", nargs="?", choices=("draw", "drag", "rest"), default="draw")
    asked.add_argument("seconds", nargs="?", type=positive, default=20, help="how long to look at rest")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ["DIVERTED_HOME"] = home
        settings.write(settings.Settings(seen=(LESSON,)))
        if given.what == "rest":
            rest(given.seconds)
        elif given.what == "drag":
            drag(Path(home))
        else:
            draw(Path(home))


def seated(surface: pygame.Surface, folder: Path) -> Window:
    """Return a window at the table of a new game."""
    window = Window(surface)
    window.world.picture = True
    window.world.door = door
    window.world.shelf = Shelf(Slots(folder))
    window.start(Start("history", 3, "real"))
    window.draw()
    return window


def told(window: Window, kind: int, **facts: Any) -> None:  # noqa: ANN401 - pygame's own
    """Tell the window one event, a frame's time after the last."""
    window.feed([pygame.event.Event(kind, **facts)], window.desk.now + 17)


def lifted(window: Window) -> Iterator[tuple[int, int]]:
    """Lift a crate of the board, then yield places to and fro over both docks, without an end."""
    board = window.top.stage.find("board")
    if not isinstance(board, Board):
        message = "the table has a board"
        raise TypeError(message)
    x, y = _on_a_crate(board)
    told(window, pygame.MOUSEMOTION, pos=(x, y), rel=(0, 0), buttons=(0, 0, 0))
    told(window, pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1)
    for step in count(1):
        yield board.rect.x + abs(step * 9 % (2 * board.rect.w) - board.rect.w), y + step % 7


def _on_a_crate(board: Board) -> tuple[int, int]:
    """Return a point on a crate."""
    rect = board.rect
    points = product(range(rect.y, rect.bottom, 6), range(rect.x, rect.right, 6))
    return next((x, y) for y, x in points if board.crate_at((x, y)) is not None)


def draw(folder: Path) -> None:
    """Print the CPU time of a changed frame of each kind at each size."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.init()
    pygame.font.init()
    for size in SIZES:
        for name, costs in _kinds(seated(pygame.Surface(size), folder)):
            words = f"{size[0]}x{size[1]} {name}"
            print(f"{words:<28} median {median(costs):6.2f} ms   19 of 20 under {_most(costs):6.2f} ms")


def _kinds(window: Window) -> Iterator[tuple[str, list[float]]]:
    """Yield the kinds of frame, each with what every frame cost."""
    table, hidden = window.top, {"key": pygame.K_ESCAPE, "mod": 0, "unicode": ""}
    yield "all drawn", [_cost(lambda: _forget(window), window) for _frame in range(FRAMES)]
    yield "key", _pressed(window)
    yield "mouse moved", _moved(window)
    yield "laid anew", [_rested(table.lay, window) for _frame in range(FRAMES // 4)]
    places = lifted(window)
    yield "drag", [_cost(lambda: _move(window, next(places)), window) for _frame in range(FRAMES)]
    told(window, pygame.KEYDOWN, **hidden)
    told(window, pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="")
    while window.top is not table:
        told(window, pygame.KEYDOWN, **hidden)
    table.wave_from = window.desk.now  # type: ignore[attr-defined]
    yield "wave", [_cost(lambda: _pass(window), window) for _frame in range(WAVE_FRAMES)]
    told(window, pygame.KEYDOWN, key=pygame.K_o, mod=0, unicode="")
    yield "sheet, all drawn", [_cost(lambda: _forget(window), window) for _frame in range(FRAMES // 4)]
    yield "sheet, key", _pressed(window)
    yield "sheet, mouse moved", _moved(window)


def _moved(window: Window) -> list[float]:
    """Return what each frame costs while the mouse goes from control to control."""
    spots = cycle([control.rect.centre for control in window.top.stage.controls])
    return [_cost(lambda: _move(window, next(spots), held=0), window) for _frame in range(FRAMES)]


def _pressed(window: Window) -> list[float]:
    """Return what each frame costs while Tab goes from control to control."""
    tab = {"key": pygame.K_TAB, "mod": 0, "unicode": ""}
    return [_cost(lambda: told(window, pygame.KEYDOWN, **tab), window) for _frame in range(FRAMES // 2)]


def _forget(window: Window) -> None:
    window.frames = Frames()


def _most(costs: list[float]) -> float:
    return quantiles(costs, n=20)[-1]


def _pass(window: Window) -> None:
    window.desk.now += 17


def _move(window: Window, place: tuple[int, int], held: int = 1) -> None:
    told(window, pygame.MOUSEMOTION, pos=place, rel=(9, 0), buttons=(held, 0, 0))


def _rested(change: Callable[[], None], window: Window) -> float:
    """Return what a change costs after frames in which nothing changed, as when a player has thought."""
    window.draw()
    window.draw()
    return _cost(change, window)


def _cost(change: Callable[[], None], window: Window) -> float:
    start = busy()
    change()
    window.draw()
    return 1000 * (busy() - start)


def drag(folder: Path) -> None:
    """Print frames a second and the CPU of each while a crate is dragged on a real display."""
    pygame.display.init()
    pygame.font.init()
    shown_as_drawn()
    window = seated(pygame.display.set_mode(DRAG_SIZE), folder)
    places = lifted(window)
    spans, costs = [], []
    last = now()
    for _frame in range(5 * FRAMES):
        pygame.event.pump()
        start = busy()
        _move(window, next(places))
        window.draw()
        pygame.display.flip()
        costs.append(1000 * (busy() - start))
        spans.append(now() - last)
        last = now()
    print(f"drag {DRAG_SIZE[0]}x{DRAG_SIZE[1]}: {1 / median(spans):.0f} frames a second unbridled; ", end="")
    print(f"CPU with flip: {median(costs):.1f} ms, 19 of 20 under {_most(costs):.1f} ms")


def rest(seconds: int) -> None:
    """Print the share of a core that the real program takes while nobody touches it."""
    table = ["--scenario", "history", "--seed", "3"]
    heard = os.environ["DIVERTED_HOME"] + "/score.raw"  # SDL's disk driver refuses the null device
    for name, words, driver in (
        ("menu", [], "dummy"),
        ("table", table, "dummy"),
        ("table with the score", table, "disk"),
    ):
        facts = {**os.environ, "SDL_AUDIODRIVER": driver, "SDL_DISKAUDIOFILE": heard}
        program = subprocess.Popen(  # noqa: S603
            [sys.executable, "main.py", *words],
            env=facts,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            print(f"{name:<22} {100 * _share(program.pid, seconds):.2f} % of a core")
        finally:
            program.terminate()
            program.wait()


def _share(pid: int, seconds: int) -> float:
    watched = psutil.Process(pid)
    psutil.cpu_percent(SETTLING)
    before, start = watched.cpu_times(), now()
    psutil.cpu_percent(seconds)
    after = watched.cpu_times()
    used: float = after.user + after.system - before.user - before.system
    return used / (now() - start)


if __name__ == "__main__":
    main()
