"""Founder bots by name."""

from typing import Final

import msgspec

from race.core.words import N_, PlainError, Sentence
from race.policy.founders.alone import ALONE
from race.policy.founders.archetypes import MADE, Archetype, Idle
from race.policy.founders.habits import Habit
from race.policy.founders.historical import Historical
from race.policy.founders.planner import Planner
from race.policy.founders.quota import quota_habit
from race.policy.founders.random_founder import RandomFounder
from race.policy.founders.speculator import Speculator
from race.policy.policy import Policy
from race.policy.style import BOOKS_AHEAD, Style

SIMPLE: Final = ("idle", "random", "speculator", *MADE, "historical")
"""Names of the founder bots that decide on what they see, from no plan to the story as it was."""
PLANNER: Final = "planner"
"""Name of the one who also plays what it imagines, and takes two hundred times as long."""
FOUNDERS: Final = (*SIMPLE, PLANNER)
"""Names of all founder bots."""


def founder_policy(name: str, style: Style) -> Policy:
    """Return the founder bot of this name, running the lab in this style.

    Raises PlainError for a name that does not exist.
    """
    match name:
        case "idle":
            return Idle()
        case "random":
            return RandomFounder()
        case "speculator":
            return Speculator(style)
        case "historical":
            return Historical(style)
        case "planner":
            return Planner(msgspec.structs.replace(style, books_ahead=BOOKS_AHEAD, sites_beyond=1))
        case _ if (habit := MADE.get(name) or ALONE.get(name) or quota_habit(name)) is not None:
            return led_by(habit, style)
        case _:
            raise PlainError(
                Sentence(
                    N_("There is no founder '{name}'; there are: {known}."),
                    {"name": name, "known": ", ".join(FOUNDERS)},
                ),
                code=2,
            )


def led_by(habit: Habit, style: Style) -> Archetype:
    """Return a founder with a habit toward the owners who runs the lab as all archetypes do."""
    style = msgspec.structs.replace(style, books_ahead=BOOKS_AHEAD, sites_beyond=habit.sites_beyond)
    return Archetype(habit, style)
