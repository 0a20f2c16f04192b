"""Where the window stands: its first size, its remembered place, brought back onto a display that is there.

One unit is one pixel: the system is told so before the display opens, and the first size follows the height
of the desktop. Full screen takes the desktop's own size and never changes its mode.
"""

import os
from collections.abc import Sequence
from typing import Final

import pygame

Size = tuple[int, int]

START_SIZE: Final = (1280, 720)
SMALLEST: Final = (640, 400)
_BARS: Final = (20, 80)
"""Pixels of a desktop that its bars and the window's frame take, across and down."""
_GRIP: Final = 120
"""Pixels of the window's head that must lie on a display, so that it can be moved."""
_TALL: Final = 1080
"""Height of a desktop up to which the window starts at its usual size."""
_NOWHERE: Final = -1


def one_unit_is_one_pixel() -> None:
    """Ask Windows for real pixels on every display; must come before the display opens."""
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")


def _under_x11() -> bool:
    return pygame.display.get_driver() == "x11"


def shown_as_drawn() -> None:
    """Have X11 show the window's own pixels; must come after the display opens and before the window does.

    SDL would send them through OpenGL: a hundred megabytes, and most of the processors' time where they stand
    in for a graphics card. Other systems show them anyhow, or know no other way.
    """
    if _under_x11():
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")


def first_size(desktop: Size) -> Size:
    """Return the size of the first window: larger on a tall desktop, smaller where it must be.

    >>> first_size((1920, 1080)), first_size((3840, 2160)), first_size((1024, 600))
    ((1280, 720), (2560, 1440), (1004, 520))
    """
    factor = max(1.0, desktop[1] / _TALL)
    return fitting((round(START_SIZE[0] * factor), round(START_SIZE[1] * factor)), desktop)


def fitting(size: Size, desktop: Size) -> Size:
    """Return a window size that fits a desktop, with room for its bars, never smaller than the smallest."""
    wide, high = (max(least, room - bar) for least, room, bar in zip(SMALLEST, desktop, _BARS, strict=True))
    return min(max(size[0], SMALLEST[0]), wide), min(max(size[1], SMALLEST[1]), high)


def brought_back(kept: Sequence[int], desktops: Sequence[Size]) -> tuple[Size, Size | None]:
    """Return size and place of a remembered window on the displays of today; no place means centred.

    Args:
        kept: width, height, left and top, or nothing.
        desktops: sizes of the displays, taken to lie side by side from the left.

    >>> brought_back((1500, 900, 100, 50), [(1920, 1080)])
    ((1500, 900), (100, 50))
    >>> brought_back((1500, 900, 2500, 50), [(1920, 1080)])
    ((1500, 900), None)
    >>> brought_back((), [(1920, 1080)])
    ((1280, 720), None)
    """
    largest = max(desktops, default=START_SIZE, key=lambda size: size[0] * size[1])
    if not kept:
        return first_size(desktops[0] if desktops else START_SIZE), None
    wide, high, left, top = kept
    size = fitting((wide, high), largest)
    across = sum(desktop[0] for desktop in desktops)
    down = max((desktop[1] for desktop in desktops), default=0)
    seen = -size[0] + _GRIP <= left <= across - _GRIP and 0 <= top <= down - _GRIP
    return size, (left, top) if seen and left != _NOWHERE else None


def open_window(kept: Sequence[int], *, full: bool) -> pygame.Surface:
    """Open the display as it was left, or fit for the desktop when it is the first time."""
    shown_as_drawn()
    size, place = brought_back(kept, desktops())
    if place is None:
        os.environ.pop("SDL_VIDEO_WINDOW_POS", None)
        os.environ["SDL_VIDEO_CENTERED"] = "1"
    else:
        os.environ.pop("SDL_VIDEO_CENTERED", None)
        os.environ["SDL_VIDEO_WINDOW_POS"] = f"{place[0]},{place[1]}"
    if full:
        return fill()
    if _under_x11() and pygame.display.get_surface() and pygame.display.is_fullscreen():
        pygame.display.toggle_fullscreen()  # else the window would keep the size of the full screen
    return pygame.display.set_mode(size, pygame.RESIZABLE)


def fill() -> pygame.Surface:
    """Fill the first desktop at its own size."""
    return pygame.display.set_mode(desktops()[0], pygame.FULLSCREEN)


def desktops() -> list[Size]:
    """Return the sizes of the displays there are; one of the usual size when none is told."""
    return list(pygame.display.get_desktop_sizes()) or [START_SIZE]


def remembered(before: Sequence[int], size: Size, place: Size | None) -> tuple[int, ...]:
    """Return what is kept of a window: its size now, its place now or the last one that was known.

    >>> remembered((), (1300, 800), None), remembered((1, 2, 30, 40), (1300, 800), None)
    ((1300, 800, -1, -1), (1300, 800, 30, 40))
    """
    left, top = place or (tuple(before[2:]) if before else (_NOWHERE, _NOWHERE))
    return (*size, left, top)
