"""The chip market: one queue for everybody, and the maker decides who waits.

Each month the makers ship what the supply path says. The rest of the world orders, waits, and
cancels what it over-ordered once waits get shorter; the lead time is the making plus the queue.
Lines of our companies are served when they are due; when too many are due at once, each gets a
part by the weight the chipmaker gives its buyer, and paying ahead weighs more.
A company that cannot pay on delivery waits another month, and pays for the waiting. A cancelled line
costs part of its deposit, and the chipmaker remembers: who pays is promised sooner, who cancels,
swaps slots or orders beyond reason later. A lab's own chips stand in no queue.
"""

from typing import Final

from race.core.chance import Chance
from race.core.commands import CancelOrder, OrderChips, Orders, ServeBuyers
from race.core.events import Event, Happening
from race.core.formulas.race.chips import (
    booking_price,
    cloud_room,
    lead_months,
    others_orders,
    own_price,
    quarter_of,
    rental_target,
    struck_deposit,
    traded,
    unit_price,
)
from race.core.formulas.race.queue import line_rank, promised_months, relation_after, share_out
from race.core.ids import FIRMS, PPM, Firm, Generation, Outside, Terms
from race.core.receipts import Account
from race.core.words import N_, Name, Sentence, chips, month
from race.core.world import Batch, OrderLine, World

_TESLA: Final = Firm.TESLA
_OWN_SILICON: Final = Generation.OWN_SILICON
_CHIPS_BOOKED: Final = Happening.CHIPS_BOOKED
_MAKERS: Final = Outside.MAKERS
_XAI: Final = Firm.XAI
_CHIPS: Final = Account.CHIPS
_CHIPS_DELIVERED: Final = Happening.CHIPS_DELIVERED

_DEPOSIT = Sentence(N_("Deposit for chips"))
_DELIVERY = Sentence(N_("Chips on delivery"))
_LATE = Sentence(N_("Chips that are ready and not paid for"))
_REFUND = Sentence(N_("Deposit given back for cancelled chips"))
_BOOKS = N_("{firm} books {quantity} chips for {due}.")
_REACH = N_("{quantity} chips reach {firm}'s dock.")
_REACHES = N_("One chip reaches {firm}'s dock.")
_DELIVERED = Sentence(N_("Delivered by the chipmaker"))


