"""Numbers of the founder's stake: what a sale costs, what a lender gives, when a lender sells."""

from typing import Annotated

import msgspec

from race.core.rulebook.number import number


class StakeRules(msgspec.Struct, frozen=True, kw_only=True):
    """What the founder's shares of the carmaker bring, and what they cost."""

    # -- sale -------------------------------------------------------------------------------------
    sale_most: Annotated[
        int,
        number(
            "ppm",
            0,
            100_000,
            "Largest part of the company sold in one window.",
            source="design, below the 1 % in three months of 17 CFR 230.144(e)",
        ),
    ] = 400
    sale_fall_most: Annotated[
        float, number("share", 0.0, 0.9, "Most of itself that the price falls by when shares are sold.")
    ] = 0.5
    sale_price: Annotated[
        float,
        number(
            "share per share",
            0.0,
            40.0,
            "Fall of the price for each part of the company that is sold.",
            source="less than 8-12 November 2021: -15 % in a week in which 0.6 % was sold",
        ),
    ] = 10.0
    sale_loss: Annotated[
        float,
        number("trust", 0.0, 0.3, "Trust lost by a sale of the largest size, x how a kind minds a miss."),
    ] = 0.03
    tax: Annotated[
        float,
        number(
            "share",
            0.0,
            0.6,
            "Tax on what a sale brings.",
            source="26 USC 1(h) and 1411: 20 % and 3.8 % on long-held gains",
        ),
    ] = 0.238
    window_every: Annotated[
        int, number("months", 1, 12, "Time between windows: the month after each quarterly report.")
    ] = 3

    # -- pledge -----------------------------------------------------------------------------------
    loan_part: Annotated[
        float,
        number(
            "share of value",
            0.0,
            1.0,
            "What a lender gives on pledged shares.",
            source="the carmaker's proxy statement of 2024: at most 25 % of the pledged shares' value",
        ),
    ] = 0.25
    loan_most_usd: Annotated[
        int,
        number(
            "USD",
            0,
            20_000_000_000,
            "Most that can still be borrowed on shares.",
            source="design: what is left of the $3.5 bn of the carmaker's proxy statement of 2024",
        ),
    ] = 400_000_000
    interest: Annotated[float, number("a year", 0.0, 0.5, "Interest on a loan against shares.")] = 0.07
    call_part: Annotated[
        float,
        number(
            "share of value",
            0.0,
            1.0,
            "Loan over value at which the lender makes a margin call "
            "(0.25 / 0.417: the price has fallen by 40 %).",
        ),
    ] = 0.417
    call_discount: Annotated[
        float, number("share", 0.0, 0.5, "What a lender's sale in a hurry loses of the price.")
    ] = 0.04

    # -- buy-back ---------------------------------------------------------------------------------
    buy_back_part: Annotated[
        float, number("share of cash", 0.0, 1.0, "Most of the carmaker's cash that buys shares at one time.")
    ] = 0.1
    buy_back_price: Annotated[
        float, number("share per share", 0.0, 20.0, "Rise of the price for each part that is bought back.")
    ] = 5.0
