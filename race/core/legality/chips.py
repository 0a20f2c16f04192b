"""What a company may order of chips and of what powers them: lines, cancelling, sites, cloud."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from race.core import commands as c
from race.core.formulas.race.chips import generation_for, own_most
from race.core.formulas.race.money import rent_of_month
from race.core.ids import PPM, Firm, Generation, Seat
from race.core.legality.purse import cost, free_cash, price_now, site_usd, sites_of
from race.core.view import CarmakerView, FounderView, InstitutionView, LabView, View
from race.core.words import N_, Name, Sentence, chips, count, kw, months, percent, usd
from race.core.world import OrderLine

_TESLA: Final = Firm.TESLA
_OWN_SILICON: Final = Generation.OWN_SILICON

Rule = Callable[[Any, Sequence[c.Command], Any], Sentence | None]
"""Says why a seat may not give a command of one kind after those already given, or None."""

NOT_A_LAB: Final = Sentence(N_("Only a lab can order this."))


def speaks_for(view: View, company: Firm) -> bool:
    """Return whether a seat orders for a company (the carmaker's management orders its chips)."""
    if isinstance(view, LabView):
        return company is view.firm or (view.seat is Seat.FOUNDER and company is _TESLA)
    return company is _TESLA and isinstance(view, CarmakerView)


def afford(view: View, given: Sequence[c.Command], command: c.Command) -> Sentence | None:
    """Return the sentence that says what is missing to pay for a command, or None."""
    needed = cost(view, command)
    if needed <= 0:
        return None
    free = free_cash(view, given)
    if needed <= free:
        return None
    return Sentence(N_("This costs {cost} now; {free} is left."), {"cost": usd(needed), "free": usd(free)})


def _order(view: View, given: Sequence[c.Command], command: c.OrderChips) -> Sentence | None:
    if not speaks_for(view, command.company):
        return Sentence(N_("{firm} orders its own chips."), {"firm": Name(command.company)})
    least, ahead = view.board.rules.chips.order_least, view.board.rules.chips.book_ahead
    if command.quantity < least:
        return Sentence(N_("The chipmaker takes orders from {n} chips."), {"n": chips(least)})
    if command.not_before > view.board.month + ahead:
        return Sentence(N_("The chipmaker books at most {ahead} ahead."), {"ahead": months(ahead)})
    kind = _own_silicon if command.generation is _OWN_SILICON else _queued
    refused = kind(view, given, command)
    if refused is not None:
        return refused
    if command.company is _TESLA and isinstance(view, FounderView):
        return _carmaker_pays(view, given, command)
    return afford(view, given, command)


def _carmaker_pays(view: FounderView, given: Sequence[c.Command], command: c.Command) -> Sentence | None:
    """Say what the carmaker lacks to pay for what the founder orders in its name."""
    spent = sum(price_now(view, other) - cost(view, other) for other in given)
    free, needed = max(0, view.carmaker.cash_usd - spent), price_now(view, command)
    if needed <= free:
        return None
    return Sentence(N_("This costs {cost} now; {free} is left."), {"cost": usd(needed), "free": usd(free)})


def _queued(view: View, given: Sequence[c.Command], command: c.OrderChips) -> Sentence | None:
    """Say why a line may not be booked with the chipmaker."""
    if command.generation is not _generation(view, command.company):
        return Sentence(N_("That generation is not on sale here."))
    most = view.board.supply
    if command.quantity > most:
        return Sentence(N_("The makers ship {most} chips a month; order less."), {"most": chips(most)})
    if command.prepaid:
        ahead = PPM - int(PPM * view.board.rules.chips.deposit)
        if not 0 <= command.prepaid <= ahead:
            return Sentence(
                N_("Beyond the deposit, up to {most} of the price can be paid ahead."),
                {"most": percent(ahead)},
            )
    return _exported(view, given, command) if isinstance(view, LabView) else None


def _generation(view: View, company: Firm) -> Generation:
    """Return the generation a company may book: export rules may keep the newest from it."""
    if isinstance(view, LabView) and company is view.firm and view.own.export_ppm < PPM:
        return generation_for(view.board.rules, view.board.month, view.own.export_ppm)
    return view.board.generation


def _exported(view: LabView, given: Sequence[c.Command], command: c.OrderChips) -> Sentence | None:
    if not view.board.rules.switches.export_limits or command.company is not view.firm:
        return None
    allowed = view.board.supply * view.own.export_ppm // PPM
    booked = _booked_now(given, view.firm, own=False)
    if booked + command.quantity <= allowed:
        return None
    return Sentence(N_("Export rules allow this lab {most} chips a month."), {"most": chips(allowed)})


def _booked_now(given: Sequence[c.Command], company: Firm, *, own: bool) -> int:
    """Return what this month's orders book already, own silicon or the chipmaker's, H100e."""
    booked = 0
    for other in given:
        if (
            isinstance(other, c.OrderChips)
            and other.company is company
            and (other.generation is _OWN_SILICON) is own
        ):
            booked += other.quantity
    return booked


def _own_silicon(view: View, given: Sequence[c.Command], command: c.OrderChips) -> Sentence | None:
    """Say why a lab may not order chips of its own design."""
    board = view.board
    if not isinstance(view, LabView) or command.company is not view.firm or view.own.own_silicon_ppm <= 0:
        return Sentence(N_("Only a lab that designs chips of its own can order them."))
    if command.prepaid:
        return Sentence(N_("One's own chips need no better place in a queue; there is none."))
    most = own_most(board.setting, view.own.own_silicon_ppm, board.month + 1)
    left = max(0, most - _booked_now(given, view.firm, own=True))
    if command.quantity > left:
        return Sentence(
            N_("{most} chips of the lab's own can be made in a month; {left} are left."),
            {"most": chips(most), "left": chips(left)},
        )
    return None


def _cancel(view: View, given: Sequence[c.Command], command: c.CancelOrder) -> Sentence | None:
    line = next((line for line in _book(view) if line.id == command.line), None)
    if line is None or not speaks_for(view, line.payer):
        return Sentence(N_("There is no such order of yours in the book."))
    if line.owner is not line.payer or line.act is not None:
        return Sentence(N_("These chips go to the other company's dock; give them back first."))
    taken = sum(
        other.quantity for other in given if isinstance(other, c.CancelOrder) and other.line == line.id
    )
    taken += sum(other.quantity for other in given if isinstance(other, c.Divert) and other.source == line.id)
    left = max(0, line.quantity - taken)
    if 0 < command.quantity <= left:
        return None
    return Sentence(
        N_("{asked} chips were asked for; {left} are left there."),
        {"asked": chips(command.quantity), "left": chips(left)},
    )


def _book(view: View) -> tuple[OrderLine, ...]:
    """Return the order lines a seat can see."""
    return () if isinstance(view, InstitutionView) else view.lines


def _build(view: View, given: Sequence[c.Command], command: c.BuildSite) -> Sentence | None:
    refused = _no_site(view, command)
    if refused is not None:
        return refused
    rules = view.board.rules.chips
    under_way = sum([site.ready > view.board.month for site in sites_of(view, command.company)])
    begun = sum([isinstance(other, c.BuildSite) and other.company is command.company for other in given])
    if under_way + begun >= rules.sites_most:
        return Sentence(
            N_("{n} sites are under way already; {firm} cannot build more at once."),
            {"n": count(under_way + begun), "firm": Name(command.company)},
        )
    if begun and under_way + begun >= rules.sites_at_once:
        return Sentence(
            N_("Beyond {n} sites at once the builders take on one a month."),
            {"n": count(rules.sites_at_once)},
        )
    if command.company is _TESLA:
        return _carmaker_builds(view, given, command) if isinstance(view, FounderView) else None
    return afford(view, given, command)


def _no_site(view: View, command: c.BuildSite) -> Sentence | None:
    """Say why nobody could build such a site for this seat."""
    if not speaks_for(view, command.company):
        return Sentence(N_("{firm} builds its own sites."), {"firm": Name(command.company)})
    least, most = view.board.rules.chips.site_least_kw, view.board.rules.chips.site_limit_kw
    if not least <= command.power_kw <= most:
        return Sentence(N_("A site has {low} to {high}."), {"low": kw(least), "high": kw(most)})
    if command.forced and isinstance(view, LabView) and not view.own.may_force:
        return Sentence(N_("The law where this lab stands does not allow building ahead of permits."))
    return None


def _carmaker_builds(view: FounderView, given: Sequence[c.Command], command: c.BuildSite) -> Sentence | None:
    """Say what the carmaker lacks to pay for the whole of a site beside those it still pays for."""
    begun = sum([site.cost_usd for site in view.carmaker.depot.sites])
    for other in given:
        if isinstance(other, c.BuildSite) and other.company is _TESLA:
            begun += site_usd(view, other)
        else:
            begun += price_now(view, other) - cost(view, other)
    free, needed = max(0, view.carmaker.cash_usd - begun), site_usd(view, command)
    if needed <= free:
        return None
    return Sentence(
        N_("Once its sites are paid the carmaker has {free} left; this one costs {cost}."),
        {"cost": usd(needed), "free": usd(free)},
    )


def _rent(view: View, given: Sequence[c.Command], command: c.RentCloud) -> Sentence | None:
    if not isinstance(view, LabView):
        return NOT_A_LAB
    rules = view.board.rules
    most = view.own.depot.rented + view.board.cloud_room
    if not 0 <= command.quantity <= most:
        return Sentence(N_("The clouds have {most} chips left for this lab."), {"most": chips(most)})
    if command.quantity <= view.own.depot.rented:
        return None
    ahead = rules.chips.rent_ahead
    bill = ahead * rent_of_month(rules.money, command.quantity, view.board.rental_cents)
    free = free_cash(view, given)
    if bill > max(0, free):
        return Sentence(
            N_("The clouds want {ahead} of rent in the bank, {bill}; {free} is left."),
            {"ahead": months(ahead), "bill": usd(bill), "free": usd(free)},
        )
    return None


RULES: Final[dict[type[c.Command], Rule]] = {
    c.OrderChips: _order,
    c.CancelOrder: _cancel,
    c.BuildSite: _build,
    c.RentCloud: _rent,
}
"""What every company may be asked for."""
