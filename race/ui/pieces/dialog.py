"""The decision dialog: who asks and what, then two or three cards, each with its price in words."""

from dataclasses import dataclass
from typing import Literal

import pygame
from typing_extensions import override

from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.roll import Roll
from race.ui.kit.theme import (
    BODY_BOLD,
    BODY_LARGE,
    EYEBROW,
    HEADLINE,
    LABEL,
    SECONDARY,
    SECTION,
    Ink,
    Theme,
    Type,
)
from race.ui.kit.widgets import Button, ButtonSpec, Tip, Widget
from race.ui.pieces.crates import Effect

_CARD_TITLE = Type(15, 700)
_CAPTION = Type(11, 600)
_NOTES = (Type(SECONDARY.size, italic=True), Type(LABEL.size, italic=True))
"""Sizes of the note at the foot."""
_WIDTHS = (700, 960)
"""Width of the dialog, and of one with many numbers, at 720p."""
_LEAST_WORDS = 0.38
"""Least share of a card that its words keep beside the numbers; else the numbers go beneath."""


@dataclass(frozen=True, slots=True)
class Group:
    """Named numbers under one caption: what follows at once, or later."""

    caption: str
    effects: tuple[Effect, ...]
    nothing: str = "–"
    """Stands where this answer moves nothing and another one does."""


@dataclass(frozen=True, slots=True)
class Card:
    """One answer: key for the program, digit on its keycap, title, words, numbers in groups.

    `note` stands under the words and is fainter. All cards of a dialog have the same groups, so that these
    stand under each other; one may be empty.
    """

    key: str
    digit: str
    title: str
    text: str
    groups: tuple[Group, ...] = ()
    enabled: bool = True
    why_not: str = ""
    note: str = ""


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


def _told(card: Card) -> tuple[str, ...]:
    """Return the paragraphs under a card's title: its words and its note, or why it is closed."""
    return tuple(filter(None, (card.text, card.note) if card.enabled else (card.why_not,)))


def _number_width(theme: Theme, effect: Effect) -> int:
    """Return the width of a named number, pixels."""
    arrow = theme.px(14) if effect.up is not None else 0
    figure = text.width(theme, effect.shown, SECTION) + arrow
    return max(text.width(theme, effect.label, LABEL), figure) + theme.px(4)


def _group_width(theme: Theme, group: Group) -> int:
    """Return the width of a group side by side, 0 for an empty one."""
    if not group.effects:
        return 0
    numbers = [_number_width(theme, effect) for effect in group.effects]
    whole = sum(numbers) + theme.px(16) * (len(numbers) - 1)
    return max(whole, text.width(theme, group.caption, _CAPTION) + theme.px(4))


def _group_height(theme: Theme) -> int:
    lines = (_CAPTION, LABEL, SECTION)
    return sum(text.line_height(theme, kind) for kind in lines) + theme.px(2)


