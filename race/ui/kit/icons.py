"""Draws every sign of the interface in code on a 24-unit square: lab markers, icons, keycaps."""

import functools
import math
from collections.abc import Callable
from typing import Final

import pygame

from race.ui.kit import paint, text
from race.ui.kit.actions import cap_words
from race.ui.kit.layout import Rect
from race.ui.kit.paint import FINE, Point, blank, reduce_by, stroke
from race.ui.kit.theme import KEYCAP, RADIUS_KEYCAP, Ink, Theme, load_font

UNITS: Final = 24.0


class Sheet:
    """Drawing sheet of 24 by 24 units on an enlarged picture; `cut` strokes erase instead of painting."""

    def __init__(self, surface: pygame.Surface, colour: Ink) -> None:
        """Prepare the sheet over a square surface."""
        self.surface = surface
        self.scale = surface.get_width() / UNITS
        self.solid = (*colour, 255)
        self.clear = (*colour, 0)

    def _at(self, point: Point) -> Point:
        return point[0] * self.scale, point[1] * self.scale

    def line(self, *points: Point, thick: float = 2.4, cut: bool = False) -> None:
        """Draw a broken line with round joints, thickness in units."""
        stroke(
            self.surface, [self._at(p) for p in points], self.clear if cut else self.solid, thick * self.scale
        )

    def shape(self, *points: Point) -> None:
        """Fill a polygon."""
        pygame.draw.polygon(self.surface, self.solid, [self._at(p) for p in points])

    def disc(self, centre: Point, radius: float, *, cut: bool = False) -> None:
        """Fill a disc."""
        pygame.draw.circle(
            self.surface, self.clear if cut else self.solid, self._at(centre), radius * self.scale
        )

    def block(
        self, box: tuple[float, float, float, float], *, round_by: float = 0, cut: bool = False
    ) -> None:
        """Fill a box given as (x, y, width, height) with rounded corners."""
        x, y, w, h = (round(side * self.scale) for side in box)
        colour = self.clear if cut else self.solid
        pygame.draw.rect(self.surface, colour, (x, y, w, h), border_radius=round(round_by * self.scale))

    def arc(self, centre: Point, radius: float, turn: tuple[float, float], thick: float) -> None:
        """Draw part of a circle from one angle to another, degrees clockwise from the right."""
        steps = 24
        angles = [math.radians(turn[0] + (turn[1] - turn[0]) * step / steps) for step in range(steps + 1)]
        self.line(
            *((centre[0] + radius * math.cos(a), centre[1] + radius * math.sin(a)) for a in angles),
            thick=thick,
        )

    def letter(self, sign: str, size: float, *, cut: bool = False) -> None:
        """Write one heavy letter in the middle."""
        font = load_font("text", 900, round(size * self.scale))
        image = font.render(sign, True, (255, 255, 255))  # noqa: FBT003
        x = (self.surface.get_width() - image.get_width()) // 2
        y = (self.surface.get_height() - image.get_height()) // 2
        if cut:
            image.fill((0, 0, 0, 255), special_flags=pygame.BLEND_RGBA_MULT)
            self.surface.blit(image, (x, y), special_flags=pygame.BLEND_RGBA_SUB)
        else:
            image.fill(self.solid, special_flags=pygame.BLEND_RGBA_MULT)
            self.surface.blit(image, (x, y))


def _star(sheet: Sheet) -> None:
    points = []
    for step in range(10):
        reach, angle = (11.5 if step % 2 == 0 else 4.9), math.radians(-90 + 36 * step)
        points.append((12 + reach * math.cos(angle), 12.6 + reach * math.sin(angle)))
    sheet.shape(*points)


def _cross(sheet: Sheet) -> None:
    sheet.line((4.6, 4.6), (19.4, 19.4), thick=6.4)
    sheet.line((19.4, 4.6), (4.6, 19.4), thick=6.4)


def _ring(sheet: Sheet) -> None:
    sheet.disc((12, 12), 10.8)
    sheet.disc((12, 12), 5.4, cut=True)


