"""The founder's books as this month's orders will leave them, for whoever asks what one more would do.

Chips that change docks or hands, a rental, a split, what is booked, cancelled, leased and built, and money
that comes or goes at once are read as if they stood. What is luck, or other people's answer, is not.
"""

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Final, cast

import msgspec
from msgspec.structs import replace

from race.core import commands as c
from race.core.formulas.house.stake import drawn, repaid, weigh_sale
from race.core.formulas.passing.diversion import swapped, weigh
from race.core.formulas.passing.lending import lendable
from race.core.formulas.passing.things import find_site, weigh_thing
from race.core.formulas.race.chips import struck_deposit
from race.core.formulas.race.money import chip_worth, rent_of_month
from race.core.formulas.race.queue import promised_months
from race.core.formulas.race.worth import appraise
from race.core.ids import PPM, Firm, Terms, Thing
from race.core.legality.purse import amount_of, coming, cost, find_source, price_each, price_now, quoted_site
from race.core.view import FounderView
from race.core.world import Act, Batch, Depot, OrderLine, Site
from race.core.world.lab import Loan
from race.session.preview.diverting import act_of
from race.session.preview.ranges.round import raised

_UNNUMBERED: Final = -1
"""Id of what exists on paper only."""


def ordered(view: FounderView, given: Sequence[c.Command]) -> FounderView:
    """Return the view with these orders read as if they stood; the view itself is left alone."""
    return reduce(_after, given, view)


def delivery(view: FounderView, order: c.OrderChips) -> int:
    """Return the month in which the chipmaker would deliver what is ordered now."""
    regard = view.carmaker_regard if order.company is Firm.TESLA else view.regard
    prepaid = max(0, min(PPM, order.prepaid))
    wait = promised_months(view.board.rules, view.board.lead_months, regard, prepaid)
    return max(view.board.month + 1 + wait, order.not_before)


def _after(view: FounderView, command: c.Command) -> FounderView:
    if isinstance(command, c.BuildSite):  # paid month by month, the first like the others
        return _build(view, command)
    spent, read = cost(view, command), _READ.get(type(command))
    if read is not None:
        view = read(view, command)
    return _with_cash(view, -spent) if spent else view


def _with_cash(view: FounderView, usd: int) -> FounderView:
    return replace(view, own=replace(view.own, cash_usd=view.own.cash_usd + usd))


def _divert(view: FounderView, command: c.Command) -> FounderView:
    wish = cast("c.Divert", command)
    source = find_source(view, wish.source)
    if source is None:
        return view
    quantity = min(wish.quantity, source.quantity)
    weight = weigh(coming(view), source, quantity, wish.terms)
    slots = swapped(view.lines, quantity, weight.start) if wish.terms is Terms.SWAP else []
    given = {line.id: part for line, part in slots}
    lines = _redirected(_redirected(view.lines, {source.id: quantity}, Firm.XAI), given, Firm.TESLA)
    if isinstance(source, Batch):  # it stands on the carmaker's floor
        view = _with_batches(view, [*view.own.depot.batches, replace(source, quantity=quantity, site=None)])
    return _with_act(replace(view, lines=lines), act_of(view, wish, weight, quantity))


def _take(view: FounderView, command: c.Command) -> FounderView:
    wish = cast("c.DivertThing", command)
    quantity = amount_of(view, wish)
    act = act_of(view, wish, weigh_thing(coming(view), wish.thing, quantity, wish.terms), quantity)
    first_rent = view.board.month + 2  # rents are paid before things change hands
    site = find_site(view.carmaker, wish.quantity) if wish.thing is Thing.SITE else None
    if site is not None:
        view = _with_site(view, site, act)
    return _with_act(view, replace(act, since=max(act.since, first_rent)))


def _with_site(view: FounderView, site: Site, act: Act) -> FounderView:
    """Read a site of the carmaker's as the lab's, with what is still to be paid of it."""
    ready = max(site.ready, view.board.month + 1) + view.board.rules.diversion.site_months
    moved = replace(site, ready=ready, opened=site.ready, act=act.id)
    there = [one for one in view.carmaker.depot.sites if one.id != site.id]
    return _with_sites(view, [*view.own.depot.sites, moved], there)


