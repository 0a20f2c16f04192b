"""Rings round single holders of the hall, each with its name when it is chosen or under the mouse."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import pygame

from race.ui.kit import icons, paint, text
from race.ui.kit.layout import Rect
from race.ui.kit.theme import LABEL, Theme, trust_ink
from race.ui.kit.widgets import Tip


@dataclass(frozen=True, slots=True)
class Mark:
    """One holder who is ringed: key, name, its seat counted over all kinds, tooltip."""

    key: str
    name: str
    seat: int
    tip: Callable[[], Tip]


@dataclass(frozen=True, slots=True)
class Ring:
    """One ring: whose it is, where its dot lies in the window, the dot's trust 0-1."""

    mark: Mark
    spot: tuple[int, int]
    trust: float


def ring_at(theme: Theme, rings: tuple[Ring, ...], point: tuple[int, int]) -> Mark | None:
    """Return the ringed holder under a point, the nearest one, or None."""
    near = [(math.dist(ring.spot, point), ring.mark) for ring in rings]
    found = min(near, key=lambda pair: pair[0], default=None)
    return found[1] if found is not None and found[0] <= theme.px(11) else None


def draw_rings(
    surface: pygame.Surface, theme: Theme, rings: tuple[Ring, ...], shown: str, arena: Rect
) -> None:
    """Ring the holders; the one whose key is `shown` stands out, with its name beside it in the arena."""
    palette = theme.palette
    for ring in sorted(rings, key=lambda ring: ring.mark.key == shown):
        live = ring.mark.key == shown
        icons.put(surface, "circle", ring.spot, theme.px(19 if live else 15), palette.panel)
        inks = trust_ink(ring.trust), palette.text if live else palette.text2
        icons.marked(surface, "circle", ring.spot, theme.px(11 if live else 8), inks)
        if live:
            _draw_name(surface, theme, ring, arena)


def _draw_name(surface: pygame.Surface, theme: Theme, ring: Ring, arena: Rect) -> None:
    palette, (x, y) = theme.palette, ring.spot
    high = text.line_height(theme, LABEL) + theme.px(4)
    wide = text.width(theme, ring.mark.name, LABEL) + theme.px(14)
    place = Rect(x - wide // 2, y - high - theme.px(12), wide, high).clamp(arena)
    paint.box(surface, place, palette.tip, radius=theme.px(4), edge=palette.tip_line)
    text.put(surface, theme, place, ring.mark.name, LABEL, align="centre")
