"""Paints boxes, shadows, gradients and lines, smooth at any size: drawn at x4 or x2, reduced once, cached."""

import functools
import itertools
import math
from collections.abc import Sequence

import pygame

from race.ui.kit.layout import Rect
from race.ui.kit.theme import Ink, Palette, blend

Point = tuple[float, float]
FINE = 4
COARSE = 2
SOLID = 255
_FINE_LIMIT = 640 * 480
_LARGE = 120 * 120
"""Area in pixels from which filling a box is cheaper than blending its picture."""
_RIM = 48
"""Pixels at a large box's rim that are blended: more than any corner has."""


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


@functools.lru_cache(maxsize=512)
def _corners(radius: int, fill: Ink | None, edge: Ink | None, thick: int) -> pygame.Surface:
    """Draw the smallest box with these corners; its middle row and column are stretched by `_box`."""
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
def _box(
    size: tuple[int, int], radius: int, fill: Ink | None, edge: Ink | None, thick: int
) -> pygame.Surface:
    width, height = size
    radius = max(0, min(radius, (min(width, height) - 2) // 2 - thick))
    tile = _corners(radius, fill, edge, thick)
    if min(width, height) < tile.get_width():
        return pygame.transform.smoothscale(tile, (max(1, width), max(1, height)))
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


def _fill_box(surface: pygame.Surface, rect: Rect, picture: pygame.Surface, fill: Ink) -> None:
    """Draw a large solid box: its rim from its picture, its middle only filled."""
    rim = min(_RIM, rect.w // 2, rect.h // 2)
    high, far_x, far_y = rect.h - 2 * rim, rect.w - rim, rect.h - rim
    surface.blit(picture, (rect.x, rect.y), (0, 0, rect.w, rim))
    surface.blit(picture, (rect.x, rect.y + far_y), (0, far_y, rect.w, rim))
    surface.blit(picture, (rect.x, rect.y + rim), (0, rim, rim, high))
    surface.blit(picture, (rect.x + far_x, rect.y + rim), (far_x, rim, rim, high))
    surface.fill(fill, (rect.x + rim, rect.y + rim, rect.w - 2 * rim, high))


def box(  # noqa: PLR0913
    surface: pygame.Surface,
    rect: Rect,
    fill: Ink | None,
    *,
    radius: int = 0,
    edge: Ink | None = None,
    thick: int = 1,
    alpha: int = 255,
) -> None:
    """Draw a rounded box; `fill` None leaves the inside open, `edge` None draws no border."""
    if rect.w <= 0 or rect.h <= 0:
        return
    thick = thick if edge is not None else 0
    picture = _box((rect.w, rect.h), radius, fill, edge, thick)
    if fill is not None and alpha == SOLID and radius + thick < _RIM and rect.w * rect.h > _LARGE:
        _fill_box(surface, rect, picture, fill)
        return
    if alpha < SOLID:
        picture = picture.copy()
        picture.fill((255, 255, 255, alpha), special_flags=pygame.BLEND_RGBA_MULT)
    surface.blit(picture, (rect.x, rect.y))


@functools.lru_cache(maxsize=64)
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
    """Draw the soft shadow of a box, a little below it; draw the box itself after."""
    picture = _shadow((rect.w, rect.h), radius, max(1, blur), alpha)
    surface.blit(picture, (rect.x - blur, rect.y - blur + blur // 3))


@functools.lru_cache(maxsize=8)
def _gradient(size: tuple[int, int], top: Ink, bottom: Ink) -> pygame.Surface:
    picture = pygame.Surface(size)
    for row in range(size[1]):
        share = row / max(1, size[1] - 1)
        pygame.draw.line(picture, blend(top, bottom, share), (0, row), (size[0], row))
    return picture


def background(surface: pygame.Surface, palette: Palette) -> None:
    """Fill the whole surface with the vertical gradient behind every screen."""
    surface.blit(_gradient(surface.get_size(), palette.back_top, palette.back_bottom), (0, 0))


def veil(surface: pygame.Surface, rect: Rect, colour: Ink, alpha: int) -> None:
    """Lay a flat transparent colour over a rectangle."""
    if rect.w > 0 and rect.h > 0:
        sheet = pygame.Surface((rect.w, rect.h), pygame.SRCALPHA)
        sheet.fill((*colour, alpha))
        surface.blit(sheet, (rect.x, rect.y))


def stroke(surface: pygame.Surface, points: Sequence[Point], colour: tuple[int, ...], thick: float) -> None:
    """Draw a thick line with round joints on a picture that will be reduced; a single point draws a disc."""
    half = thick / 2
    for start, end in itertools.pairwise(points):
        length = math.dist(start, end)
        if length > 0:
            dx, dy = (end[0] - start[0]) / length * half, (end[1] - start[1]) / length * half
            corners = (
                (start[0] - dy, start[1] + dx),
                (end[0] - dy, end[1] + dx),
                (end[0] + dy, end[1] - dx),
                (start[0] + dy, start[1] - dx),
            )
            pygame.draw.polygon(surface, colour, corners)
    for point in points:
        pygame.draw.circle(surface, colour, point, half)


def dashes(points: Sequence[Point], on: float, off: float) -> list[tuple[Point, Point]]:
    """Cut a broken line into the pieces that are drawn, `on` pixels long with `off` pixels between."""
    pieces: list[tuple[Point, Point]] = []
    phase, period = 0.0, on + off
    for start, end in itertools.pairwise(points):
        length, walked = math.dist(start, end), 0.0
        while walked < length - 1e-6:
            spot = phase % period
            step = min((on if spot < on else period) - spot, length - walked)
            step = max(step, 1e-3)
            if spot < on:
                first, last = walked / length, (walked + step) / length
                pieces.append((_between(start, end, first), _between(start, end, last)))
            walked += step
            phase += step
    return pieces


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


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


def bar(surface: pygame.Surface, rect: Rect, share: float, colours: tuple[Ink, Ink]) -> None:
    """Draw a rounded track with its filled part; `share` from 0 to 1, colours are (fill, track)."""
    fill, track = colours
    radius = rect.h // 2
    box(surface, rect, track, radius=radius)
    part = round(rect.w * min(max(share, 0.0), 1.0))
    if part > 0:
        box(surface, Rect(rect.x, rect.y, max(part, rect.h), rect.h), fill, radius=radius)
