"""The warehouse defence: would the chips have sat in a warehouse? Worked out anew by whoever asks.

It is true as far as the carmaker had no power for them from the delivery date on. A site that went
to the lab counts as if it were still the carmaker's; one that was put off on purpose counts from
its first date, for those who can read the files.
"""

from collections.abc import Sequence

import msgspec

from race.core.ids import Firm, Thing
from race.core.rulebook import Rulebook
from race.core.world import Act, Carmaker, Lab, Site, World


class Away(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Chips that are away: how many, from which month, for how long, behind how many others."""

    quantity: int
    start: int
    months: int
    ahead: int
    """H100e of the carmaker's own with a better claim to its power."""


def sites_of(carmaker: Carmaker, lab: Lab) -> list[Site]:
    """Return the sites that are the carmaker's or were before they went to the lab."""
    return carmaker.depot.sites + [site for site in lab.depot.sites if site.act is not None]


def open_from(site: Site, *, files: bool) -> int:
    """Return the month in which a site has power for the carmaker.

    Who reads the `files` counts a site that was put off from the month it would have been ready.
    """
    ready = site.ready if site.act is None else site.opened
    return ready - site.delayed if files else ready


def idle_share(rules: Rulebook, sites: Sequence[Site], away: Away, *, files: bool = False) -> float:
    """Return W: the share of the chip-months away that the carmaker could have powered, 0-1.

    >>> site = Site(id=1, power_kw=18_100, started=0, ready=4)
    >>> away = Away(quantity=10_000, start=1, months=12, ahead=5_000)
    >>> idle_share(Rulebook(), [site], away)
    0.375
    """
    could, each = 0, rules.chips.kw_h100
    opening = [(open_from(site, files=files), site.power_kw) for site in sites]
    for month in range(away.start, away.start + away.months):
        power = 0
        for ready, kw in opening:
            if ready <= month:
                power += kw
        places = int(power / each) - away.ahead
        if places > 0:
            could += min(away.quantity, places)
    return could / max(1, away.quantity * away.months)


def found_idle(world: World, act: Act, *, files: bool = False) -> float:
    """Return what an investigator finds today about an act, whatever was written down at the time."""
    if act.thing is not Thing.CHIPS or act.months == 0:
        return act.idle_share
    away = Away(quantity=act.quantity, start=act.since, months=act.months, ahead=act.ahead)
    return idle_share(world.rules, sites_of(world.carmaker, world.labs[Firm.XAI]), away, files=files)
