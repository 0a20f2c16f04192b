"""Arithmetic of chips: generations, power, lead time, flows, chip-months.

Shared by the laws, the view and the judge of legality, so that what is shown is what happens.
"""

from functools import lru_cache
from typing import Final

from race.core.ids import Firm, Generation
from race.core.rulebook import Rulebook
from race.core.world import Carmaker, Depot, Market, OrderLine, Setting

HOURS_IN_MONTH: Final = 730
CRATE_MONTHS: Final = (0, 1, 1, 2)
"""Months into a quarter in which the carmaker's four crates are due."""


def generation_on_sale(rules: Rulebook, month: int) -> Generation:
    """Return the newest generation that can be booked in a month.

    >>> [generation_on_sale(Rulebook(), month).value for month in (0, 6, 13, 21, 30)]
    ['h100', 'h200', 'b200', 'gb300', 'next']
    """
    chips = rules.chips
    for first, generation in (
        (chips.month_next, Generation.NEXT),
        (chips.month_gb300, Generation.GB300),
        (chips.month_b200, Generation.B200),
        (chips.month_h200, Generation.H200),
    ):
        if month >= first:
            return generation
    return Generation.H100


def kw_each(rules: Rulebook, generation: Generation) -> float:
    """Return the power of one H100e of a generation, kW, all in."""
    chips = rules.chips
    match generation:
        case Generation.H100:
            return chips.kw_h100
        case Generation.H200:
            return chips.kw_h200
        case Generation.B200:
            return chips.kw_b200
        case Generation.GB300:
            return chips.kw_gb300
        case Generation.NEXT:
            return chips.kw_next
        case Generation.OWN_SILICON:
            return chips.kw_own_silicon


def unit_price(rules: Rulebook, setting: Setting, month: int) -> int:
    """Return the price of an H100e with its server, whole dollars, for a booking in `month`."""
    return int(setting.chip_price_usd[month] * rules.chips.server_factor)


def own_price(rules: Rulebook, setting: Setting, month: int) -> int:
    """Return what an H100e of a lab's own silicon costs with its server, whole dollars."""
    return int(unit_price(rules, setting, month) * rules.chips.own_silicon_price)


def own_most(setting: Setting, share_ppm: int, month: int) -> int:
    """Return the own chips that a lab may book in a month, H100e."""
    return setting.own_supply[min(month, len(setting.own_supply) - 1)] * share_ppm // 1_000_000


def lead_months(rules: Rulebook, setting: Setting, market: Market, month: int) -> float:
    """Return the lead time that the backlog makes, months: the making plus the queue."""
    late = [
        line.quantity
        for line in market.lines
        if line.due <= month and line.generation is not Generation.OWN_SILICON
    ]
    waiting = market.backlog + sum(late)
    return rules.chips.shortest_lead + waiting / setting.supply[month]


def used_kw(rules: Rulebook, depot: Depot) -> dict[int, int]:
    """Return the power that chips draw at each site that has any, kW, rounded up for each batch."""
    used: dict[int, int] = {}
    for batch in depot.batches:
        if batch.site is not None:
            drawn = int(batch.quantity * kw_each(rules, batch.generation)) + 1
            used[batch.site] = used.get(batch.site, 0) + drawn
    return used


def capacity_kw(depot: Depot, month: int) -> int:
    """Return the power of the sites that are ready in a month, kW."""
    return sum(site.power_kw for site in depot.sites if site.ready <= month)


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
    return quarter_flow(setting, quarter_of(month), planned_share(rules, month)) // 3


def planned_fleet(rules: Rulebook, setting: Setting, carmaker: Carmaker, now: int, month: int) -> int:
    """Return the fleet the carmaker would have in a later month had nothing been taken, H100e.

    The plan ends where the supply path ends; a month beyond it is answered with the last.
    """
    fleet = carmaker.planned_chips
    for later in range(now + 1, min(month, len(setting.supply)) + 1):
        fleet += planned_flow(rules, setting, later)
    return fleet


def planned_chip_months(rules: Rulebook, setting: Setting, carmaker: Carmaker, now: int) -> int:
    """Return the chip-months the carmaker plans for the next year, H100e-months."""
    total, fleet = 0, carmaker.planned_chips
    for later in range(now + 1, now + 1 + rules.founder.plan_months):
        fleet += planned_flow(rules, setting, later)
        total += fleet
    return max(1, total)


def idle_share(rules: Rulebook, carmaker: Carmaker, quantity: int, start: int, months: int) -> float:
    """Return W: the share of taken chip-months that the carmaker could have powered, 0-1.

    Recomputed from the sites' readiness by whoever investigates: chips beyond the power of the
    sites that are ready would have sat in a warehouse.
    """
    running = carmaker.depot.chips()
    could = 0
    for month in range(start, start + months):
        places = int(capacity_kw(carmaker.depot, month) / rules.chips.kw_h100)
        could += min(quantity, max(0, places - running))
    return could / max(1, quantity * months)


def booked(lines: list[OrderLine] | tuple[OrderLine, ...], owner: Firm) -> int:
    """Return the H100e on their way to a company's dock."""
    return sum(line.quantity for line in lines if line.owner is owner)
