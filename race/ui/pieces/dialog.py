"""The decision dialog: who asks and what, then two or three cards, each with its price in words."""

from dataclasses import dataclass

import pygame
from typing_extensions import override

from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY_LARGE, EYEBROW, FIGURE, HEADLINE, LABEL, SECONDARY, Ink, Theme, Type
from race.ui.kit.widgets import Button, ButtonSpec, Tip, Widget
from race.ui.pieces.board_paint import draw_effect
from race.ui.pieces.crates import Effect

_CARD_TITLE = Type(15, 700)


@dataclass(frozen=True, slots=True)
class Card:
    """One answer: key for the program, digit on its keycap, title, consequence in words, named numbers."""

    key: str
    digit: str
    title: str
    text: str
    effects: tuple[Effect, ...] = ()
    enabled: bool = True
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class DialogSpec:
    """What the dialog says; `hint` is a pair of keycap and words at the foot, `note` stands at its right.

    A dialog without cards shows `buttons` instead: pairs of key and button, last one at the right.
    """

    eyebrow: str
    title: str
    text: str
    cards: tuple[Card, ...] = ()
    hint: tuple[str, str] = ("", "")
    note: str = ""
    accent: Ink | None = None
    buttons: tuple[tuple[str, ButtonSpec], ...] = ()


class CardButton(Widget):
    """One card; click, Space, Enter or its digit asks `Action("answer", dialog, card)`."""

    def __init__(self, dialog: str, rect: Rect, theme: Theme, card: Card) -> None:
        """Place the card."""
        super().__init__(f"{dialog}.{card.key}", rect, theme)
        self.dialog = dialog
        self.card = card

    @property
    @override
    def tip(self) -> Tip | None:
        """Reason when it cannot be chosen."""
        return None if self.card.enabled else self.card.why_not or None

    @override
    def chosen(self) -> Action | None:
        """Ask for the answer; a closed card asks for the reason."""
        if not self.card.enabled:
            return Action("explain", self.name)
        return Action("answer", self.dialog, self.card.key)

    @override
    def act(self, action: Action) -> Action | None:
        """Answer on Space, Enter or the card's digit."""
        if action.name == f"choose_{self.card.digit}":
            return self.chosen()
        return super().act(action)

    @override
    def draw(self, surface: pygame.Surface) -> None:
        """Draw the card: digit, title and words at the left, numbers at the right."""
        theme, palette, card = self.theme, self.theme.palette, self.card
        live = (self.hovered or self.focused) and card.enabled
        edge, thick = (palette.lab, max(2, theme.px(2))) if live else (palette.strong, 1)
        ground = palette.raised if live else palette.inset
        paint.box(surface, self.rect, ground, radius=theme.px(8), edge=edge, thick=thick)
        inner = self.rect.pad(theme.px(16), theme.px(12))
        sign, rest = inner.cut_left(theme.px(18), theme.px(16))
        cap = Rect(sign.x, sign.y, sign.w, theme.px(24))
        icons.keycap(surface, theme, cap, card.digit)
        for effect in reversed(card.effects):
            name, figure = text.width(theme, effect.label, LABEL), text.width(theme, effect.shown, FIGURE)
            wide = max(name, figure + theme.px(18)) + theme.px(4)
            place, rest = rest.cut_right(min(wide, rest.w - theme.px(136)), theme.px(16))
            draw_effect(surface, theme, place.cut_top(theme.px(46))[0], effect)
        ink = palette.text if card.enabled else palette.text3
        high = text.lines_height(theme, card.title, _CARD_TITLE, rest.w)
        title, words = rest.cut_top(high, theme.px(2))
        text.put_lines(surface, theme, title, card.title, _CARD_TITLE, colour=ink)
        shown = card.text if card.enabled else card.why_not
        text.put_lines(surface, theme, words, shown, SECONDARY, colour=palette.text2)


