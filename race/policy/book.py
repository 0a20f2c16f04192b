"""How a lab treats its place in the chipmaker's book: paying ahead in a hurry, giving up in need.

Money paid at booking buys weeks in the queue and a better rank when too much is due; it is worth
it to a lab that is losing the race and has money that nothing else waits for. A lab in the red
that nobody will fund soon gives up the last of its lines: half a deposit is better than none.
"""

from typing import Final

from race.core.commands import CancelOrder, Command
from race.core.ids import PPM
from race.core.view import LabView
from race.policy.purse import Purse, can_raise_by, due_soon, until_delivery

STEP: Final = 50_000
"""Steps of the part that is paid ahead, ppm."""


def pay_ahead(view: LabView, purse: Purse, quantity: int) -> int:
    """Return the part of an order's price that a hurried lab pays at booking, ppm beyond the deposit."""
    board = view.board
    chips = board.rules.chips
    if quantity <= 0 or not board.rules.switches.prepayment:
        return 0
    idle = purse.cash - due_soon(view, until_delivery(view)) - 3 * purse.costs
    price = quantity * board.chip_price_usd
    idle -= int(price * chips.deposit)
    conduct, most = board.rules.conduct, (PPM - int(PPM * chips.deposit)) // STEP * STEP
    part = int(PPM * conduct.ahead_part * max(0, idle) / price) // STEP * STEP
    return min(part, most) if part >= conduct.ahead_least else 0


def give_up(view: LabView, purse: Purse, *, raises: bool) -> list[Command]:
    """Return the cancelling of the lab's last line when it is in the red with no round in sight."""
    if purse.cash >= 0 or not view.board.rules.switches.cancelling:
        return []
    if raises and can_raise_by(view, view.board.month + view.board.rules.conduct.hope):
        return []
    lines = [
        line
        for line in view.lines
        if line.payer is view.firm and line.owner is view.firm and line.act is None
    ]
    last = max(lines, key=lambda line: (line.due, line.id), default=None)
    return [] if last is None else [CancelOrder(line=last.id, quantity=last.quantity)]
