"""Which line an order writes into the file: its kind, its number, and whom it names."""

from collections.abc import Callable
from typing import Any, Final

from race.core import commands as c
from race.core.ids import PPM, Ballot, Firm, Gift, Stance, Subject, Terms, Thing
from race.core.world import Act, Affairs

Written = tuple[str, int, str]
"""Kind, number and name of a line."""

_TAKES: Final = {
    Terms.SILENT: "take_silent",
    Terms.SWAP: "take_swap",
    Terms.PAID: "take_paid",
    Terms.DISCLOSED: "take_told",
    Terms.LEASE: "take_lease",
}
_THINGS: Final = {
    Thing.RESEARCHERS: "take_people",
    Thing.SITE: "take_site",
    Thing.DATA: "take_records",
    Thing.CHANNEL: "take_cars",
}
_WORDS: Final = {
    Stance.DISCLOSE: "disclose",
    Stance.JUSTIFY: "justify",
    Stance.DENY: "deny",
    Stance.APOLOGISE: "apologise",
}
_GIFTS: Final = {
    Gift.DIRECTOR: "gift_director",
    Gift.SHARING_POLICY: "gift_policy",
    Gift.SETTLEMENT: "gift_settle",
}
_PROMISES: Final = {
    Subject.CHIPS_POWERED: "promise_chips",
    Subject.AUTONOMY: "promise_steps",
    Subject.NO_DIVERSION: "promise_hands",
}


def _order(order: c.OrderChips) -> Written:
    return "order_carmaker" if order.company is Firm.TESLA else "order_lab", order.quantity, ""


def _hire(hire: c.Hire) -> Written:
    if hire.source is None:
        return "hire", hire.researchers, ""
    if hire.source is Firm.TESLA:
        return "raid_carmaker", hire.researchers, ""
    return "raid", hire.researchers, hire.source.value


def _take(take: c.DivertThing) -> Written:
    return _THINGS.get(take.thing, "take_cars"), take.quantity, ""


def _back(back: c.GiveBack) -> Written:
    return ("give_back" if back.thing is Thing.CHIPS else "give_back_thing"), back.quantity, ""


def _promise(promise: c.MakePromise) -> Written:
    hands = promise.subject is Subject.NO_DIVERSION
    return _PROMISES[promise.subject], promise.due if hands else promise.quantity, ""


def _plan(plan: c.PlanCarmaker) -> Written:
    return ("plan_less" if plan.chip_budget < PPM else "plan_more"), plan.chip_budget, ""


def _vote(vote: c.CallVote) -> Written:
    return "vote", vote.quantity if vote.ballot is Ballot.DEAL else 0, ""


def _pledge(pledge: c.PledgeStake) -> Written:
    return ("pledge" if pledge.shares_ppm >= 0 else "free_stake"), abs(pledge.shares_ppm), ""


WRITES: Final[dict[type[c.Command], Callable[[Any], Written]]] = {
    c.OrderChips: _order,
    c.CancelOrder: lambda cancel: ("cancel", cancel.quantity, ""),
    c.BuildSite: lambda site: ("site_forced" if site.forced else "site", site.power_kw, ""),
    c.RentCloud: lambda rent: ("rent", rent.quantity, ""),
    c.SplitCompute: lambda _split: ("split", 0, ""),
    c.StartRun: lambda run: ("run", run.months, ""),
    c.ExtendRun: lambda more: ("extend", more.months, ""),
    c.StopRun: lambda _stop: ("stop", 0, ""),
    c.PublishRelease: lambda release: ("release" if release.tested else "untested", 0, ""),
    c.RaiseRound: lambda _round: ("round", 0, ""),
    c.Borrow: lambda loan: ("borrow", loan.amount_usd, ""),
    c.Hire: _hire,
    c.SetPay: lambda pay: ("pay", pay.level, ""),
    c.Announce: lambda _claim: ("claim", 0, ""),
    c.SetPrice: lambda price: ("price", price.level, ""),
    c.Lobby: lambda lobby: ("lobby", 0, lobby.target.value),
    c.Divert: lambda take: (_TAKES[take.terms], take.quantity, ""),
    c.DivertThing: _take,
    c.GiveBack: _back,
    c.LendChips: lambda loan: ("lend", loan.quantity, ""),
    c.LicenseBack: lambda _licence: ("license", 0, ""),
    c.DelaySite: lambda delay: ("delay_site", delay.months, ""),
    c.PlanCarmaker: _plan,
    c.MakePromise: _promise,
    c.Speak: lambda speak: (_WORDS[speak.stance], 0, ""),
    c.GiveGift: lambda gift: (_GIFTS[gift.gift], 0, ""),
    c.CallVote: _vote,
    c.CourtHolders: lambda talk: ("court_owners", 0, talk.kind.value),
    c.Probe: lambda probe: ("probe", 0, probe.target.value),
    c.PlugLeak: lambda _plug: ("plug", 0, ""),
    c.SellStake: lambda sale: ("sell_stake", sale.shares_ppm, ""),
    c.PledgeStake: _pledge,
    c.SellLab: lambda sale: ("sell_lab", 0, sale.buyer.value),
    c.Answer: lambda _answer: ("answer", 0, ""),
    c.Reassure: lambda talk: ("reassure", 0, talk.person.value),
}
"""What each kind of order writes; an institution's writes nothing into this file."""


def about(affairs: Affairs, command: c.Command, month: int) -> int:
    """Return the id of the act or promise that an order of a month is about, 0 for none."""
    match command:
        case c.Divert() | c.DivertThing():
            thing = command.thing if isinstance(command, c.DivertThing) else Thing.CHIPS
            act = _act_of(affairs, month, thing, command.terms)
            return act.id if act else 0
        case c.MakePromise():
            made = [
                one.id for one in affairs.promises if one.made == month and one.subject is command.subject
            ]
            return made[0] if made else 0
        case c.Speak() | c.PlugLeak():
            return command.act
        case _:
            return 0


def _act_of(affairs: Affairs, month: int, thing: Thing, terms: Terms) -> Act | None:
    """Return the month's latest act about a thing on some terms, or None when it was not carried out."""
    for act in reversed(affairs.acts):
        if act.month == month and act.thing is thing and act.terms is terms:
            return act
    return None
