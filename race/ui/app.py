"""Opens the window and runs its one loop: wait for something to happen, tell the window, draw if it changed.

The first frame is the menu, drawn before the world is imported; a thread fetches the world behind it.
Only here is the time asked, and only here is the display opened.
"""

import sys
import threading
from concurrent.futures import Executor
from typing import TYPE_CHECKING, Final

import pygame

from race.speech import _, set_language, speak
from race.ui.display import one_unit_is_one_pixel, open_window
from race.ui.screens import settings
from race.ui.screens.menu import Menu
from race.ui.screens.new_game import start_for
from race.ui.window import Window

if TYPE_CHECKING:
    from race.session.beside.making import Making

CORE: Final = pygame.USEREVENT + 2
"""Posted when the compiled core begins to be made, is there, or will not be."""
NAP, LONG_NAP = 10, 25
"""Milliseconds between two looks for events while nothing moves: soon after one, and later."""
AWAKE: Final = 1_500
"""Milliseconds after the last event until naps grow long."""


def open_display() -> pygame.Surface:
    """Open the window; only display and fonts are started, so that no sound card is asked for."""
    one_unit_is_one_pixel()
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_caption(_("Diverted"))
    kept = settings.read()
    return open_window(kept.window, full=kept.full_screen)


def run(  # noqa: PLR0913 - one for each option
    *,
    scenario: str | None = None,
    seed: int | None = None,
    difficulty: str | None = None,
    trait: str | None = None,
    lang: str | None = None,
    today: int = 0,
    code: str = "",
    compiler: str = "",
) -> int:
    """Play in a window until it is closed; return the program's exit code.

    Args:
        scenario: start this scenario at once instead of showing the menu.
        seed: seed for it; a lucky one without.
        difficulty: how able its rivals are.
        trait: what its founder is like.
        lang: the language asked for, which then counts more than the one that was chosen.
        today: today's date as a number, for today's world.
        code: the code that the scenario and the rest were read from, empty for none.
        compiler: the module that makes the compiled core beside the game, empty for none.

    Raises PlainError when another window uses the same saves.
    """
    chosen = settings.read().language
    if chosen and lang is None:
        set_language(chosen)
    window = Window(open_display())
    window.desk.crew, window.desk.today = _crew, today
    window.draw()
    pygame.display.flip()
    thread = threading.Thread(target=window.world.fetch, name="world", daemon=True)
    thread.start()
    if scenario is not None:
        window.start(start_for(scenario, seed, window.kept.names, difficulty, trait, code=code))
    try:
        _loop(window, compiler)
    finally:
        window.remember()
        thread.join(timeout=10.0)
        window.desk.voice.stop()
        window.world.kept.close()
        pygame.display.quit()
        _send_home()
    return 0


def _crew() -> Executor:
    """Open the processes that play beside the game, on their first work."""
    from race.session.beside.crew import open_crew  # noqa: PLC0415 - the first frame must not wait for it

    return open_crew()


def call_early() -> None:
    """Let the processes start and get ready while the player looks at the table; nothing heavy here."""
    from race.core.formulas.owners.compiled import never_here  # noqa: PLC0415 - as above
    from race.session.beside import crew  # noqa: PLC0415 - as above

    never_here()
    threading.Thread(target=crew.call_early, name="crew", daemon=True).start()


def _send_home() -> None:
    """End the processes, if any have been called."""
    crew = sys.modules.get("race.session.beside.crew")
    if crew is not None:
        crew.send_home()


def rest(wait: int | None) -> list[pygame.event.Event]:
    """Return the next events, or none when the wait (ms, None for ever) is over first.

    SDL's own wait looks every millisecond and costs more of a core than the game at rest may.
    """
    start = pygame.time.get_ticks()
    while not (events := pygame.event.get()):
        gone = pygame.time.get_ticks() - start
        nap = NAP if gone < AWAKE else LONG_NAP
        left = nap if wait is None else wait - gone
        if left <= 0:
            break
        pygame.time.wait(min(nap, left))
    return events


def _loop(window: Window, compiler: str) -> None:
    """Play in the window until it is done; processes are called as soon as there is a table."""
    clock, core = pygame.time.Clock(), None
    try:
        while not window.done:
            if not turn(window, without_news(window, core, rest(window.wait()))):
                continue
            clock.tick(window.top.frames)
            if core is None and not isinstance(window.stack[0], Menu):
                call_early()
                core = core_of(window, compiler)
            if core is not None:
                core.follow(wished=window.kept.compiles)
    finally:
        if core is not None:
            core.end()


def core_of(window: Window, compiler: str) -> "Making":
    """Return the compiled core, which a module makes beside the game, and let the settings tell of it."""
    from race.session.beside.making import Making  # noqa: PLC0415 - the first frame must not wait for it

    def ring() -> None:
        if pygame.display.get_init():
            pygame.event.post(pygame.event.Event(CORE))

    core = Making(compiler, ring)
    if compiler:
        window.desk.core_told = lambda: speak(core.sentence())
    return core


def without_news(
    window: Window, core: "Making | None", events: list[pygame.event.Event]
) -> list[pygame.event.Event]:
    """Tell the player what has become of the compiled core, and return the other events.

    Once it is there, processes are called that play in it.
    """
    others = [event for event in events if event.type != CORE]
    if core is not None and len(others) < len(events):
        window.desk.now = pygame.time.get_ticks()  # a window asleep knows the time of its last frame
        window.desk.tell(speak(core.news()))
        window.dirty = True
        if core.is_there():
            call_early()
    return others


def turn(window: Window, events: list[pygame.event.Event]) -> bool:
    """Tell the window what happened and draw it, unless nothing has changed; return whether it was drawn.

    No events say that the time is over after which something changes by itself.
    """
    window.dirty |= not events
    window.feed(events, pygame.time.get_ticks())
    if not window.dirty or window.done:
        return False
    window.draw()
    pygame.display.flip()
    return True
