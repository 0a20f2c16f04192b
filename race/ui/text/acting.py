"""What can be done in the text game: orders, moves, the end of a month, a bot in the player's seat."""

import re
from collections.abc import Iterator
from typing import Final

from race.core.commands import Command
from race.core.events import Happening
from race.core.ids import PERCENT, Terms
from race.core.words import PlainError
from race.policy.registry import FOUNDERS
from race.session.autoplay.stops import Sentry, Stop
from race.session.session import Report, Session
from race.speech import _, labelled, speak
from race.ui.present import orders, supply
from race.ui.present.ahead.lap import lap_lines
from race.ui.present.consequences import Foresight, broken_word, foresee
from race.ui.present.orders import split
from race.ui.present.telling import month_lines, verdict_lines
from race.ui.text.table import Table, Unclear, numbered
from race.ui.text.vocabulary import nearest

UNTIL: Final = (*(stop.value for stop in Stop), "vote", "end")
"""What a bot can be told to stop at, beside a number of months."""
_MOST_MONTHS: Final = 120
_TERMS: Final = tuple(terms.value for terms in Terms)
_SMALL: Final = ("to", "by", "on", "of", "until", "the", "from", "chips")
"""Words that may be said and mean nothing."""
_THOUSANDS: Final = re.compile(r"(?<=\d)[, ](?=\d{3}\b)")
"""What stands before three figures of a larger number."""
_IN_PERCENT: Final = re.compile(r"\d{1,3}([.,]\d{1,4})?")


def moving(session: Session, words: list[str], dock: str = "lab") -> Command:
    """Return the command that a move means; raises Unclear when it means none."""
    said = [word for word in words if word not in _SMALL]
    crates = supply.shipments(session)
    crate = crates[numbered(said, len(crates), "move 2 to lab by swap")]
    for word in said[1:]:
        if word in ("lab", "carmaker"):
            dock = word
    part, terms = _part(said[1:], crate.quantity)
    if crate.pending:
        raise Unclear(_("This crate moves by an order of this month; undo takes it back."))
    if crate.dock == dock:
        raise Unclear(_("This crate stands there already."))
    if crate.dock == crate.payer_side == "lab":
        raise Unclear(_("The lab paid for these; there is nothing to give back."))
    command = supply.ordered(session, crate, dock, _terms(terms, dock), part)
    if command is None:
        raise Unclear(_("This crate stands there already."))
    return command


