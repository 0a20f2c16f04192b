"""Is it over, and how: eleven endings tried in order, and the 1,000-point score with its parts.

The score and its formula are printed in the game and on the result; every number is in the
rulebook's chapter `score`.
"""

from collections.abc import Callable
from math import fsum
from typing import Final

import msgspec

from race.core.exact import log10
from race.core.formulas.owners.holders import trust_weighted
from race.core.ids import PPM, RIVALS, Ending, Firm
from race.core.rulebook.score import ScoreRules
from race.core.world import Lab, World


def true_gap(world: World) -> float:
    """Return the best other lab's true Elo minus the founder's lab's (0 or less: in front)."""
    return max([true_elo(world.labs[firm]) for firm in RIVALS]) - true_elo(world.labs[Firm.XAI])


def true_elo(lab: Lab) -> float:
    """Return the true quality of a lab's best release, Elo (0 before the first)."""
    truest = lab.truest()
    return truest.elo_true if truest else 0.0


def final_gap(world: World) -> float:
    """Return the mean true gap of the last months played, Elo."""
    last = world.gaps[-world.rules.score.final_months :]
    return fsum(last) / max(1, len(last))


def rank(world: World) -> int:
    """Return the founder's lab's rank by true quality, 1 to 7."""
    own = true_elo(world.labs[Firm.XAI])
    return 1 + sum(true_elo(lab) > own for firm, lab in world.labs.items() if firm is not Firm.XAI)


def trust(world: World) -> float:
    """Return share-weighted trust, 0-1."""
    return trust_weighted(world.holders) / PPM


def promises_kept(world: World) -> float | None:
    """Return the share of promises kept by weight, 0-1, or None when none has come due."""
    judged = [promise for promise in world.affairs.promises if promise.kept is not None]
    if not judged:
        return None
    return fsum(p.claim for p in judged if p.kept) / fsum(p.claim for p in judged)


def powered_share(world: World) -> float:
    """Return the carmaker's powered chips over its plan."""
    return world.carmaker.depot.powered() / max(1, world.carmaker.planned_chips)


def price_against_sector(world: World) -> float:
    """Return the share price over its start, against the sector's."""
    carmaker = world.carmaker
    return carmaker.price_cents / carmaker.price_start_cents / (carmaker.sector_ppm / PPM)


def _broken(world: World) -> bool:
    score = world.rules.score
    return powered_share(world) < score.broken_chips or price_against_sector(world) < score.broken_price


def _lost_control(world: World) -> bool:
    return world.affairs.removed or world.carmaker.stake_ppm < world.rules.score.margin_votes


def _at_frontier(world: World) -> bool:
    return final_gap(world) <= world.rules.score.frontier_gap


def _triumph(world: World) -> bool:
    score = world.rules.score
    judged = sum(promise.kept is not None for promise in world.affairs.promises)
    kept = promises_kept(world)
    return (
        final_gap(world) <= 0.0
        and judged >= score.promises_needed
        and kept is not None
        and kept >= score.kept_share
        and trust(world) >= score.triumph_trust
    )


def _steward(world: World) -> bool:
    score = world.rules.score
    return (
        powered_share(world) >= score.steward_chips
        and world.carmaker.autonomy_reached >= score.steward_autonomy
        and trust(world) >= score.steward_trust
    )


def _contender(world: World) -> bool:
    score = world.rules.score
    return rank(world) <= score.contender_rank or final_gap(world) <= score.contender_gap


SUDDEN: Final[tuple[tuple[Ending, Callable[[World], bool]], ...]] = (
    (Ending.CATASTROPHE, lambda world: world.market.catastrophe),
    (
        Ending.BANKRUPT,
        lambda world: (
            world.labs[Firm.XAI].debt_months >= world.rules.money.debt_months
            and not world.labs[Firm.XAI].sold
        ),
    ),
    (Ending.ABSORBED, lambda world: world.labs[Firm.XAI].sold),
    (Ending.REMOVED, lambda world: _lost_control(world) and not _at_frontier(world)),
    (Ending.PYRRHIC, _lost_control),
)
"""Endings that stop a game in any month, in the order they are tried."""

FINAL: Final[tuple[tuple[Ending, Callable[[World], bool]], ...]] = (
    (Ending.PYRRHIC, lambda world: _at_frontier(world) and _broken(world)),
    (Ending.ENJOINED, lambda world: world.affairs.injunction),
    (Ending.TRIUMPH, _triumph),
    (Ending.FRONTIER, _at_frontier),
    (Ending.CONTENDER, _contender),
    (Ending.STEWARD, _steward),
    (Ending.ALSO_RAN, lambda _: True),
)
"""Endings judged after the last month, in the order they are tried."""


