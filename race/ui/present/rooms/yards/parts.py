"""Parts of a crate: what can be taken of it, in words and figures, and what then stays."""

from typing import NamedTuple

from race.core.words import chips
from race.session.session import Session
from race.speech import _
from race.speech import quantity as write
from race.ui.present.rounding import thousands
from race.ui.present.supply import Shipment, still_owed


class Share(NamedTuple):
    """How much of a crate, 0 for all, H100e; as written, in words, what stays; the three when narrow."""

    amount: int
    shown: str
    words: str
    left: str
    shown_short: str
    left_short: str
    sign: str


def parts(session: Session, crate: Shipment) -> tuple[int, ...]:
    """Return what can be taken of a crate: 0 for all of it, then half and a quarter, H100e.

    A part is no smaller than an order that the chipmaker would take; what moves this month moves whole.
    Of a diverted crate no more goes back than is still owed, which then stands first.
    """
    if crate.pending or (crate.dock == "lab" and crate.payer_side == "lab"):
        return (0,)
    least = session.view().board.rules.chips.order_least
    most = still_owed(session) if crate.dock == "lab" else crate.quantity
    first = most if 0 < most < crate.quantity else 0
    most = first or crate.quantity
    return first, *(part for part in (crate.quantity // 2, crate.quantity // 4) if least <= part < most)


def shares(session: Session, crate: Shipment) -> tuple[Share, ...]:
    """Return the parts of a crate as they are told, the most first; none where it moves only whole."""
    found = list[Share]()
    names = {
        0: (_("Whole"), ""),
        crate.quantity // 2: (_("Half"), "½"),
        crate.quantity // 4: (_("Quarter"), "¼"),
    }
    for part in parts(session, crate):
        words, sign = names.get(part, (_("Still owed"), "…"))
        taken, left = part or crate.quantity, crate.quantity - part
        shown, rest = write(chips(taken)), write(chips(left))
        found.append(Share(part, shown, words, rest, thousands(taken), thousands(left), sign))
    return tuple(found) if len(found) > 1 or found[0].amount else ()
