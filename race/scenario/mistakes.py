"""All mistakes of a stranger's file at once, each with its place and a hint."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from types import UnionType
from typing import get_args, get_origin

import msgspec

from race.core.words import N_, Sentence


def mistakes_of(value: object, shape: type, place: str = "") -> Iterator[Sentence]:
    """Yield a sentence for every part of `value` that does not fit `shape`.

    `shape` is a msgspec Struct type; nested structs and lists of them are looked into, so that one
    mistake does not hide the next.
    """
    if not isinstance(value, Mapping):
        yield _wrong(place, N_("{place}: a table is needed here."))
        return
    fields = {field.name: field for field in msgspec.structs.fields(shape)}
    for name in value:
        if name not in fields:
            near = get_close_matches(str(name), fields, n=1)
            hint = N_("{place} is not known; did you mean '{near}'?") if near else N_("{place} is not known.")
            yield Sentence(hint, {"place": _at(place, name), "near": near[0] if near else ""})
    for name, field in fields.items():
        if name in value:
            yield from _check(value[name], field.type, _at(place, name))
        elif field.required:
            yield _wrong(_at(place, name), N_("{place} is missing."))


def _check(value: object, wanted: object, place: str) -> Iterator[Sentence]:
    inner = get_args(wanted)
    shapes = [kind for kind in inner if _is_struct(kind)]
    if isinstance(wanted, UnionType) and len(shapes) == 1:
        wanted = shapes[0]  # what may be left out is checked like the rest when it is there
    if isinstance(wanted, type) and issubclass(wanted, msgspec.Struct):
        yield from mistakes_of(value, wanted, place)
    elif get_origin(wanted) is list and isinstance(value, list) and _is_struct(inner[0]):
        for index, item in enumerate(value):
            yield from mistakes_of(item, inner[0], f"{place}[{index}]")
    else:
        try:
            msgspec.convert(value, wanted)
        except msgspec.ValidationError as error:
            yield Sentence(N_("{place}: {problem}."), {"place": place, "problem": str(error)})


def _is_struct(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _at(place: str, name: object) -> str:
    return f"{place}.{name}" if place else str(name)


def _wrong(place: str, msgid: str) -> Sentence:
    return Sentence(msgid, {"place": place or "file"})
