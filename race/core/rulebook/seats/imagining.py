"""Numbers of what a founder imagines of the coming months: forecasts, and the planner that plays them.

No law reads them. They say how wide an outsider's guesses are where the game shows nothing, so that a
forecast is no window into the rivals' books.
"""

from typing import Annotated

import msgspec

from race.core.rulebook.number import number


class ImaginingRules(msgspec.Struct, frozen=True, kw_only=True):
    """How far an outsider's guess at a rival is off."""

    money_sd: Annotated[float, number("log", 0.0, 2.0, "Error of a guess at a rival's cash.")] = 0.5
    method_sd: Annotated[
        float, number("Elo", 0.0, 60.0, "Error of a guess at a rival's method and unreleased work.")
    ] = 12.0
