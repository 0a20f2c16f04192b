"""How a number enters the game: with its unit, its bounds and what it means.

The tuner, the in-game help and the docs read the same line.
"""

from typing import Final

import msgspec

from race.core.words import N_

DESIGN: Final = N_("design")
"""Source of a number that nobody has measured: chosen for the game."""


def number(unit: str, low: float, high: float, meaning: str, source: str = DESIGN) -> msgspec.Meta:
    """Describe a tunable number: its unit, inclusive bounds, meaning in one sentence and source.

    `source` says where the figure comes from, such as "C34: own regression on 21 releases" (C34 is a
    row of `assets/facts/calibration.csv`), "fitted to C36", or "design".
    The translators get the unit, the meaning and the source as they stand in the call, so that these are
    written out there; whoever shows them translates them.
    A scenario that overrides it outside the bounds is refused with this text.
    """
    return msgspec.Meta(ge=low, le=high, description=meaning, extra={"unit": unit, "source": source})
