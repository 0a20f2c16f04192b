"""What a lab can afford: its money, what it has promised to pay, what will come in.

Every lab plans the same way: a line is only booked when the whole price will be there at delivery.
"""

import msgspec

from race.core.formulas.money import round_usd
from race.core.ids import Firm
from race.core.view import LabView


class Purse(msgspec.Struct, frozen=True, kw_only=True):
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
    own = view.own
    lines = sum(
        line.quantity * line.unit_price_usd - line.deposit_usd
        for line in view.lines
        if line.payer is view.firm
    )
    sites = sum(site.cost_usd for site in own.depot.sites if site.ready > view.board.month)
    return Purse(
        cash=own.cash_usd,
        flow=own.result_usd + own.parent_usd,
        costs=max(0, own.revenue_usd - own.result_usd),
        committed=lines + sites,
    )


def next_round_usd(view: LabView, *, raises: bool) -> int:
    """Return what a round in the coming months would bring, 0 if the lab raises none."""
    return round_usd(view.board.rules.money, view.own.valuation_usd) if raises else 0


def spendable(view: LabView, purse: Purse, *, raises: bool) -> int:
    """Return what new lines may cost in all, given what comes in until they are delivered."""
    board, own = view.board, view.own
    horizon = int(board.lead_months + 1.5)
    wait = own.last_round + board.rules.money.round_wait - board.month
    coming = next_round_usd(view, raises=raises) if wait <= horizon else 0
    reserve = 2 * max(0, purse.costs - own.revenue_usd)
    return purse.cash + purse.flow * horizon + coming * 4 // 5 - purse.committed - reserve


def expected_fleet(view: LabView, firm: Firm) -> int:
    """Return the chips at a company's addresses and on their way, H100e."""
    return view.own.depot.chips() + sum(line.quantity for line in view.lines if line.owner is firm)
