"""Diversion: the carmaker's chips go to the lab, on terms, and leave a trail.

A line that is still to come changes docks; chips already delivered change addresses.
In a swap the lab's own later lines go to the carmaker. Paid and disclosed takings cost the lab
money; a silent one costs nothing yet.
What was taken can be given back, undelivered lines first.
"""

from race.core.chance import Chance
from race.core.commands import Divert, GiveBack, Orders
from race.core.events import Event, Happening
from race.core.formulas.owners.diversion import Weight, swapped, taking, weigh
from race.core.formulas.owners.stories import amends_story
from race.core.formulas.race.chips import unit_price
from race.core.ids import Firm, Seat, Terms
from race.core.receipts import Account
from race.core.words import N_, Sentence, chips
from race.core.world import Act, Batch, OrderLine, World

_PAID = Sentence(N_("Payment between the two companies for chips"))
_TAKEN = Sentence(N_("Diverted from the carmaker to the lab"))
_RETURNED = Sentence(N_("Given back by the lab to the carmaker"))
_TOLD = {
    Terms.SILENT: N_("{quantity} chips quietly change docks."),
    Terms.SWAP: N_("{quantity} chips change docks; the lab's later lines go to the carmaker."),
    Terms.PAID: N_("The lab buys {quantity} chips from the carmaker."),
    Terms.DISCLOSED: N_("The founder announces that {quantity} chips go to the lab, and why."),
}


