"""Two runs side by side: two workers against one, and the first frame against an empty window."""

import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from race.core.words import N_, Sentence
from race.study import clock
from race.study.bench.measure import Measure
from race.study.crew import context, cores
from race.study.game import play_game

_TURNS: Final = 3
_BARE: Final = (
    "import os, pygame; pygame.display.init(); pygame.display.set_mode((1280, 720)); "
    "pygame.display.flip(); os._exit(0)"
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
            note=Sentence(N_("this machine lends {n} cores"), {"n": str(cores())}),
        )
    ]


def _wall(pool: ProcessPoolExecutor, games: int) -> float:
    begun = clock.now()
    list(pool.map(_chunk, range(games // 2)))
    return clock.now() - begun


def _chunk(seed: int) -> None:
    for founder in ("steward", "diverter"):
        play_game("history", founder, seed)


def first_frame(repeats: int = 5) -> list[Measure]:
    """Measure start to first frame against `import pygame` and an empty window, in turns."""
    bare, ours = [], []
    for _ in range(repeats):
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


def _display() -> str:
    return os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or "dummy"


def _frame(script: str) -> float | None:
    """Return the seconds a Python process with this script takes, or None when it fails."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parents[3]), *sys.path])}
    if _display() == "dummy":
        environment |= {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    with TemporaryDirectory() as home:  # nobody's saves and settings are touched
        begun = clock.now()
        try:
            ended = subprocess.run(  # noqa: S603 - our own interpreter and script
                [sys.executable, "-c", script],
                env={**environment, "DIVERTED_HOME": home},
                capture_output=True,
                timeout=60,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return None
        return clock.now() - begun if ended.returncode == 0 else None
