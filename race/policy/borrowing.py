"""When a lab borrows on its chips: to pay for what is delivered before new money comes.

A loan costs interest and repayments, so it is taken for a gap that is seen and no larger.
"""

from race.core.commands import Borrow, Command
from race.core.formulas.race.loans import loan_room
from race.core.view import LabView
from race.policy.purse import Purse, can_raise_by, due_soon


def borrow(view: LabView, purse: Purse, *, raising: bool) -> list[Command]:
    """Return a loan when what falls due in two months is more than there will be, and no round is near."""
    own, board = view.own, view.board
    rules = board.rules
    if raising or not own.sells_equity or not rules.switches.debt or can_raise_by(view, board.month + 1):
        return []
    ahead = rules.conduct.loan_ahead
    gap = due_soon(view, ahead) + rules.conduct.loan_spare * purse.costs - purse.cash - ahead * purse.flow
    if gap < rules.money.loan_least_usd:
        return []
    room = int(rules.conduct.loan_part * loan_room(rules.money, own, board.chip_price_usd))
    amount = min(gap, room)
    return [Borrow(amount_usd=amount)] if amount >= rules.money.loan_least_usd else []
