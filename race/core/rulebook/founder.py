"""Numbers of the founder: attention, promises, the carmaker's business, what goes to and fro."""

from typing import Annotated

import msgspec

from race.core.rulebook.number import number


class FounderRules(msgspec.Struct, frozen=True, kw_only=True):
    """What the founder can do in a month, and what the carmaker earns."""

    attention: Annotated[
        int, number("points a month", 1, 20, "Attention of one founder for two companies.")
    ] = 6
    officer_attention: Annotated[
        int, number("points a month", 0, 6, "What the chief operating officer adds.")
    ] = 2
    officer_month: Annotated[int, number("month", 0, 36, "When the chief operating officer starts.")] = 3
    insiders_each: Annotated[
        int, number("people", 1, 50, "People in each firm who learn of a diversion.")
    ] = 9
    chips_an_insider: Annotated[
        int, number("H100e", 100, 100_000, "Chips for each further person who knows.")
    ] = 2_500
    kept_months: Annotated[int, number("months", 6, 24, "Months away of chips that are not given back.")] = 12
    plan_months: Annotated[int, number("months", 6, 24, "Horizon of the carmaker's chip plan.")] = 12
    flow_2024: Annotated[int, number("ppm of supply", 0, 100_000, "The carmaker's planned flow in 2024.")] = (
        20_000
    )
    flow_change: Annotated[int, number("month", 0, 60, "Last month of the 2024 flow.")] = 12
    flow_later: Annotated[
        int, number("ppm of supply", 0, 100_000, "The carmaker's planned flow after 2024.")
    ] = 12_000
    budget_least: Annotated[
        int, number("ppm of plan", 0, 1_000_000, "Smallest chip budget that can be set.")
    ] = 250_000
    budget_most: Annotated[
        int, number("ppm of plan", 1_000_000, 5_000_000, "Largest chip budget that can be set.")
    ] = 2_000_000
    site_ahead: Annotated[
        int, number("months", 0, 36, "How far ahead of need the carmaker's management builds sites.")
    ] = 21
    site_step_kw: Annotated[
        int, number("kW", 10_000, 250_000, "Size of a site the carmaker's management builds.")
    ] = 150_000
    market_margin: Annotated[
        float, number("x", 1.0, 2.0, "Market price of a chip on the floor over its cost.")
    ] = 1.15
    operating_usd: Annotated[
        int,
        number("USD a month", 0, 5_000_000_000, "The carmaker's surplus before it pays for chips and sites."),
    ] = 800_000_000
    revenue_usd: Annotated[
        int, number("USD a month", 0, 50_000_000_000, "The carmaker's revenue, December 2023.")
    ] = 8_060_000_000
    revenue_growth: Annotated[float, number("a month", -0.05, 0.05, "Growth of the carmaker's revenue.")] = (
        0.004
    )
    revenue_noise: Annotated[float, number("share", 0.0, 0.3, "Spread of a month's revenue.")] = 0.05
    sector_drift: Annotated[float, number("a month", -0.05, 0.05, "Drift of the sector's share index.")] = (
        0.006
    )
    sector_noise: Annotated[float, number("share", 0.0, 0.2, "Spread of the sector's month.")] = 0.03
    car_usd: Annotated[int, number("USD", 10_000, 100_000, "Revenue for each car delivered.")] = 46_000
    autonomy_months: Annotated[
        float, number("months", 3.0, 18.0, "Time for a milestone of autonomy with the planned chips.")
    ] = 8.5
    autonomy_elasticity: Annotated[
        float, number("exponent", 0.0, 1.0, "How progress answers the chips that run, against plan.")
    ] = 0.5
    autonomy_best: Annotated[float, number("x", 1.0, 2.0, "Fastest progress that more chips can buy.")] = 1.15
    earnings_price: Annotated[
        float, number("share", 0.0, 0.3, "Spread of the price move at quarterly earnings.")
    ] = 0.06
    milestone_price: Annotated[
        float, number("share", 0.0, 0.3, "Price move for a milestone of autonomy.")
    ] = 0.05
    slip_price: Annotated[float, number("share", 0.0, 0.3, "Price move when a milestone slips.")] = 0.04
    promises_open: Annotated[int, number("promises", 1, 10, "Open promises at one time.")] = 4
    promise_most: Annotated[
        int, number("any", 1_000, 1_000_000_000, "Largest number a promise may name.")
    ] = 10_000_000
    promise_least_months: Annotated[int, number("months", 1, 12, "Shortest time a promise may leave.")] = 2
    promise_most_months: Annotated[int, number("months", 3, 24, "Longest time a promise may leave.")] = 14
    investment_most_usd: Annotated[
        int, number("USD", 0, 20_000_000_000, "Most of the carmaker's cash a vote can send to the lab.")
    ] = 5_000_000_000
    investment_part: Annotated[
        float, number("share", 0.0, 1.0, "Most that it can buy of the lab, of what investors think it worth.")
    ] = 0.08


