"""Pictures of the pieces on made-up content and of whole screens, kept small.

`make looks` (`python -m tests.ui.golden`) records them again.

They are reduced four to one, so that a library that rounds its letters otherwise gives the same picture, and
a shape that has moved, gone or changed its colour does not. Look at the difference before you record.
"""

from collections.abc import Callable
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np
import numpy.typing as npt
import pygame

from race.speech import set_language
from race.ui.kit.focus import Stage
from race.ui.kit.layout import Rect
from race.ui.pieces.dialog import Dialog
from tests.ui import gallery, sampled, samples, seats

FOLDER: Final = Path(__file__).parent / "pictures"
WIDE: Final = 240
"""Width of a whole screen's picture, pixels."""
SIZE: Final = (1280, 720)


def _dialog() -> pygame.Surface:
    surface, theme, _stage = sampled.table(SIZE, drag=False)
    dialog = Dialog("letter", Rect(0, 0, *SIZE), theme, samples.letter())
    dialog.draw(surface)
    inner = Stage(dialog.controls)
    inner.focus_on(dialog.first)
    inner.draw(surface)
    return surface


PICTURES: Final[dict[str, Callable[[], pygame.Surface]]] = {
    "table": lambda: sampled.table(SIZE, drag=False)[0],
    "crate-in-the-hand": lambda: sampled.table(SIZE)[0],
    "letter": _dialog,
    "icons-halls-tooltips": sampled.sheet,
}

WHOLE: Final = ("menu", "new game", "table", "question", "money", "room, hall", "room, chips", "ending, case")
"""Screens of the gallery that are kept whole."""
LOOKS: Final = tuple(product(WHOLE, seats.SIZES, ("en", "fr")))
"""Every whole picture: screen, size of the window, language."""


def whole(name: str, size: tuple[int, int], tongue: str, folder: Path) -> pygame.Surface:
    """Return a screen of the gallery as a window of a size shows it; its saves go to the folder."""
    set_language(tongue)
    return gallery.picture(name, seats.desk(size), folder)


def file_of(name: str, size: tuple[int, int], tongue: str) -> Path:
    """Return where a whole picture is kept."""
    return FOLDER / "whole" / f"{name.replace(', ', '-').replace(' ', '-')}-{size[0]}-{tongue}.png"


def reduced(surface: pygame.Surface, wide: int = 320) -> pygame.Surface:
    """Return a picture so many pixels wide, each the mean of those that it stands for."""
    return pygame.transform.smoothscale(
        surface.convert(24), (wide, wide * surface.get_height() // surface.get_width())
    )


def difference(first: pygame.Surface, second: pygame.Surface) -> tuple[float, float]:
    """Return how far two pictures are apart: mean step of a colour (0 to 255), and part of changed pixels."""
    apart: npt.NDArray[np.int64] = np.abs(_numbers(first) - _numbers(second))
    return float(apart.mean()), float((apart.max(axis=2) > CHANGED).mean())


CHANGED: Final = 24
"""Step of a colour from which a pixel counts as changed."""


def _numbers(surface: pygame.Surface) -> npt.NDArray[np.int64]:
    return pygame.surfarray.array3d(surface).astype(np.int64)


def main() -> None:
    """Record every picture."""
    pygame.font.init()
    FOLDER.mkdir(exist_ok=True)
    for name, draw in PICTURES.items():
        pygame.image.save(reduced(draw()), str(FOLDER / f"{name}.png"))
    (FOLDER / "whole").mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        for look in LOOKS:
            pygame.image.save(reduced(whole(*look, Path(folder)), WIDE), str(file_of(*look)))


if __name__ == "__main__":
    main()
