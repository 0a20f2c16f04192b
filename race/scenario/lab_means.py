"""What a lab opens with beyond its chips: purse, people, plan, temperament.

`assets/scenarios/labs.toml` holds one table of these for each lab; the opening compute and the best
release come from `assets/facts/start_state_dec2023.csv`.
"""

from typing import Annotated

import msgspec

from race.core.ids import Firm
from race.core.rulebook.number import number
from race.files import assets


class Means(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Give a lab's means and temperament, each number with its unit, bounds and meaning."""

    cash_usd: Annotated[int, number("USD", 0, 500_000_000_000, "Money in the bank on the first day.")]
    parent_usd: Annotated[
        int,
        number(
            "USD a month",
            0,
            100_000_000_000,
            "What a parent or partner pays in during the first month; grows with the rulebook's rate.",
        ),
    ] = 0
    hosting_kw: Annotated[
        int,
        number(
            "kW", 0, 5_000_000, "Power a partner opens for it in the first month; grows at the same rate."
        ),
    ] = 0
    hosted: bool = False
    """Whether its chips stand in a partner's halls (less collateral, a fee per chip)."""
    raises: bool = False
    """Whether it may sell equity to investors."""
    may_force: bool = True
    """Whether permits where it stands allow forced building."""
    export_ppm: Annotated[
        int,
        number(
            "ppm",
            0,
            1_000_000,
            "Most it may book a month under export rules, of all makers' supply; a million is no rule.",
        ),
    ] = 1_000_000
    own_silicon_ppm: Annotated[
        int,
        number("ppm", 0, 1_000_000, "Most it may book of its own chips a month, of the path of own silicon."),
    ] = 0
    builds_forced: bool = False
    """Whether it forces sites of its own instead of waiting for a partner's halls."""
    order_every: Annotated[
        int, number("months", 1, 12, "From one order of chips to the next (an order covers them all).")
    ] = 1
    staff: Annotated[int, number("people", 1, 200_000, "Everybody who works there.")]
    researchers: Annotated[int, number("people", 1, 100_000, "Those of them who do research.")]
    recipe: Annotated[float, number("Elo", -500, 500, "Own method against the industry's on the first day.")]
    recipe_goal: Annotated[
        float,
        number("Elo", -500, 500, "Where the recipe drifts to with as much research compute as the others."),
    ]
    culture: Annotated[
        float, number("utility", -10, 10, "How well people like it there for reasons of its own.")
    ] = 0.0
    reach: Annotated[float, number("utility", -20, 20, "Distribution constant in the users' choice.")]
    business_reach: Annotated[float, number("utility", -20, 20, "Standing with firms.")]
    share_ppm: Annotated[
        int,
        number(
            "ppm",
            0,
            1_000_000,
            "Share of weekly consumer use on the first day; all labs' sum to a million at most.",
        ),
    ]
    business_ppm: Annotated[
        int,
        number(
            "ppm", 0, 1_000_000, "Share of business use on the first day; all labs' sum to a million at most."
        ),
    ]
    orders_usd: Annotated[
        int,
        number(
            "USD a month",
            0,
            100_000_000_000,
            "Spent on chips in 2023; the lines of the first months deliver that.",
        ),
    ]
    chips_part: Annotated[
        int, number("ppm", 0, 1_000_000, "Its plan: the part of the coming money for chips and halls.")
    ]
    training: Annotated[
        int,
        number("ppm", 10_000, 1_000_000, "Running compute for training; the four parts sum to a million."),
    ]
    research: Annotated[int, number("ppm", 0, 1_000_000, "Running compute for research.")]
    serving: Annotated[int, number("ppm", 0, 1_000_000, "Running compute for users.")]
    safety: Annotated[int, number("ppm", 0, 1_000_000, "Running compute for safety.")]
    run_months: Annotated[int, number("months", 1, 12, "What a base run takes.")]
    cycle_months: Annotated[
        int, number("months", 1, 24, "From the start of one base run to the start of the next.")
    ]
    next_start: Annotated[int, number("month", 0, 36, "Month in which the next base run starts.")]
    greed: Annotated[float, number("share", 0, 1, "How readily it raids, cuts prices and counters.")]
    caution: Annotated[float, number("share", 0, 1, "How much of its patience safety gets in a calm month.")]
    openness: Annotated[float, number("share", 0, 1, "How readily it publishes weights.")]


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


def table_of_labs() -> dict[Firm, LabMeans]:
    """Return the means of the seven labs in the story of December 2023."""
    table = msgspec.toml.decode((assets() / "scenarios" / "labs.toml").read_bytes(), type=LabTable)
    return {means.firm: means for means in table.lab}
