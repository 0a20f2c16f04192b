"""The war room in the text game: what an order would change, in futures played with it and without it."""

from collections.abc import Iterator
from typing import Final

from race.core.ids import Terms
from race.session.forecast.outlook import Outlook
from race.session.forecast.running import Forecast
from race.session.session import Session
from race.speech import _, labelled
from race.ui.present import league, orders
from race.ui.present.ahead import chance, charts, told
from race.ui.present.ahead.subjects import ALL, GIVEN, Subject, subjects, weighed
from race.ui.text.acting import meant
from race.ui.text.table import Table, Unclear, numbered

MONTHS: Final = 12
FUTURES: Final = 64
_MOST_FUTURES: Final = 1024
_USAGE: Final = "forecast 7"
_LATEST: Final = 6
"""Events that a chart is told with."""
_UNITS: Final = ("months", "month", "futures", "future")


def forecast(table: Table, words: list[str]) -> Iterator[str]:
    """Play futures with an order of the list, a move, an order of this month, or all of them, and without."""
    session = table.session
    if session.ending is not None:
        raise Unclear(_("The game is over."))
    words, months, futures = _measures(words)
    left = session.scenario.file.months - session.month
    subject = _meant(session, words)
    asked = Forecast(session, subject.plans, min(months, left), futures)
    try:
        seen = asked.finish()
    finally:
        asked.cancel()
    if seen is not None:
        yield from forecast_lines(session, subject, seen)


def _measures(words: list[str]) -> tuple[list[str], int, int]:
    """Return the words without `6 months` and `16 futures`, and these two numbers."""
    rest, amounts = list(words), {"month": MONTHS, "future": FUTURES}
    for place in range(len(rest) - 1, 0, -1):
        if place < len(rest) and rest[place] in _UNITS and rest[place - 1].isdecimal():
            amounts[rest[place].rstrip("s")] = int(rest[place - 1][:6])
            del rest[place - 1 : place + 1]
    months, futures = amounts["month"], amounts["future"]
    if not (months >= 1 and 1 <= futures <= _MOST_FUTURES):
        raise Unclear(_("Ask for 1 month or more, and for 1 to {n} futures.").format(n=_MOST_FUTURES))
    return [word for word in rest if word not in ("over", "in", "and")], months, futures


def _meant(session: Session, words: list[str]) -> Subject:
    """Return the comparison that the words mean; raises Unclear when they mean none."""
    if not words:
        return next(one for one in subjects(session, Terms.SWAP) if one.key == ALL)
    said = meant(session, words)
    if said is not None:
        return weighed(session, GIVEN, said)
    if words[0] == "ordered":
        place = numbered(words[1:], len(session.pending), "forecast ordered 1")
        found = {one.place: one for one in subjects(session, Terms.SWAP)}
        return found[place]
    offered = orders.orders(session)
    return weighed(session, GIVEN, offered[numbered(words, len(offered), _USAGE)].command)


def forecast_lines(session: Session, subject: Subject, seen: Outlook) -> Iterator[str]:
    """Yield what the futures say: in sentences, the two figures at the end, the chances."""
    yield subject.text
    if subject.why_not:
        yield "  " + subject.why_not
    for words in told.verdict(seen):
        yield "  " + words
    for state in told.fans(session, seen, seen.months):
        ends = ", ".join(
            _("{plan}: {figure}").format(plan=name, figure=told.end_told(state, place))
            for place, name in enumerate(state.names)
        )
        change = _(". Difference: {change}").format(change=state.change) if state.change else ""
        yield f"  {state.title}. {ends}{change}"
    for one in told.chances(seen):
        names = told.plan_names(len(one.shown))
        shown = ", ".join(
            _("{plan}: {figure}").format(plan=name, figure=share)
            for name, share in zip(names, one.shown, strict=True)
        )
        change = _(". Difference: {change}").format(change=one.change) if one.change else ""
        yield f"  {one.text}. {shown}{change}"
    ends = chance.ends_told(session, seen)
    if ends:
        yield f"  {ends}"
    yield "  " + told.cash_told(seen)
    yield "  " + told.support_told(seen)
    yield "  " + told.futures_told(seen)


def chart(table: Table, words: list[str]) -> Iterator[str]:
    """Tell a chart of the race: what it is, every lab now and a year ago, what happened of late."""
    names = (*league.TABS, *charts.MONEY[1:], charts.SAFETY)
    which = words[0] if words else names[0]
    if which not in names:
        known = ", ".join(names)
        raise Unclear(_("There are charts of {known}, not of '{said}'.").format(known=known, said=which[:40]))
    state = charts.chart(table.session, which)
    yield state.note
    for place, one in enumerate(charts.ranking(state, state.now), start=1):
        change = ""
        if one.change:
            words_of = _("; {n} more than a year ago") if one.up else _("; {n} less than a year ago")
            change = words_of.format(n=one.change)
        yield f"  {place}. {labelled(one.name, one.shown)}{change}"
    for happened in state.events[: -_LATEST - 1 : -1]:
        yield f"  {state.dates[happened.index]}. {happened.words}"
