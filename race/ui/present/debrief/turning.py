"""What decided a game: the months in which trust or the race turned, each with the receipt that says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import Final

from race.core.events import Event, Happening
from race.core.ids import Firm, Thing
from race.core.receipts import Account, Balance
from race.core.words import Sentence, chips, elo, month, months
from race.session.session import Report, Session
from race.speech import _, name, ordinal, plural, speak
from race.speech import quantity as write
from race.ui.present.debrief.led import done, led_by_act, led_by_standing_still, led_in_race, led_to
from race.ui.present.debrief.moved import (
    Moved,
    act_of,
    by_act,
    by_event,
    cause_of,
    chosen,
    held,
    trust,
)
from race.ui.present.figures import signed
from race.ui.present.papers.wire import gathered

_LOUD: Final = (
    Happening.INJUNCTION,
    Happening.RULING,
    Happening.LEAK,
    Happening.INCIDENT,
    Happening.SEIZED,
    Happening.SOLD,
    Happening.SUIT,
)
"""Events that turn a game, the weightiest first."""
_SAME: Final = 2
"""Most turning points of one sort or in one act, and the fewest months between two of them."""
_ACTS: Final = 3
"""Acts of a game, alike in months."""
_A_POINT: Final = 1 / 3
"""What a point of trust weighs."""
_AN_ELO: Final = 1 / 60
"""What an Elo of quality weighs."""
_LEAST: Final = 0.1
"""Weight under which nothing was decided."""
_STILL: Final = 5
"""Months without a release from which standing still is told."""

_FACTS: Final = 2
"""Most sentences on what came of a turning point."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One month that decided it: index, date, what was done, what that moved in words and as a number.

    `led` says what came of it, the weightiest first; `act` is the month of the diversion it is about, 0 for
    none. Of two with one `head`, which no language changes, the lighter one is told only if there is room.
    """

    month: int
    date: str
    text: str
    change: str
    moved: float
    sort: str = ""
    weight: float = 0.0
    head: str = ""
    led: tuple[str, ...] = ()
    act: int = 0


def turning_points(session: Session, most: int = 4) -> tuple[Turn, ...]:
    """Return what decided it, by date: no two at a time, at most two of a sort or in an act."""
    heavy = [turn for turn in _candidates(session) if turn.weight >= _LEAST]
    found = sorted(heavy, key=lambda turn: -turn.weight)
    act = max(1, -(-(session.month + 1) // _ACTS))
    picked: list[Turn] = []
    for strict in (True, False):  # the loose round fills up what a quiet game leaves empty
        for turn in found:
            if len(picked) < most and turn not in picked and _fits(turn, picked, act=act, strict=strict):
                picked.append(turn)
    return tuple(sorted(picked, key=lambda turn: turn.month))


def _fits(turn: Turn, picked: list[Turn], *, act: int, strict: bool) -> bool:
    if any(abs(turn.month - other.month) < _SAME for other in picked):
        return False
    if not strict:
        return True
    same = sum(turn.sort == other.sort for other in picked)
    crowd = sum(turn.month // act == other.month // act for other in picked)
    return max(same, crowd) < _SAME and not (turn.head and any(turn.head == one.head for one in picked))


def _head(said: Sentence) -> str:
    """Return what a sentence is about: its words up to a colon, or all of it with what they hold."""
    head, colon, _rest = said.msgid.partition(":")
    return head if colon else repr(said)


def _candidates(session: Session) -> Iterator[Turn]:
    yield from _deeds(session)
    yield from _steps(session)
    yield from _taken(session)
    yield from _loud(session)
    yield from _still(session)


def _deeds(session: Session) -> Iterator[Turn]:
    """Yield the changes of trust that somebody chose."""
    shares = held(session)
    for report in session.reports:
        sums: dict[str, tuple[int, Sentence]] = {}
        for entry in chosen(report):
            words = done(entry.cause)
            sums[words] = sums.get(words, (0, entry.cause))[0] + entry.amount, entry.cause
        for words, (amount, cause) in sums.items():
            moved = trust(amount / shares)
            weighs = "deed", abs(moved[1]) * 100 * _A_POINT, _head(cause)
            led = led_to(session, report.month, cause, moved[1])
            yield _turn(report.month, words, moved, weighs, led)


def _turn(index: int, words: str, moved: Moved, weighs: tuple[str, float, str], led: Iterable[str]) -> Turn:
    (change, amount), (sort, weight, head) = moved, weighs
    facts = tuple(islice(led, _FACTS))
    return Turn(index, write(month(index)), words, change, amount, sort, weight, head, facts)


def _steps(session: Session) -> Iterator[Turn]:
    """Yield the months in which the lab's published quality rose, with the places it passed."""
    before: Report | None = None
    for report in session.reports:
        for balance in report.balances:
            gain = (balance.now - balance.before) / 1000
            if (balance.firm, balance.account) == (Firm.XAI, Account.QUALITY) and gain > 0:
                won = _passed(before, report) if _released(report) else ""
                head = "release" if won or _fresh(report) else ""
                change = _("Quality {change}").format(change=signed(elo(gain)))
                words = won or _stayed(balance, report)
                led = led_in_race(session, report.month, won=bool(won))
                yield _turn(report.month, words, (change, gain), ("race", gain * _AN_ELO, head), led)
        before = report


