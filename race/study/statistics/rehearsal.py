"""Studies in which there is nothing to find, played thousands of times: does the method say so?

The differences are drawn, not played: normal ones, ones with a tenth of outliers, skewed ones, and yes and
no that seldom differ. Every study is looked at after every round, which is what a person does.
"""

from collections.abc import Callable
from typing import Any, Final

import msgspec
import numpy as np

from race.core.chance import Chance
from race.study.extras import need
from race.study.statistics.evidence import bets, normal
from race.study.statistics.figures import Figure
from race.study.statistics.paired import span_of

ALPHA: Final = 0.05
STUDIES: Final = 2000
GAMES: Final = 400
"""Seeds of a study at most."""
LEAST: Final = 40
EVERY: Final = 20
"""Seeds before the first look, and between two."""

Drawn = np.ndarray[Any, np.dtype[np.float64]]


class Kind(msgspec.Struct, frozen=True):
    """How the differences of a study are spread about nothing."""

    name: str
    draw: Callable[[Drawn, Drawn], Drawn]
    """From two uniform draws for each difference."""
    half_width: float
    """Half-width at which its precision stop speaks, after some 150 games."""
    share: bool = False


def _normal(first: Drawn, _second: Drawn) -> Drawn:
    return np.asarray(need("scipy.stats").norm.ppf(first), dtype=float)


def _outliers(first: Drawn, second: Drawn) -> Drawn:
    return _normal(first, second) * np.where(second < 0.1, 4.0, 1.0)  # noqa: PLR2004 - a tenth


def _skewed(first: Drawn, _second: Drawn) -> Drawn:
    return -np.log1p(-first) - 1.0


def _seldom(first: Drawn, _second: Drawn) -> Drawn:
    return np.where(first < 0.06, 1.0, np.where(first > 0.94, -1.0, 0.0))  # noqa: PLR2004 - one in eight differs


KINDS: Final = (
    Kind("normal", _normal, 0.16),
    Kind("a tenth outliers", _outliers, 0.25),
    Kind("skewed", _skewed, 0.16),
    Kind("seldom different", _seldom, 0.055, share=True),
)


class Rehearsal(msgspec.Struct, frozen=True, kw_only=True):
    """What many studies of nothing said."""

    kind: str
    studies: int
    alarms: float
    """Part whose evidence ever reached 1 / alpha, looked at after every single game."""
    peeked: float
    """Part in which a t-test at some look had p < alpha: what not to do."""
    covered: float
    """Part whose interval at the precision stop holds the truth."""
    games: float
    """Mean games at the precision stop."""


def rehearse(kind: Kind, studies: int, seed: int = 0) -> Rehearsal:
    """Run studies of nothing and return how often each method was wrong."""
    chance = Chance(seed)
    alarms = peeked = covered = games = 0
    for number in range(studies):
        draws = np.array(chance.stream(number, f"rehearsal {kind.name}").uniforms(2 * GAMES))
        steps = kind.draw(draws[:GAMES], draws[GAMES:])
        purse = bets(steps.tolist()) if kind.share else normal(steps.tolist())
        alarms += bool(purse.max() >= -np.log(ALPHA))
        peeked += _peeks(steps)
        played, inside = _stops(kind, steps)
        covered += inside
        games += played
    return Rehearsal(
        kind=kind.name,
        studies=studies,
        alarms=alarms / studies,
        peeked=peeked / studies,
        covered=covered / studies,
        games=games / studies,
    )


def _peeks(steps: Drawn) -> bool:
    """Return whether a t-test at any look finds what is not there."""
    looks = np.arange(LEAST, GAMES + 1, EVERY)
    total, squares = steps.cumsum()[looks - 1], (steps**2).cumsum()[looks - 1]
    spread = np.maximum((squares - total**2 / looks) / (looks - 1), 1e-12)
    t = np.abs(total / looks) / np.sqrt(spread / looks)
    return bool((t > need("scipy.stats").t.ppf(1 - ALPHA / 2, looks - 1)).any())


def _stops(kind: Kind, steps: Drawn) -> tuple[int, bool]:
    """Return the games at the precision stop, and whether its interval holds 0."""
    figure = Figure(kind.name, share=kind.share)
    for seeds in range(LEAST, GAMES + 1, EVERY):
        found = span_of(figure, steps[:seeds].tolist())
        if found.high - found.low <= 2 * kind.half_width or seeds == GAMES:
            return seeds, found.low <= 0.0 <= found.high
    return GAMES, False