def judge_ending(world: World) -> Ending | None:
    """Return how the game ends at this position, or None while it goes on."""
    for ending, holds in SUDDEN:
        if holds(world):
            return ending
    if world.month < world.setting.months:
        return None
    return next(ending for ending, holds in FINAL if holds(world))


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """The score of a finished game: parts in points, the factor of the ending, the total 0-1000."""

    race: float
    owners: float
    carmaker: float
    house: float
    world: float
    factor: float
    total: int


def score(world: World) -> Score:
    """Score a position as if the game ended here (each part is clipped to its range)."""
    parts = {
        "race": _race_points(world),
        "owners": _owner_points(world),
        "carmaker": _carmaker_points(world),
        "house": _house_points(world),
        "world": _clip(
            world.rules.score.world_points
            - world.rules.score.incident_points * world.labs[Firm.XAI].incidents,
            world.rules.score.world_points,
        ),
    }
    factor = _factor(world)
    return Score(**parts, factor=factor, total=int(fsum(parts.values()) * factor + 0.5))


def _clip(value: float, top: float) -> float:
    return min(top, max(0.0, value))


def gap_points(rules: ScoreRules, gap: float) -> float:
    """Return the points for the final gap to the best other lab, Elo (0 or less: in front).

    >>> [round(gap_points(ScoreRules(), gap)) for gap in (-20.0, 0.0, 60.0, 200.0)]
    [220, 220, 110, 0]
    """
    return _clip(rules.gap_points * (rules.gap_zero - gap) / rules.gap_zero, rules.gap_points)


def trust_points(rules: ScoreRules, trusted: float) -> float:
    """Return the points for share-weighted trust, 0-1.

    >>> [round(trust_points(ScoreRules(), trusted)) for trusted in (0.2, 0.5, 0.8)]
    [0, 60, 120]
    """
    return _clip(rules.trust_points * (trusted - rules.trust_zero) / rules.trust_span, rules.trust_points)


def value_points(rules: ScoreRules, value_usd: int) -> float:
    """Return the points for the lab's valuation, by its logarithm.

    >>> [round(value_points(ScoreRules(), value)) for value in (10**9, 10**10, 10**12)]
    [0, 24, 60]
    """
    billions = max(1.0, value_usd / 1e9)
    return _clip(rules.value_points * log10(billions) / rules.value_decades, rules.value_points)


def _race_points(world: World) -> float:
    rules = world.rules.score
    gap = gap_points(rules, final_gap(world))
    places = world.labs[Firm.XAI].milestones
    prizes = rules.prize_points * places.count(1) + rules.second_points * places.count(2)
    last_year = world.gaps[-12:]
    near = sum(gap <= rules.frontier_gap for gap in last_year) / max(1, len(last_year))
    return gap + min(rules.prize_most, prizes) + rules.frontier_points * near


def _owner_points(world: World) -> float:
    rules = world.rules.score
    held = trust_points(rules, trust(world))
    kept = promises_kept(world)
    word = rules.promise_points * (0.5 if kept is None else kept)
    gained = _clip(rules.return_points * price_against_sector(world), rules.return_points)
    return held + word + gained


def _carmaker_points(world: World) -> float:
    rules = world.rules.score
    return (
        _clip(rules.chips_points * powered_share(world), rules.chips_points)
        + rules.autonomy_points * world.carmaker.autonomy_reached / 4
    )


def _house_points(world: World) -> float:
    rules, lab = world.rules.score, world.labs[Firm.XAI]
    value = value_points(rules, lab.valuation_usd if lab.buyer is None else lab.sold_usd)
    return value + rules.people_points * lab.staff / max(1, lab.staff + lab.people_lost)


def _factor(world: World) -> float:
    rules = world.rules.score
    match world.ending:
        case Ending.ENJOINED:
            return rules.enjoined_factor
        case Ending.REMOVED:
            return rules.removed_factor
        case Ending.ABSORBED if (buyer := world.labs[Firm.XAI].buyer) is not None:
            return rules.merged_factor if buyer is Firm.TESLA else rules.sold_factor
        case Ending.BANKRUPT | Ending.ABSORBED:
            return rules.lost_factor
        case Ending.CATASTROPHE:
            return rules.catastrophe_factor
        case _:
            return 1.0