def _chip(sheet: Sheet) -> None:
    for place in (7.2, 12.0, 16.8):
        sheet.line((place, 1.6), (place, 22.4), thick=1.7)
        sheet.line((1.6, place), (22.4, place), thick=1.7)
    sheet.block((3.9, 3.9, 16.2, 16.2), round_by=2.6)
    sheet.block((6.0, 6.0, 12.0, 12.0), round_by=1.2, cut=True)
    sheet.block((8.4, 8.4, 7.2, 7.2), round_by=1.0)


def _warning(sheet: Sheet) -> None:
    sheet.shape((12, 3.4), (21.8, 20.4), (2.2, 20.4))
    sheet.line((12, 3.4), (21.6, 20.2), (2.4, 20.2), (12, 3.4), thick=2.6)
    sheet.line((12, 9.2), (12, 14), thick=2.4, cut=True)
    sheet.disc((12, 17.6), 1.45, cut=True)


def _undo(sheet: Sheet) -> None:
    sheet.arc((12.6, 13), 7.0, (-130, 130), 2.8)
    sheet.shape((2.2, 7.6), (11.0, 2.4), (11.4, 12.2))


def _redo(sheet: Sheet) -> None:
    sheet.arc((11.4, 13), 7.0, (-50, -310), 2.8)
    sheet.shape((21.8, 7.6), (13.0, 2.4), (12.6, 12.2))


def _menu(sheet: Sheet) -> None:
    for y in (6.2, 12.0, 17.8):
        sheet.line((4.2, y), (19.8, y), thick=2.6)


def _document(sheet: Sheet) -> None:
    sheet.block((4.4, 1.8, 15.2, 20.4), round_by=2.4)
    for y, right in ((7.4, 16), (12, 16), (16.6, 12.6)):
        sheet.line((8, y), (right, y), thick=1.9, cut=True)


def _lock(sheet: Sheet) -> None:
    sheet.arc((12, 9.4), 5.0, (180, 360), 2.6)
    sheet.line((7, 9.4), (7, 12), thick=2.6)
    sheet.line((17, 9.4), (17, 12), thick=2.6)
    sheet.block((4, 10.8, 16, 11), round_by=2.4)
    sheet.disc((12, 15.4), 1.9, cut=True)
    sheet.line((12, 15.4), (12, 18.4), thick=1.7, cut=True)


def _hidden(sheet: Sheet) -> None:
    """Draw an eye that is struck out: nobody is to see it."""
    lids = [(12 + 11 * math.cos(a), 7.2 * math.sin(a)) for a in (math.pi * k / 12 for k in range(13))]
    sheet.shape(*((x, 12 - y) for x, y in lids), *((x, 12 + y) for x, y in reversed(lids)))
    sheet.disc((12, 12), 4.8, cut=True)
    sheet.disc((12, 12), 2.6)
    sheet.line((5.6, 21.4), (20.2, 2.6), thick=5.4, cut=True)
    sheet.line((4.2, 21), (19.8, 3), thick=2.4)


def _folder(sheet: Sheet) -> None:
    sheet.block((1.8, 3.8, 9.6, 8), round_by=1.8)
    sheet.block((1.8, 6.6, 20.4, 14), round_by=2.2)
    sheet.line((5.4, 10.8), (18.6, 10.8), thick=1.9, cut=True)


def _arrow(sheet: Sheet, ends: tuple[Point, Point], barbs: tuple[Point, Point]) -> None:
    sheet.line(*ends, thick=2.2)
    sheet.line(barbs[0], ends[1], barbs[1], thick=2.2)


def _speech(sheet: Sheet, sign: str) -> None:
    sheet.disc((12, 12), 11.2)
    sheet.letter(sign, 16.5, cut=True)


def _news(sheet: Sheet) -> None:
    sheet.disc((12, 12), 11.2)
    sheet.line((12, 5.8), (12, 12.8), thick=2.8, cut=True)
    sheet.disc((12, 17.2), 1.7, cut=True)


def _cursor(sheet: Sheet) -> None:
    sheet.shape((5, 1.5), (5, 19.5), (9.4, 15.6), (12.2, 22.2), (15.2, 20.9), (12.4, 14.5), (18.4, 14.2))


def _gear(sheet: Sheet) -> None:
    for step in range(8):
        angle = math.radians(45 * step)
        sheet.line((12, 12), (12 + 9.4 * math.cos(angle), 12 + 9.4 * math.sin(angle)), thick=4.2)
    sheet.disc((12, 12), 7.6)
    sheet.disc((12, 12), 3.2, cut=True)


