"""Sites: a chip computes nothing until somebody gives it power.

A site is ordinary (cheap and slow) or forced (dear and quick), is paid month by month while it is
built, and can slip. A forced site runs before its last permits are in hand: until then it can be
stopped for some months, likelier after a complaint, and its chips wait meanwhile.
Chips that were delivered a month ago go to ready sites with free power, the oldest first; the rest
wait in a warehouse. A partner's halls grow by what the partner opens.
Rented cloud computes at once, as far as the clouds, one pool for all, have it. A complaint that is
heard delays a rival's site, or has one that runs ahead of its permits watched.
"""

from typing import Final

from race.core.chance import Chance, Stream
from race.core.commands import BuildSite, Lobby, Orders, RentCloud
from race.core.events import Event, Happening
from race.core.formulas.race.chips import (
    COHORT,
    building,
    cloud_room,
    kw_of_each,
    part_due,
    sites_under_way,
    stop_chance,
)
from race.core.formulas.race.queue import share_out
from race.core.ids import LABS, PPM, Firm, Generation, Outside, lab_of
from race.core.words import N_, Name, Part, Sentence, kw, month
from race.core.world import Batch, Depot, Site, World

_TESLA: Final = Firm.TESLA
_SITE_STOPPED: Final = Happening.SITE_STOPPED
_BUILDERS: Final = Outside.BUILDERS

_ALL = (*LABS, Firm.TESLA)
_BUILDING = Sentence(N_("Building of sites"))
_LUCK = {firm: f"sites of {firm}" for firm in Firm}
_WATCHED = N_("After a complaint the authorities look closely at {firm}'s site of {power}.")
_STOPPED = N_("{firm}'s site of {power} stands still until {ready}, while its permits are completed.")


