"""Numbers of how any lab is run: the same for rivals, founder bots and the officers of the routine.

What differs from lab to lab is its style (`assets/scenarios/labs.toml`) and its mood.
"""

from typing import Annotated

import msgspec

from race.core.rulebook.number import number


class ConductRules(msgspec.Struct, frozen=True, kw_only=True):
    """What a well-run lab keeps to when it releases, serves, hires, books, builds, rents and borrows."""

    # -- releases ---------------------------------------------------------------------------------
    open_from: Annotated[
        float, number("openness", 0.0, 1.0, "Openness from which a lab opens its weights.")
    ] = 0.6
    stale_months: Annotated[
        int, number("months", 1, 24, "After how long a candidate is released for any gain.")
    ] = 4
    hurried: Annotated[
        float, number("caution", 0.0, 1.0, "Caution below which an alarmed lab releases untested.")
    ] = 0.4

    # -- compute and people -----------------------------------------------------------------------
    serve_leading: Annotated[
        int, number("ppm", 0, 1_000_000, "Most compute that goes to a leader's users.")
    ] = 550_000
    serve_calm: Annotated[int, number("ppm", 0, 1_000_000, "The same, while calm.")] = 500_000
    serve_pressed: Annotated[int, number("ppm", 0, 1_000_000, "The same, while pressed.")] = 450_000
    serve_alarmed: Annotated[int, number("ppm", 0, 1_000_000, "The same, while alarmed.")] = 400_000
    serve_spare: Annotated[
        float, number("x", 1.0, 3.0, "Compute set aside for users, of what they need today.")
    ] = 1.25
    split_step: Annotated[
        int, number("ppm", 0, 1_000_000, "Compute whose use must change before a lab splits it anew.")
    ] = 40_000
    safety_step: Annotated[
        int, number("ppm", 0, 1_000_000, "The same for safety alone, when it changes by a fifth or more.")
    ] = 2_000
    hire_bank: Annotated[
        int, number("people", 0, 10_000, "People whose price a lab must have idle before it hires by name.")
    ] = 100
    people_part: Annotated[
        float, number("share", 0.0, 0.5, "Part of the bank for which a lab hires by name in a month.")
    ] = 0.01

    # -- booking in a partner's halls -------------------------------------------------------------
    pace: Annotated[
        float, number("share", 0.01, 1.0, "Part of free money that a calm lab books in a month.")
    ] = 0.2
    deposits_most: Annotated[
        float,
        number("share", 0.0, 1.0, "Part of its cash that a lab puts down for chips in a month at most."),
    ] = 0.9
    runway: Annotated[
        int, number("months", 0, 24, "Months ahead that must be paid for before a lab raises no more.")
    ] = 4
    growth: Annotated[
        float, number("share", 0.0, 2.0, "Part of its fleet that a lab which is losing wants money for.")
    ] = 0.3
    rent_pressed: Annotated[
        int, number("months", 1, 60, "Rent that a pressed lab's idle money must last.")
    ] = 12
    rent_alarmed: Annotated[
        int, number("months", 1, 60, "Rent that an alarmed lab's idle money must last.")
    ] = 8
    hurried_site_kw: Annotated[
        int,
        number(
            "kW", 1_000, 1_000_000, "Smallest site that a lab in a hurry begins beside a partner's halls."
        ),
    ] = 5_000

    # -- rent in between --------------------------------------------------------------------------
    rent_ahead: Annotated[
        int, number("months", 0, 24, "Deliveries so near that compute is rented until they come.")
    ] = 6
    rent_months: Annotated[int, number("months", 1, 60, "Rent that a lab's idle money must last then.")] = 25
    rent_step: Annotated[
        int, number("H100e", 0, 100_000, "Compute by which a rent must change, or by a fifth of it.")
    ] = 500

    # -- halls of its own -------------------------------------------------------------------------
    near_slots: Annotated[
        float, number("months", 0.0, 24.0, "Lead time below which a round is closed to book.")
    ] = 3.0
    prudence: Annotated[float, number("share", 0.1, 1.0, "Part of coming money that a plan counts on.")] = 0.9
    order_months: Annotated[
        int, number("months", 1, 24, "Months of chips in an order that a lab pays from what it earns.")
    ] = 2
    order_months_round: Annotated[
        int, number("months", 1, 24, "The same for an order that a round pays.")
    ] = 6
    own_site_kw: Annotated[
        int, number("kW", 1_000, 1_000_000, "Smallest site of a lab without a partner.")
    ] = 20_000
    site_ahead: Annotated[int, number("months", 0, 24, "Later orders that such a site leaves room for.")] = 2

    # -- banks and the queue ----------------------------------------------------------------------
    loan_ahead: Annotated[int, number("months", 0, 24, "Deliveries that money in the bank should cover.")] = 2
    loan_spare: Annotated[int, number("months", 0, 24, "Months of costs kept beside them.")] = 3
    loan_part: Annotated[float, number("share", 0.0, 1.0, "Most of what banks would lend that is taken.")] = (
        0.9
    )
    ahead_part: Annotated[float, number("share", 0.0, 1.0, "Part of idle money that is paid ahead.")] = 0.5
    ahead_least: Annotated[int, number("ppm", 0, 1_000_000, "Least part of a price worth paying ahead.")] = (
        100_000
    )
    hope: Annotated[
        int, number("months", 0, 24, "How near a round must be for a lab in the red to keep its lines.")
    ] = 3
