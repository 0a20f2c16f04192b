"""Draws a frame from what has not changed since the last one, so that it costs what changed.

What lies under the controls changes only when they are placed anew: until then it is kept as a picture, on
screens that say so and beneath a sheet. Each control is kept as a picture too, which holds while the control,
or the one placed anew under its name, has the state that it had when it was drawn.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

import pygame

from race.ui.kit.focus import Control
from race.ui.screens.screen import Screen

State = tuple[object, ...]
_BEYOND: Final = 16
"""Pixels on each side of a control that its focus ring may lie on, at the largest scale."""
_TAILS: Final = 6
"""Pixels above and below a control that letters may reach into where a window is too small for it."""


class _Kept(NamedTuple):
    """A control as it was drawn last: what it knew, and how it looked if it stayed so for a frame."""

    state: State
    picture: pygame.Surface | None


class Frames:
    """What was drawn last: what lies beneath, the ground under the topmost controls, and these controls."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._under: State = ()
        self._beneath: pygame.Surface | None = None
        self._of: object = None
        self._ground: pygame.Surface | None = None
        self._controls: dict[str, _Kept] = {}
        self._changed: list[pygame.Rect] = []

    def draw(self, surface: pygame.Surface, screens: Sequence[Screen]) -> None:
        """Draw the screens, the lowest first, which covers everything."""
        *beneath, top = screens
        for screen in screens:
            screen.refresh()
        moves = len(beneath) > 0 and (not top.still or any(screen.animated() for screen in beneath))
        under = _laid(beneath, surface)
        if moves or not _same(under, self._under):
            self._under, self._beneath, self._of = () if moves else under, None, None
        if not top.steady:
            self._put_beneath(surface, beneath)
            top.draw(surface)
            return
        top.move()
        of = (top, surface.get_size(), top.ground())
        if self._ground is not None and of == self._of:
            surface.blit(self._ground, (0, 0))
        else:
            self._put_beneath(surface, beneath)
            top.paint(surface)
            self._of, self._ground, self._controls = of, _copied(surface, self._ground), {}
        self._changed.clear()
        top.draw_controls(surface, self._put)

    def _put_beneath(self, surface: pygame.Surface, beneath: Sequence[Screen]) -> None:
        if not beneath:
            return
        if self._beneath is not None:
            surface.blit(self._beneath, (0, 0))
            return
        for screen in beneath:
            screen.draw(surface)
        if self._under:
            self._beneath = surface.copy()

    def _put(self, surface: pygame.Surface, control: Control) -> None:
        """Draw a control, or its picture if it is as it was when that was made.

        A picture is made of what stayed the same for a frame; while a wave runs the hall never does. Who lies
        beside what has changed is drawn: the other may have drawn its ring here.
        """
        place = pygame.Rect(*control.rect.pad(-control.overhang, -_TAILS))
        state = (type(control), *vars(control).values())
        before, picture = self._controls.get(control.name, _Kept((), None))
        same = _same(state, before)
        alone = same and place.collidelist(self._changed) < 0
        if alone and picture is not None:
            surface.blit(picture, place)
            return
        control.draw(surface)
        if not same or control.focused:
            self._changed.append(place.inflate(2 * _BEYOND, 2 * _BEYOND))
        at_rest = not (control.hovered or control.focused or control.holding())
        fits = alone and at_rest and place.w > 0 and place.h > 0 and surface.get_rect().contains(place)
        self._controls[control.name] = _Kept(state, surface.subsurface(place).copy() if fits else None)


def _laid(screens: Sequence[Screen], surface: pygame.Surface) -> State:
    """Return what stays the same until the controls of a screen are placed anew."""
    return (*screens, *(screen.stage.controls for screen in screens), *surface.get_size())


def _copied(surface: pygame.Surface, onto: pygame.Surface | None) -> pygame.Surface:
    """Return what a surface shows, on the other if it has the same size."""
    if onto is None or onto.get_size() != surface.get_size():
        return surface.copy()
    onto.blit(surface, (0, 0))
    return onto


def _same(one: State, other: State) -> bool:
    """Tell whether two states say the same; what has no single answer, such as arrays, is taken to differ.

    Specs and lists of them are never changed in place.
    """
    return len(one) == len(other) and all(
        first is second or (type(first) is type(second) and (first == second) is True)
        for first, second in zip(one, other, strict=True)
    )
