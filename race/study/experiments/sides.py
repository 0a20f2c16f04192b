"""What a side of a comparison is called on the command line, and what it means.

A side is words with commas between: a founder, a difficulty, a scenario, a number (`race.luck_sd=14`), a
lab's mean (`labs.openai.parent_usd=5e8`), or a TOML file: a whole scenario, or only tables of numbers as
`tune` writes them. `usual` is the game as it is.
"""

import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

import msgspec

from race.core.rulebook.character.traits import TRAITS
from race.core.rulebook.seats.rivals import DIFFICULTIES
from race.core.words import N_, PlainError, Sentence
from race.policy.registry import FOUNDERS
from race.scenario.load import scenario_names
from race.study.plan import Side

USUAL: Final = "usual"
_TABLES: Final = ("rules", "labs")


def read_side(text: str) -> Side:
    """Read one side; raises PlainError for a word that means nothing.

    >>> side = read_side("steward,race.luck_sd=14")
    >>> side.founder, side.numbers
    ('steward', {'race.luck_sd': 14})
    """
    side = Side(name=text)
    for word in (part.strip() for part in text.split(",") if part.strip()):
        side = _with(side, word)
    return side


def _with(side: Side, word: str) -> Side:
    replace = msgspec.structs.replace
    name, equal, value = word.partition("=")
    tables = _tables(word) if word.endswith(".toml") else None
    if equal:
        return replace(side, numbers={**side.numbers, name.strip(): number_of(value.strip(), word)})
    if tables is not None:
        return replace(side, numbers={**side.numbers, **tables})
    if word == USUAL:
        return side
    for field, known in (
        ("founder", FOUNDERS),
        ("difficulty", DIFFICULTIES),
        ("trait", TRAITS),
        ("scenario", (*scenario_names(), *([word] if word.endswith(".toml") else []))),
    ):
        if word in known:
            return replace(side, **{field: word})
    raise _unknown(word)


def _unknown(word: str) -> PlainError:
    near = get_close_matches(word, [USUAL, *FOUNDERS, *DIFFICULTIES, *TRAITS, *scenario_names()], n=1)
    hint = (
        N_("'{n}' is no side; did you mean '{near}'?")
        if near
        else N_("'{n}' is no side; write a founder, a difficulty, a scenario, a TOML file or NAME=VALUE.")
    )
    return PlainError(Sentence(hint, {"n": word, "near": near[0] if near else ""}), code=2)


def number_of(text: str, where: str) -> float:
    """Read a number; one without a point stays whole.

    >>> number_of("14", ""), number_of("5e8", ""), number_of("0.5", "")
    (14, 500000000.0, 0.5)
    """
    try:
        return int(text.replace("_", ""))
    except ValueError:
        try:
            return float(text)
        except ValueError:
            raise PlainError(
                Sentence(N_("'{n}' is no number; write NAME=VALUE."), {"n": where}), code=2
            ) from None


def _tables(path: str) -> dict[str, float] | None:
    """Return the numbers of a file that holds nothing else, None for a whole scenario or no file."""
    try:
        raw = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return None  # the scenario's own reader says in words what is wrong
    if not raw or set(raw) - set(_TABLES):
        return None
    return dict(_flat(raw.get("rules", {}), "")) | dict(_flat(raw.get("labs", {}), "labs."))


def _flat(tables: dict[str, Any], prefix: str) -> Iterator[tuple[str, float]]:
    for name, value in tables.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def read_sides(words: tuple[str, ...]) -> tuple[Side, ...]:
    """Read the sides of a comparison, the first of which the others are compared with.

    Raises PlainError for fewer than two, or one twice.
    """
    if len(words) < 2:  # noqa: PLR2004 - a comparison has two sides
        raise PlainError(
            Sentence(N_("A comparison needs two sides, such as: compare steward swapper.")), code=2
        )
    twice = next((word for word in words if words.count(word) > 1), None)
    if twice is not None:
        raise PlainError(Sentence(N_("'{n}' is named twice; name it once."), {"n": twice}), code=2)
    return tuple(read_side(word) for word in words)
