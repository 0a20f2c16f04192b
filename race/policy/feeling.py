"""How the race looks from one lab: its lead, its place, who builds more, and the mood of all that.

A mood comes from the gap that is perceived: the published league, and what the others' chips will
make of it. Labs that run more, or whose permits promise more, worry those that run less; a permit
is acted upon two months after ground was broken.
"""

from typing import Final

import msgspec

from race.core.formulas.race.chips import kw_each
from race.core.formulas.race.claims import believed
from race.core.formulas.race.temper import mood_of
from race.core.ids import LABS, Claim, Firm, Mood
from race.core.view import LabView

HEARD: Final = 2
"""Months from a permit to an answer: it takes a meeting or two."""
STIRRED: Final = 4
"""Months for which a new large site still stirs."""
LARGE_KW: Final = 50_000
"""Power from which a site is large."""
WORRY: Final = 15.0
"""What another lab with twice the compute seems to be ahead by, Elo."""
WORRY_MOST: Final = 30.0
KEEP_UP: Final = 0.06
"""How much faster money is spent for each lab that runs or builds more."""
STIR: Final = 0.25
"""How much faster while another's new site is the talk of the town."""
PACE: Final = {Mood.LEADING: 0.95, Mood.CALM: 1.0, Mood.PRESSED: 1.15, Mood.ALARMED: 1.35}
"""How much faster a worried lab spends."""


class Feeling(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a lab makes of what it can read."""

    mood: Mood
    lead: float
    """Own published lead over the best other, Elo (negative: behind)."""
    place: int
    """Place in the league, 1 first."""
    urge: float
    """How fast it spends against a calm month, 1 for no hurry."""


CALM: Final = Feeling(mood=Mood.CALM, lead=0.0, place=3, urge=1.0)


def feel(view: LabView) -> Feeling:
    """Return how the race looks from a lab's seat."""
    board, firm = view.board, view.firm
    own, rest, place = 0.0, 0.0, 1
    for line in board.league:
        if line.firm is firm:
            own = line.elo_published
        else:
            rest = max(rest, line.elo_published)
    for line in board.league:
        place += line.elo_published > own
    lead = own - rest
    if not board.rules.switches.tempers:
        return Feeling(mood=Mood.CALM, lead=lead, place=place, urge=1.0)
    promised = max(rest, _promised(view)) - rest if board.claims else 0.0
    shadows, stirred = _shadows(view)
    ours = max(1, view.own.depot.running())
    largest = max(shadows)
    worry = min(WORRY_MOST, WORRY * max(0.0, largest / ours - 1.0))
    mood = mood_of(board.rules.race, worry + promised - lead)
    larger = sum([other > ours for other in shadows])
    urge = PACE[mood] + KEEP_UP * larger + (STIR if stirred else 0.0)
    return Feeling(mood=mood, lead=lead, place=place, urge=urge)


def _promised(view: LabView) -> float:
    """Return the highest score that the others are believed to have soon, by their public claims."""
    board, best = view.board, 0.0
    for line in board.league:
        if line.firm is not view.firm:
            for said in board.claims.get(line.firm, ()):
                if said.claim is Claim.RELEASE:
                    word = board.credibility[line.firm]
                    best = max(best, believed(said, word, line.elo_published, board.month))
    return best


def _shadows(view: LabView) -> tuple[list[int], bool]:
    """Return what each other lab runs or has permits for, H100e, and whether a new site stirs."""
    board, firm = view.board, view.firm
    shadows: dict[Firm, int] = {other: board.fleets[other] for other in LABS if other is not firm}
    each, stirred = kw_each(board.rules, board.generation), False
    for permit in board.permits:
        age = board.month + 1 - permit.started
        if permit.firm is firm or age < HEARD:
            continue
        if permit.firm is not Firm.TESLA:
            shadows[permit.firm] += int(permit.power_kw / each)
        stirred = stirred or (permit.power_kw >= LARGE_KW and age < HEARD + STIRRED)
    return list(shadows.values()), stirred
