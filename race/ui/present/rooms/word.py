"""Your word: every promise against the books, with what keeping it needs; votes past and to come."""

from race.core.formulas.owners.carmaker import (
    MILESTONES,
    Footing,
    booked_by,
    in_time,
    lacking,
    powered_by,
    print_ppm,
)
from race.core.formulas.owners.evidence import curiosity
from race.core.ids import PPM, Firm, Subject
from race.core.receipts import Account
from race.core.view import FounderView
from race.core.words import chips, count, month, percent
from race.core.world.books import Promise
from race.session.session import Session
from race.speech import _, name, plural
from race.speech import quantity as write
from race.ui.present import league, owners
from race.ui.present.figures import Said, figure_of
from race.ui.present.opened.promises import opened_promises
from race.ui.present.opened.votes import heads as vote_heads
from race.ui.present.opened.votes import opened_votes
from race.ui.present.rooms.page import Line, Page, Table, doing, plain, spoken

_ORDERS = frozenset({"MakePromise", "Speak", "Announce", "CallVote"})
_SIGNS = {"kept": "good", "track": "good", "missed": "bad", "risk": "warning"}
_ICONS = {"kept": "tick", "track": "tick", "missed": "close", "risk": "warning"}


def word(session: Session) -> Page:
    """Return promises, public claims and votes."""
    view = session.view()
    given = view.affairs.promises
    kept, broken = sum(one.kept is True for one in given), sum(one.kept is False for one in given)
    waiting = [one for one in given if one.kept is None]
    next_due = min((one.due for one in waiting), default=None)
    head = (
        figure_of(session, Firm.TESLA, Account.TRUST, percent(session.reports[-1].trust_ppm)),
        plain("open", _("Open"), write(count(len(waiting))), _("Promises that have not fallen due.")),
        plain("kept", _("Kept so far"), write(count(kept)), _("Promises that the books kept on their day.")),
        plain(
            "broken",
            _("Broken so far"),
            write(count(broken)),
            _("Promises that the books broke on their day."),
        ),
        plain(
            "next",
            _("Next due"),
            write(month(next_due)) if next_due is not None else "–",
            _("The day on which the books judge the next promise."),
        ),
    )
    lead = _("A promise moves trust on the day it is made; on its date the books alone decide.")
    return Page(
        "promises",
        _("Your word"),
        lead,
        head,
        ((_promises(session), doing(session, _ORDERS)), (_votes(session), _claims(session))),
    )


def _promises(session: Session) -> Table:
    view = session.view()
    given = sorted(view.affairs.promises, key=lambda one: (one.kept is not None, one.due))
    lines = []
    for place, (line, promise, opened) in enumerate(
        zip(owners.promises(session), given, opened_promises(session), strict=True)
    ):
        done, all_of = _progress(view, promise)
        told = spoken((*opened.lines, *_needs(view, promise)))
        cells = (line.text, line.due, line.status)
        bar = min(1.0, done / max(1, all_of)) if all_of else None
        key = f"promise.{place}"
        lines.append(Line(key, cells, _SIGNS[line.state], _ICONS[line.state], bar, told))
    heads = (_("Promise"), _("By"), _("State"))
    return Table("promises", _("Promises"), heads, tuple(lines), _("Nothing is promised."))


def _progress(view: FounderView, promise: Promise) -> tuple[int, int]:
    match promise.subject:
        case Subject.CHIPS_POWERED:
            return view.carmaker.depot.powered(), promise.quantity
        case Subject.AUTONOMY:
            reached = view.carmaker.autonomy_reached * PPM + view.carmaker.autonomy
            return min(reached, MILESTONES * PPM), promise.quantity * PPM
        case Subject.NO_DIVERSION:
            return 0, 0


def _needs(view: FounderView, promise: Promise) -> tuple[str, ...]:
    """Return what keeping an open promise still needs, and what the press could print of it."""
    if promise.kept is not None:
        return ()
    board, found = view.board, list[str]()
    footing = Footing.of(board, view.carmaker)
    if promise.subject is Subject.CHIPS_POWERED:
        found.append(_still_needed(view, promise))
    if promise.subject is Subject.NO_DIVERSION:
        found.append(_("Keeping it needs nothing but that no diversion becomes known without a vote."))
    chance = print_ppm(board.rules, lacking(footing, view.lines, promise), curiosity(view.affairs))
    if chance:
        found.append(
            _("Reporters may print that the books rule it out: {chance} a month.").format(
                chance=write(percent(chance))
            )
        )
    return tuple(found)


def _still_needed(view: FounderView, promise: Promise) -> str:
    """Say what a promise of running chips still lacks: chips first, then time to install, then power."""
    board = view.board
    footing = Footing.of(board, view.carmaker)
    short = promise.quantity - booked_by(footing, view.lines, promise.due)
    if short > 0:
        words = plural(
            "Keeping it needs {n} chip more than are there or booked.",
            "Keeping it needs {n} chips more than are there or booked.",
            short,
        )
        return words.format(n=write(chips(short)))
    delivered = promise.due - board.rules.chips.install_months
    coming = in_time(view.lines, board.month, delivered)
    late = promise.quantity - booked_by(footing, coming, delivered)
    if late > 0:
        words = plural(
            "Keeping it needs {n} chip sooner: those that come last are not installed by then.",
            "Keeping it needs {n} chips sooner: those that come last are not installed by then.",
            late,
        )
        return words.format(n=write(chips(late)))
    dark = promise.quantity - powered_by(footing, view.lines, promise.due)
    if dark > 0:
        words = plural(
            "Keeping it needs power for {n} chip more than its sites can run by then.",
            "Keeping it needs power for {n} chips more than its sites can run by then.",
            dark,
        )
        return words.format(n=write(chips(dark)))
    return _("What is there and booked is enough, if it comes and its sites stand in time.")


def _votes(session: Session) -> Table:
    """Return the votes so far, each opened by kind of holder."""
    lines = []
    first, second, third, _fourth = vote_heads()
    for place, (line, opened) in enumerate(zip(owners.votes(session), opened_votes(session), strict=True)):
        told = [Said(opened.meaning)]
        told += [
            Said(row.name, f"{first} {row.parts[0]} · {second} {row.parts[1]} · {third} {row.parts[2]}")
            for row in (*opened.rows, opened.total)
        ]
        told[-1] = told[-1]._replace(part="sum")
        icon = "tick" if line.won else "close"
        cells = (line.text, line.date, line.result)
        lines.append(Line(f"vote.{place}", cells, "quiet", icon, None, tuple(told)))
    heads = (_("Vote"), _("When"), _("Result"))
    return Table("votes", _("Votes"), heads, tuple(lines), _("The holders have not voted yet."))


def _claims(session: Session) -> Table:
    """Return the labs' open public claims."""
    board = session.view().board
    lines = []
    for firm, claims in board.claims.items():
        for place, said in enumerate(claims):
            told = league.claim_told(board, firm, said)
            cells = (name(firm), write(month(said.due)), write(percent(board.credibility[firm])))
            lines.append(Line(f"claim.{firm.value}.{place}", cells, firm.value, "", None, spoken((told,))))
    heads = (_("Lab"), _("By"), _("Believed"))
    return Table("claims", _("What the labs claim"), heads, tuple(lines), _("No claim is open."))
