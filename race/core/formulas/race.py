"""Arithmetic of the race: what a run is worth, where the recipe goes, what users choose.

Shared by the laws, the view and the forecasts; no world, no luck: numbers in, numbers out.
"""

from functools import lru_cache
from math import fsum
from typing import Final

from race.core.exact import exp, log, log10, power
from race.core.ids import PPM, Mood
from race.core.rulebook.race import RaceRules
from race.core.world.lab import Lab, Release

SECONDS_IN_MONTH: Final = 2_630_000.0
LN2: Final = 0.6931471805599453


def flop_of_month(rules: RaceRules, chips: int, training_ppm: int) -> float:
    """Return the training compute of one month, FLOP: chips x share x peak x utilisation x time.

    >>> f"{flop_of_month(RaceRules(), 100_000, 1_000_000):.2e}"
    '9.88e+25'
    """
    return chips * (training_ppm / PPM) * rules.peak_flops * rules.utilisation * SECONDS_IN_MONTH


def raw_quality(rules: RaceRules, flop: float, month: int, recipe: float, luck: float) -> float:
    """Return L, the quality of a run released in a month, Elo before the scale flattens.

    >>> [round(raw_quality(RaceRules(), f, t, 0.0, 0.0)) for f, t in ((1e25, 0), (1e26, 0), (1e26, 12))]
    [1258, 1301, 1390]
    """
    size = log10(max(flop, 1e20) / 1e25)
    return rules.elo_base + rules.elo_decade * size + rules.elo_year * month / 12.0 + recipe + luck


def flatten(rules: RaceRules, raw: float) -> float:
    """Return the score on the common scale: as it is below the bend, nearing the ceiling above.

    >>> [round(flatten(RaceRules(), raw), 1) for raw in (1400, 1470, 1500, 1600, 1900)]
    [1400, 1470, 1497.5, 1560.9, 1626.4]
    """
    over = raw - rules.flat_from
    if over <= 0.0:
        return raw
    return rules.flat_from + rules.flat_span * (1.0 - exp(-over / rules.flat_span))


def unflatten(rules: RaceRules, score: float) -> float:
    """Return the raw quality behind a score (the inverse of `flatten`).

    >>> round(unflatten(RaceRules(), flatten(RaceRules(), 1555.0)), 6)
    1555.0
    """
    over = score - rules.flat_from
    if over <= 0.0:
        return score
    return rules.flat_from - rules.flat_span * log(max(1e-6, 1.0 - over / rules.flat_span))


def refreshed(rules: RaceRules, best: Release, month: int, recipe: float, luck: float) -> float:
    """Return the score of a refresh of `best`: its base run by today's method, a bounded gain."""
    raw = raw_quality(rules, best.flop, month, recipe + rules.refresh_recipe, luck)
    return flatten(rules, min(raw, unflatten(rules, best.elo_true) + rules.refresh_most))


def milli(score: float | None) -> int:
    """Return a score in thousandths of an Elo point, 0 for none, as the quality account writes it.

    >>> milli(1313.2), milli(None)
    (1313200, 0)
    """
    return 0 if score is None else round(score * 1000)


def research_doublings(rules: RaceRules, own_log: float, log_of_others: float) -> float:
    """Return research compute against the others' geometric mean, in doublings, bounded.

    Both are natural logarithms of compute, the others' the mean of theirs.

    >>> [round(research_doublings(RaceRules(), log(own), log(1000.0)), 2) for own in (500, 1000, 4000, 10**9)]
    [-1.0, 0.0, 2.0, 3.0]
    """
    doublings = (own_log - log_of_others) / LN2
    return max(-rules.doublings_most, min(rules.doublings_most, doublings))


def people_gain(rules: RaceRules, lab: Lab, people: int) -> float:
    """Return what arriving researchers add to the recipe, Elo; less the farther it is above its goal."""
    room = max(0.0, 1.0 - max(0.0, lab.recipe - lab.recipe_goal) / rules.recipe_people_most)
    return rules.recipe_person * people * room


def research_chips(lab: Lab) -> float:
    """Return the compute at work on the recipe, H100e; training compute without a run helps."""
    part = lab.split.research + (0 if lab.run else lab.split.training)
    return lab.depot.running() * part / PPM


def logit_shares(utilities: list[float]) -> list[float]:
    """Return the shares of a logit choice, shape (n,), sum 1.

    >>> [round(share, 3) for share in logit_shares([0.0, 0.0, -2.5])]
    [0.48, 0.48, 0.039]
    """
    top = max(utilities)
    weights = [exp(utility - top) for utility in utilities]
    total = fsum(weights)
    return [weight / total for weight in weights]


def grown_users(rules: RaceRules, users_k: int, frontier: float) -> int:
    """Return the weekly users of all services a month later, thousands.

    >>> grown_users(RaceRules(), 114_000, 1313.0), grown_users(RaceRules(), 4_000_000, 1500.0)
    (122860, 4000000)
    """
    rate = rules.growth + rules.growth_elo * (frontier - rules.growth_from)
    return int(users_k * (1.0 + max(0.0, rate) * (1.0 - users_k / rules.people_k)))


def price_appeal(rules: RaceRules, level_ppm: int) -> float:
    """Return the utility of a price level; the usual price is 0.

    >>> round(price_appeal(RaceRules(), 700_000), 2)
    0.18
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


def safety_level(rules: RaceRules, base: float, lead: float, mood: Mood) -> float:
    """Return the safety a lab of a mood keeps, 0-1 of `base`: little lead, little patience.

    The equilibrium with public information of Armstrong, Bostrom and Shulman has s = min(1, lead/e).

    >>> [round(safety_level(RaceRules(), 1.0, lead, Mood.CALM), 2) for lead in (-30, 0, 18, 60)]
    [0.4, 0.4, 0.7, 1.0]
    """
    kept = min(1.0, rules.safety_floor + max(0.0, lead) / rules.safety_lead)
    return base * kept * (rules.safety_alarmed if mood is Mood.ALARMED else 1.0)


def mood_of(rules: RaceRules, gap: float) -> Mood:
    """Return the mood of a lab that perceives this gap to the best other, Elo (below 0: it leads).

    >>> [mood_of(RaceRules(), gap).value for gap in (-5, 10, 40, 90)]
    ['leading', 'calm', 'pressed', 'alarmed']
    """
    if gap < 0.0:
        return Mood.LEADING
    if gap < rules.calm_gap:
        return Mood.CALM
    return Mood.PRESSED if gap < rules.pressed_gap else Mood.ALARMED
