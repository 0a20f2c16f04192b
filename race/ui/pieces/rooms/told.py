"""What a chosen line says: sentences, figures on rules, causes with their bars, and what they come to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame
from typing_extensions import override

from race.speech import nought
from race.ui.kit import paint, text
from race.ui.kit.layout import Rect
from race.ui.kit.roll import Scrolled
from race.ui.kit.theme import BODY, BODY_BOLD, SECONDARY, Ink, Theme, Type
from race.ui.present.figures import Said

_HEAD = Type(16, 600, "head")
_MOST = 0.55
"""Most of the width that a figure takes beside its words; a longer one stands under them."""


@dataclass(frozen=True, slots=True)
class Band:
    """One thing said as it is drawn.

    Attributes:
        said: the words and the figure.
        lines: the words, wrapped.
        kinds: types of words and figure.
        above: room over it, pixels.
        high: its height without that, pixels.
        beneath: whether the figure stands under the words.
        share: signed length of its bar against the longest of its neighbours, -1 to 1; 0 for no bar.
        quiet: whether it only says what stands over it.
    """

    said: Said
    lines: tuple[str, ...]
    kinds: tuple[Type, Type]
    above: int
    high: int
    beneath: bool = False
    share: float = 0.0
    quiet: bool = False


class Reading(Scrolled):
    """Read, never chosen."""

    def __init__(self, name: str, rect: Rect, theme: Theme, told: Sequence[Said]) -> None:
        """Wrap the sentences and place them."""
        super().__init__(name, rect, theme, rect)
        shares = _shares(told)
        self.bands = tuple(self._bands(told, shares))

    @override
    def height(self) -> int:
        return sum(band.above + band.high for band in self.bands)

    def _room(self) -> int:
        return max(1, self.rect.w - self.theme.px(10))

    def _bands(self, told: Sequence[Said], shares: Sequence[float]) -> Iterator[Band]:
        """Yield everything said, wrapped and measured."""
        before: Said | None = None
        for said, share in zip(told, shares, strict=True):
            yield self._figure(said, before, share) if said.shown else self._sentence(said, before)
            before = said

    def _sentence(self, said: Said, before: Said | None) -> Band:
        """Return words without a figure; notes are small, and so is what says what a head is."""
        theme, headed = self.theme, before is not None and before.part == "head"
        note = headed or said.part == "note"
        kind = _HEAD if said.part == "head" else SECONDARY if note else BODY
        lines = text.wrap(theme, said.words, kind, self._room())
        above = 0 if before is None or headed else theme.px(14 if said.part == "head" else 7)
        return Band(said, lines, (kind, kind), above, text.line_height(theme, kind) * len(lines), quiet=note)

    def _figure(self, said: Said, before: Said | None, share: float) -> Band:
        """Return words with a figure at their end, or under them where it is too long."""
        theme, room, head = self.theme, self._room(), said.part == "head"
        kinds = (_HEAD, _HEAD) if head else (BODY_BOLD if said.part == "sum" else BODY, BODY_BOLD)
        side = text.width(theme, said.shown, kinds[1])
        beneath = side > room * _MOST
        lines = text.wrap(theme, said.words, kinds[0], room if beneath else room - side - theme.px(12))
        high = text.line_height(theme, kinds[0]) * (len(lines) + beneath)
        above = theme.px(14) if head else theme.px(5) if before is not None and not before.shown else 0
        if not head:
            high += theme.px(8) + (theme.px(5) if share else 0)
        return Band(said, lines, kinds, above if before else 0, high, beneath, share)

    # -- drawing ----------------------------------------------------------------------------------

    @override
    def draw(self, surface: pygame.Surface) -> None:
        before, y, ruled = surface.get_clip(), self.rect.y - self.first, False
        surface.set_clip(pygame.Rect(*self.rect).clip(before))
        for band in self.bands:
            place = Rect(self.rect.x, y + band.above, self._room(), band.high)
            if place.y >= self.rect.y and place.bottom <= self.rect.bottom:
                self._draw_band(surface, place, band, ruled=ruled)
            y, ruled = place.bottom, bool(band.share)
        surface.set_clip(before)
        self.draw_bar(surface, self.theme.palette.inset)
        self.ring(surface, self.theme.px(6))

    def _draw_band(self, surface: pygame.Surface, place: Rect, band: Band, *, ruled: bool) -> None:
        """Draw the words, the figure at their end, a rule above it unless there is one, a cause's bar."""
        theme, said = self.theme, band.said
        inks = self._inks(band)
        inner = place
        if said.shown and said.part != "head":
            if not ruled:
                rule = theme.palette.strong if said.part == "sum" else theme.palette.line
                pygame.draw.line(surface, rule, (place.x, place.y), (place.right - 1, place.y))
            inner = place.pad(0, theme.px(4))
        step = text.line_height(theme, band.kinds[0])
        for number, line in enumerate(band.lines):
            text.put(
                surface,
                theme,
                Rect(inner.x, inner.y + number * step, inner.w, step),
                line,
                band.kinds[0],
                colour=inks[0],
            )
        last = len(band.lines) - (not band.beneath)
        figure = Rect(inner.x, inner.y + last * step, inner.w, step)
        text.put(surface, theme, figure, said.shown, band.kinds[1], colour=inks[1], align="right")
        if band.share:
            high = max(2, theme.px(3))
            wide = max(high, round(place.w * abs(band.share)))
            bar = Rect(place.x, place.bottom - high, place.w, high)
            paint.box(surface, bar, theme.palette.line, radius=high // 2)
            paint.box(surface, bar.cut_left(wide)[0], inks[1], radius=high // 2)

    def _inks(self, band: Band) -> tuple[Ink, Ink]:
        """Return the colours of words and figure."""
        palette, said = self.theme.palette, band.said
        if band.quiet:
            return palette.text3, palette.text3
        if said.part:
            return palette.text, palette.text
        words = palette.text2
        if said.amount and not nought(said.shown):
            return words, palette.good if said.amount > 0 else palette.bad
        return words, palette.text


def _shares(told: Sequence[Said]) -> list[float]:
    """Return the signed length of each cause's bar; only causes that come to a sum have one."""
    found, run = [0.0] * len(told), list[int]()
    for place, said in enumerate(told):
        if said.amount:
            run.append(place)
        elif said.part == "sum" and run:
            most = max(abs(told[one].amount) for one in run)
            for one in run:
                found[one] = told[one].amount / most
            run = []
        elif said.part == "head" or not said.shown:
            run = []
    return found
