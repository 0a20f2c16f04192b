"""Chips and sites: what is ordered, where it will stand, what runs, what a chip costs."""

from race.core.formulas.race.chips import age_of, kw_each, worth_ppm
from race.core.ids import LABS, Firm
from race.core.receipts import Account
from race.core.view import FounderView
from race.core.words import cents, chips, kw, month, months, percent, usd
from race.core.world.books import Batch, Depot, OrderLine, Site
from race.session.session import Session
from race.speech import _, name, number
from race.speech import quantity as write
from race.ui.present.figures import figure_of
from race.ui.present.rooms.page import Line, Page, Table, doing, plain, spoken
from race.ui.present.standing import generation_names, line_told, site_told, standing

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
            _("How long a chip takes that is booked now: the making and the queue."),
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
        ((_book(view), doing(session, _ORDERS)), (_sites(view), _floors(view))),
    )


def _side(firm: Firm) -> str:
    return "car" if firm is Firm.TESLA else "lab"


def _book(view: FounderView) -> Table:
    """Return what is on order, the next to come first."""
    lines = [line for line in view.lines if line.quantity > 0]
    most = max((line.quantity for line in lines), default=1)
    found = tuple(_order(view, line, most) for line in sorted(lines, key=lambda one: (one.due, one.id)))
    heads = (_("Chips"), _("Due"), _("Kind"), _("Goes to"), _("Each"))
    return Table("book", _("Order book"), heads, found, _("Nothing is on order."))


def _order(view: FounderView, line: OrderLine, most: int) -> Line:
    told = [*line_told(line)]
    told.append(
        _("Paid by {payer}, delivered to {owner}.").format(payer=name(line.payer), owner=name(line.owner))
    )
    late = view.board.month + 1 - line.due
    if late > 0:
        told.append(_("It is {time} late already.").format(time=write(months(late))))
    if line.payer is not line.owner:
        told.append(_("It was diverted."))
    cells = (
        write(chips(line.quantity)),
        write(month(line.due)),
        generation_names()[line.generation],
        name(line.owner),
        write(usd(line.unit_price_usd)),
    )
    return Line(
        f"line.{line.id}", cells, _side(line.payer), "chip", line.quantity / max(1, most), spoken(told)
    )


def _sites(view: FounderView) -> Table:
    """Return both companies' sites with what runs on them, and the sites that others are building."""
    lines = [
        _site(view, firm, depot, site)
        for firm, depot in ((Firm.XAI, view.own.depot), (Firm.TESLA, view.carmaker.depot))
        for site in sorted(depot.sites, key=lambda one: (one.ready, one.id))
    ]
    others = [one for one in view.board.permits if one.firm in LABS and one.firm is not Firm.XAI]
    for place, permit in enumerate(sorted(others, key=lambda one: (one.ready, one.firm))):
        cells = (write(kw(permit.power_kw)), name(permit.firm), write(month(permit.ready)), _("building"))
        told = _("The permits say so: begun in {start}, planned for {ready}.").format(
            start=write(month(permit.started)), ready=write(month(permit.ready))
        )
        bar = _progress(view.board.month, permit.started, permit.ready)
        lines.append(Line(f"permit.{place}", cells, permit.firm.value, "", bar, spoken((told,))))
    heads = (_("Power"), _("Company"), _("Ready"), _("State"))
    return Table("sites", _("Sites"), heads, tuple(lines), _("There is no site."))


def _progress(now: int, start: int, end: int) -> float:
    return min(1.0, max(0.0, (now - start) / max(1, end - start)))


def _site(view: FounderView, firm: Firm, depot: Depot, site: Site) -> Line:
    now = view.board.month
    here = [batch for batch in depot.batches if batch.site == site.id]
    drawn = sum(batch.quantity * kw_each(view.board.rules, batch.generation) for batch in here)
    full = min(1.0, drawn / max(1, site.power_kw))
    built = site.ready <= now
    state = _("{part} used").format(part=write(percent(round(1_000_000 * full)))) if built else _("building")
    running = _("{n} chips run here.").format(n=write(chips(sum(batch.quantity for batch in here))))
    halls = _("A partner's halls, paid by the month.") if site.hosted else ""
    cost = (
        _("It cost {amount}.").format(amount=write(usd(site.cost_usd)))
        if site.cost_usd and not site.hosted
        else ""
    )
    taken = _("It came from the carmaker.") if site.act is not None else ""
    cells = (write(kw(site.power_kw)), name(firm), write(month(site.ready)), state)
    bar = full if built else _progress(now, site.started, site.ready)
    icon = "square" if built else "ring"
    told = (running if built else "", site_told(view, site), halls, cost, taken)
    return Line(f"site.{site.id}", cells, _side(firm), icon, bar, spoken(told))


def _floors(view: FounderView) -> Table:
    """Return what stands on the floors and in the warehouses, by generation."""
    lines = []
    for firm, depot in ((Firm.XAI, view.own.depot), (Firm.TESLA, view.carmaker.depot)):
        kinds = sorted({batch.generation for batch in depot.batches if batch.quantity > 0})
        for kind in kinds:
            here = [batch for batch in depot.batches if batch.generation is kind]
            lines.append(_floor(view, firm, kind.value, here))
    if view.own.depot.rented:
        cells = (_("rented"), name(Firm.XAI), write(chips(view.own.depot.rented)), "–")
        told = _("Rented from the clouds by the month; it computes and is nobody's to keep.")
        lines.append(Line("floor.rented", cells, "lab", "chip", None, spoken((told,))))
    heads = (_("Kind"), _("Company"), _("Running"), _("Waiting"))
    told = standing(view, Firm.XAI)[-1]
    return Table("floors", _("On the floors"), heads, tuple(lines), _("No chip stands anywhere."), told)


def _floor(view: FounderView, firm: Firm, key: str, here: list[Batch]) -> Line:
    now, rules = view.board.month, view.board.rules
    running = sum(batch.quantity for batch in here if batch.site is not None)
    waiting = sum(batch.quantity for batch in here if batch.site is None)
    oldest = max(here, key=lambda batch: (age_of(batch, now), -batch.id))
    told = _("The oldest are {age} old and worth {part} of new ones; each takes {power} with everything.")
    words = told.format(
        age=write(months(age_of(oldest, now))),
        part=write(percent(worth_ppm(rules, oldest, now))),
        power=_("{n} kW").format(n=number(kw_each(rules, here[0].generation), 2)),
    )
    cells = (
        generation_names()[here[0].generation],
        name(firm),
        write(chips(running)),
        write(chips(waiting)) if waiting else "–",
    )
    bar = running / max(1, running + waiting)
    return Line(f"floor.{firm.value}.{key}", cells, _side(firm), "chip", bar, spoken((words,)))
