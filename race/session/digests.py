"""Digests that say which rules and which program a game was played under."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

import race
from race.core.rulebook import Rulebook
from race.files import assets

MADE_FROM: Final = "made_from"
"""The file by which a translated copy of the program (`race.study.native`) says of which it is one."""


def rules_digest(rules: Rulebook) -> str:
    """Return 16 hex digits of a rulebook: every number of every chapter that a law or a rival reads.

    What a founder imagines moves no month that is played again from its orders, and is left out.
    """
    said = msgspec.to_builtins(rules, order="deterministic")
    del said["imagining"]
    return sha256(msgspec.json.encode(said)).hexdigest()[:16]


@lru_cache(maxsize=1)
def code_digest() -> str:
    """Return 16 hex digits of the program's own source, and of the tables that its worlds are made from.

    A translated copy of the program answers for the one that it was made from.
    """
    package = Path(race.__file__).parent
    if (original := package / MADE_FROM).exists():
        return original.read_text(encoding="ascii")
    sources = [(path.relative_to(package), path) for path in sorted(package.rglob("*.py"))]
    tables = [*(assets() / "scenarios").glob("*.toml"), *(assets() / "facts").glob("*.csv")]
    sources += [(path.relative_to(assets()), path) for path in sorted(tables)]
    digest = sha256()
    for name, path in sources:
        digest.update(name.as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
