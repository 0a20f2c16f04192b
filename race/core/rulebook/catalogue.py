"""Every number of the rulebook as a line one can read: value, unit, bounds, meaning, source.

The command that explains, the tuner and the docs read the same lines.
"""

from collections.abc import Iterator
from typing import Any, get_args

import msgspec

from race.core.rulebook import Rulebook
from race.core.rulebook.number import DESIGN


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One number as it stands in a rulebook."""

    path: str
    """Chapter and name, such as `race.elo_decade`."""
    value: float
    whole: bool
    """Whether only whole numbers make sense."""
    unit: str
    low: float
    high: float
    meaning: str
    source: str = DESIGN
    tunable: bool = True
    """Whether a scenario can override it (the numbers of single kinds of holders cannot be)."""


def entries(rules: Rulebook | None = None) -> dict[str, Entry]:
    """Return every number of a rulebook by its path, chapter by chapter; without one, the game's own.

    >>> entry = entries()["race.elo_decade"]
    >>> entry.unit, entry.low <= entry.value <= entry.high
    ('Elo', True)
    """
    book = Rulebook() if rules is None else rules
    return {
        entry.path: entry
        for chapter in book.__struct_fields__
        for entry in entries_of(chapter, getattr(book, chapter))
    }


def entries_of(chapter: str, rules: msgspec.Struct) -> Iterator[Entry]:
    """Yield the numbers of one chapter, or of anything else that describes its numbers so."""
    for field in msgspec.structs.fields(type(rules)):
        value = getattr(rules, field.name)
        if isinstance(value, tuple):
            yield from _parts(f"{chapter}.{field.name}", value)
        elif (meta := _meta(field.type)) is not None:
            yield _entry(f"{chapter}.{field.name}", value, meta, tunable=True)


def _parts(place: str, parts: tuple[Any, ...]) -> Iterator[Entry]:
    """Yield the numbers of structs in a tuple; each part is named by its first field."""
    for part in parts:
        if not isinstance(part, msgspec.Struct):
            continue
        first, *rest = msgspec.structs.fields(type(part))
        name = str(getattr(part, first.name))
        for field in rest:
            if (meta := _meta(field.type)) is not None:
                yield _entry(f"{place}.{name}.{field.name}", getattr(part, field.name), meta, tunable=False)


def _meta(annotation: object) -> msgspec.Meta | None:
    return next((part for part in get_args(annotation) if isinstance(part, msgspec.Meta)), None)


def _entry(path: str, value: float, meta: msgspec.Meta, *, tunable: bool) -> Entry:
    extra = meta.extra or {}
    low, high = meta.ge, meta.le
    if low is None or high is None:
        message = f"{path} has no bounds"
        raise ValueError(message)
    return Entry(
        path=path,
        value=value,
        whole=isinstance(value, int),
        unit=str(extra.get("unit", "")),
        low=low,
        high=high,
        meaning=meta.description or "",
        source=str(extra.get("source", DESIGN)),
        tunable=tunable,
    )
