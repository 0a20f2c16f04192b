"""Thin lines of charts are even: as thick along their whole length, and never a hair."""

from dataclasses import replace

import pygame
import pytest

from race.ui.kit import paint
from race.ui.kit.layout import Rect
from race.ui.kit.theme import Theme, blend
from race.ui.pieces.chart import draw_chart
from tests.ui import samples

INK = (255, 255, 255)


@pytest.mark.parametrize("thick", [2.0, 3.0, 3.4, 4.0, 5.0, 6.8, 7.0])
@pytest.mark.parametrize("height", [20.0, 20.3, 20.7])
def test_a_level_thin_line_is_as_thick_at_its_joints_as_between_them(thick: float, height: float) -> None:
    surface = pygame.Surface((80, 40))

    paint.stroke(surface, [(10.6, height), (30.2, height), (50.7, height), (70.4, height)], INK, thick)

    inked = pygame.mask.from_threshold(surface, INK, (1, 1, 1, 255))
    columns = {tuple(y for y in range(40) if inked.get_at((x, y))) for x in range(11, 70)}
    assert len(columns) == 1, columns
    assert len(columns.pop()) == round(thick)


@pytest.mark.parametrize("size", [(960, 600), (1280, 720), (1920, 1080)])
def test_the_line_of_another_lab_is_two_pixels_thick_or_more(size: tuple[int, int]) -> None:
    theme, spec = Theme.for_window(*size), samples.chart(9, preview=False)
    rival = replace(spec.series[1], values=(50.0,) * 9, forecast=(), releases=())
    rect, surface = Rect(0, 0, size[0] // 2, size[1] // 2), pygame.Surface(size)
    surface.fill(theme.palette.panel)

    plot = draw_chart(surface, theme, rect, replace(spec, series=(rival,), ticks=()))

    full = blend(theme.palette.panel, rival.colour, 0.88)
    line = pygame.mask.from_threshold(surface, full, (100, 100, 100, 255))  # its edges are fainter
    middle, top = round(plot.x(3.5)), round(plot.y(50.0))
    assert sum(line.get_at((middle, y)) for y in range(top - 6, top + 7)) >= round(2 * max(1.0, theme.k))
