"""Every room is entered and left by keys alone and by the mouse alone."""

from pathlib import Path

import pygame
import pytest

from race.ui.kit.actions import DEFAULT_KEYS, Action
from race.ui.kit.widgets import Button
from race.ui.loading import LOADED
from race.ui.screens.menu import Menu, Shelf
from race.ui.screens.screen import Wish
from race.ui.screens.table.main import MainScreen
from race.ui.window import Window
from tests.ui import seats
from tests.ui.gallery import ALONE, BENEATH, SCREENS, make

pytestmark = pytest.mark.usefixtures("own_home")
ROOMS = frozenset(
    {"hall", "charts", "news", "papers", "promises", "orders", "routine", "house", "file", "help", "war_room"}
)
"""Rooms that have a key of their own at the table; more may open."""
CLOSERS = ("close", "back", "stay", "resume", "cancel", "quiet", "menu")


def over(name: str, folder: Path) -> Window:
    """Return a window in which a screen of the list lies over what it opens over."""
    found = seats.window(folder)
    beneath = make(BENEATH.get(name, "table"), found.desk, folder)
    found.stack = [beneath, make(name, found.desk, folder)]
    return found


def test_who_leaves_while_the_world_is_built_gets_no_game_for_it(tmp_path: Path) -> None:
    found = seats.window(tmp_path)
    door, found.world.door = found.world.door, None
    seats.keys(found, [pygame.K_RETURN, pygame.K_RETURN])
    asked = found.waiting
    seats.keys(found, [pygame.K_ESCAPE])
    found.world.door = door
    found.feed([pygame.event.Event(LOADED)], found.desk.now + 10)

    assert asked is not None
    assert isinstance(found.top, Menu)


def test_a_sheet_that_is_closed_while_the_world_is_built_takes_no_game_away(tmp_path: Path) -> None:
    found = seats.window(tmp_path)
    door, found.world.door = found.world.door, None
    found._answer(Wish("lesson"))  # noqa: SLF001 - as its key does
    found._answer(Wish("about"))  # noqa: SLF001 - as its button does
    seats.keys(found, [pygame.K_ESCAPE])
    found.world.door = door
    found.feed([pygame.event.Event(LOADED)], found.desk.now + 10)

    assert any(isinstance(screen, MainScreen) for screen in found.stack)


def test_every_room_is_entered_by_its_key_and_left_by_escape(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    game = seats.main(found).game
    opened = set()
    for name, chords in DEFAULT_KEYS.items():
        if name in ("run_on", "quit", "full_screen") or (len(chords[0]) > 1 and chords[0] != "f1"):
            continue
        seats.keys(found, [pygame.key.key_code(chords[0])] if chords[0] != "?" else [])
        if not isinstance(found.top, MainScreen):
            opened.add(name)
            for _press in range(2):
                seats.keys(found, [] if isinstance(found.top, MainScreen) else [pygame.K_ESCAPE])

        assert isinstance(found.top, MainScreen), name
        assert (game.session.month, game.session.pending) == (0, ()), name

    assert opened >= ROOMS


@pytest.mark.parametrize("name", [name for name in SCREENS if name not in ALONE])
def test_every_screen_over_another_is_left_by_escape(name: str, tmp_path: Path) -> None:
    found = over(name, tmp_path)

    for _press in range(3):
        seats.keys(found, [pygame.K_ESCAPE] if len(found.stack) > 1 else [])

    assert len(found.stack) == 1


@pytest.mark.parametrize("name", [name for name in SCREENS if name not in ALONE])
def test_every_screen_over_another_is_left_by_the_mouse(name: str, tmp_path: Path) -> None:
    found = over(name, tmp_path)

    for _click in range(4):
        names = [control.name for control in found.top.stage.controls]
        closer = next((name for name in CLOSERS if name in names), "")
        spot = seats.centre(found.top, closer) if closer else (2, 2)
        if len(found.stack) > 1:
            seats.click(found, spot)

    assert len(found.stack) == 1


def test_every_button_of_the_table_leads_somewhere_and_back_by_mouse(tmp_path: Path) -> None:
    found = seats.table(tmp_path)
    buttons = [control for control in found.top.stage.controls if isinstance(control, Button)]
    names = [button.name for button in buttons if button.name not in ("end", "run_on", "undo")]

    for name in names:
        seats.click(found, seats.centre(found.top, name))
        for closer in CLOSERS:
            control = found.top.stage.find(closer)
            if control is not None and not isinstance(found.top, MainScreen):
                seats.click(found, control.rect.centre)

        assert isinstance(found.top, MainScreen), name

    assert {"orders", "menu", "help"} <= set(names)


def test_enter_in_the_menu_waits_for_the_saved_game_before_it_starts_another() -> None:
    desk = seats.desk()
    menu = Menu(desk, Shelf(looking=True))

    early = menu.take(Action("confirm"))
    menu.shelf.looking = False
    late = menu.take(Action("confirm"))

    assert early is None
    assert desk.toasts
    assert late is not None
    assert late.name == "new_game"


def test_a_game_that_is_over_is_looked_back_at_and_enter_begins_a_new_one() -> None:
    menu = Menu(seats.desk(), Shelf(state="December 2026 · xAI 3rd of 7", over=True))

    first = [widget.name for widget in menu.controls() if isinstance(widget, Button)][:2]
    wish = menu.take(Action("confirm"))

    assert first == ["new_game", "continue"]
    assert wish is not None
    assert wish.name == "new_game"
