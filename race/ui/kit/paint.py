"""Paints boxes, shadows, gradients and lines, smooth at any size: drawn at x4 or x2, reduced once, cached."""

import functools
import itertools
import math
from collections.abc import Sequence
from typing import NamedTuple

import pygame

from race.ui.kit.layout import Rect
from race.ui.kit.theme import Ink, Palette, blend

Point = tuple[float, float]
FINE = 4
COARSE = 2
SOLID = 255
_FINE_LIMIT = 640 * 480
_THIN = 8.0
"""Thickness in pixels under which a polygon's rims would make rising lines heavier than falling ones."""
_LARGE = 64 * 64
"""Area in pixels from which joining a box is cheaper than blending its picture."""


def blank(width: int, height: int, colour: Ink = (0, 0, 0)) -> pygame.Surface:
    """Return a transparent surface whose hidden colour is given, so that reducing leaves no dark rim."""
    surface = pygame.Surface((max(1, width), max(1, height)), pygame.SRCALPHA)
    surface.fill((*colour, 0))
    return surface


def factor_for(width: int, height: int) -> int:
    """Return how many times larger to draw: 4 for small pictures, 2 for large ones, never 3."""
    return FINE if width * height <= _FINE_LIMIT else COARSE


def reduce_by(surface: pygame.Surface, factor: int) -> pygame.Surface:
    """Return the picture `factor` times smaller, smoothed."""
    width, height = surface.get_size()
    return pygame.transform.smoothscale(surface, (max(1, width // factor), max(1, height // factor)))


class _Look(NamedTuple):
    """What boxes of any size have in common; lengths in pixels."""

    radius: int
    fill: Ink | None
    edge: Ink | None
    thick: int


@functools.lru_cache(maxsize=512)
def _corners(look: _Look) -> pygame.Surface:
    """Draw the smallest box with these corners; its middle row and column can be stretched."""
    radius, fill, edge, thick = look
    side = 2 * (radius + thick) + 2
    base = edge if edge is not None else (fill or (0, 0, 0))
    large = blank(side * FINE, side * FINE, base)
    whole = pygame.Rect(0, 0, side * FINE, side * FINE)
    if edge is not None:
        pygame.draw.rect(large, (*edge, 255), whole, border_radius=radius * FINE)
    inner = whole.inflate(-2 * thick * FINE, -2 * thick * FINE) if edge is not None else whole
    inside = (*fill, 255) if fill is not None else (*base, 0)
    within = max(0, radius - thick) if edge is not None else radius
    pygame.draw.rect(large, inside, inner, border_radius=within * FINE)
    return reduce_by(large, FINE)


@functools.lru_cache(maxsize=512)
def _box(size: tuple[int, int], look: _Look, alpha: int) -> pygame.Surface:
    width, height = size
    tile = _corners(look)
    if min(width, height) < tile.get_width():
        picture = pygame.transform.smoothscale(tile, (max(1, width), max(1, height)))
    else:
        picture = _stretched(tile, width, height)
    if alpha < SOLID:
        picture.fill((255, 255, 255, alpha), special_flags=pygame.BLEND_RGBA_MULT)
    return picture


def _stretched(tile: pygame.Surface, width: int, height: int) -> pygame.Surface:
    """Return a larger box with the tile's corners."""
    arm = tile.get_width() // 2 - 1
    cuts = ((0, arm), (arm, 2), (arm + 2, arm))
    across = ((0, arm), (arm, width - 2 * arm), (width - arm, arm))
    down = ((0, arm), (arm, height - 2 * arm), (height - arm, arm))
    picture = blank(width, height)
    for (source_y, tall), (top, high) in zip(cuts, down, strict=True):
        for (source_x, broad), (left, wide) in zip(cuts, across, strict=True):
            if min(broad, tall, wide, high) > 0:
                part = tile.subsurface((source_x, source_y, broad, tall))
                picture.blit(pygame.transform.scale(part, (wide, high)), (left, top))
    return picture


def _join_box(surface: pygame.Surface, rect: Rect, look: _Look) -> None:
    """Draw a large solid box from four blended corners; all between them is plain colour."""
    tile, (x, y, wide, high), (radius, fill, edge, thick) = _corners(look), rect, look
    arm = radius + thick
    right, low, far = rect.right - arm, rect.bottom - arm, arm + 2
    if arm:
        surface.blit(tile, (x, y), (0, 0, arm, arm))
        surface.blit(tile, (right, y), (far, 0, arm, arm))
        surface.blit(tile, (x, low), (0, far, arm, arm))
        surface.blit(tile, (right, low), (far, far, arm, arm))
    if fill is not None:
        surface.fill(fill, (x + thick, y + arm, wide - 2 * thick, high - 2 * arm))
        surface.fill(fill, (x + arm, y + thick, wide - 2 * arm, radius))
        surface.fill(fill, (x + arm, low, wide - 2 * arm, radius))
    if edge is not None:
        surface.fill(edge, (x + arm, y, wide - 2 * arm, thick))
        surface.fill(edge, (x + arm, rect.bottom - thick, wide - 2 * arm, thick))
        surface.fill(edge, (x, y + arm, thick, high - 2 * arm))
        surface.fill(edge, (rect.right - thick, y + arm, thick, high - 2 * arm))


def box(  # noqa: PLR0913
    surface: pygame.Surface,
    rect: Rect,
    fill: Ink | None,
    *,
    radius: int = 0,
    edge: Ink | None = None,
    thick: int = 1,
    alpha: int = SOLID,
) -> None:
    """Draw a rounded box; `fill` None leaves the inside open, `edge` None draws no border."""
    if rect.w <= 0 or rect.h <= 0:
        return
    least = min(rect.w, rect.h)
    thick = thick if edge is not None else 0
    look = _Look(max(0, min(radius, (least - 2) // 2 - thick)), fill, edge, thick)
    if alpha == SOLID and rect.w * rect.h > _LARGE and least > 2 * (look.radius + thick):
        _join_box(surface, rect, look)
    else:
        surface.blit(_box((rect.w, rect.h), look, alpha), (rect.x, rect.y))


@functools.lru_cache(maxsize=16)
def _shadow(size: tuple[int, int], radius: int, blur: int, alpha: int) -> pygame.Surface:
    width, height = size
    picture = blank(width + 2 * blur, height + 2 * blur)
    for step in range(blur):
        share = (step + 1) / blur
        shade = round(alpha * share * share)
        ring = pygame.Rect(step, step, width + 2 * (blur - step), height + 2 * (blur - step))
        pygame.draw.rect(picture, (0, 0, 0, shade), ring, border_radius=radius + blur - step)
    return picture


def shadow(surface: pygame.Surface, rect: Rect, *, radius: int, blur: int, alpha: int = 120) -> None:
    """Draw the soft shadow of a box, a little below it; draw the box itself after, which hides the middle."""
    blur = max(1, blur)
    picture = _shadow((rect.w, rect.h), radius, blur, alpha)
    x, y = rect.x - blur, rect.y - blur + blur // 3
    wide, high = picture.get_size()
    rim = blur + radius + blur // 3
    if min(wide, high) <= 2 * rim:
        surface.blit(picture, (x, y))
        return
    for left, top, broad, tall in (
        (0, 0, wide, rim),
        (0, high - rim, wide, rim),
        (0, rim, rim, high - 2 * rim),
        (wide - rim, rim, rim, high - 2 * rim),
    ):
        surface.blit(picture, (x + left, y + top), (left, top, broad, tall))


@functools.lru_cache(maxsize=4)
def _bands(high: int, top: Ink, bottom: Ink) -> tuple[tuple[Ink, int, int], ...]:
    """Return the stripes of equal colour that a gradient of so few steps comes to: colour, row, height."""
    rows = [blend(top, bottom, row / max(1, high - 1)) for row in range(high)]
    found, row = [], 0
    for colour, same in itertools.groupby(rows):
        tall = len(list(same))
        found.append((colour, row, tall))
        row += tall
    return tuple(found)


def background(surface: pygame.Surface, palette: Palette) -> None:
    """Fill the whole surface with the vertical gradient behind every screen."""
    wide, high = surface.get_size()
    for colour, row, tall in _bands(high, palette.back_top, palette.back_bottom):
        surface.fill(colour, (0, row, wide, tall))


def veil(surface: pygame.Surface, rect: Rect, colour: Ink, alpha: int) -> None:
    """Lay a flat transparent colour over a rectangle of an opaque surface.

    Two fills in place give what blending a sheet would, in a third of its time.
    """
    left = SOLID - alpha
    surface.fill((left, left, left), tuple(rect), special_flags=pygame.BLEND_RGB_MULT)
    laid = tuple(round(part * alpha / SOLID) for part in colour)
    surface.fill(laid, tuple(rect), special_flags=pygame.BLEND_RGB_ADD)


def stroke(surface: pygame.Surface, points: Sequence[Point], colour: tuple[int, ...], thick: float) -> None:
    """Draw a thick line with round joints on a picture that will be reduced; a single point draws a disc."""
    half = thick / 2
    for start, end in itertools.pairwise(points):
        length = math.dist(start, end)
        if length > 0 and thick < _THIN:
            (left, top), (right, low) = start, end
            steep = max(abs(right - left), abs(low - top)) / length
            first, last = (round(left), round(top)), (round(right), round(low))
            pygame.draw.line(surface, colour, first, last, max(1, round(thick / steep)))
        elif length > 0:
            dx, dy = (end[0] - start[0]) / length * half, (end[1] - start[1]) / length * half
            corners = (
                (start[0] - dy, start[1] + dx),
                (end[0] - dy, end[1] + dx),
                (end[0] + dy, end[1] - dx),
                (start[0] + dy, start[1] - dx),
            )
            pygame.draw.polygon(surface, colour, corners)
    if thick < _THIN:
        _joints(surface, points, colour, max(1, round(thick)))
        return
    for point in points:
        pygame.draw.circle(surface, colour, point, half)


def _joints(surface: pygame.Surface, points: Sequence[Point], colour: tuple[int, ...], across: int) -> None:
    """Draw the joints of a thin line on the very pixels of its pieces, so that a level line shows none."""
    shift = 1 - across % 2  # a line of even width has its greater half below its points, a disc above
    for x, y in points:
        pygame.draw.circle(surface, colour, (round(x) + shift, round(y) + shift), across / 2)


def dashes(points: Sequence[Point], on: float, off: float) -> list[tuple[Point, Point]]:
    """Cut a broken line into the pieces that are drawn, `on` pixels long with `off` pixels between."""
    pieces: list[tuple[Point, Point]] = []
    phase, period = 0.0, on + off
    for start, end in itertools.pairwise(points):
        length, walked = math.dist(start, end), 0.0
        (left, top), (right, low) = start, end
        while walked < length - 1e-6:
            spot = phase % period
            step = min((on if spot < on else period) - spot, length - walked)
            step = max(step, 1e-3)
            if spot < on:
                first, last = walked / length, (walked + step) / length
                begin = left + (right - left) * first, top + (low - top) * first
                pieces.append((begin, (left + (right - left) * last, top + (low - top) * last)))
            walked += step
            phase += step
    return pieces


@functools.lru_cache(maxsize=128)
def _dashed_box(size: tuple[int, int], radius: int, colour: Ink, dash: tuple[int, int]) -> pygame.Surface:
    thick, on = dash
    factor = FINE
    width, height, curve = size[0] * factor, size[1] * factor, radius * factor
    half = thick * factor / 2
    large = blank(width, height, colour)
    path: list[Point] = []
    corners = (
        (width - curve, curve),
        (width - curve, height - curve),
        (curve, height - curve),
        (curve, curve),
    )
    for index, (cx, cy) in enumerate(corners):
        for step in range(7):
            angle = math.pi / 2 * (index - 1 + step / 6)
            reach = curve - half
            path.append((cx + math.cos(angle) * reach, cy + math.sin(angle) * reach))
    path.append(path[0])
    for start, end in dashes(path, on * factor, on * factor * 0.8):
        stroke(large, (start, end), (*colour, 255), thick * factor)
    return reduce_by(large, factor)


def dashed_box(  # noqa: PLR0913
    surface: pygame.Surface, rect: Rect, colour: Ink, *, radius: int, thick: int = 1, on: int = 5
) -> None:
    """Draw the outline of a rounded box in dashes: an empty place."""
    if min(rect.w, rect.h) > 2 * radius:
        surface.blit(_dashed_box((rect.w, rect.h), radius, colour, (thick, on)), (rect.x, rect.y))


def polyline(surface: pygame.Surface, points: Sequence[Point], colour: Ink, thick: float) -> None:
    """Draw a smooth thick line straight onto the screen (small ones; charts keep their own picture)."""
    margin = thick + 1
    left = math.floor(min(point[0] for point in points) - margin)
    top = math.floor(min(point[1] for point in points) - margin)
    wide = math.ceil(max(point[0] for point in points) + margin) - left
    high = math.ceil(max(point[1] for point in points) + margin) - top
    factor = factor_for(wide, high)
    large = blank(wide * factor, high * factor, colour)
    moved = [((x - left) * factor, (y - top) * factor) for x, y in points]
    stroke(large, moved, (*colour, 255), thick * factor)
    surface.blit(reduce_by(large, factor), (left, top))


def scroll_bar(
    surface: pygame.Surface, track: Rect, view: tuple[float, float], inks: tuple[Ink, Ink]
) -> None:
    """Draw where a view lies in what is longer than it.

    Args:
        surface: to draw on.
        track: the whole, top to bottom.
        view: start and end of what is seen, shares of the whole.
        inks: of the track and of the thumb, which is never shorter than four times its width.
    """
    tall = min(track.h, max(4 * track.w, round(track.h * (view[1] - view[0]))))
    hidden = max(1e-9, 1.0 - (view[1] - view[0]))
    top = track.y + round((track.h - tall) * min(1.0, view[0] / hidden))
    box(surface, track, inks[0], radius=track.w // 2)
    box(surface, Rect(track.x, top, track.w, tall), inks[1], radius=track.w // 2)


def bar(surface: pygame.Surface, rect: Rect, share: float, colours: tuple[Ink, Ink]) -> None:
    """Draw a rounded track with its filled part; `share` from 0 to 1, colours are (fill, track)."""
    fill, track = colours
    radius = rect.h // 2
    box(surface, rect, track, radius=radius)
    part = round(rect.w * min(max(share, 0.0), 1.0))
    if part > 0:
        box(surface, Rect(rect.x, rect.y, max(part, rect.h), rect.h), fill, radius=radius)
