"""Numbers of the chipmaker's care: whom it serves first when more is due than there is."""

from typing import Annotated

import msgspec

from race.core.rulebook.number import number


class BuyerRules(msgspec.Struct, frozen=True, kw_only=True):
    """What makes a buyer's weight in the month: liking, paying ahead, size, and doubts."""

    unknown: Annotated[float, number("weight", 0.0, 2.0, "Weight of a buyer that is not liked at all.")] = 0.6
    liking: Annotated[float, number("weight", 0.0, 2.0, "What being liked most adds to it.")] = 0.8
    prepaid: Annotated[float, number("weight", 0.0, 2.0, "What a book that is all paid ahead adds.")] = 0.3
    size: Annotated[
        float, number("weight", 0.0, 2.0, "What having everything on order oneself would add.")
    ] = 0.15
    doubt: Annotated[
        float, number("x", 0.0, 1.0, "Least that is left for a book beyond what the chipmaker believes.")
    ] = 0.6
    swap_cost: Annotated[
        float,
        number(
            "share a swap", 0.0, 0.5, "Weight that both traders lose with each swap of slots that is seen."
        ),
    ] = 0.02
    swap_least: Annotated[float, number("x", 0.0, 1.0, "Least that is left of it after many swaps.")] = 0.8
    least: Annotated[float, number("weight", 0.05, 1.0, "Smallest weight of a buyer.")] = 0.4
    most: Annotated[float, number("weight", 1.0, 5.0, "Largest weight of a buyer.")] = 1.6
