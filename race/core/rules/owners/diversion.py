"""Diversion: the carmaker's chips go to the lab, on terms, and leave a trail.

A line that is still to come changes docks; chips already delivered change addresses.
In a swap the lab's own later lines go to the carmaker. Paid and disclosed takings cost the lab
money; a silent one costs nothing yet. A lease costs rent each month, leaves the chips the carmaker's
own, and ends: then they come back. Chips that went without a word are called back by the
carmaker's directors some months after it is known.
What was taken can be given back, undelivered lines first.
What the owners have voted for is carried out the month after, in public, if it still can be.
"""

from typing import TypeVar

import msgspec

from race.core.chance import Chance
from race.core.commands import Divert, GiveBack, Orders
from race.core.events import Event, Happening
from race.core.formulas.owners.stories import amends_story
from race.core.formulas.passing.acts import enter, given_of
from race.core.formulas.passing.diversion import find_chips, recall_month, rent_due, swapped, weigh
from race.core.ids import Firm, Seat, Terms, Thing
from race.core.receipts import Account
from race.core.words import N_, Sentence, chips
from race.core.world import Act, Batch, Deal, OrderLine, World

_Chips = TypeVar("_Chips", OrderLine, Batch)

_PAID = Sentence(N_("Payment between the two companies for chips"))
_TAKEN = Sentence(N_("Diverted from the carmaker to the lab"))
_RENT = Sentence(N_("Rent for what the lab leases from the carmaker"))
_RETURNED = Sentence(N_("Given back by the lab to the carmaker"))
_TOLD = {
    Terms.SILENT: N_("{quantity} chips quietly change docks."),
    Terms.SWAP: N_("{quantity} chips change docks; later chips of the lab's go to the carmaker."),
    Terms.PAID: N_("The lab buys {quantity} chips from the carmaker."),
    Terms.DISCLOSED: N_("The founder announces that {quantity} chips go to the lab, and why."),
    Terms.LEASE: N_("The lab leases {quantity} chips from the carmaker."),
}
_APPROVED = N_("{quantity} chips go to the lab, as the owners have voted.")
_LAPSED = N_("The owners' vote on {quantity} chips comes to nothing: they cannot go to the lab any more.")
_BACK = N_("The lab gives {quantity} chips back to the carmaker.")
_ENDED = N_("A lease ends: {quantity} chips go back to the carmaker.")
_RECALLED = N_("The carmaker's directors call back {quantity} chips that went to the lab without a word.")


def divert(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Carry out this month's diversions and returns."""
    del chance  # nothing here is luck: what leaks is decided by the press
    events = _carry_out(world)
    events += [event for _, command in orders.of(Divert) if (event := _take(world, command))]
    for _, command in orders.of(GiveBack):
        if command.thing is Thing.CHIPS:
            events += _give_back(world, command.quantity)
    for act in world.affairs.acts:
        if act.rent_usd and act.outstanding:
            events += _keep_lease(world, act)
        due = recall_month(world.rules, act)
        if due is not None and due <= world.month:
            events += _give_back(world, act.outstanding, act)
    return events


def _carry_out(world: World) -> list[Event]:
    """Do what the owners have approved: once, and not against a court or an empty purse."""
    deal, world.affairs.approved = world.affairs.approved, None
    if deal is None:
        return []
    source = find_chips(world.market.lines, world.carmaker, deal.source)
    price = weigh(given_of(world), source, deal.quantity, deal.terms).price_usd if source else 0
    if world.affairs.injunction or price > max(0, world.labs[Firm.XAI].cash_usd):
        return [_lapsed(deal)]
    event = _take(world, deal)
    return [_lapsed(deal) if event is None else event]


def _lapsed(deal: Deal) -> Event:
    return Event(
        kind=Happening.DIVERSION,
        firm=Firm.TESLA,
        numbers={"quantity": 0},
        sentence=Sentence(_LAPSED, {"quantity": chips(deal.quantity)}),
    )


def _take(world: World, command: Divert | Deal) -> Event | None:
    source = find_chips(world.market.lines, world.carmaker, command.source)
    if source is None:
        return None
    voted = isinstance(command, Deal)
    quantity, terms = min(command.quantity, source.quantity), command.terms
    weight = weigh(given_of(world), source, quantity, terms)
    returned = swapped(world.market.lines, quantity, weight.start) if terms is Terms.SWAP else []
    act = enter(world, Thing.CHIPS, quantity, terms, msgspec.structs.replace(weight, voted=voted))
    if isinstance(source, OrderLine):
        _redirect(world, source, quantity, Firm.XAI, act)
    else:
        _carry(world, source, quantity, act)
    for line, part in returned:
        _redirect(world, line, part, Firm.TESLA, act)
    world.pay(Firm.XAI, -weight.price_usd, _PAID)
    world.pay(Firm.TESLA, weight.price_usd, _PAID)
    return Event(
        kind=Happening.DIVERSION,
        firm=Firm.TESLA,
        numbers={"quantity": quantity, "act": act.id, "severity": weight.severity},
        sentence=Sentence(_APPROVED if voted else _TOLD[terms], {"quantity": chips(quantity)}),
        known_to=None if voted or terms is Terms.DISCLOSED else Seat.FOUNDER,
    )


def _keep_lease(world: World, act: Act) -> list[Event]:
    """Pay a month's rent for what is still out, and bring chips home when the lease ends."""
    rent = rent_due(act, world.month)
    if rent:
        act.paid_usd += rent
        world.pay(Firm.XAI, -rent, _RENT)
        world.pay(Firm.TESLA, rent, _RENT)
    if act.thing is not Thing.CHIPS or act.until is None or act.until > world.month:
        return []
    return _give_back(world, act.outstanding, act)


def _redirect(world: World, line: OrderLine, quantity: int, owner: Firm, act: Act | None) -> None:
    """Send part of a line to another dock; the rest stays as it is."""
    number = act.id if act else None
    leased = act is not None and act.terms is Terms.LEASE
    if quantity >= line.quantity:
        line.owner, line.act, line.leased = owner, number, leased
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
            act=number,
            leased=leased,
        )
    )


