"""What the opening swap is worth to the lab, with the rules that make time compound and without.

The same founder plays the same seeds with the swap of December 2023 and without it, everything else
equal; the difference is read at a few months. Without compounding, research, talent, collateral
and dated prizes are switched off.
"""

from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec.structs import replace

from race.core.ids import Firm
from race.core.words import N_, PlainError, Sentence
from race.policy.founders.archetypes import MADE
from race.policy.founders.historical import Historical
from race.policy.policy import Policy
from race.policy.registry import led_by
from race.policy.style import Style
from race.scenario.load import Scenario, switched_off
from race.sim.cast import style_of
from race.study.compare import Interval, mean
from race.study.game import play_game

MONTHS: Final = (6, 12, 18, 36)
"""Months at whose end the two games are compared, as far as both get."""
FIGURES: Final = ("elo_true", "compute_h100e", "valuation_usd_bn")
"""The lab's columns of the long table that are compared."""
FOUNDERS: Final = ("historical", "swapper")
"""Who makes the opening swap."""
TAKERS: Final = ("historical", *(name for name, habit in MADE.items() if habit.opening))
"""Who takes the opening's chips at all, on whichever terms."""
COMPOUNDING: Final = ("research", "talent", "collateral", "prizes")
"""Switches of the rules that make time compound."""


class Worth(msgspec.Struct, frozen=True, kw_only=True):
    """What the swap is worth in one figure at the end of one month: with it less without it."""

    founder: str
    compounding: bool
    figure: str
    month: int
    gain: Interval


def dilemma(scenario: Scenario, founder: str, seeds: range, *, compounding: bool) -> Iterator[Worth]:
    """Yield what the opening swap is worth to a founder's lab, figure by figure and month by month.

    Raises PlainError for a founder who is none of `TAKERS`.
    """
    world = scenario if compounding else without_compounding(scenario)
    style = style_of(scenario.means[Firm.XAI])
    pairs = [
        (_figures(world, pair[0], seed), _figures(world, pair[1], seed))
        for pair in [swapping(founder, style)]
        for seed in seeds
    ]
    for figure in FIGURES:
        for month in MONTHS:
            key = (figure, month)
            gains = [taken[key] - left[key] for taken, left in pairs if key in taken and key in left]
            yield Worth(
                founder=founder, compounding=compounding, figure=figure, month=month, gain=mean(gains)
            )


def swapping(founder: str, style: Style) -> tuple[Policy, Policy]:
    """Return a founder who makes the opening swap and the same who does not.

    Raises PlainError for a founder who is none of `TAKERS`.
    """
    if founder not in TAKERS:
        raise PlainError(
            Sentence(
                N_("'{name}' takes none of the opening's chips; these founders do: {known}."),
                {"name": founder, "known": ", ".join(TAKERS)},
            ),
            code=2,
        )
    if founder == "historical":
        return Historical(style), Historical(style, swaps=False)
    habit = MADE[founder]
    return led_by(habit, style), led_by(replace(habit, opening=False), style)


def without_compounding(scenario: Scenario) -> Scenario:
    """Return the scenario with the rules switched off that make time compound."""
    return switched_off(scenario, *COMPOUNDING)


def _figures(scenario: Scenario, founder: Policy, seed: int) -> dict[tuple[str, int], float]:
    """Play one game and return the lab's figures at the months it reached."""
    record = play_game(scenario, founder, seed, months=True)
    return {
        (figure, month): measures[Firm.XAI.value, figure]
        for figure in FIGURES
        for month in MONTHS
        if (measures := record.at(month)) is not None
    }
