"""The court: decides a case on its date by what is true, and forbids further deals when they weigh.

The files are open by then: what counts is what the carmaker could have powered, what was denied and
what was paid for. An injunction follows how much was taken and how often; a sharing policy
makes it unlikely.
"""

from race.core.chance import Stream
from race.core.commands import Command, RuleOn
from race.core.formulas.owners.court import odds_of
from race.core.view import InstitutionView, View
from race.core.world.books import Case


class CourtPolicy:
    """Decide the cases that are due."""

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return the rulings of a month."""
        if not isinstance(view, InstitutionView):
            message = "the court needs an institution's view"
            raise TypeError(message)
        return tuple(_rule(view, case, luck) for case in view.cases if _is_due(case, view.board.month + 1))


def _is_due(case: Case, month: int) -> bool:
    return case.decided is None and not case.settled and case.decision <= month


def _rule(view: InstitutionView, case: Case, luck: Stream) -> RuleOn:
    rules, governed = view.board.rules, view.sharing_policy
    wins, enjoins = odds_of(rules, case, view.cases, view.acts, governed=governed)
    for_holders, strict = luck.happens(wins), luck.happens(enjoins)
    return RuleOn(case=case.id, for_holders=for_holders, injunction=for_holders and strict)
