"""The catalogue of numbers: every number with its bounds, and nothing that is no number."""

from typing import Annotated, Any, cast

import msgspec
import pytest

from race.core.rulebook import Rulebook
from race.core.rulebook.catalogue import entries


def a_book(**chapters: msgspec.Struct) -> Rulebook:
    """Return a struct with these chapters, as a rulebook has them."""
    fields: list[tuple[str, Any, Any]] = [
        (name, type(chapter), chapter) for name, chapter in chapters.items()
    ]
    return cast("Rulebook", msgspec.defstruct("Book", fields)())


class Part(msgspec.Struct, frozen=True):
    """A part of a chapter."""

    name: str = "first"
    note: str = "no number"
    size: Annotated[float, msgspec.Meta(ge=0, le=9, description="Size.")] = 2.0


class Chapter(msgspec.Struct, frozen=True):
    """A chapter with a number, words and parts."""

    title: str = "no number"
    most: Annotated[int, msgspec.Meta(ge=1, le=5, description="Most.")] = 3
    parts: tuple[Part, ...] = (Part(),)
    plain: tuple[int, ...] = (1, 2)


class Boundless(msgspec.Struct, frozen=True):
    """A chapter whose number has no upper bound."""

    most: Annotated[int, msgspec.Meta(ge=1)] = 3


def test_numbers_of_chapters_and_of_their_parts_are_listed_and_words_are_not() -> None:
    found = entries(a_book(race=Chapter()))

    assert {path: entry.value for path, entry in found.items()} == {
        "race.most": 3,
        "race.parts.first.size": 2.0,
    }
    assert found["race.most"].tunable
    assert not found["race.parts.first.size"].tunable


def test_a_number_without_bounds_is_named() -> None:
    with pytest.raises(ValueError, match=r"race\.most has no bounds"):
        entries(a_book(race=Boundless()))


def test_the_games_own_numbers_lie_within_their_bounds() -> None:
    assert [path for path, entry in entries().items() if not entry.low <= entry.value <= entry.high] == []
