"""What can be compared in the war room: this month's orders, one of them, or one that is not given yet."""

from dataclasses import dataclass, replace

from race.core.commands import Command
from race.core.ids import Terms
from race.core.legality import refusal
from race.session.session import Session
from race.speech import _, speak
from race.ui.present import orders, supply

ALL = "all"
"""Key of this month's orders together."""
GIVEN = "given"
"""Key of the order that was handed to the war room."""
Plan = tuple[Command, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """One comparison: the orders of the month with something and without it.

    Attributes:
        key: name for the program.
        text: what is compared, in words.
        plans: the month's orders with it, and without it; only one when there is nothing to compare.
        command: the order that is weighed and not given yet, if it is one.
        place: the place of the order among those that are given, if it is one.
        why_not: why the order cannot be given; empty when it can.
        detail: what tells it from others like it.
        refused: whether its futures leave the order out, since the rules refuse it as things stand.
    """

    key: str
    text: str
    plans: tuple[Plan, ...]
    command: Command | None = None
    place: int | None = None
    why_not: str = ""
    detail: str = ""
    refused: bool = False


def subjects(session: Session, terms: Terms, given: Command | None = None) -> tuple[Subject, ...]:
    """Return what can be compared now: a handed order first, then what is ordered, then the crates."""
    pending = session.pending
    found = [] if given is None or given in pending else [weighed(session, GIVEN, given)]
    found.append(_together(session))
    if len(pending) > 1:
        found += [_ordered(session, place) for place in range(len(pending))]
    return (*found, *_crates(session, terms, given))


def chosen(session: Session, given: Command | None) -> str:
    """Return the key of what is compared first: a handed order, or all of this month's."""
    if given is None:
        return ALL
    pending = session.pending
    return f"order.{pending.index(given)}" if given in pending else GIVEN


def _together(session: Session) -> Subject:
    pending = session.pending
    if not pending:
        return Subject(ALL, _("Nothing is ordered: what comes by itself"), ((),))
    if len(pending) == 1:
        return Subject(ALL, orders.told(pending[0], session.view()), (pending, ()), place=0)
    return Subject(ALL, _("All orders of this month"), (pending, ()))


def _ordered(session: Session, place: int) -> Subject:
    pending = session.pending
    rest = pending[:place] + pending[place + 1 :]
    return Subject(
        f"order.{place}", orders.told(pending[place], session.view()), (pending, rest), place=place
    )


def weighed(session: Session, key: str, command: Command) -> Subject:
    """Return the comparison for an order that is not given yet.

    One that an order of its kind stands in the way of is weighed in that one's place.
    """
    pending, reason = session.pending, session.why_not(command)
    why_not, kept = speak(reason) if reason else "", pending
    others = _in_place_of(session, command) if reason else None
    if others is not None:
        kept = others
        why_not = f"{why_not} " + _("It is weighed in the place of what is ordered.")
    return Subject(
        key,
        orders.told(command, session.view()),
        ((*kept, command), pending),
        command,
        why_not=why_not,
        refused=reason is not None and others is None,
    )


def _in_place_of(session: Session, command: Command) -> Plan | None:
    """Return the month's orders without the last of a kind that makes room for one more, or without all."""
    pending, view = session.pending, session.view()
    alike = [place for place, one in enumerate(pending) if type(one) is type(command)]
    if refusal(view, pending, command) is None:
        return None  # it is not the month's orders that stand in the way
    ways = [pending[:place] + pending[place + 1 :] for place in reversed(alike)]
    if len(alike) > 1:
        ways.append(tuple(one for one in pending if type(one) is not type(command)))
    return next((way for way in ways if refusal(view, way, command) is None), None)


def _crates(session: Session, terms: Terms, given: Command | None) -> list[Subject]:
    """Return the moves of the carmaker's crates on the terms that are chosen."""
    found = []
    for crate in supply.shipments(session):
        command = None
        if crate.dock == "carmaker" and not crate.pending:
            command = supply.ordered(session, crate, "lab", terms)
        if command is not None and command != given:
            found.append(replace(weighed(session, f"crate.{crate.source}", command), detail=crate.when))
    return found
