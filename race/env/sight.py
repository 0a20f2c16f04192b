"""What a learner sees: its seat's view as numbers around 1, and nothing that the seat cannot know."""

from collections.abc import Iterator
from math import log, log10
from typing import Final

import numpy as np
from numpy.typing import NDArray

from race.core.formulas.owners.carmaker import MILESTONES
from race.core.formulas.owners.holders import trust_weighted
from race.core.ids import LABS, PPM, Firm
from race.core.view import FounderView, LabView

MOST: Final = 4.0
"""Every number is between -4 and 4; only a stranger's scenario can go farther, and is cut there."""
Sight = NDArray[np.float32]


def observe(view: LabView) -> Sight:
    """Return what a lab's seat knows, shape (len(names(view)),)."""
    return np.clip(np.array([value for _, value in _seen(view)], dtype=np.float32), -MOST, MOST)


def names(view: LabView) -> tuple[str, ...]:
    """Return the name of every number, in the order of `observe`; the same in every position of a seat."""
    return tuple(name for name, _ in _seen(view))


def _seen(view: LabView) -> Iterator[tuple[str, float]]:
    yield from _field(view)
    yield from _lab(view)
    if isinstance(view, FounderView):
        yield from _carmaker(view)
        yield from _owners(view)


def _size(value: float, full: float) -> float:
    """Return a size by its logarithm, 1 where it is 10 to the power of `full`; debts are below 0.

    >>> _size(0, 6), _size(999_999, 6), _size(-99, 2)
    (0.0, 1.0, -1.0)
    """
    return (1 if value >= 0 else -1) * log10(1 + abs(value)) / full


def _count(things: int) -> float:
    """Return a count that nothing bounds by its logarithm, 1 for nine.

    >>> _count(0), _count(9), _count(9_999)
    (0.0, 1.0, 4.0)
    """
    return _size(things, 1)


def _field(view: LabView) -> Iterator[tuple[str, float]]:
    board = view.board
    month, setting = board.month, board.setting
    scores = {line.firm: line.elo_published for line in board.league}
    coming = [meeting for meeting in setting.meetings if meeting > month]
    yield "month", month / setting.months
    yield "meeting", (coming[0] - month) / 12 if coming else 0.0
    for firm in LABS:
        yield f"{firm.value}.score", (scores[firm] - 1_000) / 500 if firm in scores else 0.0
        yield f"{firm.value}.fleet", _size(board.fleets[firm], 6)
        yield f"{firm.value}.claims", _count(len(board.claims.get(firm, ())))
    yield "wait", board.lead_months / 24
    yield "price", board.coming_price_usd / 50_000
    yield "cloud", _size(board.cloud_room, 6)
    yield "open_people", _size(board.open_people, 3)
    yield "regulated", float(board.regulated)


def _lab(view: LabView) -> Iterator[tuple[str, float]]:
    own, month = view.own, view.board.month
    waiting = sum(line.quantity for line in view.lines if line.owner is view.firm)
    yield "cash", _size(own.cash_usd, 10)
    yield "owed", _size(own.owed_usd(), 10)
    yield "value", _size(own.valuation_usd, 11)
    yield "result", _size(own.result_usd, 9)
    yield "running", _size(view.running, 6)
    yield "chips", _size(own.depot.chips(), 6)
    yield "rented", _size(own.depot.rented, 6)
    yield "waiting", _size(waiting, 6)
    yield "researchers", _size(own.researchers, 3)
    yield "users", _size(own.users_k, 6)
    yield "pay", own.pay_level / PPM
    for name in ("training", "research", "serving", "safety"):
        yield name, getattr(own.split, name) / PPM
    yield "run", float(own.run is not None)
    yield "run_left", (own.run.last_month - month) / 12 if own.run is not None else 0.0
    yield "candidate", float(own.candidate is not None)
    yield "candidate_age", (month - own.candidate.finished) / 12 if own.candidate is not None else 0.0


def _carmaker(view: FounderView) -> Iterator[tuple[str, float]]:
    carmaker, month = view.carmaker, view.board.month
    lines = [line for line in view.lines if line.payer is Firm.TESLA and line.owner is Firm.TESLA]
    following = min(lines, key=lambda line: (line.due, line.id), default=None)
    idle = sum(batch.quantity for batch in carmaker.depot.batches if batch.site is None)
    yield "carmaker.cash", _size(carmaker.cash_usd, 10)
    yield "carmaker.powered", carmaker.depot.powered() / max(1, carmaker.planned_chips)
    yield "carmaker.idle", _size(idle, 6)
    yield "carmaker.share", 1 + log(max(1, carmaker.price_cents) / carmaker.price_start_cents)
    yield "carmaker.autonomy", carmaker.autonomy_reached / MILESTONES
    yield "carmaker.next", _size(following.quantity, 6) if following is not None else 0.0
    yield "carmaker.next_due", (following.due - month) / 12 if following is not None else 0.0
    yield "stake", carmaker.stake_ppm / PPM
    yield "pledged", carmaker.pledged_ppm / PPM


def _owners(view: FounderView) -> Iterator[tuple[str, float]]:
    affairs = view.affairs
    acts = affairs.acts
    yield "trust", trust_weighted(view.holders) / PPM
    yield "letters", _count(affairs.letters)
    yield "complaints", _count(affairs.complaints)
    yield "cases", _count(sum(case.decided is None and not case.settled for case in affairs.cases))
    yield "injunction", float(affairs.injunction)
    yield "director", float(affairs.director)
    yield "sharing_policy", float(affairs.sharing_policy)
    yield "secret", _count(sum(act.published is None for act in acts))
    yield "published", _count(sum(act.published is not None for act in acts))
    yield "taken", _size(sum(act.outstanding for act in acts), 6)
    yield "promised", _count(sum(promise.kept is None for promise in affairs.promises))
    yield "kept", _count(sum(promise.kept is True for promise in affairs.promises))
    yield "missed", _count(sum(promise.kept is False for promise in affairs.promises))
    yield "asked", float(any(tale.choice is None for tale in affairs.tales))
    yield "attention", view.attention / 10
