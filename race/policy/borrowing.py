"""When a lab borrows on its chips: to pay for what is delivered before new money comes.

A loan costs interest and repayments, so it is taken for a gap that is seen and no larger.
"""

from typing import Final

from race.core.commands import Borrow, Command
from race.core.formulas.race.loans import loan_room
from race.core.view import LabView
from race.policy.purse import Purse, can_raise_by, due_soon

AHEAD: Final = 2
"""Months of deliveries and building that the money in the bank should cover."""
SPARE: Final = 3
"""Months of costs kept in the bank beside them."""
PART: Final = 0.9
"""Part of what banks would lend that a lab takes at most: chips get cheaper."""


def borrow(view: LabView, purse: Purse, *, raising: bool) -> list[Command]:
    """Return a loan when what falls due in two months is more than there will be, and no round is near."""
    own, board = view.own, view.board
    rules = board.rules
    if raising or not own.sells_equity or not rules.switches.debt or can_raise_by(view, board.month + 1):
        return []
    gap = due_soon(view, AHEAD) + SPARE * purse.costs - purse.cash - AHEAD * purse.flow
    if gap < rules.money.loan_least_usd:
        return []
    room = int(PART * loan_room(rules.money, own, board.chip_price_usd))
    amount = min(gap, room)
    return [Borrow(amount_usd=amount)] if amount >= rules.money.loan_least_usd else []
