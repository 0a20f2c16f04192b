"""A card that leads somewhere: sign, name, what waits there, and the key that goes there too."""

from collections.abc import Sequence
from dataclasses import dataclass

import pygame
from typing_extensions import override

from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, BODY_BOLD, LABEL, SECONDARY, SECTION, Ink, Theme, Type
from race.ui.kit.widgets import Tip, Widget


@dataclass(frozen=True, slots=True)
class Leads:
    """What a card says: sign, name, a line under it, keycap, the colour of its wing, what it is.

    `brief` stands for the line where there is no room for it, `short` for the name.
    """

    icon: str
    title: str
    note: str
    key: str
    ink: Ink
    told: str = ""
    brief: str = ""
    short: str = ""

    def name(self, theme: Theme, kind: Type, room: int) -> str:
        """Return the name, or the short one when `room`, in pixels, is too narrow."""
        fits = text.width(theme, self.title, kind) <= room
        return self.title if fits or not self.short else self.short

    def line(self, theme: Theme, room: int) -> str:
        """Return the line under the name, or what is brief of it when `room`, in pixels, is too narrow."""
        fits = text.width(theme, self.note, LABEL) <= room
        return self.note if fits or not self.brief else self.brief


class DoorCard(Widget):
    """Pressed by click, Space or Enter: asks `Action("press", name)`."""

    def __init__(self, name: str, rect: Rect, theme: Theme, spec: Leads, kind: Type = SECTION) -> None:
        """Place the card; `kind` is the type of its name."""
        super().__init__(name, rect, theme)
        self.spec, self.kind = spec, kind

    @staticmethod
    def kind_of(theme: Theme, specs: Sequence[Leads], wide: int) -> Type:
        """Return the type in which the names of all cards stand, some of them short, beside their signs."""
        room = wide - 2 * theme.px(12) - theme.px(32)
        names = [spec.name(theme, BODY_BOLD, room) for spec in specs]
        longest = max(names, key=lambda name: text.width(theme, name, SECTION))
        return text.fit_type(theme, longest, (SECTION, BODY_BOLD), room)

    @staticmethod
    def height(theme: Theme) -> int:
        """Return the height that name and note need."""
        return max(
            theme.px(58), text.line_height(theme, SECTION) + text.line_height(theme, LABEL) + theme.px(16)
        )

    @property
    @override
    def tip(self) -> Tip | None:
        """Name, what waits there, what is to be seen there."""
        return "\n".join(words for words in (self.spec.title, self.spec.note, self.spec.told) if words)

    @override
    def chosen(self) -> Action | None:
        return Action("press", self.name)

    @override
    def draw(self, surface: pygame.Surface) -> None:
        """Draw ground, sign, name, note and keycap."""
        theme, palette, spec = self.theme, self.theme.palette, self.spec
        live = self.hovered or self.focused
        ground, edge = (palette.raised, palette.tip_line) if live else (palette.inset, palette.line)
        paint.box(surface, self.rect, ground, radius=theme.px(8), edge=edge)
        inner = self.rect.pad(theme.px(12), theme.px(6))
        sign, rest = inner.cut_left(theme.px(20), theme.px(12))
        icons.put(surface, spec.icon, sign.centre, theme.px(20), spec.ink)
        cap = icons.keycap_width(theme, spec.key) if spec.key else 0
        if text.width(theme, spec.title, self.kind) > rest.w - cap - theme.px(8):
            cap = 0  # the key gives way before the words do
        side, rest = rest.cut_right(cap, theme.px(8) if cap else 0)
        if cap:
            icons.keycap(surface, theme, side.middle(side.w, theme.px(20)), spec.key)
        high = text.line_height(theme, SECTION)
        low = text.line_height(theme, LABEL) if spec.note else 0
        words = rest.middle(rest.w, min(rest.h, high + low))
        title, note = words.cut_top(high)
        name = spec.name(theme, self.kind, title.w)
        text.put(surface, theme, title, name, text.fit_type(theme, name, (self.kind, BODY, LABEL), title.w))
        if spec.note:
            line = spec.line(theme, note.w)
            kind = text.fit_type(theme, line, (SECONDARY, LABEL), note.w)
            text.put(surface, theme, note, line, kind, colour=palette.text2)
        self.ring(surface, theme.px(8))
