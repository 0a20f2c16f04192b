"""What a command costs at once, and what is left after the commands already given."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from race.core import commands as c
from race.core.formulas.house.stake import repaid
from race.core.formulas.owners.court import settlement_usd
from race.core.formulas.passing.diversion import Given, find_chips, weigh
from race.core.formulas.passing.things import find_site, weigh_thing
from race.core.formulas.race.chips import building, own_price, part_due, sites_under_way
from race.core.ids import PPM, Firm, Generation, Gift, Terms, Thing
from race.core.view import CarmakerView, FounderView, LabView, View
from race.core.world import Batch, OrderLine, Site

_TESLA: Final = Firm.TESLA
_OWN_SILICON: Final = Generation.OWN_SILICON


def find_source(view: FounderView, source: int) -> OrderLine | Batch | None:
    """Return the carmaker's line or batch with this id, or None if it has none."""
    return find_chips(view.lines, view.carmaker, source)


def coming(view: FounderView) -> Given:
    """Return the position in which the founder's next diversion will be made."""
    board = view.board
    return Given(
        rules=board.rules,
        setting=board.setting,
        carmaker=view.carmaker,
        lab=view.own,
        lines=view.lines,
        now=min(board.month + 1, board.setting.months),
    )


def amount_of(view: FounderView, command: c.DivertThing) -> int:
    """Return how much of a thing a command takes: people, kW of a site (0 if it is gone), or 1."""
    if command.thing is Thing.SITE:
        site = find_site(view.carmaker, command.quantity)
        return site.power_kw if site else 0
    return command.quantity if command.thing is Thing.RESEARCHERS else 1


def cost(view: View, command: c.Command) -> int:
    """Return the dollars a command takes from the seat's own company this month."""
    price = _PRICES.get(type(command))
    if price is None:
        return 0
    if (
        isinstance(view, FounderView)
        and isinstance(command, (c.OrderChips, c.BuildSite))
        and command.company is _TESLA
    ):
        return 0
    return price(view, command)


def price_now(view: View, command: c.Command) -> int:
    """Return the dollars a command takes at once, whichever of the founder's companies pays."""
    price = _PRICES.get(type(command))
    return 0 if price is None else price(view, command)


def _calls(view: View, command: c.Hire) -> int:
    money = view.board.rules.money
    return command.researchers * (money.hire_usd if command.source is None else money.poach_usd)


def _first_month(view: View, command: c.BuildSite) -> int:
    """Return the first month's part of what a site costs."""
    months, usd = quoted_site(view, command)
    return part_due(int(command.power_kw * usd), months + 1)


def sites_of(view: View, company: Firm) -> list[Site]:
    """Return the sites of the company a seat builds for; an institution builds none."""
    if isinstance(view, LabView) and company is view.firm:
        return view.own.depot.sites
    return view.carmaker.depot.sites if isinstance(view, (FounderView, CarmakerView)) else []


def quoted_site(view: View, command: c.BuildSite) -> tuple[int, float]:
    """Return the months that an ordered site takes and what a kW of it costs, US dollars.

    Both are what the builders ask of a company with as many sites under way as it has now.
    """
    others = sites_under_way(sites_of(view, command.company), view.board.month + 1)
    return building(view.board.rules, command.company, forced=command.forced, others=others)


def site_usd(view: View, command: c.BuildSite) -> int:
    """Return what an ordered site costs in all, dollars."""
    return int(command.power_kw * quoted_site(view, command)[1])


def _thing(view: View, command: c.DivertThing) -> int:
    if not isinstance(view, FounderView):
        return 0
    return weigh_thing(coming(view), command.thing, amount_of(view, command), command.terms).price_usd


def _gift(view: View, command: c.GiveGift) -> int:
    if command.gift is not Gift.SETTLEMENT or not isinstance(view, FounderView):
        return 0
    return settlement_usd(view.board.rules, view.affairs)


def price_each(view: View, command: c.OrderChips) -> int:
    """Return what one H100e of an order costs in all, dollars: the makers' price, or that of own silicon."""
    board = view.board
    if command.generation is _OWN_SILICON:
        return own_price(board.rules, board.setting, min(board.month + 1, board.setting.months))
    return board.coming_price_usd


def _booking(view: View, command: c.OrderChips) -> int:
    """Return what is paid when chips are booked: the deposit and what is paid ahead."""
    ahead = view.board.rules.chips.deposit + command.prepaid / PPM
    return int(command.quantity * price_each(view, command) * ahead)


def _price_of(view: View, command: c.Divert) -> int:
    if not isinstance(view, FounderView) or command.terms not in (Terms.PAID, Terms.DISCLOSED):
        return 0
    source = find_source(view, command.source)
    return weigh(coming(view), source, command.quantity, command.terms).price_usd if source else 0


def _repayment(view: View, command: c.PledgeStake) -> int:
    """Return what freeing pledged shares takes."""
    if command.shares_ppm >= 0 or not isinstance(view, FounderView):
        return 0
    return repaid(view.carmaker, -command.shares_ppm)


_PRICES: Final[dict[type[c.Command], Callable[[View, Any], int]]] = {
    c.OrderChips: _booking,
    c.Hire: _calls,
    c.Divert: _price_of,
    c.DivertThing: _thing,
    c.BuildSite: _first_month,
    c.GiveGift: _gift,
    c.PledgeStake: _repayment,
}
"""What the commands take that may cost money at once."""


def free_cash(view: View, given: Sequence[c.Command]) -> int:
    """Return what the seat's company has in the bank less what was ordered this month, dollars."""
    if isinstance(view, LabView):
        purse = view.own.cash_usd
    else:  # an institution has no company's purse
        purse = view.carmaker.cash_usd if isinstance(view, CarmakerView) else 0
    founder = isinstance(view, FounderView)  # who may order what the other company pays
    for command in given:
        price = _PRICES.get(type(command))
        if price is not None:
            purse -= cost(view, command) if founder else price(view, command)
    return purse
