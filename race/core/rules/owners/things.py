"""Other things go from the carmaker to the lab: people, a site with its power, records, the cars.

People take their craft along and slow the carmaker's autonomy. A site moves with its grid connection
and saves the lab months; whatever stood in it goes to the carmaker's warehouse, and with it the
excuse that there was no power. Fleet records help the lab once. Cars that carry the lab's product
lend it their reach, and an incident of the lab is then theirs too.
Each is an act like any other. People, sites and the channel can be given back; a lease ends.
"""

from typing import Final

from race.core.chance import Chance
from race.core.commands import DivertThing, GiveBack, Hire, Orders
from race.core.events import Event, Happening
from race.core.formulas.owners.stories import amends_story
from race.core.formulas.passing.acts import bring_people_home, enter, given_of, send_home, switch_channel
from race.core.formulas.passing.things import find_site, weigh_thing
from race.core.formulas.race.people import from_carmaker
from race.core.formulas.race.quality import lift
from race.core.ids import Firm, Seat, Terms, Thing
from race.core.words import N_, Part, Sentence, count, kw
from race.core.world import Act, World

_TESLA: Final = Firm.TESLA

_PAID: Final = Sentence(N_("Payment between the two companies for people, power and rights"))
_RETURNED: Final = Sentence(N_("What the lab gave back"))
_TAKEN: Final = {
    Thing.RESEARCHERS: N_("Of the carmaker's researchers, {n} go to the lab."),
    Thing.SITE: N_("The carmaker's site of {n} goes to the lab with its grid connection."),
    Thing.DATA: N_("The lab gets a licence to the carmaker's fleet records."),
    Thing.CHANNEL: N_("The carmaker's cars carry the lab's product."),
}
_BACK: Final = {
    Thing.RESEARCHERS: N_("Researchers go back from the lab to the carmaker: {n}."),
    Thing.SITE: N_("A site of {n} goes back from the lab to the carmaker."),
    Thing.DATA: N_("The lab's licence to the carmaker's fleet records ends."),
    Thing.CHANNEL: N_("The cars carry the lab's product no longer."),
}


def pass_things(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Carry out this month's diversions of other things, their returns, and the ends of leases."""
    del chance  # nothing here is luck: what leaks is decided by the press
    events = [event for _, command in orders.of(DivertThing) if (event := _take(world, command))]
    if world.rules.switches.other_things:
        for seat, hire in orders.of(Hire):
            if hire.source is _TESLA and seat is Seat.FOUNDER:
                _note_hire(world, hire.researchers)
    for _, command in orders.of(GiveBack):
        if command.thing is not Thing.CHIPS:
            events += _give_back(world, command)
    for act in world.affairs.acts:
        if act.until is not None and act.until <= world.month and act.outstanding:
            events += _end_lease(world, act)
    return events


def _note_hire(world: World, people: int) -> None:
    """Write down that people were hired away from the carmaker; the law of people moves them."""
    people = min(people, world.rules.race.hire_limit, world.carmaker.researchers)
    if people <= 0:
        return
    weight = weigh_thing(given_of(world), Thing.RESEARCHERS, people, Terms.SILENT)
    enter(world, Thing.RESEARCHERS, people, Terms.SILENT, weight)


def _take(world: World, command: DivertThing) -> Event | None:
    thing, quantity = command.thing, _quantity(world, command)
    if quantity <= 0 or thing is Thing.CHIPS:
        return None
    weight = weigh_thing(given_of(world), thing, quantity, command.terms)
    act = enter(world, thing, quantity, command.terms, weight)
    world.pay(Firm.XAI, -weight.price_usd, _PAID)
    world.pay(_TESLA, weight.price_usd, _PAID)
    match thing:
        case Thing.RESEARCHERS:
            from_carmaker(world, quantity)
        case Thing.SITE:
            _move_site(world, command.quantity, act)
        case Thing.DATA:
            lift(world.labs[Firm.XAI], world.rules.diversion.records_recipe)
        case Thing.CHANNEL:
            switch_channel(world, on=True)
    public = command.terms is Terms.DISCLOSED or thing is Thing.CHANNEL
    return _tell(Happening.DIVERSION, _TAKEN, act, quantity, known_to=None if public else Seat.FOUNDER)


def _quantity(world: World, command: DivertThing) -> int:
    """Return how much is taken in the thing's own unit: people, kW, or 1 where there is one of it."""
    match command.thing:
        case Thing.RESEARCHERS:
            return min(command.quantity, world.rules.race.hire_limit, world.carmaker.researchers)
        case Thing.SITE:
            site = find_site(world.carmaker, command.quantity)
            return site.power_kw if site else 0
        case Thing.CHANNEL:
            return int(world.carmaker.channel is None)
        case _:
            return 1


def _move_site(world: World, site_id: int, act: Act) -> None:
    """Move a site with its grid connection; what runs there goes to the carmaker's warehouse."""
    carmaker, lab = world.carmaker.depot, world.labs[Firm.XAI].depot
    site = next(site for site in carmaker.sites if site.id == site_id)
    for batch in carmaker.batches:
        if batch.site == site_id:
            batch.site = None
    carmaker.sites.remove(site)
    site.act, site.opened = act.id, site.ready
    site.ready = max(site.ready, world.month) + world.rules.diversion.site_months
    lab.sites.append(site)


def _give_back(world: World, command: GiveBack) -> list[Event]:
    """Give people, a site or the channel back, the oldest act first."""
    left, events = command.quantity if command.thing is Thing.RESEARCHERS else 1, []
    for act in world.affairs.acts:
        if left > 0 and act.thing is command.thing and act.thing is not Thing.DATA and act.outstanding:
            part = min(left, act.outstanding) if act.thing is Thing.RESEARCHERS else act.outstanding
            left -= part
            events.append(_return(world, act, part, good=1))
            if act.outstanding == 0 and not act.repaired:
                act.repaired = True
                if act.published is not None:
                    world.affairs.stories.append(amends_story(world, _RETURNED, act))
    return events


def _end_lease(world: World, act: Act) -> list[Event]:
    """Let a thing's lease end; chips on lease are brought home by the law of chips."""
    return [] if act.thing is Thing.CHIPS else [_return(world, act, act.outstanding, good=0)]


def _return(world: World, act: Act, quantity: int, *, good: int) -> Event:
    act.outstanding -= quantity
    match act.thing:
        case Thing.RESEARCHERS:
            bring_people_home(world, quantity)
        case Thing.SITE:
            for site in [site for site in world.labs[Firm.XAI].depot.sites if site.act == act.id]:
                send_home(world, site)
        case Thing.CHANNEL:
            switch_channel(world, on=False)
        case _:
            pass
    return _tell(Happening.GIVEN_BACK, _BACK, act, quantity, good=good)


def _tell(  # noqa: PLR0913 - one event has this many facts
    kind: Happening,
    told: dict[Thing, str],
    act: Act,
    quantity: int,
    *,
    good: int = 0,
    known_to: Seat | None = None,
) -> Event:
    shown: Part = kw(quantity) if act.thing is Thing.SITE else count(quantity)
    return Event(
        kind=kind,
        firm=_TESLA,
        numbers={"quantity": quantity, "act": act.id, "severity": act.severity},
        sentence=Sentence(told[act.thing], {"n": shown}),
        known_to=known_to,
        good=good,
    )
