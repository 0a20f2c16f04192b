"""Where the compiled tree of this very program lies, and how worker processes come to play in it.

A tree has a name made of the program's digest and the interpreter's binary interface: after the smallest
change of the source, or under another Python, there is none until somebody compiles again.
`DIVERTED_FAST=0` keeps it out, as it keeps out the owners' compiled weeks.
"""

import os
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import race
from race.core.formulas.owners.compiled import SWITCH
from race.files import cache_folder
from race.session.digests import MADE_FROM, code_digest

BUILDING: Final = ".building-"
"""What the name of a tree begins with until it has shown that it plays the same games."""


def trees() -> Path:
    """Return the folder of all trees."""
    return cache_folder() / "compiled"


def place() -> Path:
    """Return where the tree of this program and interpreter lies, or would lie."""
    return trees() / f"{code_digest()}-{sysconfig.get_config_var('SOABI') or sys.implementation.cache_tag}"


def wanted() -> bool:
    """Return whether anybody may play in a tree."""
    return os.environ.get(SWITCH, "") != "0"


def tree() -> Path | None:
    """Return the tree of this program and interpreter; None where there is none or nobody wants it."""
    found = place()
    return found if wanted() and (found / "race" / MADE_FROM).is_file() else None


def paths(found: Path | None) -> list[str]:
    """Return where a Python that plays in a tree, or in the program as it is written, looks for modules."""
    here = str(Path(race.__file__).parents[1])
    return [str(found or here), *(part for part in sys.path if part)]


def environment(found: Path | None) -> dict[str, str]:
    """Return an environment in which a new Python plays in a tree, or in the program as it is written."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths(found)), "PYTHONSAFEPATH": "1"}


@contextmanager
def placed_first(found: Path | None) -> Iterator[None]:
    """Let processes that start as long as this lasts import the program from a tree, if there is one."""
    if found is None:
        yield
        return
    before = [*sys.path]
    sys.path.insert(0, str(found))
    try:
        yield
    finally:
        sys.path[:] = before
