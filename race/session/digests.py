"""Digests that say which rules and which code a game was played under."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import msgspec

import race
from race.core.rulebook import Rulebook


def rules_digest(rules: Rulebook) -> str:
    """Return 16 hex digits of a rulebook: every number of every chapter."""
    return sha256(msgspec.json.encode(rules, order="deterministic")).hexdigest()[:16]


@lru_cache(maxsize=1)
def code_digest() -> str:
    """Return 16 hex digits of the program's own source, for a results folder's manifest."""
    digest, package = sha256(), Path(race.__file__).parent
    for path in sorted(package.rglob("*.py")):
        digest.update(path.relative_to(package).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
