"""What a lab can afford: its money, what it has promised to pay, what will come in.

Every lab plans the same way: a line is only booked when the whole price will be there at delivery.
"""

import msgspec

from race.core.formulas.race.loans import repayments
from race.core.formulas.race.money import hoards, round_usd
from race.core.view import LabView


class Purse(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A lab's plan of money, whole dollars."""

    cash: int
    flow: int
    """Net of a month: result and what the parent pays in."""
    costs: int
    """What a month without any revenue would cost."""
    committed: int
    """Still to pay on chips and sites."""


def read_purse(view: LabView) -> Purse:
    """Return the plan of money of the view's own lab."""
    own, firm, board = view.own, view.firm, view.board
    committed, month = 0, board.month
    for line in view.lines:
        if line.payer is firm:
            committed += line.quantity * line.unit_price_usd - line.deposit_usd
    for site in own.depot.sites:
        if site.ready > month:
            committed += site.cost_usd
    result = own.result_usd
    costs = own.revenue_usd - result
    return Purse(
        cash=own.cash_usd,
        flow=result + own.parent_usd - (repayments(board.rules.money, own) if own.loans else 0),
        costs=costs if costs > 0 else 0,
        committed=committed,
    )


def next_round_usd(view: LabView, *, raises: bool) -> int:
    """Return what a round would bring today, 0 if the lab raises none."""
    return round_usd(view.board.rules.money, view.own.valuation_usd) if raises else 0


def can_raise_by(view: LabView, month: int) -> bool:
    """Return whether investors will be ready for a round by a month."""
    money, own = view.board.rules.money, view.own
    return month >= own.last_round + money.round_wait and not hoards(money, own)


def due_soon(view: LabView, months: int) -> int:
    """Return what falls due on lines and sites within some months, whole dollars."""
    firm, month = view.firm, view.board.month
    due, last = 0, month + months
    for line in view.lines:
        if line.due <= last and line.payer is firm:
            due += line.quantity * line.unit_price_usd - line.deposit_usd
    for site in view.own.depot.sites:
        if site.ready > month:
            due += site.cost_usd * months // max(months, site.ready - month)
    return due


def until_round(view: LabView, *, raises: bool) -> int:
    """Return the months that the present money must last: to the next round, or to the next delivery."""
    if not raises:
        return until_delivery(view)
    return max(1, view.own.last_round + view.board.rules.money.round_wait - view.board.month)


def until_delivery(view: LabView) -> int:
    """Return the months until what is ordered next month is paid for."""
    return int(view.board.lead_months + 1.5)


def is_worth_renting(view: LabView, target: int) -> bool:
    """Return whether rented compute, H100e, would change by enough that a lab asks for it."""
    rented = view.own.depot.rented
    return abs(target - rented) > max(view.board.rules.conduct.rent_step, rented // 5)
