"""A promise opened: where it stands, what is booked for it, what it has given so far."""

from collections.abc import Iterator
from dataclasses import dataclass

from race.core.formulas.owners.carmaker import (
    MILESTONES,
    Footing,
    autonomy_due,
    booked_by,
    milestone_month,
    powered_by,
)
from race.core.formulas.owners.stories import promise_labels
from race.core.ids import Firm, Subject
from race.core.receipts import Account
from race.core.words import chips, count, month, percent
from race.session.session import Session
from race.speech import _, plural, speak
from race.speech import quantity as write
from race.ui.present.owners import promises
from race.ui.present.rounding import unit_of, written


@dataclass(frozen=True, slots=True)
class OpenedPromise:
    """One promise: its words with the date, and what there is to know of it, line by line."""

    title: str
    lines: tuple[str, ...]


def opened_promises(session: Session) -> tuple[OpenedPromise, ...]:
    """Return the promises opened, in the order of the list of promises."""
    given = sorted(session.view().affairs.promises, key=lambda one: (one.kept is not None, one.due))
    found = []
    for line, promise in zip(promises(session), given, strict=True):
        title = _("{promise} by {due}: {status}").format(promise=line.text, due=line.due, status=line.status)
        words = _("Promised in {date}. The bolder, the more it moves at once: {claim} as bold as can be.")
        said = words.format(
            date=write(month(promise.made)), claim=write(percent(int(1_000_000 * promise.claim)))
        )
        stands = (
            _stands(session, promise.subject, promise.quantity, (promise.made, promise.due))
            if promise.kept is None
            else ()
        )
        gave = _gave(session, promise.subject, promise.made, promise.due)
        found.append(OpenedPromise(title, (said, *stands, *gave)))
    return tuple(found)


def _stands(session: Session, subject: Subject, quantity: int, dates: tuple[int, int]) -> Iterator[str]:
    """Tell where an open promise stands, and what is booked for its date; `dates` are made and due."""
    view = session.view()
    board, carmaker = view.board, view.carmaker
    made, due = dates
    match subject:
        case Subject.CHIPS_POWERED:
            footing = Footing.of(board, carmaker)
            yield _("Stands at {n} of {all} chips running.").format(
                n=write(chips(carmaker.depot.powered())), all=write(chips(quantity))
            )
            booked = booked_by(footing, view.lines, due)
            words = plural(
                "There, on order or planned for the date: {n} chip.",
                "There, on order or planned for the date: {n} chips.",
                booked,
            )
            yield words.format(n=write(chips(booked)))
            yield _("The carmaker can have {n} chips running by then, if no site is late.").format(
                n=write(chips(powered_by(footing, view.lines, due)))
            )
        case Subject.AUTONOMY:
            reached = carmaker.autonomy_reached
            words = plural(
                "Stands at {n} of {all} milestone.", "Stands at {n} of {all} milestones.", quantity
            )
            yield words.format(n=reached, all=quantity)
            at = milestone_month(board.rules, carmaker, board.month, quantity)
            if reached < quantity and at is not None:
                yield _("At today's pace it is reached in {date}.").format(date=write(month(at)))
            if reached < MILESTONES:
                yield _("By the public plan the next is due in {date}.").format(
                    date=write(month(autonomy_due(board.rules, reached)))
                )
        case Subject.NO_DIVERSION:
            secret = [act for act in view.affairs.acts if act.published is None and act.month > made]
            yield _("Diversions since then that nobody knows of: {n}.").format(n=write(count(len(secret))))


def _gave(session: Session, subject: Subject, made: int, due: int) -> Iterator[str]:
    """Tell what stands on the receipts for such promises: trust and price, cause by cause."""
    for label in promise_labels(subject, due):
        for account in (Account.TRUST, Account.PRICE):
            amounts = [
                receipt.amount
                for report in session.reports
                if report.month >= made
                for balance in report.balances
                if balance.account is account and balance.firm is Firm.TESLA
                for receipt in balance.receipts
                if receipt.cause == label
            ]
            if sum(amounts):
                steps = round(sum(amounts) / unit_of(session, account))
                change = ("+" if steps > 0 else "") + written(account, steps)
                words = (
                    _("{cause}: {change} of trust so far.")
                    if account is Account.TRUST
                    else _("{cause}: {change} on the share price so far.")
                )
                yield words.format(cause=speak(label), change=change)
