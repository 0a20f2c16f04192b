"""Is it over, and how: eleven endings tried in order, and the 1,000-point score with its parts.

The score and its formula are printed in the game and on the result; every number is in the
rulebook's chapter `score`.
"""

from collections.abc import Callable, Sequence
from functools import partial, reduce
from math import fsum
from operator import add
from typing import Final

import msgspec

from race.core.exact import log10
from race.core.formulas.owners.carmaker import MILESTONES
from race.core.formulas.owners.holders import trust_weighted
from race.core.ids import PPM, RIVALS, Ending, Firm
from race.core.rulebook.score import ScoreRules
from race.core.world import Affairs, Carmaker, Lab, World

YEAR: Final = 12
"""Months of the last year."""


def true_gap(world: World) -> float:
    """Return the best other lab's true Elo minus the founder's lab's (0 or less: in front)."""
    return max([true_elo(world.labs[firm]) for firm in RIVALS]) - true_elo(world.labs[Firm.XAI])


def true_elo(lab: Lab) -> float:
    """Return the true quality of a lab's best release, Elo (0 before the first)."""
    truest = lab.truest()
    return truest.elo_true if truest else 0.0


class Reckoning(msgspec.Struct, frozen=True, kw_only=True):
    """What endings and score are judged by: the race, as it is or as it is made out, and one's own books."""

    rules: ScoreRules
    gap: float
    """Mean gap of the last months to the best other lab, Elo (0 or less: in front)."""
    rank: int
    frontier: float
    """Share of the last year's months at the frontier, 0-1."""
    trust: float
    """Share-weighted trust, 0-1."""
    lab: Lab
    carmaker: Carmaker
    affairs: Affairs


def reckoned(world: World) -> Reckoning:
    """Return what a position is judged by, as it truly is."""
    return Reckoning(
        rules=world.rules.score,
        gap=final_gap(world),
        rank=rank(world),
        frontier=frontier_share(world),
        trust=trust(world),
        lab=world.labs[Firm.XAI],
        carmaker=world.carmaker,
        affairs=world.affairs,
    )


def final_gap(world: World) -> float:
    """Return the mean true gap of the last months played, Elo."""
    return mean_gap(world.rules.score, world.gaps)


def mean_gap(rules: ScoreRules, gaps: Sequence[float]) -> float:
    """Return the mean of the gaps of the last months that count, Elo; 0 when no month is played.

    >>> mean_gap(ScoreRules(), [90.0, 30.0, 20.0, 10.0])
    20.0
    """
    last = gaps[-rules.final_months :]
    return fsum(last) / max(1, len(last))


def rank(world: World) -> int:
    """Return the founder's lab's rank by true quality, 1 to 7."""
    own = true_elo(world.labs[Firm.XAI])
    return 1 + sum(true_elo(lab) > own for firm, lab in world.labs.items() if firm is not Firm.XAI)


def trust(world: World) -> float:
    """Return share-weighted trust, 0-1."""
    return trust_weighted(world.holders) / PPM


def promises_kept(affairs: Affairs) -> float | None:
    """Return the share of promises kept by weight, 0-1, or None when none has come due."""
    judged = [promise for promise in affairs.promises if promise.kept is not None]
    if not judged:
        return None
    return fsum(p.claim for p in judged if p.kept) / fsum(p.claim for p in judged)


def powered_share(carmaker: Carmaker) -> float:
    """Return the carmaker's powered chips over its plan."""
    return carmaker.depot.powered() / max(1, carmaker.planned_chips)


def price_against_sector(carmaker: Carmaker) -> float:
    """Return the share price over its start, against the sector's."""
    return carmaker.price_cents / carmaker.price_start_cents / (carmaker.sector_ppm / PPM)


