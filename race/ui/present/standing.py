"""What stands and waits at a company's addresses, in sentences: sites, papers, warehouse, loans."""

from collections.abc import Iterator, Sequence
from typing import Final

from race.core.formulas.race.chips import (
    age_of,
    capacity_kw,
    failing_of,
    kw_each,
    stands_still,
    stop_chance,
)
from race.core.ids import PPM, Firm, Generation
from race.core.view import FounderView
from race.core.words import N_, chips, kw, month, months, percent, usd
from race.core.world.books import Batch, Depot, OrderLine, Site
from race.speech import _, capital, plural
from race.speech import quantity as write

_OLD: Final = 2
"""Months in a warehouse from which it is worth telling."""
STARTING: Final = N_("There is power for all of them: they start next month.")
"""What is said of a warehouse that will be empty."""


def unplaced(view: FounderView, firm: Firm = Firm.XAI) -> int:
    """Return the chips of a company in its warehouse that no free place waits for next month."""
    return sum(_without_place(view, firm).values())


def starting(view: FounderView, firm: Firm) -> frozenset[int]:
    """Return the ids of the lots in a company's warehouse that will all find a place next month."""
    return frozenset(lot for lot, n in _without_place(view, firm).items() if not n)


def _without_place(view: FounderView, firm: Firm) -> dict[int, int]:
    """Return how many chips of each lot in a company's warehouse no free place waits for, by its id."""
    depot = view.own.depot if firm is Firm.XAI else view.carmaker.depot
    each = {batch.id: kw_each(view.board.rules, batch.generation) for batch in depot.batches}
    drawn = sum(batch.quantity * each[batch.id] for batch in depot.batches if batch.site is not None)
    spare = capacity_kw(depot, view.board.month + 1) - drawn
    found = {}
    for batch in depot.batches:
        if batch.site is None:
            fits = max(0, min(batch.quantity, int(spare / each[batch.id])))
            spare -= fits * each[batch.id]
            found[batch.id] = batch.quantity - fits
    return found


def arrival(due: int | None, short: str, *, late: bool = False, starts: bool = False) -> tuple[str, str]:
    """Say when chips come, `short` the month they are due in, or start that are stored; and so in short."""
    if due is None and starts:
        return _("Starts next month: there is power for it."), _("starts")
    if due is None:
        return _("Runs next month if there is power for it."), _("stored")
    if late:
        return _("Late: it was due in {date}.").format(date=write(month(due))), _("late")
    return _("Arrives in {date}.").format(date=write(month(due))), short


def standing(view: FounderView, firm: Firm) -> tuple[str, ...]:
    """Return what a company's dock does not show: sites under way, the warehouse, loans, the chipmaker."""
    depot = view.carmaker.depot if firm is Firm.TESLA else view.own.depot
    return (
        *_sites(view, depot),
        *_warehouse(view, firm, depot),
        *_strangers(view, firm, depot),
        _regard(view, firm),
    )


def _sites(view: FounderView, depot: Depot) -> Iterator[str]:
    for site in depot.sites:
        told = site_told(view, site)
        if told:
            yield told


def site_told(view: FounderView, site: Site) -> str:
    """Return what is open about a site, empty when it stands, has its papers, and is nobody else's."""
    rules, now = view.board.rules.chips, view.board.month
    words = []
    if stands_still(site, now):
        words.append(_("{power} stand still until {ready}: permits."))
    elif site.ready > now:
        words.append(_("{power} are ready in {ready}; the chance of a delay is {slip} a month."))
    elif site.papers > now:
        words.append(_("{power} run ahead of their permits: {stop} a month to be stopped."))
    if site.forced and site.papers > now:
        words.append(_("Permits are due in {papers}."))
    if site.watched > now:
        words.append(_("The authorities watch it until {watched}."))
    if site.delayed and site.ready > now:
        words.append(_("You put it off by {delayed}."))
    watched = site.watched > now
    return " ".join(words).format(
        power=write(kw(site.power_kw)),
        ready=write(month(site.ready)),
        slip=write(percent(rules.delay_ppm)),
        stop=write(percent(int(stop_chance(rules, watched=watched)))),
        papers=write(month(site.papers)),
        watched=write(month(site.watched)),
        delayed=write(months(site.delayed)),
    )


