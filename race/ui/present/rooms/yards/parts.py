"""Parts of a crate: what can be taken of it, in words and figures, and what then stays."""

from typing import NamedTuple

from race.core.commands import Divert
from race.core.ids import Terms
from race.core.legality.diversion import SALES, left_for_sale
from race.core.legality.purse import find_source
from race.core.words import chips
from race.session.session import Session
from race.speech import _
from race.speech import quantity as write
from race.ui.present.rounding import in_hundreds, thousands
from race.ui.present.supply import Shipment, ordered, still_owed


class Share(NamedTuple):
    """How much of a crate, 0 for all, H100e; as written, in words, what stays; the three when narrow."""

    amount: int
    shown: str
    words: str
    left: str
    shown_short: str
    left_short: str
    sign: str


def parts(session: Session, crate: Shipment, terms: Terms) -> tuple[int, ...]:
    """Return what can be taken of a crate: 0 for all of it, then half and a quarter, H100e.

    A part is no smaller than an order that the chipmaker would take; what moves this month moves whole.
    Of a diverted crate no more goes back than is still owed, and no more can be bought than the directors
    sell: either then stands first.
    """
    if crate.pending or (crate.dock == "lab" and crate.payer_side == "lab"):
        return (0,)
    least = session.view().board.rules.chips.order_least
    most = still_owed(session) if crate.dock == "lab" else _sold(session, crate, terms, least)
    first = most if 0 < most < crate.quantity else 0
    most = first or crate.quantity
    return first, *(part for part in (crate.quantity // 2, crate.quantity // 4) if least <= part < most)


def _sold(session: Session, crate: Shipment, terms: Terms, least: int) -> int:
    """Return what the directors sell of a crate on these terms; all of it when they sell none or need not."""
    taking = ordered(session, crate, "lab", terms)
    if terms not in SALES or not isinstance(taking, Divert):
        return crate.quantity
    view = session.view()
    source = find_source(view, taking.source)
    left = left_for_sale(view, session.pending, source) if source else 0
    return left if left >= least else crate.quantity


def shares(session: Session, crate: Shipment, terms: Terms) -> tuple[Share, ...]:
    """Return the parts of a crate as they are told, the most first; none where it moves only whole."""
    found = list[Share]()
    names = {
        0: (_("Whole"), ""),
        crate.quantity // 2: (_("Half"), "½"),
        crate.quantity // 4: (_("Quarter"), "¼"),
    }
    other = _("Still owed") if crate.dock == "lab" else _("For sale")
    for part in parts(session, crate, terms):
        taken, left = part or crate.quantity, crate.quantity - part
        words, sign = names.get(part, (other, in_hundreds(taken / crate.quantity)))
        shown, rest = write(chips(taken)), write(chips(left))
        found.append(Share(part, shown, words, rest, thousands(taken), thousands(left), sign))
    return tuple(found) if len(found) > 1 or found[0].amount else ()
