"""All mistakes of a stranger's file at once, each with its place and a hint."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from enum import Enum
from math import isfinite
from types import UnionType
from typing import Any, Final, Literal, get_args, get_origin

import msgspec

from race.core.rulebook import Rulebook
from race.core.words import N_, Part, PlainError, Sentence

_LONGEST: Final = 40
"""Letters of a wrong value that are repeated."""


class Mistakes(PlainError):  # noqa: N818 - the plain word for what it holds
    """Report all mistakes of one file at once."""

    def __init__(self, file: str, mistakes: list[Sentence]) -> None:
        """Keep the mistakes; the first sentence counts them."""
        super().__init__(
            Sentence(N_("{file} has {n} mistakes:"), {"file": file, "n": str(len(mistakes))})
            if len(mistakes) > 1
            else Sentence(N_("{file} has a mistake:"), {"file": file})
        )
        self.mistakes = mistakes


def once_each(mistakes: Iterable[Sentence]) -> list[Sentence]:
    """Return one sentence a place, the last one said of it; sentences of no place stay.

    Who looks closer speaks later, so that a mistake two checks have found is told as the closer one tells it.
    """
    told: dict[object, Sentence] = {}
    for n, mistake in enumerate(mistakes):
        told[mistake.values.get("place", n)] = mistake
    return list(told.values())


def mistakes_of(value: object, shape: type, place: str = "") -> Iterator[Sentence]:
    """Yield a sentence for every part of `value` that does not fit `shape`.

    `shape` is a msgspec Struct type; nested structs and lists of them are looked into, so that one
    mistake does not hide the next.
    """
    if not isinstance(value, Mapping):
        yield _no_table(place)
        return
    fields = {field.name: field for field in msgspec.structs.fields(shape)}
    for name in value:
        if name not in fields:
            near = _of_the_rules(place, name) or get_close_matches(str(name), fields, n=1)
            hint = (
                N_("{place} is not known; did you mean '{near}'?")
                if near
                else N_("{place} is not known; take it out.")
            )
            yield Sentence(hint, {"place": _at(place, name), "near": near[0] if near else ""})
    for name, field in fields.items():
        if name in value:
            yield from _check(value[name], field.type, _at(place, name))
        elif field.required:
            yield missing(_at(place, name))


def _of_the_rules(place: str, name: object) -> list[str]:
    """Return where a chapter of the rulebook belongs that stands in the open."""
    known = not place and name in Rulebook.__struct_fields__
    return [f"rules.{name}"] if known else []


def _check(value: object, wanted: object, place: str) -> Iterator[Sentence]:
    shape = _shape(wanted)
    if shape is not None:
        yield from mistakes_of(value, shape, place)
    elif get_origin(wanted) is list and isinstance(value, list):
        for index, item in enumerate(value):
            yield from _check(item, get_args(wanted)[0], f"{place}[{index}]")
    elif get_origin(wanted) is dict and isinstance(value, Mapping):
        for name, item in value.items():
            for part, kind in zip((name, item), get_args(wanted), strict=True):
                yield from _check(part, kind, _at(place, name))
    elif not _fits(value, wanted):
        yield _explain(value, wanted, place)


def _shape(wanted: object) -> type | None:
    """Return the table that is wanted, None for anything else; one that may be left out is one too."""
    kinds = get_args(wanted) if isinstance(wanted, UnionType) else (wanted,)
    shapes = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, msgspec.Struct)]
    return shapes[0] if len(shapes) == 1 else None


def _fits(value: object, wanted: object) -> bool:
    if isinstance(value, float) and not isfinite(value):
        return False
    try:
        msgspec.convert(value, wanted)
    except msgspec.ValidationError:
        return False
    return True


_WANTED: Final = {
    int: N_("{place}: a whole number is needed here, such as 12 or 30_000; it says {given}."),
    float: N_("{place}: a number is needed here, such as 0.5; it says {given}."),
    str: N_('{place}: a text in quotes is needed here, such as "pay"; it says {given}.'),
    bool: N_("{place}: true or false is needed here; it says {given}."),
    list: N_("{place}: a list is needed here, such as [6, 18]; it says {given}."),
    dict: N_("{place}: a table is needed here, such as [{place}] on a line of its own; it says {given}."),
}
"""What to say where another kind of value stands."""


def _explain(value: object, wanted: object, place: str) -> Sentence:
    """Say what stands at a place and what could stand there."""
    told: dict[str, Part] = {"place": place, "given": _written(value)}
    kind, low, high = _kind(wanted)
    named = _names(wanted)
    if named:
        return unknown(value, named, place)
    most = _longest(wanted)
    if most is not None and isinstance(value, str):
        return Sentence(
            N_("{place}: a text of 1 to {most} letters is needed here; it has {n}."),
            {"place": place, "most": str(most), "n": str(len(value.strip()))},
        )
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if low is not None and number and not (kind is int and isinstance(value, float)):
        return Sentence(
            N_("{place}: {given} is out of bounds; give {low} to {high}."),
            told | {"low": f"{low:,}".replace(",", "_"), "high": f"{high:,}".replace(",", "_")},
        )
    return Sentence(_WANTED.get(kind, N_("{place}: {given} does not fit here.")), told)


def unknown(value: object, known: Iterable[str], place: str) -> Sentence:
    """Say of a word that it is none of those that may stand at a place, and which are."""
    told: dict[str, Part] = {"place": place, "given": _written(value)}
    near = get_close_matches(str(value), list(known), n=1)
    if near:
        return Sentence(N_("{place}: {given} is not known; did you mean '{near}'?"), told | {"near": near[0]})
    return Sentence(
        N_("{place}: {given} is not known; there are: {known}."), told | {"known": ", ".join(known)}
    )


def _longest(wanted: object) -> int | None:
    """Return the letters that a text may have, None where nothing bounds it."""
    notes = getattr(wanted, "__metadata__", ())
    return next((note.max_length for note in notes if isinstance(note, msgspec.Meta)), None)


def _kind(wanted: object) -> tuple[Any, float | None, float | None]:
    """Return the kind of value that is wanted, and its bounds where it has some."""
    low = high = None
    for note in getattr(wanted, "__metadata__", ()):
        if isinstance(note, msgspec.Meta) and note.ge is not None:
            low, high = note.ge, note.le
    if hasattr(wanted, "__metadata__"):
        wanted = get_args(wanted)[0]
    if isinstance(wanted, UnionType):
        wanted = float
    return get_origin(wanted) or wanted, low, high


def _names(wanted: object) -> list[str]:
    """Return the words that may stand at a place, none where there is a choice of more."""
    if get_origin(wanted) is Literal:
        return [str(word) for word in get_args(wanted)]
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return [str(word.value) for word in wanted]
    return []


def _written(value: object) -> str:
    """Return a value as a TOML file would say it, short."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return shortened(f'"{value}"' if isinstance(value, str) else str(value))


def shortened(text: str) -> str:
    """Return as much of a text as a sentence can repeat.

    >>> shortened("9" * 50)
    '9999999999999999999999999999999999999999...'
    """
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "..."


def _at(place: str, name: object) -> str:
    return f"{place}.{name}" if place else str(name)


def missing(place: str) -> Sentence:
    """Say that something must stand at a place."""
    return Sentence(
        N_("{place} is missing; write it, as the scenarios that come with the game do."), {"place": place}
    )


def _no_table(place: str) -> Sentence:
    """Say that a table must stand at a place, and how it is written there."""
    listed = place.endswith("]")
    heading = f"[[{place.rpartition('[')[0]}]]" if listed else f"[{place}]"
    return Sentence(
        N_("{place}: a table is needed here, such as {heading} on a line of its own."),
        {"place": place or "file", "heading": heading},
    )
