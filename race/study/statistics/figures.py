"""The figures of a game that can be compared: a column of the table of games, or how often an ending came."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, Final

import msgspec

from race.core.ids import Ending
from race.core.words import N_, PlainError, Sentence
from race.study.tables import game_kinds

ENDING: Final = "ending."


class Figure(msgspec.Struct, frozen=True):
    """One figure of a game, by its name in `games.parquet` or as `ending.NAME`."""

    name: str
    share: bool = False
    """Whether it is yes or no in a game, so that its mean is a share."""

    def value(self, row: Mapping[str, Any]) -> float | None:
        """Return the figure of one row of the table, None when the game has none.

        >>> figure_of("ending.frontier").value({"ending": "frontier"})
        1.0
        """
        if self.name.startswith(ENDING):
            return float(row["ending"] == self.name.removeprefix(ENDING))
        found = row[self.name]
        return None if found is None else float(found)

    @property
    def column(self) -> str:
        """Return the column of the table that it is read from."""
        return "ending" if self.name.startswith(ENDING) else self.name


def figure_of(name: str) -> Figure:
    """Return a figure by its name; raises PlainError for one that is not known."""
    kinds = {column: kind for column, kind in game_kinds().items() if kind != "string"}
    endings = [ENDING + ending.value for ending in Ending]
    if name in endings or kinds.get(name) == "bool":
        return Figure(name, share=True)
    if name in kinds:
        return Figure(name)
    near = get_close_matches(name, [*kinds, *endings], n=1)
    hint = (
        N_("There is no figure '{n}'; did you mean '{near}'?")
        if near
        else N_("There is no figure '{n}'; write score, another column of games.parquet, or ending.NAME.")
    )
    raise PlainError(Sentence(hint, {"n": name, "near": near[0] if near else ""}), code=2)


def figures_of(text: str) -> tuple[Figure, ...]:
    """Return figures by their names with commas between; raises PlainError for none or one not known.

    >>> [figure.name for figure in figures_of("score, ending.frontier")]
    ['score', 'ending.frontier']
    """
    names = [name for name in (part.strip() for part in text.split(",")) if name]
    if not names:
        raise PlainError(Sentence(N_("Name at least one figure, such as score.")), code=2)
    return tuple(figure_of(name) for name in dict.fromkeys(names))
