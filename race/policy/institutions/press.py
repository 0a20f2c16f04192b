"""The press: reporters go where something has come out already, or where words and acts differ.

A company that has been in the news for a diversion, is before a court or has missed a promise gets
more of them. In quiet months they look at any lab.
"""

from race.core.chance import Stream
from race.core.commands import Command, Investigate
from race.core.ids import LABS, PPM, Firm
from race.core.view import InstitutionView, View


class PressPolicy:
    """Send the reporters somewhere once a month."""

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return whom the press looks into next month, and how hard."""
        if not isinstance(view, InstitutionView):
            message = "the press needs an institution's view"
            raise TypeError(message)
        elsewhere = luck.choose(LABS)
        interest = _interest(view)
        if interest > 0.0:
            return (Investigate(subject=Firm.TESLA, effort_ppm=int(PPM * (1.0 + interest))),)
        return (Investigate(subject=elsewhere, effort_ppm=int(PPM * view.board.rules.reporters.quiet)),)


def _interest(view: InstitutionView) -> float:
    """Return how much more than usual the carmaker interests reporters, 0 and up."""
    rules = view.board.rules.reporters
    since = view.board.month - rules.memory
    acts = sum(act.published is not None and act.published > since for act in view.acts)
    missed = sum(promise.kept is False and promise.due > since for promise in view.promises)
    cases = sum(case.decided is None and not case.settled for case in view.cases)
    return rules.act * acts + rules.missed * missed + rules.case * cases
