"""Pictures of the pieces on made-up content, kept small: `python -m tests.ui.golden` records them again.

They are reduced four to one, so that a library that rounds its letters otherwise gives the same picture, and
a shape that has moved, gone or changed its colour does not. Look at the difference before you record.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pygame

from race.ui.kit.focus import Stage
from race.ui.kit.layout import Rect
from race.ui.pieces.dialog import Dialog
from tests.ui import sampled, samples

FOLDER: Final = Path(__file__).parent / "pictures"
SMALL: Final = (320, 180)
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


def reduced(surface: pygame.Surface) -> pygame.Surface:
    """Return a picture four times smaller, each pixel the mean of sixteen."""
    return pygame.transform.smoothscale(surface.convert(24), SMALL)


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


if __name__ == "__main__":
    main()
