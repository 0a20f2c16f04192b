"""A number opened as text: start, causes, now, rounded so that what is printed adds up.

Every figure is rounded to the same small unit; what rounding leaves over goes to the causes that
lost most by it, so a reader with a pencil gets the printed end.
"""

from collections.abc import Iterator
from typing import Final

from race.core.ids import Firm
from race.core.receipts import Account
from race.session.session import Session
from race.speech import MINUS, _, number, speak
from race.ui.present.figures import balance_of, labels
from race.ui.present.rounding import shared_out
from race.ui.text.table import Unclear
from race.ui.text.vocabulary import nearest

OPENS: Final[dict[str, tuple[tuple[Firm, Account], ...]]] = {
    "trust": ((Firm.TESLA, Account.TRUST),),
    "cash": ((Firm.XAI, Account.CASH), (Firm.TESLA, Account.CASH)),
    "price": ((Firm.TESLA, Account.PRICE),),
    "chips": ((Firm.XAI, Account.CHIPS), (Firm.TESLA, Account.CHIPS)),
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
    yield f"{label}. {meaning}"
    balance = balance_of(session, firm, account)
    if balance is None:
        yield "  " + _("No month has been played yet: nothing has changed.")
        return
    causes: dict[str, int] = {}
    for entry in balance.receipts:
        told = speak(entry.cause)
        causes[told] = causes.get(told, 0) + entry.amount
    unit = _unit(session, account)
    shares = shared_out([balance.before, *causes.values()], balance.now, unit)
    written = [_write(account, share) for share in shares] + [_write(account, round(balance.now / unit))]
    width = max(len(text) for text in written) + 1
    yield f"  {written[0]:>{width}}  " + _("a month ago")
    told_causes = sorted(zip(causes, shares[1:], strict=True), key=lambda one: (-abs(one[1]), one[0]))
    for told, share in told_causes:
        if share:
            yield f"  {_signed(account, share):>{width}}  {told}"
    yield f"  {written[-1]:>{width}}  " + _("now")


def _unit(session: Session, account: Account) -> float:
    """Return what one step of the printed figure is worth in the account's own unit."""
    match account:
        case Account.CASH:
            return 100_000
        case Account.QUALITY:
            return 100
        case Account.TRUST:
            shares = session.view().holders.shares
            return 100.0 * max(1, int(shares[shares > 0].sum()))
        case Account.CHIPS | Account.PRICE:
            return 1


def _write(account: Account, steps: int) -> str:
    sign = MINUS if steps < 0 else ""
    size = abs(steps)
    match account:
        case Account.CASH:
            return sign + _("${n} M").format(n=number(size / 10, 1))
        case Account.QUALITY:
            return sign + number(size / 10, 1)
        case Account.TRUST:
            return sign + _("{n} %").format(n=number(size / 100, 2))
        case Account.CHIPS:
            return sign + number(size)
        case Account.PRICE:
            return sign + _("${n}").format(n=number(size / 100, 2))


def _signed(account: Account, steps: int) -> str:
    return ("+" if steps > 0 else "") + _write(account, steps)
