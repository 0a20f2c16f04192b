"""What a lab books: its money decides, and price, lead time and power decide what the money gets.

A lab plans a part of the coming money for chips and halls and spends it at a pace that its mood
sets. In a partner's halls it books what will find power; what money is left over when the halls are
full goes into a site of its own or into rented cloud, if the lab is in a hurry.
"""

from math import inf
from typing import Final

import msgspec

from race.core.commands import BuildSite, Command, OrderChips, RaiseRound, RentCloud
from race.core.formulas.race.chips import building, capacity_kw, generation_for, own_most, own_price
from race.core.formulas.race.money import rent_of_month
from race.core.ids import PPM, Generation, Mood
from race.core.view import LabView
from race.policy.book import pay_ahead
from race.policy.expansion import drawn_kw
from race.policy.feeling import Feeling
from race.policy.purse import Purse, can_raise_by, due_soon, is_worth_renting, next_round_usd
from race.policy.style import Style

HURRIED: Final = (Mood.PRESSED, Mood.ALARMED)
"""Moods in which a lab looks beyond its partner's halls."""
RENT_STEP: Final = 100
"""Rents are asked for in steps of this compute, H100e."""


class Budget(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What can be booked this month; money in whole dollars, power in kW."""

    free: int
    """Money of the plan that nothing is booked on yet."""
    share: float
    """Part of it that is spent this month, 0-1."""
    room_kw: int
    """Power that will be free when today's orders arrive."""


def read_budget(view: LabView, purse: Purse, style: Style, feeling: Feeling) -> Budget:
    """Return what a lab in a partner's halls may book this month."""
    rules, own, lead = view.board.rules, view.own, int(view.board.lead_months + 0.5)
    horizon = lead + style.foresight
    growth = rules.money.parent_growth
    parent = own.parent_usd * horizon * (1.0 + growth * (horizon + 1) / 2.0)
    coming = purse.cash + (purse.flow - own.parent_usd) * horizon + parent
    free = style.chips_part / PPM * coming - purse.committed - 2 * purse.costs
    opened = own.hosting_kw * lead * (1.0 + rules.money.hosting_growth * (lead + 1) / 2.0)
    room = capacity_kw(own.depot, view.board.month + lead) + opened - drawn_kw(view)
    return Budget(free=int(free), share=budget_share(view, feeling), room_kw=int(room))


def grow(view: LabView, purse: Purse, style: Style, feeling: Feeling) -> list[Command]:
    """Return the round, the orders, the site and the cloud of a month in a partner's halls."""
    budget = read_budget(view, purse, style, feeling)
    board, rules = view.board, view.board.rules
    orders: list[Command] = []
    exported = view.own.export_ppm
    generation = board.generation if exported >= PPM else generation_for(rules, board.month, exported)
    each, price = board.kw_of[generation], board.chip_price_usd
    free, room = budget.free, budget.room_kw
    if style.raises:
        full = max(room / each * price, rules.conduct.growth * view.running * price)
        if _wants_round(view, purse, feeling, short=free < full):
            orders.append(RaiseRound())
            free += next_round_usd(view, raises=True) * style.chips_part // PPM
    deposit = rules.chips.deposit
    payable = purse.cash / deposit * rules.conduct.deposits_most if deposit else inf
    money = int(min(free * budget.share, payable))
    money = money if money > 0 else 0
    own = _own_silicon(view, money, room) if view.own.own_silicon_ppm else 0
    if own:
        money -= own * own_price(rules, board.setting, board.month)
        room -= int(own * rules.chips.kw_own_silicon)
    allowed = board.supply * view.own.export_ppm // PPM
    quantity = max(0, min(int(room / each), money // price, allowed, board.supply))
    if own >= rules.chips.order_least:
        orders.append(OrderChips(company=view.firm, generation=Generation.OWN_SILICON, quantity=own))
    if quantity >= rules.chips.order_least:
        ahead = pay_ahead(view, purse, quantity) if feeling.mood in HURRIED else 0
        orders.append(OrderChips(company=view.firm, generation=generation, quantity=quantity, prepaid=ahead))
    left = money - quantity * price
    return orders + _beyond(view, feeling, left)


def _wants_round(view: LabView, purse: Purse, feeling: Feeling, *, short: bool) -> bool:
    """Return whether a lab sells a part of itself.

    It does so when the money will not last, or, in a race it is losing, when halls would stand empty.
    """
    if not can_raise_by(view, view.board.month + 1) or view.own.valuation_usd <= 0:
        return False
    runway = view.board.rules.conduct.runway
    due = due_soon(view, runway) - runway * purse.flow
    return purse.cash < due + 2 * purse.costs or (short and feeling.mood in HURRIED)


def _own_silicon(view: LabView, money: int, room_kw: int) -> int:
    """Return the chips of its own that a lab books first, H100e: they are cheaper and queue for nobody."""
    board, rules = view.board, view.board.rules
    if not rules.switches.own_silicon:
        return 0
    price = own_price(rules, board.setting, board.month)
    most = own_most(board.setting, view.own.own_silicon_ppm, board.month + 1)
    return max(0, min(most, money // price, int(room_kw / rules.chips.kw_own_silicon)))


def _beyond(view: LabView, feeling: Feeling, left: int) -> list[Command]:
    """Return what a lab in a hurry does with money its partner's halls have no room for."""
    rented = view.own.depot.rented
    orders: list[BuildSite] = []
    wish = 0
    if left > 0:
        if feeling.mood in HURRIED:
            idle = left / budget_share(view, feeling)
            orders = _site(view, idle)
            if not (orders and orders[0].forced):
                each = max(1, rent_of_month(view.board.rules.money, 1, view.board.rental_cents))
                wish = int(idle / _rent_months(view, feeling) / each)
        wish = wish if wish > rented // 2 else rented // 2  # contracts run out, they do not stop
    if wish or rented:
        target = min(wish, rented + view.board.cloud_room) // RENT_STEP * RENT_STEP
        if view.board.rules.switches.rental and is_worth_renting(view, target):
            return [*orders, RentCloud(quantity=target)]
    return [*orders]


def _site(view: LabView, idle: float) -> list[BuildSite]:
    """Return the site that idle money pays for with the chips to fill it, none while another is built."""
    board, chips = view.board, view.board.rules.chips
    for site in view.own.depot.sites:
        if site.ready > board.month:
            return []
    forced = view.own.may_force and bool(board.rules.switches.forced_sites)
    usd = building(board.rules, view.firm, forced=forced)[1]
    usd += board.chip_price_usd / board.each_kw
    power = min(int(idle / usd), chips.site_limit_kw)
    if power < board.rules.conduct.hurried_site_kw:
        return []
    return [BuildSite(company=view.firm, power_kw=power, forced=forced)]


def budget_share(view: LabView, feeling: Feeling) -> float:
    """Return the part of the free money that is spent in a month, 0-1."""
    share = view.board.rules.conduct.pace * feeling.urge
    return share if share < 1.0 else 1.0


def _rent_months(view: LabView, feeling: Feeling) -> int:
    """Return the months of rent that a hurried lab's idle money must be good for."""
    conduct = view.board.rules.conduct
    return conduct.rent_alarmed if feeling.mood is Mood.ALARMED else conduct.rent_pressed


def monthly_chips(view: LabView, purse: Purse, style: Style, feeling: Feeling) -> int:
    """Return the chips a month that a year's money pays for with their sites, H100e."""
    board, rules = view.board, view.board.rules
    rounds = 2 * next_round_usd(view, raises=style.raises)
    year = purse.cash + max(0, purse.flow) * 12 + rounds - purse.committed
    site = building(rules, view.firm, forced=True)[1] * board.each_kw
    return max(0, int(style.chips_part / PPM * feeling.urge * year / 12 / (board.chip_price_usd + site)))
