"""One-line text field: typed text, a caret, and the keys that edit."""

from dataclasses import dataclass, replace
from typing import Literal

import pygame
from typing_extensions import override

from race.ui.kit import paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, Theme
from race.ui.kit.widgets import Widget

_CONTROL = pygame.KMOD_CTRL | pygame.KMOD_META


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One-line text: value, what is written when empty, longest length, and which letters are taken."""

    value: str = ""
    hint: str = ""
    longest: int = 40
    letters: Literal["any", "digits"] = "any"


class Field(Widget):
    """Text field: each change asks `Action("edit", name, text)`, Enter asks for "confirm" with it."""

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: FieldSpec) -> None:
        """Place the field with the caret at the end."""
        super().__init__(name, rect, theme)
        self.spec = spec
        self.caret = len(spec.value)
        self.marked = False
        """Whether all of it is marked, so that the next letter takes its place."""

    @override
    def reads_keys(self) -> bool:
        """Take raw keys, so that letters do not act as shortcuts."""
        return True

    @override
    def chosen(self) -> Action | None:
        """Take the focus on a click, and ask for nothing."""
        self.focused, self.marked = True, False
        return None

    @override
    def act(self, action: Action) -> Action | None:
        """Confirm the text on Enter."""
        return Action("confirm", self.name, self.spec.value) if action.name == "confirm" else None

    def _put(self, value: str, caret: int) -> Action:
        self.spec = replace(self.spec, value=value)
        self.caret, self.marked = caret, False
        return Action("edit", self.name, value)

    @override
    def handle(self, event: pygame.event.Event) -> Action | None:
        """Take typed text and editing keys."""
        if event.type == pygame.TEXTINPUT:
            return self._type(event.text)
        if event.type == pygame.KEYDOWN and event.key == pygame.K_a and getattr(event, "mod", 0) & _CONTROL:
            self.marked, self.caret = bool(self.spec.value), len(self.spec.value)
            return None
        if event.type == pygame.KEYDOWN:
            return self._edit(event.key)
        return super().handle(event)

    def _type(self, typed: str) -> Action | None:
        spec = replace(self.spec, value="") if self.marked else self.spec
        caret = min(self.caret, len(spec.value))
        words = spec.letters == "any"
        kept = "".join(sign for sign in typed if sign.isdigit() or (words and sign.isprintable()))
        kept = kept[: spec.longest - len(spec.value)]
        if not kept:
            return None
        return self._put(spec.value[:caret] + kept + spec.value[caret:], caret + len(kept))

    def _edit(self, key: int) -> Action | None:
        value, caret = self.spec.value, self.caret
        if self.marked and key in (pygame.K_BACKSPACE, pygame.K_DELETE):
            return self._put("", 0)
        if key == pygame.K_BACKSPACE and caret:
            return self._put(value[: caret - 1] + value[caret:], caret - 1)
        if key == pygame.K_DELETE and caret < len(value):
            return self._put(value[:caret] + value[caret + 1 :], caret)
        moves = {
            pygame.K_LEFT: caret - 1,
            pygame.K_RIGHT: caret + 1,
            pygame.K_HOME: 0,
            pygame.K_END: len(value),
        }
        self.caret = max(0, min(moves.get(key, caret), len(value)))
        self.marked = self.marked and key not in moves
        return None

    @override
    def draw(self, surface: pygame.Surface) -> None:
        """Draw the field, its text or hint, and the caret or the mark when it has the keys."""
        theme, palette, spec = self.theme, self.theme.palette, self.spec
        edge = palette.lab if self.focused else palette.strong
        paint.box(surface, self.rect, palette.inset, radius=theme.px(6), edge=edge)
        inner = self.rect.pad(theme.px(10), 0)
        colour = palette.text if spec.value else palette.text3
        if self.focused and self.marked:
            wide, colour = min(inner.w, text.width(theme, spec.value, BODY)), palette.on_bright
            paint.box(surface, Rect(inner.x, inner.y, wide, inner.h).pad(0, theme.px(6)), palette.lab)
        text.put(surface, theme, inner, spec.value or spec.hint, BODY, colour=colour)
        if self.focused:
            x = min(inner.right, inner.x + text.width(theme, spec.value[: self.caret], BODY))
            mark = Rect(x, inner.y, theme.px(2), inner.h).pad(0, theme.px(7))
            paint.box(surface, mark, palette.lab)
        self.ring(surface, theme.px(6))
