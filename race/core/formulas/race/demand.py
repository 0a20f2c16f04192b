"""What users and firms choose, and the compute it takes to serve them: numbers in, numbers out."""

from functools import lru_cache
from math import fsum

from race.core.exact import exps_of, power
from race.core.ids import PPM
from race.core.rulebook.race import RaceRules
from race.core.world.lab import Lab


def logit_shares(utilities: list[float]) -> list[float]:
    """Return the shares of a logit choice, shape (n,), sum 1.

    >>> [round(share, 3) for share in logit_shares([0.0, 0.0, -2.5])]
    [0.48, 0.48, 0.039]
    """
    top = max(utilities)
    weights = exps_of([utility - top for utility in utilities])
    total = fsum(weights)
    return [weight / total for weight in weights]


def grown_users(rules: RaceRules, users_k: int, frontier: float, ease: float = 1.0) -> int:
    """Return the weekly users of all services a month later, thousands.

    Word of mouth brings them, so those who are turned away or priced out bring nobody: `ease` is 1
    when all are served at the usual price.

    >>> grown_users(RaceRules(), 114_000, 1313.0), grown_users(RaceRules(), 4_000_000, 1500.0)
    (123081, 4000000)
    >>> grown_users(RaceRules(), 114_000, 1313.0, 0.5)
    118540
    """
    rate = ease * (rules.growth + rules.growth_elo * (frontier - rules.growth_from))
    return int(users_k * (1.0 + max(0.0, rate) * (1.0 - users_k / rules.people_k)))


def ease_of_use(rules: RaceRules, labs: list[Lab], users_k: int) -> float:
    """Return how easily people come to such services: 1 when all are served at the usual price."""
    served = asked_ppm = turned_k = 0
    for lab in labs:
        served += lab.users_k
        asked_ppm += lab.users_k * lab.price_level
        turned_k += lab.turned_k
    asked, turned = asked_ppm / max(1, served) / PPM, turned_k / max(1, users_k)
    return max(0.0, (1.0 - turned) * (1.0 - rules.growth_price * (asked - 1.0)))


def price_appeal(rules: RaceRules, level_ppm: int) -> float:
    """Return the utility of a price level; the usual price is 0.

    >>> round(price_appeal(RaceRules(), 700_000), 2)
    0.3
    """
    return -rules.price_utility * (level_ppm / PPM - 1.0)


def novelty_of(rules: RaceRules, jump: float, *, open_weights: bool) -> float:
    """Return the attention that a jump in published quality earns, utility units."""
    return max(0.0, jump) / 50.0 * rules.novelty_jump * (rules.novelty_open if open_weights else 1.0)


def serving_load(rules: RaceRules, users_k: int, business_usd: int) -> float:
    """Return the compute that users and firms need, H100e.

    >>> serving_load(RaceRules(), 100_000, 10_000_000)
    31000.0
    """
    return users_k / 1000.0 * rules.serving_users + business_usd / 1e6 * rules.serving_business


@lru_cache(maxsize=64)
def business_market(start_usd: int, growth_power: float, users_k: int, users_start_k: int) -> int:
    """Return what all firms spend in a month, whole dollars: it grows faster than the users.

    >>> business_market(42_000_000, 1.7, 114_000, 114_000), business_market(42_000_000, 2.0, 228_000, 114_000)
    (42000000, 168000000)
    """
    return int(start_usd * power(users_k / users_start_k, growth_power))


def published(users_k: int) -> int:
    """Return a number of users as a lab would publish it: its first two figures.

    >>> published(123_456), published(7)
    (120000, 7)
    """
    step = int("1" + "0" * max(0, len(str(users_k)) - 2))
    return users_k // step * step