class Asked(msgspec.Struct, frozen=True):
    """One thing that an ending asks for: its name, what is there, what is wanted; `most` is not passed."""

    key: str
    there: float
    wanted: float
    most: bool = False

    @property
    def met(self) -> bool:
        """Whether it is there.

        >>> Asked("trust", 0.6, 0.5).met, Asked("gap", 20.0, 15.0, most=True).met
        (True, False)
        """
        return self.there <= self.wanted if self.most else self.there >= self.wanted


Ways = tuple[tuple[Asked, ...], ...]
"""What an ending asks for: all that one of the ways holds."""


def _gap(seen: Reckoning, wanted: float) -> Asked:
    return Asked("gap", seen.gap, wanted, most=True)


def _triumph(seen: Reckoning) -> Ways:
    score, kept = seen.rules, promises_kept(seen.affairs)
    judged = sum(promise.kept is not None for promise in seen.affairs.promises)
    return (
        (
            _gap(seen, 0.0),
            Asked("judged", judged, score.promises_needed),
            Asked("kept", -1.0 if kept is None else kept, score.kept_share),
            Asked("trust", seen.trust, score.triumph_trust),
        ),
    )


def _frontier(seen: Reckoning) -> Ways:
    return ((_gap(seen, seen.rules.frontier_gap),),)


def _contender(seen: Reckoning) -> Ways:
    score = seen.rules
    return (Asked("rank", seen.rank, score.contender_rank, most=True),), (_gap(seen, score.contender_gap),)


def _steward(seen: Reckoning) -> Ways:
    score = seen.rules
    return (
        (
            Asked("chips", powered_share(seen.carmaker), score.steward_chips),
            Asked("autonomy", seen.carmaker.autonomy_reached, score.steward_autonomy),
            Asked("trust", seen.trust, score.steward_trust),
        ),
    )


GOOD: Final[dict[Ending, Callable[[Reckoning], Ways]]] = {
    Ending.TRIUMPH: _triumph,
    Ending.FRONTIER: _frontier,
    Ending.CONTENDER: _contender,
    Ending.STEWARD: _steward,
}
"""What each ending that is an aim asks for, the best first."""


def holds(ending: Ending, seen: Reckoning) -> bool:
    """Return whether all that an aim asks for is there."""
    return any(all(asked.met for asked in way) for way in GOOD[ending](seen))


def whole(seen: Reckoning) -> tuple[Asked, ...]:
    """Return what a carmaker has that is not broken; without it the frontier is a Pyrrhic victory."""
    score = seen.rules
    return (
        Asked("chips", powered_share(seen.carmaker), score.broken_chips),
        Asked("price", price_against_sector(seen.carmaker), score.broken_price),
    )


def lost_control(world: World) -> bool:
    """Return whether the founder was voted out, or holds too few votes after a lender's sale."""
    return world.affairs.removed or world.carmaker.stake_ppm < world.rules.score.margin_votes


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
    (Ending.REMOVED, lambda world: lost_control(world) and not holds(Ending.FRONTIER, reckoned(world))),
    (Ending.PYRRHIC, lost_control),
)
"""Endings that stop a game in any month, in the order they are tried."""

FINAL: Final[tuple[tuple[Ending, Callable[[Reckoning], bool]], ...]] = (
    (
        Ending.PYRRHIC,
        lambda seen: holds(Ending.FRONTIER, seen) and not all(asked.met for asked in whole(seen)),
    ),
    (Ending.ENJOINED, lambda seen: seen.affairs.injunction),
    *((ending, partial(holds, ending)) for ending in GOOD),
    (Ending.ALSO_RAN, lambda _: True),
)
"""Endings judged after the last month, in the order they are tried."""


def judge_ending(world: World) -> Ending | None:
    """Return how the game ends at this position, or None while it goes on."""
    for ending, found in SUDDEN:
        if found(world):
            return ending
    if world.month < world.setting.months:
        return None
    return judge_last(reckoned(world))


def judge_last(seen: Reckoning) -> Ending:
    """Return how a game ends after its last month."""
    return next(ending for ending, found in FINAL if found(seen))


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
    return lines_of(reckoned(world))


