"""What waits for a decision before the month ends: hints, never orders; each leads to a group of orders."""

from dataclasses import dataclass

from race.core import commands as c
from race.core.ids import Firm
from race.core.words import chips
from race.session.session import Session
from race.speech import _
from race.speech import quantity as write


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing to think of: words, the group of orders it leads to, whether it presses."""

    text: str
    group: str
    urgent: bool


def hints(session: Session) -> tuple[Hint, ...]:
    """Return what waits, the pressing first; what this month's orders already answer is left out."""
    view, given = session.view(), session.pending
    own, affairs = view.own, view.affairs
    found = []
    if any(case.decided is None and not case.settled for case in affairs.cases):
        found.append(Hint(_("A case is open in court"), "court", urgent=True))
    if session.why_not(c.PublishRelease(tested=True)) is None:
        found.append(Hint(_("A finished run waits for release"), "train", urgent=True))
    elif own.run is None and not any(isinstance(order, c.StartRun) for order in given):
        found.append(Hint(_("No training run is under way"), "train", urgent=True))
    if session.why_not(c.RaiseRound()) is None:
        found.append(Hint(_("Investors are ready for a round"), "money", urgent=False))
    waiting = own.depot.chips() - own.depot.powered()
    if waiting > 0 and not any(isinstance(order, c.BuildSite) for order in given):
        words = _("{n} chips of the lab wait for power")
        found.append(Hint(words.format(n=write(chips(waiting))), "chips", urgent=False))
    if not any(line.payer is Firm.XAI for line in view.lines) and not any(
        isinstance(order, c.OrderChips) for order in given
    ):
        found.append(Hint(_("The lab has no chips on order"), "chips", urgent=False))
    if not any(promise.kept is None for promise in affairs.promises) and not any(
        isinstance(order, c.MakePromise) for order in given
    ):
        found.append(Hint(_("The holders have no promise from you"), "owners", urgent=False))
    return tuple(sorted(found, key=lambda hint: not hint.urgent))
