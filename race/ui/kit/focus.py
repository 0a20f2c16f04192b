"""Keeps a screen's widgets in order: who is under the mouse, who has the keys, who holds the drag."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import pygame

from race.ui.kit.actions import Action, KeyTable
from race.ui.kit.layout import Rect
from race.ui.kit.theme import TOOLTIP_DELAY_MS
from race.ui.kit.tooltips import Tip

MOUSE_EVENTS = (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEMOTION)
_GONE = pygame.event.Event(pygame.MOUSEMOTION, pos=(-1, -1), rel=(0, 0), buttons=(0, 0, 0))
"""A mouse that has left the window rests on nothing."""
_READING_BAND = 12
_PASSING = ("next", "previous", "cancel", "confirm")
"""Actions that a control which reads keys leaves to the screen, as it does help by a key without a sign."""
_ARROWS = {"left": -1, "up": -1, "right": 1, "down": 1}


@runtime_checkable
class Control(Protocol):
    """What the stage asks of a widget."""

    name: str
    rect: Rect
    focusable: bool
    hovered: bool
    focused: bool
    pointing: bool
    overhang: int

    @property
    def tip(self) -> Tip | None:
        """What a tooltip over the widget says."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draw the widget as it is now."""

    def handle(self, event: pygame.event.Event) -> Action | None:
        """Take a mouse event in window pixels; return what it asks for."""

    def act(self, action: Action) -> Action | None:
        """Take a named key action (press, left, right...); return what it asks for, or None."""

    def rest(self, spot: tuple[int, int]) -> None:
        """Note where the mouse rests when the widget is put under it."""

    def holding(self) -> bool:
        """Tell whether the widget keeps the mouse until it is released."""

    def reads_keys(self) -> bool:
        """Tell whether raw key presses belong to the widget (a text field)."""


Put = Callable[[pygame.Surface, Control], None]
"""Draws a control, or what is known to look the same."""


def reading_order(rects: Sequence[Rect]) -> list[int]:
    """Return the indexes of the rectangles line by line, left to right; near tops share a line."""
    waiting = sorted(range(len(rects)), key=lambda index: (rects[index].y, rects[index].x))
    order: list[int] = []
    while waiting:
        top = rects[waiting[0]].y
        line = [index for index in waiting if rects[index].y - top <= _READING_BAND]
        order += sorted(line, key=lambda index: (rects[index].x, rects[index].y))
        waiting = [index for index in waiting if index not in line]
    return order


@dataclass(slots=True)
class Hover:
    """Which widget the mouse rests on and since when; the time is told, never asked."""

    name: str = ""
    since: int = 0
    open: bool = False

    def update(self, name: str, now: int) -> None:
        """Note the widget under the mouse at a time (ms); a neighbour's tooltip opens without delay."""
        if name != self.name:
            self.name, self.since = name, now
            self.open = self.open and bool(name)
        if name and now - self.since >= TOOLTIP_DELAY_MS:
            self.open = True


