"""Numbers of money: what users pay, what people cost, what investors give, what happens in the red."""

from typing import Annotated

import msgspec

from race.core.rulebook.number import number


class MoneyRules(msgspec.Struct, frozen=True, kw_only=True):
    """Revenue, pay, parents, rounds, debt and sale of a lab."""

    # -- earning ----------------------------------------------------------------------------------
    user_cents: Annotated[
        int, number("US cents/user/month", 10, 2_000, "Revenue of a weekly user.", "fitted to C36")
    ] = 115
    business_start_usd: Annotated[
        int,
        number(
            "USD/month", 1_000_000, 1_000_000_000, "What firms spent in December 2023.", "fitted to C36, C37"
        ),
    ] = 45_000_000
    business_power: Annotated[
        float,
        number("power", 0.5, 3.0, "How firms' spending grows with the weekly users.", "fitted to C36, C37"),
    ] = 1.35
    price_payers: Annotated[
        float, number("utility", 0, 3, "How many who pay are lost when the price doubles, on a log scale.")
    ] = 0.8
    cost_of_sales: Annotated[
        float, number("share", 0, 0.8, "Part of revenue that partners and shops keep.")
    ] = 0.15
    price_lowest: Annotated[int, number("ppm", 100_000, 1_000_000, "Lowest price of a service.")] = 400_000
    price_highest: Annotated[int, number("ppm", 1_000_000, 5_000_000, "Highest price of a service.")] = (
        1_600_000
    )

    # -- spending ---------------------------------------------------------------------------------
    pay_usd: Annotated[int, number("USD/month", 5_000, 300_000, "Cost of one head.")] = 42_000
    hire_usd: Annotated[
        int, number("USD", 0, 50_000_000, "Cost of hiring a researcher from the open market.")
    ] = 600_000
    poach_usd: Annotated[int, number("USD", 0, 100_000_000, "Cost of a researcher from another lab.")] = (
        3_000_000
    )
    rent_hours: Annotated[
        int,
        number(
            "hours",
            600,
            744,
            "Hours of a month that rented compute is paid for.",
            "365 days of 24 hours over 12",
        ),
    ] = 730

    # -- parents ----------------------------------------------------------------------------------
    parent_growth: Annotated[
        float, number("a month", -0.05, 0.2, "Growth of what parents and partners pay.", "fitted to C23-C26")
    ] = 0.055
    parent_leading: Annotated[
        float, number("x", 0, 3, "The same growth when the lab leads: a parent backs a winner.")
    ] = 1.1
    parent_alarmed: Annotated[
        float, number("x", 0, 3, "The same growth when the lab is alarmed: a parent fears to be late.")
    ] = 1.2
    parent_anger: Annotated[
        float, number("share", 0, 1, "What a parent takes off its payment when it must cover a lab's debts.")
    ] = 0.05
    hosting_growth: Annotated[
        float, number("a month", -0.05, 0.2, "Growth of the halls that partners open.", "fitted to C23-C26")
    ] = 0.05

    later_from: Annotated[
        int, number("month", 0, 60, "Last month of which the growth of both is fitted: June 2025.")
    ] = 18
    later_haste: Annotated[
        float, number("x", 0, 3, "The growth of both after it: rich parents do not stop half way.")
    ] = 2.7

    # -- investors --------------------------------------------------------------------------------
    revenue_multiple: Annotated[
        float,
        number(
            "x",
            1,
            100,
            "Value of a year's revenue.",
            "C40 and the rounds of two other labs in timeseries_calib.csv",
        ),
    ] = 25.0
    multiple_growth: Annotated[
        float,
        number("x", 1, 10, "Revenue over what investors remember that is worth the whole multiple."),
    ] = 2.0
    revenue_memory: Annotated[
        float, number("a month", 0.01, 1, "How fast the revenue that investors remember follows.")
    ] = 0.1
    chip_multiple: Annotated[
        float, number("x", 0, 20, "Value of a powered chip over its cost.", "fitted to C40")
    ] = 5.0
    chip_value_usd: Annotated[
        int,
        number(
            "USD/H100e",
            5_000,
            100_000,
            "Cost of a chip with its place.",
            "C20: 47,000 dollars an H100, all in (Epoch AI)",
        ),
    ] = 47_000
    chip_value_price: Annotated[
        int,
        number(
            "USD/H100e",
            5_000,
            100_000,
            "Manufacturer's price for which that cost holds.",
            "supplier_monthly.csv: manufacturer's price, December 2023",
        ),
    ] = 25_000
    mark_drift: Annotated[
        float,
        number(
            "a month", 0.01, 1, "How fast investors' price of a chip follows the makers'.", "fitted to C40"
        ),
    ] = 0.08
    booked_part: Annotated[
        float,
        number(
            "share",
            0,
            1,
            "A chip booked for a near month counts as this part of a powered one.",
            "fitted to C40",
        ),
    ] = 0.6
    booked_room: Annotated[
        float,
        number("x", 0, 100, "Power built or begun, over which investors count no further chips on order."),
    ] = 1.0
    booked_near: Annotated[
        float, number("months", 0, 60, "A chip that is due within this time counts as one due now.")
    ] = 0.0
    booked_far: Annotated[
        float, number("months", 1, 60, "A chip that is due this far ahead counts for nothing yet.")
    ] = 12.0
    hosted_part: Annotated[
        float,
        number("share", 0, 1, "What a chip in a partner's hall counts as.", "fitted to C40 and two rounds"),
    ] = 0.5
    rented_part: Annotated[float, number("share", 0, 1, "What a rented chip counts as.")] = 0.5
    top_ranks: Annotated[int, number("rank", 1, 7, "Ranks whose chips count for more.")] = 3
    prize_word: Annotated[
        float,
        number("share", 0, 0.5, "What a first place past a mark adds to the valuation; a second, half."),
    ] = 0.03
    top_factor: Annotated[float, number("x", 1, 4, "What they count for.", "fitted to C40")] = 1.5
    round_part: Annotated[
        float,
        number(
            "share",
            0.01,
            0.5,
            "What a round brings, over the value before it.",
            "fitted to C27 and C40: 6 billion at 24, 6 billion at 50 (US dollars)",
        ),
    ] = 0.22
    round_wait: Annotated[int, number("months", 1, 24, "From one round to the next.")] = 6
    round_hoard: Annotated[
        float, number("x", 0.1, 10, "Cash over what a round brings, from which investors wait.")
    ] = 1.0
    round_bills: Annotated[
        float,
        number("x", 0, 20, "Unpaid chips that are due, over what a round brings, up to which investors pay."),
    ] = 2.0
    round_most_usd: Annotated[
        int,
        number(
            "USD",
            1_000_000_000,
            500_000_000_000,
            "Most that investors give in one round.",
            "timeseries_calib.csv: 40 billion dollars, the largest round to June 2025",
        ),
    ] = 40_000_000_000

    flat_usd: Annotated[
        int,
        number("USD", 0, 200_000_000_000, "Worth of a lab beyond its revenue where chips count nothing."),
    ] = 15_000_000_000

    # -- loans on chips ---------------------------------------------------------------------------
    loan_part: Annotated[
        float, number("share", 0, 1, "Most that is lent on a chip, over the price of a new one.")
    ] = 0.6
    loan_call: Annotated[
        float, number("share", 0, 1.5, "Debt over the chips' price from which lenders want the excess back.")
    ] = 0.8
    loan_interest: Annotated[
        float,
        number(
            "a month", 0, 0.1, "Interest on loans on chips.", "loans on chips of 2023-24: 11 to 15 % a year"
        ),
    ] = 0.010
    loan_months: Annotated[int, number("months", 3, 120, "Equal repayments of a loan.")] = 24
    loan_least_usd: Annotated[
        int, number("USD", 1_000_000, 10_000_000_000, "Smallest loan a bank bothers with.")
    ] = 50_000_000
    founder_least: Annotated[
        float, number("share", 0, 1, "Part of the lab below which its first owners sell no more.")
    ] = 0.15

    # -- in the red -------------------------------------------------------------------------------
    credit: Annotated[float, number("share", 0, 0.5, "Debt that lenders bear, over the valuation.")] = 0.08
    interest: Annotated[float, number("a month", 0, 0.1, "Interest on debt.")] = 0.012
    debt_months: Annotated[int, number("months", 1, 12, "Months in the red until the lab is lost.")] = 2
    sale_part: Annotated[
        float,
        number(
            "share",
            0,
            1,
            "Debt, loans and unpaid orders over what the lab has, up to which a buyer takes it; above, it is "
            "bankrupt.",
        ),
    ] = 0.3
