"""A bright card beside what it is about: step and dots, a title, a few lines, two buttons, a nose."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import pygame
from typing_extensions import override

from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY_LARGE, EYEBROW, PANEL, SECONDARY, Ink, Theme, Type, blend
from race.ui.kit.widgets import Widget

_BUTTON = Type(15, 600, "head")
WIDE = 318


@dataclass(frozen=True, slots=True)
class Said:
    """What a card says: a line of small capitals, done and all dots, title, text, words of its buttons."""

    eyebrow: str
    dots: tuple[int, int]
    title: str
    text: str
    main: str = ""
    quiet: str = ""


class CardKey(Widget):
    """A button on a bright card: a dark block, or plain words; asks `Action("press", name)`."""

    def __init__(self, name: str, rect: Rect, theme: Theme, words: tuple[str, str]) -> None:
        """Place the button; `words` are its text and the writing on its keycap."""
        super().__init__(name, rect, theme)
        self.words = words

    @override
    def chosen(self) -> Action | None:
        return Action("press", self.name)

    @override
    def draw(self, surface: pygame.Surface) -> None:
        theme, (words, cap) = self.theme, self.words
        ground, ink = inks(theme)
        wide = icons.keycap_width(theme, cap) + theme.px(8) if cap else 0
        inner = self.rect.pad(theme.px(4), 0)
        if self.name == "main":
            lift = 0.22 if self.hovered else 0.0
            paint.box(surface, self.rect, blend(ink, ground, lift), radius=theme.px(7))
            inner = self.rect.pad(theme.px(12), 0)
            inner = inner.middle(text.width(theme, words, _BUTTON) + wide + 2, inner.h)
            writing, caps = ground, (blend(ink, ground, 0.25), blend(ink, ground, 0.45), ground)
        else:
            writing = ink if self.hovered else blend(ink, ground, 0.25)
            caps = (ground, blend(ink, ground, 0.6), writing)
        kind = _BUTTON if self.name == "main" else SECONDARY
        inner, side = inner.cut_left(min(inner.w - wide, text.width(theme, words, kind)), theme.px(8))
        text.put(surface, theme, inner, words, kind, colour=writing)
        if cap:
            icons.keycap(surface, theme, side.cut_left(wide - theme.px(8))[0], cap, inks=caps)
        if self.focused:
            edge = theme.palette.lab
            paint.box(
                surface,
                self.rect.pad(-theme.px(2)),
                None,
                radius=theme.px(8),
                edge=blend(edge, ink, 0.35),
                thick=2,
            )


def inks(theme: Theme) -> tuple[Ink, Ink]:
    """Return the card's ground and its writing: the theme's own, the other way round."""
    return theme.palette.text, theme.palette.on_bright


class Bubble:
    """The card in its place; `keys` go on a stage of their own."""

    def __init__(
        self, theme: Theme, screen: Rect, said: Said, around: Sequence[Rect], caps: tuple[str, str]
    ) -> None:
        """Lay the card out beside the rectangles it is about.

        Args:
            theme: scale and colours.
            screen: the whole window.
            said: what it says.
            around: what it is about, and what it should leave free after the first; may be empty.
            caps: keycaps of the main and of the quiet button, empty for none.
        """
        self.theme, self.said, self.screen = theme, said, screen
        self.about = list(around)
        pad = theme.px(20)
        wide = min(theme.px(WIDE), screen.w - 2 * theme.px(12))
        room = wide - 2 * pad
        self._head = text.line_height(theme, EYEBROW) + theme.px(6)
        self._title = text.lines_height(theme, said.title, PANEL, room)
        self._text = text.lines_height(theme, said.text, BODY_LARGE, room)
        foot = self._foot_high(room, caps)
        high = self._head + self._title + theme.px(6) + self._text + theme.px(14) + foot + 2 * theme.px(16)
        self.rect = self._place((wide, min(high, screen.h - theme.px(12))))
        self.keys: list[Widget] = self._buttons(self.rect.pad(pad, theme.px(16)).cut_bottom(foot)[0], caps)

    def _wide(self, words: str, cap: str, kind: Type) -> int:
        theme = self.theme
        return text.width(theme, words, kind) + (icons.keycap_width(theme, cap) + theme.px(8) if cap else 0)

    def _foot_high(self, room: int, caps: tuple[str, str]) -> int:
        """Return the height of the buttons: one line, or two when both do not fit side by side."""
        theme, said = self.theme, self.said
        row = max(28, theme.px(30), text.line_height(theme, _BUTTON) + theme.px(8))
        if not (said.main or said.quiet):
            return 0
        both = (
            self._wide(said.main, caps[0], _BUTTON)
            + theme.px(28)
            + self._wide(said.quiet, caps[1], SECONDARY)
        )
        self._stacked = bool(said.main and said.quiet) and both + theme.px(24) > room
        return 2 * row + theme.px(6) if self._stacked else row

    def _buttons(self, foot: Rect, caps: tuple[str, str]) -> list[Widget]:
        theme, said = self.theme, self.said
        found: list[Widget] = []
        if self._stacked_now():
            upper, lower = foot.cut_top((foot.h - theme.px(6)) // 2, theme.px(6))
            return [
                CardKey("main", upper, theme, (said.main, caps[0])),
                CardKey("quiet", lower, theme, (said.quiet, caps[1])),
            ]
        if said.main:
            wide = self._wide(said.main, caps[0], _BUTTON) + theme.px(28)
            found.append(CardKey("main", foot.cut_right(wide)[0], theme, (said.main, caps[0])))
        if said.quiet:
            wide = self._wide(said.quiet, caps[1], SECONDARY) + theme.px(12)
            place = foot.cut_left(wide)[0].shift(-theme.px(4), 0)
            found.insert(0, CardKey("quiet", place, theme, (said.quiet, caps[1])))
        return found

    def _stacked_now(self) -> bool:
        return bool(getattr(self, "_stacked", False))

    def _place(self, size: tuple[int, int]) -> Rect:
        """Return the place beside the first rectangle that covers least of what must stay free."""
        theme, (wide, high) = self.theme, size
        area = self.screen.pad(theme.px(12))
        if not self.about:
            return area.middle(wide, high)
        gap = theme.px(16)
        first = self.about[0]
        x, y = first.centre[0] - wide // 2, first.centre[1] - high // 2
        top = max(first.y, y) if first.h > high else y
        spots = [
            Rect(first.x - gap - wide, top, wide, high),
            Rect(first.right + gap, top, wide, high),
            Rect(x, first.bottom + gap, wide, high),
            Rect(x, first.y - gap - high, wide, high),
            Rect(first.x - gap - wide, first.bottom + gap, wide, high),
        ]
        left, low = min(rect.x for rect in self.about), max(rect.bottom for rect in self.about)
        right, high_up = max(rect.right for rect in self.about), min(rect.y for rect in self.about)
        spots += [
            Rect(left - gap - wide, top, wide, high),
            Rect(right + gap, top, wide, high),
            Rect(x, low + gap, wide, high),
            Rect(x, high_up - gap - high, wide, high),
            *(
                Rect(across, down, wide, high)
                for across in (area.x, area.right)
                for down in (area.y, area.bottom)
            ),
        ]
        placed = [spot.clamp(area) for spot in spots]
        return min(placed, key=lambda spot: sum(_shared(spot, rect) for rect in self.about))

    def draw(self, surface: pygame.Surface) -> None:
        """Draw shadow, card, noses and words; the stage draws the buttons after."""
        theme, (ground, ink) = self.theme, inks(self.theme)
        paint.shadow(surface, self.rect, radius=theme.px(10), blur=theme.px(26), alpha=170)
        paint.box(surface, self.rect, ground, radius=theme.px(10))
        for rect in self.about:
            self._nose(surface, rect, ground)
        inner = self.rect.pad(theme.px(20), theme.px(16))
        head, rest = inner.cut_top(self._head)
        self._draw_head(surface, head)
        title, rest = rest.cut_top(self._title, theme.px(6))
        text.put_lines(surface, theme, title, self.said.title, PANEL, colour=ink)
        words = rest.cut_top(self._text)[0]
        text.put_lines(surface, theme, words, self.said.text, BODY_LARGE, colour=blend(ink, ground, 0.18))

    def _draw_head(self, surface: pygame.Surface, head: Rect) -> None:
        theme, (ground, ink) = self.theme, inks(self.theme)
        line = head.cut_top(text.line_height(theme, EYEBROW))[0]
        done, every = self.said.dots
        step = theme.px(13)
        dots, words = line.cut_right(step * every, theme.px(8))
        text.put_spaced(surface, theme, words, self.said.eyebrow, EYEBROW, colour=blend(ink, ground, 0.25))
        for place in range(every):
            colour = blend(theme.palette.lab, ink, 0.4) if place < done else blend(ink, ground, 0.8)
            spot = (dots.x + step * place + step // 2, dots.centre[1])
            icons.put(surface, "circle", spot, theme.px(8), colour)

    def _nose(self, surface: pygame.Surface, rect: Rect, ground: Ink) -> None:
        """Point from the card's edge at a rectangle that lies wholly beside, above or below it."""
        theme, card = self.theme, self.rect
        reach, half = theme.px(13), theme.px(11)
        inset = half + theme.px(10)
        y = max(card.y + inset, min(rect.centre[1], card.bottom - inset))
        x = max(card.x + inset, min(rect.centre[0], card.right - inset))
        if rect.x >= card.right:
            points = ((card.right - 1, y - half), (card.right + reach, y), (card.right - 1, y + half))
        elif rect.right <= card.x:
            points = ((card.x, y - half), (card.x - reach, y), (card.x, y + half))
        elif rect.y >= card.bottom:
            points = ((x - half, card.bottom - 1), (x, card.bottom + reach), (x + half, card.bottom - 1))
        elif rect.bottom <= card.y:
            points = ((x - half, card.y), (x, card.y - reach), (x + half, card.y))
        else:
            return
        pygame.draw.polygon(surface, ground, points)
        pygame.draw.aalines(surface, ground, False, points)  # noqa: FBT003 - not closed


