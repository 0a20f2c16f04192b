"""What people who look for work say: who leaves the lab next month, and who would come if called.

Chances are the ones that are drawn. What the founder can only estimate, another lab's running chips, makes
them ranges: eight times in ten the truth lies within.
"""

from collections.abc import Sequence
from math import comb
from typing import Final

import msgspec
from msgspec.structs import replace

from race.core.formulas.race.people import Pull, Workplace, draws, parts_of_draw, quit_hazard, raid_chance
from race.core.ids import PPM, Firm, Seat
from race.core.rulebook import Rulebook
from race.policy.institutions.talent import destinations, restless
from race.session.preview.effect import EIGHT_IN_TEN
from race.session.session import Session

_XAI: Final = Firm.XAI
_TAIL: Final = 0.1
"""Chance that is left out at either end of a range."""


class Leaving(msgspec.Struct, frozen=True, kw_only=True):
    """Who leaves the lab in the coming month."""

    fewest: int
    """Researchers who leave to look for work or out of the field: this many, or one more."""
    more_ppm: int
    """Chance that it is one more."""
    known_ppm: int
    """Chance that people known in the field walk to another lab."""
    known_most: int
    """Most of them who go together."""
    to: tuple[tuple[Firm, int], ...]
    """Where they would go, ppm of those who do, the likeliest first."""


class Raid(msgspec.Struct, frozen=True, kw_only=True):
    """What calling people away from a lab can bring."""

    called: int
    """How many of those asked for can be called in one month."""
    low_ppm: int
    high_ppm: int
    """Chance that one who is called comes; the ends of its range."""
    fewest: int
    most: int
    """How many come, eight times in ten."""


class Talent(msgspec.Struct, frozen=True, kw_only=True):
    """The labs as places to work, as people see them, and what follows for the founder's."""

    places: tuple[Workplace, ...]
    """In the order of the labs; fleets are what everybody estimates, the founder's own too."""
    pulls: dict[Firm, Pull]
    """What draws people to each, part by part."""
    leaving: Leaving
    rules: Rulebook
    running: int
    """The lab's own running chips, H100e; a raider knows its own."""

    def place(self, firm: Firm) -> Workplace:
        """Return a lab as a place to work."""
        return next(place for place in self.places if place.firm is firm)


def talent(session: Session) -> Talent:
    """Return what people say of the labs now."""
    view = session.asked(Seat.TALENT)
    rules, places = view.board.rules, view.workplaces
    return Talent(
        places=places,
        pulls=parts_of_draw(rules, places),
        leaving=_leaving(rules, places),
        rules=rules,
        running=session.view().running,
    )


def _leaving(rules: Rulebook, places: tuple[Workplace, ...]) -> Leaving:
    pull = draws(rules, places)
    people = next(place.researchers for place in places if place.firm is _XAI)
    leavers = people * quit_hazard(rules, pull[_XAI])
    shares = sorted(destinations(rules, places, pull, _XAI), key=lambda pair: -pair[1])
    return Leaving(
        fewest=int(leavers),
        more_ppm=round(PPM * (leavers - int(leavers))),
        known_ppm=round(PPM * restless(rules, pull[_XAI], people)),
        known_most=rules.talent.known_most,
        to=tuple([(firm, round(PPM * share)) for firm, share in shares]),
    )


def paid(found: Talent, level: int) -> Leaving:
    """Return who would leave the lab in a month at another pay, ppm of the usual, all else as it is."""
    places = tuple([replace(place, pay=level) if place.firm is _XAI else place for place in found.places])
    return _leaving(found.rules, places)


def raid(found: Talent, source: Firm, wanted: int) -> Raid:
    """Return what calling so many people from another lab to the founder's can bring."""
    race, there = found.rules.race, found.place(source).researchers
    called = max(0, min(wanted, race.hire_limit, int(there * race.raid_part), there - 1))
    low, high = _chances(found, source, out=False)
    return Raid(
        called=called,
        low_ppm=round(PPM * low),
        high_ppm=round(PPM * high),
        fewest=_at_least(called, low),
        most=called - _at_least(called, 1.0 - high),
    )


def called_away(found: Talent, by: Firm) -> tuple[int, int]:
    """Return the range of the chance, ppm, that one of the founder's people comes when another lab calls."""
    low, high = _chances(found, by, out=True)
    return round(PPM * low), round(PPM * high)


def _chances(found: Talent, other: Firm, *, out: bool) -> tuple[float, float]:
    """Return the ends of the chance that one who is called comes, on what the other lab may really run."""
    fog, seen = found.rules.fog, found.place(other).fleet
    swing = EIGHT_IN_TEN * max(fog.fleet_sd, fog.fleet_permit_sd)
    ends = []
    for true in (seen / (1.0 + swing), seen / max(0.1, 1.0 - swing)):
        places = _known(found.places, {_XAI: found.running, other: int(true)})
        pull = draws(found.rules, places)
        own, target = (pull[other], pull[_XAI]) if out else (pull[_XAI], pull[other])
        ends.append(raid_chance(found.rules, own, target))
    return min(ends), max(ends)


def _known(places: Sequence[Workplace], fleets: dict[Firm, int]) -> tuple[Workplace, ...]:
    return tuple([replace(place, fleet=fleets.get(place.firm, place.fleet)) for place in places])


def _at_least(called: int, chance: float) -> int:
    """Return the number that is reached nine times in ten when each of those called comes by chance.

    >>> [_at_least(5, chance) for chance in (0.0, 0.5, 0.9, 1.0)]
    [0, 1, 4, 5]
    >>> [_at_least(1, chance) for chance in (0.895, 0.905)]
    [0, 1]
    """
    below = 0.0
    for number in range(called + 1):
        below += comb(called, number) * chance**number * (1.0 - chance) ** (called - number)
        if below > _TAIL:
            return number
    return called
