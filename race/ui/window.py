"""The window: a stack of screens on one surface; the topmost hears what happened, its wishes are granted."""

import logging
from collections.abc import Callable, Iterable
from typing import Final, cast

import pygame

from race.core.words import PlainError
from race.files import user_folder
from race.speech import _, language, set_language, set_names
from race.ui import display
from race.ui.display import SMALLEST
from race.ui.frames import Frames
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import TEXT_SIZES, Theme
from race.ui.kit.tips.toasts import draw_toasts
from race.ui.loading import LOADED, World
from race.ui.present.guide import LESSON
from race.ui.screens import settings
from race.ui.screens.menu import Menu, Shelf, hall_picture
from race.ui.screens.new_game import NewGame, Start, first_game
from race.ui.screens.preferences.about import AboutSheet
from race.ui.screens.preferences.sheet import SettingsSheet
from race.ui.screens.screen import Desk, Screen, Wish

_COMMON: Final = ("full_screen", "mute", "quit", "larger", "smaller", "usual_size", "lesson")
"""Actions whose keys mean the same on every screen."""
AT_THE_DOOR: Final = {
    **dict.fromkeys(("saves", "open_month", "watch", "play_on", "watch_game"), True),
    **dict.fromkeys(("whom_to_watch", "autoplay", "hand_over", "replan", "rewind", "sit", "explain"), False),
}
"""Wishes that the room of games answers, and whether it needs the shelf of saves for it."""
_LOG = logging.getLogger(__name__)


