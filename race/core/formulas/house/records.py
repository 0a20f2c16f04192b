"""Arithmetic of the authority that watches over drivers' records: when it looks, what it asks for."""

from typing import Final

from race.core.ids import OPEN_TERMS, Thing
from race.core.rulebook import Rulebook
from race.core.world import Affairs

_DATA: Final = Thing.DATA


def exposure(affairs: Affairs, *, channel: bool) -> int:
    """Return the points of what is known: records at the lab, in secret, and the cars.

    `channel` is whether the lab's releases run in the cars.

    >>> exposure(Affairs(), channel=False), exposure(Affairs(), channel=True)
    (0, 0)
    """
    points = 0
    for act in affairs.acts:
        if act.thing is _DATA and act.published is not None and not act.voted:
            points += 1 if act.terms in OPEN_TERMS else 2
    return points + int(channel) if points else 0


def fine_usd(rules: Rulebook, revenue_usd: int, earlier: int) -> int:
    """Return a fine, whole dollars, on a lab's revenue of a month after so many fines before.

    >>> fine_usd(Rulebook(), 10_000_000, 0), fine_usd(Rulebook(), 500_000_000, 1)
    (20000000, 240000000)
    """
    diversion = rules.diversion
    fine = int(12 * revenue_usd * diversion.inquiry_fine)
    return max(diversion.inquiry_least_usd, fine) * (1 + earlier)
