"""The supply board: what stands on which dock, what is on the way, and who paid."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from race.core.commands import Command, Divert, GiveBack
from race.core.formulas.race.chips import capacity_kw, kw_each
from race.core.ids import PPM, Firm, Terms, Thing
from race.core.legality.diversion import owed
from race.core.view import FounderView
from race.core.words import chips, kw, percent
from race.core.world.books import Batch, Depot, OrderLine
from race.session.session import Session
from race.speech import _, name, plural, speak
from race.speech import quantity as write
from race.ui.present.league import short_month
from race.ui.present.standing import (
    arrival,
    batch_told,
    generation_short,
    line_told,
    standing,
    starting,
    unplaced,
)

SOON = 3
"""Months ahead for which lines stand on a dock as crates."""
CRATES = 8
"""Crates a dock shows at a time; the others stand on its further pages."""
BACK = -1
"""Source of the crate that stands for this month's returns."""
_REST = 1 << 40
"""Added to the source of a crate for each order of this month before it that moves of its line or batch."""


@dataclass(frozen=True, slots=True)
class Shipment:
    """One crate: chips of a line that is due soon, or of a batch without power.

    Attributes:
        source: id of the line or batch.
        dock: `carmaker` or `lab`, with this month's orders already counted.
        quantity: H100e.
        shown: the quantity as written.
        payer: who paid, on a crate; `payer_short` is the name alone; `payer_side` is `carmaker` or `lab`.
        when: when it arrives, in words; `when_short` for a narrow crate.
        diverted: whether the payer is not the dock's owner.
        leased: whether it belongs to the payer wherever it stands.
        pending: whether it moved by an order of this month, which can be undone.
        explained: the tooltip's lines; `facts` are those that say what was ordered.
        kind: the generation of the chips in a word; empty where there are several.
    """

    source: int
    dock: str
    quantity: int
    shown: str
    payer: str
    payer_short: str
    payer_side: str
    when: str
    when_short: str
    diverted: bool
    leased: bool
    pending: bool
    explained: tuple[str, ...]
    facts: tuple[str, ...]
    kind: str

    @property
    def tag(self) -> str:
        """Words for a crate that stands at the other's dock; empty for the others."""
        if self.leased:
            return _("leased") if self.dock == "lab" else _("lent")
        return _("diverted") if self.diverted and self.dock == "lab" else ""


@dataclass(frozen=True, slots=True)
class DockState:
    """One dock: its company's name, chips that run in words, the share of its power they use, all in words.

    `standing` tells of sites, papers, the warehouse and the chipmaker; `crowd` of crates on several pages.
    """

    key: str
    name: str
    captions: tuple[str, ...]
    fill: float
    explained: str
    standing: tuple[str, ...]
    crowd: str


def docks(session: Session) -> tuple[DockState, DockState]:
    """Return the carmaker's and the lab's dock."""
    view, crates = session.view(), _all(session)
    return (
        _dock("carmaker", Firm.TESLA, view.carmaker.depot, crates, view),
        _dock("lab", Firm.XAI, view.own.depot, crates, view),
    )


def _running(depot: Depot) -> Iterator[str]:
    """Yield how many chips run, first with those that are rented, which are no crates; then in short."""
    running = write(chips(depot.running()))
    if depot.rented:
        own = write(chips(depot.running() - depot.rented))
        yield _("{n} running + {rented} rented").format(n=own, rented=write(chips(depot.rented)))
    yield _("{n} running").format(n=running)


def _dock(key: str, firm: Firm, depot: Depot, crates: list[Shipment], view: FounderView) -> DockState:
    power = capacity_kw(depot, view.board.month)
    drawn = sum(
        batch.quantity * kw_each(view.board.rules, batch.generation)
        for batch in depot.batches
        if batch.site is not None
    )
    waiting = depot.chips() - depot.powered()
    running = write(chips(depot.running()))
    explained = (
        _("{running} chips run, {waiting} wait for power; {used} of the power of {all} is used.")
        if unplaced(view, firm) or not waiting
        else _("{running} chips run, {waiting} start next month; {used} of the power of {all} is used.")
    )
    return DockState(
        key=key,
        name=name(firm),
        captions=tuple(_running(depot)),
        fill=min(1.0, drawn / power) if power else 0.0,
        explained=explained.format(
            running=running,
            waiting=write(chips(waiting)),
            used=write(percent(int(PPM * min(1.0, drawn / power)) if power else 0)),
            all=write(kw(int(power))),
        ),
        standing=(*_left_out(view, firm), *standing(view, firm)),
        crowd=_crowd([crate.quantity for crate in crates if crate.dock == key]),
    )


