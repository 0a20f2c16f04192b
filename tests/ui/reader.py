"""Reads a screen while it is drawn: which words stand where, in which ink on what, and what was cut."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any
from unittest.mock import patch

import pygame
from typing_extensions import override

from race.ui.kit import text, tooltips
from race.ui.kit.choices import ListBox
from race.ui.kit.layout import Rect
from race.ui.kit.theme import Ink, Theme, Type
from race.ui.kit.tooltips import Receipt
from race.ui.pieces.board import Board
from race.ui.pieces.rooms.card import DoorCard
from race.ui.pieces.rooms.ledger import Ledger
from race.ui.screens.screen import Screen

Placed = tuple[text.Fitted, pygame.Surface | None, int, int]
"""A line made to fit, its picture, and how far in it lies."""


@dataclass(frozen=True, slots=True)
class Words:
    """One line as it was drawn.

    Attributes:
        text: what can be read.
        box: the place of its ink, in window pixels.
        size: of its type, in pixels.
        colour: its ink.
        ground: what lay beneath, on average.
        whole: whether nothing of it fell outside of the clip or of the window.
    """

    text: str
    box: Rect
    size: int
    colour: Ink
    ground: Ink
    whole: bool


@dataclass(slots=True)
class Reading:
    """What a screen said: its lines, every text that was to be shown, and those that did not fit."""

    words: list[Words] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    cut: set[str] = field(default_factory=set)

    def collisions(self) -> list[tuple[str, str]]:
        """Return the pairs of lines that are written over each other."""
        lines = sorted(self.words, key=lambda line: line.box.y)
        found = []
        for place, first in enumerate(lines):
            for second in lines[place + 1 :]:
                if second.box.y >= first.box.bottom - 1:
                    break
                if first.box.pad(1).meets(second.box.pad(1)):
                    found.append((first.text, second.text))
        return found

    def across(self, edges: list[Rect]) -> list[str]:
        """Return the lines that lie partly inside and partly outside of one of the places."""
        return [
            line.text
            for line in self.words
            for edge in edges
            if line.box.pad(1).meets(edge) and not line.box.pad(1).within(edge)
        ]


class Page(pygame.Surface):
    """A surface that notes every line drawn on it."""

    def __init__(self, size: tuple[int, int]) -> None:
        """Take a clean page."""
        super().__init__(size)
        self.reading = Reading()
        self.known: dict[int, tuple[pygame.Surface, str, int, Ink]] = {}

    @override
    def blit(
        self,
        source: pygame.Surface,
        dest: Any = (0, 0),
        area: Any = None,
        special_flags: int = 0,
    ) -> pygame.Rect:
        """Draw, and note words with the ground beneath them."""
        if id(source) in self.known:
            self._note(source, dest)
        return super().blit(source, dest, area, special_flags)

    def _note(self, source: pygame.Surface, dest: Any) -> None:  # noqa: ANN401 - a place or a rectangle
        _picture, words, size, colour = self.known[id(source)]
        ink = source.get_bounding_rect().move(dest[0], dest[1])
        seen = ink.clip(self.get_clip())
        if not words.strip() or not seen.w or not seen.h:
            return
        ground = tuple(pygame.transform.average_color(self, seen)[:3])
        whole = seen.h >= ink.h - 1 and seen.w >= ink.w - 1
        place = Rect(seen.x, seen.y, seen.w, seen.h)
        self.reading.words.append(Words(words, place, size, colour, ground, whole))  # type: ignore[arg-type]

    def _placing(self, placed: Callable[..., Placed]) -> Callable[..., Placed]:
        """Watch what every line passes that is put in a box."""

        def watched(words: str, face: text.Face, colour: Ink, room: tuple[int, int], align: str) -> Placed:
            found = placed(words, face, colour, room, align)
            fitted, image, _across, _down = found
            self.reading.asked.add(words)
            if fitted.cut and room[0] > 0:
                self.reading.cut.add(words)
            if image is not None:
                self.known[id(image)] = image, fitted.shown, face[2], colour
            return found

        return watched

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Note what is measured, cut and drawn until the end of the block."""
        fit, wrap, picture, put_spaced = text.fit, text.wrap, text.picture, text.put_spaced

        def watched_fit(theme: Theme, words: str, kind: Type, room: int) -> text.Fitted:
            fitted = fit(theme, words, kind, room)
            self.reading.asked.add(words)
            if fitted.cut and room > 0:
                self.reading.cut.add(words)
            return fitted

        def watched_wrap(theme: Theme, words: str, kind: Type, room: int, most: int = 0) -> tuple[str, ...]:
            self.reading.asked.add(words)
            before = set(self.reading.cut)
            whole, lines = wrap(theme, words, kind, room), wrap(theme, words, kind, room, most)
            cut = (most and len(whole) > most) or any(line not in words for line in whole)
            self.reading.cut = before | ({words} if cut else set())  # the text, not its last line
            return lines

        def watched_picture(theme: Theme, words: str, kind: Type, colour: Ink) -> pygame.Surface:
            found = picture(theme, words, kind, colour)
            self.known[id(found)] = (found, words, theme.text_px(kind.size), colour)
            return found

        def watched_spaced(*given: Any, **more: Any) -> int:  # noqa: ANN401 - passed on
            before = len(self.reading.words)
            wide = put_spaced(*given, **more)
            letters = self.reading.words[before:]
            self.reading.words[before:] = _joined(letters)
            return wide

        with (
            patch.object(text, "fit", watched_fit),
            patch.object(text, "wrap", watched_wrap),
            patch.object(text, "picture", watched_picture),
            patch.object(text, "_placed", self._placing(text._placed)),  # noqa: SLF001
            patch.object(text, "put_spaced", watched_spaced),
        ):
            yield


