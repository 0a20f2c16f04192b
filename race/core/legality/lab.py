"""What a lab may order: chips, sites, cloud, compute, runs, releases, money, people."""

from collections.abc import Sequence
from typing import Final

from race.core import commands as c
from race.core.formulas.race.money import rent_of_month
from race.core.ids import PPM, Firm, Seat, lab_of
from race.core.legality.purse import cost, free_cash
from race.core.view import CarmakerView, FounderView, InstitutionView, LabView, View
from race.core.words import N_, Name, Sentence, chips, count, elo, kw, month, months, percent, usd
from race.core.world import Site

Race = (
    c.OrderChips
    | c.BuildSite
    | c.RentCloud
    | c.SplitCompute
    | c.StartRun
    | c.StopRun
    | c.PublishRelease
    | c.RaiseRound
    | c.Hire
    | c.SetPrice
    | c.Lobby
)
"""Commands of the race, the same for every lab."""

_ORDER_LEAST: Final = 100
_SITE_LEAST_KW: Final = 1_000
_NOT_A_LAB: Final = Sentence(N_("Only a lab can order this."))


def refusal_of(  # noqa: C901, PLR0911 - one line for each command
    view: View, given: Sequence[c.Command], command: Race
) -> Sentence | None:
    """Return why the seat may not give a command of the race, or None."""
    match command:
        case c.OrderChips():
            return _order(view, given, command)
        case c.BuildSite():
            return _build(view, given, command)
        case _ if not isinstance(view, LabView):
            return _NOT_A_LAB
        case c.RentCloud():
            return _rent(view, given, command)
        case c.SplitCompute():
            return _split(command)
        case c.StartRun() | c.StopRun():
            return _run(view, command)
        case c.PublishRelease():
            return _publish(view, command)
        case c.RaiseRound():
            return _raise(view)
        case c.Hire():
            return _hire(view, given, command)
        case c.SetPrice():
            return _price(view, command)
        case c.Lobby():
            return _lobby(view, command)


def speaks_for(view: View, company: Firm) -> bool:
    """Return whether a seat orders for a company (the carmaker's management orders its chips)."""
    if isinstance(view, CarmakerView):
        return company is Firm.TESLA
    return company is lab_of(view.seat) or (view.seat is Seat.FOUNDER and company is Firm.TESLA)


def _afford(view: View, given: Sequence[c.Command], command: c.Command) -> Sentence | None:
    free, needed = free_cash(view, given), cost(view, command)
    if needed <= max(0, free):
        return None
    return Sentence(
        N_("This costs {cost} now; {free} is left."), {"cost": usd(needed), "free": usd(max(0, free))}
    )


def _exported(view: LabView, given: Sequence[c.Command], command: c.OrderChips) -> Sentence | None:
    allowed = view.board.supply * view.own.export_ppm // PPM
    booked = sum(other.quantity for other in given if isinstance(other, c.OrderChips))
    if booked + command.quantity <= allowed:
        return None
    return Sentence(N_("Export rules allow this lab {most} chips a month."), {"most": chips(allowed)})


def _order(view: View, given: Sequence[c.Command], command: c.OrderChips) -> Sentence | None:
    if not speaks_for(view, command.company):
        return Sentence(N_("{firm} orders its own chips."), {"firm": Name(command.company)})
    if command.quantity < _ORDER_LEAST:
        return Sentence(N_("The chipmaker takes orders from {n} chips."), {"n": chips(_ORDER_LEAST)})
    if command.generation is not view.board.generation:
        return Sentence(N_("That generation is not on sale."))
    ahead = view.board.rules.chips.book_ahead
    if command.not_before > view.board.month + ahead:
        return Sentence(N_("The chipmaker books at most {ahead} ahead."), {"ahead": months(ahead)})
    most = view.board.supply
    if command.quantity > most:
        return Sentence(N_("The makers ship {most} chips a month; order less."), {"most": chips(most)})
    exported = _exported(view, given, command) if isinstance(view, LabView) else None
    return exported or _afford(view, given, command)


def _build(view: View, given: Sequence[c.Command], command: c.BuildSite) -> Sentence | None:
    if not speaks_for(view, command.company):
        return Sentence(N_("{firm} builds its own sites."), {"firm": Name(command.company)})
    rules = view.board.rules.chips
    if not _SITE_LEAST_KW <= command.power_kw <= rules.site_limit_kw:
        return Sentence(
            N_("A site has {low} to {high}."), {"low": kw(_SITE_LEAST_KW), "high": kw(rules.site_limit_kw)}
        )
    if command.forced and isinstance(view, LabView) and not view.own.may_force:
        return Sentence(N_("Permits where this lab stands do not allow forced building."))
    under_way = sum(site.ready > view.board.month for site in _sites(view, command.company))
    under_way += sum(isinstance(other, c.BuildSite) and other.company is command.company for other in given)
    if under_way >= rules.sites_at_once:
        return Sentence(
            N_("{n} sites are under way already; {firm} cannot build more at once."),
            {"n": count(under_way), "firm": Name(command.company)},
        )
    return None if command.company is Firm.TESLA else _afford(view, given, command)