def _stayed(balance: Balance, after: Report) -> str:
    """Say what raised the quality when it won no place; of a release whose it is and where it stands."""
    place, lab, score = _place(after), name(Firm.XAI), write(elo(balance.now / 1000))
    if _fresh(after) and place is not None:
        words = _("{lab}: a new release scores {score}, {place} in the race.")
        return words.format(lab=lab, score=score, place=ordinal(place))
    if _released(after):
        return _("{firm} refreshes its release to a score of {score}.").format(firm=lab, score=score)
    return speak(max(balance.receipts, key=lambda entry: entry.amount).cause)


def _passed(before: Report | None, after: Report) -> str:
    """Say which places a release has won; empty when it has won none."""
    if before is None:
        return ""
    old, new = _place(before), _place(after)
    if old is None or new is None or new >= old:
        return ""
    return _("{lab}: the release takes you from {old} to {new}.").format(
        lab=name(Firm.XAI), old=ordinal(old), new=ordinal(new)
    )


def places_won(session: Session) -> str:
    """Say which places a release of last month's has won; empty when there was none, or it won none."""
    before, last = session.reports[-2:] if len(session.reports) > 1 else (None, session.reports[-1])
    return _passed(before, last) if _released(last) else ""


def _released(report: Report) -> bool:
    """Tell whether the lab made or refreshed a release in a month."""
    return any(_releases(report))


def _releases(report: Report) -> Iterator[Event]:
    """Yield the releases of the founder's lab in a month, refreshes among them."""
    return (event for event in report.events if event.kind is Happening.RELEASE and event.firm is Firm.XAI)


def _place(report: Report) -> int | None:
    firms = [line.firm for line in report.league]
    return firms.index(Firm.XAI) + 1 if Firm.XAI in firms else None


def _taken(session: Session) -> Iterator[Turn]:
    """Yield the largest diversions of chips."""
    acts = [act for act in session.view().affairs.acts if act.thing is Thing.CHIPS]
    for act in sorted(acts, key=lambda act: -act.quantity)[:_SAME]:
        words = plural(
            "Diverted: {n} chip of {firm} for {lab}.",
            "Diverted: {n} chips of {firm} for {lab}.",
            act.quantity,
        ).format(n=write(chips(act.quantity)), firm=name(Firm.TESLA), lab=name(Firm.XAI))
        weight = 1.0 + min(1.0, act.quantity / 50_000)
        moved = by_act(session, act)
        led = led_by_act(session, act, moved[1])
        yield replace(_turn(act.month, words, moved, ("taken", weight, "taken"), led), act=act.month)


def _loud(session: Session) -> Iterator[Turn]:
    """Yield what the courts, the press and the lenders did; a suit turns a game in the month it is filed."""
    filed = {case.id: case.filed for case in session.view().affairs.cases}
    for report in session.reports:
        for event in gathered(report.events):
            if filed.get(int(event.numbers.get("case", 0)), report.month) < report.month:
                continue
            if event.kind in _LOUD and event.sentence is not None and event.good < 0:
                weighs = "loud", 2.0 - 0.2 * _LOUD.index(event.kind), _head(event.sentence)
                moved, act = by_event(session, event, report.month), act_of(session, event)
                led = led_to(session, report.month, cause_of(session, event, report.month), -1.0)
                turn = _turn(report.month, speak(event.sentence), moved, weighs, led)
                yield replace(turn, act=act.month if act else 0)


def _still(session: Session) -> Iterator[Turn]:
    """Yield the longest time without a release of the lab's, with what the first gained on it meanwhile."""
    reports = session.reports
    out = [place for place, report in enumerate(reports) if place and _fresh(report)]
    start, end = max(pairwise((0, *out, len(reports) - 1)), key=lambda pair: pair[1] - pair[0])
    lost = _gap(reports[end - 1]) - _gap(reports[start]) if end - start >= _STILL else 0.0
    if lost > 0:
        words = _("{time} without a new release of {lab}'s.").format(
            time=write(months(end - start)), lab=name(Firm.XAI)
        )
        change = _("{n} further behind").format(n=write(elo(lost)))
        led = led_by_standing_still(session, start, end - 1)
        yield _turn(reports[start].month, words, (change, -lost), ("still", lost * _AN_ELO, ""), led)


def _fresh(report: Report) -> bool:
    """Tell whether the founder's lab released in a month; a refresh of what was out is no release."""
    return any(not event.numbers.get("refresh") for event in _releases(report))


def _gap(report: Report) -> float:
    """Return how far the founder's lab was behind the best of the others, by published score."""
    scores = {line.firm: line.elo_published for line in report.league}
    own = scores.pop(Firm.XAI, 0.0)
    return max(scores.values(), default=own) - own