def _crowd(quantities: list[int]) -> str:
    """Say how many crates and chips stand on a dock that shows them page by page; empty for fewer."""
    if len(quantities) <= CRATES:
        return ""
    words = _("{n} crates stand on the dock: {chips} chips.")
    return words.format(n=len(quantities), chips=write(chips(sum(quantities))))


def shipments(session: Session) -> tuple[Shipment, ...]:
    """Return all crates, the carmaker's dock first; on each, the next to arrive first."""
    crates = _all(session)
    return tuple(crate for dock in ("carmaker", "lab") for crate in crates if crate.dock == dock)


def _all(session: Session) -> list[Shipment]:
    """Return all crates, the next to arrive first, without lots of hardly any chips."""
    view = session.view()
    moved: dict[int, list[Divert]] = {}
    for order in session.pending:
        if isinstance(order, Divert):
            moved.setdefault(order.source, []).append(order)
    crates = [
        _line(view, line, part)
        for line in _soon(view)
        if line.id in moved or not _small(view, line, line.owner)
        for part in _parts(line, moved.get(line.id, []))
    ]
    crates += [
        _batch(view, firm, batch, part)
        for firm, batch in _waiting(view, moved)
        if batch.id in moved or not _small(view, batch, firm)
        for part in _parts(batch, moved.get(batch.id, []))
    ]
    back = sum(order.quantity for order in _returns(session))
    if back:
        crates.insert(0, _crate(BACK, Firm.TESLA, Firm.TESLA, back, _("on the way back"), pending=True))
    return crates


def _parts(lot: OrderLine | Batch, orders: list[Divert]) -> Iterator[tuple[int, int, Divert | None]]:
    """Yield a lot's crates, by source, quantity and order: what orders move of it, and what they leave."""
    for place, order in enumerate(orders):
        yield lot.id + place * _REST, order.quantity, order
    moved = sum(order.quantity for order in orders)
    if lot.quantity > moved:
        yield lot.id + len(orders) * _REST, lot.quantity - moved, None


def _returns(session: Session) -> list[GiveBack]:
    """Return this month's orders that give chips back; a site or people fill no crate."""
    return [order for order in session.pending if isinstance(order, GiveBack) and order.thing is Thing.CHIPS]


def still_owed(session: Session) -> int:
    """Return the diverted chips that can go back besides those that this month's orders return."""
    return max(0, owed(session.view()) - sum(order.quantity for order in _returns(session)))


def _soon(view: FounderView) -> list[OrderLine]:
    """Return the lines that are due soon, the next first."""
    soon = [line for line in view.lines if line.due <= view.board.month + SOON and line.quantity > 0]
    return sorted(soon, key=lambda line: (line.due, line.id))


def _waiting(view: FounderView, moved: Container[int] = ()) -> list[tuple[Firm, Batch]]:
    """Return the batches at both companies that are without power, or in `moved` by their ids."""
    return [
        (firm, batch)
        for firm, depot in ((Firm.TESLA, view.carmaker.depot), (Firm.XAI, view.own.depot))
        for batch in depot.batches
        if batch.site is None or batch.id in moved
    ]


def _small(view: FounderView, lot: OrderLine | Batch, at: Firm) -> bool:
    """Return whether a dock's own lot is too small for a crate: the chipmaker would take no such order."""
    return lot.payer is at and lot.quantity < view.board.rules.chips.order_least


def _left_out(view: FounderView, firm: Firm) -> tuple[str, ...]:
    """Say how many chips a dock has in lots that are too small for a crate."""
    small = [line.quantity for line in _soon(view) if line.owner is firm and _small(view, line, firm)]
    small += [batch.quantity for at, batch in _waiting(view) if at is firm and _small(view, batch, firm)]
    if not small:
        return ()
    words = _("Chips that come or wait in lots too small for a crate: {n}.")
    return (words.format(n=write(chips(sum(small)))),)


def _line(view: FounderView, line: OrderLine, part: tuple[int, int, Divert | None]) -> Shipment:
    source, quantity, order = part
    owner = Firm.XAI if order is not None else line.owner
    when = _("due {date}").format(date=short_month(max(line.due, view.board.month + 1)))
    pending = order is not None
    return _crate(
        source,
        owner,
        line.payer,
        quantity,
        when,
        pending=pending,
        due=line.due,
        late=line.due <= view.board.month,
        leased=line.leased or (order is not None and order.terms is Terms.LEASE),
        facts=line_told(line),
        kind=generation_short(line.generation),
    )


