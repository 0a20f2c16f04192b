"""Numbers of temper: what worries a lab, what its mood does, how it deals with the other labs.

They hold for every lab whose months somebody manages, the founder's too; how *able* rivals are is another
chapter (`rivals`), and how greedy, careful or open each one is stands in `assets/scenarios/labs.toml`.
"""

from typing import Annotated

import msgspec

from race.core.rulebook.number import number


class TemperRules(msgspec.Struct, frozen=True, kw_only=True):
    """What labs make of the race, and what they do about it beside their own work."""

    # -- worry ------------------------------------------------------------------------------------
    worry: Annotated[
        float, number("Elo", 0.0, 60.0, "What another lab with twice the compute seems to be ahead by.")
    ] = 15.0
    worry_most: Annotated[float, number("Elo", 0.0, 120.0, "Most that compute makes it seem ahead.")] = 30.0
    large_kw: Annotated[int, number("kW", 1_000, 1_000_000, "Power from which a new site stirs.")] = 50_000
    stirred: Annotated[int, number("months", 0, 24, "How long it stirs once it is known.")] = 4
    blur_least: Annotated[
        float,
        number("x", 0.1, 1.0, "Least that the others' compute is taken for, as a part of its estimate."),
    ] = 0.3

    # -- haste ------------------------------------------------------------------------------------
    haste_leading: Annotated[float, number("x", 0.2, 3.0, "How fast a leader spends.")] = 0.95
    haste_calm: Annotated[float, number("x", 0.2, 3.0, "How fast a calm lab spends.")] = 1.0
    haste_pressed: Annotated[float, number("x", 0.2, 3.0, "How fast a pressed lab spends.")] = 1.15
    haste_alarmed: Annotated[float, number("x", 0.2, 3.0, "How fast an alarmed lab spends.")] = 1.35
    keep_up: Annotated[
        float, number("x a lab", 0.0, 1.0, "How much faster for each lab that runs or builds more.")
    ] = 0.06
    stir: Annotated[
        float, number("x", 0.0, 2.0, "How much faster while another's new site is the talk of the town.")
    ] = 0.25

    # -- releases ---------------------------------------------------------------------------------
    near: Annotated[
        float,
        number(
            "Elo", 0.0, 200.0, "How near another lab's release must be to hurry or to outshine one's own."
        ),
    ] = 40.0
    near_better: Annotated[
        float,
        number("x", 0.0, 5.0, "How much farther a better release outshines one's own than a worse one does."),
    ] = 2.0
    safe_lead: Annotated[float, number("Elo", 0.0, 200.0, "Lead at which a release is held back.")] = 25.0
    held_back: Annotated[int, number("months", 0, 12, "How long a release is held back.")] = 2
    outshone: Annotated[
        float, number("share", 0.0, 1.0, "Chance to wait when another's release has the attention.")
    ] = 0.6

    # -- price ------------------------------------------------------------------------------------
    cut_price: Annotated[
        int, number("ppm", 300_000, 1_000_000, "Price of a lab that undercuts, of the usual.")
    ] = 700_000
    cut_place: Annotated[int, number("place", 1, 7, "Place in the league from which a lab undercuts.")] = 3
    cut_chance: Annotated[float, number("a month", 0.0, 1.0, "Chance that the greediest does so.")] = 0.15
    top: Annotated[
        int, number("places", 0, 7, "Places at the top: usual price, and sites that draw complaints.")
    ] = 2

    # -- raids ------------------------------------------------------------------------------------
    raid_leading: Annotated[
        float, number("a month", 0.0, 1.0, "Chance that the greediest poaches as leader.")
    ] = 0.05
    raid_calm: Annotated[float, number("a month", 0.0, 1.0, "The same, while calm.")] = 0.08
    raid_pressed: Annotated[float, number("a month", 0.0, 1.0, "The same, while pressed.")] = 0.25
    raid_alarmed: Annotated[float, number("a month", 0.0, 1.0, "The same, while alarmed.")] = 0.7
    raid_bank: Annotated[
        int, number("people", 0, 1_000, "People whose price must be in the bank before anybody is poached.")
    ] = 40
    raid_cost: Annotated[float, number("share", 0.0, 1.0, "Part of the bank that poaching may cost.")] = 0.015
    raid_least: Annotated[int, number("people", 1, 50, "People whom a poacher is after, at least.")] = 3
    raid_spread: Annotated[
        int, number("people", 1, 50, "How many sizes a group that is poached can have from there.")
    ] = 4
    raid_grudge: Annotated[
        float, number("an offence", 0.0, 1.0, "Chance that it poaches from who has offended, for each time.")
    ] = 0.2
    grudge_most: Annotated[
        float, number("share", 0.0, 1.0, "Largest chance that any number of offences makes.")
    ] = 0.5
    complain: Annotated[
        float, number("an offence", 0.0, 1.0, "Monthly chance of a complaint, for each offence.")
    ] = 0.06

    # -- pay --------------------------------------------------------------------------------------
    pay_pressed: Annotated[int, number("ppm", 300_000, 5_000_000, "Pay at a pressed lab, of the usual.")] = (
        1_200_000
    )
    pay_alarmed: Annotated[int, number("ppm", 300_000, 5_000_000, "Pay at an alarmed lab, of the usual.")] = (
        1_400_000
    )
    pay_matched: Annotated[
        float,
        number("share", 0.0, 1.0, "Part of another lab's pay that rivals match, beyond an alarmed lab's."),
    ] = 0.9
    pay_months: Annotated[
        int, number("months", 0, 60, "Months of the dearer pay that must be in the bank.")
    ] = 12

    # -- claims -----------------------------------------------------------------------------------
    claim_months: Annotated[int, number("months", 1, 24, "How far ahead a claim of a rival speaks.")] = 5
    claim_growth: Annotated[float, number("x", 1.0, 10.0, "Growth of the fleet that is worth a claim.")] = 1.3
    claim_part: Annotated[
        float, number("share", 0.0, 1.5, "Part of what it expects that a rival claims.")
    ] = 0.9
