"""Press, drag, type and turn at random on every screen, and look for what must never happen.

The list of screens is that of the layout tests; what shows a screen of one kind shares its events. What must
not happen: an exception (the screen of failures), a screen that Esc does not leave, a control that keeps the
mouse after the button is up, a frame that shows something else than one drawn anew, books that do not add up
after a month, a position that is not sound, a save that does not read back to the same fingerprint.
`make monkey`, or `python -m tools.monkey 4000 7`: events a kind of screen and the seed. A long run can be
shared out and gone on with: `--tally FOLDER` keeps what was reached, `--share 1/2` takes every second state,
`--minutes` stops in time, and `--only Pause --only rooms` names kinds or states.
"""

import argparse
import logging
import math
import os
import tempfile
import time  # noqa: TID251 - this is a stopwatch
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame
from typing_extensions import override

from race.core.chance import Chance, Stream
from race.session.session import Session
from race.session.store import load, save
from race.speech import set_language, set_names
from race.ui.frames import Frames
from race.ui.kit.actions import DEFAULT_KEYS
from race.ui.present.ahead import lookout
from race.ui.screens.ahead import war_room
from race.ui.screens.game import Game
from race.ui.screens.menu import Menu
from race.ui.screens.screen import Screen
from race.ui.screens.table.main import MainScreen
from tests.ui import seats
from tests.ui.gallery import ALONE, BENEATH, SCREENS, make
from tools.asked import positive, reader, whole
from tools.storm import broken
from tools.tally import Tally, share

A_SCREEN: Final = 4_000
ASTRAY: Final = 12
"""Events on other screens before the monkey is led back."""
ESCAPES: Final = 8
"""Esc pressed at most until a way out is known."""
FORESEEN: Final = 8
"""One table in so many has the futures of the coming month played: a second each time."""
FUTURES: Final = (2, 4, 8)
"""Futures of a forecast in a long run: a hand asks for hundreds of forecasts."""
MINUTES: Final = 24 * 60
SEEDS: Final = 1_000
"""How far the seeds of a second visit to a state lie from those of the first."""
SIZES: Final = ((1280, 720), (960, 600), (1920, 1080), (640, 400), (1100, 900))
TYPED: Final = tuple("aZ0 é«中\u202f\n\t'%{}")
WALKS: Final = ("space", "return", "left", "right", "up", "down")
PRESSED: Final = tuple(
    chord for name, chords in DEFAULT_KEYS.items() if name != "full_screen" for chord in chords
)
MODIFIERS: Final = {"ctrl": pygame.KMOD_CTRL, "shift": pygame.KMOD_SHIFT, "alt": pygame.KMOD_ALT}


class WrongError(Exception):
    """What must never happen has happened."""


class _Strict(logging.Handler):
    """Takes a warning of the window for what it is: something wrong."""

    @override
    def emit(self, record: logging.LogRecord) -> None:
        raise WrongError(record.getMessage())


@dataclass
class Told:
    """What a run came to: events by the screen that heard them, months that were checked, the last events."""

    events: Counter[str] = field(default_factory=Counter)
    months: int = 0
    reopened: int = 0
    last: deque[str] = field(default_factory=lambda: deque(maxlen=12))


