"""Money of a month: what users and firms paid, what power, cloud and people cost, what parents pay in.

Every dollar a lab gets somebody else pays, and every dollar it spends somebody else gets.
"""

from typing import Final

from race.core.chance import Chance
from race.core.commands import Orders
from race.core.events import Event
from race.core.formulas.race.money import (
    business_usd,
    consumer_revenue,
    parent_rate,
    pay_of_month,
    rent_of_month,
    running_cost,
)
from race.core.ids import Outside
from race.core.words import N_, Sentence
from race.core.world import Lab, World

_USERS: Final = Sentence(N_("Paid by users"))
_FIRMS: Final = Sentence(N_("Paid by firms"))
_SALES: Final = Sentence(N_("Kept by partners and shops"))
_POWER: Final = Sentence(N_("Power and halls for chips"))
_RENT: Final = Sentence(N_("Rented cloud"))
_PAY: Final = Sentence(N_("Wages"))
_PARENT: Final = Sentence(N_("Paid in by the parent or partner"))


def settle_books(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Book the month of every lab: revenue, cost, and what its parent pays in."""
    del orders, chance  # nothing here is chosen or luck
    for lab in world.labs.values():
        _earn(world, lab)
        _spend(world, lab)
        _pay_in(world, lab)
    return []


def _earn(world: World, lab: Lab) -> None:
    money = world.rules.money
    users = consumer_revenue(money, lab.users_k, lab.price_level)
    firms = business_usd(world.rules, lab, world.market.consumers_k)
    kept = int((users + firms) * money.cost_of_sales)
    world.pay(lab.firm, users, _USERS, Outside.CUSTOMERS)
    world.pay(lab.firm, firms, _FIRMS, Outside.CUSTOMERS)
    world.pay(lab.firm, -kept, _SALES, Outside.PARTNERS)
    lab.revenue_usd += users + firms
    lab.result_usd += users + firms - kept


def _spend(world: World, lab: Lab) -> None:
    rules = world.rules
    power = running_cost(rules, lab.depot)
    rent = rent_of_month(rules.money, lab.depot.rented, world.market.rental_cents)
    pay = pay_of_month(rules.money, lab.staff, lab.pay_level)
    world.pay(lab.firm, -power, _POWER, Outside.GRID)
    world.pay(lab.firm, -rent, _RENT, Outside.CLOUDS)
    world.pay(lab.firm, -pay, _PAY, Outside.STAFF)
    lab.result_usd -= power + rent + pay


def _pay_in(world: World, lab: Lab) -> None:
    """Take the parent's payment; what parents pay and open grows from month to month."""
    money = world.rules.money
    world.pay(lab.firm, lab.parent_usd, _PARENT, Outside.PARENTS)
    lab.parent_usd = int(lab.parent_usd * (1.0 + parent_rate(money, lab.mood)))
    lab.hosting_kw = int(lab.hosting_kw * (1.0 + money.hosting_growth))
