"""How a Python of its own comes to play in a compiled tree, or in the program as it is written."""

import os
import sys
from pathlib import Path
from typing import Final

import race

BUILDING: Final = ".building-"
"""What the name of a tree begins with until it has shown that it plays the same games."""


def paths(found: Path | None) -> list[str]:
    """Return where a Python that plays in a tree, or in the program as it is written, looks for modules."""
    here = str(Path(race.__file__).parents[1])
    return [str(found or here), *(part for part in sys.path if part)]


def environment(found: Path | None) -> dict[str, str]:
    """Return an environment in which a new Python plays in a tree, or in the program as it is written."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths(found)), "PYTHONSAFEPATH": "1"}
