"""Measures, wraps, shortens and draws text; a text that does not fit ends in an ellipsis and says so."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

import pygame

from race.ui.kit.layout import Rect
from race.ui.kit.theme import NARROW_SPACE, Ink, Theme, Type, has_narrow_space, load_font

Align = Literal["left", "centre", "right"]
ELLIPSIS = "…"
APOSTROPHE: Final = "\u2019"
Face = tuple[str, int, int, bool]
"""A font at a size: family, weight, pixels, italic. What a line looks like depends on nothing else."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text made to fit: what is shown, the whole of it, and whether something was cut."""

    shown: str
    whole: str

    @property
    def cut(self) -> bool:
        """Tell whether a tooltip should give the rest."""
        return self.shown != self.whole


def _printed(text: str, face: Face) -> str:
    """Return a text as it is printed: with curved apostrophes, and spaces that the font has."""
    curved = text.replace("'", APOSTROPHE)
    if NARROW_SPACE in curved and not has_narrow_space(*face[:2]):
        return curved.replace(NARROW_SPACE, "\u00a0")
    return curved


def _face(theme: Theme, kind: Type) -> Face:
    return kind.family, kind.weight, theme.text_px(kind.size), kind.italic


def _font(face: Face) -> pygame.font.Font:
    family, weight, size, italic = face
    return load_font(family, weight, size, italic=italic)


def measure(theme: Theme, text: str, kind: Type) -> tuple[int, int]:
    """Return width and height of one line in pixels."""
    return _measured(text, _face(theme, kind))


@functools.lru_cache(maxsize=16_384)
def _measured(text: str, face: Face) -> tuple[int, int]:
    return _font(face).size(_printed(text, face))


def width(theme: Theme, text: str, kind: Type) -> int:
    """Return the width of one line in pixels."""
    return measure(theme, text, kind)[0]


def line_height(theme: Theme, kind: Type) -> int:
    """Return the distance between two lines in pixels."""
    return max(theme.font(kind).get_height(), round(theme.text_px(kind.size) * 1.35))


def fit(theme: Theme, text: str, kind: Type, room: int) -> Fitted:
    """Shorten a line with an ellipsis until it is at most `room` pixels wide; empty when nothing fits."""
    return _fitted(text, _face(theme, kind), room)


@functools.lru_cache(maxsize=4096)
def _fitted(text: str, face: Face, room: int) -> Fitted:
    if _measured(text, face)[0] <= room:
        return Fitted(text, text)
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if _measured(text[:middle].rstrip() + ELLIPSIS, face)[0] <= room:
            low = middle
        else:
            high = middle - 1
    shown = text[:low].rstrip() + ELLIPSIS
    return Fitted(shown if _measured(shown, face)[0] <= room else "", text)


def fit_type(theme: Theme, text: str, kinds: tuple[Type, ...], room: int) -> Type:
    """Return the first of the types whose line fits the room, else the last."""
    return next((kind for kind in kinds if width(theme, text, kind) <= room), kinds[-1])


def wrap(theme: Theme, text: str, kind: Type, room: int, most: int = 0) -> tuple[str, ...]:
    """Break a text into lines at most `room` pixels wide.

    Args:
        theme: scale.
        text: may hold line feeds, which always break.
        kind: step of the type scale.
        room: width in pixels.
        most: greatest number of lines, 0 for any; the last one then ends in an ellipsis.

    Returns:
        The lines; a single word wider than the room is shortened with an ellipsis.
    """
    return _wrapped(text, _face(theme, kind), room, most)


_BREAK: Final = re.compile(
    r"(?<! \d)(?<! \d\d)(?!(?<=:) [+−–×$]?\d[^ ]*?(?:[.,;)](?: |$)|$)) (?!%(?:[ .,;:)]|$)|[/·] )"
)
"""Where a line may break: not between a number and its per cent, nor before a lone stroke or dot, nor after
a small number: what it counts stands beside it; nor between a label and a figure that is all of its value."""


@functools.lru_cache(maxsize=2048)
def _wrapped(text: str, face: Face, room: int, most: int) -> tuple[str, ...]:
    lines = [line for paragraph in text.split("\n") for line in _broken(paragraph, face, room)]
    if most and len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        lines = [*lines[: most - 1], rest + ("" if _measured(rest, face)[0] > room else ELLIPSIS)]
    return tuple(_fitted(line, face, room).shown for line in lines)


