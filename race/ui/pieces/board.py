"""The supply board: a crate moves by drag, by click and click, or by keys; all ask the same action."""

from dataclasses import replace

import pygame
from typing_extensions import override

from race.ui.kit import paint
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import RADIUS_CRATE, Theme
from race.ui.kit.widgets import Tip
from race.ui.pieces import board_paint
from race.ui.pieces.crates import (
    BoardSpec,
    Crate,
    DockPlaces,
    Part,
    Preview,
    free_slot,
)
from race.ui.pieces.shipped.drawn import draw_crate
from race.ui.pieces.shipped.paged import TURNS, PagedBoard, dock_of, draw_turn, turn_tip

DRAG_START = 5
_WHOLE = Part(0, "", "")
_RIGHT = 3
"""The right button of the mouse; what is beyond is the wheel."""


def move_crate(crate: str, dock: str, amount: int = 0) -> Action:
    """Return the action that every way of moving a crate, or an amount of it, asks for."""
    return Action("move_crate", crate, dock, amount)


class Board(PagedBoard):
    """Docks and crates.

    Asks for: `move_crate` (crate, dock) on a legal drop; `consider` (crate, dock) when a lifted crate comes
    over a dock, with value None when it leaves; `refused` (crate, reason) on an illegal drop; `lift` and
    `return` (crate); `turn` (dock) when another page of it is seen; `part` (crate, dock) when another part of
    it is taken, with value None where there is none. An action's amount is the part that is held. Whoever
    hears `consider` or `part` may set `preview`, shown in the strip until the next change.
    """

    follows_mouse = True

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: BoardSpec) -> None:
        """Place the board."""
        super().__init__(name, rect, theme, spec)
        self.preview: Preview | None = None
        self.over = ""
        self._share = 0
        self._hand = ""
        self._grip = (0, 0)
        self._down = (0, 0)
        self.show(spec)

    @override
    def show(self, spec: BoardSpec) -> None:
        """Show other docks and crates; a crate that is gone is no longer lifted."""
        super().show(spec)
        if self.lifted not in self.slots:
            self._forget()

    def _forget(self) -> None:
        self.lifted, self.over, self.preview = "", "", None
        self._hand, self._share = "", 0

    def crate_at(self, point: tuple[int, int]) -> Crate | None:
        """Return the crate under a point."""
        key = next((key for key, slot in self.slots.items() if slot.holds(point)), "")
        return self.spec.crate(key)

    def pointed(self) -> Crate | None:
        """Return the crate in the hand, else the one under the keys, else the one under the mouse."""
        if self.lifted:
            return self.spec.crate(self.lifted)
        if self.keyed():
            return self.spec.crate(self.cursor)
        return self.crate_at(self._spot) if self.hovered else None

    @property
    def part(self) -> Part:
        """What is in the hand of the lifted crate."""
        crate = self.spec.crate(self.lifted)
        parts = crate.parts if crate else ()
        return parts[self._share % len(parts)] if parts else _WHOLE

    @property
    def amount(self) -> int:
        """How much is in the hand; 0 for a whole crate, or none."""
        return self.part.amount

    def dock_at(self, point: tuple[int, int]) -> str:
        """Return the key of the dock under a point, empty outside."""
        pairs = zip(self.spec.docks, self.where.docks, strict=True)
        return next((dock.key for dock, place in pairs if place.rect.holds(point)), "")

    @property
    @override
    def tip(self) -> Tip | None:
        """Tooltip of the crate under the mouse, else of the dock's head; a bound crate says why it is."""
        if self.lifted:
            reason = self.spec.why_not(self.lifted, self.over, self.amount)
            return reason or None
        turn = dock_of(self.cursor) if self.keyed() else self.turn_at(self._spot)
        if turn:
            return next((turn_tip(dock) for dock in self.spec.docks if dock.key == turn), None)
        crate = self.spec.crate(self.cursor) if self.keyed() else self.crate_at(self._spot)
        if crate is not None:
            return crate.tip if crate.tip is not None else crate.bound or crate.tag or crate.payer
        if self.where.strip.holds(self._spot):
            return self.spec.rest.tip or None
        pairs = zip(self.spec.docks, self.where.docks, strict=True)
        return next((dock.tip for dock, place in pairs if self._top(place).holds(self._spot)), None)

    def _top(self, place: DockPlaces) -> Rect:
        """Return the head of a dock down to its bar of power."""
        return place.rect.cut_top(place.bar.bottom + self.theme.px(4) - place.rect.y)[0]

    @override
    def holding(self) -> bool:
        """Tell whether a crate is in the hand."""
        return bool(self.lifted)

    def _lift(self, crate: Crate) -> Action:
        self.lifted = self.cursor = crate.key
        self.over = crate.dock
        slot = self.slots[crate.key]
        self._grip = (self._spot[0] - slot.x, self._spot[1] - slot.y)
        return Action("lift", crate.key)

    def _put_back(self) -> Action:
        key = self.lifted
        self._forget()
        return Action("return", key)

    def _drop(self, dock: str) -> Action:
        crate = self.spec.crate(self.lifted)
        if crate is None or not dock or dock == crate.dock:
            return self._put_back()
        amount = self.amount
        reason = self.spec.why_not(crate.key, dock, amount)
        self._forget()
        return Action("refused", crate.key, reason) if reason else move_crate(crate.key, dock, amount)

    def _take_part(self, step: int) -> Action | None:
        """Take the next part of the crate in the hand, the whole after the last."""
        crate = self.spec.crate(self.lifted)
        if crate is None or not step:
            return None
        if len(crate.parts) > 1:
            self._share = (self._share + (1 if step > 0 else -1)) % len(crate.parts)
        self.preview = None
        known = self.over if crate.parts else None
        return Action("part", crate.key, known, self.amount)

    def _consider(self, dock: str) -> Action | None:
        if dock == self.over:
            return None
        self.over, self.preview = dock, None
        elsewhere = dock if dock and dock != self.home() else None
        return Action("consider", self.lifted, elsewhere, self.amount)

    @override
    def handle(self, event: pygame.event.Event) -> Action | None:
        """Lift, follow and drop with the mouse; the wheel takes more or less of what is lifted."""
        if event.type == pygame.MOUSEWHEEL:
            return self._take_part(-event.y)
        if not hasattr(event, "pos"):
            return None
        self._spot = event.pos
        if event.type == pygame.MOUSEBUTTONDOWN:
            return self._press(event)
        if event.type == pygame.MOUSEBUTTONUP and event.button == 1:
            return self._release()
        if event.type == pygame.MOUSEMOTION and self.lifted:
            return self._follow()
        return None

    def _press(self, event: pygame.event.Event) -> Action | None:
        if self.lifted:
            if event.button > _RIGHT:  # the wheel turns
                return None
            return self._drop(self.dock_at(event.pos)) if event.button == 1 else self._put_back()
        if event.button != 1:
            return None
        crate = self.crate_at(event.pos)
        if crate is None:
            return self.turn(self.turn_at(event.pos), 1)
        self._down, self._hand = event.pos, "press"
        return self._take(crate)

    def _take(self, crate: Crate) -> Action:
        self.cursor = crate.key
        if crate.bound:
            self._hand = ""
            return Action("refused", crate.key, crate.bound)
        return self._lift(crate)

    def _follow(self) -> Action | None:
        far = abs(self._spot[0] - self._down[0]) + abs(self._spot[1] - self._down[1])
        if self._hand == "press" and far >= DRAG_START:
            self._hand = "drag"
        if self._hand == "keys":
            self._hand = "carry"
        return self._consider(self.dock_at(self._spot))

    def _release(self) -> Action | None:
        """Drop after a drag; a release without a drag leaves the crate in the hand until the next click."""
        if self._hand == "drag":
            return self._drop(self.dock_at(self._spot))
        if self._hand == "press":
            self._hand = "carry"
        return None

    @override
    def act(self, action: Action) -> Action | None:
        """Choose a crate with up and down, move it with left and right, lift and drop it with Space.

        On the button of a dock's pages these turn them; page up and down do so on any crate of the dock.
        """
        if action.name == "cancel":
            return self._put_back() if self.lifted else None
        if action.name == "part":
            return self._take_part(1)
        turns = self.turning(action.name)
        if turns:
            return self.turn(turns, TURNS[action.name])
        if action.name in ("left", "right"):
            return self._sideways(1 if action.name == "right" else -1)
        if action.name in ("up", "down") and self.slots and not self.lifted:
            keys = self.stops()
            step = 1 if action.name == "down" else -1
            self.cursor = keys[(keys.index(self.cursor) + step) % len(keys)]
            return Action("read", self.name, self.cursor)
        lifts = action.name == "press" or (action.name == "confirm" and self.lifted)
        return self._lift_or_drop() if lifts else None

    def _lift_or_drop(self) -> Action | None:
        if self.lifted:
            return self._drop(self.over)
        crate = self.spec.crate(self.cursor)
        if crate is None:
            return None
        self._spot = self.slots[crate.key].centre
        self._hand = "keys"
        return self._take(crate)

    def _sideways(self, step: int) -> Action | None:
        crate = self.spec.crate(self.lifted or self.cursor)
        if crate is None:
            return None
        keys = [dock.key for dock in self.spec.docks]
        place = (
            keys.index(self.over if self.over in keys else crate.dock)
            if self.lifted
            else keys.index(crate.dock)
        )
        target = place + step
        if not 0 <= target < len(keys):
            return Action("read", self.name, crate.key)
        if self.lifted:
            return self._consider(keys[target])
        reason = self.spec.why_not(crate.key, keys[target])
        return Action("refused", crate.key, reason) if reason else move_crate(crate.key, keys[target])

    def hand_rect(self) -> Rect:
        """Return where the lifted crate is drawn: under the mouse, or over its target when moved by keys."""
        slot = self.slots[self.lifted]
        if self._hand in ("keys", "press"):
            target = free_slot(self.spec, self.where, self.over) if self.over != self.home() else slot
            return (target or slot).shift(0, -self.theme.px(6 if self._hand == "keys" else 1))
        return Rect(self._spot[0] - self._grip[0], self._spot[1] - self._grip[1], slot.w, slot.h)

    def home(self) -> str:
        """Return the dock that the lifted crate stands on, empty for none."""
        crate = self.spec.crate(self.lifted)
        return crate.dock if crate else ""

    def _target(self) -> str:
        """Return the dock that the lifted crate may be dropped on now, empty when there is none."""
        legal = self.lifted and self.over and self.over != self.home()
        return self.over if legal and not self.spec.why_not(self.lifted, self.over, self.amount) else ""

    @override
    def draw(self, surface: pygame.Surface) -> None:
        """Draw the whole board, the lifted crate last."""
        theme, spec = self.theme, self.spec
        board_paint.draw_ground(surface, theme, spec, self.where)
        target = self._target()
        for dock, place in zip(spec.docks, self.where.docks, strict=True):
            board_paint.draw_dock(surface, theme, place, dock, glow=dock.key == target)
            board_paint.draw_slots(surface, theme, place, len(spec.on(dock.key)), one=bool(dock.page))
            if dock.page:
                under = self.hovered and not self.lifted and self.turn_at(self._spot) == dock.key
                draw_turn(surface, theme, place.more, dock, live=under)
        live = self.crate_at(self._spot) if self.hovered and not self.lifted else None
        for crate in spec.crates:
            if crate.key != self.lifted and crate.key in self.slots:
                place_of = self.slots[crate.key].shift(0, -1 if crate is live else 0)
                draw_crate(surface, theme, place_of, crate, live=crate is live)
        self._draw_strip(surface, target)
        if self.focused and self.cursor and not self.lifted:
            turn = dock_of(self.cursor)
            self._ring_around(surface, self.turns[turn] if turn else self.slots[self.cursor])
        if self.lifted:
            self._draw_hand(surface, target)

    def _draw_strip(self, surface: pygame.Surface, target: str) -> None:
        colours = [dock.colour for dock in self.spec.docks if dock.key == target]
        colour = colours[0] if colours else self.theme.palette.lab
        shown = self.preview if self.lifted and self.preview is not None else self.spec.rest
        reason = self.spec.why_not(self.lifted, self.over, self.amount) if self.lifted else ""
        if reason:
            shown, colour = replace(shown, text=reason, effects=()), self.theme.palette.warning
        board_paint.draw_strip(surface, self.theme, self.where.strip, shown, colour)

    def _draw_hand(self, surface: pygame.Surface, target: str) -> None:
        theme, crate = self.theme, self.spec.crate(self.lifted)
        hand = self.hand_rect()
        if self._hand != "press":
            board_paint.draw_home(surface, theme, self.slots[self.lifted], hand)
        if crate is not None and self.amount:
            draw_crate(surface, theme, self.slots[self.lifted], crate.left(self.part))
        if target:
            slot = free_slot(self.spec, self.where, target)
            colour = next(dock.colour for dock in self.spec.docks if dock.key == target)
            if slot is not None:
                board_paint.draw_target(surface, theme, slot, colour)
        if crate is not None:
            draw_crate(surface, theme, hand, crate.taken(self.part), lifted=True)

    def _ring_around(self, surface: pygame.Surface, place: Rect) -> None:
        gap = self.theme.px(3)
        ink, thick = self.theme.palette.text, max(2, self.theme.px(2))
        radius = self.theme.px(RADIUS_CRATE) + gap
        paint.box(surface, place.pad(-gap), None, radius=radius, edge=ink, thick=thick)
