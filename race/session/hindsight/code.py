"""A world as a short code: scenario, difficulty, trait, seed, and which orders were given in it.

Sixteen letters or so of Crockford's base 32 (no I, L, O, U), read back with any spacing and case;
a check sum catches a slip of the pen, and the digest of the rules tells another version.
"""

from hashlib import sha256
from typing import TYPE_CHECKING, Final

import msgspec

from race.core.words import N_, PlainError, Sentence

if TYPE_CHECKING:  # a menu reads codes before the world is loaded
    from race.session.journal import Journal

SCENARIOS: Final = (
    "history",
    "the-twelve-thousand",
    "scarcity",
    "precipice",
    "colossus",
    "open-field",
)
"""Scenarios by their number in a code: add at the end only."""
DIFFICULTIES: Final = ("standard", "apprentice", "relentless")
TRAITS: Final = ("none", "showman", "engineer", "lawyer", "ascetic", "gambler")
VERSION: Final = 1
OTHER_RULES: Final = N_("This code was written under other rules: the world may take another way.")
"""What whoever starts such a world is told."""
LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ: Final = {**{letter: value for value, letter in enumerate(LETTERS)}, "O": 0, "I": 1, "L": 1}
_GROUP: Final = 4
_RULES, _ORDERS, _CHECK = 2, 4, 2
"""Letters of the digests of rules and orders, and of the check sum."""
_PRIME: Final = 1021
"""The largest prime that two letters can write."""
_HEAD: Final = 3
"""Letters before the digests: version and scenario, difficulty and trait, length of the seed."""


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """What a code says."""

    scenario: str
    difficulty: str
    trait: str
    seed: int
    rules: str
    """Letters that stand for the rulebook."""
    orders: str
    """Letters that stand for everything the founder ordered; those of no orders for a world to play."""


def code_of(journal: "Journal") -> str:
    """Return the code of a game, or an empty text for a scenario that does not come with the program."""
    if journal.scenario not in SCENARIOS:
        return ""
    marks = "".join(record.fingerprint.whole for record in journal.months)
    return written(
        Shared(
            scenario=journal.scenario,
            difficulty=journal.difficulty,
            trait=journal.trait,
            seed=journal.seed,
            rules=_digest(journal.rules, _RULES),
            orders=_digest(marks, _ORDERS),
        )
    )


def written(shared: Shared) -> str:
    """Return a code in groups of four.

    >>> world = Shared(scenario="history", difficulty="standard", trait="none", seed=20417, rules="AB",
    ...     orders="0000")
    >>> written(world)
    '803K-Y1AB-0000-F5'
    >>> read(written(world)) == world
    True
    """
    seed = _letters(shared.seed, 0)
    manner = DIFFICULTIES.index(shared.difficulty) * 8 + TRAITS.index(shared.trait)
    head = (
        _letters(VERSION * 8 + SCENARIOS.index(shared.scenario), 1)
        + _letters(manner, 1)
        + _letters(len(seed), 1)
    )
    whole = head + seed + shared.rules + shared.orders
    whole += _check(whole)
    return "-".join(whole[start : start + _GROUP] for start in range(0, len(whole), _GROUP))


def read(code: str) -> Shared:
    """Return what a code says; raises PlainError when it is none."""
    values = [_READ.get(letter) for letter in code.upper() if letter not in " -\u2010\u2011\u2013"]
    if None in values or len(values) < _HEAD + _RULES + _ORDERS + _CHECK:
        raise _unreadable()
    whole = "".join(LETTERS[value] for value in values if value is not None)
    version, place = divmod(_value(whole[0]), 8)
    level, trait = divmod(_value(whole[1]), 8)
    digits = _value(whole[2])
    body, check = whole[:-_CHECK], whole[-_CHECK:]
    known = place < len(SCENARIOS) and level < len(DIFFICULTIES) and trait < len(TRAITS)
    if (
        not known
        or version != VERSION
        or check != _check(body)
        or len(body) != _HEAD + digits + _RULES + _ORDERS
    ):
        raise _unreadable()
    return Shared(
        scenario=SCENARIOS[place],
        difficulty=DIFFICULTIES[level],
        trait=TRAITS[trait],
        seed=_value(whole[_HEAD : _HEAD + digits]),
        rules=whole[_HEAD + digits : _HEAD + digits + _RULES],
        orders=whole[_HEAD + digits + _RULES : -_CHECK],
    )


def same_rules(shared: Shared, rules: str) -> bool:
    """Return whether a code was written under the rules of this digest."""
    return shared.rules == _digest(rules, _RULES)


def _unreadable() -> PlainError:
    return PlainError(
        Sentence(N_("This is no code of a world: it may have a slip in it, or come from another version.")),
        code=2,
    )


def _letters(value: int, least: int) -> str:
    found = ""
    while value or len(found) < least:
        value, rest = divmod(value, len(LETTERS))
        found = LETTERS[rest] + found
    return found


def _value(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * len(LETTERS) + LETTERS.index(letter)
    return value


def _check(letters: str) -> str:
    """Return two letters that change with every wrong letter and with every two that are swapped."""
    total = sum(place * (_value(letter) + 1) for place, letter in enumerate(letters, 1))
    return _letters(total % _PRIME, _CHECK)


def _digest(words: str, letters: int) -> str:
    number = int.from_bytes(sha256(words.encode()).digest()[:8], "big")
    return _letters(number % len(LETTERS) ** letters, letters)
