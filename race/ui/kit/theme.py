"""Tokens of the look (colours, type sizes, spacing), the scale factor, and the fonts with their fallback."""

import functools
from dataclasses import dataclass, replace
from typing import Final, Literal

import fontpkg
import pygame

FamilyKind = Literal["text", "head"]
Ink = tuple[int, int, int]

BASE_SIZE: Final = (1280, 720)
SMALLEST_TEXT: Final = 11
SMALLEST_TARGET: Final = 28
LARGE_TEXT: Final = 1.5
TURNS_TEXT: Final = 1.25
"""Size from which panels take turns beside each other instead of all being there."""
ALONE_TEXT: Final = 1.8
"""Size from which one panel stands alone."""
TEXT_SIZES: Final = (100, 115, 130, 150, 200)
"""Sizes of the text that a reader can choose, per cent of the usual."""
NARROW_SPACE: Final = "\u202f"
_SPREAD: Final = 0.6
"""Part of what the text grows by that lengths grow by too: a box keeps room for its words."""
_FAMILY_NAMES: Final = {"text": "Lato", "head": "Barlow Semi Condensed"}


def ink(code: str) -> Ink:
    """Return the colour of a `#RRGGBB` code as three whole numbers, 0 to 255."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def blend(first: Ink, second: Ink, share: float) -> Ink:
    """Return the colour `share` (0 to 1) of the way from the first to the second."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour of the interface by its role."""

    back_top: Ink
    back_bottom: Ink
    panel: Ink
    inset: Ink
    raised: Ink
    line: Ink
    strong: Ink
    text: Ink
    text2: Ink
    text3: Ink
    lab: Ink
    car: Ink
    good: Ink
    bad: Ink
    warning: Ink
    tip: Ink
    tip_line: Ink
    on_bright: Ink


DARK: Final = Palette(
    back_top=ink("#0D131E"),
    back_bottom=ink("#090D15"),
    panel=ink("#131A27"),
    inset=ink("#182132"),
    raised=ink("#1E293D"),
    line=ink("#253147"),
    strong=ink("#34435F"),
    text=ink("#EAF0F8"),
    text2=ink("#A9B6CC"),
    text3=ink("#8493AD"),
    lab=ink("#5CC8FF"),
    car=ink("#FFB347"),
    good=ink("#7FD6FF"),
    bad=ink("#FF7A45"),
    warning=ink("#FFC857"),
    tip=ink("#0E1420"),
    tip_line=ink("#4A5F85"),
    on_bright=ink("#081019"),
)
HIGH_CONTRAST: Final = replace(
    DARK,
    back_top=ink("#000000"),
    back_bottom=ink("#000000"),
    panel=ink("#060A10"),
    inset=ink("#0B111B"),
    raised=ink("#121B2A"),
    line=ink("#5A6D90"),
    strong=ink("#8CA2C8"),
    text=ink("#FFFFFF"),
    text2=ink("#DCE6F5"),
    text3=ink("#BCC9DE"),
    tip=ink("#000000"),
    tip_line=ink("#B5C6E4"),
    bad=ink("#FF8A58"),
)

TRUST_RAMP: Final[tuple[Ink, ...]] = tuple(
    ink(code) for code in ("#FF8C52", "#F28E63", "#B68B7E", "#7584A0", "#5F80AE", "#4F80BA", "#4784CA")
)


@dataclass(frozen=True, slots=True)
class LabLook:
    """Colour and marker of one line on the chart; never one without the other."""

    colour: Ink
    marker: str


LAB_LOOKS: Final[tuple[LabLook, ...]] = (
    LabLook(ink("#5CC8FF"), "circle"),
    LabLook(ink("#F4521A"), "square"),
    LabLook(ink("#FFF62A"), "triangle"),
    LabLook(ink("#B253FF"), "diamond"),
    LabLook(ink("#DBC284"), "cross"),
    LabLook(ink("#289A99"), "star"),
    LabLook(ink("#A5FFE1"), "ring"),
)


def trust_ink(trust: float) -> Ink:
    """Return the ramp's colour for a trust from 0 (distrust, warm and bright) to 1 (trust, cool and dim)."""
    place = min(max(trust, 0.0), 1.0) * (len(TRUST_RAMP) - 1)
    low = min(int(place), len(TRUST_RAMP) - 2)
    return blend(TRUST_RAMP[low], TRUST_RAMP[low + 1], place - low)


@dataclass(frozen=True, slots=True)
class Type:
    """One step of the type scale: size in pixels at 720p, weight 100 to 900, family."""

    size: int
    weight: int = 400
    family: FamilyKind = "text"
    italic: bool = False