def _warehouse(view: FounderView, firm: Firm, depot: Depot) -> Iterator[str]:
    waiting = [batch for batch in depot.batches if batch.site is None and batch.quantity > 0]
    if not waiting:
        return
    n = sum(batch.quantity for batch in waiting)
    words = plural(
        "{n} chip waits in the warehouse; it is {age} old.",
        "{n} chips wait in the warehouse; the oldest are {age} old.",
        n,
    )
    yield words.format(
        n=write(chips(n)),
        age=write(months(max(age_of(batch, view.board.month) for batch in waiting))),
    )
    if not unplaced(view, firm):
        yield _(STARTING)
    yield from failing(view, waiting)


def failing(view: FounderView, batches: Sequence[Batch]) -> Iterator[str]:
    """Tell how many of some chips fail in the coming month, if it is one at least: the oldest go first."""
    rules, later, here = view.board.rules, view.board.month + 1, {batch.id for batch in batches}
    lots = [lot for depot in (view.own.depot, view.carmaker.depot) for lot in failing_of(rules, depot, later)]
    n = sum(gone for batch, gone in lots if batch.id in here)
    if n:
        words = plural("About {n} of them fails in a month.", "About {n} of them fail in a month.", n)
        yield words.format(n=write(chips(n)))


def _strangers(view: FounderView, firm: Firm, depot: Depot) -> Iterator[str]:
    """Tell of chips that run here and belong to the other company."""
    leased = sum(batch.quantity for batch in depot.batches if batch.leased)
    if firm is Firm.XAI and leased:
        words = plural(
            "{n} chip here is leased from the carmaker.",
            "{n} chips here are leased from the carmaker.",
            leased,
        )
        yield words.format(n=write(chips(leased)))
    for loan in view.affairs.loans if firm is Firm.TESLA else ():
        words = plural(
            "{n} chip here is lent by the lab until {until}.",
            "{n} chips here are lent by the lab until {until}.",
            loan.quantity,
        )
        yield words.format(n=write(chips(loan.quantity)), until=write(month(loan.until)))


def _regard(view: FounderView, firm: Firm) -> str:
    weight = view.carmaker_regard if firm is Firm.TESLA else view.regard
    words = (
        _("The chipmaker serves it with {weight} of the usual weight, sooner than others.")
        if weight > PPM
        else _("The chipmaker serves it with {weight} of the usual weight, later than others.")
        if weight < PPM
        else _("The chipmaker serves it as it serves others.")
    )
    return words.format(weight=write(percent(weight)))


def generation_names() -> dict[Generation, str]:
    """Return the generations of chips as people call them."""
    return {
        Generation.H100: "H100",
        Generation.H200: "H200",
        Generation.B200: "B200",
        Generation.GB300: "GB300",
        Generation.NEXT: _("next generation"),
        Generation.OWN_SILICON: _("own silicon"),
    }


def generation_short(generation: Generation) -> str:
    """Return a generation of chips in a word that has room on a crate."""
    shorts = {Generation.NEXT: _("next"), Generation.OWN_SILICON: _("own")}
    return shorts.get(generation) or generation_names()[generation]


def line_told(line: OrderLine) -> tuple[str, ...]:
    """Return what an order line is: generation, price, what is paid ahead, what was promised."""
    price = max(1, line.quantity * line.unit_price_usd)
    words = _("{kind}, {price} each, {part} paid ahead; booked in {booked}, promised for {due}.")
    return (
        words.format(
            kind=capital(generation_names()[line.generation]),
            price=write(usd(line.unit_price_usd)),
            part=write(percent(min(PPM, line.deposit_usd * PPM // price))),
            booked=write(month(line.booked)),
            due=write(month(line.due)),
        ),
    )


def batch_told(view: FounderView, batch: Batch) -> tuple[str, ...]:
    """Return what a batch is: generation, where and how long, how much of it fails."""
    now = view.board.month
    lain = now - batch.arrived
    if batch.site is not None:
        words = _("{kind}, running.")
    elif lain >= _OLD:
        words = _("{kind}, in the warehouse for {time}.")
    elif batch.born is not None and batch.born < batch.arrived:
        words = _("{kind}, just moved here.")
    else:
        words = _("{kind}, just delivered.")
    return (
        words.format(
            kind=capital(generation_names()[batch.generation]),
            time=write(months(lain)),
        ),
        *failing(view, [batch]),
    )
