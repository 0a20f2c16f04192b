"""What came of a turning point: whose trust moved, what the news did to the price, who passed whom.

Only what stands in the months' own books is told, and what merely came after it is told as that: a change
of the price is a story's own only by the receipt that names the story.
"""

from collections.abc import Iterator
from typing import Final

from race.core.formulas.owners.stories import REFUTED, label_of
from race.core.ids import KINDS, PPM, Firm, Kind
from race.core.receipts import Account, Receipt
from race.core.words import Sentence, cents, elo, month, months, percent, points
from race.core.world.books import Act
from race.session.session import Report, Session
from race.speech import _, capital, name, number, speak
from race.speech import quantity as write
from race.ui.present.debrief.moved import WEATHERED, held
from race.ui.present.figures import signed

_POINT: Final = PPM // 100
"""The least change of a kind's trust that is told, ppm."""
_SHARE: Final = "The share price"
"""Cause of trust by which the price of the share is felt, by its words."""
_ANGER: Final = "Shares sold in anger"
"""Cause of the price that is told beside the news, by its words."""
_KEPT, _MISSED = "Promise kept: {about}, due {due}", "Promise missed: {about}, due {due}"
_MADE: Final = "New promise: {about}, due {due}"
_LEAST_CENTS: Final = 50
"""The least change of the share price that is told, US cents."""


def done(cause: Sentence) -> str:
    """Say in a sentence what was done that stands as a cause on the receipts of trust."""
    words = speak(cause)
    rest = words.partition(":")[2].strip()
    match cause.msgid:
        case msgid if msgid == _KEPT:
            return _("You kept a promise: {promise}.").format(promise=rest)
        case msgid if msgid == _MISSED:
            return _("You broke a promise: {promise}.").format(promise=rest)
        case msgid if msgid == _MADE:
            return _("You made a promise: {promise}.").format(promise=rest)
        case msgid if msgid == REFUTED:
            return _("Documents refuted your denial.")
        case msgid if msgid.startswith("{quantity} chips"):
            return _("The holders heard of {chips}.").format(chips=words)
        case _:
            return f"{words}."


def led_to(session: Session, index: int, cause: Sentence | None, way: float) -> Iterator[str]:
    """Yield what came of a deed that moved trust one way (more or less than 0), the weightiest first."""
    if cause is not None and cause.msgid == _MADE:
        yield from _fate(session, cause)
    at = _at(session, index)
    if not at:
        return
    spread = _spread(session.reports, at, cause, way) if cause is not None else ""
    if spread:
        yield spread
    price = _priced(session, at, cause) if cause is not None else ""
    if price:
        yield " ".join((price, *_felt(session, at, way)))
    if not spread and not price:
        yield _before_and_after(session.reports, at)


def _at(session: Session, index: int) -> int:
    """Return the place of a month among the reports; 0, the opening's, for one that is not among them."""
    return next((at for at, report in enumerate(session.reports) if report.month == index), 0)


# -- trust --------------------------------------------------------------------------------------


def _spread(reports: list[Report], at: int, cause: Sentence, way: float) -> str:
    """Say whose trust moved most in a month and in the next, if deeds were most of what moved it that way."""
    here = _moved(reports, at, way) if _deeds_part(reports[at], way) else []
    if not here:
        return ""
    (kind, change), *others = here
    alone = _deeds_part(reports[at], way, cause)
    told = {"when": _("That month") if alone else _("With that month's other news")}
    told |= {"first": _kinds()[kind], "a": _points(change)}
    later = at + 1 < len(reports) and _deeds_part(reports[at + 1], way)
    then = [one for one in _moved(reports, at + 1, way) if one[0] is not kind][:1] if later else []
    for other, more in then or others[:1]:
        told |= {"then": _kinds()[other], "b": _points(more)}
    return _spread_words(way, later=bool(then), two=bool(then or others)).format(**told)


def _spread_words(way: float, *, later: bool, two: bool) -> str:
    if not two:
        if way < 0:
            return _("{when} trust fell most among {first} ({a}).")
        return _("{when} trust rose most among {first} ({a}).")
    if way < 0:
        return (
            _("{when} trust fell most among {first} ({a}), a month later among {then} ({b}).")
            if later
            else _("{when} trust fell most among {first} ({a}) and {then} ({b}).")
        )
    return (
        _("{when} trust rose most among {first} ({a}), a month later among {then} ({b}).")
        if later
        else _("{when} trust rose most among {first} ({a}) and {then} ({b}).")
    )


