"""What many futures say: medians with bands, chances, and what an order changes, with its uncertainty.

Futures are paired: the same draw is the same luck with the order and without it, so that a change
is the mean of the differences within pairs, and its interval is as narrow as that allows.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from math import inf, isfinite, sqrt
from operator import sub
from typing import Final

import msgspec
import numpy as np

from race.core.ids import Ending
from race.session.forecast.paths import TRACKS, Pair, Path
from race.session.forecast.spread import Z, share_span, vary

LEVELS: Final = (0.1, 0.25, 0.5, 0.75, 0.9)
"""Parts of the futures that lie below each line of a fan."""
_FEW: Final = 6
"""Futures from which on differences that are all alike are certain: so many coins fall alike once in 32."""


class Fan(msgspec.Struct, frozen=True, kw_only=True):
    """A figure's futures by month, index 0 the position itself; `lines` are by `LEVELS`."""

    lines: tuple[tuple[float, ...], ...]

    @property
    def median(self) -> tuple[float, ...]:
        """Return the middle line."""
        return self.lines[2]

    @property
    def wide(self) -> tuple[tuple[float, float], ...]:
        """Return the band that eight futures of ten stay in, month by month."""
        return tuple(zip(self.lines[0], self.lines[4], strict=True))

    @property
    def narrow(self) -> tuple[tuple[float, float], ...]:
        """Return the band that half of the futures stay in, month by month."""
        return tuple(zip(self.lines[1], self.lines[3], strict=True))


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What an order changes: the mean within pairs, and the ends of its 95 % interval.

    Ends that nothing is known of are infinite.
    """

    mean: float
    low: float
    high: float

    @property
    def known(self) -> bool:
        """Return whether the futures say anything of how far the mean may be off."""
        return isfinite(self.low)

    @property
    def sure(self) -> bool:
        """Return whether the interval leaves no doubt about the sign."""
        return self.low > 0.0 or self.high < 0.0


class Odds(msgspec.Struct, frozen=True, kw_only=True):
    """A chance under every plan (0-1), and what the order changes of it."""

    shares: tuple[float, ...]
    change: Change | None


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """What the futures played so far say; plan 0 has the orders, plan 1 has not (if there is one)."""

    month: int
    """Month index of the position."""
    months: int
    futures: int
    """Futures that it is made of."""
    fans: tuple[dict[str, Fan], ...]
    """For every plan, by the keys of `race.session.forecast.paths`."""
    changes: dict[str, Change]
    """Of every figure at the last month; empty for a single plan."""
    apart: dict[str, Fan]
    """Of every figure, the differences within pairs by month; empty for a single plan."""
    odds: dict[str, Odds]
    support: tuple[Fan | None, ...]
    """Support for the founder at the next vote on the founder, ppm, one month long; None without a vote."""
    endings: tuple[dict[Ending, int], ...] = ()
    """For every plan in how many of its futures the game ends how; those in which it goes on are left out."""


LEAK: Final = "leak"
SUIT: Final = "suit"
BEATEN: Final = "beaten"
VOTED_OUT: Final = "voted_out"
BROKE: Final = "broke"
GOAL: Final = "goal"
QUESTIONS: Final[dict[str, Callable[[Path], bool]]] = {
    LEAK: lambda path: path.leaked,
    SUIT: lambda path: path.sued,
    BEATEN: lambda path: path.beaten,
    VOTED_OUT: lambda path: path.voted_out,
    BROKE: lambda path: path.ending is Ending.BANKRUPT,
    GOAL: lambda path: path.close,
}
"""What the chances are of."""
_AT_MEETINGS: Final = (BEATEN, VOTED_OUT)


def outlook(month: int, months: int, pairs: Sequence[Pair]) -> Outlook | None:
    """Return what some futures say, or None before the first of them is finished."""
    if not pairs:
        return None
    plans = list(zip(*pairs, strict=True))
    odds = {
        key: _odds([[asked(path) for path in plan] for plan in plans])
        for key, asked in QUESTIONS.items()
        if key not in _AT_MEETINGS or any(path.met for plan in plans for path in plan)
    }
    return Outlook(
        month=month,
        months=months,
        futures=len(pairs),
        fans=tuple(_fans(plan) for plan in plans),
        changes=_changes(plans) if len(plans) > 1 else {},
        apart=_apart(plans) if len(plans) > 1 else {},
        odds=odds,
        support=tuple(_support(plan) for plan in plans),
        endings=tuple(_endings(plan) for plan in plans),
    )


def _endings(paths: Sequence[Path]) -> dict[Ending, int]:
    found = Counter(path.ending for path in paths)
    return {ending: found[ending] for ending in Ending if found[ending]}


def _fans(paths: Sequence[Path]) -> dict[str, Fan]:
    return _fanned([path.tracks for path in paths])


def _fanned(tracks: Sequence[dict[str, tuple[float, ...]]]) -> dict[str, Fan]:
    """Return a fan of every figure, all of them worked out together."""
    keys = tuple(tracks[0])
    values = np.array([[each[key] for key in keys] for each in tracks], dtype=np.float64)
    lines = np.quantile(values, LEVELS, axis=0)
    return {key: Fan(lines=tuple(map(tuple, lines[:, place].tolist()))) for place, key in enumerate(keys)}


def _support(paths: Sequence[Path]) -> Fan | None:
    found: list[dict[str, tuple[float, ...]]] = [
        {"": (float(path.support_ppm),)} for path in paths if path.support_ppm
    ]
    return _fanned(found)[""] if found else None


def _changes(plans: Sequence[Sequence[Path]]) -> dict[str, Change]:
    ours, theirs = plans[0], plans[1]
    return {
        key: paired([a.tracks[key][-1] - b.tracks[key][-1] for a, b in zip(ours, theirs, strict=True)])
        for key in TRACKS
    }


def _apart(plans: Sequence[Sequence[Path]]) -> dict[str, Fan]:
    return _fanned(
        [
            {key: tuple(map(sub, ours.tracks[key], theirs.tracks[key])) for key in TRACKS}
            for ours, theirs in zip(plans[0], plans[1], strict=True)
        ]
    )


def _odds(answers: Sequence[Sequence[bool]]) -> Odds:
    shares = tuple(sum(plan) / len(plan) for plan in answers)
    change = paired_share(answers[0], answers[1]) if len(answers) > 1 else None
    return Odds(shares=shares, change=change)


def paired(differences: Sequence[float]) -> Change:
    """Return the mean of differences within pairs with its 95 % interval (Student's).

    >>> found = paired([1.0, 2.0, 3.0, 2.0])
    >>> round(found.mean, 2), round(found.low, 2), round(found.high, 2)
    (2.0, 0.7, 3.3)
    >>> paired([1.0, 1.0]).known, paired([1.0] * 6).sure
    (False, True)
    """
    n = len(differences)
    mean = sum(differences) / n
    if n < _FEW and not vary(differences):
        return Change(mean=mean, low=-inf, high=inf)
    variance = sum((each - mean) ** 2 for each in differences) / (n - 1)
    half = student(n - 1) * sqrt(variance / n)
    return Change(mean=mean, low=mean - half, high=mean + half)


_EXACT: Final = {1: 12.706, 2: 4.303, 3: 3.182}
"""What `student` returns for few degrees of freedom, from the tables."""


def student(freedom: int) -> float:
    """Return the half width of the middle 95 % of Student's distribution.

    From four degrees of freedom on by Hill's expansion in 1/freedom, which is too narrow below.

    >>> [round(student(freedom), 2) for freedom in (1, 2, 3, 7, 15, 63)]
    [12.71, 4.3, 3.18, 2.36, 2.13, 2.0]
    """
    if freedom in _EXACT:
        return _EXACT[freedom]
    first = (Z**3 + Z) / 4
    second = (5 * Z**5 + 16 * Z**3 + 3 * Z) / 96
    third = (3 * Z**7 + 19 * Z**5 + 17 * Z**3 - 15 * Z) / 384
    return Z + first / freedom + second / freedom**2 + third / freedom**3


def paired_share(ours: Sequence[bool], theirs: Sequence[bool]) -> Change:
    """Return the difference of two shares on the same draws with its 95 % interval.

    >>> found = paired_share([True] * 5 + [False] * 5, [False] * 10)
    >>> round(found.mean, 2), round(found.low, 2), round(found.high, 2)
    (0.5, 0.09, 0.74)
    >>> paired_share([True] * 8, [True] * 8).sure
    False
    """
    n = len(ours)
    gained = sum(a and not b for a, b in zip(ours, theirs, strict=True))
    lost = sum(b and not a for a, b in zip(ours, theirs, strict=True))
    low, high = share_span(gained, lost, n)
    return Change(mean=(gained - lost) / n, low=low, high=high)
