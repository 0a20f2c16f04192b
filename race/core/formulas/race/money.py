"""Arithmetic of money: what a lab is worth, what a round brings, what running it costs.

Whole dollars in, whole dollars out.
"""

from functools import lru_cache
from typing import Final

from race.core.exact import exp
from race.core.formulas.race.demand import business_market
from race.core.ids import PPM, Firm, Mood
from race.core.rulebook import Rulebook
from race.core.rulebook.money import MoneyRules
from race.core.words import UNCOUNTED
from race.core.world.chips import Depot, OrderLine
from race.core.world.lab import Lab

_LEADING: Final = Mood.LEADING
_ALARMED: Final = Mood.ALARMED

_FAR: Final = 61
"""Months from which no booked chip counts, whatever the rulebook says within its bounds."""


def booked_weight(rules: MoneyRules, months: float) -> float:
    """Return what a booked chip that is due in some months counts as, over a powered one.

    >>> [round(booked_weight(MoneyRules(), months), 2) for months in (-1, 0, 4.5, 12)]
    [0.6, 0.6, 0.38, 0.0]
    """
    return _weight(rules.booked_near, rules.booked_far, rules.booked_part, months)


def booked_chips(rules: MoneyRules, lines: list[OrderLine], month: int) -> dict[Firm, float]:
    """Return what each company's booked chips count as, H100e; a near slot counts for more."""
    counted: dict[Firm, float] = {}
    weights = _weights(rules.booked_near, rules.booked_far, rules.booked_part)
    for line in lines:
        if line.leased:
            continue
        owner, away = line.owner, line.due - month
        counts = (weights[0] if away <= 0 else weights[away] if away < _FAR else 0.0) * line.quantity
        counted[owner] = counted[owner] + counts if owner in counted else counts
    return counted


@lru_cache(maxsize=8)
def _weights(near: float, far: float, part: float) -> list[float]:
    """Return the weight of every wait from 0 months on, until none counts any more."""
    return [_weight(near, far, part, months) for months in range(_FAR)]


def _weight(near: float, far: float, part: float, months: float) -> float:
    late = max(0.0, months - near) / max(1.0, far - near)
    return part * max(0.0, 1.0 - late)


def running_chips(depot: Depot) -> tuple[int, int]:
    """Return a depot's powered chips and those of them in a partner's halls, H100e."""
    halls = [site.id for site in depot.sites if site.hosted]
    powered = hosted = 0
    for batch in depot.batches:
        if batch.site is not None:
            powered += batch.quantity
            if batch.site in halls:
                hosted += batch.quantity
    return powered, hosted


def chip_worth(rules: MoneyRules, price_usd: int) -> float:
    """Return what an investor reckons for a chip with its place, US dollars, at a manufacturer's price.

    >>> chip_worth(MoneyRules(), 25_000), chip_worth(MoneyRules(), 12_500)
    (235000.0, 117500.0)
    """
    return rules.chip_multiple * rules.chip_value_usd * (price_usd / rules.chip_value_price)


def parent_rate(rules: MoneyRules, mood: Mood) -> float:
    """Return the growth of a parent's payment a month: more for a lab that leads, most for one it fears for.

    >>> [round(parent_rate(MoneyRules(), mood), 4) for mood in (Mood.LEADING, Mood.CALM, Mood.ALARMED)]
    [0.0605, 0.055, 0.066]
    """
    if mood is _LEADING:
        return rules.parent_growth * rules.parent_leading
    return rules.parent_growth * (rules.parent_alarmed if mood is _ALARMED else 1.0)


def runway(cash_usd: int, flow_usd: int, most: int = UNCOUNTED) -> int:
    """Return the months the cash lasts at a monthly flow (negative: it burns), at most `most`.

    >>> runway(1_000, -100), runway(1_000, 5), runway(-5, -100)
    (10, 99, 0)
    """
    if cash_usd < 0:
        return 0
    return most if flow_usd >= 0 else min(most, cash_usd // -flow_usd)


def diluted(founder_ppm: int, amount_usd: int, value_usd: int) -> int:
    """Return the owners' part after a round of an amount at a valuation that includes it, ppm.

    >>> diluted(1_000_000, 20, 100), diluted(800_000, 20, 100)
    (800000, 640000)
    """
    return founder_ppm * max(0, value_usd - amount_usd) // max(1, value_usd)


def round_usd(rules: MoneyRules, value_usd: int) -> int:
    """Return what a round brings: about a fifth of the value before it, as far as investors go.

    >>> round_usd(MoneyRules(), 24_000_000_000)
    5280000000
    """
    return min(rules.round_most_usd, int(value_usd * rules.round_part))


def hoards(rules: MoneyRules, lab: Lab) -> bool:
    """Return whether a lab has so much cash already that investors wait."""
    return lab.cash_usd > rules.round_hoard * round_usd(rules, lab.valuation_usd)


def running_cost(rules: Rulebook, depot: Depot) -> int:
    """Return power of a month for all powered chips and the fee for those in a partner's halls."""
    powered, hosted = running_chips(depot)
    return powered * rules.chips.power_usd + hosted * rules.chips.hosting_usd


def rent_of_month(rules: MoneyRules, rented: int, rental_cents: int) -> int:
    """Return the cloud bill of a month, whole dollars.

    >>> rent_of_month(MoneyRules(), 1_000, 400)
    2920000
    """
    return rented * rental_cents * rules.rent_hours // 100


def pay_of_month(rules: MoneyRules, staff: int, level_ppm: int = PPM) -> int:
    """Return the wages of a month at a level of pay, ppm of the usual, whole dollars.

    >>> pay_of_month(MoneyRules(), 100), pay_of_month(MoneyRules(), 100, 1_500_000)
    (4200000, 6300000)
    """
    return staff * rules.pay_usd * level_ppm // PPM


def paid_part(rules: MoneyRules, price_level: int) -> int:
    """Return what a price brings for each user, ppm of what the usual price brings: fewer pay a high one.

    >>> [paid_part(MoneyRules(), level) for level in (400_000, 700_000, 1_000_000, 1_250_000, 1_600_000)]
    [646429, 889874, 1000000, 1023413, 990053]
    """
    return PPM if price_level == PPM else _paid(rules.price_payers, price_level)


@lru_cache(maxsize=256)
def _paid(payers: float, price_level: int) -> int:
    return int(price_level * exp(-payers * (price_level / PPM - 1.0)))


def consumer_revenue(rules: MoneyRules, users_k: int, price_level: int) -> int:
    """Return what consumers pay in a month, whole dollars.

    >>> consumer_revenue(MoneyRules(), 100_000, 1_000_000)
    115000000
    """
    part = PPM if price_level == PPM else paid_part(rules, price_level)
    return users_k * 1000 * rules.user_cents * part // (100 * PPM)


def business_spending(rules: Rulebook, consumers_k: int) -> int:
    """Return what firms pay all labs in a month at the usual price, whole dollars."""
    money = rules.money
    if not rules.switches.business:
        return 0
    start = rules.race.consumers_start_k
    return business_market(money.business_start_usd, money.business_power, consumers_k, start)


def business_part(rules: MoneyRules, spending_usd: int, lab: Lab) -> int:
    """Return what firms that spend so much in a month pay one lab, whole dollars."""
    usd = spending_usd * lab.business_ppm // PPM
    return usd if lab.price_level == PPM else usd * paid_part(rules, lab.price_level) // PPM


def bridged(rules: MoneyRules, lab: Lab) -> bool:
    """Return whether lenders bear the lab's present debt."""
    return lab.cash_usd >= 0 or -lab.cash_usd <= rules.credit * lab.valuation_usd
