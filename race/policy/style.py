"""A lab's style: what it plans and how it feels, from its means."""

from typing import Final

import msgspec

BOOKS_AHEAD: Final = 3
"""Months before a round in which archetypes and officers book on it, as the historical founder did."""


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """How a lab is managed; shares are ppm (see `assets/scenarios/labs.toml`)."""

    chips_part: int = 850_000
    """Part of the coming money for chips and halls."""
    training: int = 300_000
    research: int = 300_000
    serving: int = 350_000
    safety: int = 50_000
    run_months: int = 3
    cycle_months: int = 5
    greed: float = 0.5
    caution: float = 0.5
    openness: float = 0.3
    raises: bool = True
    builds_forced: bool = False
    """Whether it builds in a hurry for itself instead of waiting for a partner's halls."""
    order_every: int = 1
    books_ahead: int = 0
    """Months before a round in which it books on what the round will bring."""
    ahead_if_richer: bool = False
    """Whether it does so only where the plan has more money then than without the round."""
    sites_beyond: int = 0
    """Sites under way beyond the ordinary number for which it pays what builders then ask."""
    foresight: int = 2
    """Months beyond delivery that its money is planned for; this and the rest is a rival's ability."""
    releases_for: float = 12.0
    heard: int = 2
    misjudged: float = 0.0
    dawdles: float = 0.0
    counters: float = 0.4
    misplans: float = 0.0
