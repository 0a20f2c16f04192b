"""Numbers of the founder: attention, diversions, promises, and the carmaker's business."""

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
    poached_cost: Annotated[float, number("share", 0.0, 0.1, "Autonomy lost for each person taken.")] = 0.01
    earnings_price: Annotated[
        float, number("share", 0.0, 0.3, "Spread of the price move at quarterly earnings.")
    ] = 0.06
    milestone_price: Annotated[
        float, number("share", 0.0, 0.3, "Price move for a milestone of autonomy.")
    ] = 0.05
    slip_price: Annotated[float, number("share", 0.0, 0.3, "Price move when a milestone slips.")] = 0.04
    stake_price: Annotated[
        float,
        number(
            "share per share", 0.0, 10.0, "Fall of the price for each part of the company the founder sells."
        ),
    ] = 2.0
    stake_sale_most: Annotated[
        int, number("ppm", 0, 100_000, "Largest part of the company sold in a month.")
    ] = 10_000
    promises_open: Annotated[int, number("promises", 1, 10, "Open promises at one time.")] = 4
    promise_most: Annotated[
        int, number("any", 1_000, 1_000_000_000, "Largest number a promise may name.")
    ] = 10_000_000
    promise_least_months: Annotated[int, number("months", 1, 12, "Shortest time a promise may leave.")] = 2
    promise_most_months: Annotated[int, number("months", 3, 24, "Longest time a promise may leave.")] = 14
    investment_most_usd: Annotated[
        int, number("USD", 0, 20_000_000_000, "Most of the carmaker's cash a vote can send to the lab.")
    ] = 3_000_000_000