class Grid:
    """Where the numbers of all cards of a dialog stand, group under group.

    They stand beside the words; beneath them where these would be squeezed; or one group beneath the other.
    """

    def __init__(self, theme: Theme, cards: tuple[Card, ...], room: int, *, beside: bool = True) -> None:
        """Share out the width of a card's inside, pixels; `beside`: numbers may stand beside the words."""
        self.theme = theme
        self.widths = [
            max(_group_width(theme, card.groups[place]) for card in cards)
            for place in range(min((len(card.groups) for card in cards), default=0))
        ]
        used = [wide for wide in self.widths if wide]
        self.gap = theme.px(22)
        self.block = sum(used) + self.gap * max(0, len(used) - 1)
        self.arranged: Literal["beside", "beneath", "stacked"] = "stacked"
        if beside and self.block + self.gap <= room * (1 - _LEAST_WORDS):
            self.arranged = "beside"
        elif self.block <= room:
            self.arranged = "beneath"
        self.words = room - self.block - self.gap if used and self.arranged == "beside" else room
        self.whole = all(
            text.width(theme, line, kind) <= self.words
            for card in cards
            for kind, lines in ((_CARD_TITLE, (card.title,)), (SECONDARY, _told(card)))
            for line in lines
        )
        """Whether no line of the words has to be broken."""

    def _rows(self, card: Card) -> int:
        """Return how many rows of numbers a card has."""
        filled = sum(bool(group.effects) for group in card.groups)
        return filled if self.arranged == "stacked" else min(1, filled)

    def _numbers(self, card: Card) -> int:
        return self._rows(card) * (_group_height(self.theme) + self.theme.px(4))

    def height(self, card: Card) -> int:
        """Return the height that a card's words and numbers need, pixels."""
        theme = self.theme
        words = text.lines_height(theme, card.title, _CARD_TITLE, self.words) + theme.px(2)
        words += sum(text.lines_height(theme, told, SECONDARY, self.words) for told in _told(card))
        numbers = self._numbers(card)
        return max(words, numbers) if self.arranged == "beside" else words + numbers

    def places(self, inner: Rect, card: Card) -> tuple[Rect, list[Rect]]:
        """Return the place of a card's words and of each group; a card without numbers has none for them."""
        theme, high = self.theme, _group_height(self.theme)
        if self.arranged == "beside":
            rest = inner.cut_right(self.block)[0]
            words = inner.cut_left(self.words)[0]
        else:
            rest, words = inner.cut_bottom(self._numbers(card))
            rest = rest.cut_top(theme.px(4))[1]
        found, kept = [], self.arranged != "stacked" and self._rows(card) > 0
        for wide, group in zip(self.widths, card.groups, strict=False):
            place = Rect(rest.x, rest.y, wide if group.effects or kept else 0, high)
            if self.arranged != "stacked":
                rest = rest.cut_left(wide, self.gap if wide else 0)[1]
            elif group.effects:
                rest = rest.cut_top(high + theme.px(4))[1]
            found.append(place)
        return words, found


