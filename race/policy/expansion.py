"""How a lab without a partner's halls grows: rounds, sites and chips in one plan.

A round comes at most every half year, so the month it closes is the month to book: lines booked
before it count as collateral, the nearer their slot the more, and pay for part of themselves.
Power is forced for what is on its way, and no more is booked than can be paid until the next round.
"""

from math import fsum

import msgspec

from race.core.commands import BuildSite, Command, OrderChips, RaiseRound
from race.core.formulas.race.chips import building, capacity_kw, sites_under_way
from race.core.formulas.race.money import booked_weight, chip_worth
from race.core.ids import Generation
from race.core.view import LabView
from race.policy.purse import (
    Purse,
    can_raise_by,
    due_soon,
    next_round_usd,
    until_round,
)
from race.policy.style import Style


class _Means(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What the plan reckons with; money in whole dollars, power in kW."""

    money: float
    pay: float
    """What a chip booked now takes from that money, USD."""
    site: float
    """What a kW of a site begun now takes from it, USD."""
    each_kw: float
    drawn: int
    planned: int
    room: int
    """Power that can still be begun."""


def expand(view: LabView, purse: Purse, wanted: int, style: Style, *, due: bool) -> list[Command]:
    """Return the round, the site and the order of a month; `due` says it is a month for orders.

    A bold lab books on a round that it can close within some months, `style.books_ahead`.
    """
    raising = style.raises and _wants_round(view, purse)
    ahead = style.raises and not raising and _round_within(view, style.books_ahead)
    means, counted = _reckon(view, purse, style, raising=raising or ahead), raising or ahead
    if ahead and style.ahead_if_richer:
        plain = _reckon(view, purse, style, raising=False)
        means, counted = (plain, False) if plain.money > means.money else (means, True)
    conduct = view.board.rules.conduct
    months = conduct.order_months_round if counted else conduct.order_months
    quantity = _quantity(view, means, wanted * months) if counted or due else 0
    orders: list[Command] = [RaiseRound()] if raising else []
    power = _power(view, means, quantity, wanted)
    if power:
        orders.append(BuildSite(company=view.firm, power_kw=power, forced=True))
    if quantity >= view.board.rules.chips.order_least:
        orders.append(OrderChips(company=view.firm, generation=view.board.generation, quantity=quantity))
    return orders


def _round_within(view: LabView, months: int) -> bool:
    """Return whether a round can be closed within some months; never within none."""
    return months > 0 and can_raise_by(view, view.board.month + 1 + months)


def _wants_round(view: LabView, purse: Purse) -> bool:
    """Close a round when slots are near, or when the money runs out before the next month."""
    board, own = view.board, view.own
    if not can_raise_by(view, board.month + 1) or own.valuation_usd <= 0:
        return False
    starving = purse.cash + 2 * purse.flow < due_soon(view, 2) + purse.costs
    return starving or board.lead_months <= board.rules.conduct.near_slots


def _reckon(view: LabView, purse: Purse, style: Style, *, raising: bool) -> _Means:
    board, rules = view.board, view.board.rules
    months = rules.money.round_wait if raising else until_round(view, raises=style.raises)
    money = purse.cash + purse.flow * months - due_soon(view, months) - 2 * purse.costs
    pay = board.chip_price_usd * (1.0 if board.lead_months < months else rules.chips.deposit)
    if raising:
        money += next_round_usd(view, raises=True)
        worth = chip_worth(rules.money, board.setting.chip_price_usd[board.month])
        pay -= rules.money.round_part * booked_weight(rules.money, board.lead_months + 0.5) * worth
    depot = view.own.depot
    others = sites_under_way(depot.sites, board.month + 1) if style.sites_beyond else 0
    forced, site_usd = building(rules, view.firm, forced=True, others=others)
    under_way = 0
    for site in depot.sites:
        if site.ready > board.month:
            under_way += 1
    return _Means(
        money=rules.conduct.prudence * money,
        pay=max(pay, 0.1 * board.chip_price_usd),
        site=site_usd * min(1.0, months / forced),
        each_kw=board.each_kw,
        drawn=drawn_kw(view),
        planned=capacity_kw(depot, board.month + building(rules, view.firm, forced=False)[0]),
        room=rules.chips.site_limit_kw if under_way < rules.chips.sites_at_once + style.sites_beyond else 0,
    )


def _quantity(view: LabView, means: _Means, most: int) -> int:
    """Return the chips to book: first for free power, then with a site of their own, H100e."""
    spare = means.planned - means.drawn
    money = means.money + min(0, spare) * means.site  # chips without power come first
    if money <= 0.0:
        return 0
    free = max(0.0, min(spare / means.each_kw, money / means.pay))
    money -= free * means.pay
    room = max(0.0, means.room + min(0, spare)) / means.each_kw
    more = min(room, money / (means.pay + means.site * means.each_kw)) if spare >= 0 or room else 0.0
    return int(min(free + more, most, view.board.supply))


def _power(view: LabView, means: _Means, quantity: int, wanted: int) -> int:
    """Return the power to force, kW, 0 for none."""
    conduct = view.board.rules.conduct
    short = means.drawn + int((quantity + conduct.site_ahead * wanted) * means.each_kw) - means.planned
    power = min(short, means.room, int((means.money - quantity * means.pay) / means.site))
    return power if power >= max(conduct.own_site_kw, min(short, means.planned // 4, means.room)) else 0


def drawn_kw(view: LabView) -> int:
    """Return the power that all chips of the lab, here and on their way, would draw, kW."""
    firm, kw_of = view.firm, view.board.kw_of
    each: dict[Generation, int] = {}
    for batch in view.own.depot.batches:
        generation = batch.generation
        if generation in each:
            each[generation] += batch.quantity
        else:
            each[generation] = batch.quantity
    for line in view.lines:
        if line.owner is firm:
            generation = line.generation
            if generation in each:
                each[generation] += line.quantity
            else:
                each[generation] = line.quantity
    return int(fsum([quantity * kw_of[generation] for generation, quantity in each.items()]))
