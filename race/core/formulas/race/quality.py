"""What a run is worth and where the recipe goes.

Shared by the laws, the view and the forecasts; no world, no luck: numbers in, numbers out.
"""

from typing import Final

from race.core.exact import exp, log, log10
from race.core.ids import PPM
from race.core.rulebook import Rulebook
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
    size = log10((flop if flop > 1e20 else 1e20) / 1e25)  # noqa: PLR2004
    return rules.elo_base + rules.elo_decade * size + rules.elo_year * month / 12.0 + recipe + luck


def flatten(rules: RaceRules, raw: float) -> float:
    """Return the score on the common scale: as it is below the bend, nearing the ceiling above.

    >>> [round(flatten(RaceRules(), raw), 1) for raw in (1400, 1470, 1500, 1600, 1900)]
    [1400, 1470, 1498.6, 1576.8, 1706.5]
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


def error_left(rules: Rulebook, age: int) -> float:
    """Return what a published score may still be wrong by at an age in months, Elo (one SD).

    >>> [round(error_left(Rulebook(), age), 1) for age in (0, 2, 6, 8)]
    [5.5, 3.1, 1.0, 0.0]
    """
    if not rules.switches.evidence:
        return rules.race.error_sd
    if age >= rules.fog.evidence_months:
        return 0.0
    return rules.race.error_sd * (1.0 - rules.fog.truth_shows) ** age


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
    most, doublings = rules.doublings_most, (own_log - log_of_others) / LN2
    if -most <= doublings <= most:
        return doublings
    return most if doublings > 0.0 else -most


def recipe_step(rules: Rulebook, lab: Lab, doublings: float, talent: float) -> float:
    """Return the month's drift of a lab's recipe to its goal, Elo, without luck.

    `doublings` are research compute against the others, `talent` the growth of people against theirs.
    """
    goal = lab.recipe_goal + rules.race.recipe_doubling * doublings
    goal += rules.talent.recipe_talent * talent
    return rules.race.recipe_drift * (goal - lab.recipe)


def learned(rules: RaceRules, behind: float) -> float:
    """Return what a lab learns in a month from open weights that are better than its own, Elo.

    >>> [round(learned(RaceRules(), behind), 1) for behind in (10.0, 40.0, 200.0)]
    [0.3, 1.2, 1.5]
    """
    return min(rules.diffusion_most, rules.diffusion * behind)


def lift(lab: Lab, gain: float) -> None:
    """Lift a lab's method for good, Elo: what it can do now, and what its research comes back to."""
    lab.recipe += gain
    lab.recipe_goal += gain


def people_gain(rules: RaceRules, lab: Lab, people: int) -> float:
    """Return what arriving researchers add to the recipe, Elo; less the farther it is above its goal."""
    room = max(0.0, 1.0 - max(0.0, lab.recipe - lab.recipe_goal) / rules.recipe_people_most)
    return rules.recipe_person * people * room


def research_chips(lab: Lab) -> float:
    """Return the compute at work on the recipe, H100e; training compute without a run helps."""
    part = lab.split.research + (0 if lab.run else lab.split.training)
    return lab.depot.running() * part / PPM
