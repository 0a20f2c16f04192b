"""What a position is worth: the chance of each lab to be first at the end, from what everybody can see.

A conditional logit over the labs, fitted to the games of a report: the gap of a lab's published score
to the best one, its part of all compute, and who it is, each with a weight that changes evenly over
the game. It is fitted on every other game and judged on the rest; a fit belongs to its games.
"""

from collections.abc import Sequence
from typing import Any, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from race.core.ids import LABS
from race.study.balance.games import Track
from race.study.extras import need

Floats = NDArray[np.float64]

_ELO: Final = 30.0
"""Elo that count as one step of the gap."""
_FAR: Final = -8.0
"""Steps beyond which a gap says no more (a lab without a release)."""
_LEAST: Final = 1e-4
"""Part of all compute below which less says no more."""
_RIDGE: Final = 1e-3
_MOST: Final = 600
"""Games that are fitted at most: more would move the weights in the third digit."""
_BINS: Final = 10


class Fit(msgspec.Struct, frozen=True, kw_only=True):
    """Weights, and how far the chances may be believed on games that were not fitted."""

    weights: tuple[float, ...]
    brier: float
    """Mean squared error, summed over the labs: 0 is perfect, equal chances give 6/7."""
    calibration: float
    """Mean distance of a chance from how often it came true (ECE, ten bins), 0-1."""
    games: int


def winner(track: Track) -> int:
    """Return which lab is truly best at the end, as its place in `LABS`."""
    last = track.truth[-1]
    return last.index(max(last))


def chances(fit: Fit, track: Track) -> Floats:
    """Return each lab's chance at the end of every month, shape (months, labs)."""
    return _softmax(_features(track) @ np.array(fit.weights))


def fit(tracks: Sequence[Track]) -> Fit | None:
    """Fit the weights to every other game; None for fewer than four games."""
    if len(tracks) < 4:  # noqa: PLR2004 - two to fit, two to judge
        return None
    chosen = tracks[:: max(1, len(tracks) // _MOST)]
    weights = _weights(chosen[::2])
    found = Fit(weights=tuple(weights), brier=0.0, calibration=0.0, games=len(chosen[::2]))
    said = [chances(found, track) for track in chosen[1::2]]
    came = [_came(track, len(months)) for track, months in zip(chosen[1::2], said, strict=True)]
    brier, calibration = _judge(np.concatenate(said), np.concatenate(came))
    return msgspec.structs.replace(found, brier=brier, calibration=calibration)


def _features(track: Track) -> Floats:
    """Return what is seen of each lab, shape (months, labs, features)."""
    elo, compute = np.array(track.elo), np.array(track.compute)
    gap = np.maximum(_FAR, (elo - elo.max(axis=1, keepdims=True)) / _ELO)
    part = compute / np.maximum(1.0, compute.sum(axis=1, keepdims=True))
    seen = np.stack([gap, np.log(np.maximum(_LEAST, part))], axis=2)
    who = np.broadcast_to(np.eye(len(LABS)), (len(elo), len(LABS), len(LABS)))
    now = np.concatenate([seen, who], axis=2)
    time = (np.arange(len(elo)) / max(1, len(elo) - 1))[:, None, None]
    return np.concatenate([now * (1 - time), now * time], axis=2)


def _weights(tracks: Sequence[Track]) -> Floats:
    features = np.concatenate([_features(track) for track in tracks])
    came = np.concatenate([_came(track, len(track.elo)) for track in tracks])

    def loss(weights: Floats) -> tuple[float, Floats]:
        said = _softmax(features @ weights)
        told = np.log(np.maximum(1e-12, (said * came).sum(axis=1)))
        slope = np.einsum("mlf,ml->f", features, said - came) / len(said)
        return float(-told.mean() + _RIDGE * (weights @ weights)), slope + 2 * _RIDGE * weights

    start = np.zeros(features.shape[2])
    found: Any = need("scipy.optimize").minimize(loss, start, jac=True, method="L-BFGS-B")
    return np.asarray(found.x, dtype=np.float64)


def _came(track: Track, months: int) -> Floats:
    row = np.zeros(len(LABS))
    row[winner(track)] = 1.0
    return np.broadcast_to(row, (months, len(LABS)))


def _softmax(worth: Floats) -> Floats:
    raised = np.exp(worth - worth.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float64)


def _judge(said: Floats, came: Floats) -> tuple[float, float]:
    """Return the Brier score and the expected calibration error of chances."""
    brier = float(((said - came) ** 2).sum(axis=1).mean())
    place = np.minimum(_BINS - 1, (said * _BINS).astype(int)).ravel()
    counts = np.maximum(1, np.bincount(place, minlength=_BINS))
    off = np.abs(
        np.bincount(place, said.ravel(), minlength=_BINS) - np.bincount(place, came.ravel(), minlength=_BINS)
    )
    return brier, float((off / counts * np.bincount(place, minlength=_BINS)).sum() / place.size)
