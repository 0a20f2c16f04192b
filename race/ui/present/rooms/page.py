"""What a room says: a lead, head figures, and tables whose lines open; window and text game read the same."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from race.core.ids import Firm
from race.core.receipts import Account
from race.session.session import Session
from race.speech import _, name
from race.ui.present.consequences import foresee
from race.ui.present.figures import Figure, Said, meaning_of, receipt
from race.ui.present.orders import Order, orders


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table.

    Attributes:
        key: name for the program, unlike any other in the room.
        cells: words, one a column.
        sign: role of its colour: `lab`, `car`, `good`, `bad`, `warning`, `quiet`, or a firm's key.
        icon: sign before it; a firm brings its own marker.
        bar: share from 0 to 1 that is drawn under it, None for none.
        opened: what it says when it is chosen.
        order: what can be ordered there, with its consequences and what stands against it.
        leads: key of an order that is set up elsewhere, to which the line leads; empty for none.
    """

    key: str
    cells: tuple[str, ...]
    sign: str = "quiet"
    icon: str = "circle"
    bar: float | None = None
    opened: tuple[Said, ...] = ()
    order: Order | None = None
    leads: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table: heads, lines, and what stands there when there are none.

    `drawn` is set where a window that has room for the room's picture shows all of it there.
    """

    key: str
    title: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    empty: str
    note: str = ""
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A room: its name, title, lead, head figures, columns of tables, and the line that is read first.

    `shares` are the widths of the columns against each other; all alike when it is empty.
    """

    name: str
    title: str
    lead: str
    figures: tuple[Figure, ...]
    columns: tuple[tuple[Table, ...], ...]
    first: str = ""
    shares: tuple[float, ...] = ()

    def tables(self) -> tuple[Table, ...]:
        """Return all tables, column by column."""
        return tuple(table for column in self.columns for table in column)

    def lines(self) -> tuple[Line, ...]:
        """Return all lines in reading order."""
        return tuple(line for table in self.tables() for line in table.lines)


def plain(key: str, label: str, shown: str, meaning: str, side: str = "lab") -> Figure:
    """Return a head figure that keeps no receipts: its tooltip says what it is."""
    return Figure(key, side, label, shown, "", None, good=True, meaning=meaning, receipt=None)


def spoken(sentences: Iterable[str]) -> tuple[Said, ...]:
    """Return sentences without figures."""
    return tuple(Said(sentence) for sentence in sentences if sentence)


def opened_account(session: Session, firm: Firm, account: Account) -> Iterator[Said]:
    """Yield an account opened: what it measures, a month ago, causes, now."""
    opened = receipt(session, firm, account, whole=True)
    yield Said(name(firm), opened.now if opened else "", "head")
    yield Said(meaning_of(session, firm, account))
    if opened is None:
        yield Said(_("No month has been played yet: nothing has changed."))
        return
    yield Said(_("Last month"), opened.before)
    for cause in opened.causes:
        yield Said(cause.words, cause.shown, "", cause.amount)
    yield Said(_("This month"), opened.now, "sum")


def doing(session: Session, kinds: frozenset[str]) -> Table:
    """Return what can be ordered here: attention, or why it cannot be given and what would allow it."""
    found = [order for order in orders(session) if type(order.command).__name__ in kinds]
    given = session.pending
    found.sort(key=lambda order: (bool(order.why_not) and order.command not in given, bool(order.late)))
    lines = tuple(_order(order, given=order.command in given) for order in found)
    heads = (_("Order"), _("Attention it takes"))
    left = _("attention left: {n} of {all}").format(n=session.attention_left(), all=session.view().attention)
    nothing = _("There is nothing to order here.")
    return Table("do", _("What you can do"), heads, lines, nothing, left if lines else "")


def _order(order: Order, *, given: bool) -> Line:
    told = [_("Not now: {reason}").format(reason=order.why_not)] if order.why_not else []
    sign, icon = ("quiet", "lock") if order.why_not else ("lab", "chevron_right")
    shown = _("not now") if order.why_not else str(order.attention)
    if given:
        sign, icon, shown = "good", "tick", _("ordered")
    return Line(f"order.{order.key}", (order.text, shown), sign, icon, None, spoken(told), order)


def told(session: Session, line: Line) -> tuple[Said, ...]:
    """Return what a chosen line says; where something can be ordered, what that would do as well."""
    if line.order is None:
        return line.opened
    seen = foresee(session, line.order.command)
    numbers = [Said(number.label, number.shown, "", float(number.good)) for number in seen.numbers]
    return (*line.opened, *spoken((seen.line,)), *numbers, *spoken(seen.warnings))