class Window:
    """A stack of screens on one surface."""

    def __init__(self, surface: pygame.Surface) -> None:
        """Show the menu on a surface; nothing is loaded yet."""
        self.surface = surface
        self.world = World()
        self.kept = settings.read()
        self.desk = Desk(surface.get_size(), Theme.for_window(*surface.get_size()), kept=self.kept)
        self.desk.refit()
        set_names(self.kept.names)
        self.menu_shelf = Shelf(looking=any((user_folder() / "saves").glob("*.diverted")))
        self.stack: list[Screen] = [Menu(self.desk, self.menu_shelf)]
        self.waiting, self.asked = cast("Start | None", None), self.top
        self.full = self.kept.full_screen and pygame.display.get_surface() is surface
        self.place: tuple[int, int] | None = None
        self.done = False
        self.dirty = True
        self._hovered = ""
        self.frames = Frames()
        self._wishes: dict[str, Callable[[Wish], None]] = {
            "open": self._open,
            "show": self._show,
            "close": self._close,
            "instead": self._instead,
            "beneath": self._beneath,
            "menu": self._to_menu,
            "new_game": lambda _wish: self._new_game(),
            "quit": self._quit,
            "start": self._begin,
            "continue": lambda _wish: self.go_on(),
            "load": self._load,
            **dict.fromkeys(AT_THE_DOOR, self._at_door),
            "again": self._again,
            "language": lambda wish: self._speak(str(wish.value)),
            "full_screen": lambda _wish: self._turn_full(),
            "mute": lambda _wish: self._mute(),
            "lesson": lambda _wish: self._teach(),
            "settings": lambda _wish: self._open(Wish("open", SettingsSheet(self.desk))),
            "about": lambda _wish: self._open(Wish("open", AboutSheet(self.desk))),
            "setting": lambda wish: self.choose(*cast("tuple[str, object]", wish.value)),
            "larger": lambda _wish: self._grow(1),
            "smaller": lambda _wish: self._grow(-1),
            "usual_size": lambda _wish: self._grow(0),
        }

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
        elif event.type == pygame.WINDOWMOVED:
            self.place = None if self.full else (event.x, event.y)
        elif event.type == LOADED:
            self._loaded()
        elif event.type == pygame.KEYDOWN and self._common(event):
            self.dirty = True
        else:
            self._answer(self.top.handle(event))
            hovered = self.top.under_mouse()
            self.dirty |= event.type != pygame.MOUSEMOTION or hovered != self._hovered or self.top.follows()
            self._hovered = hovered

    def _common(self, event: pygame.event.Event) -> bool:
        """Carry out the keys that mean the same on every screen."""
        holder = self.top.stage.find(self.top.stage.focus)
        action = self.desk.keys.action_for(event)
        if action is None or self.top.wants_keys() or (holder is not None and holder.reads_keys()):
            return False
        if action.name not in _COMMON:
            return False
        self._answer(Wish(action.name))
        return True

    def _answer(self, wish: Wish | None) -> None:
        """Carry out what a screen wishes for."""
        if wish is None:
            return
        self.dirty = True
        carry_out = self._wishes.get(wish.name)
        if carry_out is None:
            _LOG.warning("nobody knows the wish %s", wish.name)
        else:
            carry_out(wish)
        self._hovered = "?"

    def _instead(self, wish: Wish) -> None:
        """Open a screen in the place of the one on top."""
        self._close(wish)
        self._open(wish)

    def _open(self, wish: Wish) -> None:
        if wish.screen is not None:
            self.desk.play("dialog")
            self.stack.append(wish.screen)

    def _beneath(self, wish: Wish) -> None:
        """Close the screen on top and let the one beneath take the action."""
        self._close(wish)
        if isinstance(wish.value, Action):
            self._answer(self.top.take(wish.value))

    def _show(self, wish: Wish) -> None:
        if wish.screen is not None:
            self.stack = [wish.screen]

    def _close(self, wish: Wish) -> None:  # noqa: ARG002 - every answer takes its wish
        if len(self.stack) > 1:
            self.stack.pop()
            self.top.shown_again()

    def _new_game(self) -> None:
        self.stack = [Menu(self.desk, self.menu_shelf), NewGame(self.desk, names=self.kept.names)]
        self._draw_picture()

    def _keeps(self, wish: Wish) -> bool:
        """Keep what lies on the table and say whether to go; ask where the disk takes nothing."""
        self._leave()
        trouble = next((words for screen in self.stack if (words := screen.trouble())), "")
        if trouble and wish.value is not True:
            from race.ui.screens.sheets.confirm import before_losing  # noqa: PLC0415 - there is a world

            self._open(Wish("open", before_losing(self.desk, trouble, wish.name)))
            return False
        return True

    def _quit(self, wish: Wish) -> None:
        self.done = self._keeps(wish)

    def _to_menu(self, wish: Wish) -> None:
        if self._keeps(wish):
            self.show_menu()

    def _begin(self, wish: Wish) -> None:
        if isinstance(wish.value, Start):
            self.start(wish.value)

    def _again(self, wish: Wish) -> None:
        if self.world.door is not None:
            self._answer(self.world.door.again(self.desk, wish.value))

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
        self._look_at_shelf()
        self._open_voice()
        for words in world.shelf.skipped():
            self.desk.tell(words, "warning", self.desk.theme.palette.warning)
        for menu in (screen for screen in self.stack if isinstance(screen, Menu)):
            menu.lay()
        if self.waiting is not None and self._awaited():
            self.start(self.waiting)

    def _awaited(self) -> bool:
        """Tell whether a game is still asked for: who has gone back from the screen asks for none."""
        return self.waiting is not None and self.asked in self.stack

    def _open_voice(self) -> None:
        from race.ui.kit.sound.player import Sounds  # noqa: PLC0415 - numpy comes with the world

        kept = self.kept
        sounds = Sounds(muted=kept.muted)
        sounds.tune(kept.volume_master, kept.volume_effects, kept.volume_music)
        sounds.begin()
        self.desk.voice = sounds

    def start(self, start: Start) -> None:
        """Start a new game, now or as soon as the world is there."""
        if self.world.door is None:
            self.waiting, self.asked = start, self.top
            self.desk.tell_while(self._awaited, _("The world is being built…"))
            return
        self.waiting, self.kept.names = None, start.names
        set_names(start.names)
        settings.write(self.kept)
        self._answer(self.world.door.begin(self.desk, self.world.shelf, start))
        if LESSON not in self.kept.seen:
            self._teach()

    def _teach(self) -> None:
        """Show the first steps at the table that lies here, or at a new one."""
        door = self.world.door
        taught = None if door is None else door.teach(self.stack)
        if taught is not None:
            self.stack = taught
            return
        self.kept.seen = tuple(name for name in self.kept.seen if name != LESSON)
        self.start(first_game(self.kept.names))

    def go_on(self) -> None:
        """Continue the newest game that can be trusted."""
        if self.world.door is not None:
            self._answer(self.world.door.go_on(self.desk, self.world.shelf))

    def _at_door(self, wish: Wish) -> None:
        """Let the room of games answer a wish about games."""
        door = self.world.door
        if door is None:
            return
        if wish.name == "play_on":
            self._leave()  # what lies on the table is kept before another month of it takes its place
        given = wish.value if isinstance(wish.value, tuple) else () if wish.value is None else (wish.value,)
        shelf = (self.world.shelf,) if AT_THE_DOOR[wish.name] else ()
        self._answer(getattr(door, wish.name)(self.desk, *shelf, *given))

    def _load(self, wish: Wish) -> None:
        """Open a save, or a month of it, in place of the game that lies on the table."""
        if isinstance(wish.value, tuple):
            self._leave()
            self._at_door(Wish("open_month", value=wish.value))

    def _leave(self) -> None:
        for screen in self.stack:
            screen.leave()

    def show_menu(self) -> None:
        """Go back to the menu, with the newest save first."""
        self.desk.voice.feel(0.0, 0.0)
        self._look_at_shelf()
        self.stack = [Menu(self.desk, self.menu_shelf)]
        self._draw_picture()

    def _look_at_shelf(self) -> None:
        """Tell the menu what there is to continue, once the loading thread has brought the saves."""
        if self.world.door is not None:
            self.menu_shelf.state, self.menu_shelf.over = self.world.shelf.last()

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
        self._look_at_shelf()
        for screen in self.stack:
            screen.lay()

    def _mute(self) -> None:
        self.desk.voice.muted = not self.desk.voice.muted
        self.kept.muted = self.desk.voice.muted
        settings.write(self.kept)
        self.desk.tell(_("Sound off") if self.kept.muted else _("Sound on"))

    def choose(self, name: str, value: object) -> None:
        """Keep one choice of the settings and let every screen show it."""
        setattr(self.kept, name, value)
        settings.write(self.kept)
        kept, voice = self.kept, self.desk.voice
        voice.muted = kept.muted
        voice.tune(kept.volume_master, kept.volume_effects, kept.volume_music)
        set_names(kept.names)
        if name.startswith("volume"):
            self.top.lay()  # a slider is in the hand: nothing else shows it
        else:
            self.desk.refit()
            self._lay_all()

    def _grow(self, step: int) -> None:
        """Take the next larger or smaller text, or the usual one for 0."""
        at = TEXT_SIZES.index(self.kept.text_size) + step if step else 0
        size = TEXT_SIZES[max(0, min(at, len(TEXT_SIZES) - 1))]
        self.choose("text_size", size)
        self.desk.tell(_("Text at {n} %").format(n=size))

    def _lay_all(self) -> None:
        for screen in self.stack:
            screen.lay()
        self._draw_picture()

    def _turn_full(self) -> None:
        if pygame.display.get_surface() is not self.surface:
            return
        self.remember()
        self.full = self.kept.full_screen = not self.full
        settings.write(self.kept)
        self.resize(display.fill() if self.full else display.open_window(self.kept.window, full=False))

    def remember(self) -> None:
        """Keep where the window stands and how large it is; a full screen keeps what was before it."""
        if not self.full:
            self.kept.window = display.remembered(self.kept.window, self.surface.get_size(), self.place)
        settings.write(self.kept)

    # -- drawing ----------------------------------------------------------------------------------

    def resize(self, surface: pygame.Surface) -> None:
        """Lay every screen out again for another size."""
        self.surface = surface
        wide, high = surface.get_size()
        self.desk.size = (max(wide, SMALLEST[0]), max(high, SMALLEST[1]))
        self.desk.refit()
        self._lay_all()
        self.dirty = True

    def draw(self) -> None:
        """Draw the screens from the last one that covers everything, then tooltip and toasts."""
        tips: tuple[Rect, ...] = ()
        first = max((place for place, screen in enumerate(self.stack) if screen.covers), default=0)
        try:
            self.frames.draw(self.surface, self.stack[first:])
            tips = self.top.draw_tip(self.surface)
        except Exception as problem:  # noqa: BLE001 - the game must not be lost
            self._fail(problem)
            self.top.draw(self.surface)
        desk = self.desk
        draw_toasts(self.surface, desk.theme, desk.toasts, desk.now, self.top.toast_room(), tips=tips)
        self.dirty = False

    def wait(self) -> int | None:
        """Return the milliseconds until something changes by itself, or None for never."""
        try:
            return self.top.wait()
        except Exception as problem:  # noqa: BLE001 - months that run by themselves may fail too
            self._fail(problem)
            return 0

    def _fail(self, problem: Exception) -> None:
        """Keep what can be kept and show a plain screen; a second failure goes to the caller."""
        from race.ui.screens.failure import Failure, facts_of, write_report  # noqa: PLC0415 - hopefully never

        _LOG.error("the window failed", exc_info=problem)
        if isinstance(self.top, Failure):
            raise problem
        where = write_report(user_folder() / "reports", problem, facts_of(self.stack))
        state = self.world.shelf.state() if self.world.door else ""
        self.stack = [Failure(self.desk, where, can_go_on=bool(state), state=state)]
        self.dirty = True
