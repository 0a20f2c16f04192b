"""What other things are worth and weigh: people, a site with its power, fleet records, the cars.

Severity is counted in the thing's own unit (people of all the carmaker's people, powered places of
all the planned chip-months) or in dollars of the carmaker's surplus.
"""

from race.core.formulas.passing.diversion import Given, Weight, insiders, price_of
from race.core.formulas.race.chips import planned_chip_months, planned_fleet
from race.core.ids import Terms, Thing
from race.core.rulebook import Rulebook
from race.core.world import Carmaker, Site


def find_site(carmaker: Carmaker, site_id: int) -> Site | None:
    """Return the carmaker's site with this id, or None if it has none."""
    return next((site for site in carmaker.depot.sites if site.id == site_id), None)


def worth_of(rules: Rulebook, thing: Thing, quantity: int) -> int:
    """Return what a thing is worth, whole dollars; `quantity` is people or kW.

    >>> worth_of(Rulebook(), Thing.RESEARCHERS, 5), worth_of(Rulebook(), Thing.SITE, 90_500)
    (10000000, 751150000)
    """
    match thing:
        case Thing.RESEARCHERS:
            return quantity * rules.diversion.person_usd
        case Thing.SITE:
            return quantity * rules.chips.shell_usd_per_kw
        case Thing.DATA:
            return rules.diversion.records_usd
        case Thing.CHANNEL:
            return rules.diversion.channel_usd
        case Thing.CHIPS:
            return 0  # chips have a price of their own (`diversion.weigh`)


def weigh_thing(given: Given, thing: Thing, quantity: int, terms: Terms) -> Weight:
    """Measure the diversion of a thing; `quantity` is people or kW."""
    rules, leased = given.rules, terms is Terms.LEASE
    value = worth_of(rules, thing, quantity)
    months = rules.diversion.lease_months if leased else rules.founder.kept_months
    return Weight(
        start=given.now,
        months_away=months,
        severity=_severity(given, thing, quantity, months),
        idle_share=_missed(given, thing, quantity, months),
        insiders=insiders(rules, terms, given.now) + (quantity if thing is Thing.RESEARCHERS else 0),
        value_usd=value,
        price_usd=price_of(rules, terms, value),
        rent_usd=int(value * rules.diversion.lease_rent) if leased else 0,
        until=given.now + months if leased else None,
    )


def _severity(given: Given, thing: Thing, quantity: int, months: int) -> float:
    rules = given.rules
    match thing:
        case Thing.RESEARCHERS:
            return quantity / max(1, rules.talent.carmaker_researchers)
        case Thing.SITE:
            plan = planned_chip_months(rules, given.setting, given.carmaker, given.now)
            return quantity / rules.chips.kw_h100 * months / plan
        case _:
            trend = 1.0 + rules.founder.revenue_growth * given.now
            surplus = rules.diversion.dollar_months * rules.founder.operating_usd * trend
            return worth_of(rules, thing, quantity) / max(1.0, surplus)


def _missed(given: Given, thing: Thing, quantity: int, months: int) -> float:
    """Return W for a thing: the part of it that the carmaker would have used itself, 0-1."""
    rules = given.rules
    match thing:
        case Thing.SITE:
            return _places_missed(given, quantity, months)
        case Thing.DATA:
            return rules.diversion.records_idle
        case Thing.CHANNEL:
            return rules.diversion.channel_idle
        case _:
            return 1.0


def _places_missed(given: Given, power_kw: int, months: int) -> float:
    """Return the part of a site's places that the planned fleet would have filled over some months."""
    rules, carmaker = given.rules, given.carmaker
    total = used = 0
    each = rules.chips.kw_h100
    for month in range(given.now, given.now + months):
        ready = sum([site.power_kw for site in carmaker.depot.sites if site.ready <= month])
        others = max(0, ready - power_kw)
        fleet = planned_fleet(rules, given.setting, carmaker, given.now, month)
        used += min(power_kw, max(0, int(fleet * each) - others))
        total += power_kw
    return used / max(1, total)