def trade_chips(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Book this month's orders, ship this month's supply and move the others' backlog."""
    del chance  # the supply path is an input; luck enters at the sites and in demand
    _open_month(world)
    lead = lead_months(world.rules, world.setting, world.market, world.month - 1)  # as it was published
    for _, serve in orders.of(ServeBuyers):
        world.market.weights = dict(serve.weights)
    changes = _swaps(world)
    events = [event for _, wish in orders.of(CancelOrder) if (event := _cancel(world, wish, changes))]
    events += [_book(world, command, lead) for _, command in orders.of(OrderChips)]
    booked = [line.due for line in world.market.lines if line.payer is _TESLA]
    if booked:
        world.carmaker.booked_until = max(world.carmaker.booked_until, quarter_of(max(booked)))
    shipped, delivered = _serve(world, changes)
    _remember(world, changes)
    _move_backlog(world, shipped, lead)
    _move_rental(world)
    return events + delivered


def _open_month(world: World) -> None:
    for lab in world.labs.values():
        lab.revenue_usd = lab.result_usd = lab.capex_usd = 0
    world.carmaker.revenue_usd = world.carmaker.result_usd = world.carmaker.capex_usd = 0


def _book(world: World, command: OrderChips, lead: float) -> Event:
    rules, setting, now = world.rules, world.setting, world.month
    own = command.generation is _OWN_SILICON
    prepaid = command.prepaid if rules.switches.prepayment and not own else 0
    price = own_price(rules, setting, now) if own else booking_price(rules, setting, now, lead)
    deposit = int(command.quantity * price * (rules.chips.deposit + prepaid / PPM))
    wait = rules.chips.own_silicon_lead
    if not own:
        weight = world.market.weights.get(command.company, PPM)
        wait = promised_months(rules, lead, weight, prepaid)
    due = now + wait if now + wait > command.not_before else command.not_before
    world.market.lines.append(
        OrderLine(
            id=world.new_id(),
            payer=command.company,
            owner=command.company,
            generation=command.generation,
            quantity=command.quantity,
            unit_price_usd=price,
            booked=now,
            due=due,
            deposit_usd=deposit,
        )
    )
    _spend(world, command.company, deposit, _DEPOSIT)
    return Event(
        kind=_CHIPS_BOOKED,
        firm=command.company,
        numbers={"quantity": command.quantity, "due": due},
        sentence=Sentence(
            _BOOKS,
            {"firm": Name(command.company), "quantity": chips(command.quantity), "due": month(due)},
        ),
    )


def _cancel(world: World, command: CancelOrder, changes: dict[Firm, int]) -> Event | None:
    """Strike chips from a line that is still to come; part of the deposit is lost, and some goodwill."""
    line = next((line for line in world.market.lines if line.id == command.line), None)
    if line is None or line.payer is not line.owner or line.act is not None:
        return None  # it went to another dock this month
    quantity = min(command.quantity, line.quantity)
    rules = world.rules.chips
    book = sum([other.quantity for other in world.market.lines if other.payer is line.payer])
    deposit, lost = struck_deposit(rules, line, quantity)
    line.quantity -= quantity
    line.deposit_usd -= deposit
    world.market.lines = [line for line in world.market.lines if line.quantity > 0]
    changes[line.payer] -= rules.relation_cancel * quantity // book
    _spend(world, line.payer, lost - deposit, _REFUND)
    return Event(
        kind=Happening.CHIPS_CANCELLED,
        firm=line.payer,
        numbers={"quantity": quantity},
        sentence=Sentence(
            N_("{firm} cancels {quantity} chips that were booked for {due}."),
            {"firm": Name(line.payer), "quantity": chips(quantity), "due": month(line.due)},
        ),
    )


def _spend(world: World, firm: Firm, amount: int, cause: Sentence) -> None:
    world.pay(firm, -amount, cause, _MAKERS)
    company = world.carmaker if firm is _TESLA else world.labs[firm]
    company.capex_usd += amount


def _swaps(world: World) -> dict[Firm, int]:
    """Return what this month's swaps of slots cost the two companies with the chipmaker, ppm."""
    changes = dict.fromkeys(FIRMS, 0)
    moved = sum(
        [act.quantity for act in world.affairs.acts if act.month == world.month and act.terms is Terms.SWAP]
    )
    if moved:
        annoyed = traded(world.rules, world.setting, moved, world.month)
        changes[_XAI] = changes[_TESLA] = -int(world.rules.chips.relation_swap * annoyed)
    return changes


def _serve(world: World, changes: dict[Firm, int]) -> tuple[int, list[Event]]:
    """Deliver what is due, within the companies' part of supply; return the total and the events.

    A lab's own chips come from its own maker and stand in nobody's queue.
    """
    due = [line for line in world.market.lines if line.due <= world.month]
    if not due:
        return 0, []
    given = _parts(world, [line for line in due if line.generation is not _OWN_SILICON])
    shipped, events, paid = 0, [], set()
    for line in due:
        part = given.get(line.id, line.quantity)
        delivery = _deliver(world, line, part) if part else None
        moved = 0
        if delivery is not None:
            events.append(delivery)
            moved = int(delivery.numbers["quantity"])
            shipped += moved if line.id in given else 0
            paid.add(line.payer)
        if moved < part:
            changes[line.payer] -= world.rules.chips.relation_late
            late = int((part - moved) * line.unit_price_usd * world.rules.chips.late_fee)
            _spend(world, line.payer, late, _LATE)
            paid.discard(line.payer)
    for payer in FIRMS:
        if payer in paid:
            changes[payer] += world.rules.chips.relation_delivery
    world.market.lines = [line for line in world.market.lines if line.quantity > 0]
    return shipped, events


def _parts(world: World, queued: list[OrderLine]) -> dict[int, int]:
    """Return what each line in the queue gets this month, H100e, by its id."""
    limit = int(world.setting.supply[world.month] * world.rules.chips.seats_share)
    wanted = sum([line.quantity for line in queued])
    if wanted <= limit:  # nobody waits, whatever the ranks
        return {line.id: line.quantity for line in queued}
    parts = share_out(limit, [(line.quantity, _rank(world, line)) for line in queued])
    return {line.id: part for line, part in zip(queued, parts, strict=True)}


def _rank(world: World, line: OrderLine) -> int:
    """Return what a line weighs when too much is due: its buyer's weight, and more for what is paid."""
    weight = world.market.weights.get(line.payer, PPM)
    if not world.rules.switches.prepayment:
        return weight
    return line_rank(world.rules, weight, line.deposit_usd / (line.quantity * line.unit_price_usd or 1))


def _deliver(world: World, line: OrderLine, wanted: int) -> Event | None:
    purse = world.carmaker.cash_usd if line.payer is _TESLA else world.labs[line.payer].cash_usd
    full, quantity = line.quantity * line.unit_price_usd - line.deposit_usd, wanted
    if full > 0 and purse * line.quantity < full * wanted:
        quantity = max(0, purse) * line.quantity // full
    if quantity < wanted:
        line.due = world.month + 1  # what cannot be paid on delivery waits for the next month's boat
    if quantity <= 0:
        return None
    deposit = line.deposit_usd * quantity // line.quantity
    price = quantity * line.unit_price_usd - deposit
    line.quantity -= quantity
    line.deposit_usd -= deposit
    _spend(world, line.payer, price, _DELIVERY)
    world.market.chips_made += quantity
    owner = world.carmaker if line.owner is _TESLA else world.labs[line.owner]
    owner.depot.batches.append(
        Batch(
            id=world.new_id(),
            payer=line.payer,
            generation=line.generation,
            quantity=quantity,
            arrived=world.month,
            act=line.act,
            leased=line.leased,
        )
    )
    world.post(line.owner, _CHIPS, quantity, _DELIVERED)
    return Event(
        kind=_CHIPS_DELIVERED,
        firm=line.owner,
        numbers={"quantity": quantity},
        sentence=Sentence(
            _REACHES if quantity == 1 else _REACH, {"quantity": chips(quantity), "firm": Name(line.owner)}
        ),
    )


def _remember(world: World, changes: dict[Firm, int]) -> None:
    """Let the chipmaker remember the month: who paid, who cancelled, who ordered beyond reason."""
    market, rules = world.market, world.rules.chips
    patience = rules.patience * world.setting.supply[world.month]
    book, own = dict.fromkeys(FIRMS, 0), _OWN_SILICON
    for line in market.lines:
        if line.generation is not own:
            book[line.payer] += line.quantity
    for firm in FIRMS:
        over = rules.relation_over if book[firm] > patience else 0
        was = market.relation.get(firm, rules.relation_start)
        market.relation[firm] = relation_after(world.rules, was, changes[firm] - over)


def _move_backlog(world: World, shipped: int, lead: float) -> None:
    market, rules = world.market, world.rules.chips
    supply = world.setting.supply[world.month]
    cancelled = int(market.phantom * rules.phantom_cancelled)
    market.phantom -= cancelled
    waiting = market.backlog - cancelled + others_orders(world.rules, supply, lead)
    market.backlog = max(0, waiting - (supply - shipped))
    market.phantom = min(market.phantom, market.backlog)


def _move_rental(world: World) -> None:
    """Let the cloud price follow the price of a new chip, the queue for one, and what labs rent."""
    rules, setting, month = world.rules, world.setting, world.month
    price = unit_price(rules, setting, month)
    lead = lead_months(rules, setting, world.market, month)
    rented = sum([lab.depot.rented for lab in world.labs.values()])
    full = rented / (rented + cloud_room(rules, setting, rented, month) + 1)
    target = rental_target(rules, price, lead, full)
    world.market.rental_cents += int((target - world.market.rental_cents) * rules.chips.rental_drift)
