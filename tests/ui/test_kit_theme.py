"""The look is measured: lab colours stay apart for every eye, texts are readable, fonts have a fallback."""

from itertools import combinations, pairwise
from pathlib import Path

import fontpkg
import numpy as np
import numpy.typing as npt
import pygame
import pytest

from race.ui.kit import text, theme
from race.ui.kit.layout import Rect
from race.ui.kit.theme import BODY, DARK, HIGH_CONTRAST, LAB_LOOKS, TITLE, Ink, Theme, Type, trust_ink

Matrix = npt.NDArray[np.float64]
# Machado, Oliveira and Fernandes (2009), severity 1, on linear light.
EYES: dict[str, Matrix] = {
    "normal": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]]
    ),
}
TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
TO_LAB = np.array(
    [
        [0.2104542553, 0.793617785, -0.0040720468],
        [1.9779984951, -2.428592205, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.808675766],
    ]
)


def light(colour: Ink) -> Matrix:
    share = np.array(colour) / 255
    linear: Matrix = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return linear


def oklab(colour: Ink, eye: Matrix) -> Matrix:
    placed: Matrix = TO_LAB @ np.cbrt(TO_CONES @ np.clip(eye @ light(colour), 0, 1))
    return placed


def contrast(first: Ink, second: Ink) -> float:
    shades = sorted(float(light(colour) @ np.array([0.2126, 0.7152, 0.0722])) for colour in (first, second))
    return (shades[1] + 0.05) / (shades[0] + 0.05)


@pytest.mark.parametrize("eye", EYES)
def test_seven_lab_colours_stay_apart_for_every_eye(eye: str) -> None:
    points = [oklab(look.colour, EYES[eye]) for look in LAB_LOOKS]

    smallest = min(float(np.linalg.norm(a - b)) * 100 for a, b in combinations(points, 2))

    assert len(LAB_LOOKS) == 7
    assert smallest >= 11


def test_every_lab_has_its_own_marker() -> None:
    assert len({look.marker for look in LAB_LOOKS}) == len(LAB_LOOKS)


def test_lab_colours_and_texts_are_readable_on_panels() -> None:
    inks = [look.colour for look in LAB_LOOKS] + [DARK.text, DARK.text2, DARK.text3, DARK.good, DARK.bad]

    assert min(contrast(colour, DARK.panel) for colour in inks) >= 4.5
    assert contrast(DARK.on_bright, DARK.lab) >= 4.5
    assert contrast(DARK.on_bright, DARK.bad) >= 4.5


def test_high_contrast_is_higher() -> None:
    assert contrast(HIGH_CONTRAST.text3, HIGH_CONTRAST.panel) > contrast(DARK.text3, DARK.panel)


def test_the_trust_ramp_falls_in_brightness_so_that_it_reads_in_grey() -> None:
    shades = [float(oklab(trust_ink(step / 6), np.eye(3))[0]) for step in range(7)]

    assert shades[0] - shades[-1] > 0.12
    assert all(after - before < 0.02 for before, after in pairwise(shades))
    assert trust_ink(-1) == theme.TRUST_RAMP[0]
    assert trust_ink(2) == theme.TRUST_RAMP[-1]


@pytest.mark.parametrize("size", [(320, 200), (960, 600), (1280, 720), (3840, 2160)])
def test_no_text_is_smaller_than_eleven_pixels_and_no_row_lower_than_a_target(size: tuple[int, int]) -> None:
    scale = Theme.for_window(*size)

    assert scale.text_px(11) >= 11
    assert scale.row >= 28


def test_one_factor_follows_the_tighter_side_of_the_window() -> None:
    assert Theme.for_window(1920, 1080).k == 1.5
    assert Theme.for_window(1920, 720).k == 1.0


def test_a_missing_package_falls_back_to_the_built_in_font(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> Path:
        family = "Lato"
        raise fontpkg.FamilyNotInstalled(family)

    monkeypatch.setattr(fontpkg, "path", missing)
    monkeypatch.setattr(text, "load_font", theme.load_font.__wrapped__)  # not a font that is open already
    surface = pygame.Surface((400, 60))

    text.put(surface, Theme(), Rect(0, 0, 400, 60), "Nur hier geschriebene Wörter", BODY)
    drawn = pygame.mask.from_threshold(surface, DARK.text, (90, 90, 90, 255)).count()

    assert drawn > 50


def test_words_that_need_more_lines_than_there_are_end_in_dots_on_the_last() -> None:
    words = "one two three four five six seven eight nine ten"
    whole = text.wrap(Theme(), words, BODY, 70)

    cut = text.wrap(Theme(), words, BODY, 70, most=2)

    assert len(whole) > 3
    assert (len(cut), cut[0]) == (2, whole[0])
    assert cut[1].split()[0].rstrip("…") == whole[1].split()[0]
    assert cut[1].endswith("…")
    assert text.wrap(Theme(), words, BODY, 70, most=len(whole)) == whole


def test_the_narrow_space_is_replaced_where_the_font_lacks_it() -> None:
    assert not theme.has_narrow_space("head", 600)
    assert text.width(Theme(), "48\u202f200", TITLE) == text.width(Theme(), "48\u00a0200", TITLE)
    assert theme.has_narrow_space("text", 400)


def test_italic_and_weights_are_different_files() -> None:
    plain, slanted = Type(14), Type(14, italic=True)

    assert text.width(Theme(), "Effects are forecasts", plain) != text.width(
        Theme(), "Effects are forecasts", slanted
    )
