"""Runs side by side: two workers against one, the first frame against an empty window; the window's cost."""

import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from race.core.words import N_, Sentence
from race.session.beside.crew import cores
from race.study import clock
from race.study.bench.measure import Measure
from race.study.bench.speed import FOUNDERS
from race.study.crew import context
from race.study.game import Start, play_games

_TURNS: Final = 3
_FRAMES: Final = 5
"""Starts of either window."""
_BARE: Final = (
    "import os, pygame; from race.ui.display import shown_as_drawn; pygame.display.init(); shown_as_drawn(); "
    "pygame.display.set_mode((1280, 720)); pygame.display.flip(); os._exit(0)"
)
_OURS: Final = """
import os, pygame

def shown(*_):
    os._exit(0)

pygame.display.flip = pygame.display.update = shown
from race.cli import main
import race.cli.play as play
if os.environ.get("SDL_VIDEODRIVER") == "dummy":  # the game itself would not draw for nobody
    play.has_display = play.display_opens = lambda *_: True
main([])
os._exit(9)
"""
"""The game itself, ended by the first frame it shows; 9 when it shows none."""


_TABLE: Final = """
import os, time
os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy")
import pygame
from pathlib import Path
from race.session.store import Slots
from race.ui.present.guide import LESSON
from race.ui.screens import door
from race.ui.screens.game import Shelf
from race.ui.screens.new_game import Start
from race.ui.window import Window

pygame.display.init()
pygame.font.init()
window = Window(pygame.display.set_mode((1920, 1080)))
window.kept.seen = (LESSON,)
window.world.picture, window.world.door = True, door
window.world.shelf = Shelf(Slots(Path(os.environ["DIVERTED_HOME"])))
window.start(Start("history", 3, "real"))
costs = []
for at in range(40):
    spot = (300 + 12 * at, 60 + 9 * at)
    event = pygame.event.Event(pygame.MOUSEMOTION, pos=spot, rel=(12, 9), buttons=(0, 0, 0))
    window.feed([event], window.desk.now + 17)
    begun = time.process_time()
    window.draw()
    costs.append(time.process_time() - begun)
print(1000 * sorted(costs)[len(costs) // 2])
"""
"""The table at 1920x1080 under a moving mouse: CPU milliseconds of a drawn frame, the median."""


_IDLE: Final = """
import os, sys, threading, time
os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy")
from race.ui import app

def share(seconds):
    begun, spent = time.monotonic(), time.process_time()
    time.sleep(seconds)
    return 100 * (time.process_time() - spent) / (time.monotonic() - begun)

def watch():
    time.sleep(float(sys.argv[1]))
    print(min(share(float(sys.argv[2])) for _ in range(4)), flush=True)
    os._exit(0)

threading.Thread(target=watch, daemon=True).start()
app.run(scenario="history", seed=3)
"""
"""The window on a game that nobody touches: CPU in percent of a core, the least of four looks."""
_SETTLES: Final = 15.0
_WATCHED: Final = 4.0
"""Seconds until the world is loaded and the window at rest, and those of a look."""


def workers(games: int) -> list[Measure]:
    """Measure how much faster two workers are than one, in wall time, processes already running.

    One and two take turns and the best turn of each counts, since neighbours on the machine only slow.
    """
    server = context()
    with ProcessPoolExecutor(1, mp_context=server) as one, ProcessPoolExecutor(2, mp_context=server) as two:
        for pool in (one, two):
            list(pool.map(_chunk, range(4)))  # everybody has started and is warm
        turns = [(_wall(one, games), _wall(two, games)) for _ in range(_TURNS)]
    return [
        Measure(
            key="two_workers",
            title=Sentence(N_("two workers against one")),
            value=min(alone for alone, _ in turns) / min(both for _, both in turns),
            unit="x",
            bar=1.8,
            aim=1.95,
            note=Sentence(
                N_("this machine lends one core") if cores() == 1 else N_("this machine lends {n} cores"),
                {"n": str(cores())},
            ),
        )
    ]


def _wall(pool: ProcessPoolExecutor, games: int) -> float:
    begun = clock.now()
    list(pool.map(_chunk, range(games // 2)))
    return clock.now() - begun


def _chunk(seed: int) -> None:
    play_games([Start("history", founder, seed) for founder in FOUNDERS])


def first_frame() -> list[Measure]:
    """Measure start to first frame against `import pygame` and an empty window, in turns."""
    bare, ours = [], []
    for _ in range(_FRAMES):
        bare.append(_frame(_BARE))
        ours.append(_frame(_OURS))
    shown = None not in (*bare, *ours)
    ratio = median(t for t in ours if t) / median(t for t in bare if t) if shown else None
    return [
        Measure(
            key="first_frame",
            title=Sentence(N_("first frame against an empty pygame window")),
            value=ratio,
            unit="x",
            bar=5.0,
            aim=3.0,
            more_is_better=False,
            note=Sentence(N_("whole processes, display: {name}"), {"name": _display()})
            if shown
            else Sentence(N_("not measured: no window opened here")),
        )
    ]


def table_frame() -> list[Measure]:
    """Measure what drawing a changed frame of the table costs at 1920x1080, in CPU ms."""
    cost = _figure(_TABLE)
    return [
        Measure(
            key="table_frame_ms",
            title=Sentence(N_("drawing a changed frame at 1920x1080")),
            value=cost,
            unit="ms",
            bar=8.0,
            aim=3.0,
            more_is_better=False,
            note=None if cost is not None else Sentence(N_("not measured: no window opened here")),
        )
    ]


def idle_window() -> list[Measure]:
    """Measure what the window costs while nobody touches it, in percent of a core."""
    part = _figure(_IDLE, str(_SETTLES), str(_WATCHED))
    return [
        Measure(
            key="idle_percent",
            title=Sentence(N_("the window at rest")),
            value=part,
            unit="%",
            bar=2.0,
            more_is_better=False,
            note=Sentence(N_("of a core, at 1280x720"))
            if part is not None
            else Sentence(N_("not measured: no window opened here")),
        )
    ]


def _display() -> str:
    return os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or "dummy"


def _frame(script: str) -> float | None:
    """Return the seconds a Python process with this script takes, or None when it fails."""
    begun = clock.now()
    told = _asked(script)
    return clock.now() - begun if told is not None else None


def _figure(script: str, *words: str) -> float | None:
    """Return the figure that a Python process with this script and words prints, or None when it fails."""
    try:
        return float(_asked(script, *words) or "")
    except ValueError:
        return None


def _asked(script: str, *words: str) -> str | None:
    """Return what a Python process with this script and words prints, or None when it fails."""
    path = os.pathsep.join([str(Path(__file__).parents[3]), *sys.path])
    environment = {**os.environ, "PYTHONPATH": path, "PYGAME_HIDE_SUPPORT_PROMPT": "1"}  # answers only
    if _display() == "dummy":
        environment |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    with TemporaryDirectory() as home:  # nobody's saves and settings are touched
        try:
            ended = subprocess.run(  # noqa: S603 - our own interpreter and script
                [sys.executable, "-c", script, *words],
                env={**environment, "DIVERTED_HOME": home},
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return None
        return ended.stdout if ended.returncode == 0 else None
