"""Founders who swap a given share of the carmaker's flow, for the curve of what diverting is worth.

They are the swapper in everything else. A share is taken of the opening's chips as of every later
crate; where the lab has too few slots of its own, as much is swapped as it has.
"""

import re
from typing import Final

from msgspec.structs import replace

from race.policy.founders.archetypes import HABITS
from race.policy.founders.habits import Habit

_NAME: Final = re.compile(r"quota-(0|[1-9][0-9]?|100)\Z")


def quota_habit(name: str) -> Habit | None:
    """Return the habit of `quota-0` to `quota-100` (percent of the flow), or None for another name.

    >>> [habit and habit.quota for habit in map(quota_habit, ("quota-30", "quota-101", "swapper"))]
    [0.3, None, None]
    """
    found = _NAME.match(name)
    if found is None:
        return None
    share = int(found[1]) / 100
    return replace(HABITS["swapper"], quota=share, opening=share > 0.0, opening_part=share, partly=True)
