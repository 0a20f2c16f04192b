"""How a number enters the game: with its unit, its bounds and what it means.

The tuner, the in-game help and the docs read the same line.
"""

import msgspec


def number(unit: str, low: float, high: float, meaning: str) -> msgspec.Meta:
    """Describe a tunable number: its unit, inclusive bounds and meaning in one sentence.

    A scenario that overrides it outside the bounds is refused with this text.
    """
    return msgspec.Meta(ge=low, le=high, description=meaning, extra={"unit": unit})
