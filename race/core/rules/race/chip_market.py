"""The chip market: one queue for everybody, and the maker decides who waits.

Each month the makers ship what the supply path says. The rest of the world orders, waits, and
cancels what it over-ordered once waits get shorter; the lead time is the making plus the queue.
Lines of our companies are served when they are due; when too many are due at once, each gets a
part by the weight the chipmaker gives its buyer.
A company that cannot pay on delivery waits another month.
"""

from race.core.chance import Chance
from race.core.commands import OrderChips, Orders, ServeBuyers
from race.core.events import Event, Happening
from race.core.formulas.race.chips import HOURS_IN_MONTH, due_month, quarter_of, unit_price
from race.core.ids import Firm
from race.core.receipts import Account
from race.core.words import N_, Name, Sentence, chips, month
from race.core.world import Batch, OrderLine, World

_DEPOSIT = Sentence(N_("Deposit for chips"))
_DELIVERY = Sentence(N_("Chips on delivery"))
_DELIVERED = Sentence(N_("Delivered by the chipmaker"))


def trade_chips(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Book this month's orders, ship this month's supply and move the others' backlog."""
    del chance  # the supply path is an input; luck enters at the sites and in demand
    _open_month(world)
    for _, serve in orders.of(ServeBuyers):
        world.market.weights = dict(serve.weights)
    events = [_book(world, command) for _, command in orders.of(OrderChips)]
    booked = [line.due for line in world.market.lines if line.payer is Firm.TESLA]
    world.carmaker.booked_until = max([world.carmaker.booked_until, *map(quarter_of, booked)])
    shipped, delivered = _serve(world)
    _move_backlog(world, shipped)
    _move_rental(world)
    return events + delivered


def _open_month(world: World) -> None:
    for lab in world.labs.values():
        lab.revenue_usd = lab.result_usd = lab.capex_usd = 0
    world.carmaker.revenue_usd = world.carmaker.result_usd = world.carmaker.capex_usd = 0


def _book(world: World, command: OrderChips) -> Event:
    price = unit_price(world.rules, world.setting, world.month)
    deposit = int(command.quantity * price * world.rules.chips.deposit)
    due = max(due_month(world.rules, world.setting, world.market, world.month), command.not_before)
    world.market.lines.append(
        OrderLine(
            id=world.new_id(),
            payer=command.company,
            owner=command.company,
            generation=command.generation,
            quantity=command.quantity,
            unit_price_usd=price,
            booked=world.month,
            due=due,
            deposit_usd=deposit,
        )
    )
    _spend(world, command.company, deposit, _DEPOSIT)
    return Event(
        kind=Happening.CHIPS_BOOKED,
        firm=command.company,
        numbers={"quantity": command.quantity, "due": due},
        sentence=Sentence(
            N_("{firm} books {quantity} chips for {due}."),
            {"firm": Name(command.company), "quantity": chips(command.quantity), "due": month(due)},
        ),
    )


def _spend(world: World, firm: Firm, amount: int, cause: Sentence) -> None:
    world.pay(firm, -amount, cause)
    company = world.carmaker if firm is Firm.TESLA else world.labs[firm]
    company.capex_usd += amount


def _serve(world: World) -> tuple[int, list[Event]]:
    """Deliver what is due, within the companies' part of supply; return the total and the events."""
    lines = [line for line in world.market.lines if line.due <= world.month and line.quantity > 0]
    limit = int(world.setting.supply[world.month] * world.rules.chips.seats_share)
    weights = world.market.weights
    wanted = sum(line.quantity * weights.get(line.payer, 1_000_000) for line in lines)
    rationed = sum(line.quantity for line in lines) > limit
    shipped, events = 0, []
    for line in lines:
        quantity = line.quantity
        if rationed:
            quantity = min(
                quantity, limit * line.quantity * weights.get(line.payer, 1_000_000) // max(1, wanted)
            )
        if quantity and (event := _deliver(world, line, quantity)):
            shipped += quantity
            events.append(event)
    world.market.lines = [line for line in world.market.lines if line.quantity > 0]
    return shipped, events


def _deliver(world: World, line: OrderLine, quantity: int) -> Event | None:
    purse = world.carmaker.cash_usd if line.payer is Firm.TESLA else world.labs[line.payer].cash_usd
    full = line.quantity * line.unit_price_usd - line.deposit_usd
    if full > 0:
        quantity = min(quantity, max(0, purse) * line.quantity // full)
    if quantity < line.quantity:
        line.due = world.month + 1  # what cannot be paid on delivery waits for the next month's boat
    if quantity <= 0:
        return None
    deposit = line.deposit_usd * quantity // line.quantity
    price = quantity * line.unit_price_usd - deposit
    line.quantity -= quantity
    line.deposit_usd -= deposit
    _spend(world, line.payer, price, _DELIVERY)
    world.depot_of(line.owner).batches.append(
        Batch(
            id=world.new_id(),
            payer=line.payer,
            generation=line.generation,
            quantity=quantity,
            arrived=world.month,
            act=line.act,
        )
    )
    world.post(line.owner, Account.CHIPS, quantity, _DELIVERED)
    return Event(
        kind=Happening.CHIPS_DELIVERED,
        firm=line.owner,
        numbers={"quantity": quantity},
        sentence=Sentence(
            N_("{quantity} chips reach {firm}'s dock."),
            {"quantity": chips(quantity), "firm": Name(line.owner)},
        ),
    )


def _move_backlog(world: World, shipped: int) -> None:
    market, rules = world.market, world.rules.chips
    supply = world.setting.supply[world.month]
    cancelled = int(market.phantom * rules.phantom_cancelled)
    market.phantom -= cancelled
    waiting = market.backlog - cancelled + int(supply * rules.world_demand)
    market.backlog = max(0, waiting - (supply - shipped))
    market.phantom = min(market.phantom, market.backlog)


def _move_rental(world: World) -> None:
    """Let the cloud price follow the price of a new chip."""
    rules = world.rules.chips
    price = unit_price(world.rules, world.setting, world.month)
    long_run = price * rules.rental_floor * 100 / HOURS_IN_MONTH
    world.market.rental_cents += int((long_run - world.market.rental_cents) * rules.rental_drift)
