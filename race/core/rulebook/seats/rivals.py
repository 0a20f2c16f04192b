"""Numbers of the rivals' ability: how well they plan, notice, judge and time; never what they are given.

A difficulty is one set of these. The standard ones are those that the world is fitted with.
"""

from typing import Annotated, Final

import msgspec

from race.core.rulebook.number import number


class RivalRules(msgspec.Struct, frozen=True, kw_only=True):
    """Say how able the rivals are; the founder's own lab never reads these."""

    foresight: Annotated[
        int, number("months", 0, 12, "Months beyond delivery that a rival plans its money for.")
    ] = 2
    idle_months: Annotated[
        int, number("months", -2, 6, "Months a rival lets pass between runs beyond its usual cycle.")
    ] = 0
    longer_runs: Annotated[
        int, number("months", -2, 3, "Months that a rival's runs use of the pause until the next.")
    ] = 0
    releases_for: Annotated[
        float, number("Elo", 0, 60, "Gain over its best release for which a rival releases.")
    ] = 12.0
    heard: Annotated[int, number("months", 1, 6, "Months from a permit to a rival's answer.")] = 2
    misjudged: Annotated[
        float, number("share", 0, 0.8, "Error of what a rival makes of the others' compute.")
    ] = 0.0
    dawdles: Annotated[
        float, number("a month", 0, 0.9, "Chance that a rival leaves a tested release lying.")
    ] = 0.0
    counters: Annotated[
        float, number("share", 0, 1, "Chance that a rival answers a new leader at once, if it can.")
    ] = 0.4
    misplans: Annotated[
        float, number("a month", 0, 0.9, "Chance that a rival forgets to order chips or sites.")
    ] = 0.0
    spends: Annotated[
        float, number("x", 0.2, 1.17, "Part of the money meant for chips that a rival's plan gets to spend.")
    ] = 1.0
    spare: Annotated[
        float,
        number(
            "x", 0.0, 1.5, "Part of the compute its plan keeps for users that a rival keeps, used or not."
        ),
    ] = 1.0


STANDARD: Final = "standard"
DIFFICULTIES: Final[dict[str, RivalRules]] = {
    "apprentice": RivalRules(
        foresight=0,
        idle_months=2,
        heard=4,
        misjudged=0.3,
        dawdles=0.2,
        counters=0.15,
        misplans=0.15,
        spends=0.78,
        releases_for=16.0,
    ),
    STANDARD: RivalRules(),
    "relentless": RivalRules(
        foresight=4,
        idle_months=-1,
        longer_runs=1,
        releases_for=2.0,
        heard=1,
        counters=0.8,
        spends=1.15,
        spare=0.15,
    ),
}
"""How able rivals are, by difficulty, the easiest first (design, measured by the share of games won)."""