class Dialog:
    """A dialog over a dimmed screen; put `controls` on a stage of their own and focus `first`."""

    def __init__(self, name: str, screen: Rect, theme: Theme, spec: DialogSpec) -> None:
        """Lay out the dialog in the middle of the screen, as high as its words need."""
        self.name = name
        self.theme = theme
        self.spec = spec
        self.screen = screen
        wide = min(theme.px(700), screen.w - 2 * theme.px(16))
        self.pad = theme.px(28)
        room = wide - 2 * self.pad
        self._words = text.lines_height(theme, spec.text, BODY_LARGE, room) if spec.text else 0
        self._head = text.line_height(theme, EYEBROW) + text.line_height(theme, HEADLINE) + theme.px(14)
        gap, foot = theme.px(10), theme.row
        heights = [self._card_height(card, room) for card in spec.cards]
        buttons = theme.px(44) + gap if spec.buttons else 0
        bar = foot if spec.hint[1] or spec.note else 0
        total = (
            self._head + self._words + theme.px(10) + sum(heights) + gap * (len(heights) + 1) + buttons + bar
        )
        self.rect = screen.middle(wide, total + 2 * theme.px(20))
        self.controls: list[Widget] = []
        self._lay(heights, room)
        self.first = (
            self.controls[-1].name if spec.buttons else self.controls[0].name if self.controls else ""
        )

    def _card_height(self, card: Card, room: int) -> int:
        theme = self.theme
        numbers = 0
        for effect in card.effects:
            name, figure = text.width(theme, effect.label, LABEL), text.width(theme, effect.shown, FIGURE)
            numbers += max(name, figure + theme.px(18)) + theme.px(20)
        words = max(theme.px(120), room - numbers - theme.px(66))
        lines = text.lines_height(theme, card.text if card.enabled else card.why_not, SECONDARY, words)
        title = text.lines_height(theme, card.title, _CARD_TITLE, words)
        return max(theme.px(72), title + lines + theme.px(28))

    def _lay(self, heights: list[int], room: int) -> None:
        theme, gap = self.theme, self.theme.px(10)
        y = self.rect.y + theme.px(20) + self._head + self._words + theme.px(10) + gap
        x = self.rect.x + self.pad
        for card, high in zip(self.spec.cards, heights, strict=True):
            self.controls.append(CardButton(self.name, Rect(x, y, room, high), theme, card))
            y += high + gap
        right = x + room
        buttons: list[Widget] = []
        for key, spec in reversed(self.spec.buttons):
            cap = icons.keycap_width(theme, spec.key) + theme.px(12) if spec.key else 0
            wide = max(
                theme.px(110), text.width(theme, spec.text, Type(16, 600, "head")) + cap + theme.px(40)
            )
            right -= wide
            buttons.insert(0, Button(f"{self.name}.{key}", Rect(right, y, wide, theme.px(44)), theme, spec))
            right -= gap
        self.controls += buttons

    def draw(self, surface: pygame.Surface) -> None:
        """Dim the screen and draw the dialog's ground and words; the stage draws the controls after."""
        theme, palette, spec = self.theme, self.theme.palette, self.spec
        paint.veil(surface, self.screen, palette.back_bottom, 170)
        paint.shadow(surface, self.rect, radius=theme.px(12), blur=theme.px(30), alpha=150)
        paint.box(surface, self.rect, palette.panel, radius=theme.px(12), edge=palette.strong)
        inner = self.rect.pad(self.pad, theme.px(20))
        eyebrow, rest = inner.cut_top(text.line_height(theme, EYEBROW), theme.px(2))
        title, rest = rest.cut_top(text.line_height(theme, HEADLINE), theme.px(12))
        accent = spec.accent or palette.warning
        mark = Rect(self.rect.x, inner.y + theme.px(4), theme.px(3), theme.px(46))
        paint.box(surface, mark, accent, radius=1)
        text.put_spaced(surface, theme, eyebrow, spec.eyebrow, EYEBROW, colour=accent)
        text.put(surface, theme, title, spec.title, HEADLINE)
        words = Rect(rest.x, rest.y, rest.w, self._words)
        if spec.text:
            text.put_lines(surface, theme, words, spec.text, BODY_LARGE, colour=palette.text2)
        if spec.hint[1] or spec.note:
            self._draw_foot(surface, inner.cut_bottom(theme.row)[0])

    def _draw_foot(self, surface: pygame.Surface, foot: Rect) -> None:
        theme, palette, (cap, words) = self.theme, self.theme.palette, self.spec.hint
        left, right = foot.cut_left(foot.w // 2)
        if cap:
            key, left = left.cut_left(icons.keycap_width(theme, cap), theme.px(8))
            icons.keycap(surface, theme, key, cap)
        text.put(surface, theme, left, words, SECONDARY, colour=palette.text2)
        slanted = Type(13, 400, "text", italic=True)
        text.put(surface, theme, right, self.spec.note, slanted, colour=palette.text2, align="right")
