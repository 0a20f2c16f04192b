"""Tells what happened, the latest first: whole sentences under their months, scrolled by wheel or keys."""

from dataclasses import dataclass

import pygame
from typing_extensions import override

from race.ui.kit import icons, paint, text
from race.ui.kit.actions import Action
from race.ui.kit.layout import Rect
from race.ui.kit.theme import LABEL_BOLD, SECONDARY, Ink, Theme, blend
from race.ui.kit.widgets import Widget


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened: the month's place, its date, the words, a sign with its ink."""

    place: int
    date: str
    words: str
    icon: str
    ink: Ink


class Chronicle(Widget):
    """Sentences of any length: click, arrows or Space ask `Action("select", name, place)` for the month."""

    follows_mouse = True

    def __init__(self, name: str, rect: Rect, theme: Theme, told: tuple[Told, ...]) -> None:
        """Place the list at its first sentence."""
        super().__init__(name, rect, theme)
        self.told = told
        self.first = 0
        self.at = 0

    def _needs(self, index: int) -> int:
        """Return the height of a sentence with the date above it where its month begins."""
        theme, one = self.theme, self.told[index]
        high = text.lines_height(theme, one.words, SECONDARY, self._room()) + 2 * theme.px(3)
        return high + (self._head() if self._begins(index) else 0)

    def _room(self) -> int:
        """Return the width of a sentence: what sign, gaps and bar leave."""
        return self.rect.w - self.theme.px(34)

    def _head(self) -> int:
        return text.line_height(self.theme, LABEL_BOLD) + self.theme.px(4)

    def _begins(self, index: int) -> bool:
        return index == self.first or self.told[index].place != self.told[index - 1].place

    def places(self) -> list[tuple[int, Rect]]:
        """Return (index, place) of the sentences that are seen whole."""
        found, y = [], self.rect.y
        for index in range(self.first, len(self.told)):
            high = self._needs(index)
            if y + high > self.rect.bottom:
                break
            found.append((index, Rect(self.rect.x, y, self.rect.w - self.theme.px(10), high)))
            y += high
        return found

    def scroll(self, by: int) -> None:
        """Move the view by so many sentences, down when positive; the end stays at the bottom."""
        wanted = max(0, min(self.first + by, len(self.told) - 1))
        self.first = wanted
        while self.first and self.first + len(self.places()) >= len(self.told):
            self.first -= 1
            if self.first + len(self.places()) < len(self.told):
                self.first += 1
                break

    @override
    def handle(self, event: pygame.event.Event) -> Action | None:
        """Scroll with the wheel; a click asks for the month of a sentence."""
        if event.type == pygame.MOUSEWHEEL:
            self.scroll(-event.y)
            return None
        return super().handle(event)

    @override
    def chosen(self) -> Action | None:
        under = next((index for index, place in self.places() if place.holds(self._spot)), None)
        if under is None:
            return None
        self.at = under
        return Action("select", self.name, self.told[under].place)

    @override
    def act(self, action: Action) -> Action | None:
        """Walk through the sentences with the keys and keep the chosen one in view."""
        if not self.told:
            return None
        page = max(1, len(self.places()))
        moves = {"up": self.at - 1, "down": self.at + 1, "first": 0, "last": len(self.told) - 1}
        moves |= {"page_up": self.at - page, "page_down": self.at + page, "press": self.at}
        if action.name not in moves:
            return None
        self.at = max(0, min(moves[action.name], len(self.told) - 1))
        self.first = min(self.first, self.at)
        while self.first < self.at and self.at not in [index for index, _place in self.places()]:
            self.first += 1
        return Action("select", self.name, self.told[self.at].place)

    @override
    def draw(self, surface: pygame.Surface) -> None:
        """Draw the sentences that fit, and where in the list they are."""
        places = self.places()
        for index, place in places:
            self._draw_one(surface, index, place)
        if len(places) < len(self.told):
            self._draw_bar(surface, len(places))
        self.ring(surface, self.theme.px(6))

    def _draw_one(self, surface: pygame.Surface, index: int, place: Rect) -> None:
        theme, palette, one = self.theme, self.theme.palette, self.told[index]
        if self._begins(index):
            head, place = place.cut_top(self._head())
            line = head.cut_bottom(text.line_height(theme, LABEL_BOLD))[0]
            text.put(surface, theme, line, one.date, LABEL_BOLD, colour=palette.text3)
        if (self.hovered and place.holds(self._spot)) or (self.focused and index == self.at):
            ground = blend(palette.panel, palette.raised, 0.8)
            paint.box(surface, place, ground, radius=theme.px(5))
        sign, words = place.pad(theme.px(4), theme.px(3)).cut_left(theme.px(12), theme.px(8))
        step = text.line_height(theme, SECONDARY)
        icons.put(surface, one.icon, (sign.centre[0], sign.y + step // 2), max(8, theme.px(11)), one.ink)
        words = Rect(words.x, words.y, self._room(), words.h)
        text.put_lines(surface, theme, words, one.words, SECONDARY, colour=palette.text2)

    def _draw_bar(self, surface: pygame.Surface, shown: int) -> None:
        theme, palette, count = self.theme, self.theme.palette, len(self.told)
        rail = Rect(self.rect.right - theme.px(4), self.rect.y, theme.px(4), self.rect.h)
        paint.box(surface, rail, palette.inset, radius=theme.px(2))
        tall = max(theme.px(16), rail.h * shown // count)
        start = rail.y + (rail.h - tall) * self.first // max(1, count - shown)
        paint.box(surface, Rect(rail.x, start, rail.w, tall), palette.strong, radius=theme.px(2))