def _send_home(view: FounderView) -> FounderView:
    """Read what the oldest act took of sites as the carmaker's again; the lab's chips there wait."""
    act = next((act for act in view.affairs.acts if act.thing is Thing.SITE and act.outstanding), None)
    if act is None:
        return view
    back = [site for site in view.own.depot.sites if site.act == act.id]
    gone = {site.id for site in back}
    home = [
        replace(site, ready=max(site.opened, site.ready) if site.cost_usd else site.opened, act=None)
        for site in back
    ]
    kept = [site for site in view.own.depot.sites if site.id not in gone]
    acts = [replace(one, outstanding=0) if one is act else one for one in view.affairs.acts]
    view = replace(view, affairs=replace(view.affairs, acts=acts))
    view = _with_sites(view, kept, [*view.carmaker.depot.sites, *home])
    batches = view.own.depot.batches
    return _with_batches(
        view, [replace(batch, site=None) if batch.site in gone else batch for batch in batches]
    )


def _with_sites(view: FounderView, own: list[Site], carmakers: list[Site]) -> FounderView:
    """Return the view with these sites of the lab and of the carmaker."""
    company = replace(view.carmaker, depot=replace(view.carmaker.depot, sites=carmakers))
    return replace(view, own=replace(view.own, depot=replace(view.own.depot, sites=own)), carmaker=company)


def _with_act(view: FounderView, act: Act) -> FounderView:
    return replace(view, affairs=replace(view.affairs, acts=[*view.affairs.acts, act]))


def _with_batches(view: FounderView, batches: Sequence[Batch]) -> FounderView:
    depot = replace(view.own.depot, batches=[batch for batch in batches if batch.quantity])
    return replace(view, own=replace(view.own, depot=depot), running=depot.running())


def _give_back(view: FounderView, command: c.Command) -> FounderView:
    """Read chips as given back, lines that have not arrived first, then the lab's floor; or a site."""
    wish = cast("c.GiveBack", command)
    if wish.thing is Thing.SITE:
        return _send_home(view)
    if wish.thing is not Thing.CHIPS:
        return view
    left, owed = wish.quantity, {act.id: act.outstanding for act in view.affairs.acts}
    gone: dict[int, int] = {}
    held: list[OrderLine | Batch] = [line for line in view.lines if line.owner is Firm.XAI]
    held += view.own.depot.batches
    for one in held:
        part = min(left, one.quantity, owed.get(one.act, 0)) if one.act is not None else 0
        if part and one.act is not None:
            owed[one.act] -= part
            gone[one.id] = part
            left -= part
    acts = [replace(act, outstanding=owed[act.id]) for act in view.affairs.acts]
    view = replace(
        view, lines=_redirected(view.lines, gone, Firm.TESLA), affairs=replace(view.affairs, acts=acts)
    )
    return _without(view, gone)


def _lend(view: FounderView, command: c.Command) -> FounderView:
    left, gone = cast("c.LendChips", command).quantity, dict[int, int]()
    for batch in lendable(view.own.depot):
        gone[batch.id] = min(left, batch.quantity)
        left -= gone[batch.id]
    return _without(view, gone)


def _without(view: FounderView, gone: dict[int, int]) -> FounderView:
    """Return the view with some chips of some of the lab's batches, by id, on somebody else's floor."""
    batches = view.own.depot.batches
    return _with_batches(
        view, [replace(batch, quantity=batch.quantity - gone.get(batch.id, 0)) for batch in batches]
    )


def _redirected(lines: Sequence[OrderLine], moved: dict[int, int], owner: Firm) -> tuple[OrderLine, ...]:
    """Return the lines with some chips of some of them, by id, on their way to another owner."""
    found = []
    for line in lines:
        part = min(line.quantity, moved.get(line.id, 0))
        if part:
            found.append(replace(line, owner=owner, quantity=part))
        if part < line.quantity:
            found.append(replace(line, quantity=line.quantity - part))
    return tuple(found)


def _rent(view: FounderView, command: c.Command) -> FounderView:
    money, cents, own = view.board.rules.money, view.board.rental_cents, view.own
    before, after = own.depot.rented, cast("c.RentCloud", command).quantity
    bill = rent_of_month(money, after, cents) - rent_of_month(money, before, cents)
    depot = replace(own.depot, rented=after)
    own = replace(
        own,
        depot=depot,
        result_usd=own.result_usd - bill,
        valuation_usd=own.valuation_usd + _rented_worth(view, depot),
    )
    return replace(view, own=own, running=depot.running())


def _rented_worth(view: FounderView, depot: Depot) -> int:
    """Return what investors add to the lab's value, when this month ends, for chips that it rents."""
    board, own = view.board, view.own
    worth = chip_worth(board.rules.money, board.setting.chip_price_usd[board.month])
    rank = 1 + sum(
        line.elo_published > own.published() for line in board.league if line.firm is not view.firm
    )
    after, before = (
        appraise(board.rules, lab, 0.0, worth, rank).total() for lab in (replace(own, depot=depot), own)
    )
    return after - before


