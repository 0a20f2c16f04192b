"""A number opened as text: start, causes, now, as the window opens it, line by line."""

from collections.abc import Callable, Iterator
from typing import Final

from race.core.ids import Firm
from race.core.receipts import Account
from race.session.forecast.coming import FUTURES, ComingMonth
from race.session.session import Session
from race.speech import _, labelled
from race.ui.present.figures import expected, labels, meaning_of, money_told, receipt
from race.ui.present.opened.promises import opened_promises
from race.ui.present.opened.votes import heads, opened_votes
from race.ui.text.table import Unclear
from race.ui.text.vocabulary import nearest

OPENS: Final[dict[str, tuple[tuple[Firm, Account], ...]]] = {
    "trust": ((Firm.TESLA, Account.TRUST),),
    "cash": ((Firm.XAI, Account.CASH), (Firm.TESLA, Account.CASH)),
    "price": ((Firm.TESLA, Account.PRICE),),
    "chips": ((Firm.XAI, Account.CHIPS), (Firm.TESLA, Account.CHIPS)),
    "users": ((Firm.XAI, Account.USERS),),
    "valuation": ((Firm.XAI, Account.VALUATION),),
    "quality": ((Firm.XAI, Account.QUALITY),),
}
"""What each word after `why` opens."""


def _votes(session: Session) -> Iterator[str]:
    """Yield the votes opened by kind of holder, in columns that sum."""
    opened = opened_votes(session)
    if not opened:
        yield _("The holders have not voted yet.")
    for vote in opened:
        yield labelled(vote.title, vote.meaning)
        rows = (*vote.rows, vote.total)
        name = max(len(row.name) for row in rows)
        wide = max(len(word) for row in rows for word in (*row.parts, *heads())) + 2
        yield "  " + " " * name + "".join(f"{head:>{wide}}" for head in heads())
        for row in rows:
            yield f"  {row.name:<{name}}" + "".join(f"{part:>{wide}}" for part in row.parts)


def _promises(session: Session) -> Iterator[str]:
    """Yield the promises opened: where each stands and what it gave."""
    opened = opened_promises(session)
    if not opened:
        yield _("Nothing is promised.")
    for promise in opened:
        yield promise.title
        yield from (f"  {line}" for line in promise.lines)


MATTERS: Final[dict[str, Callable[[Session], Iterator[str]]]] = {"votes": _votes, "promises": _promises}
"""What else opens: no account, but lines of their own."""


def why_lines(session: Session, words: list[str]) -> Iterator[str]:
    """Yield the receipts of a number; raises Unclear for a number that has none."""
    said = words[0] if words else ""
    if said in MATTERS:
        yield from MATTERS[said](session)
        return
    if said not in OPENS:
        known = (*OPENS, *MATTERS)
        near = nearest(said, known) if said else "trust"
        raise Unclear(
            _("why opens {known}; for example: why {near}.").format(known=", ".join(known), near=near)
        )
    coming = ComingMonth()
    if len(session.reports) > 1:
        coming.play(session, FUTURES)
    for firm, account in OPENS[said]:
        yield from _opened(session, firm, account)
        ends = (coming.ranges(session) or {}).get((firm, account))
        if ends:
            yield "  " + _("Expected next month: {range}").format(range=expected(session, account, ends))


def _opened(session: Session, firm: Firm, account: Account) -> Iterator[str]:
    label, meaning = labels()[firm, account][0], meaning_of(session, firm, account)
    more = money_told(session) if (firm, account) == (Firm.XAI, Account.CASH) else ()
    yield " ".join((f"{label}. {meaning}", *more))
    opened = receipt(session, firm, account, whole=True)
    if opened is None:
        yield "  " + _("No month has been played yet: nothing has changed.")
        return
    figures = [opened.before, *(cause.shown for cause in opened.causes), opened.now]
    width = max(len(figure) for figure in figures) + 1
    yield f"  {opened.before:>{width}}  " + _("a month ago")
    for cause in opened.causes:
        yield f"  {cause.shown:>{width}}  {cause.words}"
    yield f"  {opened.now:>{width}}  " + _("now")