def _carry(world: World, batch: Batch, quantity: int, act: Act) -> None:
    """Move chips from the carmaker's address to the lab's warehouse."""
    moved = batch.split_off(world.new_id(), quantity, world.month)
    moved.act, moved.leased = act.id, act.terms is Terms.LEASE
    if batch.quantity == 0:
        world.carmaker.depot.batches.remove(batch)
    world.labs[Firm.XAI].depot.batches.append(moved)
    world.post(Firm.TESLA, Account.CHIPS, -quantity, _TAKEN)
    world.post(Firm.XAI, Account.CHIPS, quantity, _TAKEN)


def _give_back(world: World, quantity: int, due: Act | None = None) -> list[Event]:
    """Return diverted chips: lines that have not arrived first, then chips on the lab's floor.

    What is `due`, a lease that ends or chips called back, returns its own only, and nobody is thanked.
    """
    left = quantity
    for line in _out(world.market.lines, due):
        part = min(left, line.quantity, _owed(world, line.act)) if line.owner is Firm.XAI else 0
        if part > 0:
            _clear(world, line.act, part, thanked=due is None)
            _redirect(world, line, part, Firm.TESLA, None)
            left -= part
    for batch in _out(world.labs[Firm.XAI].depot.batches, due):
        part = min(left, batch.quantity, _owed(world, batch.act))
        if part > 0:
            _clear(world, batch.act, part, thanked=due is None)
            _bring(world, batch, part)
            left -= part
    if due is not None:
        due.outstanding = 0  # what is worn out does not come back
    return [_told_back(quantity - left, due)] if left < quantity else []


def _told_back(returned: int, due: Act | None) -> Event:
    words, good = (_BACK, 1) if due is None else (_RECALLED, -1) if due.until is None else (_ENDED, 0)
    return Event(
        kind=Happening.GIVEN_BACK,
        firm=Firm.TESLA,
        numbers={"quantity": returned},
        sentence=Sentence(words, {"quantity": chips(returned)}),
        good=good,
    )


def _out(chips_of: list[_Chips], due: Act | None) -> list[_Chips]:
    """Return the lines or batches that diversions moved, or the one that is due."""
    return [one for one in chips_of if one.act is not None and (due is None or one.act == due.id)]


def _owed(world: World, act_id: int | None) -> int:
    return next((act.outstanding for act in world.affairs.acts if act.id == act_id), 0)


def _clear(world: World, act_id: int | None, quantity: int, *, thanked: bool) -> None:
    for act in world.affairs.acts:
        if act.id == act_id:
            act.outstanding -= quantity
            if act.outstanding == 0 and thanked and not act.repaired:
                _make_good(world, act)


def _make_good(world: World, act: Act) -> None:
    """Mark an act as made good; the owners hear of it if they knew of the act."""
    act.repaired = True
    if act.published is not None:
        world.affairs.stories.append(amends_story(world, _RETURNED, act))


def _bring(world: World, batch: Batch, quantity: int) -> None:
    world.carmaker.depot.batches.append(batch.split_off(world.new_id(), quantity, world.month))
    depot = world.labs[Firm.XAI].depot
    depot.batches = [other for other in depot.batches if other.quantity > 0]
    world.post(Firm.XAI, Account.CHIPS, -quantity, _RETURNED)
    world.post(Firm.TESLA, Account.CHIPS, quantity, _RETURNED)
