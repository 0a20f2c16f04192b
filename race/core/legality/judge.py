"""Why not? One judge for the engine, the buttons, the bots and the action masks.

`refusal` is asked of a view and of what the seat has already ordered this month, and answers with
a sentence for the player with the numbers in it, or None when the command may be given.
A seat is never refused for a reason it cannot see.
"""

from collections.abc import Sequence
from typing import Final, cast, get_args

from race.core import commands as c
from race.core.ids import Firm, Terms
from race.core.legality import diversion, founder, lab
from race.core.legality.switched import switched_off
from race.core.view import FounderView, View
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
    c.SellStake: 1,
}
"""Attention a command costs the founder, points; terms in the open cost one more (see `attention`)."""

_OPEN: Final = (Terms.PAID, Terms.DISCLOSED, Terms.LEASE)
"""Terms with papers to sign or words to find."""

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
    )
)


_RACE: Final = frozenset(get_args(lab.Race))
_FOUNDER: Final = frozenset(get_args(founder.Founder))
_PASSING: Final = frozenset(get_args(diversion.Passing))


def attention(command: c.Command) -> int:
    """Return the attention points a command costs the founder.

    >>> attention(c.Divert(source=1, quantity=1, terms=Terms.SILENT))
    1
    >>> attention(c.Divert(source=1, quantity=1, terms=Terms.PAID))
    2
    """
    open_terms = isinstance(command, (c.Divert, c.DivertThing)) and command.terms in _OPEN
    return ATTENTION.get(type(command), 0) + int(open_terms)


def refusal(view: View, given: Sequence[c.Command], command: c.Command) -> Sentence | None:
    """Return why a seat may not give a command after those already given, or None if it may."""
    if type(command) in _ONCE and type(command) in map(type, given):
        return Sentence(N_("This has been ordered already this month; undo it to change it."))
    if isinstance(view, FounderView):
        spent, needed = sum(map(attention, given)), attention(command)
        if spent + needed > view.attention:
            return Sentence(
                N_("This takes {needed} points of attention; {left} of {all} are left this month."),
                {
                    "needed": count(needed),
                    "left": count(view.attention - spent),
                    "all": count(view.attention),
                },
            )
    return switched_off(view.board.rules.switches, command) or _judge(view, given, command)


def _judge(view: View, given: Sequence[c.Command], command: c.Command) -> Sentence | None:
    if isinstance(command, c.Hire) and command.source is Firm.TESLA and isinstance(view, FounderView):
        refused = diversion.related(view, Terms.SILENT)
        if refused is not None:
            return refused
    if type(command) in _RACE:
        return lab.refusal_of(view, given, cast("lab.Race", command))
    if type(command) in _FOUNDER or type(command) in _PASSING:
        if not isinstance(view, FounderView):
            return Sentence(N_("Only the founder of the two companies can order this."))
        if type(command) in _PASSING:
            return diversion.refusal_of(view, given, cast("diversion.Passing", command))
        return founder.refusal_of(view, given, cast("founder.Founder", command))
    return Sentence(N_("This is not a founder's or a lab's to decide."))