def _shared(one: Rect, other: Rect) -> int:
    """Return how many pixels two rectangles share.

    >>> [_shared(Rect(0, 0, 10, 10), Rect(x, y, 10, 10)) for x, y in ((6, 4), (6, 12), (12, 4), (12, 12))]
    [24, 0, 0, 0]
    """
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0, across) * max(0, down)


@functools.lru_cache(maxsize=2)
def _dimming(size: tuple[int, int], colour: Ink, bright: tuple[Rect, ...], radius: int) -> pygame.Surface:
    """Return a transparent sheet with holes."""
    sheet = pygame.Surface(size, pygame.SRCALPHA)
    sheet.fill((*colour, 178))
    for rect in bright:
        pygame.draw.rect(sheet, (0, 0, 0, 0), tuple(rect), border_radius=radius)
    return sheet


def spotlight(surface: pygame.Surface, theme: Theme, screen: Rect, bright: Sequence[Rect]) -> None:
    """Dim everything but the rectangles, and draw an edge around each."""
    radius = theme.px(10)
    surface.blit(_dimming((screen.w, screen.h), theme.palette.back_bottom, tuple(bright), radius), (0, 0))
    for rect in bright:
        paint.box(surface, rect, None, radius=radius, edge=theme.palette.tip_line, thick=max(1, theme.px(1)))
