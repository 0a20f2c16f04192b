"""Letting months pass in the text game: standing orders, and running until something asks."""

from collections.abc import Iterator
from typing import Final

from race.policy.routine import Routine
from race.session.asking import Asks
from race.session.session import Report
from race.speech import _
from race.ui.present import routine as present
from race.ui.present.telling import month_lines, verdict_lines
from race.ui.text.acting import kept
from race.ui.text.table import Table, Unclear
from race.ui.text.vocabulary import nearest

_ASKS: Final = tuple(asks.value for asks in Asks)
_ROUTINES: Final = (*(each.value for each in Routine), "all", "none")


def run_on(table: Table, words: list[str]) -> Iterator[str]:
    """End month after month until something asks; raises Unclear for what can never ask."""
    said = [word for word in words if word != "until"]
    for word in said:
        if word not in _ASKS:
            raise Unclear(
                _("A game stops at {known}, not at '{said}'.").format(known=", ".join(_ASKS), said=word[:40])
            )
    if table.session.pending:
        yield from kept(table)
    lines: list[str] = []

    def after(report: Report) -> None:
        lines.extend((*month_lines(table.session, report, 3), *kept(table)))

    halt = table.session.run_until([asks for asks in Asks if not said or asks.value in said], after=after)
    yield from lines
    if table.session.ending is not None:
        yield from verdict_lines(table.session)
        return
    yield ""
    for reason in present.halted(halt):
        yield _("Stopped: {reason}").format(reason=reason)


def routine(table: Table, words: list[str]) -> Iterator[str]:
    """Set or list the standing orders and what they will do this month."""
    session = table.session
    if words:
        session.leave_to_officers(_wanted(session.standing, words))
    yield _("Left to the lab's officers, for no attention:")
    for each in present.left(session):
        yield f"  {'x' if each.on else '-'} {each.key:<8} {each.text}"
    for order in present.coming(session):
        yield _("The officers will order: {order}.").format(order=order)


def _wanted(standing: tuple[Routine, ...], words: list[str]) -> set[Routine]:
    if words[0] not in _ROUTINES:
        near = nearest(words[0], _ROUTINES)
        raise Unclear(
            _("There is no standing order '{said}'; did you mean {near}?").format(
                said=words[0][:40], near=near
            )
        )
    if words[0] in ("all", "none"):
        return set(Routine) if words[0] == "all" else set()
    one, switch = {Routine(words[0])}, " ".join(words[1:]) or "on"
    if switch not in ("on", "off"):
        raise Unclear(
            _("A standing order is on or off, not '{said}': routine {name} on.").format(
                said=switch[:40], name=words[0]
            )
        )
    return set(standing) - one if switch == "off" else set(standing) | one
