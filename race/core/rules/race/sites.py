"""Sites: a chip computes nothing until somebody gives it power.

A site is ordinary (cheap and slow) or forced (dear and quick), is paid month by month while it is
built, and can slip. Chips that were delivered a month ago go to ready sites with free power, the
oldest first; the rest wait in a warehouse. A partner's halls grow by what the partner opens.
Rented cloud computes at once. A complaint that is heard stops a rival's site for a while.
"""

from race.core.chance import Chance, Stream
from race.core.commands import BuildSite, Lobby, Orders, RentCloud
from race.core.events import Event, Happening
from race.core.formulas.race.chips import kw_each, used_kw
from race.core.ids import LABS, PPM, Firm, lab_of
from race.core.words import N_, Name, Part, Sentence, kw, month
from race.core.world import Batch, Depot, Site, World

_BUILDING = Sentence(N_("Building of sites"))


def power_sites(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Start, pay, delay and finish sites, then place chips where there is power."""
    luck = chance.stream(world.month, "sites")
    events = [_start(world, command) for _, command in orders.of(BuildSite)]
    for seat, rent in orders.of(RentCloud):
        lab = lab_of(seat)
        if lab is not None:
            world.labs[lab].depot.rented = rent.quantity
    for seat, complaint in orders.of(Lobby):
        events += _complain(world, lab_of(seat), complaint.target, luck)
    for firm in (*LABS, Firm.TESLA):
        depot = world.depot_of(firm)
        events += _progress(world, firm, depot, luck)
        _place(world, depot)
    return events


def _start(world: World, command: BuildSite) -> Event:
    rules = world.rules.chips
    months = rules.forced_months if command.forced else rules.ordinary_months
    factor = rules.forced_factor if command.forced else 1.0
    site = Site(
        id=world.new_id(),
        power_kw=command.power_kw,
        started=world.month,
        ready=world.month + months,
        forced=command.forced,
        cost_usd=int(command.power_kw * rules.shell_usd_per_kw * factor),
    )
    world.depot_of(command.company).sites.append(site)
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
    under_way = [site for site in world.depot_of(target).sites if site.ready > world.month]
    if by is None or not under_way or luck.uniform() * PPM >= rules.lobby_ppm:
        return []
    site = max(under_way, key=lambda built: built.power_kw)
    site.ready += rules.lobby_months
    world.labs[target].grudge += PPM if by is Firm.XAI else 0
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


def _progress(world: World, firm: Firm, depot: Depot, luck: Stream) -> list[Event]:
    events = []
    for site in depot.sites:
        if site.hosted:
            site.power_kw += world.labs[firm].hosting_kw if firm is not Firm.TESLA else 0
        elif site.ready > world.month:
            _pay_for(world, firm, site)
            if luck.uniform() * PPM < world.rules.chips.delay_ppm:
                site.ready += 1
                events.append(
                    _news(Happening.SITE_DELAYED, firm, site, N_("{firm}'s site slips to {ready}."))
                )
        elif site.ready == world.month and site.started < site.ready:
            _pay_for(world, firm, site)
            events.append(_news(Happening.SITE_READY, firm, site, N_("{firm} switches on {power}.")))
    return events


def _pay_for(world: World, firm: Firm, site: Site) -> None:
    due = site.cost_usd // max(1, site.ready - world.month + 1)
    site.cost_usd -= due
    world.pay(firm, -due, _BUILDING)
    company = world.carmaker if firm is Firm.TESLA else world.labs[firm]
    company.capex_usd += due


def _news(kind: Happening, firm: Firm, site: Site, msgid: str) -> Event:
    values: dict[str, Part] = {"firm": Name(firm), "ready": month(site.ready), "power": kw(site.power_kw)}
    return Event(kind=kind, firm=firm, numbers={"power_kw": site.power_kw}, sentence=Sentence(msgid, values))


def _place(world: World, depot: Depot) -> None:
    """Move chips from the warehouse to ready sites, oldest first, splitting a batch if need be."""
    waiting = [
        batch
        for batch in depot.batches
        if batch.site is None and batch.arrived + world.rules.chips.install_months <= world.month
    ]
    if not waiting:
        return
    used = used_kw(world.rules, depot)
    free = {
        site.id: site.power_kw - used.get(site.id, 0) for site in depot.sites if site.ready <= world.month
    }
    for batch in waiting:
        each = kw_each(world.rules, batch.generation)
        for site_id, spare in free.items():
            fits = min(batch.quantity, int((spare - 1) / each)) if spare > 1 else 0
            if fits > 0:
                free[site_id] -= int(fits * each) + 1
                _settle(world, batch, fits, (depot, site_id))
    depot.batches = [batch for batch in depot.batches if batch.quantity > 0]


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
        )
    )
