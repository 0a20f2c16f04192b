"""People: leave or stay by compute per head, rank, culture and scandal; the known ones carry method.

Ordinary leavers go out of the field's sight and are replaced; now and then a few who are known in
the field walk to a lab they like better.
"""

from math import fsum
from typing import Final

from race.core.chance import Stream
from race.core.commands import Command, MovePeople
from race.core.exact import exp, log
from race.core.formulas.race.demand import logit_shares
from race.core.ids import Firm
from race.core.view import InstitutionView, View, Workplace

KNOWN: Final = 0.25
"""Chance a month that known researchers leave an ordinary lab for another."""
RANKS: Final = 7


class TalentPolicy:
    """Move people once a month."""

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return who leaves which lab, and where to."""
        if not isinstance(view, InstitutionView):
            message = "people need an institution's view"
            raise TypeError(message)
        pull = _pulls(view.workplaces)
        rules = view.board.rules.race
        moves: list[Command] = []
        for place in view.workplaces:
            hazard = rules.quit_rate * max(0.2, 1.0 - rules.quit_spread * pull[place.firm])
            leaving = int(place.researchers * hazard + luck.uniform())
            if leaving:
                moves.append(MovePeople(source=place.firm, target=None, researchers=leaving))
            if luck.happens(min(0.9, KNOWN * exp(-pull[place.firm]))):
                target = _choose(view.workplaces, pull, place.firm, luck)
                moves.append(MovePeople(source=place.firm, target=target, researchers=1 + luck.below(3)))
        return tuple(moves)


def _pulls(places: tuple[Workplace, ...]) -> dict[Firm, float]:
    """Return how much each lab draws people, about -1.5 to 1.5, 0 for an ordinary one."""
    heads = [log(max(1.0, place.fleet / max(1, place.researchers))) for place in places]
    mean = fsum(heads) / len(heads)
    return {
        place.firm: 0.3 * (head - mean)
        + 0.5 * ((RANKS + 1) / 2 - place.rank) / (RANKS / 2)
        + 0.3 * (place.safety / 50_000 - 1.0)
        - 0.4 * place.scandal
        - 0.1 * place.incidents
        for place, head in zip(places, heads, strict=True)
    }


def _choose(places: tuple[Workplace, ...], pull: dict[Firm, float], source: Firm, luck: Stream) -> Firm:
    others = [place.firm for place in places if place.firm is not source]
    draw, total = luck.uniform(), 0.0
    for firm, share in zip(others, logit_shares([2.0 * pull[firm] for firm in others]), strict=True):
        total += share
        if draw < total:
            return firm
    return others[-1]
