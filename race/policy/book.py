"""How a lab treats its place in the chipmaker's book: paying ahead in a hurry, giving up in need.

Money paid at booking buys weeks in the queue and a better rank when too much is due; it is worth
it to a lab that is losing the race and has money that nothing else waits for. A lab in the red
that nobody will fund soon gives up the last of its lines: half a deposit is better than none.
"""

from typing import Final

from race.core.commands import CancelOrder, Command
from race.core.ids import PPM
from race.core.view import LabView
from race.policy.purse import Purse, can_raise_by, due_soon

IDLE_PART: Final = 0.5
"""Part of the idle money that is paid ahead."""
LEAST_AHEAD: Final = 100_000
"""Least part of the price worth paying ahead, ppm."""
STEP: Final = 50_000
HOPE: Final = 3
"""Months within which a coming round keeps a lab in the red from giving up its lines."""


def pay_ahead(view: LabView, purse: Purse, quantity: int) -> int:
    """Return the part of an order's price that a hurried lab pays at booking, ppm beyond the deposit."""
    board = view.board
    chips = board.rules.chips
    if quantity <= 0 or not board.rules.switches.prepayment:
        return 0
    idle = purse.cash - due_soon(view, int(board.lead_months + 1.5)) - 3 * purse.costs
    price = quantity * board.chip_price_usd
    idle -= int(price * chips.deposit)
    part = int(PPM * IDLE_PART * max(0, idle) / price) // STEP * STEP
    return min(part, (PPM - int(PPM * chips.deposit)) // STEP * STEP) if part >= LEAST_AHEAD else 0


def give_up(view: LabView, purse: Purse, *, raises: bool) -> list[Command]:
    """Return the cancelling of the lab's last line when it is in the red with no round in sight."""
    if purse.cash >= 0 or not view.board.rules.switches.cancelling:
        return []
    if raises and can_raise_by(view, view.board.month + HOPE):
        return []
    lines = [
        line
        for line in view.lines
        if line.payer is view.firm and line.owner is view.firm and line.act is None
    ]
    last = max(lines, key=lambda line: (line.due, line.id), default=None)
    return [] if last is None else [CancelOrder(line=last.id, quantity=last.quantity)]
