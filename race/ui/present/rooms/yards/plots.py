"""Sites, warehouses and rented halls as plots of ground: how large, how full, how far, what may go wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from race.core.formulas.race.chips import age_of, halt_chance, kw_each, slip_chance, stands_still
from race.core.ids import LABS, PPM, Firm, Generation
from race.core.view import FounderView
from race.core.words import N_, chips, kw, month, months, percent, usd
from race.core.world.books import Batch, Depot, Site
from race.speech import _, capital, name, number, plural
from race.speech import quantity as write
from race.ui.present.league import short_date
from race.ui.present.standing import STARTING, failing, generation_names, site_told, unplaced

_OLD: Final = N_("Without power they compute nothing, and they grow old.")


@dataclass(frozen=True, slots=True)
class Plot:
    """One piece of ground.

    Attributes:
        key: name of its line.
        kind: `site`, `store` for the warehouse, `cloud` for rented chips.
        title: how large it is, or what it is.
        note: how it stands, in a few words.
        risk: chance that it comes late or is stopped, as written; empty for none.
        power_kw: its power; of a warehouse and of rented chips what they would need or take.
        own_kw: power that chips take which the company paid for.
        other_kw: the same for chips that the other company paid for.
        built: how far it is built, 0 to 1.
        live: whether chips compute here.
        forced: whether it was forced.
        company: whose it is, in words.
        state: the same as the note, for a table.
        when: month from which it is ready, empty for a warehouse or the cloud.
        told: everything that can be said of it.
    """

    key: str
    kind: str
    title: str
    note: str
    risk: str
    power_kw: int
    own_kw: int
    other_kw: int
    built: float
    live: bool
    forced: bool
    company: str
    state: str
    when: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A site that another lab is building: key of its line, firm's key, words, how far it is, 0 to 1."""

    key: str
    firm: str
    shown: str
    state: str
    when: str
    built: float
    told: tuple[str, ...]


def plots(view: FounderView, firm: Firm) -> tuple[Plot, ...]:
    """Return a company's plots: sites in the order they are ready, rented chips, the warehouse."""
    depot = view.carmaker.depot if firm is Firm.TESLA else view.own.depot
    found = [
        _site(view, firm, depot, site) for site in sorted(depot.sites, key=lambda one: (one.ready, one.id))
    ]
    return (*found, *_cloud(view, firm, depot), *_store(view, firm, depot))


def _site(view: FounderView, firm: Firm, depot: Depot, site: Site) -> Plot:
    now = view.board.month
    here = [batch for batch in depot.batches if batch.site == site.id]
    own, other = _drawn(view, here, firm)
    ready, when = site.ready <= now, write(month(site.ready))
    used = write(percent(round(PPM * min(1.0, (own + other) / max(1, site.power_kw)))))
    waits = _("stands still") if stands_still(site, now) else _("building")
    state = _("{part} used").format(part=used) if ready else waits
    note = state if ready else short_date(site.ready)
    risk = _risk(view, site)
    return Plot(
        key=f"site.{site.id}",
        kind="site",
        title=write(kw(site.power_kw)),
        note=note,
        risk=write(percent(round(PPM * risk))) if risk else "",
        power_kw=site.power_kw,
        own_kw=own,
        other_kw=other,
        built=1.0 if ready else _progress(now, site.started, site.ready),
        live=ready,
        forced=site.forced,
        company=name(firm),
        state=state,
        when=when,
        told=tuple(_site_told(view, site, here, risk)),
    )


def _risk(view: FounderView, site: Site) -> float:
    """Return the chance, 0-1, that a site slips before it is ready, or is stopped before its last permit."""
    rules, now = view.board.rules.chips, view.board.month
    if site.ready > now:
        return 0.0 if stands_still(site, now) else slip_chance(rules, site.ready - now)
    return halt_chance(rules, site.papers - now, site.watched - now)


def _site_told(view: FounderView, site: Site, here: list[Batch], risk: float) -> Iterator[str]:
    now = view.board.month
    if site.ready <= now:
        n = sum(batch.quantity for batch in here)
        yield plural("{n} chip runs here.", "{n} chips run here.", n).format(n=write(chips(n)))
    yield from _kinds_told(view, here)
    yield site_told(view, site)
    if risk:
        words = (
            _("Chance that it slips at least once: {chance}.")
            if site.ready > now
            else _("Chance that it is stopped before the last permit: {chance}.")
        )
        yield words.format(chance=write(percent(round(PPM * risk))))
    yield from _nature_told(site, here, now)


