"""How the race looks from one lab: its lead, its place, who builds more, and the mood of all that.

A mood comes from the gap that is perceived: the published league, and what the others' chips will
make of it. Labs that run more, or whose permits promise more, worry those that run less; a permit
is acted upon two months after ground was broken.
"""

from functools import partial
from typing import Final

import msgspec

from race.core.formulas.race.claims import believed
from race.core.formulas.race.temper import haste, mood_of
from race.core.ids import Claim, Firm, Mood
from race.core.view import Board, LabView
from race.policy.once import once_a_month

_CALM: Final = Mood.CALM
_RELEASE: Final = Claim.RELEASE
_TESLA: Final = Firm.TESLA

HEARD: Final = 2
"""Months from a permit to an answer: it takes a meeting or two."""


class Feeling(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a lab makes of what it can read."""

    mood: Mood
    lead: float
    """Own published lead over the best other, Elo (negative: behind)."""
    place: int
    """Place in the league, 1 first."""
    urge: float
    """How fast it spends against a calm month, 1 for no hurry."""


class _Rumours(msgspec.Struct, frozen=True, kw_only=True):
    """What the labs make of a month's permits; the same for all who read them."""

    fleets: list[tuple[int, Firm]]
    """What each lab runs or has permits for that have been heard of, H100e, the largest first."""
    stirring: frozenset[Firm]
    """Whose new site is the talk of the town."""


def feel(view: LabView, heard: int = HEARD, blur: float = 1.0) -> Feeling:
    """Return how the race looks from a lab's seat.

    Args:
        view: What the lab knows.
        heard: Months from a permit to an answer.
        blur: What the others' compute is taken for, over its estimate.
    """
    board, firm, rules = view.board, view.firm, view.board.rules
    own, rest, place = _standing(board, firm)
    lead = own - rest
    if not rules.switches.tempers:
        return Feeling(mood=_CALM, lead=lead, place=place, urge=1.0)
    promised = max(rest, _promised(view)) - rest if board.claims else 0.0
    rumours, ours = _HEARD[heard](board), view.running / blur
    ours = ours if ours > 1.0 else 1.0
    largest = larger = 0
    for fleet, other in rumours.fleets:
        if fleet <= ours:
            break
        if other is not firm:
            larger += 1
            largest = largest or fleet
    tempers = rules.tempers
    worry = min(tempers.worry_most, tempers.worry * (largest / ours - 1.0)) if larger else 0.0
    mood = mood_of(rules.race, worry + promised - lead)
    urge = haste(tempers, mood) + tempers.keep_up * larger
    if rumours.stirring and (len(rumours.stirring) > 1 or firm not in rumours.stirring):
        urge += tempers.stir
    return Feeling(mood=mood, lead=lead, place=place, urge=urge)


def _standing(board: Board, firm: Firm) -> tuple[float, float, int]:
    """Return a lab's published score, the best of the others, Elo, and its place in the league."""
    standings = _read_standings(board)
    if firm in standings:
        return standings[firm]
    best = max(0.0, board.league[0].elo_published) if board.league else 0.0
    return 0.0, best, 1 + sum([line.elo_published > 0.0 for line in board.league])


@once_a_month
def _read_standings(board: Board) -> dict[Firm, tuple[float, float, int]]:
    """Return what `_standing` says of every lab in the league."""
    scores = [line.elo_published for line in board.league]  # the highest first
    first = max(0.0, scores[0]) if scores else 0.0
    second = max(0.0, scores[1]) if len(scores) > 1 else 0.0
    standings: dict[Firm, tuple[float, float, int]] = {}
    place, above = 0, None
    for rank, line in enumerate(board.league):
        elo = line.elo_published
        if elo != above:  # who is level shares the better place
            place, above = rank + 1, elo
        standings[line.firm] = (elo, second if rank == 0 else first, place)
    return standings


def _promised(view: LabView) -> float:
    """Return the highest score that the others are believed to have soon, by their public claims."""
    board, best = view.board, 0.0
    for line in board.league:
        if line.firm is not view.firm:
            for said in board.claims.get(line.firm, ()):
                if said.claim is _RELEASE:
                    word = board.credibility[line.firm]
                    best = max(best, believed(said, word, line.elo_published, board.month))
    return best


def _rumours(board: Board, after: int) -> _Rumours:
    """Return what the permits promise that were heard of `after` months, and whose site stirs."""
    fleets, heard = dict(board.fleets), board.month + 1 - after
    stirring, rules = set(), board.rules.tempers
    for permit in board.permits:
        if permit.started <= heard:
            if permit.firm is not _TESLA:
                fleets[permit.firm] += int(permit.power_kw / board.each_kw)
            if permit.power_kw >= rules.large_kw and permit.started > heard - rules.stirred:
                stirring.add(permit.firm)
    ranked = sorted([(fleet, firm) for firm, fleet in fleets.items()], reverse=True)
    return _Rumours(fleets=ranked, stirring=frozenset(stirring))


_HEARD: Final = {after: once_a_month(partial(_rumours, after=after)) for after in range(1, 7)}
"""What is made of the permits, by how long they take to be heard of; each kept for its month."""
