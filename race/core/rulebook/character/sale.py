"""Numbers of a sale of the lab: what buyers offer, what the carmaker's owners ask of such a question."""

from typing import Annotated

import msgspec

from race.core.rulebook.number import number


class SaleRules(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody gives for the whole lab, and who can."""

    offer_leader: Annotated[
        float, number("share of valuation", 0.0, 2.0, "What the first of the league gives: it needs nobody.")
    ] = 0.8
    offer_other: Annotated[
        float, number("share of valuation", 0.0, 2.0, "What another lab gives: it buys a place in the race.")
    ] = 0.95
    buyer_fleet: Annotated[
        float, number("x", 0.0, 5.0, "Chips a buyer runs, by public estimates, over the lab's own.")
    ] = 1.0
    merger_weight: Annotated[
        float,
        number("trust", 0.0, 1.0, "What paying its whole market value would ask of the carmaker's owners."),
    ] = 0.3