def _nature_told(site: Site, here: list[Batch], now: int) -> Iterator[str]:
    """Tell what kind of site it is, what is still owed for it, and what came from the carmaker."""
    if site.forced:
        yield _("It was rushed, ahead of its permits.")
    if site.hosted:
        yield _("A partner's halls, paid by the month.")
    elif site.cost_usd > 0 and site.ready > now:
        yield _("{amount} is still to be paid for it.").format(amount=write(usd(site.cost_usd)))
    if site.act is not None:
        yield _("It came from the carmaker.")
    paid = sum(batch.quantity for batch in here if batch.payer is Firm.TESLA and batch.act is not None)
    if paid:
        yield _("{n} of the chips here were the carmaker's to have.").format(n=write(chips(paid)))


def _kinds_told(view: FounderView, here: list[Batch]) -> Iterator[str]:
    """Tell of the chips at a place by their kind: how many, how old, what they take, how many fail."""
    now, rules = view.board.month, view.board.rules
    for kind in Generation:
        alike = [batch for batch in here if batch.generation is kind and batch.quantity > 0]
        if not alike:
            continue
        age = max(age_of(batch, now) for batch in alike)
        words = (
            _("{kind}: {n}, up to {age} old; {power} each.") if age else _("{kind}: {n}, new; {power} each.")
        )
        yield words.format(
            kind=capital(generation_names()[kind]),
            n=write(chips(sum(batch.quantity for batch in alike))),
            age=write(months(age)),
            power=_("{n} kW").format(n=number(kw_each(rules, kind), 2)),
        )
    yield from failing(view, here)


def _drawn(view: FounderView, here: list[Batch], firm: Firm) -> tuple[int, int]:
    """Return the power that chips take, kW: those the company paid for, and those the other one paid for."""
    taken = {True: 0.0, False: 0.0}
    for batch in here:
        taken[batch.payer is firm] += batch.quantity * kw_each(view.board.rules, batch.generation)
    return round(taken[True]), round(taken[False])


def _cloud(view: FounderView, firm: Firm, depot: Depot) -> Iterator[Plot]:
    if not depot.rented:
        return
    power = round(depot.rented * view.board.each_kw)
    note = write(chips(depot.rented))
    told = _("Rented from the clouds by the month; it computes and is nobody's to keep.")
    running = plural("{n} chip runs here.", "{n} chips run here.", depot.rented).format(n=note)
    words = (running, told)
    yield _open(f"cloud.{firm.value}", "cloud", _("Rented"), note, (power, 0), firm, words)


def _store(view: FounderView, firm: Firm, depot: Depot) -> Iterator[Plot]:
    here = [batch for batch in depot.batches if batch.site is None and batch.quantity > 0]
    if not here:
        return
    own, other = _drawn(view, here, firm)
    waiting = sum(batch.quantity for batch in here)
    if unplaced(view, firm):
        note, told = plural("{n} waits", "{n} wait", waiting), _OLD
    else:
        note, told = plural("{n} starts", "{n} start", waiting), STARTING
    note = note.format(n=write(chips(waiting)))
    words = (_(told), *_kinds_told(view, here))
    yield _open(f"store.{firm.value}", "store", _("Warehouse"), note, (own, other), firm, words)


def _open(  # noqa: PLR0913, PLR0917 - one plot has this many facts
    key: str, kind: str, title: str, note: str, power: tuple[int, int], firm: Firm, told: tuple[str, ...]
) -> Plot:
    """Return a place that is not built: a warehouse, rented chips."""
    return Plot(
        key=key,
        kind=kind,
        title=title,
        note=note,
        risk="",
        power_kw=sum(power),
        own_kw=power[0],
        other_kw=power[1],
        built=1.0,
        live=kind == "cloud",
        forced=False,
        company=name(firm),
        state=note,
        when="–",
        told=told,
    )


def neighbours(view: FounderView) -> tuple[Neighbour, ...]:
    """Return the sites that other labs are building, as permits say, the first to be ready first."""
    others = [one for one in view.board.permits if one.firm in LABS and one.firm is not Firm.XAI]
    found = []
    for place, permit in enumerate(sorted(others, key=lambda one: (one.ready, one.firm))):
        ready = write(month(permit.ready))
        words = _("The permits say so: begun in {start}, planned for {ready}.")
        power = write(kw(permit.power_kw))
        found.append(
            Neighbour(
                key=f"permit.{place}",
                firm=permit.firm.value,
                shown=power,
                state=short_date(permit.ready),
                when=ready,
                built=_progress(view.board.month, permit.started, permit.ready),
                told=(
                    _("{firm} builds {power}.").format(firm=name(permit.firm), power=power),
                    words.format(start=write(month(permit.started)), ready=ready),
                ),
            )
        )
    return tuple(found)


def _progress(now: int, start: int, end: int) -> float:
    return min(1.0, max(0.0, (now - start) / max(1, end - start)))
