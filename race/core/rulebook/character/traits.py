"""Numbers of the founder's trait: what one person at the head of two companies does better, and worse.

A trait is one set of these: one thing that goes better and one that goes worse than the usual.
Without a trait every number is one, and no law is moved.
"""

from typing import Annotated, Final

import msgspec

from race.core.rulebook.number import number


class TraitRules(msgspec.Struct, frozen=True, kw_only=True):
    """Say what the founder is like; the rivals never read these."""

    promise_gain: Annotated[
        float, number("x", 0.25, 2.0, "What a promise made or kept moves, over the usual.")
    ] = 1.0
    promise_loss: Annotated[
        float, number("x", 0.25, 2.0, "What a promise missed or printed moves, over the usual.")
    ] = 1.0
    building: Annotated[float, number("x", 0.5, 1.5, "Time the lab's sites take, over the usual.")] = 1.0
    repair: Annotated[
        float, number("x", 0.0, 2.0, "What an apology or a gift makes good, over the usual.")
    ] = 1.0
    settling: Annotated[float, number("x", 0.25, 2.0, "Price of a settlement, over the usual.")] = 1.0
    defence: Annotated[
        float, number("x", 0.25, 2.0, "Weight of what is true before the court, over the usual.")
    ] = 1.0
    takings: Annotated[
        float, number("x", 0.25, 2.0, "Trust lost over a diversion of a known weight, over the usual.")
    ] = 1.0
    liking: Annotated[
        float, number("utility", -1.0, 1.0, "How well people like to work at the lab, beyond the usual.")
    ] = 0.0
    luck: Annotated[
        float, number("x", 0.25, 3.0, "Spread of the luck of the lab's runs, over the usual.")
    ] = 1.0
    failure: Annotated[
        float, number("x", 0.0, 3.0, "Chance that a run of the lab fails, over the usual.")
    ] = 1.0


NO_TRAIT: Final = "none"
TRAITS: Final[dict[str, TraitRules]] = {
    NO_TRAIT: TraitRules(),
    "showman": TraitRules(promise_gain=1.5, promise_loss=1.5),
    "engineer": TraitRules(building=0.75, repair=0.6),
    "lawyer": TraitRules(settling=0.7, defence=0.8, building=1.2),
    "ascetic": TraitRules(takings=0.85, liking=-0.15),
    "gambler": TraitRules(luck=1.8, failure=1.6),
}
"""What founders are like, by the trait's name (design, measured by the score of a swapping founder)."""