class Monkey:
    """Plays one window at random."""

    def __init__(self, home: Path, luck: Stream, until: float = math.inf) -> None:
        """Sit down at a window whose saves go to a folder, and stay until a moment of the clock."""
        self.home, self.luck, self.told, self.until = home, luck, Told(), until
        self.window = seats.table(home)
        self.window._fail = self._fail  # type: ignore[method-assign]  # noqa: SLF001 - nothing is forgiven
        self.months: dict[int, int] = {}
        self.now = 0

    def _fail(self, problem: Exception) -> None:
        raise problem

    # -- a screen ---------------------------------------------------------------------------------

    def visit(self, name: str, events: int) -> None:
        """Give a screen of the list at least so many events."""
        before = self.told.events[name]
        self._open(name)
        kind, astray = type(self.window.top), 0
        while self.told.events[name] - before < events and time.monotonic() < self.until:
            here = type(self.window.top) is kind and not self.window.done
            astray = 0 if here else astray + 1
            if astray > ASTRAY or self.window.done:
                self._leave()
                self._open(name)
                astray = 0
            for event in self._events():
                self._feed(event, name if type(self.window.top) is kind else type(self.window.top).__name__)
            self._look()
        self._leave()

    def _open(self, name: str) -> None:
        window = self.window
        window.done = False
        screen = make(name, window.desk, self.home)
        window.stack = [screen] if name in ALONE else [self._beneath(name), screen]
        window.desk.toasts.clear()
        self.told.reopened += 1

    def _beneath(self, name: str) -> Screen:
        """Return what a sheet lies on: now and then a table that has looked at the coming month."""
        beneath = BENEATH.get(name, "table")
        if beneath != "table" or not self.luck.below(FORESEEN):
            return make(beneath, self.window.desk, self.home)
        return MainScreen(self.window.desk, seats.game(self.home))

    def _leave(self) -> None:
        """Let go of everything and press Esc until the table or the menu is there."""
        window, passed = self.window, list[str]()
        for button in (1, 2, 3):
            self._feed(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=(1, 1), button=button), "leaving")
        held = [control.name for control in window.top.stage.controls if control.holding()]
        self._feed(key("escape"), "leaving")
        if held and any(control.holding() for control in window.top.stage.controls):
            message = f"{held} keep the mouse on {type(window.top).__name__}"
            raise WrongError(message)
        for _press in range(ESCAPES):
            passed.append(type(window.top).__name__)
            if isinstance(window.top, MainScreen | Menu) or window.done:
                return
            self._feed(key("escape"), "leaving")
        message = f"Esc does not lead out: {passed}"
        raise WrongError(message)

    # -- events -----------------------------------------------------------------------------------

    def _feed(self, event: pygame.event.Event, where: str) -> None:
        self.now += 1 + self.luck.below(60)
        self.told.events[where] += 1
        self.told.last.append(f"{where}: {event}")
        self.window.feed([event], self.now)

    def _events(self) -> list[pygame.event.Event]:
        """Return what a hand does next: one event or a short gesture."""
        makers: tuple[tuple[int, Callable[[], list[pygame.event.Event]]], ...] = (
            (30, lambda: self._click(self._spot(on_control=self.luck.happens(0.75)))),
            (10, self._drag),
            (35, lambda: [key(self.luck.choose(PRESSED))]),
            (7, lambda: [key("tab"), key(self.luck.choose(WALKS))]),
            (6, self._turn),
            (6, lambda: [pygame.event.Event(pygame.TEXTINPUT, text=self.luck.choose(TYPED))]),
            (1, self._resize),
            (5, lambda: [move(self._spot(on_control=self.luck.happens(0.5)))]),
        )
        dice = self.luck.below(sum(weight for weight, _maker in makers))
        for weight, maker in makers:
            if dice < weight:
                return maker()
            dice -= weight
        return []

    def _turn(self) -> list[pygame.event.Event]:
        turned = self.luck.choose((-3, -1, 1, 3))
        return [move(self._spot(on_control=True)), pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=turned)]

    def _resize(self) -> list[pygame.event.Event]:
        self.now += 5_000
        self.window.resize(pygame.Surface(self.luck.choose(SIZES)))
        return [move(self._spot(on_control=True))]

    def _spot(self, *, on_control: bool) -> tuple[int, int]:
        luck, top = self.luck, self.window.top
        wide, high = self.window.desk.size
        if on_control and top.stage.controls:
            rect = luck.choose(tuple(top.stage.controls)).rect
            return rect.x + luck.below(max(1, rect.w)), rect.y + luck.below(max(1, rect.h))
        return luck.below(wide), luck.below(high)

    def _click(self, spot: tuple[int, int]) -> list[pygame.event.Event]:
        button = 1 if self.luck.happens(0.9) else 3
        return [
            move(spot),
            *(mouse(kind, spot, button) for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP)),
        ]

    def _drag(self) -> list[pygame.event.Event]:
        spots = [self._spot(on_control=self.luck.happens(0.8)) for _step in range(2 + self.luck.below(3))]
        found = [mouse(pygame.MOUSEBUTTONDOWN, spots[0], 1), *(move(spot, held=True) for spot in spots[1:])]
        released = [] if self.luck.happens(0.2) else [mouse(pygame.MOUSEBUTTONUP, spots[-1], 1)]
        return found + released

    # -- looking ----------------------------------------------------------------------------------

    def _look(self) -> None:
        """Draw now and then, let what goes on by itself go on, and check the books after a month."""
        if self.luck.happens(0.1):
            self.window.draw()
        if self.luck.happens(0.1):
            self.window.wait()
        if self.luck.happens(0.04):
            self._compare()
        for screen in self.window.stack:
            session = session_of(screen)
            if session is None:
                continue
            if session.month > self.months.get(id(session), 0):
                self._check(session)
            self.months[id(session)] = session.month

    def _compare(self) -> None:
        """Draw a frame, then the same with nothing kept; what futures change between the two is no fault.

        Some of those that were given up are finished all the same.
        """
        games = [game for screen in self.window.stack if (game := getattr(screen, "game", None))]
        if any(game.lookout.running for game in games):
            return
        played = _played(games)
        self.window.draw()
        kept = pygame.surfarray.array2d(self.window.surface)
        self.window.frames = Frames()
        self.window.draw()
        differs = (kept != pygame.surfarray.array2d(self.window.surface)).any()
        if differs and _played(games) == played:
            message = f"{type(self.window.top).__name__} shows what is no longer so"
            raise WrongError(message)

    def _check(self, session: Session) -> None:
        self.told.months += 1
        wrong = [*broken(session)]
        if self.luck.happens(0.05):
            path = self.home / "monkey.diverted"
            save(session, path)
            if load(path).fingerprint() != session.fingerprint():
                wrong.append("a save reads back to another world")
        if wrong:
            raise WrongError("; ".join(wrong))