class DiversionRules(msgspec.Struct, frozen=True, kw_only=True):
    """Leases, loans, licences, people, sites, fleet records and the cars as a channel."""

    # -- lease ------------------------------------------------------------------------------------
    lease_months: Annotated[int, number("months", 1, 24, "Term of a lease.")] = 12
    lease_rent: Annotated[
        float,
        number("share of value a month", 0.0, 0.2, "Rent of what the lab leases (paid off in 29 months)."),
    ] = 0.035

    # -- other things -----------------------------------------------------------------------------
    person_usd: Annotated[
        int, number("USD", 0, 50_000_000, "What losing one of them costs the carmaker to replace.")
    ] = 2_000_000
    people_goal: Annotated[
        float,
        number("Elo", 0.0, 30.0, "Most that the carmaker's people lift the lab's method, while they stay."),
    ] = 4.0
    people_half: Annotated[
        int, number("people", 1, 200, "How many of the carmaker's people bring half of that lift.")
    ] = 20
    site_months: Annotated[
        int, number("months", 0, 12, "From taking a ready site to the lab's own chips running there.")
    ] = 2
    dollar_months: Annotated[
        int, number("months", 1, 36, "Months of the carmaker's surplus against which dollars are counted.")
    ] = 12
    license_month: Annotated[int, number("month", 0, 60, "First month fleet records can be licensed.")] = 10
    records_usd: Annotated[
        int, number("USD", 0, 20_000_000_000, "Worth of the licence to the carmaker's fleet records.")
    ] = 800_000_000
    records_recipe: Annotated[
        float, number("Elo", 0.0, 40.0, "What fleet records add to the lab's method for good.")
    ] = 2.0
    records_idle: Annotated[
        float,
        number("share", 0.0, 1.0, "Part of the records' worth that the carmaker loses by sharing them."),
    ] = 0.2
    inquiry_from: Annotated[
        int, number("points", 1, 10, "Points of what is known of drivers' records that open an inquiry.")
    ] = 2
    inquiry_months: Annotated[int, number("months", 1, 24, "From an inquiry to its end.")] = 8
    inquiry_rest: Annotated[
        int, number("months", 0, 60, "From the end of an inquiry until the authority can come back.")
    ] = 12
    inquiry_fine: Annotated[
        float,
        number(
            "share of a year",
            0.0,
            0.04,
            "Fine on the lab's revenue of a year, for the first.",
            source="Regulation (EU) 2016/679, article 83: up to 4 % of a year's turnover or 20 million euros",
        ),
    ] = 0.02
    inquiry_least_usd: Annotated[int, number("USD", 0, 1_000_000_000, "Smallest fine.")] = 20_000_000
    inquiry_recipe: Annotated[
        float, number("share", 0.0, 1.0, "Part of what was learned from the records that must be unlearned.")
    ] = 0.5
    privacy_loss: Annotated[
        float,
        number("trust", 0.0, 0.2, "Trust lost over drivers' privacy, x how a kind takes a missed word."),
    ] = 0.008
    channel_month: Annotated[
        int, number("month", 0, 60, "First month the cars can carry the lab's product.")
    ] = 18
    channel_usd: Annotated[
        int, number("USD", 0, 20_000_000_000, "Worth of the cars as a channel for a year.")
    ] = 1_200_000_000
    channel_reach: Annotated[float, number("utility", 0.0, 3.0, "What the cars add to the lab's reach.")] = (
        0.8
    )
    channel_idle: Annotated[
        float, number("share", 0.0, 1.0, "Part of the channel's worth that the carmaker loses by lending it.")
    ] = 0.3
    channel_loss: Annotated[
        float, number("trust", 0.0, 0.2, "Trust lost when an incident of the lab happens in the cars.")
    ] = 0.02
    channel_price: Annotated[
        float, number("share", 0.0, 0.3, "Fall of the carmaker's price on such an incident.")
    ] = 0.03
    terms_people: Annotated[
        float, number("x", 0.0, 1.0, "Weight of people who moved, who were free to go, over chips.")
    ] = 0.6

    # -- and back again ---------------------------------------------------------------------------
    lend_most: Annotated[int, number("months", 1, 36, "Longest loan of chips to the carmaker.")] = 12
    lend_repair: Annotated[
        float, number("share", 0.0, 1.0, "Part of the open damage that lending as much as was taken repairs.")
    ] = 0.5
    free_repair: Annotated[
        float, number("share", 0.0, 1.0, "Part of the open damage that a free licence repairs.")
    ] = 0.5
    fee_repair: Annotated[float, number("share", 0.0, 1.0, "The same of a licence for a fee.")] = 0.2
    fee_usd: Annotated[
        int, number("USD", 0, 5_000_000_000, "Fee the carmaker pays for a licence of the lab's release.")
    ] = 200_000_000
    license_wait: Annotated[int, number("months", 1, 36, "Months between licences to the carmaker.")] = 9
    license_autonomy: Annotated[
        int,
        number(
            "ppm", 0, 500_000, "What a licensed release adds to autonomy, of a milestone, at the frontier."
        ),
    ] = 80_000
    license_slope: Annotated[
        float, number("a milestone per Elo", 0.0, 0.01, "Less of that for each Elo behind the leader.")
    ] = 0.0004

    # -- the carmaker's own site ------------------------------------------------------------------
    delay_most: Annotated[
        int, number("months", 1, 24, "Most months by which a site can be put off in all.")
    ] = 6
    delay_weight: Annotated[
        float, number("x", 0.0, 2.0, "Weight of a delay that the files show, for a year of the whole plan.")
    ] = 0.6
