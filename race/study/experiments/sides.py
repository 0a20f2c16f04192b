"""What a side of a comparison is called on the command line, and what it means.

A side is words with commas between: a founder, a difficulty, a scenario, a number (`race.luck_sd=14`), a
lab's mean (`labs.openai.parent_usd=5e8`), or a TOML file: a whole scenario, or only tables of numbers as
`tune` writes them. `usual` is the game as it is.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

import msgspec

from race.core.rulebook.character.traits import TRAITS
from race.core.rulebook.seats.rivals import DIFFICULTIES
from race.core.words import N_, PlainError, Sentence
from race.policy.registry import FOUNDERS
from race.scenario.cross_checks import mistakes_in_tables
from race.scenario.load import scenario_names
from race.scenario.mistakes import Mistakes
from race.scenario.numbers import checked, usual_numbers
from race.scenario.toml import names_toml, read_toml
from race.study.plan import Side

USUAL: Final = "usual"
_TABLES: Final = ("rules", "labs")


def read_side(text: str) -> Side:
    """Read one side; raises PlainError for a word that means nothing, or one that another overwrites.

    >>> side = read_side("steward,race.luck_sd=14")
    >>> side.founder, side.numbers
    ('steward', {'race.luck_sd': 14})
    """
    side = Side(name=text)
    for word in (part.strip() for part in text.split(",")):
        if not word:
            raise PlainError(
                Sentence(N_("A part of the side '{n}' is empty; take out the comma."), {"n": text}), code=2
            )
        side = _joined(side, _part(word), word)
    return side


def _joined(side: Side, part: dict[str, Any], word: str) -> Side:
    """Return a side with what another word of it says; raises PlainError for what is said already."""
    numbers = part.get("numbers", {})
    again = [name for name in part if name != "numbers" and getattr(side, name) is not None]
    again += [name for name in numbers if name in side.numbers]
    if again:
        raise PlainError(
            Sentence(
                N_("The side '{side}' sets {what} twice, the second time with '{n}'; set it once."),
                {"side": side.name, "what": again[0], "n": word},
            ),
            code=2,
        )
    return msgspec.structs.replace(side, **part | {"numbers": {**side.numbers, **numbers}})


def _part(word: str) -> dict[str, Any]:
    """Return what one word of a side sets, by the side's own fields."""
    name, equal, value = (part.strip() for part in word.partition("="))
    if equal and not names_toml(word):
        return {"numbers": {name: number_of(name, value, word)}}
    if names_toml(word):
        numbers = _tables(Path(word))
        return {"scenario": word} if numbers is None else {"numbers": numbers}
    if word == USUAL:
        return {}
    for field, known in (
        ("founder", FOUNDERS),
        ("difficulty", DIFFICULTIES),
        ("trait", TRAITS),
        ("scenario", scenario_names()),
    ):
        if word in known:
            return {field: word}
    raise _unknown(word)


def _unknown(word: str) -> PlainError:
    near = get_close_matches(word, [USUAL, *FOUNDERS, *DIFFICULTIES, *TRAITS, *scenario_names()], n=1)
    hint = (
        N_("'{n}' is no side; did you mean '{near}'?")
        if near
        else N_("'{n}' is no side; write a founder, a difficulty, a scenario, a TOML file or NAME=VALUE.")
    )
    return PlainError(Sentence(hint, {"n": word, "near": near[0] if near else ""}), code=2)


def number_of(name: str, text: str, where: str) -> float:
    """Read the value of a number; raises PlainError for no such number, no value, or one out of bounds.

    >>> number_of("race.luck_sd", "14", ""), number_of("labs.openai.parent_usd", "5e8", "")
    (14, 500000000)
    """
    try:
        value: float = int(text)
    except ValueError:
        try:
            value = float(text)
        except ValueError:
            raise PlainError(
                Sentence(N_("'{n}' is no number; write NAME=VALUE."), {"n": where}), code=2
            ) from None
    return checked(name, value, usual_numbers())


def _tables(path: Path) -> dict[str, float] | None:
    """Return the numbers of a file that holds nothing else, None for a whole scenario.

    Raises PlainError for a file that cannot be read, or with every mistake of its numbers.
    """
    tree = read_toml(path)
    if not tree or set(tree) - set(_TABLES):
        return None
    mistakes = mistakes_in_tables(tree)
    if mistakes:
        raise Mistakes(str(path), mistakes)
    return dict(_flat(tree.get("rules", {}), "")) | dict(_flat(tree.get("labs", {}), "labs."))


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
