"""Where things are: assets beside the program, saves and settings in the user's folders.

The only module that knows paths. `DIVERTED_HOME` moves everything a user owns to one folder.
"""

import csv
import os
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Final

import platformdirs

_PACKAGE: Final = Path(__file__).resolve().parent


@lru_cache(maxsize=1)
def assets() -> Path:
    """Return the folder of assets: inside an installed package, or beside it in a checkout."""
    inside = _PACKAGE / "assets"
    return inside if inside.is_dir() else _PACKAGE.parent / "assets"


def facts(name: str) -> list[dict[str, str]]:
    """Return the rows of one table of `assets/facts`, by its file's name, as column to text."""
    with (assets() / "facts" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def user_folder() -> Path:
    """Return the folder for saves, settings and reports of this user."""
    home = os.environ.get("DIVERTED_HOME")
    return Path(home) if home else Path(platformdirs.user_data_dir("diverted", appauthor=False))


def cache_folder() -> Path:
    """Return the folder for what can be made again: nobody misses it who throws it away."""
    home = os.environ.get("DIVERTED_HOME")
    return Path(home) / "cache" if home else Path(platformdirs.user_cache_dir("diverted", appauthor=False))


def written_at(path: Path) -> tuple[int, str, str]:
    """Return how many days ago a file was last written, its date (2026-11-26) and its time (14:05) here.

    A file that is gone counts as written now.
    """
    now = datetime.now().astimezone()
    try:
        then = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except (OSError, OverflowError, ValueError):
        then = now
    return (now.date() - then.date()).days, then.strftime("%Y-%m-%d"), then.strftime("%H:%M")
