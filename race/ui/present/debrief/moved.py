"""What a happening moved trust by: its own receipts where it has some, else the month's deeds, said so."""

from collections.abc import Iterator
from typing import Final

from race.core.events import Event, Happening
from race.core.formulas.owners.stories import REFUTED, label_of
from race.core.ids import PPM, Firm
from race.core.receipts import Account, Receipt
from race.core.rules.owners.opinion import WEATHER
from race.core.words import Sentence, points
from race.core.world.books import Act
from race.session.session import Report, Session
from race.speech import _, number
from race.speech import quantity as write

Moved = tuple[str, float]
"""What was moved in words, and by how much, a part of trust; 0 for what a happening did not do itself."""
WEATHERED: Final = frozenset(cause.msgid for cause in WEATHER)
"""Causes of trust that nobody chose, by their words."""
_TENTH: Final = PPM // 1000
"""A tenth of a point of trust, ppm."""


def held(session: Session) -> int:
    """Return the shares that are held long."""
    shares = session.view().holders.shares
    return max(1, int(shares[shares > 0].sum()))


def chosen(report: Report) -> Iterator[Receipt]:
    """Yield the receipts of a month's trust that somebody's doing or saying brought, not the weather."""
    for balance in report.balances:
        if (balance.firm, balance.account) == (Firm.TESLA, Account.TRUST):
            for entry in balance.receipts:
                if entry.cause.msgid not in WEATHERED and entry.amount:
                    yield entry


def trust(moved: float) -> Moved:
    """Write a change of trust, ppm."""
    if not round(moved / _TENTH):
        return _("Trust unmoved"), 0.0
    return _("Trust {change}").format(change=_change(moved)), moved / PPM


def by_act(session: Session, act: Act) -> Moved:
    """Return what the owners' knowledge of an act moved trust by, in all months that heard of it."""
    if act.published is None:
        return _("Trust unmoved: never known"), 0.0
    known = [other for other in session.view().affairs.acts if other.published is not None]
    if sum(label_of(other) == label_of(act) for other in known) > 1:  # one cause for two of them
        return of_month(session, act.month)
    moved = _by_cause(session, label_of(act), act.published)
    if act.published == act.month:
        return trust(moved)
    return _("Trust {change}, once known").format(change=_change(moved)), moved / PPM


def act_of(session: Session, event: Event) -> Act | None:
    """Return the diversion that a leak tells of, None for another happening."""
    acts = session.view().affairs.acts if event.kind is Happening.LEAK else []
    return next((act for act in acts if act.id == event.numbers.get("act")), None)


def cause_of(session: Session, event: Event, index: int) -> Sentence | None:
    """Return how a leak of a month stands on the receipts, None for another happening."""
    act = act_of(session, event)
    return None if act is None else Sentence(REFUTED) if act.published != index else label_of(act)


def by_event(session: Session, event: Event, index: int) -> Moved:
    """Return what a happening of a month moved trust by: a leak has receipts of its own, a suit has none."""
    act, cause = act_of(session, event), cause_of(session, event, index)
    if act is None or cause is None:
        return of_month(session, index)
    refuted = act.published != index
    acts = session.view().affairs.acts
    same = [one for one in acts if (one.refuted if refuted else label_of(one) == cause)]
    known = [one for one in same if one.published is not None]
    return of_month(session, index) if len(known) > 1 else trust(_by_cause(session, cause, index))


def of_month(session: Session, index: int) -> Moved:
    """Return what the deeds of a month together moved trust by; no one happening may claim it."""
    months = [report for report in session.reports if report.month == index]
    moved = sum([entry.amount for report in months for entry in chosen(report)]) / held(session)
    if not round(moved / _TENTH):
        return _("Month's deeds: trust unmoved"), 0.0
    return _("Month's deeds: trust {change}").format(change=_change(moved)), 0.0


def _by_cause(session: Session, cause: Sentence, since: int) -> float:
    """Return what one cause moved trust by from a month on, ppm: some owners hear of it later."""
    heard = [entry for report in session.reports if report.month >= since for entry in chosen(report)]
    return sum([entry.amount for entry in heard if entry.cause == cause]) / held(session)


def _change(moved: float) -> str:
    """Write a change of trust in tenths of a point; what rounds to nothing has no sign."""
    tenths = round(moved / _TENTH)
    return write(points(tenths * _TENTH)) if tenths else number(0)
