"""Money: what a month earned and cost, what parents and investors pay in, what happens in the red.

A round sells a fifth of a lab at the going valuation: chips on the floor and chips booked count,
so an early chip pays for a later one.
Lenders bear a small debt; a lab that stays deeper in the red is sold, or bankrupt if nobody wants it.
"""

from typing import Final

from race.core.chance import Chance
from race.core.commands import Orders, RaiseRound
from race.core.events import Event, Happening
from race.core.formulas.race.money import (
    booked_chips,
    bridged,
    business_usd,
    chip_worth,
    collateral_chips,
    consumer_revenue,
    pay_of_month,
    rent_of_month,
    round_usd,
    running_cost,
    valuation,
)
from race.core.ids import Firm, lab_of
from race.core.words import N_, Name, Sentence, usd
from race.core.world import Lab, World

_USERS = Sentence(N_("Paid by users"))
_FIRMS = Sentence(N_("Paid by firms"))
_SALES = Sentence(N_("Kept by partners and shops"))
_POWER = Sentence(N_("Power and halls for chips"))
_RENT = Sentence(N_("Rented cloud"))
_PAY = Sentence(N_("Wages"))
_PARENT = Sentence(N_("Paid in by the parent or partner"))
_ROUND = Sentence(N_("Round of equity"))
_INTEREST = Sentence(N_("Interest on debt"))
_RESCUE = Sentence(N_("Debts paid by the new owner"))
_YEAR: Final = 12


def settle_books(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Book the month of every lab, value it, close rounds, and deal with debt."""
    del chance  # nothing in the books is luck
    raising = {lab_of(seat) for seat, _ in orders.of(RaiseRound)}
    ranks = _ranks(world)
    counted = booked_chips(world.rules.money, world.market.lines, world.month)
    worth = chip_worth(world.rules.money, world.setting.chip_price_usd[world.month])
    events: list[Event] = []
    for lab in world.labs.values():
        _earn(world, lab)
        _spend(world, lab)
        _pay_in(world, lab)
        chips = collateral_chips(world.rules.money, lab.depot, counted.get(lab.firm, 0.0))
        lab.valuation_usd = valuation(
            world.rules.money, _YEAR * lab.revenue_usd, chips, worth, ranks[lab.firm]
        )
        if lab.firm in raising:
            events.append(_close_round(world, lab))
        events += _face_debt(world, lab)
    return events


def _ranks(world: World) -> dict[Firm, int]:
    """Return each lab's rank in the published league, 1 is best."""
    best = {firm: one.elo_published if (one := lab.best()) else 0.0 for firm, lab in world.labs.items()}
    in_order = sorted(best, key=lambda firm: -best[firm])
    return {firm: rank for rank, firm in enumerate(in_order, 1)}


def _earn(world: World, lab: Lab) -> None:
    money = world.rules.money
    users = consumer_revenue(money, lab.users_k, lab.price_level)
    firms = business_usd(world.rules, lab, world.market.consumers_k)
    kept = int((users + firms) * money.cost_of_sales)
    for amount, cause in ((users, _USERS), (firms, _FIRMS), (-kept, _SALES)):
        world.pay(lab.firm, amount, cause)
    lab.revenue_usd += users + firms
    lab.result_usd += users + firms - kept


def _spend(world: World, lab: Lab) -> None:
    rules = world.rules
    power = running_cost(rules, lab.depot)
    rent = rent_of_month(rules.money, lab.depot.rented, world.market.rental_cents)
    pay = pay_of_month(rules.money, lab.staff)
    for amount, cause in ((power, _POWER), (rent, _RENT), (pay, _PAY)):
        world.pay(lab.firm, -amount, cause)
        lab.result_usd -= amount


def _pay_in(world: World, lab: Lab) -> None:
    """Take the parent's payment; what parents pay and open grows from month to month."""
    world.pay(lab.firm, lab.parent_usd, _PARENT)
    lab.parent_usd = int(lab.parent_usd * (1.0 + world.rules.money.parent_growth))
    lab.hosting_kw = int(lab.hosting_kw * (1.0 + world.rules.money.hosting_growth))


def _close_round(world: World, lab: Lab) -> Event:
    amount = round_usd(world.rules.money, lab.valuation_usd)
    world.pay(lab.firm, amount, _ROUND)
    lab.last_round = world.month
    lab.rounds += 1
    return Event(
        kind=Happening.ROUND,
        firm=lab.firm,
        numbers={"amount": amount, "valuation": lab.valuation_usd},
        sentence=Sentence(
            N_("{firm} raises {amount} at a valuation of {valuation}."),
            {"firm": Name(lab.firm), "amount": usd(amount), "valuation": usd(lab.valuation_usd)},
        ),
        good=1 if lab.firm is Firm.XAI else 0,
    )


def _face_debt(world: World, lab: Lab) -> list[Event]:
    """Charge interest on debt; after too many months that no lender bears, the lab is lost."""
    money = world.rules.money
    if lab.cash_usd >= 0:
        lab.debt_months = 0
        return []
    interest = int(-lab.cash_usd * money.interest)
    world.pay(lab.firm, -interest, _INTEREST)
    lab.result_usd -= interest
    if bridged(money, lab):
        lab.debt_months = 0
        return []
    lab.debt_months += 1
    if lab.debt_months < money.debt_months:
        return []
    return _sell(world, lab)


def _sell(world: World, lab: Lab) -> list[Event]:
    """Hand the lab to a buyer who pays its debts, if it is worth them; a rival always finds one."""
    money = world.rules.money
    wanted = -lab.cash_usd <= money.sale_part * lab.valuation_usd
    if lab.firm is Firm.XAI and not wanted:
        return []  # nobody wants it: the judge of endings sees the months in the red
    world.pay(lab.firm, -lab.cash_usd, _RESCUE)
    lab.sold = True
    lab.debt_months = 0
    return [
        Event(
            kind=Happening.SOLD,
            firm=lab.firm,
            sentence=Sentence(N_("{firm} cannot pay its debts and is sold."), {"firm": Name(lab.firm)}),
            good=-1 if lab.firm is Firm.XAI else 0,
        )
    ]
