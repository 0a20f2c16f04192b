"""Arithmetic of the shareholder hall: where each seat stands, and how a wave of opinion runs."""

import functools
import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
_CURVE_BITS = 8
_INNER_SHARE = 0.42


@dataclass(frozen=True, slots=True)
class Wedge:
    """Slice of the hall for one kind: angles in radians from the right end, first and past-last dot."""

    start: float
    end: float
    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class Seating:
    """Places of all dots.

    Attributes:
        x: columns, shape (dots,), pixels from the hall's centre.
        y: rows above the floor, shape (dots,), pixels, 0 or more.
        wedges: one a kind, in the order given, left to right.
        dot: distance between neighbours in pixels.
        per_dot: seats that one dot stands for; above 1 only when the seats would be smaller than dots can be.
        counts: seats of each kind.
    """

    x: Floats
    y: Floats
    wedges: tuple[Wedge, ...]
    dot: float
    per_dot: int
    counts: tuple[int, ...]

    @property
    def dots(self) -> int:
        """Number of dots drawn."""
        return len(self.x)


def _curve_order(across: Floats, along: Floats) -> npt.NDArray[np.int64]:
    """Order points of the unit square along Hilbert's curve: neighbours in order are neighbours in place."""
    side = 1 << _CURVE_BITS
    x = np.minimum((across * side).astype(np.int64), side - 1)
    y = np.minimum((along * side).astype(np.int64), side - 1)
    index = np.zeros(len(x), dtype=np.int64)
    step = side // 2
    while step:
        right, up = (x & step) > 0, (y & step) > 0
        index += step * step * ((3 * right) ^ up)
        flip = ~up & right
        x, y = np.where(flip, side - 1 - x, x), np.where(flip, side - 1 - y, y)
        x, y = np.where(up, x, y), np.where(up, y, x)
        step //= 2
    return np.argsort(index, kind="stable")


def _rows_for(count: int, outer: float, angle: float) -> int:
    """Return how many rows give square spacing for `count` dots in a slice of the ring."""
    inner = outer * _INNER_SHARE
    area = angle * (outer * outer - inner * inner) / 2
    return max(2, round((outer - inner) / math.sqrt(area / max(1, count))))


def _fill_wedge(count: int, turn: tuple[float, float], radii: Floats) -> tuple[Floats, Floats]:
    """Spread `count` dots over the rows of one wedge; longer rows take more; return angles and radii."""
    if count == 0:
        return np.zeros(0), np.zeros(0)
    start, end = turn
    lengths = radii * (end - start)
    shares = np.floor(np.cumsum(lengths) / lengths.sum() * count + 1e-9).astype(int)
    shares[-1] = count
    angles, reaches = [], []
    for radius, seats in zip(radii, np.diff(shares, prepend=0), strict=True):
        place = (np.arange(seats) + 0.5) / max(1, seats)
        angles.append(start + place * (end - start))
        reaches.append(np.full(seats, radius))
    return np.concatenate(angles), np.concatenate(reaches)


@functools.lru_cache(maxsize=8)
def seat(counts: tuple[int, ...], outer: float, smallest: float = 2.9) -> Seating:
    """Place every holder in the half circle.

    Args:
        counts: seats of each kind, left to right; kinds without seats keep an empty wedge.
        outer: radius of the hall in pixels.
        smallest: least distance between dots in pixels; below it one dot stands for several seats.

    Returns:
        The seating; dots are in the order of the holders given, so that network neighbours sit together.
    """
    total = max(1, sum(counts))
    spacing = math.sqrt(math.pi * (1 - _INNER_SHARE**2) / 2 / total)
    gap = max(0.026, min(0.06, 0.9 * spacing)) if len(counts) > 1 else 0.0
    room = math.pi - gap * (len(counts) - 1)
    area = room * outer * outer * (1 - _INNER_SHARE**2) / 2
    per_dot = max(1, math.ceil(total * smallest * smallest / area))
    drawn = [math.ceil(count / per_dot) for count in counts]
    number = _rows_for(sum(drawn), outer, room)
    radii = np.linspace(outer * _INNER_SHARE, outer, number)
    angle, first, wedges, xs, ys = math.pi, 0, [], [], []
    for count in drawn:
        width = room * count / max(1, sum(drawn))
        angles, reaches = _fill_wedge(count, (angle, angle - width), radii)
        deep = outer * (1 - _INNER_SHARE)
        broad = max(deep, width * outer, 1e-9)
        along = (angle - angles) * outer * (1 + _INNER_SHARE) / 2 / broad
        order = _curve_order(along, (reaches - radii[0]) / broad)
        xs.append((reaches * np.cos(angles))[order])
        ys.append((reaches * np.sin(angles))[order])
        wedges.append(Wedge(angle - width, angle, first, first + count))
        first, angle = first + count, angle - width - gap
    spacing = math.sqrt(area / max(1, sum(drawn)))
    return Seating(np.concatenate(xs), np.concatenate(ys), tuple(wedges), spacing, per_dot, counts)


def dot_of(seating: Seating, place: int) -> int:
    """Return the dot that stands for a seat, counted over all kinds.

    >>> hall = seat((4, 6), 200.0)
    >>> [dot_of(hall, place) for place in (0, 3, 4, 9)]
    [0, 3, 4, 9]
    """
    for count, wedge in zip(seating.counts, seating.wedges, strict=True):
        if place < count:
            return wedge.first + place // seating.per_dot
        place -= count
    return len(seating.x) - 1


def dot_values(seating: Seating, values: Floats) -> Floats:
    """Return one value a dot: the mean of the seats it stands for.

    Args:
        seating: places.
        values: one value a seat, shape (seats,), grouped by kind in the seating's order.

    Returns:
        Array of shape (dots,).
    """
    if seating.per_dot == 1:
        return values
    means, first = [], 0
    for count in seating.counts:
        part = values[first : first + count]
        first += count
        if count:
            starts = np.arange(0, count, seating.per_dot)
            sizes = np.minimum(seating.per_dot, count - starts)
            means.append(np.add.reduceat(part, starts) / sizes)
    return np.concatenate(means) if means else values[:0]


def wave_values(seating: Seating, old: Floats, new: Floats, t: float) -> Floats:
    """Return the dots' values while a change runs through the hall.

    The wave starts where opinion changed most and reaches the far end at the last moment.

    Args:
        seating: places.
        old: values before, shape (dots,).
        new: values after, shape (dots,).
        t: 0 before, 1 after.

    Returns:
        Array of shape (dots,); exactly `old` at 0 and `new` at 1.
    """
    if t <= 0 or not len(old):
        return old
    if t >= 1:
        return new
    change = np.abs(new - old)
    heavy = change >= np.quantile(change, 0.95) if change.max() > 0 else change >= 0
    source_x, source_y = float(seating.x[heavy].mean()), float(seating.y[heavy].mean())
    far = np.hypot(seating.x - source_x, seating.y - source_y)
    delay = far / max(1e-9, float(far.max())) * 0.65
    share = np.clip((t - delay) / 0.35, 0.0, 1.0)
    eased = share * share * (3 - 2 * share)
    mixed: Floats = old + (new - old) * eased
    return mixed
