"""Money of a month: what users and firms paid, what power, cloud and people cost, what parents pay in.

Every dollar a lab gets somebody else pays, and every dollar it spends somebody else gets.
"""

from typing import Final

from race.core.chance import Chance
from race.core.commands import Orders
from race.core.events import Event
from race.core.formulas.race.money import (
    business_part,
    business_spending,
    consumer_revenue,
    parent_rate,
    pay_of_month,
    rent_of_month,
    running_cost,
)
from race.core.ids import Outside
from race.core.words import N_, Sentence
from race.core.world import Lab, World

_CUSTOMERS: Final = Outside.CUSTOMERS
_PARTNERS: Final = Outside.PARTNERS
_GRID: Final = Outside.GRID
_CLOUDS: Final = Outside.CLOUDS
_STAFF: Final = Outside.STAFF
_PARENTS: Final = Outside.PARENTS

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
    spending = business_spending(world.rules, world.market.consumers_k)
    for lab in world.labs.values():
        _settle(world, lab, spending)
    return []


def _settle(world: World, lab: Lab, spending: int) -> None:
    """Book the month of one lab; `spending` is what all firms pay for such services, whole dollars.

    What a parent pays and opens grows from month to month.
    """
    rules, money = world.rules, world.rules.money
    users = consumer_revenue(money, lab.users_k, lab.price_level)
    firms = business_part(money, spending, lab)
    kept = int((users + firms) * money.cost_of_sales)
    power = running_cost(rules, lab.depot)
    rent = rent_of_month(money, lab.depot.rented, world.market.rental_cents) if lab.depot.rented else 0
    pay = pay_of_month(money, lab.staff, lab.pay_level)
    world.pay_all(
        lab.firm,
        (
            (users, _USERS, _CUSTOMERS),
            (firms, _FIRMS, _CUSTOMERS),
            (-kept, _SALES, _PARTNERS),
            (-power, _POWER, _GRID),
            (-rent, _RENT, _CLOUDS),
            (-pay, _PAY, _STAFF),
            (lab.parent_usd, _PARENT, _PARENTS),
        ),
    )
    lab.revenue_usd += users + firms
    lab.result_usd += users + firms - kept - power - rent - pay
    haste = money.later_haste if world.month > money.later_from else 1.0
    if lab.parent_usd:
        lab.parent_usd = int(lab.parent_usd * (1.0 + haste * parent_rate(money, lab.mood)))
    if lab.hosting_kw:
        lab.hosting_kw = int(lab.hosting_kw * (1.0 + haste * money.hosting_growth))