def _split(view: FounderView, command: c.Command) -> FounderView:
    wish = cast("c.SplitCompute", command)
    split = replace(
        view.own.split,
        training=wish.training,
        research=wish.research,
        serving=wish.serving,
        safety=wish.safety,
    )
    return replace(view, own=replace(view.own, split=split))


def _order(view: FounderView, command: c.Command) -> FounderView:
    order = cast("c.OrderChips", command)
    if order.company is Firm.TESLA:
        return view
    line = OrderLine(
        id=_UNNUMBERED,
        payer=order.company,
        owner=order.company,
        generation=order.generation,
        quantity=order.quantity,
        unit_price_usd=price_each(view, order),
        booked=view.board.month + 1,
        due=delivery(view, order),
        deposit_usd=price_now(view, order),
    )
    return replace(view, lines=(*view.lines, line))


def _build(view: FounderView, wish: c.BuildSite) -> FounderView:
    if wish.company is Firm.TESLA:
        return view
    wait, each = quoted_site(view, wish)
    start = view.board.month + 1
    site = Site(
        id=_UNNUMBERED,
        power_kw=wish.power_kw,
        started=start,
        ready=start + wait,
        forced=wish.forced,
        cost_usd=int(wish.power_kw * each),
    )
    depot = replace(view.own.depot, sites=[*view.own.depot.sites, site])
    return replace(view, own=replace(view.own, depot=depot))


def _raise(view: FounderView, command: c.Command) -> FounderView:
    del command
    return _with_cash(view, raised(view)[0])


def _borrow(view: FounderView, command: c.Command) -> FounderView:
    amount = cast("c.Borrow", command).amount_usd
    loan = Loan(month=view.board.month + 1, amount_usd=amount, left_usd=amount)
    return _with_cash(replace(view, own=replace(view.own, loans=[*view.own.loans, loan])), amount)


def _cancel(view: FounderView, command: c.Command) -> FounderView:
    wish = cast("c.CancelOrder", command)
    struck = cancelled(view, wish)
    if struck is None:
        return view
    lines = tuple(
        replace(
            line, quantity=line.quantity - struck.quantity, deposit_usd=line.deposit_usd - struck.deposit_usd
        )
        if line.id == wish.line
        else line
        for line in view.lines
    )
    view = replace(view, lines=tuple(line for line in lines if line.quantity))
    return _with_cash(view, struck.deposit_usd - struck.lost_usd) if struck.payer is view.firm else view


class Struck(msgspec.Struct, frozen=True, kw_only=True):
    """What is cancelled of a line: H100e, their deposit and what is lost of it, whole dollars."""

    payer: Firm
    quantity: int
    deposit_usd: int
    lost_usd: int
    later_usd: int
    """What would have been due on delivery."""


def cancelled(view: FounderView, wish: c.CancelOrder) -> Struck | None:
    """Return what a cancelling strikes, or None when the line is not there."""
    line = next((line for line in view.lines if line.id == wish.line), None)
    if line is None:
        return None
    quantity = max(0, min(wish.quantity, line.quantity))
    deposit, lost = struck_deposit(view.board.rules.chips, line, quantity)
    return Struck(
        payer=line.payer,
        quantity=quantity,
        deposit_usd=deposit,
        lost_usd=lost,
        later_usd=quantity * line.unit_price_usd - deposit,
    )


def _sell(view: FounderView, command: c.Command) -> FounderView:
    sale = weigh_sale(view.board.rules, view.carmaker, cast("c.SellStake", command).shares_ppm)
    return _with_cash(view, sale.gross_usd - sale.tax_usd)


def _pledge(view: FounderView, command: c.Command) -> FounderView:
    more, carmaker = cast("c.PledgeStake", command).shares_ppm, view.carmaker
    loan = drawn(view.board.rules, carmaker, more) if more > 0 else -repaid(carmaker, -more)
    owed = replace(
        carmaker, pledged_ppm=max(0, carmaker.pledged_ppm + more), pledge_usd=carmaker.pledge_usd + loan
    )
    return _with_cash(replace(view, carmaker=owed), max(0, loan))  # freeing them has its price


_READ: Final[dict[type[c.Command], Callable[[FounderView, c.Command], FounderView]]] = {
    c.Divert: _divert,
    c.DivertThing: _take,
    c.GiveBack: _give_back,
    c.LendChips: _lend,
    c.RentCloud: _rent,
    c.SplitCompute: _split,
    c.OrderChips: _order,
    c.CancelOrder: _cancel,
    c.RaiseRound: _raise,
    c.Borrow: _borrow,
    c.SellStake: _sell,
    c.PledgeStake: _pledge,
}