TITLE: Final = Type(58, 600, "head")
DEBRIEF: Final = Type(36, 600, "head")
BIG_FIGURE: Final = Type(44, 600, "head")
HEADLINE: Final = Type(26, 600, "head")
PANEL: Final = Type(20, 600, "head")
FIGURE: Final = Type(20, 600, "head")
SECTION: Final = Type(17, 600, "head")
BODY: Final = Type(14)
BODY_LARGE: Final = Type(15)
BODY_BOLD: Final = Type(14, 700)
SECONDARY: Final = Type(13)
SECONDARY_BOLD: Final = Type(13, 700)
LABEL: Final = Type(12)
LABEL_BOLD: Final = Type(12, 700)
SMALL: Final = Type(11)
EYEBROW: Final = Type(12, 600)
KEYCAP: Final = Type(11, 600)

RADIUS_CRATE: Final = 7
RADIUS_KEYCAP: Final = 4
ROW: Final = 34
TOOLTIP_DELAY_MS: Final = 350


@functools.lru_cache(maxsize=128)
def load_font(family: str, weight: int, size: int, *, italic: bool = False) -> pygame.font.Font:
    """Open a font at a pixel size; pygame's own font answers when the package or its file is missing."""
    if not pygame.font.get_init():
        pygame.font.init()
    try:
        style = "italic" if italic else "normal"
        path = fontpkg.path(_FAMILY_NAMES.get(family, family), weight=weight, style=style, nearest=True)
        return pygame.font.Font(str(path), size)
    except (fontpkg.FontpkgError, OSError, pygame.error):
        return pygame.font.Font(None, round(size * 1.25))


@functools.lru_cache(maxsize=32)
def has_narrow_space(family: str, weight: int) -> bool:
    """Tell whether the font draws U+202F as a space and not as an empty box."""
    metrics = load_font(family, weight, 32).metrics(NARROW_SPACE)
    if not metrics or metrics[0] is None:
        return False
    left, right = metrics[0][:2]
    return bool(left == right)


def spread(text_scale: float) -> float:
    """Return the factor by which lengths grow with the reader's text; they grow less than the text.

    >>> spread(1.0), spread(2.0)
    (1.0, 1.6)
    """
    return 1.0 + (text_scale - 1.0) * _SPREAD


@functools.lru_cache(maxsize=1024)
def _text_px(size: float, k: float, text_scale: float) -> int:
    return max(SMALLEST_TEXT, round(size * k * text_scale / spread(text_scale)))


@dataclass(frozen=True, slots=True)
class Theme:
    """Scale and colours for one window size; hand the same one to every widget of a screen.

    Attributes:
        k: geometry factor, 1.0 at 1280x720 with the usual text; larger text widens it by a part.
        text_scale: the reader's own text size, 1.0 to 2.0.
        palette: colours by role.
        reduced_motion: True lets nothing move by itself.
    """

    k: float = 1.0
    text_scale: float = 1.0
    palette: Palette = DARK
    reduced_motion: bool = False

    @classmethod
    def for_window(
        cls,
        width: int,
        height: int,
        *,
        text_scale: float = 1.0,
        high_contrast: bool = False,
        reduced_motion: bool = False,
    ) -> "Theme":
        """Return the theme that fits a window of so many pixels, for a reader with these wants."""
        factor = max(0.5, min(width / BASE_SIZE[0], height / BASE_SIZE[1])) * spread(text_scale)
        return cls(factor, text_scale, HIGH_CONTRAST if high_contrast else DARK, reduced_motion)

    @property
    def large(self) -> bool:
        """Tell whether the text is so large that panels take turns instead of lying side by side."""
        return self.text_scale >= LARGE_TEXT

    def px(self, size: float) -> int:
        """Return a length given at 720p in the window's pixels; a positive length never becomes 0."""
        scaled = round(size * self.k)
        return 1 if scaled == 0 and size > 0 else scaled

    def text_px(self, size: float) -> int:
        """Return a type size in the window's pixels, never under 11."""
        return _text_px(size, self.k, self.text_scale)

    @property
    def growth(self) -> float:
        """Return how much more than lengths the reader's text has grown, 1.0 at the usual size."""
        return self.text_scale / spread(self.text_scale)

    @property
    def row(self) -> int:
        """Height of one row or control in pixels, never under the smallest target."""
        return max(SMALLEST_TARGET, round(ROW * self.k * max(1.0, self.growth * 0.8)))

    def font(self, kind: Type) -> pygame.font.Font:
        """Return the font of a step of the type scale at this theme's size."""
        return load_font(kind.family, kind.weight, self.text_px(kind.size), italic=kind.italic)
