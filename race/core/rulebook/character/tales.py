"""Numbers of the house's questions: how often one comes up, when it comes back, how much an answer moves."""

from typing import Annotated

import msgspec

from race.core.rulebook.number import number


class TaleRules(msgspec.Struct, frozen=True, kw_only=True):
    """When questions come up, and what a large, a middle and a small consequence is.

    The tables of `race.core.tales` say small, middle or large; a large one is the number here.
    """

    ask: Annotated[float, number("a month", 0.0, 1.0, "Chance that a question comes up in a month.")] = 0.35
    quiet_most: Annotated[int, number("months", 1, 36, "Longest time without a new question.")] = 3
    back_least: Annotated[int, number("months", 1, 12, "Soonest that an answer comes back.")] = 4
    back_most: Annotated[int, number("months", 1, 24, "Latest that an answer comes back.")] = 12
    coin: Annotated[
        float, number("chance", 0.0, 1.0, "Chance of the better end where only luck decides.")
    ] = 0.5
    small: Annotated[float, number("share of large", 0.0, 1.0, "Size of a small consequence.")] = 0.25
    middle: Annotated[float, number("share of large", 0.0, 1.0, "Size of a middle consequence.")] = 0.5

    trust: Annotated[float, number("trust", 0.0, 0.3, "Trust moved among those who care.")] = 0.04
    salience: Annotated[float, number("salience", 0.0, 1.0, "How loud the news of it is.")] = 0.6
    memory: Annotated[float, number("share", 0.0, 1.0, "Part of it that stays.")] = 0.4
    price: Annotated[float, number("share", 0.0, 0.3, "Move of the carmaker's share price.")] = 0.03
    lab_usd: Annotated[int, number("USD", 0, 2_000_000_000, "Paid or earned by the lab.")] = 160_000_000
    carmaker_usd: Annotated[int, number("USD", 0, 5_000_000_000, "Paid or earned by the carmaker.")] = (
        400_000_000
    )
    recipe: Annotated[float, number("Elo", 0.0, 30.0, "Method gained or lost by the lab.")] = 6.0
    people: Annotated[int, number("researchers", 0, 40, "Researchers who come or leave.")] = 8
    attention: Annotated[int, number("points", 0, 4, "The founder's attention in the next month.")] = 2
    insiders: Annotated[
        int, number("people", 0, 60, "People who learn of a secret, or keep it no longer.")
    ] = 12
    site: Annotated[int, number("months", 0, 12, "Time a site under way gains or loses.")] = 4
    autonomy: Annotated[
        int, number("ppm of a milestone", 0, 500_000, "Progress of the autonomy programme.")
    ] = 100_000
    grudge: Annotated[int, number("ppm of an insult", 0, 2_000_000, "Ill will of the strongest rival.")] = (
        1_000_000
    )
    meeting_near: Annotated[
        int, number("months", 0, 12, "How long before a meeting a question counts it as near.")
    ] = 3
    calm: Annotated[int, number("ppm", 0, 1_000_000, "Trust from which holders count as calm.")] = 550_000
    short_usd: Annotated[int, number("USD", 0, 50_000_000_000, "Lab's cash from which it is not short.")] = (
        1_500_000_000
    )