def _broken(paragraph: str, face: Face, room: int) -> list[str]:
    """Return a paragraph as lines; a word that would stand alone at the end gets a neighbour."""
    lines, line = list[list[str]](), list[str]()
    for word in _pieces(paragraph, face, room):
        if line and _measured(" ".join((*line, word)), face)[0] > room:
            lines.append(line)
            line = []
        line.append(word)
    if lines and len(line) == 1:
        *kept, spare = lines[-1]
        longer, shorter = _measured(" ".join(kept), face)[0], _measured(f"{spare} {line[0]}", face)[0]
        if room >= longer >= shorter:
            lines[-1], line = kept, [spare, *line]
    return [" ".join(words) for words in (*lines, line)]


def _pieces(paragraph: str, face: Face, room: int) -> Iterator[str]:
    """Yield what stays together, but for what is wider than the room: that breaks at every space."""
    for piece in _BREAK.split(paragraph):
        yield from piece.split(" ") if _measured(piece, face)[0] > room else (piece,)


@functools.lru_cache(maxsize=4096)
def _rendered(text: str, face: Face, colour: Ink) -> pygame.Surface:
    return _font(face).render(_printed(text, face), True, colour)  # noqa: FBT003


@functools.lru_cache(maxsize=4096)
def _placed(
    text: str, face: Face, colour: Ink, room: tuple[int, int], align: Align
) -> tuple[Fitted, pygame.Surface | None, int, int]:
    """Return a line that fits a room, its picture (None when nothing fits) and how far in it lies."""
    fitted = _fitted(text, face, room[0])
    if not fitted.shown:
        return fitted, None, 0, 0
    image = _rendered(fitted.shown, face, colour)
    spare = room[0] - image.get_width()
    x = {"left": 0, "centre": spare // 2, "right": spare}[align]
    return fitted, image, x, (room[1] - image.get_height()) // 2


def picture(theme: Theme, text: str, kind: Type, colour: Ink) -> pygame.Surface:
    """Return the line drawn on a transparent ground, from the cache; do not draw on it."""
    return _rendered(text, _face(theme, kind), colour)


def put(  # noqa: PLR0913
    surface: pygame.Surface,
    theme: Theme,
    box: Rect,
    text: str,
    kind: Type,
    *,
    colour: Ink | None = None,
    align: Align = "left",
) -> Fitted:
    """Draw one line inside the box, centred in height, shortened to fit; tell what was shown."""
    left, top, wide, high = box
    ink = colour or theme.palette.text
    fitted, image, x, y = _placed(text, _face(theme, kind), ink, (wide, high), align)
    if image is not None:
        surface.blit(image, (left + x, top + y))
    return fitted


def put_lines(  # noqa: PLR0913
    surface: pygame.Surface,
    theme: Theme,
    box: Rect,
    text: str,
    kind: Type,
    *,
    colour: Ink | None = None,
    align: Align = "left",
) -> int:
    """Draw wrapped lines from the top of the box, as many as fit; return the height used in pixels."""
    step = line_height(theme, kind)
    lines = wrap(theme, text, kind, box.w, max(1, box.h // step))
    for index, line in enumerate(lines):
        put(
            surface,
            theme,
            Rect(box.x, box.y + index * step, box.w, step),
            line,
            kind,
            colour=colour,
            align=align,
        )
    return step * len(lines)


def lines_height(theme: Theme, text: str, kind: Type, room: int) -> int:
    """Return the height in pixels that the wrapped text needs."""
    return line_height(theme, kind) * len(wrap(theme, text, kind, room))


def spaced_width(theme: Theme, text: str, kind: Type) -> int:
    """Return the width of a heading as `put_spaced` draws it in capitals, pixels."""
    return sum(_steps(theme, text.upper(), kind))


def _steps(theme: Theme, capitals: str, kind: Type) -> list[int]:
    """Return how far each letter of a spaced heading is from the next, pixels.

    A pair of letters is kerned as in a line; a space keeps its width, or words would run together.
    """
    pairs = [("", b) if a.isspace() or b.isspace() else (a, b) for a, b in pairwise((*capitals, ""))]
    kerned = [width(theme, a + b, kind) - width(theme, a, kind) - width(theme, b, kind) for a, b in pairs]
    return [width(theme, a, kind) + own + theme.px(1) for a, own in zip(capitals, kerned, strict=True)]


def put_spaced(  # noqa: PLR0913
    surface: pygame.Surface, theme: Theme, box: Rect, text: str, kind: Type, *, colour: Ink
) -> int:
    """Draw a short heading in capitals with open letter spacing; return its width in pixels."""
    x, capitals = box.x, text.upper()
    spread = spaced_width(theme, text, kind) - width(theme, capitals, kind)
    shown = fit(theme, capitals, kind, max(0, box.w - spread)).shown
    for letter, step in zip(shown, _steps(theme, shown, kind), strict=True):
        image = picture(theme, letter, kind, colour)
        surface.blit(image, (x, box.y + (box.h - image.get_height()) // 2))
        x += step
    return x - box.x
