"""Why not? One judge for the engine, the buttons, the bots and the action masks.

`refusal` is asked of a view and of what the seat has already ordered this month, and answers with
a sentence for the player with the numbers in it, or None when the command may be given.
A seat is never refused for a reason it cannot see.
"""

from collections.abc import Sequence
from typing import Final

from race.core import commands as c
from race.core.ids import OPEN_TERMS
from race.core.legality import answers, chips, craft, diversion, founder, lab, stake, tales
from race.core.legality.switched import NEEDS, SWITCHED_OFF
from race.core.view import FounderView, LabView, View
from race.core.words import N_, Sentence, count

ATTENTION: Final[dict[type[c.Command], int]] = {
    c.OrderChips: 1,
    c.CancelOrder: 1,
    c.BuildSite: 2,
    c.RentCloud: 1,
    c.SplitCompute: 1,
    c.StartRun: 1,
    c.ExtendRun: 1,
    c.StopRun: 1,
    c.PublishRelease: 2,
    c.RaiseRound: 2,
    c.Borrow: 1,
    c.Hire: 1,
    c.SetPay: 1,
    c.Announce: 1,
    c.SetPrice: 1,
    c.Lobby: 1,
    c.Divert: 1,
    c.DivertThing: 1,
    c.GiveBack: 1,
    c.LendChips: 1,
    c.LicenseBack: 1,
    c.DelaySite: 1,
    c.PlanCarmaker: 1,
    c.MakePromise: 1,
    c.Speak: 1,
    c.GiveGift: 2,
    c.CallVote: 2,
    c.CourtHolders: 1,
    c.Probe: 1,
    c.PlugLeak: 1,
    c.SellStake: 1,
    c.PledgeStake: 1,
    c.SellLab: 2,
    c.Answer: 0,
    c.Reassure: 1,
}
"""Attention a command costs the founder, points; terms in the open cost one more (see `attention`)."""

_ONCE: Final = frozenset(
    (
        c.SplitCompute,
        c.StartRun,
        c.ExtendRun,
        c.StopRun,
        c.PublishRelease,
        c.RaiseRound,
        c.Borrow,
        c.RentCloud,
        c.SetPay,
        c.SetPrice,
        c.PlanCarmaker,
        c.SellStake,
        c.Probe,
        c.PlugLeak,
        c.CourtHolders,
        c.PledgeStake,
        c.SellLab,
    )
)

_ALREADY: Final = Sentence(N_("This has been ordered already this month; undo it to change it."))
_NOBODY: Final = Sentence(N_("This is not a founder's or a lab's to decide."))
_FOUNDERS: Final = Sentence(N_("Only the founder of the two companies can order this."))
_LAB: Final = craft.RULES | lab.RULES
_FOUNDER: Final = founder.RULES | diversion.RULES | answers.RULES | stake.RULES | tales.RULES
_RULES: Final = chips.RULES | _LAB | _FOUNDER
_ASKED: Final[dict[type[c.Command], type]] = (
    dict.fromkeys(chips.RULES, object) | dict.fromkeys(_LAB, LabView) | dict.fromkeys(_FOUNDER, FounderView)
)
"""Whose seat is asked for each kind of command; whoever it is may ask for chips."""
_JUDGED: Final = {kind: (rule, _ASKED[kind], NEEDS.get(kind)) for kind, rule in _RULES.items()}
"""The rule, the seat and the switch of each kind of command: one look for each of a month's commands."""


class Judged(tuple[c.Command, ...]):  # noqa: SLOT001 - a tuple can have no slots beside its own
    """Commands that were judged on a view, one after another: there is no need to judge them again."""

    view: View


def attention(command: c.Command) -> int:
    """Return the attention points a command costs the founder.

    >>> from race.core.ids import Terms
    >>> attention(c.Divert(source=1, quantity=1, terms=Terms.SILENT))
    1
    >>> attention(c.Divert(source=1, quantity=1, terms=Terms.PAID))
    2
    """
    points = ATTENTION.get(type(command), 0)
    if isinstance(command, (c.Divert, c.DivertThing)) and command.terms in OPEN_TERMS:
        points += 1
    return points


def refusal(view: View, given: Sequence[c.Command], command: c.Command) -> Sentence | None:
    """Return why a seat may not give a command after those already given, or None if it may."""
    spent = sum(map(attention, given)) if isinstance(view, FounderView) else None
    return _refusal(view, given, command, spent)


def admit(view: View, wishes: Sequence[c.Command]) -> Judged:
    """Return the wishes that may be given, in order, each judged after those before it.

    What was admitted on this very view is not judged again: bots ask before the engine does.
    """
    if isinstance(wishes, Judged) and wishes.view is view:
        return wishes
    given: list[c.Command] = []
    spent = 0 if isinstance(view, FounderView) else None
    for wish in wishes:
        if _refusal(view, given, wish, spent) is None:
            given.append(wish)
            if spent is not None:
                spent += attention(wish)
    judged = Judged(given)
    judged.view = view
    return judged


def admit_after(view: View, given: Sequence[c.Command], routine: Sequence[c.Command]) -> Judged:
    """Return the orders of a seat, then the legal part of its routine, which takes no attention."""
    admitted: list[c.Command] = list(admit(view, given))
    for wish in routine:
        if _refusal(view, admitted, wish, None) is None:
            admitted.append(wish)
    judged = Judged(admitted)
    judged.view = view
    return judged


def _refusal(
    view: View, given: Sequence[c.Command], command: c.Command, spent: int | None
) -> Sentence | None:
    """Return why not, for a founder who has spent so many points of attention; None has none to spend."""
    kind = type(command)
    if given and kind in _ONCE and kind in map(type, given):
        return _ALREADY
    if spent is not None and isinstance(view, FounderView) and spent + attention(command) > view.attention:
        return _tired(view, attention(command), view.attention - spent)
    found = _JUDGED.get(kind)
    if found is None:
        return _NOBODY
    rule, asked, needs = found
    if needs is not None and not needs(view.board.rules.switches, command):
        return SWITCHED_OFF
    if not isinstance(view, asked):
        return _FOUNDERS if kind in _FOUNDER else chips.NOT_A_LAB
    return rule(view, given, command)


def _tired(view: FounderView, needed: int, left: int) -> Sentence:
    return Sentence(
        N_("Attention needed: {needed}. Left this month: {left} of {all}."),
        {"needed": count(needed), "left": count(left), "all": count(view.attention)},
    )
