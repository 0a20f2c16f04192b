"""Draws a frame from what has not changed since the last one, so that a move of the mouse costs little.

A key, a click or a wish may change anything: then everything is drawn. Between them only the mouse, the time
and the background are at work, and they change controls. So the ground is kept as a picture, and each control
as one, as long as it has the very state that it had when it was drawn.
"""

from collections.abc import Sequence

import pygame

from race.ui.kit.focus import Control
from race.ui.screens.screen import Screen

State = tuple[object, ...]
_PLAIN = (int, float, str)
_SETTLED = 2
"""Frames without a key or a click from which pictures are kept: a single frame would not use them."""


class Frames:
    """What was drawn last: the ground under the topmost screen's controls, and its controls at rest."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._ground: pygame.Surface | None = None
        self._of: State = ()
        self._seen = 0
        self._controls: dict[int, tuple[State, pygame.Surface | None]] = {}

    def forget(self) -> None:
        """Draw everything in the next frame."""
        self._of, self._seen = (), 0

    def draw(self, surface: pygame.Surface, screens: Sequence[Screen]) -> None:
        """Draw the screens, the lowest first, which covers everything."""
        *beneath, top = screens
        of = (*screens, top.stage.controls if top.steady else None, *surface.get_size())
        if not _same(of, self._of):
            self._of, self._seen, self._controls = of, 0, {}
        self._seen += 1
        if top.steady:
            top.move()
        if self._seen > _SETTLED and self._ground is not None:
            surface.blit(self._ground, (0, 0))
        else:
            self._draw_ground(surface, beneath, top)
        if top.steady:
            usual = self._seen < _SETTLED or top.stage.by_keys
            top.draw_controls(surface, None if usual else self._put)
        else:
            top.draw(surface)

    def _draw_ground(self, surface: pygame.Surface, beneath: Sequence[Screen], top: Screen) -> None:
        """Draw what lies under the topmost controls, or under a sheet, and keep it when it stays."""
        for screen in beneath:
            screen.draw(surface)
        if top.steady:
            top.paint(surface)
        stays = top.steady or (top.still and len(beneath) > 0)
        if not stays or any(screen.animated() for screen in beneath):
            self._seen = 0
        elif self._seen == _SETTLED:
            self._keep(surface)

    def _keep(self, surface: pygame.Surface) -> None:
        if self._ground is None or self._ground.get_size() != surface.get_size():
            self._ground = pygame.Surface(surface.get_size(), 0, surface)
        self._ground.blit(surface, (0, 0))

    def _put(self, surface: pygame.Surface, control: Control) -> None:
        """Draw a control, or its picture if it is at rest as it was when that was made.

        A picture is made of what stayed the same for a frame; while a wave runs the hall never does.
        """
        state, kept = _state(control), self._controls.get(id(control))
        known = kept is not None and _same(kept[0], state)
        if kept is not None and known and kept[1] is not None:
            surface.blit(kept[1], control.rect[:2])
            return
        control.draw(surface)
        place = pygame.Rect(*control.rect)
        at_rest = not (control.hovered or control.focused or control.holding())
        fits = known and at_rest and place.w > 0 and place.h > 0 and surface.get_rect().contains(place)
        self._controls[id(control)] = _state(control), surface.subsurface(place).copy() if fits else None


def _state(control: Control) -> State:
    """Return everything a control knows; specs and lists of them are never changed in place."""
    return tuple(vars(control).values())


def _same(one: State, other: State) -> bool:
    """Tell whether two states are made of the very same things; numbers and words only need to be equal."""
    return len(one) == len(other) and all(
        first is second or (type(first) in _PLAIN and type(first) is type(second) and first == second)
        for first, second in zip(one, other, strict=True)
    )