def _sites(view: View, company: Firm) -> list[Site]:
    """Return the sites of the company a seat builds for."""
    match view:
        case FounderView() if company is Firm.TESLA:
            return view.carmaker.depot.sites
        case CarmakerView():
            return view.carmaker.depot.sites
        case LabView():
            return view.own.depot.sites
        case InstitutionView():
            return []


def _rent(view: LabView, given: Sequence[c.Command], command: c.RentCloud) -> Sentence | None:
    rules = view.board.rules
    most = int(view.board.supply * rules.chips.rental_share)
    if not 0 <= command.quantity <= max(most, view.own.depot.rented):
        return Sentence(N_("The clouds have at most {most} chips for one lab."), {"most": chips(most)})
    ahead = rules.chips.rent_ahead
    bill = ahead * rent_of_month(rules.money, command.quantity, view.board.rental_cents)
    free = max(0, free_cash(view, given))
    if command.quantity > view.own.depot.rented and bill > free:
        return Sentence(
            N_("The clouds want {ahead} of rent in the bank, {bill}; {free} is left."),
            {"ahead": months(ahead), "bill": usd(bill), "free": usd(free)},
        )
    return None


def _split(command: c.SplitCompute) -> Sentence | None:
    parts = (command.training, command.research, command.serving, command.safety)
    if min(parts) < 0 or sum(parts) != PPM:
        return Sentence(
            N_("The four parts must make {whole}; they make {sum}."),
            {"whole": percent(PPM), "sum": percent(sum(parts))},
        )
    return None


def _run(view: LabView, command: c.StartRun | c.StopRun) -> Sentence | None:
    run = view.own.run
    if isinstance(command, c.StopRun):
        return None if run is not None else Sentence(N_("No training run is under way."))
    if run is not None:
        return Sentence(
            N_("A training run is under way until {end}."), {"end": month(run.started + run.months)}
        )
    longest = view.board.rules.race.run_longest
    if not 1 <= command.months <= longest:
        return Sentence(N_("A run takes 1 to {most}."), {"most": months(longest)})
    if view.own.depot.running() <= 0:
        return Sentence(N_("Nothing computes: no chip has power and none is rented."))
    return None


def _publish(view: LabView, command: c.PublishRelease) -> Sentence | None:
    candidate, rules, now = view.own.candidate, view.board.rules.race, view.board.month + 1
    if candidate is None:
        return Sentence(N_("No finished run waits for release."))
    ready = candidate.finished + rules.test_months
    if command.tested and ready >= now:
        return Sentence(
            N_("Safety tests are done in {ready}; release then, or without them."),
            {"ready": month(ready + 1)},
        )
    if view.board.regulated and not command.tested and candidate.elo > rules.threshold_elo:
        return Sentence(
            N_("Above {limit} the law wants safety tests before a release."),
            {"limit": elo(rules.threshold_elo)},
        )
    return None


def _raise(view: LabView) -> Sentence | None:
    if not view.own.sells_equity:
        return Sentence(N_("This lab belongs to its parent, which sells no part of it."))
    ready = view.own.last_round + view.board.rules.money.round_wait
    if view.board.month + 1 < ready:
        return Sentence(
            N_("Investors want results first: the next round can close in {ready}."), {"ready": month(ready)}
        )
    return None


def _hire(view: LabView, given: Sequence[c.Command], command: c.Hire) -> Sentence | None:
    most = view.board.rules.race.hire_limit
    asked = command.researchers + sum(other.researchers for other in given if isinstance(other, c.Hire))
    if not command.researchers >= 1 or asked > most:
        return Sentence(N_("A lab can hire {most} researchers a month."), {"most": count(most)})
    if command.source is view.firm:
        return Sentence(N_("These people work here already."))
    if command.source is Firm.TESLA and view.seat is not Seat.FOUNDER:
        return Sentence(N_("Only the founder can move people out of the carmaker."))
    return _afford(view, given, command)


def _price(view: LabView, command: c.SetPrice) -> Sentence | None:
    rules = view.board.rules.money
    if rules.price_lowest <= command.level <= rules.price_highest:
        return None
    return Sentence(
        N_("The price goes from {low} to {high} of the usual."),
        {"low": percent(rules.price_lowest), "high": percent(rules.price_highest)},
    )


def _lobby(view: LabView, command: c.Lobby) -> Sentence | None:
    if command.target in (view.firm, Firm.TESLA):
        return Sentence(N_("Complain about a rival lab."))
    return None
