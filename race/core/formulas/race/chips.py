"""Arithmetic of chips: generations, power, lead time, flows, chip-months.

Shared by the laws, the view and the judge of legality, so that what is shown is what happens.
"""

from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import Final

from race.core.ids import PPM, Firm, Generation
from race.core.rulebook import Rulebook
from race.core.rulebook.chips import ChipRules
from race.core.world import Batch, Carmaker, Depot, Market, OrderLine, Setting, Site

_OWN_SILICON: Final = Generation.OWN_SILICON

HOURS_IN_MONTH: Final = 730
HALF_YEAR: Final = 6
COHORT: Final = 12
"""Chips of one kind that were delivered within this many months count as one batch on a floor."""
QUEUED: Final = (Generation.H100, Generation.H200, Generation.B200, Generation.GB300, Generation.NEXT)
"""Generations that the makers sell to everybody, in order."""
_H100, _H200, _B200, _GB300, _NEXT = QUEUED
_OWED: Final = 1 << 20
"""Months that put owed chips behind all of a company's own, where chips fail."""
_LAST: Final = 1 << 30
_POWER: Final = {generation: f"kw_{generation}" for generation in Generation}
"""The rulebook's number for the power of a generation."""
_read_powers: Final = attrgetter(*_POWER.values())
_BEYOND: Final = 60
"""Months beyond the supply path that a plan looks ahead at most."""
CRATE_MONTHS: Final = (0, 1, 1, 2)
"""Months into a quarter in which the carmaker's four crates are due."""


def generation_on_sale(rules: Rulebook, month: int) -> Generation:
    """Return the newest generation that can be booked in a month.

    >>> [generation_on_sale(Rulebook(), month).value for month in (0, 6, 13, 21, 30)]
    ['h100', 'h200', 'b200', 'gb300', 'next']
    """
    chips = rules.chips
    if month >= chips.month_next:
        return _NEXT
    if month >= chips.month_gb300:
        return _GB300
    if month >= chips.month_b200:
        return _B200
    return _H200 if month >= chips.month_h200 else _H100


def generation_for(rules: Rulebook, month: int, export_ppm: int) -> Generation:
    """Return the generation a lab may book in a month: the newest, or the newest that is exported.

    `export_ppm` below a million is a lab under export rules.

    >>> [generation_for(Rulebook(), month, 5_000).value for month in (0, 6, 13, 30)]
    ['h100', 'h200', 'h200', 'h200']
    >>> generation_for(Rulebook(), 30, 1_000_000).value
    'next'
    """
    newest = generation_on_sale(rules, month)
    if export_ppm >= PPM or not rules.switches.export_limits:
        return newest
    return QUEUED[min(QUEUED.index(newest), rules.chips.export_newest)]


def kw_each(rules: Rulebook, generation: Generation) -> float:
    """Return the power of one H100e of a generation, kW, all in."""
    kw: float = getattr(rules.chips, _POWER[generation])
    return kw


def kw_of_each(rules: Rulebook) -> dict[Generation, float]:
    """Return the power of one H100e of every generation, kW, all in."""
    return dict(zip(_POWER, _read_powers(rules.chips), strict=True))


def struck_deposit(rules: ChipRules, line: OrderLine, quantity: int) -> tuple[int, int]:
    """Return the deposit on some chips of a line, and what of it is lost when they are cancelled, dollars."""
    deposit = line.deposit_usd * quantity // max(1, line.quantity)
    return deposit, int(deposit * rules.cancel_loss)


def unit_price(rules: Rulebook, setting: Setting, month: int) -> int:
    """Return the price of an H100e with its server, whole dollars, for a booking in `month`."""
    return int(setting.chip_price_usd[month] * rules.chips.server_factor)


def premium(rules: Rulebook, lead: float) -> float:
    """Return what a shortage adds to the list price: 1.0 is nothing, at a lead time in months.

    >>> [round(premium(Rulebook(), lead), 2) for lead in (2.0, 4.0, 5.5, 9.2, 30.0)]
    [1.0, 1.0, 1.1, 1.35, 1.5]
    """
    chips = rules.chips
    if lead <= chips.premium_from:
        return 1.0
    return 1.0 + min(chips.premium_most, chips.premium_slope * (lead - chips.premium_from))


