"""What each mechanic is worth: the same founders on the same seeds, with it and with its switch off."""

from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from race.study.balance.plan import ARCHETYPES, MECHANICS
from race.study.balance.tally import Side, Tally, best, paired, paired_rate, points
from race.study.compare import SURE, Interval

_DIFFERENT_RATE: Final = 0.02
_DIFFERENT_SCORE: Final = 15.0
"""Differences that count, in share of games and in points."""
_FIGURES: Final = 2
"""Figures, rate and score, of which one that moves is enough."""
_ENOUGH: Final = 100
"""Pairs below which a difference of nothing proves nothing."""


class Lift(msgspec.Struct, frozen=True, kw_only=True):
    """What one mechanic is worth: with it less without it, on common seeds."""

    switch: str
    best: Interval
    """Rate of the best archetype, each side with its own best."""
    score: Interval
    """Score of the archetype that it moves most; sure of all of them in both figures at once (Bonferroni)."""
    user: str
    """That archetype."""
    rate: Interval
    """Rate of the archetype whose rate it moves most; sure of all at once as well."""
    winner: str
    """That archetype."""
    before: str
    after: str

    @property
    def felt(self) -> bool:
        """Return whether the mechanic makes the difference that is asked for."""
        rates = any(
            abs(rate.value) >= _DIFFERENT_RATE and rate.excludes_zero for rate in (self.best, self.rate)
        )
        return rates or (abs(self.score.value) >= _DIFFERENT_SCORE and self.score.excludes_zero)

    @property
    def slight(self) -> bool:
        """Return whether enough pairs rule out a difference that would count.

        Scores that all differ alike have no interval: enough of them say it by themselves.
        """
        score = (self.score.low, self.score.high) if self.score.known else (self.score.value,)
        return (
            self.score.games >= _ENOUGH
            and all(max(abs(rate.low), abs(rate.high)) < _DIFFERENT_RATE for rate in (self.best, self.rate))
            and max(map(abs, score)) < _DIFFERENT_SCORE
        )


def lifts(tally: Tally) -> tuple[Lift, ...]:
    """Return what each of the ten mechanics is worth, in the order of the plan.

    An archetype who never uses one plays the same games without it, and stands beside those who do.
    """
    found = []
    for switch in MECHANICS:
        without = tally.of("mechanic", switch)
        if not without:
            continue
        users = [side.arm.founder for side in without]
        with_it = [side for side in tally.of("field") if side.arm.founder in {*users, *ARCHETYPES}]
        with_it = _shortened(with_it, without)
        others = [side for side in with_it if side.arm.founder not in users]
        first, then = best(with_it), best([*without, *others])
        if first is None or then is None:
            continue
        user, score = _most_moved(with_it, without, _paired_score)
        winner, rate = _most_moved(with_it, without, paired_rate)
        found.append(
            Lift(
                switch=switch,
                best=paired_rate(first, then),
                score=score,
                user=user,
                rate=rate,
                winner=winner,
                before=first.arm.founder,
                after=then.arm.founder,
            )
        )
    return tuple(found)


def _shortened(with_it: Sequence[Side], without: Sequence[Side]) -> list[Side]:
    """Return the sides with the mechanic, on the seeds that were also played without it."""
    seeds = {game.seed for side in without for game in side.games}
    return [
        Side(arm=side.arm, games=tuple(game for game in side.games if game.seed in seeds)) for side in with_it
    ]


def _paired_score(ours: Side, theirs: Side, sure: float) -> Interval:
    return paired(ours, theirs, points, sure)


def _most_moved(
    with_it: Sequence[Side], without: Sequence[Side], moved_by: Callable[[Side, Side, float], Interval]
) -> tuple[str, Interval]:
    """Return the founder of whom a mechanic changes a figure most, and by how much.

    The interval is sure of all founders and figures at once: whichever is looked at was the largest of them.
    """
    theirs = {side.arm.founder: side for side in without}
    sure = 1 - (1 - SURE) / (_FIGURES * len(theirs))
    moved = {
        side.arm.founder: moved_by(side, theirs[side.arm.founder], sure)
        for side in with_it
        if side.arm.founder in theirs
    }
    user = max(moved, key=lambda founder: abs(moved[founder].value))
    return user, moved[user]
