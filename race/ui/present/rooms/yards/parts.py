"""Parts of a crate: what can be taken of it, in words and figures, and what then stays."""

from typing import NamedTuple

from race.core.words import chips
from race.session.session import Session
from race.speech import _
from race.speech import quantity as write
from race.ui.present.rooms.yards.lots import thousands
from race.ui.present.supply import Shipment


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
    """
    if crate.pending or (crate.dock == "lab" and crate.payer_side == "lab"):
        return (0,)
    least = session.view().board.rules.chips.order_least
    return 0, *(part for part in (crate.quantity // 2, crate.quantity // 4) if part >= least)


def shares(session: Session, crate: Shipment) -> tuple[Share, ...]:
    """Return the parts of a crate as they are told, the whole first; none where it moves only whole."""
    found, names = list[Share](), (_("Whole"), _("Half"), _("Quarter"))
    for part, words, sign in zip(parts(session, crate), names, ("", "½", "¼"), strict=False):
        taken, left = part or crate.quantity, crate.quantity - part
        shown, rest = write(chips(taken)), write(chips(left))
        found.append(Share(part, shown, words, rest, thousands(taken), thousands(left), sign))
    return tuple(found) if len(found) > 1 else ()
