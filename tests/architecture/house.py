"""Where the house stands, and what its tests ask about every file."""

import ast
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
RACE: Final = ROOT / "race"


def modules() -> list[Path]:
    """Return every module of the program, `__init__` files left out."""
    return sorted(path for path in RACE.rglob("*.py") if path.name != "__init__.py")


def packages() -> list[Path]:
    """Return every folder of the program that holds modules."""
    return sorted({path.parent for path in RACE.rglob("*.py")})


@cache
def tree(path: Path) -> ast.Module:
    """Parse a file once."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def lines(path: Path) -> int:
    """Count the lines of a file."""
    return len(path.read_text(encoding="utf-8").splitlines())


def short(path: Path) -> str:
    """Name a file from the root of the repository."""
    return path.relative_to(ROOT).as_posix()