def booking_price(rules: Rulebook, setting: Setting, month: int, lead: float) -> int:
    """Return what an H100e with its server costs to book in `month` at a lead time, whole dollars."""
    return int(setting.chip_price_usd[month] * rules.chips.server_factor * premium(rules, lead))


def own_price(rules: Rulebook, setting: Setting, month: int) -> int:
    """Return what an H100e of a lab's own silicon costs with its server, whole dollars."""
    return int(unit_price(rules, setting, month) * rules.chips.own_silicon_price)


def own_most(setting: Setting, share_ppm: int, month: int) -> int:
    """Return the own chips that a lab may book in a month, H100e."""
    return setting.own_supply[min(month, len(setting.own_supply) - 1)] * share_ppm // 1_000_000


def lead_months(rules: Rulebook, setting: Setting, market: Market, month: int) -> float:
    """Return the lead time that the backlog makes, months: the making plus the queue."""
    waiting = market.backlog
    for line in market.lines:
        if line.due <= month and line.generation is not _OWN_SILICON:
            waiting += line.quantity
    return rules.chips.shortest_lead + waiting / setting.supply[month]


def age_of(batch: Batch, month: int) -> int:
    """Return the age of a batch in months, whether it ran or lay in a warehouse."""
    return max(0, month - (batch.arrived if batch.born is None else batch.born))


def wear_of(rules: ChipRules, batches: Iterable[Batch], month: int) -> int:
    """Return how much of some chips fails in a month, millionths of a chip: stored ones fail more slowly.

    >>> batch = Batch(id=1, payer=Firm.XAI, generation=Generation.H100, quantity=1_000, arrived=0, site=1)
    >>> [wear_of(ChipRules(), [batch], month) // PPM for month in (0, 12, 36, 90)]
    [1, 1, 2, 4]
    """
    fail, wear = rules.fail_ppm, rules.wear_ppm
    running = stored = 0
    for batch in batches:
        born = batch.born
        worn = batch.quantity * (fail + wear * (month - (batch.arrived if born is None else born)))
        if batch.site is None:
            stored += worn
        else:
            running += worn
    return running + int(stored * rules.stored_part)


def scrapped(batches: Iterable[Batch], failed: int) -> list[tuple[Batch, int]]:
    """Return what chips that fail are taken from: a company's own before what it owes, the oldest first."""
    found, left = [], [*batches]
    while failed:
        oldest, first = left[0], _LAST
        for batch in left:  # a plain loop: every company asks each month
            born = batch.born
            place = (batch.arrived if born is None else born) + (0 if batch.act is None else _OWED)
            if place < first or (place == first and batch.id < oldest.id):
                oldest, first = batch, place
        gone = min(failed, oldest.quantity)
        found.append((oldest, gone))
        failed -= gone
        if failed:
            left.remove(oldest)
    return found


