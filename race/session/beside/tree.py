"""Where the compiled tree of this very program lies, and how worker processes come to play in it.

A tree has a name made of the program's digest and the interpreter's binary interface: after the smallest
change of the source, or under another Python, there is none until somebody compiles again
(`race.study.native`). One that has played is sealed with the sizes and times of its files.
`DIVERTED_FAST=0` keeps it out, as it keeps out the owners' compiled weeks.
"""

import os
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Final

from race.core.formulas.owners.compiled import SWITCH
from race.files import cache_folder
from race.session.digests import MADE_FROM, code_digest

SEAL: Final = "sealed"
"""The file of a tree that says how its files were when it played."""


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


def sealed_tree() -> Path | None:
    """Return the tree to play in if all its files are as they were when it played; plays nothing itself."""
    found = tree()
    try:
        return found if found is not None and (found / SEAL).read_bytes() == state(found) else None
    except OSError:  # never sealed, or somebody takes it away
        return None


def state(found: Path) -> bytes:
    """Return a digest of the names, sizes and times of a tree's files, but for what Python keeps there.

    Raises OSError when somebody takes the tree away meanwhile.
    """
    digest = sha256()
    for path in sorted(found.rglob("*")):
        name = path.relative_to(found)
        ours = "__pycache__" not in name.parts and not path.name.startswith((SEAL, f".{SEAL}"))
        if ours and path.is_file():
            seen = path.stat()
            digest.update(f"{name.as_posix()}\0{seen.st_size}\0{seen.st_mtime_ns}\n".encode())
    return digest.hexdigest().encode("ascii")
