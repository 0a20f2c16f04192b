"""What every screen shares: its desk, its controls, its tooltip, and the wishes it can have.

Screens lie on a stack; the topmost one hears every event, and one that covers only a part is drawn over
the one beneath it. Nothing here knows a game, so that the menu's first frame needs no world.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

import pygame
from typing_extensions import override

from race.speech import _
from race.ui.kit import paint, text, tooltips
from race.ui.kit.actions import DEFAULT_KEYS, Action, KeyTable
from race.ui.kit.focus import Control, Put, Stage
from race.ui.kit.layout import Rect
from race.ui.kit.roll import Roll
from race.ui.kit.theme import HEADLINE, Ink, Theme, spread
from race.ui.kit.tips.toasts import Toast
from race.ui.kit.widgets import Button, ButtonSpec, Widget
from race.ui.screens.settings import Settings

TOAST_MS = 4_200
_LONG: Final = 2**31
"""Milliseconds that are for ever."""
TOASTS = 2
"""Most toasts at a time."""
_PAGES = {"page_up": -1, "page_down": 1}
_WIDEST = 0.97
"""Most of the window that a sheet covers: a rim stays to click beside it."""


HUSH_MS: Final = 1_500
"""Milliseconds without tooltips after something has been done."""


@dataclass(frozen=True, slots=True, eq=False)
class Wish:
    """What a screen wants from the window.

    Attributes:
        name: `open` (put `screen` on top), `close` (take this one away), `instead` (both), `beneath` (close
            and let the screen beneath take `value`, an action), `show` (put `screen` alone), or the name of
            something that only the window can do: `new_game`, `start`, `continue`, `again`, `menu`, `quit`,
            `language`, `full_screen`, `mute`, `settings`, `about`, `lesson`, `setting` (change one of the
            kept choices), or a wish about games that `window.AT_THE_DOOR` lists.
        screen: the screen to open or show.
        value: what the name is about: a language, a seed; for a setting the pair of its name and its value.
    """

    name: str
    screen: "Screen | None" = None
    value: object = None


class Voice(Protocol):
    """Plays effects and the score; silent when there is no sound."""

    muted: bool

    def play(self, name: str, after: int = 0) -> None:
        """Play an effect by its name, `after` milliseconds from now."""

    def feel(self, pace: float, unease: float) -> None:
        """Let the score follow the race and the hall, each 0 to 1."""

    def tune(self, master: int, effects: int, music: int) -> None:
        """Set the volumes, each 0 to 100."""

    def stop(self) -> None:
        """Fall silent for good."""


class Silence:
    """The voice before the sounds are made, and where there is no sound."""

    muted = False

    def play(self, name: str, after: int = 0) -> None:
        """Play nothing."""

    def feel(self, pace: float, unease: float) -> None:
        """Feel nothing."""

    def tune(self, master: int, effects: int, music: int) -> None:
        """Keep silent at every volume."""

    def stop(self) -> None:
        """Stay silent."""


@dataclass
class Desk:
    """What all screens share: size and theme, keys, choices, sounds, toasts, the time in milliseconds."""

    size: tuple[int, int]
    theme: Theme
    keys: KeyTable = field(default_factory=KeyTable)
    voice: Voice = field(default_factory=Silence)
    toasts: list[Toast] = field(default_factory=list)
    now: int = 0
    mouse: tuple[int, int] = (0, 0)
    kept: Settings = field(default_factory=Settings)
    crew: Callable[[], Executor] | None = None
    """Opens the processes that play beside the game; None where nobody may play."""
    core_told: Callable[[], str] | None = None
    """Says where the compiled core is; None where nobody makes it."""
    today: int = 0
    """Today's date as a number, for today's world; 0 where nobody has told it."""

    @property
    def motion(self) -> bool:
        """Whether something may move by itself."""
        return not self.theme.reduced_motion

    def refit(self) -> None:
        """Fit theme and keys to the size of the window and to what the player chose."""
        kept = self.kept
        self.theme = Theme.for_window(
            *self.size,
            text_scale=kept.text_size / 100,
            high_contrast=kept.high_contrast,
            reduced_motion=kept.reduced_motion,
        )
        self.keys = KeyTable({name: kept.keys.get(name, key) for name, key in DEFAULT_KEYS.items()})

    @property
    def area(self) -> Rect:
        """The whole window."""
        return Rect(0, 0, *self.size)

    def play(self, name: str) -> None:
        """Play an effect."""
        self.voice.play(name)

    def tell(
        self,
        words: str,
        icon: str = "info",
        colour: Ink | None = None,
        holds: Callable[[], bool] | None = None,
    ) -> None:
        """Show a passing message, no longer than it holds; the same words are not shown twice at a time."""
        seen = [toast for toast in self.toasts if toast.seen(self.now) and toast.text != words]
        self.toasts = seen[1 - TOASTS :]
        self.toasts.append(Toast(words, self.now, self.now + TOAST_MS, icon, colour, holds))

    def tell_while(self, holds: Callable[[], bool], words: str) -> None:
        """Show a message for as long as something holds, however long that is."""
        self.tell(words)
        self.toasts[-1] = replace(self.toasts[-1], until=_LONG, holds=holds)


class Screen:
    """Base of all screens: lay the controls out, draw them, turn actions into wishes."""

    covers = True
    """Whether nothing beneath needs to be drawn."""
    still = False
    """Whether what lies beneath changes only when it is placed anew, or by its own animation."""
    steady = False
    """Whether what `paint` draws changes only when `ground` does."""
    frames = 60
    """Most frames a second."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk; `lay` places the controls for its size."""
        self.desk = desk
        self.stage = Stage([], desk.keys)
        self.roll = Roll()
        """What is rolled where there is no room for all of it; empty on most screens."""
        self.pinned = ""

    # -- what a screen is made of -----------------------------------------------------------------

    def lay(self) -> None:
        """Place the controls for the desk's size; called at the start, on a resize and on a change."""
        self.stage.keys = self.desk.keys
        self.stage.replace(self.controls())
        self.stage.rest(self.desk.mouse, self.desk.now)

    def controls(self) -> Sequence[Widget]:
        """Return the controls of this screen, in any order."""
        return ()

    def take(self, action: Action) -> Wish | None:
        """Carry an action out, or return the wish it comes to; help is about the game that is shown."""
        game = getattr(self, "game", None)
        if action.name == "help" and game is not None:
            return Wish("explain", value=game)
        return Wish("close") if action.name == "cancel" else None

    def paint(self, surface: pygame.Surface) -> None:
        """Draw what lies beneath the controls."""
        paint.background(surface, self.desk.theme.palette)

    def ground(self) -> object:
        """Return what `paint` draws: while it equals the last, nothing of it is drawn anew."""
        return self.stage.controls

    def animated(self) -> bool:
        """Tell whether the next frame differs without an event."""
        return False

    def under_mouse(self) -> str:
        """Return the name of what the mouse is over; another name means that the picture changes."""
        return self.stage.hover.name

    def follows(self) -> bool:
        """Tell whether the picture changes with every move of the mouse."""
        control = self.stage.find(self.stage.hover.name)
        return getattr(control, "follows_mouse", False) or any(each.holding() for each in self.stage.controls)

    def wants_keys(self) -> bool:
        """Tell whether the next key press is meant as itself, not as what it usually asks for."""
        return False

    def leave(self) -> None:
        """Keep what would be lost when the window goes elsewhere."""

    def trouble(self) -> str:
        """Return why something would be lost all the same, in a sentence; empty when all is kept."""
        return ""

    def shown_again(self) -> None:
        """Refresh after a screen above was closed."""
        self.lay()

    def refresh(self) -> None:
        """Place the controls anew when what they show was changed elsewhere; asked before a frame."""

    # -- what the window asks of it ---------------------------------------------------------------

    def handle(self, event: pygame.event.Event) -> Wish | None:
        """Send an event to the controls and answer what it asks for."""
        self.desk.mouse = getattr(event, "pos", self.desk.mouse)
        before = self.pinned
        if event.type in (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN):
            self.pinned = ""
        if event.type == pygame.MOUSEWHEEL and self.roll.over:
            self._roll(-event.y)
            return None
        action = self.stage.handle(event, self.desk.now)
        self._follow_focus()
        if action is None:
            return None
        if self.roll.over and (action.name == "roll" or action.name in _PAGES):
            self._roll(int(action.value or 0) if action.name == "roll" else _PAGES[action.name])
            return None
        if action.name == "explain":
            self.pinned = action.subject
            if self._refuses(action.subject):
                self.desk.play("refused")
            return None
        if action.name == "pin":  # pressed again, it lets go
            shown = self.tip_name() or self.stage.focus
            self.pinned = "" if before else shown
            return None
        return self.take(action)

    def _roll(self, bands: int) -> None:
        self.roll.move(bands)
        self.lay()

    def _follow_focus(self) -> None:
        """Roll until the control that has the keys can be seen."""
        control = self.stage.find(self.stage.focus)
        while control is not None and self.roll.hides(control.rect) and self.roll.reveal(control.rect):
            self.lay()
            control = self.stage.find(self.stage.focus)

    def _refuses(self, name: str) -> bool:
        spec = getattr(self.stage.find(name), "spec", None)
        return getattr(spec, "enabled", True) is False

    def toast_room(self) -> Rect:
        """Return where passing messages are shown: along the foot, unless buttons stand there."""
        return self.desk.area.pad(self.desk.theme.px(20))

    def hush(self) -> None:
        """Keep tooltips away for a moment, so that what has just been done can be seen."""
        self.stage.hover.open, self.stage.hover.since = False, self.desk.now + HUSH_MS

    def tip_name(self) -> str:
        """Return the control whose tooltip is shown now, empty for none."""
        if any(control.holding() for control in self.stage.controls):
            return ""
        due = self.stage.tick(self.desk.now)
        if self.pinned:
            return self.pinned
        if self.stage.keyed():
            return self.stage.focus if self._refuses(self.stage.focus) else ""
        return due

    def wait(self) -> int | None:
        """Return the milliseconds after which something changes by itself, or None for never."""
        if self.animated():
            return 0
        hover = self.stage.hover
        waits = [toast.until - self.desk.now for toast in self.desk.toasts if toast.seen(self.desk.now)]
        due = hover.since + 351 - self.desk.now
        if hover.name and not hover.open and due > 0:  # what is overdue is held back: an event will tell
            waits.append(due)
        return max(0, min(waits)) if waits else None

    def draw(self, surface: pygame.Surface) -> None:
        """Draw ground and controls."""
        self.move()
        self.paint(surface)
        self.draw_controls(surface)

    def move(self) -> None:
        """Put what moves by itself where it is now."""

    def draw_controls(self, surface: pygame.Surface, put: Put | None = None) -> None:
        """Draw the controls and what lies over them; `put` draws a control in another way."""
        self.stage.draw(surface, put)

    def tip_of(self, control: Control) -> tooltips.Tip | None:
        """Return what a control's tooltip says on this screen."""
        return control.tip

    def draw_tip(self, surface: pygame.Surface) -> tuple[Rect, ...]:
        """Draw the tooltip that is due, over everything, and return what it covers."""
        control = self.stage.find(self.tip_name())
        tip = self.tip_of(control) if control else None
        if control is None or tip is None:
            return ()
        anchor = control.rect
        if getattr(control, "follows_mouse", False) and (self.stage.pointing or not self.stage.by_keys):
            anchor = Rect(*self.desk.mouse, 1, 1)
        return (tooltips.draw_any(surface, self.desk.theme, tip, anchor),)


