"""How far a world is from the facts, as one number that a search can make smaller.

For each counted sub-value, the distance of the median from the middle of its band, in half-widths:
0 in the middle, 1 at the edge. Outside the band 2 is added, so that two figures just inside are worth
more than one in the middle and one outside; no distance counts for more than 8, so that one hopeless
figure does not drown the others. A figure that most games lack counts as hopeless.
"""

from math import isinf
from typing import Final

from race.core.words import N_, PlainError, Sentence
from race.study.hindcast.bands import COUNTED, OWNER_ROWS, RACE_ROWS
from race.study.hindcast.table import SubValue

OUTSIDE: Final = 2.0
"""Added for a sub-value outside its band."""
FARTHEST: Final = 8.0
"""Half-widths beyond which a figure is only far."""
GROUPS: Final = {"all": COUNTED, "race": RACE_ROWS, "owners": OWNER_ROWS}
"""Names of groups of rows."""


def rows_of(text: str) -> tuple[str, ...]:
    """Return the rows a word or a list names: all, race, owners, or rows with commas between.

    Raises PlainError for a row that does not count.

    >>> rows_of("C27, C40"), len(rows_of("race"))
    (('C27', 'C40'), 16)
    """
    if text in GROUPS:
        return GROUPS[text]
    rows = tuple(part.strip() for part in text.split(",") if part.strip())
    unknown = next((row for row in rows if row not in COUNTED), None)
    if unknown is not None or not rows:
        raise PlainError(
            Sentence(
                N_("'{row}' is no counted row; write all, race, owners or rows such as C27,C40."),
                {"row": unknown or text},
            ),
            code=2,
        )
    return rows


def distance(value: SubValue) -> float:
    """Return what one sub-value adds to the loss."""
    if value.median is None or isinf(value.median):
        return FARTHEST + OUTSIDE
    away = min(FARTHEST, abs(value.median - value.band.middle) / value.band.half_width)
    return away if value.inside else away + OUTSIDE
