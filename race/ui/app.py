"""The window and its one loop: wait for something to happen, tell the topmost screen, draw if it changed.

The first frame is the menu, drawn before the world is imported; a thread fetches the world behind it.
Only here is the time asked, and only here is the display opened.
"""

import logging
import threading
from collections.abc import Iterable
from contextlib import ExitStack
from importlib import import_module
from types import ModuleType
from typing import Any, Final

import pygame

from race.core.words import PlainError
from race.files import user_folder
from race.speech import _, language, set_language, set_names
from race.ui.kit.actions import KeyTable
from race.ui.kit.theme import Theme
from race.ui.kit.tooltips import draw_toasts
from race.ui.screens import settings
from race.ui.screens.menu import Menu, Shelf, hall_picture
from race.ui.screens.new_game import NewGame, Start
from race.ui.screens.screen import Desk, Screen, Wish

START_SIZE: Final = (1280, 720)
SMALLEST: Final = (640, 400)
FRAMES: Final = 60
NAP: Final = 10
"""Milliseconds between two looks for events while nothing moves."""
LOADED: Final = pygame.USEREVENT + 1
"""Posted by the loading thread when something new is ready."""
_LOG = logging.getLogger(__name__)


class World:
    """What the loading thread brings: the picture's tools, then the room of games, then the saves."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.picture = False
        self.door: ModuleType | None = None
        self.shelf: Any = None
        self.problem: BaseException | None = None
        self.kept = ExitStack()

    def fetch(self) -> None:
        """Import and read, telling the window after each step; runs in the loading thread."""
        try:
            import_module("race.ui.pieces.hall")  # numpy must not hold up the first frame, nor must the world
            self.picture = True
            self._ring()
            self.door = import_module("race.ui.screens.door")
            self.shelf = self.door.open_shelf(user_folder() / "saves", self.kept)
        except Exception as problem:  # noqa: BLE001 - it is raised again in the window's thread
            self.problem = problem
        self._ring()

    def _ring(self) -> None:
        if pygame.display.get_init():
            pygame.event.post(pygame.event.Event(LOADED))


class Window:
    """A stack of screens on one surface."""

    def __init__(self, surface: pygame.Surface) -> None:
        """Show the menu on a surface; nothing is loaded yet."""
        self.surface = surface
        self.world = World()
        self.desk = Desk(surface.get_size(), Theme.for_window(*surface.get_size()), KeyTable())
        self.kept = settings.read()
        set_names(self.kept.names)
        self.menu_shelf = Shelf(looking=any((user_folder() / "saves").glob("*.diverted")))
        self.stack: list[Screen] = [Menu(self.desk, self.menu_shelf)]
        self.waiting: Start | None = None
        self.full = False
        self.done = False
        self.dirty = True
        self._hovered = ""

    @property
    def top(self) -> Screen:
        """The screen that hears events."""
        return self.stack[-1]

    # -- events -----------------------------------------------------------------------------------

    def feed(self, events: Iterable[pygame.event.Event], now: int) -> None:
        """Tell the topmost screen what happened by now; a mistake of ours ends in the screen of failures."""
        self.desk.now = now
        for event in events:
            try:
                self._feed(event)
            except PlainError:
                raise
            except Exception as problem:  # noqa: BLE001 - the game must not be lost
                self._fail(problem)
            if self.done:
                return

    def _feed(self, event: pygame.event.Event) -> None:
        if event.type == pygame.QUIT:
            self._answer(Wish("quit"))
        elif event.type == pygame.VIDEORESIZE:
            self.resize(pygame.display.get_surface() or self.surface)
        elif event.type == LOADED:
            self._loaded()
        elif event.type == pygame.KEYDOWN and self._common(event):
            self.dirty = True
        else:
            self._answer(self.top.handle(event))
            hovered = self.top.stage.hover.name
            self.dirty |= event.type != pygame.MOUSEMOTION or hovered != self._hovered or self._follows()
            self._hovered = hovered

    def _follows(self) -> bool:
        stage = self.top.stage
        control = stage.find(stage.hover.name)
        return getattr(control, "follows_mouse", False) or any(each.holding() for each in stage.controls)

    def _common(self, event: pygame.event.Event) -> bool:
        """Carry out the keys that mean the same on every screen."""
        holder = self.top.stage.find(self.top.stage.focus)
        action = self.desk.keys.action_for(event)
        if action is None or (holder is not None and holder.reads_keys()):
            return False
        if action.name not in ("full_screen", "mute", "quit"):
            return False
        self._answer(Wish(action.name))
        return True

    def _answer(self, wish: Wish | None) -> None:
        if wish is None:
            return
        self.dirty = True
        match wish.name:
            case "open" if wish.screen is not None:
                self.stack.append(wish.screen)
            case "show" if wish.screen is not None:
                self.stack = [wish.screen]
            case "close" if len(self.stack) > 1:
                self.stack.pop()
                self.top.shown_again()
            case "menu":
                self.show_menu()
            case "new_game":
                self.stack = [Menu(self.desk, self.menu_shelf), NewGame(self.desk, names=self.kept.names)]
                self._draw_picture()
            case _:
                self._answer_rest(wish)
        self._hovered = "?"

    def _answer_rest(self, wish: Wish) -> None:
        match wish.name:
            case "quit":
                self._leave()
                self.done = True
            case "start" if isinstance(wish.value, Start):
                self.start(wish.value)
            case "continue":
                self.go_on()
            case "again" if self.world.door is not None:
                self._answer(self.world.door.again(self.desk, wish.value))
            case "language":
                self._speak(str(wish.value))
            case "full_screen":
                self._turn_full()
            case "mute":
                self._mute()
            case _:
                _LOG.warning("nobody knows the wish %s", wish.name)

    # -- the world --------------------------------------------------------------------------------

    def _loaded(self) -> None:
        """Use what the thread has brought so far."""
        world = self.world
        if world.problem is not None:
            raise world.problem
        self.dirty = True
        self._draw_picture()
        if world.door is None:
            return
        self.menu_shelf.looking = False
        self.menu_shelf.state = world.shelf.state()
        self._open_voice()
        for words in world.shelf.skipped():
            self.desk.tell(words, "warning", self.desk.theme.palette.warning)
        for screen in self.stack:
            if isinstance(screen, Menu):
                screen.lay()
        if self.waiting is not None:
            self.start(self.waiting)

    def _open_voice(self) -> None:
        from race.ui.kit.sound import Sounds  # noqa: PLC0415 - numpy comes with the world

        sounds = Sounds(muted=self.kept.muted)
        sounds.start()
        self.desk.voice = sounds

    def start(self, start: Start) -> None:
        """Start a new game, now or as soon as the world is there."""
        if self.world.door is None:
            self.waiting = start
            self.desk.tell(_("The world is being built…"))
            return
        self.waiting = None
        set_names(start.names)
        self.kept.names = start.names
        settings.write(self.kept)
        self._answer(self.world.door.begin(self.desk, self.world.shelf, start))

    def go_on(self) -> None:
        """Continue the newest game that can be trusted."""
        if self.world.door is not None:
            self._answer(self.world.door.go_on(self.desk, self.world.shelf))

    def _leave(self) -> None:
        for screen in self.stack:
            screen.leave()

    def show_menu(self) -> None:
        """Go back to the menu, with the newest save first."""
        self._leave()
        if self.world.door is not None:
            self.menu_shelf.state = self.world.shelf.state()
        self.stack = [Menu(self.desk, self.menu_shelf)]
        self._draw_picture()

    def _draw_picture(self) -> None:
        if not self.world.picture:
            return
        for screen in self.stack:
            if isinstance(screen, Menu):
                screen.picture = hall_picture(self.desk.theme, self.desk.size)

    # -- settings ---------------------------------------------------------------------------------

    def _speak(self, code: str) -> None:
        set_language(code)
        self.kept.language = language()
        settings.write(self.kept)
        if self.world.door is not None:
            self.menu_shelf.state = self.world.shelf.state()
        for screen in self.stack:
            screen.lay()

    def _mute(self) -> None:
        self.desk.voice.muted = not self.desk.voice.muted
        self.kept.muted = self.desk.voice.muted
        settings.write(self.kept)
        self.desk.tell(_("Sound off") if self.kept.muted else _("Sound on"))

    def _turn_full(self) -> None:
        if pygame.display.get_surface() is not self.surface:
            return
        self.full = not self.full
        if self.full:
            size = pygame.display.get_desktop_sizes()[0]
            self.resize(pygame.display.set_mode(size, pygame.FULLSCREEN))
        else:
            self.resize(pygame.display.set_mode(fitting(START_SIZE), pygame.RESIZABLE))

    # -- drawing ----------------------------------------------------------------------------------

    def resize(self, surface: pygame.Surface) -> None:
        """Lay every screen out again for another size."""
        self.surface = surface
        wide, high = surface.get_size()
        self.desk.size = (max(wide, SMALLEST[0]), max(high, SMALLEST[1]))
        self.desk.theme = Theme.for_window(*self.desk.size)
        for screen in self.stack:
            screen.lay()
        self._draw_picture()
        self.dirty = True

    def draw(self) -> None:
        """Draw the screens from the last one that covers everything, then tooltip and toasts."""
        first = max((place for place, screen in enumerate(self.stack) if screen.covers), default=0)
        try:
            for screen in self.stack[first:]:
                screen.draw(self.surface)
            self.top.draw_tip(self.surface)
        except Exception as problem:  # noqa: BLE001 - the game must not be lost
            self._fail(problem)
            self.top.draw(self.surface)
        draw_toasts(self.surface, self.desk.theme, self.desk.toasts, self.desk.now)
        self.dirty = False

    def wait(self) -> int | None:
        """Return the milliseconds until something changes by itself, or None for never."""
        return self.top.wait()

    def _fail(self, problem: Exception) -> None:
        """Keep what can be kept and show a plain screen; a second failure goes to the caller."""
        from race.ui.screens.failure import Failure, write_report  # noqa: PLC0415 - hopefully never

        _LOG.error("the window failed", exc_info=problem)
        if isinstance(self.top, Failure):
            raise problem
        where = write_report(user_folder() / "reports", problem)
        self.stack = [Failure(self.desk, where, can_go_on=bool(self.world.door and self.world.shelf.state()))]
        self.dirty = True


def fitting(size: tuple[int, int]) -> tuple[int, int]:
    """Return a window size that fits the first desktop, with room for its bars."""
    desktops = pygame.display.get_desktop_sizes()
    wide, high = desktops[0] if desktops else size
    return min(size[0], max(SMALLEST[0], wide - 20)), min(size[1], max(SMALLEST[1], high - 80))


def open_display() -> pygame.Surface:
    """Open the window; only display and fonts are started, so that no sound card is asked for."""
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_caption(_("Diverted"))
    return pygame.display.set_mode(fitting(START_SIZE), pygame.RESIZABLE)


def run(
    *,
    scenario: str | None = None,
    seed: int | None = None,
    difficulty: str | None = None,
    trait: str | None = None,
) -> int:
    """Play in a window until it is closed; return the program's exit code.

    Args:
        scenario: start this scenario at once instead of showing the menu.
        seed: seed for it; a lucky one without.
        difficulty: how able its rivals are.
        trait: what its founder is like.

    Raises PlainError when another window uses the same saves.
    """
    chosen = settings.read().language
    if chosen:
        set_language(chosen)
    window = Window(open_display())
    window.draw()
    pygame.display.flip()
    thread = threading.Thread(target=window.world.fetch, name="world", daemon=True)
    thread.start()
    if scenario is not None:
        window.start(settings.start_for(scenario, seed, difficulty or "standard", trait or "none"))
    try:
        _loop(window)
    finally:
        thread.join(timeout=10.0)
        window.world.kept.close()
        pygame.display.quit()
    return 0


def _rest(wait: int | None) -> list[pygame.event.Event]:
    """Return the next events, or none when the wait (ms, None for ever) is over first.

    SDL's own wait looks every millisecond and costs more of a core than the game at rest may.
    """
    start = pygame.time.get_ticks()
    while not (events := pygame.event.get()):
        left = NAP if wait is None else wait - (pygame.time.get_ticks() - start)
        if left <= 0:
            break
        pygame.time.wait(min(NAP, left))
    return events


def _loop(window: Window) -> None:
    """Wait, feed, draw: at most 60 frames a second, none while nothing changes."""
    clock = pygame.time.Clock()
    while not window.done:
        events = _rest(window.wait())
        window.dirty |= not events
        window.feed(events, pygame.time.get_ticks())
        if window.dirty and not window.done:
            window.draw()
            pygame.display.flip()
            clock.tick(FRAMES)