def _part(said: list[str], whole: int) -> tuple[int, list[str]]:
    """Return how many of a crate's chips are meant, 0 for all of them, and the other words."""
    named = {"half": whole // 2, "quarter": whole // 4}
    part, rest = None, []
    for word in _THOUSANDS.sub("", " ".join(said)).split():
        if word in named:
            part = named[word]
        elif word.isdecimal():
            part = int(word[:9])
        else:
            rest.append(word)
    if part == 0:
        raise Unclear(_("Say how many chips: half, quarter or a number from 1."))
    return part or 0, rest


def _terms(said: list[str], dock: str) -> Terms:
    rest = [word for word in said if word not in ("lab", "carmaker")]
    if dock == "carmaker":
        return Terms.SILENT  # going back has no terms
    if not rest:
        raise Unclear(_("Say on which terms: by swap, silent, paid, disclosed or lease."))
    if rest[0] not in _TERMS:
        near = nearest(rest[0], _TERMS)
        raise Unclear(
            _("There are no terms '{said}'; did you mean {near}?").format(said=rest[0][:40], near=near)
        )
    return Terms(rest[0])


def move(table: Table, words: list[str]) -> Iterator[str]:
    """Order the move of a crate to the lab (or, `to carmaker`, its return)."""
    return give(table.session, moving(table.session, words))


def give_back(table: Table, words: list[str]) -> Iterator[str]:
    """Order the return of a diverted crate."""
    return give(table.session, moving(table.session, words, dock="carmaker"))


def meant(session: Session, words: list[str]) -> Command | None:
    """Return the move or the split that words mean, None when they begin with neither."""
    asks = {"move": moving, "m": moving, "split": splitting, "sp": splitting}
    ask = asks.get(words[0]) if words else None
    return ask(session, words[1:]) if ask else None


def splitting(session: Session, words: list[str]) -> Command:
    """Return the split of compute that four percentages mean; raises Unclear when they mean none."""
    said = [word.rstrip("%,;") for word in " ".join(words).replace("/", " ").split() if word not in _SMALL]
    parts = [round(float(word.replace(",", ".")) * PERCENT) for word in filter(_IN_PERCENT.fullmatch, said)]
    if len(parts) == len(said) == len(split.PARTS):
        return split.command(parts)
    now = " ".join(map(str, split.points(session)))
    told = _("Say four percentages: training, research, users, safety. As it stands: split {now}.")
    raise Unclear(told.format(now=now))


def split_compute(table: Table, words: list[str]) -> Iterator[str]:
    """Order how the lab's compute is split."""
    return give(table.session, splitting(table.session, words))


def do(table: Table, words: list[str]) -> Iterator[str]:
    """Give an order by its number in the list."""
    return give(table.session, _listed(table.session, words, "do 7").command)


def _listed(session: Session, words: list[str], usage: str) -> orders.Order:
    offered = orders.orders(session)
    return offered[numbered(words, len(offered), usage)]


def give(session: Session, command: Command) -> Iterator[str]:
    """Submit a command and say so; raises Refused with the judge's sentence."""
    broken = foresee(session, command).broken
    session.submit(command)
    yield _("Ordered: {order}. Attention left: {left}.").format(
        order=orders.told(command, session.view()).rstrip("."), left=session.attention_left()
    )
    for words in broken_word(session, broken):
        yield _("This breaks a promise; undo takes the order back.") + " " + words


def preview(table: Table, words: list[str]) -> Iterator[str]:
    """Say what an order or a move would do, and whether it would be refused."""
    session = table.session
    said = meant(session, words)
    if said is not None:
        command, title = said, ""
    else:
        order = _listed(session, words, "preview 7")
        command, title = order.command, order.text
    yield title or orders.told(command, session.view())
    yield from _looked_ahead(foresee(session, command))
    reason = session.why_not(command)
    if reason is not None:
        yield "  " + speak(reason)


def _looked_ahead(seen: Foresight) -> Iterator[str]:
    yield "  " + seen.line
    for number in seen.numbers:
        yield f"  {labelled(number.label, number.shown)}"
    for warning in seen.warnings:
        yield "  " + warning


def undo(table: Table, words: list[str]) -> Iterator[str]:
    """Take back the last order of the month."""
    del words
    command = table.session.undo()
    if command is None:
        raise Unclear(_("There is nothing to undo this month."))
    yield _("Taken back: {order}.").format(order=orders.told(command, table.session.view()))


def redo(table: Table, words: list[str]) -> Iterator[str]:
    """Give the order again that was taken back last."""
    del words
    command = table.session.redo()
    if command is None:
        raise Unclear(_("There is nothing to redo."))
    yield _("Ordered: {order}. Attention left: {left}.").format(
        order=orders.told(command, table.session.view()).rstrip("."), left=table.session.attention_left()
    )


def end(table: Table, words: list[str]) -> Iterator[str]:
    """End the month and tell it; after the last, the verdict."""
    del words
    if table.session.pending:
        yield from kept(table)
    report = table.session.end_month()
    yield from month_lines(table.session, report, 8)
    yield from (f"  {words}." for words in lap_lines(table.session))
    yield from kept(table)
    if table.session.ending is not None:
        yield from verdict_lines(table.session)
        yield _("The word debrief says what decided it, and who judges it how.")


def kept(table: Table) -> Iterator[str]:
    """Autosave, before and after each month; a full disk is told and does not end the game."""
    try:
        table.slots.autosave(table.session)
    except PlainError as error:
        yield speak(error.sentence)


def auto(table: Table, words: list[str]) -> Iterator[str]:
    """Hand the seat to a bot until something happens or the game ends, then back to the player."""
    said = [word for word in words if word not in _SMALL]
    bot = said[0] if said else ""
    if bot not in FOUNDERS:
        known = ", ".join(FOUNDERS)
        raise Unclear(_("Say which bot plays for you: {known}.").format(known=known))
    until = said[1] if len(said) > 1 else "end"
    if until not in UNTIL and not (until.isdecimal() and 0 < int(until[:3]) <= _MOST_MONTHS):
        raise Unclear(
            _("A bot stops at {known}, not at '{said}'.").format(known=", ".join(UNTIL), said=until[:40])
        )
    if table.session.ending is not None:
        raise Unclear(_("The game is over."))
    table.session.hand_to(bot)
    try:
        yield from _run(table, until)
    finally:
        table.session.hand_to(None)


def _run(table: Table, until: str) -> Iterator[str]:
    session = table.session
    stops = {Stop(until)} if until in tuple(Stop) else ()
    sentry = Sentry(session, stops, int(until[:3]) if until.isdecimal() else 0)
    while session.ending is None:
        report = session.end_month()
        yield from month_lines(session, report, 3)
        yield from kept(table)
        reasons = sentry.reasons(session) if table.session.ending is None else ()
        if reasons:
            yield from (speak(reason.sentence) for reason in reasons)
        if reasons or stops_at_vote(report, until):
            yield (
                _("Stopped at the first {event}.").format(event=until)
                if not until.isdecimal()
                else _("Stopped.")
            )
            return
    yield from verdict_lines(session)


def stops_at_vote(report: Report, until: str) -> bool:
    """Return whether a month holds the vote that a bot was told to stop at."""
    return until == "vote" and any(event.kind is Happening.VOTE for event in report.events)
