"""How a lab feels about the race, and what that does to its care: numbers in, numbers out."""

from typing import Final

from race.core.ids import PPM, Mood
from race.core.rulebook.race import RaceRules
from race.core.rulebook.seats.conduct import ConductRules
from race.core.rulebook.seats.tempers import TemperRules

_ALARMED: Final = Mood.ALARMED
_LEADING: Final = Mood.LEADING
_CALM: Final = Mood.CALM
_PRESSED: Final = Mood.PRESSED


def safety_level(rules: RaceRules, base: float, lead: float, mood: Mood) -> float:
    """Return the safety a lab of a mood keeps, 0-1 of `base`: little lead, little patience.

    The equilibrium with public information of Armstrong, Bostrom and Shulman has s = min(1, lead/e).

    >>> [round(safety_level(RaceRules(), 1.0, lead, Mood.CALM), 2) for lead in (-30, 0, 18, 60)]
    [0.4, 0.4, 0.7, 1.0]
    """
    kept = rules.safety_floor + lead / rules.safety_lead if lead > 0.0 else rules.safety_floor
    return base * (kept if kept < 1.0 else 1.0) * (rules.safety_alarmed if mood is _ALARMED else 1.0)


def incident_chance(rules: RaceRules, debt: int, *, open_weights: bool) -> float:
    """Return the chance of an incident in a month (0-1) at a built-up risk, ppm.

    >>> [round(incident_chance(RaceRules(), 500_000, open_weights=weights), 3) for weights in (False, True)]
    [0.01, 0.015]
    """
    factor = rules.incident_open if open_weights else 1.0
    return rules.incident_rate * factor * debt / PPM


def risk_after(rules: RaceRules, risk: int, safety: int, *, limited: bool) -> int:
    """Return a lab's risk a month later, ppm: what skipped safety builds, less what care mends.

    `safety` is the part of running compute spent on it, ppm; `limited` slows the building of risk.

    >>> [risk_after(RaceRules(), 100_000, safety, limited=False) for safety in (0, 25_000, 50_000)]
    [152000, 122000, 92000]
    """
    missing = 1.0 - safety / PPM / rules.safety_need if rules.safety_need else 0.0
    missing = missing if missing > 0.0 else 0.0
    relief = rules.limit_relief if limited else 1.0
    built = rules.debt_rate * missing * relief * PPM
    return int(risk * (1.0 - rules.debt_paid) + built)


def mood_of(rules: RaceRules, gap: float) -> Mood:
    """Return the mood of a lab that perceives this gap to the best other, Elo (below 0: it leads).

    >>> [mood_of(RaceRules(), gap).value for gap in (-5, 10, 40, 90)]
    ['leading', 'calm', 'pressed', 'alarmed']
    """
    if gap < 0.0:
        return _LEADING
    if gap < rules.calm_gap:
        return _CALM
    return _PRESSED if gap < rules.pressed_gap else _ALARMED


def haste(rules: TemperRules, mood: Mood) -> float:
    """Return how fast a lab of a mood spends, 1 for the usual.

    >>> [haste(TemperRules(), mood) for mood in Mood]
    [0.95, 1.0, 1.15, 1.35]
    """
    if mood is _CALM:
        return rules.haste_calm
    if mood is _PRESSED:
        return rules.haste_pressed
    return rules.haste_alarmed if mood is _ALARMED else rules.haste_leading


def raiding(rules: TemperRules, mood: Mood) -> float:
    """Return the chance that the greediest lab raids another in a month of this mood, 0-1.

    >>> [raiding(TemperRules(), mood) for mood in Mood]
    [0.05, 0.08, 0.25, 0.7]
    """
    if mood is _CALM:
        return rules.raid_calm
    if mood is _PRESSED:
        return rules.raid_pressed
    return rules.raid_alarmed if mood is _ALARMED else rules.raid_leading


def pay_level(rules: TemperRules, mood: Mood) -> int:
    """Return what a rival of a mood would like to pay, ppm of the usual: who falls behind pays more.

    >>> [pay_level(TemperRules(), mood) for mood in Mood]
    [1000000, 1000000, 1200000, 1400000]
    """
    if mood is _PRESSED:
        return rules.pay_pressed
    return rules.pay_alarmed if mood is _ALARMED else PPM


def matched_pay(rules: TemperRules, dearest: int) -> int:
    """Return what a rival pays to keep its people beside another lab that pays `dearest`, ppm of the usual.

    It follows only beyond what an alarmed lab pays by itself.

    >>> [matched_pay(TemperRules(), dearest) for dearest in (1_000_000, 1_400_000, 2_000_000)]
    [1000000, 1000000, 1800000]
    """
    return int(dearest * rules.pay_matched) if dearest > rules.pay_alarmed else PPM


def offended(chance: float, grudge: int, most: float) -> float:
    """Return the chance, up to `most`, that ill will of this many offences (ppm) leads to something.

    >>> [offended(0.2, grudge, 0.5) for grudge in (0, 1_000_000, 9_000_000)]
    [0.0, 0.2, 0.5]
    """
    return min(most, chance * grudge / PPM)


def serving_most(rules: ConductRules, mood: Mood) -> int:
    """Return the most compute that a lab of a mood gives its users, ppm: whoever is behind trains first.

    >>> [serving_most(ConductRules(), mood) for mood in Mood]
    [550000, 500000, 450000, 400000]
    """
    if mood is _CALM:
        return rules.serve_calm
    if mood is _PRESSED:
        return rules.serve_pressed
    return rules.serve_alarmed if mood is _ALARMED else rules.serve_leading
