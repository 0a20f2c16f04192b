"""What a scenario plays without: a command whose mechanic is switched off is refused in one sentence."""

from collections.abc import Callable
from typing import Final, cast

from race.core import commands as c
from race.core.ids import Ballot, Generation, Terms
from race.core.rulebook.switches import Switches
from race.core.words import N_, Sentence

_OWN_SILICON: Final = Generation.OWN_SILICON

SWITCHED_OFF: Final = Sentence(N_("This is switched off in this scenario."))


def _divert(switches: Switches, command: c.Command) -> int:
    return _terms(switches, cast("c.Divert | c.DivertThing", command).terms)


def _terms(switches: Switches, terms: Terms) -> int:
    match terms:
        case Terms.SWAP:
            return switches.swap
        case Terms.DISCLOSED:
            return switches.disclosure
        case Terms.PAID | Terms.LEASE:
            return switches.paid
        case _:
            return 1


def _order(switches: Switches, command: c.Command) -> int:
    order = cast("c.OrderChips", command)
    if order.generation is _OWN_SILICON:
        return switches.own_silicon
    return switches.prepayment or not order.prepaid


def _vote(switches: Switches, command: c.Command) -> int:
    vote = cast("c.CallVote", command)
    match vote.ballot:
        case Ballot.INVESTMENT:
            return switches.investment
        case Ballot.DEAL:
            return switches.deal_votes and _terms(switches, vote.terms)
        case _:
            return 1


NEEDS: Final[dict[type[c.Command], Callable[[Switches, c.Command], int]]] = {
    c.OrderChips: _order,
    c.CancelOrder: lambda switches, _: switches.cancelling,
    c.BuildSite: lambda switches, command: switches.forced_sites or not cast("c.BuildSite", command).forced,
    c.RentCloud: lambda switches, command: switches.rental or not cast("c.RentCloud", command).quantity,
    c.Lobby: lambda switches, _: switches.lobbying,
    c.PublishRelease: lambda switches, command: (
        switches.open_weights or not cast("c.PublishRelease", command).open_weights
    ),
    c.Hire: lambda switches, command: switches.poaching or cast("c.Hire", command).source is None,
    c.SetPrice: lambda switches, _: switches.pricing,
    c.Borrow: lambda switches, _: switches.debt,
    c.SetPay: lambda switches, _: switches.pay,
    c.Announce: lambda switches, _: switches.announcing,
    c.Divert: _divert,
    c.DivertThing: lambda switches, command: switches.other_things and _divert(switches, command),
    c.LendChips: lambda switches, _: switches.lending,
    c.LicenseBack: lambda switches, _: switches.lending,
    c.Answer: lambda switches, _: switches.tales,
    c.Reassure: lambda switches, _: switches.house,
    c.MakePromise: lambda switches, _: switches.promises,
    c.CallVote: _vote,
    c.CourtHolders: lambda switches, _: switches.courting,
    c.Probe: lambda switches, _: switches.probing,
    c.PlugLeak: lambda switches, _: switches.probing,
    c.PlanCarmaker: lambda switches, command: (
        switches.buy_back or not cast("c.PlanCarmaker", command).buy_back_usd
    ),
    c.SellStake: lambda switches, _: switches.stake_sales,
    c.PledgeStake: lambda switches, command: (
        switches.pledging or cast("c.PledgeStake", command).shares_ppm < 0
    ),
    c.SellLab: lambda switches, _: switches.lab_sale,
}
"""The switches that commands need, 0 for refused; a command that is not named here needs none."""
