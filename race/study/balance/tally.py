"""The games of a report by what they were for, and the figures that every measure starts from."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import inf

import msgspec
import numpy as np

from race.core.ids import WON, Ending
from race.study.balance.games import Lost, Outcome, Part
from race.study.balance.plan import ARCHETYPES, Arm, Spec, arms_of, chunks_of
from race.study.compare import SURE, Interval, differences, mean, rate
from race.study.extras import need
from race.study.measures.choices import Choice
from race.study.measures.exploit import Exploit

Read = Callable[[Outcome], float]


def won(game: Outcome) -> float:
    """Return 1 for a game that ended at Frontier or better, else 0."""
    return float(game.ending in WON)


def points(game: Outcome) -> float:
    """Return the score of a game, 0-1,000."""
    return float(game.score)


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One arm with the games that were played for it, in the order of their seeds."""

    arm: Arm
    games: tuple[Outcome, ...]

    def rate(self) -> Interval:
        """Return the share of games at Frontier or better, with its Wilson interval."""
        return rate(int(sum(map(won, self.games))), len(self.games))

    def mean(self, read: Read) -> Interval:
        """Return the mean of a figure with its t interval."""
        return mean([read(game) for game in self.games])

    def endings(self) -> dict[str, float]:
        """Return the share of every ending, in the order in which the game tries them."""
        counts = Counter(game.ending for game in self.games)
        return {
            ending.value: counts[ending.value] / len(self.games) for ending in Ending if counts[ending.value]
        }


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """All games of a report, and what was asked beside them."""

    spec: Spec
    sides: tuple[Side, ...]
    lost: tuple[Lost, ...]
    choices: tuple[Choice, ...] = ()
    exploit: Exploit | None = None

    def of(self, part: str, without: str = "") -> tuple[Side, ...]:
        """Return the sides of a part of the plan (`without`: of one switched-off mechanic)."""
        return tuple(
            side
            for side in self.sides
            if side.arm.part == part and (not without or side.arm.without == without) and side.games
        )

    def side(self, part: str, founder: str) -> Side | None:
        """Return one founder's side, or None when it was not played."""
        return next((side for side in self.of(part) if side.arm.founder == founder), None)

    @property
    def games(self) -> int:
        """Return how many games were played to their ending."""
        return sum(len(side.games) for side in self.sides)


def tally_of(spec: Spec, parts: Sequence[Part]) -> Tally:
    """Sort the parts of a plan by arm."""
    games: dict[int, list[Outcome]] = {arm.arm: [] for arm in arms_of(spec)}
    for chunk, part in zip(chunks_of(spec), parts, strict=True):
        games[chunk.arm.arm] += part.games
    sides = tuple(Side(arm=arm, games=tuple(games[arm.arm])) for arm in arms_of(spec))
    return Tally(spec=spec, sides=sides, lost=tuple(lost for part in parts for lost in part.lost))


def best(sides: Iterable[Side]) -> Side | None:
    """Return the side with the highest share at Frontier or better (score decides a tie)."""
    return max(sides, key=lambda side: (side.rate().value, side.mean(points).value), default=None)


def lead_of(tally: Tally) -> Side | None:
    """Return the best simple archetype."""
    return best(side for side in tally.of("field") if side.arm.founder in ARCHETYPES)


def paired_rate(ours: Side, theirs: Side, sure: float = SURE) -> Interval:
    """Return the share won on one side less the other's, over common seeds.

    Where all pairs are alike there is no spread: the interval is then what so many pairs rule out. One more
    may move a share of none by 1, and a share that is won, or lost, by all of them by 2.
    """
    found = paired(ours, theirs, won, sure)
    if found.known or not found.games:
        return found
    most = (1 + abs(found.value)) * rate(0, found.games, sure).high
    ends = max(-1.0, found.value - most), min(1.0, found.value + most)
    return Interval(found.value, *ends, found.games)


def paired(ours: Side, theirs: Side, read: Read, sure: float = SURE) -> Interval:
    """Return the mean of a figure on one side less the other, over the seeds that both have played."""
    found, beside = ({game.seed: read(game) for game in side.games} for side in (ours, theirs))
    return mean(differences(found, beside), sure)


def ratio(ours: Side, theirs: Side) -> Interval:
    """Return our share at Frontier or better over theirs, with an interval that respects common seeds.

    Where they have played more seeds than we, ours is carried over to all of theirs by regression on the
    common ones (double sampling: Cochran, Sampling Techniques, 1977, chapter 12), so that neither's luck
    with our few seeds counts as skill. The interval is Fieller's: the ratios r for which `ours - r x theirs`
    is not told from 0 at 95 %; it is open above while theirs may be 0.
    """
    found, beside = ({game.seed: won(game) for game in side.games} for side in (ours, theirs))
    seeds = sorted(found.keys() & beside.keys())
    above, below = ([side[seed] for seed in seeds] for side in (found, beside))
    under = sum(beside.values()) / max(1, len(beside))
    if not under or not seeds:
        return Interval(0.0, 0.0, inf, len(seeds))
    if not sum(above):  # no spread to take an interval from: as high as our own rate may be
        return Interval(0.0, 0.0, rate(0, len(seeds)).high / under, len(seeds))
    if len(seeds) < 2:  # noqa: PLR2004 - no spread, no interval
        return Interval(above[0] / under, 0.0, inf, len(seeds))
    return _fieller(above, below, list(beside.values()))


def _fieller(above: list[float], below: list[float], everywhere: list[float]) -> Interval:
    """Return the ratio of means; `below` is theirs on our seeds, `everywhere` theirs on all of theirs."""
    games = len(above)
    (of_ours, both), (_, of_theirs) = np.cov(above, below)
    slope = both / of_theirs if of_theirs else 0.0
    under, spread = sum(everywhere) / len(everywhere), np.var(everywhere, ddof=1) / len(everywhere)
    top = sum(above) / games + slope * (under - sum(below) / games)
    quantile = need("scipy.stats").t.ppf((1 + SURE) / 2, games - 1)
    a = under**2 - quantile**2 * spread
    b = top * under - quantile**2 * slope * spread
    c = top**2 - quantile**2 * ((of_ours - slope * both) / games + slope**2 * spread)
    root = b * b - a * c
    if a <= 0 or root < 0:
        return Interval(float(top / under), 0.0, inf, games)
    low, high = max(0.0, float((b - root**0.5) / a)), float((b + root**0.5) / a)
    return Interval(float(top / under), low, high, games)