def _joined(letters: list[Words]) -> list[Words]:
    """Return the letters of a spaced heading as one line."""
    if not letters:
        return []
    boxes = [letter.box for letter in letters]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    gaps = [" " if b.x - a.right > letters[0].size // 4 else "" for a, b in pairwise(boxes)]
    words = "".join(letter.text + gap for letter, gap in zip(letters, [*gaps, ""], strict=True))
    first = letters[0]
    place = Rect(left, top, right - left, bottom - top)
    return [Words(words, place, first.size, first.colour, first.ground, all(each.whole for each in letters))]


def read(screen: Screen) -> Reading:
    """Draw a screen alone and return what it said; a reader that hears nothing is no reader."""
    page = Page(screen.desk.size)
    with page.listening():
        screen.draw(page)
    assert page.reading.words, "nothing was read: a line is drawn in a way that the reader does not watch"
    return page.reading


def read_tips(screen: Screen) -> Reading:
    """Draw the tooltip of every control and of every row and return what they said."""
    page, theme = Page(screen.desk.size), screen.desk.theme
    rows = [row for each in screen.stage.controls if isinstance(each, ListBox) for row in each.spec.rows]
    with page.listening():
        for tip in [*(each.tip for each in screen.stage.controls), *(row.tip for row in rows)]:
            if tip is not None:
                tooltips.draw_any(page, theme, tip, Rect(0, 0, 1, 1))
    return page.reading


def tip_words(screen: Screen) -> set[str]:
    """Return the texts that a tooltip gives whole: those of rows, of crates, of cut labels."""
    found: set[str] = set()
    for control in screen.stage.controls:
        tip = control.tip
        found |= {tip} if isinstance(tip, str) else set()
        if isinstance(tip, Receipt):
            found |= {tip.title, tip.shown}
        if isinstance(control, ListBox):
            found |= {
                part for row in control.spec.rows if row.tip for part in (row.text, row.middle, row.right)
            }
        if isinstance(control, Ledger):
            found |= {cell for entry in control.entries.values() for cell in entry.cells}
            found |= set(control.heads[1:])
        if isinstance(control, DoorCard):
            found |= {control.spec.title, control.spec.note}
        if isinstance(control, Board):
            crates = [crate for crate in control.spec.crates if crate.tip]
            found |= {crate.payer_short for crate in crates} | {crate.tag for crate in crates}
    return found
