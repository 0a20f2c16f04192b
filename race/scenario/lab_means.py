"""What a lab opens with beyond its chips: purse, people, plan, temperament.

`assets/scenarios/labs.toml` holds one table of these for each lab; the opening compute and the best
release come from `assets/facts/start_state_dec2023.csv`.
"""

from typing import Annotated

import msgspec

from race.core.ids import Firm
from race.core.rulebook.number import number


class Means(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Give a lab's means and temperament; shares are ppm, money is whole dollars."""

    cash_usd: int
    """Money in the bank on the first day."""
    parent_usd: int = 0
    """What a parent or partner pays in during the first month; grows with the rulebook's rate."""
    hosting_kw: int = 0
    """Power a partner opens for it in the first month; grows at the same rate."""
    hosted: bool = False
    """Whether its chips stand in a partner's halls (less collateral, a fee per chip)."""
    raises: bool = False
    """Whether it may sell equity to investors."""
    may_force: bool = True
    """Whether permits where it stands allow forced building."""
    export_ppm: int = 1_000_000
    """Most it may book a month under export rules, ppm of all makers' supply; a million is no rule."""
    own_silicon_ppm: int = 0
    """Most it may book of its own chips a month, ppm of the path of own silicon."""
    builds_forced: bool = False
    """Whether it forces sites of its own instead of waiting for a partner's halls."""
    order_every: int = 1
    """Months from one order of chips to the next (an order covers them all)."""
    staff: int
    researchers: int
    recipe: float
    """Own method against the industry's on the first day, Elo."""
    recipe_goal: float
    """Where the recipe drifts to with as much research compute as the others, Elo."""
    culture: float = 0.0
    """How well people like it there for reasons of its own, utility units."""
    reach: float
    """Distribution constant in the users' choice, utility units."""
    business_reach: float
    """Standing with firms, utility units."""
    share_ppm: int
    """Share of weekly consumer use on the first day."""
    business_ppm: int
    """Share of business use on the first day."""
    orders_usd: int
    """What it spent on chips a month in 2023; the lines of the first months deliver that."""
    chips_part: int
    """Its plan: the part of the coming money for chips and halls."""
    training: int
    research: int
    serving: int
    safety: int
    """How running compute is split; the four sum to one million."""
    run_months: int
    cycle_months: int
    """Months from the start of one base run to the start of the next."""
    next_start: int
    """Month in which the next base run starts."""
    greed: float
    """How readily it raids, cuts prices and counters, 0-1."""
    caution: float
    """How much of its patience safety gets in a calm month, 0-1."""
    openness: float
    """How readily it publishes weights, 0-1."""


class LabMeans(Means, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Say whose means these are."""

    firm: Firm


class FieldMeans(Means, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Give every lab of an equal field the same means, and the same opening compute and release."""

    chips_h100e: Annotated[int, number("H100e", 0, 10_000_000, "Chips each lab runs at the start.")]
    elo: Annotated[float, number("Elo", 800, 1640, "True score of each lab's best release.")]
    flop: Annotated[float, number("FLOP", 1e20, 1e28, "Training compute of that release.")]


class LabTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hold the file: one table per lab, in the order of `race.core.ids.LABS`."""

    lab: list[LabMeans]
