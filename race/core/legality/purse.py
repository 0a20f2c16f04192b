"""What a command costs at once, and what is left after the commands already given."""

from collections.abc import Sequence

from race.core import commands as c
from race.core.formulas.owners.court import settlement_usd
from race.core.formulas.owners.diversion import swapped, taking, weigh
from race.core.formulas.race.chips import booking_price, own_price, unit_price
from race.core.ids import PPM, Firm, Generation, Gift, Terms
from race.core.view import CarmakerView, FounderView, LabView, View
from race.core.world import Batch, OrderLine


def find_source(view: FounderView, source: int) -> OrderLine | Batch | None:
    """Return the carmaker's line or batch with this id, or None if it has none."""
    for line in view.lines:
        if line.id == source and line.owner is Firm.TESLA:
            return line
    return next((batch for batch in view.carmaker.depot.batches if batch.id == source), None)


def cost(view: View, command: c.Command) -> int:
    """Return the dollars a command takes from the seat's own company this month."""
    rules = view.board.rules
    match command:
        case c.OrderChips():
            return _booking(view, command)
        case c.Hire():
            each = rules.money.hire_usd if command.source is None else rules.money.poach_usd
            return command.researchers * each
        case c.Divert():
            return _price_of(view, command)
        case c.BuildSite():
            months = rules.chips.forced_months if command.forced else rules.chips.ordinary_months
            factor = rules.chips.forced_factor if command.forced else 1.0
            return int(command.power_kw * rules.chips.shell_usd_per_kw * factor / months)
        case c.GiveGift(gift=Gift.SETTLEMENT) if isinstance(view, FounderView):
            return settlement_usd(rules, view.affairs)
        case _:
            return 0


def _booking(view: View, command: c.OrderChips) -> int:
    """Return what is paid when chips are booked: the deposit and what is paid ahead."""
    board = view.board
    own = command.generation is Generation.OWN_SILICON
    month = min(board.month + 1, board.setting.months)
    price = (
        own_price(board.rules, board.setting, month)
        if own
        else booking_price(board.rules, board.setting, month, board.lead_months)
    )
    return int(command.quantity * price * (board.rules.chips.deposit + command.prepaid / PPM))


def _price_of(view: View, command: c.Divert) -> int:
    if not isinstance(view, FounderView) or command.terms in (Terms.SILENT, Terms.SWAP):
        return 0
    source = find_source(view, command.source)
    if source is None:
        return 0
    board = view.board
    price = unit_price(board.rules, board.setting, min(board.month + 1, board.setting.months))
    take = taking(source, command.quantity, board.month + 1, price)
    position = (board.rules, board.setting, view.carmaker, board.month)
    return weigh(position, take, command.terms, swapped(view.lines, 0)).price_usd


def free_cash(view: View, given: Sequence[c.Command]) -> int:
    """Return what the seat's company has in the bank less what was ordered this month, dollars."""
    match view:
        case CarmakerView():
            purse = view.carmaker.cash_usd
        case LabView():
            purse = view.own.cash_usd
        case _:
            purse = 0  # an institution has no company's purse
    return purse - sum([cost(view, command) for command in given])
