"""Words are measured where they are drawn: their ink against what lies beneath, on every screen."""

from itertools import combinations, pairwise
from pathlib import Path

import numpy as np
import pytest

from race.ui.kit.theme import DARK, HIGH_CONTRAST, Palette
from tests.ui import seats
from tests.ui.gallery import SCREENS, make
from tests.ui.reader import read
from tests.ui.test_kit_theme import EYES, contrast, oklab

LARGE = 24
"""Pixels from which thinner contrast can be read (18 points, WCAG 2.2)."""
NEEDED = {False: (4.5, 3.0), True: (7.0, 4.5)}
"""Contrast that small and large words need: AA, and AAA where high contrast was chosen."""


@pytest.mark.parametrize("high", [False, True])
@pytest.mark.parametrize("name", SCREENS)
def test_every_word_stands_out_from_its_ground(name: str, tmp_path: Path, *, high: bool) -> None:
    desk = seats.desk()
    desk.kept.high_contrast = high
    desk.refit()

    words = read(make(name, desk, tmp_path)).words

    small, large = NEEDED[high]
    assert words
    assert [
        (line.text, line.colour, line.ground)
        for line in words
        if contrast(line.colour, line.ground) < (large if line.size >= LARGE else small)
    ] == []


@pytest.mark.parametrize("palette", [DARK, HIGH_CONTRAST])
@pytest.mark.parametrize("eye", EYES)
def test_colours_that_mean_something_stay_apart_for_every_eye(eye: str, palette: Palette) -> None:
    pairs = ((palette.good, palette.bad), (palette.lab, palette.car), (palette.lab, palette.bad))
    near = [
        float(np.linalg.norm(oklab(first, EYES[eye]) - oklab(second, EYES[eye]))) * 100
        for first, second in pairs
    ]

    assert min(near) >= 9


@pytest.mark.parametrize("palette", [DARK, HIGH_CONTRAST])
def test_grounds_lie_above_each_other_in_brightness(palette: Palette) -> None:
    shades = [
        float(oklab(ground, EYES["normal"])[0])
        for ground in (palette.back_bottom, palette.panel, palette.inset, palette.raised)
    ]

    assert all(after > before for before, after in pairwise(shades))
    assert all(abs(a - b) > 0.01 for a, b in combinations(shades, 2))
