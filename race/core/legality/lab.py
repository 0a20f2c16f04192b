"""What a lab may order beyond chips and sites: compute, runs, releases, money, people."""

from collections.abc import Sequence
from typing import Final

from race.core import commands as c
from race.core.formulas.race.loans import loan_room
from race.core.formulas.race.money import hoards, round_usd
from race.core.ids import PPM, Firm, Terms
from race.core.legality import craft
from race.core.legality.chips import Rule, afford
from race.core.legality.diversion import related
from race.core.view import FounderView, LabView
from race.core.words import N_, Sentence, month, percent, usd

_TESLA: Final = Firm.TESLA


def _hire(view: LabView, given: Sequence[c.Command], command: c.Hire) -> Sentence | None:
    if command.source is _TESLA and isinstance(view, FounderView):
        refused = related(view, Terms.SILENT)
        if refused is not None:
            return refused
    return craft.hire(view, given, command) or afford(view, given, command)


def _raise(view: LabView, given: Sequence[c.Command], command: c.RaiseRound) -> Sentence | None:
    del given, command  # one round is like another
    if not view.own.sells_equity:
        return Sentence(N_("This lab belongs to its parent, which sells no part of it."))
    rules = view.board.rules.money
    ready = view.own.last_round + rules.round_wait
    if view.board.month + 1 < ready:
        return Sentence(
            N_("Investors want results first: the next round can close in {ready}."), {"ready": month(ready)}
        )
    if hoards(rules, view.own):
        return Sentence(
            N_("Investors fund plans: the lab has {cash} in the bank, and a round would bring {amount}."),
            {"cash": usd(view.own.cash_usd), "amount": usd(round_usd(rules, view.own.valuation_usd))},
        )
    if view.own.founder_ppm <= rules.founder_least * PPM:
        return Sentence(
            N_("The first owners hold {part} of the lab and sell no more of it."),
            {"part": percent(view.own.founder_ppm)},
        )
    return _bills(view)


def _bills(view: LabView) -> Sentence | None:
    """Say why investors do not pay a chipmaker's bills: chips are due that a few rounds would not buy."""
    rules, own, firm, soon = view.board.rules.money, view.own, view.firm, view.board.month + 1
    bills = -own.cash_usd
    for line in view.lines:
        if line.payer is firm and line.due <= soon:
            bills += line.quantity * line.unit_price_usd - line.deposit_usd
    brings = round_usd(rules, own.valuation_usd)
    if bills <= rules.round_bills * brings:
        return None
    return Sentence(
        N_("Chips for {bills} are due; a round would bring {amount}, and investors do not pay old bills."),
        {"bills": usd(bills), "amount": usd(brings)},
    )


def _borrow(view: LabView, given: Sequence[c.Command], command: c.Borrow) -> Sentence | None:
    del given
    if not view.own.sells_equity:
        return Sentence(N_("This lab belongs to its parent, which borrows for it."))
    rules = view.board.rules.money
    room = loan_room(rules, view.own, view.board.chip_price_usd)
    if room < rules.loan_least_usd:
        return Sentence(
            N_("Banks lend {part} of what the lab's own chips cost new; {owed} is owed on them already."),
            {"part": percent(int(rules.loan_part * PPM)), "owed": usd(view.own.owed_usd())},
        )
    if rules.loan_least_usd <= command.amount_usd <= room:
        return None
    return Sentence(
        N_("Banks lend {least} to {most} on the lab's chips."),
        {"least": usd(rules.loan_least_usd), "most": usd(room)},
    )


def _price(view: LabView, given: Sequence[c.Command], command: c.SetPrice) -> Sentence | None:
    del given
    rules = view.board.rules.money
    if rules.price_lowest <= command.level <= rules.price_highest:
        return None
    return Sentence(
        N_("The price goes from {low} to {high} of the usual."),
        {"low": percent(rules.price_lowest), "high": percent(rules.price_highest)},
    )


def _lobby(view: LabView, given: Sequence[c.Command], command: c.Lobby) -> Sentence | None:
    del given
    if command.target in (view.firm, _TESLA):
        return Sentence(N_("Complain about a rival lab."))
    return None


RULES: Final[dict[type[c.Command], Rule]] = {
    c.RaiseRound: _raise,
    c.Borrow: _borrow,
    c.Hire: _hire,
    c.SetPrice: _price,
    c.Lobby: _lobby,
}
"""Commands of a lab about money and people."""