def _play(sheet: Sheet) -> None:
    sheet.shape((6, 3), (20.5, 12), (6, 21))


def _pause(sheet: Sheet) -> None:
    for left in (5, 14):
        sheet.block((left, 3.5, 5, 17))


def _plus(sheet: Sheet) -> None:
    sheet.line((12, 5), (12, 19), thick=2.8)
    sheet.line((5, 12), (19, 12), thick=2.8)


def _people(sheet: Sheet) -> None:
    sheet.disc((8.4, 7.6), 4.2)
    sheet.shape((1.2, 21.4), (2.6, 15.2), (5.4, 13.2), (11.4, 13.2), (14.2, 15.2), (15.6, 21.4))
    sheet.disc((17.2, 8.8), 3.2)
    sheet.shape((17.6, 21.4), (16.4, 15.0), (15.4, 13.4), (19.4, 13.4), (21.6, 15.2), (22.8, 21.4))


def _close(sheet: Sheet) -> None:
    sheet.line((5, 5), (19, 19))
    sheet.line((19, 5), (5, 19))


def _grid(sheet: Sheet) -> None:
    for x in (3.0, 13.4):
        for y in (3.0, 13.4):
            sheet.block((x, y, 7.6, 7.6), round_by=1.6)


def _chart(sheet: Sheet) -> None:
    sheet.line((3, 3), (3, 21), (21.4, 21), thick=2.2)
    sheet.line((7, 16.4), (11.4, 11), (15, 13.4), (20.4, 5.4), thick=2.6)


def _fork(sheet: Sheet) -> None:
    sheet.line((2.6, 12), (9, 12), (14, 6), (20, 6), thick=2.6)
    sheet.line((9, 12), (14, 18), (20, 18), thick=2.6)
    sheet.disc((20.4, 6), 2.6)
    sheet.disc((20.4, 18), 2.6)


def _arch(sheet: Sheet) -> None:
    sheet.arc((12, 18.4), 9.4, (-180, 0), 2.8)
    sheet.arc((12, 18.4), 4.4, (-180, 0), 2.8)


def _books(sheet: Sheet) -> None:
    for x, top in ((3.4, 12.4), (10.0, 7.4), (16.6, 2.6)):
        sheet.block((x, top, 4.4, 21.4 - top), round_by=1.0)


def _scales(sheet: Sheet) -> None:
    sheet.line((12, 3), (12, 21), thick=2.2)
    sheet.line((7.4, 21), (16.6, 21), thick=2.4)
    sheet.line((3.8, 6.4), (20.2, 6.4), thick=2.2)
    sheet.shape((0.8, 14.2), (7.6, 14.2), (4.2, 7.2))
    sheet.shape((16.4, 14.2), (23.2, 14.2), (19.8, 7.2))


def _word(sheet: Sheet) -> None:
    sheet.block((2, 3.4, 20, 14), round_by=3.4)
    sheet.shape((6, 16), (13, 16), (6, 22.4))
    sheet.line((7.4, 10.4), (10.6, 13.6), (16.8, 7.2), thick=2.4, cut=True)


def _home(sheet: Sheet) -> None:
    sheet.shape((12, 2), (23, 12), (1, 12))
    sheet.block((4.4, 11, 15.2, 10.4), round_by=1.2)
    sheet.block((9.8, 14, 4.4, 7.4), cut=True)


def _flag(sheet: Sheet) -> None:
    sheet.line((5, 2.4), (5, 21.6), thick=2.6)
    sheet.shape((6, 3), (21.6, 8.6), (6, 14.2))


