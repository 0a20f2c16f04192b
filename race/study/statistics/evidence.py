"""Evidence that may be looked at after every game: e-processes, valid however often one peeks.

A gambler bets on the next pair of games; if there is no difference no bet has an edge, and the chance that
the purse ever grows to 1 / alpha is at most alpha (Ville's inequality). For yes and no, gamblers bet small
and large parts of the purse on either side, and the evidence is the mean of their purses (Waudby-Smith and
Ramdas, 2024): exact. For other figures it is the Bayes factor of a t-test that knows no scale (Perez-Ortiz,
Lardy, de Heide and Gruenwald, 2024): exact for normal differences, and measured for others.
"""

from collections.abc import Sequence
from math import inf
from typing import Any, Final

import numpy as np

_PARTS: Final = (0.02, 0.05, 0.1, 0.2, 0.4, 0.7)
"""Parts of the purse that are bet."""
_PRIOR: Final = 40.0
"""Games that the guess of the effect is worth: one of a sixth of a standard deviation is expected.

With a bolder guess, early games of a skewed figure raise too many alarms (`python -m tools.peeking`).
"""

Purse = np.ndarray[Any, np.dtype[np.float64]]


def anytime_p(differences: Sequence[float], *, share: bool) -> float:
    """Return a p-value that holds at every look: 1 over the most the purse has been, at most 1.

    `differences` stand in the order of their seeds; `share` says that each is -1, 0 or 1.

    >>> round(anytime_p([0.0] * 50, share=True), 6), round(anytime_p([1.0] * 20, share=True), 4)
    (1.0, 0.0003)
    >>> [round(anytime_p([1.0, 2.0] * games, share=False), 4) for games in (10, 20)]
    [0.0346, 0.0]
    """
    purse = bets(differences) if share else normal(differences)
    return min(1.0, float(np.exp(-purse.max(initial=-inf))))


def bets(differences: Sequence[float]) -> Purse:
    """Return the logarithm of the mean purse after each difference of -1, 0 or 1."""
    steps = np.asarray(differences, dtype=float)
    parts = np.array([sign * part for part in _PARTS for sign in (1.0, -1.0)])
    purse = np.log1p(np.outer(steps, parts)).cumsum(axis=0)
    return np.asarray(np.logaddexp.reduce(purse, axis=1) - np.log(len(parts)), dtype=float)


def normal(differences: Sequence[float]) -> Purse:
    """Return the logarithm of the t-test's Bayes factor after each difference, of any scale."""
    steps = np.asarray(differences, dtype=float)
    games = np.arange(1.0, len(steps) + 1.0)
    squares, total = (steps**2).cumsum(), steps.cumsum()
    kept = 1.0 - np.divide(total**2, squares, out=np.zeros_like(steps), where=squares > 0) / (games + _PRIOR)
    return np.asarray(0.5 * (np.log(_PRIOR / (games + _PRIOR)) - games * np.log(kept)), dtype=float)