def failing_of(rules: Rulebook, depot: Depot, month: int) -> list[tuple[Batch, int]]:
    """Return which of the chips that are at a company fail by the end of a month, if none comes or goes."""
    if not rules.switches.ageing:
        return []
    wear = depot.worn + wear_of(rules.chips, depot.batches, month)
    return scrapped(depot.batches, min(wear // PPM, depot.chips()))


def cloud_room(rules: Rulebook, setting: Setting, rented: int, month: int) -> int:
    """Return the H100e that the clouds could still rent out, given what all labs rent already."""
    return max(0, int(setting.supply[month] * rules.chips.rental_share) - rented)


def others_orders(rules: Rulebook, supply: int, lead: float) -> int:
    """Return what the rest of the world orders in a month, H100e; short waits make buyers.

    >>> [others_orders(Rulebook(), 100_000, lead) for lead in (2.0, 3.0, 9.0)]
    [87575, 66262, 55800]
    """
    chips = rules.chips
    ease = 1.0 - lead / chips.usual_lead
    return int(supply * chips.world_demand * max(chips.demand_least, 1.0 + chips.lead_pull * ease))


def rental_target(rules: Rulebook, price_usd: int, lead: float, full: float) -> float:
    """Return the rent that the clouds move towards, US cents for an H100e and an hour.

    `price_usd` is a new chip with its server, `lead` the wait for one in months, `full` the part of
    the clouds that labs rent, 0-1.

    >>> markets = ((30_000, 8, 0), (27_500, 2, 0), (27_500, 2, 1))
    >>> [round(rental_target(Rulebook(), *market)) for market in markets]
    [363, 230, 322]
    """
    chips = rules.chips
    queue = min(1.0, max(0.0, lead - chips.shortest_lead) / HALF_YEAR)
    factor = 1.0 + chips.rental_queue * queue + chips.rental_full * full
    return price_usd * chips.rental_floor * factor * 100 / HOURS_IN_MONTH


def stop_chance(rules: ChipRules, *, watched: bool) -> float:
    """Return the chance a month that a site ahead of its permits is stopped, ppm.

    >>> [stop_chance(ChipRules(), watched=watched) for watched in (False, True)]
    [10000.0, 60000.0]
    """
    return rules.stop_ppm * (rules.stop_watched if watched else 1.0)


def slip_chance(rules: ChipRules, months: int) -> float:
    """Return the chance that a site under way slips at least once, 0-1; it is ready in so many months.

    >>> [round(slip_chance(ChipRules(), months), 3) for months in (0, 1, 2, 13)]
    [0.0, 0.0, 0.04, 0.387]
    """
    return 1.0 - (1.0 - rules.delay_ppm / PPM) ** max(0, months - 1)


def halt_chance(rules: ChipRules, months: int, watched: int = 0) -> float:
    """Return the chance that a site that runs is stopped before its last permit, 0-1.

    The permit comes in so many months; `watched` are those of them in which it is looked at closely.

    >>> [round(halt_chance(ChipRules(), *wait), 3) for wait in ((1, 0), (7, 0), (7, 3))]
    [0.0, 0.059, 0.151]
    """
    open_months = max(0, months - 1)
    close = min(open_months, max(0, watched - 1))
    free = (1.0 - stop_chance(rules, watched=False) / PPM) ** (open_months - close)
    return 1.0 - free * (1.0 - stop_chance(rules, watched=True) / PPM) ** close


def building(rules: Rulebook, firm: Firm, *, forced: bool, others: int = 0) -> tuple[int, float]:
    """Return the months that a company's site takes and what a kW of it costs, US dollars.

    The founder's trait moves the sites of the founder's lab only. `others` are the company's sites that
    were under way when the month began: beyond an ordinary number builders and turbines are dear.

    >>> [building(Rulebook(), Firm.XAI, forced=forced) for forced in (False, True)]
    [(20, 8300.0), (5, 11620.0)]
    >>> [building(Rulebook(), Firm.XAI, forced=True, others=others)[1] for others in (1, 2, 3)]
    [11620.0, 29050.0, 46480.0]
    """
    chips, trait = rules.chips, rules.trait.building if firm is Firm.XAI else 1.0
    months = chips.forced_months if forced else chips.ordinary_months
    usd = chips.shell_usd_per_kw * (chips.forced_factor if forced else 1.0)
    beyond = others + 1 - chips.sites_at_once
    return max(1, int(months * trait + 0.5)), usd * (1.0 + chips.crowding * beyond) if beyond > 0 else usd


def being_built(sites: Iterable[Site], month: int) -> list[Site]:
    """Return the sites a company was building itself when a month began; taken ones need no builders."""
    return [site for site in sites if site.ready >= month > site.started and site.act is None]


def sites_under_way(sites: Iterable[Site], month: int) -> int:
    """Return how many sites a company was building itself when a month began."""
    return len(being_built(sites, month))


def stands_still(site: Site, month: int) -> bool:
    """Return whether a site that ran ahead of its permits was stopped and waits for them; all is paid."""
    return site.forced and site.ready > month and site.cost_usd <= 0


def part_due(cost_usd: int, months: int) -> int:
    """Return what a site takes this month of the whole dollars it still costs, over so many months.

    >>> part_due(1_000, 3), part_due(334, 1), part_due(334, 0)
    (333, 334, 334)
    """
    return cost_usd // months if months > 1 else cost_usd


def capacity_kw(depot: Depot, month: int) -> int:
    """Return the power of the sites that are ready in a month, kW."""
    ready = 0
    for site in depot.sites:
        if site.ready <= month:
            ready += site.power_kw
    return ready


def quarter_of(month: int) -> int:
    """Return the first month of the calendar quarter of a month (month 0 is December 2023).

    >>> [quarter_of(month) for month in (0, 1, 3, 4, 12)]
    [-2, 1, 1, 4, 10]
    """
    return month - (month - 1) % 3


def quarter_flow(setting: Setting, quarter: int, share_ppm: int) -> int:
    """Return the carmaker's deliveries of a quarter, H100e: a share of the quarter before's supply.

    `quarter` is the month index of the quarter's first month; supply before December 2023 is taken
    as December's.
    """
    return _flow_of(setting.chipmaker_supply, quarter, share_ppm)


@lru_cache(maxsize=1024)
def _flow_of(supply: tuple[int, ...], quarter: int, share_ppm: int) -> int:
    """Return a quarter's flow from the supply path; plans look at the same quarters all game long."""
    before = [supply[min(max(0, month), len(supply) - 1)] for month in range(quarter - 3, quarter)]
    return sum(before) * share_ppm // 1_000_000


def planned_share(rules: Rulebook, month: int) -> int:
    """Return the planned flow share in ppm of supply: larger in 2024, smaller after."""
    return rules.founder.flow_2024 if month <= rules.founder.flow_change else rules.founder.flow_later


def planned_flow(rules: Rulebook, setting: Setting, month: int) -> int:
    """Return the chips the carmaker's plan adds in a month, H100e; the plan knows no diversions."""
    return _plan(rules, setting)[month]


def planned_fleet(rules: Rulebook, setting: Setting, carmaker: Carmaker, now: int, month: int) -> int:
    """Return the fleet the carmaker would have in a later month had nothing been taken, H100e.

    The plan ends where the supply path ends; a month beyond it is answered with the last.
    """
    last = min(month, len(setting.supply))
    return carmaker.planned_chips + sum(_plan(rules, setting)[now + 1 : last + 1])


def planned_chip_months(rules: Rulebook, setting: Setting, carmaker: Carmaker, now: int) -> int:
    """Return the chip-months the carmaker plans for the next year, H100e-months."""
    flows = _plan(rules, setting)[now + 1 : now + 1 + rules.founder.plan_months]
    fleets = list(accumulate(flows, initial=carmaker.planned_chips))
    return max(1, sum(fleets[1:]))


def part_of_flow(rules: Rulebook, setting: Setting, quantity: int, month: int, months: int) -> float:
    """Return what chips are of the carmaker's planned deliveries of some months to this one, 0-1."""
    flow = sum(_plan(rules, setting)[max(0, month + 1 - months) : month + 1])
    return quantity / flow if quantity < flow else 1.0


def traded(rules: Rulebook, setting: Setting, quantity: int, month: int) -> float:
    """Return how much a swap of slots annoys the chipmaker, 0-1: a small part of a month's is overlooked."""
    part = part_of_flow(rules, setting, quantity, month, 1)
    return part * part


def _plan(rules: Rulebook, setting: Setting) -> list[int]:
    """Return the planned flow of every month, H100e, and of some years beyond the supply path."""
    founder = rules.founder
    return _plan_of(setting.chipmaker_supply, founder.flow_2024, founder.flow_later, founder.flow_change)


@lru_cache(maxsize=32)
def _plan_of(supply: tuple[int, ...], share_2024: int, share_later: int, change: int) -> list[int]:
    return [
        _flow_of(supply, quarter_of(month), share_2024 if month <= change else share_later) // 3
        for month in range(len(supply) + _BEYOND)
    ]
