"""What the month will have moved when it is ended now: each head figure's change as a range."""

from race.core.ids import PERCENT, PPM, Firm
from race.core.receipts import Account
from race.core.words import Quantity, count, percent
from race.session.forecast.coming import ComingMonth
from race.session.preview import AUTONOMY
from race.session.session import Session
from race.speech import _
from race.speech import quantity as write
from race.ui.present.consequences import Consequence, brief, ranged
from race.ui.present.figures import amount

_STILL = "…"
"""Stands for a range that is still being played."""


def closing(session: Session, coming: ComingMonth) -> tuple[Consequence, ...]:
    """Return quality, trust, share price and autonomy at the month's end; nothing after the ending.

    Eight futures of ten lie within each range; three dots stand for one that is still being played.
    """
    if session.ending is not None:
        return ()
    shown = (
        (_("Quality"), Firm.XAI, Account.QUALITY),
        (_("Trust"), Firm.TESLA, Account.TRUST),
        (_("Share price"), Firm.TESLA, Account.PRICE),
    )
    changes, pace = coming.changes(session), coming.pace(session)
    if not changes or pace is None:
        still = (Consequence(label, _STILL, 0, None) for label, _firm, _account in shown)
        return (*still, _autonomy(_STILL, 0))
    found = []
    for label, firm, account in shown:
        low, high = (_moved(session, account, change) for change in changes[firm, account])
        found.append(ranged(label, low, high))
    return (*found, _pace(*pace))


def _moved(session: Session, account: Account, change: int) -> Quantity:
    """Return by how much an account moves, as people read it; a price as a share of itself."""
    if account is Account.PRICE:
        price = session.view().carmaker.price_cents
        return percent(round(PPM * change / max(1, price) / PERCENT) * PERCENT)
    if account is Account.QUALITY:
        return count(round(change / 1000))
    return amount(session, account, change)


def _pace(low: int, high: int) -> Consequence:
    """Return the autonomy programme's pace, of what was planned."""
    ends = [write(percent(round(end / PERCENT) * PERCENT)) for end in (low, high)]
    shown = ends[0] if ends[0] == ends[1] else _("{low} to {high}").format(low=ends[0], high=ends[1])
    return _autonomy(shown, -1 if high < PPM else 0)


def _autonomy(shown: str, good: int) -> Consequence:
    return Consequence(_(AUTONOMY), shown, good, None, brief(AUTONOMY))