class Sheet(Screen):
    """A screen that covers a part: a panel in the middle over a dimmed game; Esc closes it."""

    covers = False
    still = True
    part: tuple[float, float] = (0.7, 0.8)
    """Share of the window's width and height; larger text takes more of it."""

    @property
    def box(self) -> Rect:
        """The panel's place."""
        area, theme = self.desk.area, self.desk.theme
        across, down = (min(_WIDEST, share * spread(theme.text_scale)) for share in self.part)
        return area.middle(round(area.w * across), round(area.h * down))

    @override
    def paint(self, surface: pygame.Surface) -> None:
        """Dim what lies beneath and draw the panel."""
        theme, box = self.desk.theme, self.box
        paint.veil(surface, self.desk.area, theme.palette.back_bottom, 170)
        paint.shadow(surface, box, radius=theme.px(12), blur=theme.px(30), alpha=150)
        paint.box(surface, box, theme.palette.panel, radius=theme.px(12), edge=theme.palette.strong)

    @override
    def handle(self, event: pygame.event.Event) -> Wish | None:
        """Close on a click beside the panel."""
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1 and not self.box.holds(event.pos):
            return Wish("close")
        return super().handle(event)


class Titled(Sheet):
    """A sheet with a title and a button that closes it."""

    title = ""

    def body(self) -> Rect:
        """Return the room under the title."""
        theme = self.desk.theme
        inner = self.box.pad(theme.px(24), theme.px(18))
        return inner.cut_top(max(theme.row, text.line_height(theme, HEADLINE)), theme.px(12))[1]

    def close_button(self) -> Button:
        """Return the button at the upper right."""
        theme = self.desk.theme
        inner = self.box.pad(theme.px(24), theme.px(18))
        side = max(28, theme.px(34))
        place = Rect(inner.right - side, inner.y, side, side)
        return Button("close", place, theme, ButtonSpec("", icon="close", tip=_("Close (Esc)")))

    @override
    def paint(self, surface: pygame.Surface) -> None:
        super().paint(surface)
        theme = self.desk.theme
        inner = self.box.pad(theme.px(24), theme.px(18))
        head = inner.cut_top(max(theme.row, text.line_height(theme, HEADLINE)))[0].cut_right(theme.px(40))[1]
        text.put(surface, theme, head, self.title, HEADLINE)

    @override
    def take(self, action: Action) -> Wish | None:
        if action.name in ("cancel", "confirm") or (action.name, action.subject) == ("press", "close"):
            return Wish("close")
        return super().take(action)
