"""Draw every screen of the window into pictures to look at (`make pictures`).

`python -m tools.pictures FOLDER --only table --sizes 960x600 --tongues fr --text 1.5`: every option may be
left out. Headless: SDL's dummy driver, no sound; the same seeds give the same pictures with the same fonts.
The list of screens is that of the layout tests; `index.html` in the folder shows them all.
"""

import argparse
import os
import tempfile
from itertools import product
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from race.speech import set_language, set_names
from race.ui.kit.theme import Theme
from race.ui.screens.screen import Desk
from tests.ui.gallery import SCREENS, picture
from tools.asked import positive, reader

_PAGE = """<!doctype html><meta charset="utf-8"><title>Screens</title>
<style>body{{background:#222;color:#ddd;font:16px sans-serif}}img{{width:49%;margin:2px}}</style>
{pictures}
"""


def main() -> None:
    """Write the pictures and their index."""
    asked = _asked()
    folder = Path(asked.folder)
    folder.mkdir(parents=True, exist_ok=True)
    pygame.font.init()
    set_names("real")
    lines = []
    for name in [name for name in SCREENS if asked.only in name]:
        lines.append(f"<h2>{name}</h2>")
        for size, tongue in product(asked.sizes, asked.tongues.split(",")):
            wide, high = size
            file = f"{name.replace(', ', '-').replace(' ', '-')}-{wide}x{high}-{tongue}.png"
            pygame.image.save(_drawn(name, size, tongue, asked), str(folder / file))
            lines.append(f'<img src="{file}" alt="{name}, {wide}x{high}, {tongue}">')
    (folder / "index.html").write_text(_PAGE.format(pictures="\n".join(lines)), encoding="utf-8")
    print(f"{len(lines)} lines in {folder / 'index.html'}")


def _asked() -> argparse.Namespace:
    parser = reader(__doc__)
    parser.add_argument("folder", nargs="?", default="pictures")
    parser.add_argument("--only", default="", help="a part of the names of the screens")
    parser.add_argument("--sizes", type=_sizes, default="1280x720,1920x1080")
    parser.add_argument("--tongues", default="en,fr")
    parser.add_argument("--text", type=_text, default=1.0, help="text size, 1.0 to 2.0")
    parser.add_argument("--contrast", action="store_true", help="high contrast")
    return parser.parse_args()


def _sizes(word: str) -> list[tuple[int, int]]:
    sizes = [tuple(positive(part) for part in size.split("x")) for size in word.split(",")]
    found = [(size[0], size[1]) for size in sizes if len(size) == 2]  # noqa: PLR2004 - wide and high
    if len(found) < len(sizes):
        message = f"must be sizes like 1280x720, with commas between them, not {word!r}"
        raise argparse.ArgumentTypeError(message)
    return found


def _text(word: str) -> float:
    size = float(word)
    if not 1.0 <= size <= 2.0:  # noqa: PLR2004 - what the settings offer
        message = f"must be from 1.0 to 2.0, not {word!r}"
        raise argparse.ArgumentTypeError(message)
    return size


def _drawn(name: str, size: tuple[int, int], tongue: str, asked: argparse.Namespace) -> pygame.Surface:
    wide, high = size
    set_language(tongue)
    theme = Theme.for_window(wide, high, text_scale=asked.text, high_contrast=asked.contrast)
    with tempfile.TemporaryDirectory() as home:
        return picture(name, Desk((wide, high), theme), Path(home))


if __name__ == "__main__":
    main()