def _played(games: Iterable[Game]) -> list[int]:
    """Return how many futures each game's forecast has."""
    return [game.lookout.forecast.played for game in games if game.lookout.forecast is not None]


def session_of(screen: Screen) -> Session | None:
    """Return the session that a screen plays, or None."""
    return getattr(getattr(screen, "game", None), "session", None)


def key(chord: str) -> pygame.event.Event:
    """Return the press of a chord as the key table writes it."""
    *held, last = chord.split("+") if not chord.endswith("+") else (*chord[:-2].split("+"), "+")
    mod = sum(MODIFIERS[name] for name in held if name)
    name = {"alt": "left alt", "?": "/", "+": "="}.get(last, last)
    sign = last if len(last) == 1 else ""
    return pygame.event.Event(
        pygame.KEYDOWN, key=pygame.key.key_code(name), mod=mod, unicode=sign, scancode=0
    )


def move(spot: tuple[int, int], *, held: bool = False) -> pygame.event.Event:
    """Return a move of the mouse."""
    return pygame.event.Event(pygame.MOUSEMOTION, pos=spot, rel=(0, 0), buttons=(int(held), 0, 0))


def mouse(kind: int, spot: tuple[int, int], button: int) -> pygame.event.Event:
    """Return a button going down or up."""
    return pygame.event.Event(kind, pos=spot, button=button)


def run(
    seed: int, a_screen: int, home: Path, names: tuple[str, ...] = tuple(SCREENS), until: float = math.inf
) -> Told:
    """Let the monkey visit screens of the list; raises what went wrong, with the last events as notes."""
    monkey, strict = Monkey(home, Chance(seed).stream(0, "monkey"), until), _Strict(logging.WARNING)
    logging.getLogger("race.ui").addHandler(strict)
    try:
        for name in names:
            monkey.visit(name, a_screen)
    except Exception as problem:
        for line in monkey.told.last:
            problem.add_note(line)
        raise
    finally:
        logging.getLogger("race.ui").removeHandler(strict)
        set_language("en")
        set_names("real")
    return monkey.told


def kinds_of(names: Iterable[str]) -> dict[str, str]:
    """Return the kind of each screen of the list by its name."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["DIVERTED_HOME"] = home
        desk = seats.desk()
        return {name: type(make(name, desk, Path(home))).__name__ for name in names}


def _asked() -> argparse.Namespace:
    asked = reader(__doc__)
    asked.add_argument("events", nargs="?", type=positive, default=A_SCREEN, help="events a kind of screen")
    asked.add_argument("seed", nargs="?", type=whole, default=1)
    asked.add_argument("--only", action="append", default=[], help="a kind, or a part of a state's name")
    asked.add_argument("--share", type=share, default=(1, 1), help="this share of the states, like 1/2")
    asked.add_argument("--tally", type=Path, help="a folder that keeps what was reached, to go on from")
    asked.add_argument("--minutes", type=positive, default=MINUTES, help="stop after so many")
    return asked.parse_args()


def main() -> None:
    """Visit every screen and print how many events each kind heard."""
    given = _asked()
    lookout.FEW = FUTURES[0]
    war_room.FUTURES = FUTURES  # type: ignore[attr-defined]
    until = time.monotonic() + 60 * given.minutes
    kinds, (mine, shares) = kinds_of(SCREENS), given.share
    tally = Tally(kinds, given.events, given.tally, f"{mine}of{shares}")
    chosen = [name for name in SCREENS if tally.asked_for(name, given.only)]
    for name in chosen[mine - 1 :: shares]:
        events = tally.left(name)
        if not events or time.monotonic() > until:
            continue
        with tempfile.TemporaryDirectory() as home:
            os.environ["DIVERTED_HOME"] = home
            seed = given.seed + list(SCREENS).index(name) + SEEDS * tally.visits(name)
            told = run(seed, events, Path(home), (name,), until)
        tally.add(name, told.events, told.months)
        print(
            f"{name:<26}{told.events[name]:>8,}  of {told.events.total():>8,}, {told.months} months",
            flush=True,
        )
    print(tally.told({kinds[name] for name in chosen}))


if __name__ == "__main__":
    main()