def _deeds_part(report: Report, way: float, cause: Sentence | None = None) -> bool:
    """Tell whether a deed, or all of a month's, was half or more of what moved trust one way in it."""
    sign = 1 if way > 0 else -1 if way < 0 else 0
    entries = [entry for entry in _receipts(report, Account.TRUST) if entry.amount * sign > 0]
    own = [
        entry
        for entry in entries
        if (entry.cause.msgid not in WEATHERED if cause is None else entry.cause == cause)
    ]
    return bool(own) and 2 * sum(abs(one.amount) for one in own) >= sum(abs(one.amount) for one in entries)


def _moved(reports: list[Report], at: int, way: float) -> list[tuple[Kind, int]]:
    """Return the kinds whose trust moved one way in a month by a point or more, the most moved first."""
    before, now = reports[at - 1].camps, reports[at].camps
    sign = 1 if way > 0 else -1
    changes = [(kind, now[kind] - before[kind]) for kind in KINDS if kind in now and kind in before]
    told = [one for one in changes if one[0] is not Kind.SHORT and sign * one[1] >= _POINT]
    return sorted(told, key=lambda one: -sign * one[1])


def _points(change: int) -> str:
    tenths = round(change / PPM * 1000)
    return signed(points(tenths * (PPM // 1000)))


def _kinds() -> dict[Kind, str]:
    return {
        Kind.FANS: _("fans"),
        Kind.RETAIL: _("retail holders"),
        Kind.INDEX: _("index funds"),
        Kind.ACTIVE: _("active funds"),
        Kind.PENSION: _("pension funds"),
        Kind.ACTIVIST: _("activists"),
    }


def _fate(session: Session, made: Sentence) -> Iterator[str]:
    """Yield what became of a promise, by the receipt of trust that says so."""
    for report in session.reports:
        for cause in [entry.cause for entry in _receipts(report, Account.TRUST)]:
            if cause.values == made.values and cause.msgid in (_KEPT, _MISSED):
                words = _("You kept it in {date}.") if cause.msgid == _KEPT else _("You broke it in {date}.")
                yield words.format(date=write(month(report.month)))
                return


# -- the share ----------------------------------------------------------------------------------


def _receipts(report: Report, account: Account) -> Iterator[Receipt]:
    for balance in report.balances:
        if (balance.firm, balance.account) == (Firm.TESLA, account):
            yield from balance.receipts


def _priced(session: Session, at: int, cause: Sentence) -> str:
    """Say what the news itself did to the share, by its receipt, and what angry sellers did in its months."""
    entries = [*_receipts(session.reports[at], Account.PRICE)]
    own = [entry.amount for entry in entries if entry.cause == cause]
    if len(own) != 1 or abs(own[0]) < _LEAST_CENTS:  # of two alike neither is told for the other
        return ""
    both = session.reports[at : at + 2]
    angry = sum(
        entry.amount
        for report in both
        for entry in _receipts(report, Account.PRICE)
        if entry.cause.msgid == _ANGER
    )
    news = write(cents(abs(own[0])))
    if own[0] > 0:
        return _("The news put {amount} on the share.").format(amount=news)
    if angry > -_LEAST_CENTS:
        return _("The news took {amount} off the share.").format(amount=news)
    words = _("The news took {amount} off the share, angry sellers {more}.")
    return words.format(amount=news, more=write(cents(-angry)))


def _felt(session: Session, at: int, way: float) -> Iterator[str]:
    """Yield what the share price did to trust in the same month, if it went the same way by a point."""
    entries = _receipts(session.reports[at], Account.TRUST)
    moved = sum([entry.amount for entry in entries if entry.cause.msgid == _SHARE]) / held(session)
    if abs(moved) < _POINT or moved * way <= 0:
        return
    words = (
        _("The rising share added {n} of trust.") if way > 0 else _("The falling share took {n} of trust.")
    )
    yield words.format(n=number(abs(round(moved / PPM * 1000)) / 10, 1))


def _before_and_after(reports: list[Report], at: int) -> str:
    """Say where trust and the share stood before a month and one month after it."""
    before, after = reports[at - 1], reports[min(at + 1, len(reports) - 1)]
    words = _("By {date} trust stood at {new} ({old} before), the share at {dear} ({cheap} before).")
    return words.format(
        date=write(month(after.month)),
        old=round(100 * before.trust_ppm / PPM),
        new=round(100 * after.trust_ppm / PPM),
        cheap=write(cents(before.price_cents)),
        dear=write(cents(after.price_cents)),
    )


# -- a diversion --------------------------------------------------------------------------------


def led_by_act(session: Session, act: Act, way: float) -> Iterator[str]:
    """Yield what came of a diversion: when the holders knew of it, and what that did."""
    if act.published is None:
        yield _("Nobody outside learned of it before the end.")
    elif act.published > act.month:
        yield _("The holders knew of it in {date}.").format(date=write(month(act.published)))
    running = session.reports[_at(session, act.month)].fleets.get(Firm.XAI, 0)
    if act.published is not None and way:
        yield from led_to(session, act.published, label_of(act), way)
    elif running:
        words = _("That was as much as {part} of what {lab} ran that month.")
        yield words.format(part=write(percent(act.quantity * PPM // running)), lab=name(Firm.XAI))


# -- the race -----------------------------------------------------------------------------------


def led_in_race(session: Session, index: int, *, won: bool) -> Iterator[str]:
    """Yield whom the lab passed in a month, and who passed it later; else who stood next to it."""
    at = _at(session, index)
    reports = session.reports
    passed = _overtaken(reports[at - 1], reports[at]) if at else []
    if won and passed:
        yield from _passing(reports, at, passed)
        return
    scores = {line.firm: line.elo_published for line in reports[at].league}
    own = scores.pop(Firm.XAI, 0.0)
    ahead = {firm: score for firm, score in scores.items() if score > own}
    near = min(ahead or scores, key=lambda firm: abs(scores[firm] - own), default=None)
    if near is not None:
        words = _("{firm}, next ahead, had {score}.") if ahead else _("{firm}, next behind, had {score}.")
        yield words.format(firm=name(near), score=write(elo(scores[near])))


def _passing(reports: list[Report], at: int, passed: list[Firm]) -> Iterator[str]:
    """Yield whom the lab passed in a month, and who of them passed it in turn."""
    yield _("It passed {firms}.").format(firms=_all(passed))
    for later in range(at + 1, len(reports)):
        back = [firm for firm in _overtaking(reports[later - 1], reports[later]) if firm in passed]
        if back:
            words = _("{time} later {firms} passed it in turn.")
            yield words.format(time=capital(write(months(later - at))), firms=_all(back))
            return
    if at + 1 < len(reports):
        yield _("It stayed ahead to the end.")


def _all(firms: list[Firm]) -> str:
    """Name firms in a sentence.

    >>> _all([Firm.META, Firm.MISTRAL, Firm.OPENAI])
    'Meta, Mistral and OpenAI'
    """
    *some, last = [name(firm) for firm in firms]
    return _("{some} and {last}").format(some=", ".join(some), last=last) if some else last


def led_by_standing_still(session: Session, start: int, end: int) -> Iterator[str]:
    """Yield who passed the lab between two months, places among the reports; else how the first went on."""
    reports, lab = session.reports, name(Firm.XAI)
    passed = _overtaking(reports[start], reports[end])
    if passed:
        words = _("Meanwhile {lab} was passed by {firms}.")
        yield words.format(firms=_all(passed), lab=lab)
        return
    old, new = ({line.firm: line.elo_published for line in reports[at].league} for at in (start, end))
    new.pop(Firm.XAI, None)
    first = max(new, key=lambda firm: new[firm], default=None)
    if first is not None and first in old:
        words = _("{firm} went from {old} to {new} meanwhile.")
        yield words.format(firm=name(first), old=write(elo(old[first])), new=write(elo(new[first])))


def _overtaken(before: Report, after: Report) -> list[Firm]:
    """Return the firms that stood before the lab and stand behind it, in their order."""
    return _crossed(_order(before), _order(after))


def _overtaking(before: Report, after: Report) -> list[Firm]:
    """Return the firms that stood behind the lab and stand before it, in their order."""
    return _crossed(_order(before)[::-1], _order(after)[::-1])[::-1]


def _order(report: Report) -> list[Firm]:
    return [line.firm for line in report.league]


def _crossed(before: list[Firm], after: list[Firm]) -> list[Firm]:
    if Firm.XAI not in before or Firm.XAI not in after:
        return []
    ahead = before[: before.index(Firm.XAI)]
    return [firm for firm in after[after.index(Firm.XAI) + 1 :] if firm in ahead]
