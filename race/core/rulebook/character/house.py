"""Numbers of the house's people: how loyal they start, what moves them, what goes with them."""

from typing import Annotated

import msgspec

from race.core.rulebook.number import number


class HouseRules(msgspec.Struct, frozen=True, kw_only=True):
    """When people of the house warn, leave and testify, and how much that weighs."""

    # -- loyalty ----------------------------------------------------------------------------------
    start: Annotated[int, number("ppm", 0, 1_000_000, "Loyalty on the first day.")] = 700_000
    small: Annotated[int, number("ppm", 0, 500_000, "Loyalty moved by a small matter.")] = 30_000
    middle: Annotated[int, number("ppm", 0, 500_000, "Loyalty moved by a middle matter.")] = 60_000
    large: Annotated[int, number("ppm", 0, 500_000, "Loyalty moved by a large matter.")] = 120_000
    again: Annotated[
        float, number("x", 0.0, 2.0, "What each earlier matter of the kind adds to a bad one.")
    ] = 0.25
    again_most: Annotated[int, number("matters", 0, 20, "Most earlier matters that add.")] = 4
    mends: Annotated[int, number("ppm a month", 0, 500_000, "Part of the way back in a month.")] = 30_000
    quote_wait: Annotated[
        int, number("months", 1, 36, "Between two quotations of one person, unless the matter is grave.")
    ] = 3
    grave: Annotated[int, number("steps", 1, 9, "Steps of loyalty lost from which a matter is grave.")] = 2
    mercy: Annotated[int, number("months", 1, 60, "How long an earlier matter of the kind adds.")] = 18

    # -- warning and leaving ----------------------------------------------------------------------
    warns: Annotated[int, number("ppm", 0, 1_000_000, "Loyalty below which somebody warns.")] = 450_000
    stays: Annotated[int, number("ppm", 0, 1_000_000, "Loyalty from which who has warned stays.")] = 500_000
    notice_months: Annotated[int, number("months", 1, 12, "From a warning to the day it falls due.")] = 3
    empty_months: Annotated[int, number("months", 1, 36, "How long a post is empty.")] = 5
    holders_most: Annotated[int, number("people", 1, 3, "How many hold a post, one after another.")] = 3

    # -- a talk -----------------------------------------------------------------------------------
    calm: Annotated[int, number("ppm", 0, 500_000, "Loyalty that a talk wins back.")] = 100_000
    calm_wait: Annotated[int, number("months", 1, 36, "Between two talks with one person.")] = 6
    calm_broken: Annotated[
        float, number("x", 1.0, 5.0, "Weight of a bad matter in the year after a talk.")
    ] = 1.5
    calm_months: Annotated[int, number("months", 1, 36, "How long a talk is remembered for that.")] = 12

    # -- what goes with them ----------------------------------------------------------------------
    settling: Annotated[
        float, number("x", 1.0, 3.0, "Price of a settlement while there is no general counsel.")
    ] = 1.25
    refuting: Annotated[
        float, number("x", 1.0, 5.0, "Hazard that a denial is refuted while there is no general counsel.")
    ] = 1.5
    recipe: Annotated[float, number("Elo", 0.0, 30.0, "Method that leaves with the chief scientist.")] = 5.0
    followers: Annotated[
        int, number("researchers", 0, 60, "Researchers who leave with the chief scientist.")
    ] = 10
    patience: Annotated[
        int, number("ppm", 0, 500_000, "Patience the fund's lawyer has again after asking for files.")
    ] = 200_000
    loud: Annotated[
        float, number("salience", 0.0, 1.0, "What the fund's lawyer adds to a story by a quotation.")
    ] = 0.05

    # -- testimony --------------------------------------------------------------------------------
    hostile: Annotated[
        int, number("ppm of seen", 0, 500_000, "What somebody who has left adds to the holders' case.")
    ] = 60_000
    cool: Annotated[
        int, number("ppm of seen", 0, 500_000, "What somebody adds who would leave, or nearly.")
    ] = 30_000
    loyal: Annotated[int, number("ppm of seen", 0, 500_000, "What somebody takes off it who is loyal.")] = (
        20_000
    )
    loyal_from: Annotated[int, number("ppm", 0, 1_000_000, "Loyalty from which somebody is loyal.")] = 600_000
    record: Annotated[
        int, number("ppm of seen", 0, 500_000, "What each matter in the fund's folder adds.")
    ] = 15_000
    record_most: Annotated[int, number("matters", 0, 20, "Most matters that add.")] = 4