_ICONS: Final[dict[str, Callable[[Sheet], None]]] = {
    "circle": lambda sheet: sheet.disc((12, 12), 10.4),
    "square": lambda sheet: sheet.block((2, 2, 20, 20)),
    "triangle": lambda sheet: sheet.shape((12, 1.2), (23.2, 21.6), (0.8, 21.6)),
    "diamond": lambda sheet: sheet.shape((12, 0), (24, 12), (12, 24), (0, 12)),
    "cross": _cross,
    "star": _star,
    "ring": _ring,
    "chip": _chip,
    "tick": lambda sheet: sheet.line((3.6, 12.8), (9.4, 18.6), (20.4, 5.8), thick=3.3),
    "warning": _warning,
    "alert": _news,
    "undo": _undo,
    "redo": _redo,
    "menu": _menu,
    "help": lambda sheet: sheet.letter("?", 24),
    "info": lambda sheet: _speech(sheet, "i"),
    "paragraph": lambda sheet: _speech(sheet, "§"),
    "document": _document,
    "lock": _lock,
    "hidden": _hidden,
    "folder": _folder,
    "gear": _gear,
    "play": _play,
    "pause": _pause,
    "plus": _plus,
    "minus": lambda sheet: sheet.line((5, 12), (19, 12), thick=2.8),
    "close": _close,
    "people": _people,
    "grid": _grid,
    "chart": _chart,
    "fork": _fork,
    "arch": _arch,
    "books": _books,
    "scales": _scales,
    "word": _word,
    "home": _home,
    "flag": _flag,
    "bolt": lambda sheet: sheet.shape((14, 1), (4, 14), (11, 14), (9, 23), (20, 9), (13, 9)),
    "up": lambda sheet: sheet.shape((12, 4), (22.4, 20), (1.6, 20)),
    "down": lambda sheet: sheet.shape((12, 20), (22.4, 4), (1.6, 4)),
    "left": lambda sheet: _arrow(sheet, ((20.5, 12), (3.5, 12)), ((9.8, 5.6), (9.8, 18.4))),
    "right": lambda sheet: _arrow(sheet, ((3.5, 12), (20.5, 12)), ((14.2, 5.6), (14.2, 18.4))),
    "chevron_left": lambda sheet: sheet.line((15.6, 4.6), (8, 12), (15.6, 19.4), thick=2.8),
    "chevron_right": lambda sheet: sheet.line((8.4, 4.6), (16, 12), (8.4, 19.4), thick=2.8),
    "cursor": _cursor,
}
NAMES: Final = tuple(_ICONS)


@functools.lru_cache(maxsize=512)
def picture(name: str, size: int, colour: Ink) -> pygame.Surface:
    """Return the icon as a square transparent picture of `size` pixels, from the cache."""
    large = blank(size * FINE, size * FINE, colour)
    _ICONS[name](Sheet(large, colour))
    return reduce_by(large, FINE)


def put(surface: pygame.Surface, name: str, centre: tuple[float, float], size: int, colour: Ink) -> None:
    """Draw an icon centred on a point, `size` pixels wide."""
    image = picture(name, size, colour)
    surface.blit(image, (round(centre[0] - size / 2), round(centre[1] - size / 2)))


def marked(
    surface: pygame.Surface, name: str, centre: tuple[float, float], size: int, inks: tuple[Ink, Ink]
) -> None:
    """Draw a marker with a thin rim of the ground's colour; inks are (mark, rim)."""
    colour, rim = inks
    around = picture(name, size + max(2, size // 3), rim)
    surface.blit(
        around, (round(centre[0] - around.get_width() / 2), round(centre[1] - around.get_height() / 2))
    )
    put(surface, name, centre, size, colour)


_ARROWS: Final = {"←": "left", "→": "right"}


def keycap_width(theme: Theme, cap: str) -> int:
    """Return the width in pixels of a keycap with this writing."""
    cap = cap_words(cap)
    inner = theme.px(10) if cap in _ARROWS else text.width(theme, cap, KEYCAP)
    return max(theme.px(18), inner + theme.px(10))


def keycap(
    surface: pygame.Surface, theme: Theme, box: Rect, cap: str, *, inks: tuple[Ink, Ink, Ink] | None = None
) -> None:
    """Draw a small key in the middle of a box; inks are (ground, edge, writing)."""
    cap, palette = cap_words(cap), theme.palette
    ground, edge, writing = inks or (palette.raised, palette.strong, palette.text2)
    height = max(theme.px(18), text.measure(theme, cap, KEYCAP)[1] + 2)
    place = box.middle(keycap_width(theme, cap), height)
    paint.box(surface, place, ground, radius=theme.px(RADIUS_KEYCAP), edge=edge)
    if cap in _ARROWS:
        put(surface, _ARROWS[cap], place.centre, theme.px(10), writing)
    else:
        text.put(surface, theme, place, cap, KEYCAP, colour=writing, align="centre")