def power_sites(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Start, pay, delay and finish sites, then place chips where there is power."""
    events = [_start(world, command) for _, command in orders.of(BuildSite)]
    _rent(world, {lab_of(seat): rent.quantity for seat, rent in orders.of(RentCloud)})
    for seat, complaint in orders.of(Lobby):
        luck = chance.stream(world.month, f"complaint of {seat}")
        events += _complain(world, lab_of(seat), complaint.target, luck)
    now, kw, installed = world.month, kw_of_each(world.rules), world.month - world.rules.chips.install_months
    for firm in _ALL:
        depot = world.carmaker.depot if firm is _TESLA else world.labs[firm].depot
        busy, opened = [], 0 if firm is _TESLA else world.labs[firm].hosting_kw
        for site in depot.sites:
            if site.hosted:
                site.power_kw += opened  # a partner's halls grow by what the partner opens
            elif site.ready >= now or site.papers > now:
                busy.append(site)
        if busy:
            events += _progress(world, firm, busy, chance)
        waiting = [batch for batch in depot.batches if batch.site is None and batch.arrived <= installed]
        if waiting:
            _place(world, depot, waiting, kw)
    return events


def _rent(world: World, wanted: dict[Firm | None, int]) -> None:
    """Set the standing rentals; when the clouds have not enough, everybody gets a part of the rise."""
    rises: list[tuple[Depot, int]] = []
    for firm, quantity in wanted.items():
        if firm is None:
            continue
        depot = world.labs[firm].depot
        if quantity > depot.rented:
            rises.append((depot, quantity - depot.rented))
        else:
            depot.rented = quantity
    if rises:
        rented = sum([lab.depot.rented for lab in world.labs.values()])
        room = cloud_room(world.rules, world.setting, rented, world.month)
        parts = share_out(room, [(rise, 1) for _, rise in rises])
        for (depot, _), part in zip(rises, parts, strict=True):
            depot.rented += part


def _start(world: World, command: BuildSite) -> Event:
    rules = world.rules.chips
    depot = world.depot_of(command.company)
    others = sites_under_way(depot.sites, world.month)
    months, usd = building(world.rules, command.company, forced=command.forced, others=others)
    site = Site(
        id=world.new_id(),
        power_kw=command.power_kw,
        started=world.month,
        ready=world.month + months,
        forced=command.forced,
        papers=world.month + rules.papers_months if command.forced else 0,
        cost_usd=int(command.power_kw * usd),
    )
    depot.sites.append(site)
    return Event(
        kind=Happening.SITE_STARTED,
        firm=command.company,
        numbers={"power_kw": site.power_kw, "ready": site.ready},
        sentence=Sentence(
            N_("{firm} breaks ground for {power}, planned for {ready}."),
            {"firm": Name(command.company), "power": kw(site.power_kw), "ready": month(site.ready)},
        ),
    )


def _complain(world: World, by: Firm | None, target: Firm, luck: Stream) -> list[Event]:
    rules = world.rules.chips
    now = world.month
    open_to_it = [site for site in world.depot_of(target).sites if max(site.ready, site.papers) > now]
    if by is None or not open_to_it or luck.uniform() * PPM >= rules.lobby_ppm:
        return []
    site = max(open_to_it, key=lambda built: built.power_kw)
    world.labs[target].resent(by)
    if site.papers > now:
        site.watched = now + rules.watch_months
    if site.ready <= now:
        return [_news(Happening.COMPLAINT, target, site, _WATCHED)]
    site.ready += rules.lobby_months
    return [
        Event(
            kind=Happening.COMPLAINT,
            firm=target,
            numbers={"months": rules.lobby_months},
            sentence=Sentence(
                N_(
                    "Permits for {firm}'s site are reviewed after a complaint; it is now planned for {ready}."
                ),
                {"firm": Name(target), "ready": month(site.ready)},
            ),
            good=-1 if target is Firm.XAI else 0,
        )
    ]


def _progress(world: World, firm: Firm, busy: list[Site], chance: Chance) -> list[Event]:
    """Build a company's sites on; those that are finished need nothing."""
    events: list[Event] = []
    luck = chance.stream(world.month, _LUCK[firm])
    for site in busy:
        events += _go_on(world, firm, site, luck.uniform())
    if events and any(event.kind is _SITE_STOPPED for event in events):
        _unplug(world.depot_of(firm), world.month)
    return events


def _go_on(world: World, firm: Firm, site: Site, luck: float) -> list[Event]:
    """Build a site on, switch it on, or stop one that runs ahead of its permits; `luck` is 0-1."""
    rules, now = world.rules.chips, world.month
    if site.ready > now:
        _pay_for(world, firm, site)
        if luck * PPM >= rules.delay_ppm:
            return []
        site.ready += 1
        return [_news(Happening.SITE_DELAYED, firm, site, N_("{firm}'s site slips to {ready}."))]
    if site.ready == now and site.started < now:
        _pay_for(world, firm, site)
        return [_news(Happening.SITE_READY, firm, site, N_("{firm} switches on {power}."))]
    if luck * PPM >= stop_chance(rules, watched=site.watched > now):
        return []
    site.ready = now + rules.stop_months
    return [_news(_SITE_STOPPED, firm, site, _STOPPED)]


def _unplug(depot: Depot, month: int) -> None:
    """Take the chips of sites that stand still off the floor; they wait for power elsewhere or again."""
    still = {site.id for site in depot.sites if site.ready > month}
    for batch in depot.batches:
        if batch.site in still:
            batch.site = None


def _pay_for(world: World, firm: Firm, site: Site) -> None:
    due = part_due(site.cost_usd, site.ready - world.month + 1)
    site.cost_usd -= due
    world.pay(firm, -due, _BUILDING, _BUILDERS)
    company = world.carmaker if firm is _TESLA else world.labs[firm]
    company.capex_usd += due


def _news(kind: Happening, firm: Firm, site: Site, msgid: str) -> Event:
    values: dict[str, Part] = {"firm": Name(firm), "ready": month(site.ready), "power": kw(site.power_kw)}
    bad = kind in (_SITE_STOPPED, Happening.COMPLAINT) and firm is Firm.XAI
    return Event(
        kind=kind,
        firm=firm,
        numbers={"power_kw": site.power_kw},
        sentence=Sentence(msgid, values),
        good=-1 if bad else 0,
    )


def _place(world: World, depot: Depot, waiting: list[Batch], kw: dict[Generation, float]) -> None:
    """Move chips from the warehouse to ready sites, oldest first, splitting a batch if need be."""
    free = _free_kw(depot, world.month, kw)
    if not free:
        return
    for batch in waiting:
        each = kw[batch.generation]
        for site_id, spare in free.items():
            if not batch.quantity:
                break
            fits = min(batch.quantity, int((spare - 1) / each)) if spare > 1 else 0
            if fits > 0:
                free[site_id] -= int(fits * each) + 1
                _settle(world, batch, fits, (depot, site_id))
    depot.batches = [batch for batch in depot.batches if batch.quantity > 0]


def _free_kw(depot: Depot, month: int, kw: dict[Generation, float]) -> dict[int, int]:
    """Return the power that is free at each ready site with any, kW; each batch's is rounded up."""
    free: dict[int, int] = {}
    for site in depot.sites:
        if site.ready <= month:
            free[site.id] = site.power_kw
    if free:
        for batch in depot.batches:
            stands = batch.site
            if stands is not None and stands in free:
                free[stands] -= int(batch.quantity * kw[batch.generation]) + 1
    return {site: spare for site, spare in free.items() if spare > 1}


def _settle(world: World, batch: Batch, quantity: int, floor: tuple[Depot, int]) -> None:
    """Put part of a batch on a floor, with chips of the same kind and history if there are any."""
    depot, site_id = floor
    batch.quantity -= quantity
    for other in depot.batches:
        if (
            other.site == site_id
            and other.generation is batch.generation
            and other.payer is batch.payer
            and other.act == batch.act
            and other.born == batch.born
            and other.arrived // COHORT == batch.arrived // COHORT
        ):
            other.quantity += quantity
            return
    depot.batches.append(
        Batch(
            id=world.new_id(),
            payer=batch.payer,
            generation=batch.generation,
            quantity=quantity,
            arrived=batch.arrived,
            site=site_id,
            act=batch.act,
            born=batch.born,
            leased=batch.leased,
        )
    )