def lines_of(seen: Reckoning) -> dict[str, tuple[Line, ...]]:
    """Return the same of what a position is judged by."""
    return {
        "race": _race_lines(seen),
        "owners": _owner_lines(seen),
        "carmaker": _carmaker_lines(seen),
        "house": _house_lines(seen),
        "world": _world_lines(seen),
    }


def score(world: World) -> Score:
    """Score a position as if the game ended here (each line is clipped to its range)."""
    return score_of(reckoned(world), world.ending)


def score_of(seen: Reckoning, ending: Ending | None) -> Score:
    """Return the score of what a position is judged by, with an ending's factor; None for none."""
    parts = {name: reduce(add, [line.points for line in lines]) for name, lines in lines_of(seen).items()}
    factor = _factor(seen, ending)
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
    return share_at_frontier(world.rules.score, world.gaps)


def share_at_frontier(rules: ScoreRules, gaps: Sequence[float]) -> float:
    """Return the share of the last year's gaps that are at the frontier, 0-1.

    >>> share_at_frontier(ScoreRules(), [90.0, 10.0])
    0.5
    """
    last_year = gaps[-YEAR:]
    return sum(gap <= rules.frontier_gap for gap in last_year) / max(1, len(last_year))


def _race_lines(seen: Reckoning) -> tuple[Line, ...]:
    rules, places = seen.rules, seen.lab.milestones
    prizes = rules.prize_points * places.count(1) + rules.second_points * places.count(2)
    return (
        Line("gap", gap_points(rules, seen.gap), rules.gap_points),
        Line("prizes", min(rules.prize_most, prizes), rules.prize_most),
        Line("frontier", rules.frontier_points * seen.frontier, rules.frontier_points),
    )


def _owner_lines(seen: Reckoning) -> tuple[Line, ...]:
    rules, kept = seen.rules, promises_kept(seen.affairs)
    word = rules.promise_points * (rules.none_due if kept is None else kept)
    gained = _clip(rules.return_points * price_against_sector(seen.carmaker), rules.return_points)
    return (
        Line("trust", trust_points(rules, seen.trust), rules.trust_points),
        Line("promises", word, rules.promise_points),
        Line("price", gained, rules.return_points),
    )


def _carmaker_lines(seen: Reckoning) -> tuple[Line, ...]:
    rules = seen.rules
    powered = _clip(rules.chips_points * powered_share(seen.carmaker), rules.chips_points)
    driven = rules.autonomy_points * seen.carmaker.autonomy_reached / MILESTONES
    return (
        Line("chips", powered, rules.chips_points),
        Line("autonomy", driven, rules.autonomy_points),
    )


def _house_lines(seen: Reckoning) -> tuple[Line, ...]:
    rules, lab = seen.rules, seen.lab
    worth = lab.valuation_usd if lab.buyer is None else lab.sold_usd
    stayed = rules.people_points * lab.staff / max(1, lab.staff + lab.people_lost)
    return (
        Line("value", value_points(rules, worth), rules.value_points),
        Line("people", stayed, rules.people_points),
    )


def _world_lines(seen: Reckoning) -> tuple[Line, ...]:
    rules = seen.rules
    left = rules.world_points - rules.incident_points * seen.lab.incidents
    return (Line("harm", _clip(left, rules.world_points), rules.world_points),)


def _factor(seen: Reckoning, ending: Ending | None) -> float:
    rules = seen.rules
    match ending:
        case Ending.ENJOINED:
            return rules.enjoined_factor
        case Ending.REMOVED:
            return rules.removed_factor
        case Ending.ABSORBED if (buyer := seen.lab.buyer) is not None:
            return rules.merged_factor if buyer is Firm.TESLA else rules.sold_factor
        case Ending.BANKRUPT | Ending.ABSORBED:
            return rules.lost_factor
        case Ending.CATASTROPHE:
            return rules.catastrophe_factor
        case _:
            return 1.0
