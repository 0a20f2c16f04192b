"""Chips and sites: what is ordered, where it will stand, what runs, what a chip costs."""

from race.core.ids import OWN_FIRMS, Firm
from race.core.receipts import Account
from race.core.view import FounderView
from race.core.words import cents, chips, month, usd
from race.core.world.books import OrderLine
from race.session.session import Session
from race.speech import _, name, number
from race.speech import quantity as write
from race.ui.present.figures import figure_of
from race.ui.present.rooms.page import Line, Page, Table, doing, plain, spoken
from race.ui.present.rooms.yards.lots import kind_of, late_told, lots, side
from race.ui.present.rooms.yards.plots import Plot, neighbours, plots
from race.ui.present.rooms.yards.weighed import ranked, weighed
from race.ui.present.standing import generation_names, line_told

_FIRMS = {"car": Firm.TESLA, "lab": Firm.XAI}
_ORDERS = frozenset({"OrderChips", "CancelOrder", "BuildSite", "RentCloud", "PlanCarmaker", "DelaySite"})


def order_book(session: Session) -> Page:
    """Return order book, sites and floors as they stand."""
    view = session.view()
    board = view.board
    head = (
        figure_of(session, Firm.XAI, Account.CHIPS, chips(view.own.depot.chips())),
        figure_of(session, Firm.TESLA, Account.CHIPS, chips(view.carmaker.depot.chips())),
        plain(
            "lead",
            _("Wait"),
            _("{n} months").format(n=number(board.lead_months, 1)),
            _(
                "How long a chip takes that is booked now: {making} months of making, the rest in the queue."
            ).format(making=number(board.rules.chips.shortest_lead, 1)),
        ),
        plain(
            "price",
            _("Price of a chip"),
            write(usd(board.chip_price_usd)),
            _("What an H100-equivalent costs to book with its server, shortage included."),
        ),
        plain(
            "rent",
            _("Rent of an hour"),
            write(cents(board.rental_cents)),
            _("What the clouds ask for an H100-equivalent for an hour; {n} are to be had.").format(
                n=write(chips(board.cloud_room))
            ),
        ),
    )
    lead = _("On sale: {kind}. The makers deliver {n} chips this month; next month a chip costs {price}.")
    return Page(
        "chips",
        _("Chips and sites"),
        lead.format(
            kind=generation_names()[board.generation],
            n=write(chips(board.supply)),
            price=write(usd(board.coming_price_usd)),
        ),
        head,
        ((_book(session), weighed(session)), (doing(session, _ORDERS), _lots(view), _sites(view))),
        first="weigh.lab",
    )


def _book(session: Session) -> Table:
    """Return what is on order, the next to come first."""
    view = session.view()
    lines = [line for line in view.lines if line.quantity > 0]
    most = max((line.quantity for line in lines), default=1)
    found = tuple(_order(session, line, most) for line in sorted(lines, key=lambda one: (one.due, one.id)))
    heads = (_("Chips"), _("Due"), _("Kind"), _("Goes to"), _("Each"))
    return Table("book", _("Order book"), heads, found, _("Nothing is on order."))


def _order(session: Session, line: OrderLine, most: int) -> Line:
    view, told = session.view(), [*line_told(line)]
    told.append(
        _("Paid by {payer}, delivered to {owner}.").format(payer=name(line.payer), owner=name(line.owner))
    )
    told += late_told(view, line)
    told += ranked(session, line)
    cells = (
        write(chips(line.quantity)),
        write(month(line.due)),
        kind_of(line),
        name(line.owner),
        write(usd(line.unit_price_usd)),
    )
    bar = line.quantity / max(1, most)
    return Line(f"line.{line.id}", cells, side(line.payer), "chip", bar, spoken(told))


def _lots(view: FounderView) -> Table:
    """Return what is on the way, summed by dock, month and payer."""
    lines = tuple(
        Line(
            lot.key,
            (lot.shown, lot.when[1], name(_FIRMS[lot.owner]), name(_FIRMS[lot.payer])),
            lot.payer,
            "warning" if lot.late else "chip",
            lot.share,
            spoken(lot.told),
        )
        for lot in lots(view)
    )
    heads = (_("Chips"), _("Due"), _("Goes to"), _("Paid by"))
    return Table("lots", _("On the way"), heads, lines, _("Nothing is on the way."), drawn=True)


def _sites(view: FounderView) -> Table:
    """Return both companies' sites, warehouses and rented halls, and the sites that others are building."""
    lines = [
        Line(
            plot.key,
            (plot.title, plot.company, plot.when, plot.state),
            side(firm),
            _icon(plot),
            min(1.0, (plot.own_kw + plot.other_kw) / max(1, plot.power_kw)) if plot.live else plot.built,
            spoken(plot.told),
        )
        for firm in OWN_FIRMS
        for plot in plots(view, firm)
    ]
    lines += [
        Line(
            one.key,
            (one.shown, name(one.firm), one.when, _("building")),
            one.firm,
            "",
            one.built,
            spoken(one.told),
        )
        for one in neighbours(view)
    ]
    heads = (_("Power"), _("Company"), _("Ready"), _("State"))
    return Table("sites", _("Sites"), heads, tuple(lines), _("There is no site."), drawn=True)


def _icon(plot: Plot) -> str:
    if plot.kind == "store":
        return "chip"
    return "square" if plot.live else "ring"
