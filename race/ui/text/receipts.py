"""A number opened as text: start, causes, now, as the window opens it, line by line."""

from collections.abc import Iterator
from typing import Final

from race.core.ids import Firm
from race.core.receipts import Account
from race.session.session import Session
from race.speech import _
from race.ui.present.figures import labels, money_told, receipt
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


def why_lines(session: Session, words: list[str]) -> Iterator[str]:
    """Yield the receipts of a number; raises Unclear for a number that has none."""
    said = words[0] if words else ""
    if said not in OPENS:
        near = nearest(said, tuple(OPENS)) if said else "trust"
        raise Unclear(
            _("why opens {known}; for example: why {near}.").format(known=", ".join(OPENS), near=near)
        )
    for firm, account in OPENS[said]:
        yield from _opened(session, firm, account)


def _opened(session: Session, firm: Firm, account: Account) -> Iterator[str]:
    label, meaning = labels()[firm, account]
    more = money_told(session) if (firm, account) == (Firm.XAI, Account.CASH) else ()
    yield " ".join((f"{label}. {meaning}", *more))
    opened = receipt(session, firm, account)
    if opened is None:
        yield "  " + _("No month has been played yet: nothing has changed.")
        return
    figures = [opened.before, *(cause.shown for cause in opened.causes), opened.now]
    width = max(len(figure) for figure in figures) + 1
    yield f"  {opened.before:>{width}}  " + _("a month ago")
    for cause in opened.causes:
        yield f"  {cause.shown:>{width}}  {cause.words}"
    yield f"  {opened.now:>{width}}  " + _("now")
