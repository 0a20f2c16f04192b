"""The historical founder: what was publicly reported, month by month, then a rule on the state.

Reported (sources in `assets/facts/SOURCES.md`): the swap of 12,000 in December 2023; 85,000 chips
promised in April 2024 for the end of the year; ground broken for 100,000 on 24 April 2024 and
doubled by February 2025; equity rounds in May and December 2024; people moved from the carmaker.
After June 2025 nothing is looked up: the shared management of a lab goes on, and nothing is taken.
"""

from collections.abc import Iterator
from typing import Final

from race.core import commands as c
from race.core.chance import Stream
from race.core.ids import Firm, Stance, Subject, Terms
from race.core.view import FounderView, View
from race.policy.founders.habits import LARGE
from race.policy.founders.legal import legal
from race.policy.lab_management import Style, manage_lab

_REPORTED_UNTIL: Final = 18
"""June 2025, the last month of which deeds are reported here."""
_GROUND_BROKEN: Final = 4
"""April 2024: no site was begun before."""
_HUNDRED_THOUSAND_KW: Final = 181_000


class Historical:
    """Do what was reported to June 2025, then go on by rule."""

    def __init__(self, style: Style) -> None:
        """Take the style of the lab's management."""
        self.style = style

    def decide(self, view: View, luck: Stream) -> tuple[c.Command, ...]:
        """Return this month's orders."""
        if not isinstance(view, FounderView):
            message = "a founder needs the founder's view"
            raise TypeError(message)
        deeds = list(_reported(view)) if view.board.month < _REPORTED_UNTIL else []
        built = any(isinstance(deed, c.BuildSite) for deed in deeds)
        routine = [
            wish
            for wish in manage_lab(view, self.style, luck)
            if not (isinstance(wish, c.BuildSite) and (built or view.board.month < _GROUND_BROKEN))
        ]
        return legal(view, [*deeds, *routine])


def _reported(view: FounderView) -> Iterator[c.Command]:  # noqa: C901 - one case a reported deed
    """Yield the reported deeds of the month that is about to be played."""
    coming = view.board.month + 1
    match coming:
        case 1:
            for line in view.lines:
                if line.owner is Firm.TESLA and line.quantity >= LARGE:
                    yield c.Divert(source=line.id, quantity=line.quantity, terms=Terms.SWAP)
        case 4:
            yield c.MakePromise(subject=Subject.CHIPS_POWERED, quantity=85_000, due=12)
            yield c.BuildSite(company=Firm.XAI, power_kw=_HUNDRED_THOUSAND_KW, forced=True)
        case 5:
            yield c.RaiseRound()
            yield c.OrderChips(company=Firm.XAI, generation=view.board.generation, quantity=80_000)
        case 3 | 6:
            yield c.Hire(researchers=5, source=Firm.TESLA)
        case 10:
            yield c.BuildSite(company=Firm.XAI, power_kw=_HUNDRED_THOUSAND_KW, forced=True)
        case 12:
            yield c.RaiseRound()
        case _:
            pass
    for act in view.affairs.acts:
        # the defence that was given in June 2024: there was no place to power them
        if act.published == view.board.month and not act.justified:
            yield c.Speak(act=act.id, stance=Stance.JUSTIFY)
