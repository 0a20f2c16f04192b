"""Is it over, and how: eleven endings tried in order, and the 1,000-point score with its parts.

The score and its formula are printed in the game and on the result; every number is in the
rulebook's chapter `score`.
"""

from collections.abc import Callable
from functools import reduce
from math import fsum
from operator import add
from typing import Final

import msgspec

from race.core.exact import log10
from race.core.formulas.owners.carmaker import MILESTONES
from race.core.formulas.owners.holders import trust_weighted
from race.core.ids import PPM, RIVALS, Ending, Firm
from race.core.rulebook.score import ScoreRules
from race.core.world import Lab, World

_YEAR: Final = 12
"""Months of the last year."""
_NO_ANSWER: Final = 0.5
"""Share of promises kept that counts when none has come due."""


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


class Line(msgspec.Struct, frozen=True):
    """What a part of the score is made of: its name, its points, the most it can bring."""

    key: str
    points: float
    most: float


def score_lines(world: World) -> dict[str, tuple[Line, ...]]:
    """Return the parts of the score by name, each with the lines that it is the sum of."""
    return {
        "race": _race_lines(world),
        "owners": _owner_lines(world),
        "carmaker": _carmaker_lines(world),
        "house": _house_lines(world),
        "world": _world_lines(world),
    }


def score(world: World) -> Score:
    """Score a position as if the game ended here (each line is clipped to its range)."""
    parts = {name: reduce(add, [line.points for line in lines]) for name, lines in score_lines(world).items()}
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


def frontier_share(world: World) -> float:
    """Return the share of the last year's months at the frontier, 0-1."""
    last_year = world.gaps[-_YEAR:]
    return sum(gap <= world.rules.score.frontier_gap for gap in last_year) / max(1, len(last_year))


def _race_lines(world: World) -> tuple[Line, ...]:
    rules = world.rules.score
    places = world.labs[Firm.XAI].milestones
    prizes = rules.prize_points * places.count(1) + rules.second_points * places.count(2)
    return (
        Line("gap", gap_points(rules, final_gap(world)), rules.gap_points),
        Line("prizes", min(rules.prize_most, prizes), rules.prize_most),
        Line("frontier", rules.frontier_points * frontier_share(world), rules.frontier_points),
    )


def _owner_lines(world: World) -> tuple[Line, ...]:
    rules, kept = world.rules.score, promises_kept(world)
    word = rules.promise_points * (_NO_ANSWER if kept is None else kept)
    gained = _clip(rules.return_points * price_against_sector(world), rules.return_points)
    return (
        Line("trust", trust_points(rules, trust(world)), rules.trust_points),
        Line("promises", word, rules.promise_points),
        Line("price", gained, rules.return_points),
    )


def _carmaker_lines(world: World) -> tuple[Line, ...]:
    rules = world.rules.score
    powered = _clip(rules.chips_points * powered_share(world), rules.chips_points)
    driven = rules.autonomy_points * world.carmaker.autonomy_reached / MILESTONES
    return (
        Line("chips", powered, rules.chips_points),
        Line("autonomy", driven, rules.autonomy_points),
    )


def _house_lines(world: World) -> tuple[Line, ...]:
    rules, lab = world.rules.score, world.labs[Firm.XAI]
    worth = lab.valuation_usd if lab.buyer is None else lab.sold_usd
    stayed = rules.people_points * lab.staff / max(1, lab.staff + lab.people_lost)
    return (
        Line("value", value_points(rules, worth), rules.value_points),
        Line("people", stayed, rules.people_points),
    )


def _world_lines(world: World) -> tuple[Line, ...]:
    rules = world.rules.score
    left = rules.world_points - rules.incident_points * world.labs[Firm.XAI].incidents
    return (Line("harm", _clip(left, rules.world_points), rules.world_points),)


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
