"""The two numbers that the score follows: how tight the race is, and how uneasy the hall.

Both come from what the founder knows.
"""

from dataclasses import dataclass
from math import exp
from typing import Final

from race.core.ids import PPM, Firm
from race.session.session import Session

_NEAR: Final = 45.0
"""Elo between the founder's lab and the best other at which a race is a third as tight as side by side."""
_EASY: Final = 0.3
"""Trust above the voting line at which the hall is at ease."""
_OPEN_CASE, _FORBIDDEN, _STORY = 0.15, 0.2, 0.08


@dataclass(frozen=True, slots=True)
class Feeling:
    """How tight the race is and how uneasy the hall, each 0 to 1."""

    pace: float
    unease: float


def feeling(session: Session) -> Feeling:
    """Return what the score should follow now."""
    return Feeling(_pace(session), _unease(session))


def _pace(session: Session) -> float:
    """Half is the calendar, half is how near the founder's lab and the best other are."""
    board = session.view().board
    scores = {line.firm: line.elo_published for line in board.league}
    own, others = scores.pop(Firm.XAI, None), list(scores.values())
    near = exp(-abs(own - max(others)) / _NEAR) if own is not None and others else 0.0
    gone = min(1.0, session.month / max(1, board.setting.months))
    return _within(0.08 + 0.47 * gone + 0.45 * near)


def _unease(session: Session) -> float:
    """Half and more is how near trust is to the line; stories, cases and a court's order add."""
    view = session.view()
    affairs = view.affairs
    above = session.reports[-1].trust_ppm / PPM - view.board.rules.owners.theta_keep
    open_cases = sum(case.decided is None and not case.settled for case in affairs.cases)
    bad = sum(story.bad_conduct for story in affairs.stories)
    return _within(
        0.7 * (1.0 - min(1.0, above / _EASY))
        + _OPEN_CASE * min(2, open_cases)
        + _FORBIDDEN * affairs.injunction
        + _STORY * min(3, bad)
    )


def _within(share: float) -> float:
    return min(1.0, max(0.0, share))