class CardButton(Widget):
    """One card; click, Space, Enter or its digit asks `Action("answer", dialog, card)`."""

    def __init__(self, dialog: str, rect: Rect, theme: Theme, card: Card, grid: Grid) -> None:
        """Place the card."""
        super().__init__(f"{dialog}.{card.key}", rect, theme)
        self.dialog = dialog
        self.card = card
        self.grid = grid
        self.inset = theme.px(11)

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
        """Draw the card: digit, title and words at the left, numbers at the right or beneath."""
        theme, palette, card = self.theme, self.theme.palette, self.card
        live = (self.hovered or self.focused) and card.enabled
        edge, thick = (palette.lab, max(2, theme.px(2))) if live else (palette.strong, 1)
        ground = palette.raised if live else palette.inset
        paint.box(surface, self.rect, ground, radius=theme.px(8), edge=edge, thick=thick)
        sign, rest = _inside(theme, self.rect, self.inset)
        icons.keycap(surface, theme, Rect(sign.x, sign.y, sign.w, theme.px(24)), card.digit)
        words, groups = self.grid.places(rest, card)
        ink = palette.text if card.enabled else palette.text3
        high = text.lines_height(theme, card.title, _CARD_TITLE, words.w)
        title, told = words.cut_top(high, theme.px(2))
        text.put_lines(surface, theme, title, card.title, _CARD_TITLE, colour=ink)
        for line, faint in zip(_told(card), (palette.text2, palette.text3), strict=False):
            told = told.cut_top(text.put_lines(surface, theme, told, line, SECONDARY, colour=faint))[1]
        for group, place in zip(card.groups, groups, strict=False):
            if place.w:
                self._draw_group(surface, group, place)

    def _draw_group(self, surface: pygame.Surface, group: Group, place: Rect) -> None:
        theme, palette = self.theme, self.theme.palette
        line = Rect(place.x - self.grid.gap // 2, place.y + theme.px(2), 1, place.h - theme.px(4))
        if line.x > self.rect.x + theme.px(50):
            paint.box(surface, line, palette.strong)
        caption, rest = place.cut_top(text.line_height(theme, _CAPTION))
        text.put(surface, theme, caption, group.caption, _CAPTION, colour=palette.text3)
        if not group.effects:
            line = rest.cut_top(text.line_height(theme, LABEL))[0]
            text.put(surface, theme, line, group.nothing, LABEL, colour=palette.text3)
        for effect in group.effects:
            cell, rest = rest.cut_left(_number_width(theme, effect), theme.px(16))
            self._draw_number(surface, cell, effect)

    def _draw_number(self, surface: pygame.Surface, cell: Rect, effect: Effect) -> None:
        theme, palette = self.theme, self.theme.palette
        ink = palette.text if effect.good is None else palette.good if effect.good else palette.bad
        label, figure = cell.cut_top(text.line_height(theme, LABEL))
        text.put(surface, theme, label, effect.label, LABEL, colour=palette.text2)
        if effect.up is not None:
            sign, figure = figure.cut_left(theme.px(9), theme.px(5))
            icons.put(surface, "up" if effect.up else "down", sign.centre, theme.px(9), ink)
        kind = text.fit_type(theme, effect.shown, (SECTION, BODY_BOLD), figure.w)
        text.put(surface, theme, figure, effect.shown, kind, colour=ink)


def _inside(theme: Theme, card: Rect, down: int) -> tuple[Rect, Rect]:
    """Return the places of a card's digit and of everything else."""
    return card.pad(theme.px(16), down).cut_left(theme.px(18), theme.px(16))


class Dialog:
    """A dialog over a dimmed screen; put `controls` on a stage of their own and focus `first`."""

    def __init__(
        self, name: str, screen: Rect, theme: Theme, spec: DialogSpec, roll: Roll | None = None
    ) -> None:
        """Lay out the dialog in the middle of the screen, as high as its words need.

        Where the screen is too low for that, `roll` moves words and cards between title and foot.
        """
        self.name = name
        self.theme = theme
        self.spec = spec
        self.screen = screen
        self.pad = theme.px(28)
        self._head = text.line_height(theme, EYEBROW) + text.line_height(theme, HEADLINE) + theme.px(14)
        self.gap, self.inset, self.rim = theme.px(10), theme.px(11), theme.px(20)
        room, self.grid = self._shared()
        self._words = self._said(room)
        high = self._measured(room, self.grid)
        if high > screen.h:  # much text in a small window
            self.gap, self.inset, self.rim = theme.px(5), theme.px(5), theme.px(8)
            high = self._measured(room, self.grid)
        self.rect = screen.middle(room + 2 * self.pad, high)
        self.controls: list[Widget] = []
        self._said_at = Rect(self.rect.x + self.pad, self.rect.y + self.rim + self._head, room, self._words)
        if roll is not None and high > screen.h:
            self._lay_rolled(roll, room)
        else:
            if roll is not None:
                roll.lay(theme, self.rect, (), 0)
            self._lay(room)
        self.first = (
            self.controls[-1].name if spec.buttons else self.controls[0].name if self.controls else ""
        )

    def _said(self, room: int) -> int:
        """Return the height of the words above the cards, pixels."""
        return text.lines_height(self.theme, self.spec.text, BODY_LARGE, room) if self.spec.text else 0

    def _heights(self, grid: Grid) -> list[int]:
        least = self.theme.px(40) + 2 * self.inset
        return [max(least, grid.height(card) + 2 * self.inset) for card in self.spec.cards]

    def _measured(self, room: int, grid: Grid) -> int:
        """Return the height that everything needs, pixels."""
        theme, spec, gap = self.theme, self.spec, self.gap
        heights = self._heights(grid)
        buttons = theme.px(44) + gap if spec.buttons else 0
        bar = theme.row if spec.hint[1] else 0
        total = self._head + self._said(room) + gap + sum(heights) + gap * (len(heights) + 1) + buttons + bar
        return total + 2 * self.rim

    def _shared(self) -> tuple[int, Grid]:
        """Return the width inside and the numbers' places: beside the words if there is room for it.

        What breaks no line of the words comes first, in a wider dialog or with the numbers beneath, if the
        screen is high enough.
        """
        theme, cards = self.theme, self.spec.cards
        most = self.screen.w - 2 * theme.px(16)
        rooms = [min(theme.px(wide), most) - 2 * self.pad for wide in _WIDTHS]
        pairs = [
            (room, Grid(theme, cards, _inside(theme, Rect(0, 0, room, 0), 0)[1].w, beside=beside))
            for beside in (True, False)
            for room in rooms
        ]
        fitting = [pair for way in ("beside", "beneath") for pair in pairs if pair[1].arranged == way]
        asked = [*(pair for pair in fitting if pair[1].whole), *fitting]
        low = (pair for pair in asked if self._measured(*pair) <= self.screen.h)
        return next(low, (*fitting, pairs[-1])[0])

    def _lay_rolled(self, roll: Roll, room: int) -> None:
        """Roll the words and the cards in what title and foot leave of the dialog; its bar takes a margin."""
        theme, spec = self.theme, self.spec
        gap = self.gap = theme.px(10)
        self.inset, self.rim = theme.px(11), theme.px(20)  # what rolls need not be squeezed
        inner = self.rect.pad(self.pad, self.rim).cut_top(self._head)[1]
        view = inner.cut_bottom(theme.row if spec.hint[1] else 0, gap)[1]
        room -= theme.px(40)
        self.grid = Grid(theme, spec.cards, _inside(theme, Rect(0, 0, room, 0), 0)[1].w)
        bands = [self._said(room)] if spec.text else []
        places = roll.lay(theme, view, [*bands, *self._heights(self.grid)], gap)
        if spec.text:
            self._said_at, *places = places
        for card, place in zip(spec.cards, places, strict=True):
            button = CardButton(self.name, place._replace(w=room), theme, card, self.grid)
            button.inset = self.inset
            self.controls.append(button)
        self.controls += roll.bar(theme)

    def _lay(self, room: int) -> None:
        theme, gap = self.theme, self.gap
        y = self.rect.y + self.rim + self._head + self._words + 2 * gap
        x = self.rect.x + self.pad
        for card, high in zip(self.spec.cards, self._heights(self.grid), strict=True):
            button = CardButton(self.name, Rect(x, y, room, high), theme, card, self.grid)
            button.inset = self.inset
            self.controls.append(button)
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
        inner = self.rect.pad(self.pad, self.rim)
        eyebrow, rest = inner.cut_top(text.line_height(theme, EYEBROW), theme.px(2))
        title = rest.cut_top(text.line_height(theme, HEADLINE))[0]
        accent = spec.accent or palette.warning
        mark = Rect(self.rect.x, inner.y + theme.px(4), theme.px(3), theme.px(46))
        paint.box(surface, mark, accent, radius=1)
        text.put_spaced(surface, theme, eyebrow, spec.eyebrow, EYEBROW, colour=accent)
        kind = text.fit_type(theme, spec.title, (HEADLINE, SECTION, _CARD_TITLE), title.w)
        text.put(surface, theme, title, spec.title, kind)
        if spec.text:
            text.put_lines(surface, theme, self._said_at, spec.text, BODY_LARGE, colour=palette.text2)
        if spec.hint[1]:
            self._draw_foot(surface, inner.cut_bottom(theme.row)[0])

    def _draw_foot(self, surface: pygame.Surface, foot: Rect) -> None:
        theme, palette, (cap, words) = self.theme, self.theme.palette, self.spec.hint
        if cap:
            key, foot = foot.cut_left(icons.keycap_width(theme, cap), theme.px(8))
            icons.keycap(surface, theme, key, cap)
        text.put(surface, theme, foot, words, SECONDARY, colour=palette.text2)
        rest = foot.cut_left(text.width(theme, words, SECONDARY), theme.px(16))[1]
        kind = text.fit_type(theme, self.spec.note, _NOTES, rest.w)
        if text.width(theme, self.spec.note, kind) <= rest.w:  # what must be done counts more
            text.put(surface, theme, rest, self.spec.note, kind, colour=palette.text3, align="right")