def _batch(view: FounderView, firm: Firm, batch: Batch, part: tuple[int, int, Divert | None]) -> Shipment:
    source, quantity, order = part
    owner = Firm.XAI if order is not None else firm
    pending, stored = order is not None, batch.site is None
    starts = stored and not pending and batch.id in starting(view, firm)
    return _crate(
        source,
        owner,
        batch.payer,
        quantity,
        _("starts next month") if starts else _("in the warehouse") if stored else _("running"),
        pending=pending,
        running=not stored,
        starts=starts,
        leased=batch.leased or (order is not None and order.terms is Terms.LEASE),
        facts=batch_told(view, batch),
        kind=generation_short(batch.generation),
    )


def _crate(  # noqa: PLR0913 - one crate has this many facts
    source: int,
    owner: Firm,
    payer: Firm,
    quantity: int,
    when: str,
    *,
    pending: bool,
    due: int | None = None,
    late: bool = False,
    leased: bool = False,
    running: bool = False,
    starts: bool = False,
    facts: tuple[str, ...] = (),
    kind: str = "",
) -> Shipment:
    if source == BACK:
        arrives, short = _("Goes back to the carmaker when the month ends."), _("back")
    elif running:
        arrives, short = _("Runs at the carmaker until the month ends."), _("runs")
    else:
        dated = "" if due is None else short_month(due)
        arrives, short = arrival(due, dated, late=late, starts=starts)
    taken: tuple[str, ...] = ()
    if payer is Firm.TESLA and owner is Firm.XAI:
        taken = (_("Leased from the carmaker.") if leased else _("Diverted from the carmaker."),)
    return Shipment(
        source=source,
        dock="carmaker" if owner is Firm.TESLA else "lab",
        quantity=quantity,
        shown=write(chips(quantity)),
        payer=_("paid by {firm}").format(firm=name(payer)),
        payer_short=name(payer),
        payer_side="carmaker" if payer is Firm.TESLA else "lab",
        when=when,
        when_short=short,
        diverted=payer is not owner,
        leased=leased,
        pending=pending,
        explained=(
            plural("{n} chip, paid by {firm}.", "{n} chips, paid by {firm}.", quantity).format(
                n=write(chips(quantity)), firm=name(payer)
            ),
            arrives,
            *facts,
            *taken,
        ),
        facts=facts,
        kind=kind,
    )


def moved(session: Session) -> int:
    """Return the chips that change docks by this month's orders, H100e."""
    diverted = sum(order.quantity for order in session.pending if isinstance(order, Divert))
    return diverted + sum(order.quantity for order in _returns(session))


def order_behind(session: Session, source: int) -> int | None:
    """Return the place of the pending order that moved a crate, or None when it stands where it stood."""
    pending = session.pending
    if source == BACK:
        return next((place for place, order in enumerate(pending) if order in _returns(session)), None)
    part, lot = divmod(source, _REST)
    diverts = [(place, order.source) for place, order in enumerate(pending) if isinstance(order, Divert)]
    moved = [place for place, from_ in diverts if from_ == lot]
    return moved[part] if part < len(moved) else None


def why_stays(session: Session, crate: Shipment, terms: Terms, part: int = 0) -> str:
    """Return why a crate, or a part of it, cannot go to the other dock now; empty when it can."""
    if crate.pending:
        return ""
    if crate.dock == "lab" and crate.payer_side == "lab":
        return _("The lab paid for these; there is nothing to give back.")
    other = "carmaker" if crate.dock == "lab" else "lab"
    command = ordered(session, crate, other, terms, part)
    reason = session.why_not(command) if command is not None else None
    return speak(reason) if reason is not None else ""


def move(session: Session, source: int, dock: str, terms: Terms, part: int = 0) -> Command | None:
    """Return the command that moves a crate, or a `part` of its chips, to a dock on terms, or None for none.

    A crate that moved this month goes back by taking its order back; chips that were diverted earlier go
    back to the carmaker by a return.
    """
    crate = next((crate for crate in shipments(session) if crate.source == source), None)
    return None if crate is None else ordered(session, crate, dock, terms, part)


def ordered(session: Session, crate: Shipment, dock: str, terms: Terms, part: int = 0) -> Command | None:
    """Return the command that moves a crate which is at hand, as `move` does for its source."""
    if crate.dock == dock or crate.pending:
        return None
    quantity = part or crate.quantity
    if dock == "lab":
        return Divert(source=crate.source % _REST, quantity=quantity, terms=terms)
    return GiveBack(quantity=quantity if part else max(1, min(quantity, still_owed(session))))