def divert(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Carry out this month's diversions and returns."""
    del chance  # nothing here is luck: what leaks is decided by the press
    events = [event for _, command in orders.of(Divert) if (event := _take(world, command))]
    events += [event for _, command in orders.of(GiveBack) if (event := _give_back(world, command))]
    return events


def _take(world: World, command: Divert) -> Event | None:
    source = _find(world, command.source)
    if source is None:
        return None
    quantity = min(command.quantity, source.quantity)
    returned = swapped(world.market.lines, quantity) if command.terms is Terms.SWAP else []
    price = unit_price(world.rules, world.setting, world.month)
    position = (world.rules, world.setting, world.carmaker, world.month)
    weight = weigh(position, taking(source, quantity, world.month, price), command.terms, returned)
    act = _record(world, command.terms, quantity, weight)
    if isinstance(source, OrderLine):
        _redirect(world, source, quantity, Firm.XAI, act.id)
    else:
        _carry(world, source, quantity, act.id)
    for line, part in returned:
        _redirect(world, line, part, Firm.TESLA, act.id)
    world.pay(Firm.XAI, -weight.price_usd, _PAID)
    world.pay(Firm.TESLA, weight.price_usd, _PAID)
    public = command.terms is Terms.DISCLOSED
    return Event(
        kind=Happening.DIVERSION,
        firm=Firm.TESLA,
        numbers={"quantity": quantity, "act": act.id, "severity": weight.severity},
        sentence=Sentence(_TOLD[command.terms], {"quantity": chips(quantity)}),
        known_to=None if public else Seat.FOUNDER,
    )


def _find(world: World, source: int) -> OrderLine | Batch | None:
    for line in world.market.lines:
        if line.id == source and line.owner is Firm.TESLA:
            return line
    return next((batch for batch in world.carmaker.depot.batches if batch.id == source), None)


def _record(world: World, terms: Terms, quantity: int, weight: Weight) -> Act:
    """Write the act into the file; crates of one month on the same terms are one act."""
    for act in world.affairs.acts:
        if act.month == world.month and act.terms is terms:
            _enlarge(act, quantity, weight)
            return act
    act = Act(
        id=world.new_id(),
        month=world.month,
        quantity=quantity,
        terms=terms,
        severity=weight.severity,
        idle_share=weight.idle_share,
        value_usd=weight.value_usd,
        paid_usd=weight.price_usd,
        outstanding=0 if terms is Terms.SWAP else quantity,
        insiders=weight.insiders,
        disclosed=terms is Terms.DISCLOSED,
    )
    world.affairs.acts.append(act)
    return act


def _enlarge(act: Act, quantity: int, weight: Weight) -> None:
    together = act.severity + weight.severity
    act.idle_share = (act.idle_share * act.severity + weight.idle_share * weight.severity) / together
    act.severity = together
    act.quantity += quantity
    act.value_usd += weight.value_usd
    act.paid_usd += weight.price_usd
    act.outstanding += 0 if act.terms is Terms.SWAP else quantity
    act.insiders = max(act.insiders, weight.insiders)


def _redirect(world: World, line: OrderLine, quantity: int, owner: Firm, act: int | None) -> None:
    """Send part of a line to another dock; the rest stays as it is."""
    if quantity >= line.quantity:
        line.owner, line.act = owner, act
        return
    deposit = line.deposit_usd * quantity // line.quantity
    line.quantity -= quantity
    line.deposit_usd -= deposit
    world.market.lines.append(
        OrderLine(
            id=world.new_id(),
            payer=line.payer,
            owner=owner,
            generation=line.generation,
            quantity=quantity,
            unit_price_usd=line.unit_price_usd,
            booked=line.booked,
            due=line.due,
            deposit_usd=deposit,
            act=act,
        )
    )


def _carry(world: World, batch: Batch, quantity: int, act: int | None) -> None:
    """Move chips from the carmaker's address to the lab's warehouse."""
    batch.quantity -= quantity
    if batch.quantity == 0:
        world.carmaker.depot.batches.remove(batch)
    world.labs[Firm.XAI].depot.batches.append(
        Batch(
            id=world.new_id(),
            payer=batch.payer,
            generation=batch.generation,
            quantity=quantity,
            arrived=world.month,
            act=act,
        )
    )
    world.post(Firm.TESLA, Account.CHIPS, -quantity, _TAKEN)
    world.post(Firm.XAI, Account.CHIPS, quantity, _TAKEN)


def _give_back(world: World, command: GiveBack) -> Event | None:
    """Return diverted chips: lines that have not arrived first, then chips on the lab's floor."""
    left = command.quantity
    for line in [line for line in world.market.lines if line.owner is Firm.XAI and line.act is not None]:
        part = min(left, line.quantity, _owed(world, line.act))
        if part > 0:
            _clear(world, line.act, part)
            _redirect(world, line, part, Firm.TESLA, None)
            left -= part
    for batch in [batch for batch in world.labs[Firm.XAI].depot.batches if batch.act is not None]:
        part = min(left, batch.quantity, _owed(world, batch.act))
        if part > 0:
            _clear(world, batch.act, part)
            _bring(world, batch, part)
            left -= part
    returned = command.quantity - left
    if returned == 0:
        return None
    return Event(
        kind=Happening.GIVEN_BACK,
        firm=Firm.TESLA,
        numbers={"quantity": returned},
        sentence=Sentence(
            N_("The lab gives {quantity} chips back to the carmaker."), {"quantity": chips(returned)}
        ),
        good=1,
    )


def _owed(world: World, act_id: int | None) -> int:
    return next((act.outstanding for act in world.affairs.acts if act.id == act_id), 0)


def _clear(world: World, act_id: int | None, quantity: int) -> None:
    for act in world.affairs.acts:
        if act.id == act_id:
            act.outstanding -= quantity
            if act.outstanding == 0 and not act.repaired:
                _make_good(world, act)


def _make_good(world: World, act: Act) -> None:
    """Mark an act as made good; the owners hear of it if they knew of the act."""
    act.repaired = True
    if act.published is not None:
        world.affairs.stories.append(amends_story(world, _RETURNED, act))


def _bring(world: World, batch: Batch, quantity: int) -> None:
    batch.quantity -= quantity
    depot = world.labs[Firm.XAI].depot
    depot.batches = [other for other in depot.batches if other.quantity > 0]
    world.carmaker.depot.batches.append(
        Batch(
            id=world.new_id(),
            payer=batch.payer,
            generation=batch.generation,
            quantity=quantity,
            arrived=world.month,
        )
    )
    world.post(Firm.XAI, Account.CHIPS, -quantity, _RETURNED)
    world.post(Firm.TESLA, Account.CHIPS, quantity, _RETURNED)
