"""The supply board: what stands on which dock, what is on the way, and who paid."""

from dataclasses import dataclass

from race.core.commands import Command, Divert, GiveBack
from race.core.formulas.chips import capacity_kw, kw_each
from race.core.ids import Firm, Terms
from race.core.legality.founder import owed
from race.core.view import FounderView
from race.core.words import chips, month
from race.core.world.books import Batch, Depot, OrderLine
from race.session.session import Session
from race.speech import _, name
from race.speech import quantity as write

SOON = 3
"""Months ahead for which lines stand on a dock as crates."""
CRATES = 6
"""Most crates a dock shows."""


@dataclass(frozen=True, slots=True)
class Shipment:
    """One crate: chips of a line that is due soon, or of a batch without power.

    Attributes:
        source: id of the line or batch.
        dock: `carmaker` or `lab`, with this month's orders already counted.
        quantity: H100e.
        shown: the quantity as written.
        payer: who paid, in words; `payer_side` is `carmaker` or `lab`.
        when: when it arrives, in words.
        diverted: whether the payer is not the dock's owner.
        pending: whether it moved by an order of this month, which can be undone.
        explained: the tooltip's lines.
    """

    source: int
    dock: str
    quantity: int
    shown: str
    payer: str
    payer_side: str
    when: str
    diverted: bool
    pending: bool
    explained: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DockState:
    """One dock: its company's name, chips with power over places with power, in words and as a share."""

    key: str
    name: str
    caption: str
    fill: float


def docks(session: Session) -> tuple[DockState, DockState]:
    """Return the carmaker's and the lab's dock."""
    view = session.view()
    now = view.board.month
    return (
        _dock("carmaker", Firm.TESLA, view.carmaker.depot, now, view),
        _dock("lab", Firm.XAI, view.own.depot, now, view),
    )


def _dock(key: str, firm: Firm, depot: Depot, now: int, view: FounderView) -> DockState:
    power = capacity_kw(depot, now)
    drawn = sum(
        batch.quantity * kw_each(view.board.rules, batch.generation)
        for batch in depot.batches
        if batch.site is not None
    )
    waiting = depot.chips() - depot.powered()
    caption = _("{running} running, {waiting} waiting").format(
        running=write(chips(depot.running())), waiting=write(chips(waiting))
    )
    return DockState(
        key=key, name=name(firm), caption=caption, fill=min(1.0, drawn / power) if power else 0.0
    )


def shipments(session: Session) -> tuple[Shipment, ...]:
    """Return the crates of both docks, the next to arrive first."""
    view = session.view()
    moved = {order.source: order for order in session.pending if isinstance(order, Divert)}
    soon = [line for line in view.lines if line.due <= view.board.month + SOON and line.quantity > 0]
    crates = [
        _line(view, line, moved.get(line.id)) for line in sorted(soon, key=lambda line: (line.due, line.id))
    ]
    for firm, depot in ((Firm.TESLA, view.carmaker.depot), (Firm.XAI, view.own.depot)):
        crates += [_batch(firm, batch, moved.get(batch.id)) for batch in depot.batches if batch.site is None]
    shown: list[Shipment] = []
    for dock in ("carmaker", "lab"):
        shown += [crate for crate in crates if crate.dock == dock][:CRATES]
    return tuple(shown)


def _line(view: FounderView, line: OrderLine, order: Divert | None) -> Shipment:
    owner = Firm.XAI if order is not None else line.owner
    when = _("due {date}").format(date=write(month(max(line.due, view.board.month + 1))))
    return _crate(line.id, owner, line.payer, line.quantity, when, order is not None, due=line.due)


def _batch(firm: Firm, batch: Batch, order: Divert | None) -> Shipment:
    owner = Firm.XAI if order is not None else firm
    return _crate(batch.id, owner, batch.payer, batch.quantity, _("in the warehouse"), order is not None)


def _crate(  # noqa: PLR0913 - one crate has this many facts
    source: int,
    owner: Firm,
    payer: Firm,
    quantity: int,
    when: str,
    pending: bool,
    *,
    due: int | None = None,  # noqa: FBT001
) -> Shipment:
    paid = _("paid by {firm}").format(firm=name(payer))
    arrives = (
        _("Arrives in {date}.").format(date=write(month(due))) if due is not None else _("Waits for power.")
    )
    return Shipment(
        source=source,
        dock="carmaker" if owner is Firm.TESLA else "lab",
        quantity=quantity,
        shown=write(chips(quantity)),
        payer=paid,
        payer_side="carmaker" if payer is Firm.TESLA else "lab",
        when=when,
        diverted=payer is not owner,
        pending=pending,
        explained=(_("{n} chips, {payer}.").format(n=write(chips(quantity)), payer=paid), arrives),
    )


@dataclass(frozen=True, slots=True)
class Transit:
    """Chips further away: month of arrival, quantity, whose money."""

    when: str
    shown: str
    payer_side: str


def on_the_way(session: Session, most: int = 4) -> tuple[Transit, ...]:
    """Return later deliveries by month and payer, the nearest last, as on a road to the docks."""
    view = session.view()
    sums: dict[tuple[int, str], int] = {}
    for line in view.lines:
        if line.due > view.board.month + SOON:
            key = (line.due, "carmaker" if line.payer is Firm.TESLA else "lab")
            sums[key] = sums.get(key, 0) + line.quantity
    near = sorted(sums.items())[:most]
    return tuple(
        Transit(when=write(month(due)), shown=write(chips(total)), payer_side=side)
        for (due, side), total in reversed(near)
    )


def move(session: Session, source: int, dock: str, terms: Terms) -> Command | None:
    """Return the command that moves a crate to a dock on terms, or None if it stands there already.

    Chips that were diverted earlier go back to the carmaker by a return.
    """
    crate = next((crate for crate in shipments(session) if crate.source == source), None)
    if crate is None or crate.dock == dock:
        return None
    if dock == "lab":
        return Divert(source=source, quantity=crate.quantity, terms=terms)
    return GiveBack(quantity=max(1, min(crate.quantity, owed(session.view()))))


def terms_names() -> dict[Terms, str]:
    """Return the terms in words, in the order of the board's switch."""
    return {
        Terms.SWAP: _("Swap"),
        Terms.SILENT: _("Silent"),
        Terms.PAID: _("Paid"),
        Terms.DISCLOSED: _("Disclosed"),
    }


def terms_meanings() -> dict[Terms, str]:
    """Return what each of the terms means."""
    return {
        Terms.SWAP: _("The lab's own later lines go to the carmaker in exchange. Secret until it leaks."),
        Terms.SILENT: _("Just do it. The carmaker pays; secret until it leaks."),
        Terms.PAID: _("The lab pays the market price; it stands in the next quarter's books."),
        Terms.DISCLOSED: _("Announced first with reasons; the lab pays the cost."),
    }
