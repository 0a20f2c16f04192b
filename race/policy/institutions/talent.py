"""People: leave or stay by compute per head, pay, rank, culture and scandal; the known carry method.

Ordinary leavers look for work in the open market or leave the field; now and then a few who are
known in the field walk to a lab they like better.
"""

from math import inf
from typing import Final

from race.core.chance import Stream, below_at
from race.core.commands import Command, MovePeople
from race.core.exact import exp
from race.core.formulas.race.demand import logit_shares
from race.core.formulas.race.people import Workplace, draws, quit_hazard
from race.core.ids import Firm
from race.core.rulebook import Rulebook
from race.core.view import InstitutionView, View

_NEAR: Final = 1.75
"""Up to here e**x is below 1 + x + x * x."""


class TalentPolicy:
    """Move people once a month."""

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return who leaves which lab, and where to."""
        if not isinstance(view, InstitutionView):
            message = "people need an institution's view"
            raise TypeError(message)
        rules = view.board.rules
        pull, known_rate = draws(rules, view.workplaces), rules.talent.known_rate
        moves: list[Command] = []
        draws_of_all = luck.uniforms(4 * len(view.workplaces))  # everybody draws
        for k, place in enumerate(view.workplaces):
            firm, people = place.firm, place.researchers
            rest, going, number, where = draws_of_all[4 * k : 4 * k + 4]
            leaving = int(people * quit_hazard(rules, pull[firm]) + rest)
            if leaving:
                moves.append(MovePeople(source=firm, target=None, researchers=leaving))
            repelled = -pull[firm]
            if going >= known_rate * _bound(repelled):  # most months: no need to know how restless
                continue
            if going < restless(rules, pull[firm], people):
                known = 1 + below_at(number, rules.talent.known_most)
                target = _choose(destinations(rules, view.workplaces, pull, firm), where)
                moves.append(MovePeople(source=firm, target=target, researchers=known))
        return tuple(moves)


def _bound(x: float) -> float:
    """Return a number that is never below e**x, for x up to 1.79 where it is any better than infinity.

    >>> [_bound(x) >= exp(x) for x in (-3.0, -1e-9, 0.0, 0.5, 1.7, 5.0)]
    [True, True, True, True, True, True]
    """
    if x <= 0.0:
        return 1.0
    return 1.000001 + x + x * x if x < _NEAR else inf


def restless(rules: Rulebook, draw: float, people: int) -> float:
    """Return the chance that known people leave a lab for another in a month, by its draw and size.

    >>> [round(restless(Rulebook(), draw, 400), 3) for draw in (-2.0, -0.5, 0.0, 0.8)]
    [0.9, 0.412, 0.25, 0.112]
    """
    talent = rules.talent
    few = people / talent.known_heads if people < talent.known_heads else 1.0
    return min(talent.known_rate_most, talent.known_rate * exp(-draw) * few)


def destinations(
    rules: Rulebook, places: tuple[Workplace, ...], pull: dict[Firm, float], source: Firm
) -> list[tuple[Firm, float]]:
    """Return the other labs with the shares, 0-1, of the known people of one lab who go there."""
    others, clearly = [place.firm for place in places if place.firm is not source], rules.talent.known_choice
    return list(zip(others, logit_shares([clearly * pull[firm] for firm in others]), strict=True))


def _choose(shares: list[tuple[Firm, float]], draw: float) -> Firm:
    total = 0.0
    for firm, share in shares:
        total += share
        if draw < total:
            return firm
    return shares[-1][0]