class Stage:
    """All controls of one screen or dialog: sends events to the right one and keeps the focus ring."""

    def __init__(self, controls: Iterable[Control] = (), keys: KeyTable | None = None) -> None:
        """Take the controls in any order; the focus ring follows reading order."""
        self.keys = keys or KeyTable()
        self.controls: list[Control] = list(controls)
        self.hover = Hover()
        self.focus = ""
        self.by_keys = False
        self.pointing = False
        """Whether the mouse has moved since a key did something: then it says what a tooltip is about."""
        self.last: frozenset[str] = frozenset()
        """Names of the controls that the ring reaches after all others, wherever they lie."""

    def replace(self, controls: Iterable[Control]) -> None:
        """Put other controls on the stage (a new month, a resize); the focus stays on the same name."""
        self.controls = list(controls)
        self._show_focus()

    def rest(self, spot: tuple[int, int], now: int) -> None:
        """Note what lies under a mouse that rests while other controls were put there, at a time (ms)."""
        under = self.at(spot)
        self.hover.update(under.name if under else "", now)
        for control in self.controls:
            control.hovered = control is under
        if under is not None:
            under.rest(spot)

    def find(self, name: str) -> Control | None:
        """Return the control of that name, or None."""
        return next((control for control in self.controls if control.name == name), None)

    def ring(self) -> list[Control]:
        """Return the controls that can have the focus, by reading order."""
        able = [control for control in self.controls if control.focusable]
        ordered = [able[index] for index in reading_order([control.rect for control in able])]
        return sorted(ordered, key=lambda control: control.name in self.last)

    def at(self, point: tuple[int, int]) -> Control | None:
        """Return the topmost control under a point; later controls lie above earlier ones."""
        return next((control for control in reversed(self.controls) if control.rect.holds(point)), None)

    def keyed(self) -> bool:
        """Tell whether the keys, and not the mouse, say what is looked at."""
        return self.by_keys and bool(self.focus) and not self.pointing

    def focus_on(self, name: str) -> None:
        """Give the focus to a control by name and show its ring; an unknown name takes it from all."""
        self.by_keys, self.pointing = True, False
        self.focus = name
        self._show_focus()

    def _show_focus(self) -> None:
        for control in self.controls:
            control.focused = control.name == self.focus and self.by_keys
            control.pointing = self.pointing

    def _walk(self, step: int) -> None:
        ring = self.ring()
        if not ring:
            return
        names = [control.name for control in ring]
        at = names.index(self.focus) + step if self.focus in names else (0 if step > 0 else -1)
        self.focus_on(names[at % len(names)])

    def handle(self, event: pygame.event.Event, now: int) -> Action | None:
        """Send one pygame event on; return the action it asks for, if any.

        Args:
            event: from pygame's queue; mouse positions in window pixels.
            now: milliseconds on any steady count.
        """
        if event.type == pygame.KEYDOWN:
            return self._key(event)
        if event.type in MOUSE_EVENTS:
            return self._mouse(event, now)
        if event.type == pygame.WINDOWLEAVE and self._held() is None:
            return self._mouse(_GONE, now)
        if event.type in (pygame.MOUSEWHEEL, pygame.TEXTINPUT):
            typed = event.type == pygame.TEXTINPUT
            control = None if typed else self._held()
            control = control or self.find(self.focus if typed else self.hover.name)
            return control.handle(event) if control else None
        return None

    def tick(self, now: int) -> str:
        """Return the name of the control whose tooltip is due at this time, or an empty text."""
        self.hover.update(self.hover.name, now)
        return self.hover.name if self.hover.open else ""

    def _mouse(self, event: pygame.event.Event, now: int) -> Action | None:
        holder, under = self._held(), self.at(event.pos)
        self.pointing = True
        self.hover.update(under.name if under else "", now)
        for control in self.controls:
            control.hovered, control.pointing = control is under, True
        if event.type == pygame.MOUSEBUTTONDOWN:
            self.by_keys = False
            self.focus = under.name if under and under.focusable else ""
            self._show_focus()
        target = self._beside(event, under) or holder or under
        return target.handle(event) if target else None

    def _held(self) -> Control | None:
        """Return the control that has captured the mouse."""
        return next((control for control in self.controls if control.holding()), None)

    def _beside(self, event: pygame.event.Event, under: Control | None) -> Control | None:
        """Return what may be clicked although something is held, when this event is a click on it."""
        able = [control for control in self.controls if getattr(control, "beside", False)]
        if event.type == pygame.MOUSEBUTTONDOWN:
            return under if under in able and event.button == 1 else None
        released = event.type == pygame.MOUSEBUTTONUP
        return next((control for control in able if released and control.holding()), None)

    def _key(self, event: pygame.event.Event) -> Action | None:
        holder = self.find(self.focus)
        action = self.keys.action_for(event)
        walking = action is not None and action.name in _PASSING
        walking |= action is not None and action.name == "help" and not getattr(event, "unicode", "")
        if holder and holder.reads_keys() and not walking:
            return holder.handle(event)
        if action is None:
            return None
        if action.name in ("next", "previous"):
            self._walk(1 if action.name == "next" else -1)
            return None
        quiet = action.name == "confirm" and not self.by_keys and not (holder and holder.reads_keys())
        answer = self._offer(action, None if quiet else holder)
        if answer is not None:
            self.by_keys, self.pointing = True, False
            self._show_focus()
        elif action.name in _ARROWS:
            self._walk(_ARROWS[action.name])
            return None
        elif action.name == "press":  # there is nothing to press
            return None
        return answer if answer is not None else action

    def _offer(self, action: Action, holder: Control | None) -> Action | None:
        lifted = self._held()
        listeners = self.controls if action.name.startswith("choose_") else []
        for control in dict.fromkeys(filter(None, (lifted, holder, *listeners))):
            answer = control.act(action)
            if answer is not None:
                return answer
        return None

    def draw(self, surface: pygame.Surface, put: Put | None = None) -> None:
        """Draw every control, first to last, the one that holds the mouse on top; perhaps by another hand."""
        for control in sorted(self.controls, key=lambda control: control.holding()):
            if put is None:
                control.draw(surface)
            else:
                put(surface, control)
