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
    digest = sha256()
    for path in sorted(Path(race.__file__).parent.rglob("*.py")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
