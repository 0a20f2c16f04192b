"""What many futures say: medians with bands, chances, and what an order changes, with its uncertainty.

Futures are paired: the same draw is the same luck with the order and without it, so that a change
is the mean of the differences within pairs, and its interval is as narrow as that allows.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import chain
from math import floor, inf, isfinite, sqrt
from typing import Final

import msgspec
import numpy as np
import numpy.typing as npt

from race.core.ids import Ending
from race.session.forecast.paths import TRACKS, Pair, Path
from race.session.forecast.spread import Z, share_span, vary

LEVELS: Final = (0.1, 0.25, 0.5, 0.75, 0.9)
"""Parts of the futures that lie below each line of a fan."""
_FEW: Final = 6
"""Futures from which on differences that are all alike are certain: so many coins fall alike once in 32."""


Lines = tuple[tuple[float, ...], ...]
"""Values by month, for each of `LEVELS`."""


class Fan(msgspec.Struct, frozen=True, kw_only=True):
    """A figure's futures by month, index 0 the position itself; `lines` are by `LEVELS`."""

    lines: Lines

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
    fans, ends = _fans(plans)
    odds = {
        key: _odds([[asked(path) for path in plan] for plan in plans])
        for key, asked in QUESTIONS.items()
        if key not in _AT_MEETINGS or any(path.met for plan in plans for path in plan)
    }
    return Outlook(
        month=month,
        months=months,
        futures=len(pairs),
        fans=tuple(fans[: len(plans)]),
        changes={key: paired(differences) for key, differences in ends.items()},
        apart=fans[-1] if len(plans) > 1 else {},
        odds=odds,
        support=tuple(_support(plan) for plan in plans),
        endings=tuple(_endings(plan) for plan in plans),
    )


def _endings(paths: Sequence[Path]) -> dict[Ending, int]:
    found = Counter(path.ending for path in paths)
    return {ending: found[ending] for ending in Ending if found[ending]}


def _fans(plans: Sequence[Sequence[Path]]) -> tuple[list[dict[str, Fan]], dict[str, list[float]]]:
    """Return a fan of every figure by plan, then of the differences within pairs, with these at the end.

    All fans are worked out together; of a single plan there are no differences.
    """
    keys, futures = tuple(plans[0][0].tracks), len(plans[0])
    told = (path.tracks[key] for plan in plans for path in plan for key in keys)
    found = np.fromiter(chain.from_iterable(told), dtype=np.float64)
    values = found.reshape(len(plans), futures, len(keys), -1).transpose(0, 2, 3, 1)
    figures, names, ends = [*values], [keys] * len(plans), dict[str, list[float]]()
    if len(plans) > 1:
        places = [keys.index(key) for key in TRACKS]
        figures.append(values[0, places] - values[1, places])
        names.append(TRACKS)
        ends = dict(zip(TRACKS, figures[-1][:, -1].tolist(), strict=True))
    lines = iter(quantiles(np.concatenate(figures)))
    return [{key: Fan(lines=next(lines)) for key in those} for those in names], ends


def quantiles(values: npt.NDArray[np.float64]) -> list[Lines]:
    """Return the lines by `LEVELS` of figures, each by month and then by future.

    They are numpy's own quantiles to the last bit, in a third of its time.
    """
    ordered = np.sort(values, axis=-1)
    lines = []
    for level in LEVELS:
        place = level * (ordered.shape[-1] - 1)
        below, above = ordered[..., floor(place)], ordered[..., min(floor(place) + 1, ordered.shape[-1] - 1)]
        part, step = place - floor(place), above - below
        lines.append(below + step * part if part < 0.5 else above - step * (1 - part))  # noqa: PLR2004
    by_figure = np.stack(lines, axis=1).tolist()
    return [tuple(map(tuple, each)) for each in by_figure]


def _support(paths: Sequence[Path]) -> Fan | None:
    found = [float(path.support_ppm) for path in paths if path.support_ppm]
    return Fan(lines=quantiles(np.array([[found]]))[0]) if found else None


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
