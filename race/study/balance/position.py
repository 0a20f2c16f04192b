"""What a position is worth, from what everybody can see: who will be first, and whether the founder makes it.

A conditional logit over the sides, fitted to the games of a report. Over the labs it sees the gap of a
lab's published score to the best, its part of all compute, and who it is; for the founder, the gap to the
best other lab now and over three months, the part of all compute, and the owners' trust. A weight changes
over the game: evenly, and faster toward the end. It is fitted on every other game and judged on the rest; a
fit belongs to its games.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from race.core.ids import LABS, Firm
from race.study.balance.games import Track
from race.study.extras import need

Floats = NDArray[np.float64]
See = Callable[[Track], Floats]
"""What is seen of each side in every month, shape (months, sides, features)."""

_ELO: Final = 30.0
"""Elo that count as one step of the gap."""
_FAR: Final = 8.0
"""Steps beyond which a gap says no more (a lab without a release)."""
_LEAST: Final = 1e-4
"""Part of all compute below which less says no more."""
_RIDGE: Final = 1e-4
_MOST: Final = 600
"""Games that are fitted at most: more would move the weights in the third digit."""
_BINS: Final = 10
_LATELY: Final = 3
"""Months over which a gap is averaged, as the ending does."""
_OWN: Final = LABS.index(Firm.XAI)


class Fit(msgspec.Struct, frozen=True, kw_only=True):
    """Weights, and how far the chances may be believed on games that were not fitted."""

    weights: tuple[float, ...]
    brier: float
    """Mean squared error, summed over the sides: 0 is perfect."""
    calibration: float
    """Mean distance of a chance from how often it came true (ECE, ten bins), 0-1."""
    games: int


def first_at_end(track: Track) -> int:
    """Return which lab is truly best at the end, as its place in `LABS`."""
    last = track.truth[-1]
    return last.index(max(last))


def labs_seen(track: Track) -> Floats:
    """Return what is seen of each lab."""
    elo = np.array(track.elo)
    gap = np.maximum(-_FAR, (elo - elo.max(axis=1, keepdims=True)) / _ELO)
    seen = np.stack([gap, _part(track)], axis=2)
    who = np.broadcast_to(np.eye(len(LABS)), (len(elo), len(LABS), len(LABS)))
    return _over_time(np.concatenate([seen, who], axis=2))


def founder_seen(track: Track) -> Floats:
    """Return what is seen of the founder; the second side, not to make it, is worth 0."""
    elo = np.array(track.elo)
    gap = np.clip((elo[:, _OWN] - np.delete(elo, _OWN, axis=1).max(axis=1)) / _ELO, -_FAR, _FAR)
    lately = np.array([gap[max(0, month + 1 - _LATELY) : month + 1].mean() for month in range(len(gap))])
    columns = [gap, lately, _part(track)[:, _OWN], np.array(track.trust), np.ones(len(elo))]
    own = np.stack(columns, axis=1)[:, None, :]
    return _over_time(np.concatenate([own, np.zeros_like(own)], axis=1))


def _part(track: Track) -> Floats:
    compute = np.array(track.compute)
    part = compute / np.maximum(1.0, compute.sum(axis=1, keepdims=True))
    return np.asarray(np.log(np.maximum(_LEAST, part)), dtype=np.float64)


def _over_time(seen: Floats) -> Floats:
    """Repeat the features: what counts at the start, at the end, and in the last year and months alone."""
    time = (np.arange(len(seen)) / max(1, len(seen) - 1))[:, None, None]
    shapes = (1 - time, time, time**4, time**16)
    return np.concatenate([seen * shape for shape in shapes], axis=2)


def chances(fitted: Fit, track: Track, see: See) -> Floats:
    """Return each side's chance at the end of every month, shape (months, sides)."""
    return _softmax(see(track) @ np.array(fitted.weights))


def fit(tracks: Sequence[Track], came: Sequence[int], see: See) -> Fit | None:
    """Fit the weights to every other game (`came`: the side of each); None for fewer than four games."""
    if len(tracks) < 4:  # noqa: PLR2004 - two to fit, two to judge
        return None
    step = max(1, len(tracks) // _MOST)
    chosen = list(zip(tracks[::step], came[::step], strict=True))
    fitted, judged = chosen[::2], chosen[1::2]
    weights = _weights([see(track) for track, _ in fitted], [side for _, side in fitted])
    found = Fit(weights=tuple(map(float, weights)), brier=0.0, calibration=0.0, games=len(fitted))
    said = [chances(found, track, see) for track, _ in judged]
    true = [_rows(months.shape, side) for months, (_, side) in zip(said, judged, strict=True)]
    brier, calibration = _judge(np.concatenate(said), np.concatenate(true))
    return msgspec.structs.replace(found, brier=brier, calibration=calibration)


def _weights(seen: Sequence[Floats], came: Sequence[int]) -> Floats:
    features = np.concatenate(seen)
    true = np.concatenate([_rows(each.shape[:2], side) for each, side in zip(seen, came, strict=True)])

    def loss(weights: Floats) -> tuple[float, Floats]:
        said = _softmax(features @ weights)
        told = np.log(np.maximum(1e-12, (said * true).sum(axis=1)))
        slope = np.einsum("msf,ms->f", features, said - true) / len(said)
        return float(-told.mean() + _RIDGE * (weights @ weights)), slope + 2 * _RIDGE * weights

    start = np.zeros(features.shape[2])
    found: Any = need("scipy.optimize").minimize(loss, start, jac=True, method="L-BFGS-B")
    return np.asarray(found.x, dtype=np.float64)


def _rows(shape: tuple[int, ...], side: int) -> Floats:
    rows = np.zeros(shape)
    rows[:, side] = 1.0
    return rows


def _softmax(worth: Floats) -> Floats:
    raised = np.exp(worth - worth.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float64)


def _judge(said: Floats, true: Floats) -> tuple[float, float]:
    """Return the Brier score and the expected calibration error of chances."""
    brier = float(((said - true) ** 2).sum(axis=1).mean())
    place = np.minimum(_BINS - 1, (said * _BINS).astype(int)).ravel()
    off = np.bincount(place, said.ravel(), minlength=_BINS) - np.bincount(
        place, true.ravel(), minlength=_BINS
    )
    return brier, float(np.abs(off).sum() / place.size)
