"""The founder's books as this month's orders will leave them, for whoever asks what one more would do.

Chips that change docks, a rental, a split, what is booked and built, and money that comes or goes at once
are read as if they stood. What is luck, or other people's answer, is not.
"""

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Final, cast

from msgspec.structs import replace

from race.core import commands as c
from race.core.formulas.passing.diversion import swapped
from race.core.formulas.race.chips import building
from race.core.formulas.race.money import round_usd
from race.core.formulas.race.queue import promised_months
from race.core.ids import PPM, Firm, Terms
from race.core.legality.purse import cost, price_each, price_now
from race.core.view import FounderView
from race.core.world import OrderLine, Site

_UNNUMBERED: Final = -1
"""Id of what exists on paper only."""


def ordered(view: FounderView, given: Sequence[c.Command]) -> FounderView:
    """Return the view with these orders read as if they stood; the view itself is left alone."""
    return reduce(_after, given, view)


def delivery(view: FounderView, order: c.OrderChips) -> int:
    """Return the month in which the chipmaker would deliver what is ordered now."""
    regard = view.carmaker_regard if order.company is Firm.TESLA else view.regard
    prepaid = max(0, min(PPM, order.prepaid))
    wait = promised_months(view.board.rules, view.board.lead_months, regard, prepaid)
    return max(view.board.month + 1 + wait, order.not_before)


def _after(view: FounderView, command: c.Command) -> FounderView:
    if isinstance(command, c.BuildSite):  # paid month by month, the first like the others
        return _build(view, command)
    spent, read = cost(view, command), _READ.get(type(command))
    if read is not None:
        view = read(view, command)
    return _with_cash(view, -spent) if spent else view


def _with_cash(view: FounderView, usd: int) -> FounderView:
    return replace(view, own=replace(view.own, cash_usd=view.own.cash_usd + usd))


def _divert(view: FounderView, command: c.Command) -> FounderView:
    wish = cast("c.Divert", command)
    moved = {wish.source: wish.quantity}
    lines = _redirected(view.lines, moved, Firm.XAI)
    if wish.terms is Terms.SWAP:
        due = next((line.due for line in view.lines if line.id == wish.source), 0)
        slots = swapped(view.lines, wish.quantity, due)
        lines = _redirected(lines, {line.id: part for line, part in slots}, Firm.TESLA)
    return replace(view, lines=lines)


def _redirected(lines: Sequence[OrderLine], moved: dict[int, int], owner: Firm) -> tuple[OrderLine, ...]:
    """Return the lines with some chips of some of them, by id, on their way to another owner."""
    found = []
    for line in lines:
        part = min(line.quantity, moved.get(line.id, 0))
        if part:
            found.append(replace(line, owner=owner, quantity=part))
        if part < line.quantity:
            found.append(replace(line, quantity=line.quantity - part))
    return tuple(found)


def _rent(view: FounderView, command: c.Command) -> FounderView:
    depot, rented = view.own.depot, cast("c.RentCloud", command).quantity
    own = replace(view.own, depot=replace(depot, rented=rented))
    return replace(view, own=own, running=view.running + rented - depot.rented)


def _split(view: FounderView, command: c.Command) -> FounderView:
    wish = cast("c.SplitCompute", command)
    split = replace(
        view.own.split,
        training=wish.training,
        research=wish.research,
        serving=wish.serving,
        safety=wish.safety,
    )
    return replace(view, own=replace(view.own, split=split))


def _order(view: FounderView, command: c.Command) -> FounderView:
    order = cast("c.OrderChips", command)
    if order.company is Firm.TESLA:
        return view
    line = OrderLine(
        id=_UNNUMBERED,
        payer=order.company,
        owner=order.company,
        generation=order.generation,
        quantity=order.quantity,
        unit_price_usd=price_each(view, order),
        booked=view.board.month + 1,
        due=delivery(view, order),
        deposit_usd=price_now(view, order),
    )
    return replace(view, lines=(*view.lines, line))


def _build(view: FounderView, wish: c.BuildSite) -> FounderView:
    if wish.company is Firm.TESLA:
        return view
    wait, each = building(view.board.rules, wish.company, forced=wish.forced)
    start = view.board.month + 1
    site = Site(
        id=_UNNUMBERED,
        power_kw=wish.power_kw,
        started=start,
        ready=start + wait,
        forced=wish.forced,
        cost_usd=int(wish.power_kw * each),
    )
    depot = replace(view.own.depot, sites=[*view.own.depot.sites, site])
    return replace(view, own=replace(view.own, depot=depot))


def _raise(view: FounderView, command: c.Command) -> FounderView:
    del command
    return _with_cash(view, round_usd(view.board.rules.money, view.own.valuation_usd))


def _borrow(view: FounderView, command: c.Command) -> FounderView:
    return _with_cash(view, cast("c.Borrow", command).amount_usd)


_READ: Final[dict[type[c.Command], Callable[[FounderView, c.Command], FounderView]]] = {
    c.Divert: _divert,
    c.RentCloud: _rent,
    c.SplitCompute: _split,
    c.OrderChips: _order,
    c.RaiseRound: _raise,
    c.Borrow: _borrow,
}
