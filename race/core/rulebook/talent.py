"""Numbers of talent: the open market, pay, what draws people, how far they carry a lab's recipe."""

from typing import Annotated

import msgspec

from race.core.rulebook.number import number
from race.core.words import N_

_C41 = N_("fitted to C41: two-year retention 80, 78, 67 and 64 %")


class TalentRules(msgspec.Struct, frozen=True, kw_only=True):
    """Where researchers are, what moves them and what they are worth to a recipe."""

    # -- the market -------------------------------------------------------------------------------
    open_start: Annotated[
        int, number("people", 0, 100_000, "Researchers who look for work in December 2023.")
    ] = 350
    newcomers: Annotated[
        int, number("people a month", 0, 10_000, "Researchers who enter the field each month, at the start.")
    ] = 65
    newcomers_growth: Annotated[float, number("a month", 0, 0.1, "Growth of that number.")] = 0.02
    market_turn: Annotated[
        float, number("share", 0, 1, "Part of those who look for work that labs can take on in a month.")
    ] = 0.5
    leave_field: Annotated[
        float, number("share", 0, 1, "Leavers who go out of the field; the others look for work in it.")
    ] = 0.4
    carmaker_researchers: Annotated[
        int, number("people", 0, 5_000, "Researchers at the carmaker in December 2023.")
    ] = 200

    # -- pay --------------------------------------------------------------------------------------
    pay_lowest: Annotated[int, number("ppm", 300_000, 1_000_000, "Lowest pay, of the usual.")] = 700_000
    pay_highest: Annotated[int, number("ppm", 1_000_000, 10_000_000, "Highest pay, of the usual.")] = (
        2_500_000
    )

    # -- what draws people ------------------------------------------------------------------------
    draw_compute: Annotated[
        float, number("utility", 0, 2, "Draw of compute per head, for e times the others'.")
    ] = 0.15
    draw_pay: Annotated[float, number("utility", 0, 4, "Draw of pay, for e times the usual.")] = 1.5
    draw_rank: Annotated[float, number("utility", 0, 2, "Draw of the first place over the middle.")] = 0.3
    draw_safety: Annotated[
        float, number("utility", 0, 2, "Draw of twice the care for safety that is needed, over just enough.")
    ] = 0.15
    draw_scandal: Annotated[
        float, number("utility", 0, 2, "What being in a scandal over a quarter's deliveries costs.")
    ] = 1.6
    scandal_months: Annotated[
        int, number("months", 0, 24, "How long a published diversion is what one hears about the lab.")
    ] = 3
    draw_incident: Annotated[float, number("utility", 0, 1, "What each incident costs.")] = 0.1
    draw_most: Annotated[float, number("utility", 0.5, 5, "Most that a lab draws or repels.")] = 2.0
    quit_steep: Annotated[
        float, number("1/utility", 0, 2, "How fast the hazard to quit falls with a lab's draw.", _C41)
    ] = 0.5
    known_rate: Annotated[
        float, number("a month", 0, 1, "Chance that known people leave an ordinary lab for another.")
    ] = 0.25
    known_rate_most: Annotated[
        float, number("a month", 0, 1, "The same chance at most, however little a lab draws them.")
    ] = 0.9
    known_most: Annotated[int, number("people", 1, 50, "Most of them who go together.")] = 3
    known_heads: Annotated[
        int, number("people", 1, 10_000, "Researchers from which a lab has as many known people as any.")
    ] = 100
    known_choice: Annotated[
        float,
        number("x", 0, 10, "How much more clearly the known see labs' draws than those who just leave."),
    ] = 2.0
    raid_steep: Annotated[
        float, number("1/utility", 0, 4, "How poaching's success grows with the difference in draw.")
    ] = 0.5
    raid_most: Annotated[float, number("share", 0, 1, "Largest chance that somebody called comes.")] = 0.95

    grow_steep: Annotated[
        float, number("exponent", 0, 3, "How a lab's growth answers compute per head against the others.")
    ] = 1.5
    grow_most: Annotated[float, number("x", 1, 10, "The most that it can do; the least is one over it.")] = (
        4.0
    )

    # -- the founding of a lab --------------------------------------------------------------------
    founding_heads: Annotated[
        int, number("people", 0, 10_000, "Researchers below which a lab is still being founded.")
    ] = 100
    founding_until: Annotated[
        int, number("month", 0, 60, "Last month in which known people leave large labs to found others.")
    ] = 8
    founding_elo: Annotated[
        float,
        number("Elo a month", 0, 10, "What those who come add for good, where it is all they could wish."),
    ] = 1.5
    founding_from: Annotated[
        float,
        number("doublings", -4, 8, "Own chips a head, over other labs', that begin to draw them."),
    ] = 1.0
    founding_most: Annotated[
        float, number("doublings", 0.1, 8, "This much beyond that draws all of them.")
    ] = 0.4

    # -- what they are worth ----------------------------------------------------------------------
    recipe_talent: Annotated[
        float,
        number(
            "Elo",
            0,
            40,
            "What a doubling of talent (number x skill), against the others' growth, adds to the goal.",
        ),
    ] = 12.0
    talent_most: Annotated[float, number("doublings", 0, 8, "Most doublings that count, up or down.")] = 2.0
    skill_known: Annotated[
        int, number("ppm", 500_000, 5_000_000, "Skill of known people over their lab's mean.")
    ] = 1_500_000
    skill_least: Annotated[
        int, number("ppm", 50_000, 1_000_000, "Least mean skill of the people of a lab, of the usual.")
    ] = 250_000
    skill_market: Annotated[
        int, number("ppm", 100_000, 2_000_000, "Skill of people from the open market, of the usual.")
    ] = 900_000
    skill_learned: Annotated[
        float, number("a month", 0, 1, "Part of the way back to the usual skill that a team learns.")
    ] = 0.03
