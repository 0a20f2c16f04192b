"""Builds windows, games and screens for the window's tests, and hands that play them by posted events."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pygame

from race.core.commands import Command, SplitCompute
from race.session.session import Session
from race.session.store import Slots
from race.ui.kit.theme import Theme
from race.ui.loading import LOADED
from race.ui.pieces.board import Board
from race.ui.present.guide import LESSON
from race.ui.screens import door
from race.ui.screens.game import Game, Shelf
from race.ui.screens.new_game import Start
from race.ui.screens.screen import Desk, Screen
from race.ui.screens.table.main import MainScreen
from race.ui.window import Window

SIZES = ((960, 600), (1280, 720), (1920, 1080))


_LIMIT = 60
"""Controls that Tab passes at most."""


def desk(size: tuple[int, int] = (1280, 720)) -> Desk:
    """Return a silent desk of a size."""
    pygame.font.init()
    return Desk(size, Theme.for_window(*size))


@cache
def played(months: int, founder: str = "swapper", scenario: str = "history") -> Session:
    """Return a game that a bot has played for some months, then handed over; order nothing in it."""
    session = Session(scenario, 3, founder)
    for _month in range(months):
        session.end_month()
    session.hand_to(None)
    return session


@cache
def finished(founder: str, scenario: str = "history") -> Session:
    """Return a game that a bot has played to its ending; order nothing in it."""
    session = Session(scenario, 3, founder)
    while session.ending is None:
        session.end_month()
    session.hand_to(None)
    return session


def game(folder: Path, months: int = 8, founder: str = "swapper", scenario: str = "history") -> Game:
    """Return a game of one's own at a position after some months."""
    return Game(played(months, founder, scenario).fork(), Shelf(Slots(folder)))


def window(folder: Path, size: tuple[int, int] = (1280, 720)) -> Window:
    """Return a window whose world is there, without a display's window or a thread."""
    pygame.display.init()
    pygame.font.init()
    found = Window(pygame.Surface(size))
    found.kept.seen = (LESSON,)
    found.world.picture = True
    found.world.door = door
    found.world.shelf = Shelf(Slots(folder))
    found.feed([pygame.event.Event(LOADED)], 0)
    return found


def table(folder: Path, scenario: str = "the-twelve-thousand", seed: int = 7) -> Window:
    """Return a window in which a new game lies on the table."""
    found = window(folder)
    found.start(Start(scenario, seed, "real"))
    return found


def keys(found: Window, codes: Iterable[int], mod: int = 0) -> None:
    """Press keys one after the other, ten milliseconds apart."""
    for code in codes:
        event = pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode="", scancode=0)
        found.feed([event], found.desk.now + 10)


def point(found: Window, spot: tuple[int, int]) -> None:
    """Move the mouse to a spot and leave it there."""
    event = pygame.event.Event(pygame.MOUSEMOTION, pos=spot, rel=(0, 0), buttons=(0, 0, 0))
    found.feed([event], found.desk.now + 10)


def click(found: Window, spot: tuple[int, int]) -> None:
    """Move the mouse to a spot and click."""
    events = (
        pygame.event.Event(pygame.MOUSEMOTION, pos=spot, rel=(0, 0), buttons=(0, 0, 0)),
        pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=spot, button=1),
        pygame.event.Event(pygame.MOUSEBUTTONUP, pos=spot, button=1),
    )
    found.feed(events, found.desk.now + 10)


def drag(found: Window, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press at one spot, move in two steps, release at the other."""
    middle = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
    moves = [
        pygame.event.Event(pygame.MOUSEMOTION, pos=spot, rel=(0, 0), buttons=(1, 0, 0))
        for spot in (middle, end)
    ]
    events = (
        pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=start, button=1),
        *moves,
        pygame.event.Event(pygame.MOUSEBUTTONUP, pos=end, button=1),
    )
    found.feed(events, found.desk.now + 10)


def centre(screen: Screen, name: str) -> tuple[int, int]:
    """Return the middle of a control."""
    control = screen.stage.find(name)
    assert control is not None, name
    return control.rect.centre


def main(found: Window) -> MainScreen:
    """Return the table that is on top of the window."""
    assert isinstance(found.top, MainScreen)
    return found.top


def board(found: Window) -> Board:
    """Return the board of the screen that is on top."""
    control = found.top.stage.find("board")
    assert isinstance(control, Board)
    return control


def focus_on(found: Window, name: str) -> None:
    """Press Tab until a control has the focus."""
    for _step in range(_LIMIT):
        if found.top.stage.focus == name:
            return
        keys(found, [pygame.K_TAB])
    message = f"Tab never reaches {name}"
    raise AssertionError(message)


def an_order(session: Session) -> Command:
    """Return an order that can be given at any table: the split as it stands."""
    split = session.view().own.split
    return SplitCompute(
        training=split.training, research=split.research, serving=split.serving, safety=split.safety
    )


def some_months(folder: Path, months: int = 4) -> Window:
    """Return a window in which so many months have been played on the table."""
    found = table(folder)
    for _month in range(months):
        main(found).game.end_month(found.desk)
    return found
