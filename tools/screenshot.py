"""Draw the README's picture: a seeded game, some months in, a crate in the hand (`make screenshot`).

Headless: SDL's dummy driver, no sound, no saves; the same seed gives the same picture with the same fonts.
"""

import os
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from race.core.ids import Terms
from race.session.beside.crew import open_crew, send_home
from race.session.session import Session
from race.session.store import Slots
from race.speech import set_language, set_names
from race.ui.kit.theme import Theme
from race.ui.pieces.board import Board
from race.ui.screens.game import Game, Shelf
from race.ui.screens.screen import Desk
from race.ui.screens.table.main import MainScreen
from tools.asked import reader

ROOT = Path(__file__).resolve().parent.parent
SIZE = (1280, 720)
SEED, MONTHS, FOUNDER = 11, 5, "historical"


def table(size: tuple[int, int]) -> MainScreen:
    """Return the table of the seeded game."""
    session = Session("history", SEED, FOUNDER)
    for _month in range(MONTHS):
        session.end_month()
    session.hand_to(None)
    desk = Desk(size, Theme.for_window(*size))
    game = Game(session, Shelf(Slots(ROOT / "nowhere")))
    game.terms = Terms.SILENT
    return MainScreen(desk, game)


def lift(screen: MainScreen) -> None:
    """Take the carmaker's first crate that may go and hold it over the lab's dock."""
    board = screen.stage.find("board")
    if not isinstance(board, Board):
        return
    free = [crate for crate in board.spec.on("carmaker") if not board.spec.why_not(crate.key, "lab")]
    if not free:
        return
    start = board.slots[free[0].key].centre
    dock = board.where.docks[1]
    target = (dock.rect.x + dock.rect.w // 3, dock.rect.bottom - dock.rect.h // 4)
    for kind, spot in (
        (pygame.MOUSEMOTION, start),
        (pygame.MOUSEBUTTONDOWN, start),
        (pygame.MOUSEMOTION, target),
    ):
        screen.handle(pygame.event.Event(kind, pos=spot, button=1, rel=(0, 0), buttons=(1, 0, 0)))


def foresee(screen: MainScreen, surface: pygame.Surface) -> None:
    """Wait until the futures with the crate and without it are played, and drawn in the chart."""
    screen.desk.crew = open_crew
    screen.wait()
    while screen.game.lookout.looking_on:
        pygame.time.wait(100)
    screen.draw(surface)
    send_home()


def main() -> None:
    """Write the picture to the file that is asked for."""
    asked = reader(__doc__)
    asked.add_argument("path", nargs="?", type=Path, default=ROOT / "docs" / "picture.png")
    path: Path = asked.parse_args().path
    pygame.display.init()
    pygame.font.init()
    set_language("en")
    set_names("real")
    surface = pygame.Surface(SIZE)
    screen = table(SIZE)
    lift(screen)
    foresee(screen, surface)
    path.parent.mkdir(parents=True, exist_ok=True)
    pygame.image.save(surface, str(path))
    print(path)


if __name__ == "__main__":
    main()
