"""Previews of what a lab orders: chips, sites, cloud, money, complaints."""

from typing import Final, cast

from race.core import commands as c
from race.core.formulas.race.chips import being_built, building, halt_chance, slip_chance, stands_still
from race.core.formulas.race.demand import price_appeal
from race.core.formulas.race.loans import instalment, interest_of, pledged_usd
from race.core.formulas.race.money import diluted, paid_part, rent_of_month, round_usd
from race.core.formulas.race.queue import line_rank
from race.core.ids import PPM, Firm
from race.core.legality.purse import price_each, price_now, quoted_site, sites_of
from race.core.view import FounderView
from race.core.words import N_, Part, Sentence, chips, count, elo, kw, lasting, month, months, percent, usd
from race.session.preview.bills import lasts, of_site, paid_by_the_lab
from race.session.preview.craft_orders import CRAFT, out_tested, run_lengths
from race.session.preview.diverting import QUALITY
from race.session.preview.effect import AT_THE_END, Effect, Preview, Previews, too_late
from race.session.preview.ordered import Struck, cancelled, delivery, ordered
from race.session.preview.ranges.compute import added, places
from race.session.preview.ranges.round import raised, valued


def after_the_end(view: FounderView, command: c.Command) -> Sentence | None:
    """Return the warning of chips, a site or a run that would be there only after the last month."""
    match command:
        case c.OrderChips():
            due = delivery(view, command)
        case c.BuildSite():
            due = view.board.month + 1 + quoted_site(view, command)[0]
        case c.StartRun():
            due = view.board.month + run_lengths(view, command)[1] + 1
        case _:
            return None
    return next(iter(too_late(view, due)), None)


def _order(view: FounderView, command: c.Command) -> Preview:
    order = cast("c.OrderChips", command)
    carmakers = order.company is Firm.TESLA
    regard = view.carmaker_regard if carmakers else view.regard
    due = delivery(view, order)
    line = Sentence(
        N_("{quantity} chips would reach the dock in {due}."),
        {"quantity": chips(order.quantity), "due": month(due)},
    )
    now = price_now(view, order)
    whole = order.quantity * price_each(view, order)
    rules = view.board.rules
    rank = line_rank(rules, regard, now / (whole or 1)) if rules.switches.prepayment else regard
    paid = (Effect(label=N_("The carmaker pays now"), value=usd(now), good=-1),)
    gain = () if carmakers else (added(view, QUALITY, order.quantity, due), _powered(view, order, due))
    return Preview(
        line=line,
        effects=(
            *gain,
            Effect(
                label=N_("Weight in the queue (usual: 100 %)"),
                value=percent(rank),
                good=1 if rank >= PPM else -1,
            ),
            Effect(label=N_("On delivery"), value=usd(whole - now), good=-1),
            *(paid if carmakers else _lasting(view, order)),
        ),
        warnings=(
            *too_late(view, due),
            *(() if carmakers else _for_no_run(view, due, due + view.board.rules.chips.install_months)),
            *_over(view, order),
        ),
    )


def _powered(view: FounderView, order: c.OrderChips, due: int) -> Effect:
    """Return how many of the chips that are ordered will find power when they come."""
    there = min(order.quantity, places(view, due))
    good = 1 if there == order.quantity else -1
    return Effect(label=N_("Power for, on arrival"), value=chips(there), good=good)


def _for_no_run(view: FounderView, due: int, runs: int) -> tuple[Sentence, ...]:
    """Warn of what is `due` before the end, and `runs` too late for even the shortest run on it."""
    end = view.board.setting.months
    if due > end or out_tested(view, runs) <= end:
        return ()
    words = N_("No run that begins then would be tested and out by the end in {end}.")
    return (Sentence(words, {"end": month(end)}),)


def _over(view: FounderView, order: c.OrderChips) -> tuple[Sentence, ...]:
    """Warn of a book that the chipmaker does not take at its word."""
    taken = int(view.board.rules.chips.patience * view.board.supply)
    waiting = sum(line.quantity for line in view.lines if line.payer is order.company)
    if waiting + order.quantity <= taken:
        return ()
    return (
        Sentence(
            N_("The chipmaker takes a book of {taken} at its word; beyond it, your place gets worse."),
            {"taken": chips(taken)},
        ),
    )


def _cancel(view: FounderView, command: c.Command) -> Preview:
    struck = cancelled(view, cast("c.CancelOrder", command))
    if struck is None:
        return Preview(line=AT_THE_END)
    return Preview(
        line=Sentence(N_("Part of the deposit is lost, and the chipmaker remembers.")),
        effects=(
            Effect(label=N_("Given back"), value=usd(struck.deposit_usd - struck.lost_usd), good=1),
            Effect(label=N_("Lost"), value=usd(struck.lost_usd), good=-1),
            Effect(label=N_("Not due any more"), value=usd(struck.later_usd), good=1),
            Effect(
                label=N_("Standing with the chipmaker"),
                value=percent(-_remembered(view, struck)),
                good=-1,
                moves=True,
            ),
        ),
    )


def _remembered(view: FounderView, struck: Struck) -> int:
    """Return what a cancelling costs a company's standing with the chipmaker, ppm: its part of the book."""
    book = sum(line.quantity for line in view.lines if line.payer is struck.payer)
    return view.board.rules.chips.relation_cancel * struck.quantity // max(1, book)


def _lasting(view: FounderView, command: c.Command) -> tuple[Effect, ...]:
    """Return how long the lab's cash lasts with all that is signed, without an order and with it."""
    before, after = lasts(view), lasts(ordered(view, [command]))
    good = (after > before) - (after < before)
    return (Effect(label=N_("The money lasts"), value=lasting(before), then=lasting(after), good=good),)


def _build(view: FounderView, command: c.Command) -> Preview:
    site, rules = cast("c.BuildSite", command), view.board.rules.chips
    wait, each = quoted_site(view, site)
    more = each / building(view.board.rules, site.company, forced=site.forced)[1] - 1.0
    ready = view.board.month + 1 + wait
    line = _begun(view, site, ready)
    due, places = of_site(view, site), int(site.power_kw / rules.kw_h100)
    slip = int(PPM * slip_chance(rules, wait + 1))
    ahead = max(0, rules.papers_months - wait) if site.forced else 0
    stop = int(PPM * halt_chance(rules, ahead))
    early = Sentence(
        N_("It runs {ahead} before its last permit; until then it can be stopped for {stop}."),
        {"ahead": months(ahead), "stop": months(rules.stop_months)},
    )
    return Preview(
        line=line,
        effects=(
            Effect(label=N_("Places for H100"), value=chips(places), good=1),
            Effect(label=N_("Chance to slip"), value=percent(slip), good=-1),
            *((Effect(label=N_("Chance to be stopped"), value=percent(stop), good=-1),) if ahead else ()),
            Effect(label=N_("In all"), value=usd(sum(due.values())), good=-1),
            Effect(label=N_("A month, until it stands"), value=usd(min(due.values())), good=-1),
            *(_lasting(view, site) if paid_by_the_lab(site) else ()),
        ),
        warnings=(
            *too_late(view, ready),
            *(_for_no_run(view, ready, ready) if paid_by_the_lab(site) else ()),
            *(_crowding(view, site, more) if more > 0.0 else ()),
            *((early,) if ahead else ()),
        ),
    )


def _begun(view: FounderView, site: c.BuildSite, ready: int) -> Sentence:
    """Say when a site stands, and of one that is rushed what it is beside one with all its permits."""
    values: dict[str, Part] = {"power": kw(site.power_kw), "ready": month(ready)}
    if not site.forced:
        return Sentence(N_("{power} from {ready}, if nothing slips; paid month by month."), values)
    ways = (building(view.board.rules, site.company, forced=forced) for forced in (True, False))
    (_soon, dear), (wait, usual) = ways
    values |= {
        "later": month(view.board.month + 1 + wait),
        "more": percent(int(PPM * (dear / usual - 1.0) + 0.5)),
    }
    words = N_(
        "{power} from {ready} instead of {later}, if nothing slips, for {more} more than with its permits; "
        "paid month by month."
    )
    return Sentence(words, values)


def _crowding(view: FounderView, site: c.BuildSite, more: float) -> tuple[Sentence, ...]:
    """Warn of builders who ask `more`, a share, as so many sites are under way; stopped ones are of them."""
    now = view.board.month
    busy = being_built(sites_of(view, site.company), now + 1)
    until = min([one.ready for one in busy], default=now + 1)
    crowded = Sentence(
        N_("With so many sites under way the builders ask {part} more; from {date} less, if nothing slips."),
        {"part": percent(int(PPM * more + 0.5)), "date": month(until)},
    )
    stopped = [one for one in busy if stands_still(one, now)]
    words = N_("A site of {power} that stands still for its permits counts among them.")
    return (crowded, *[Sentence(words, {"power": kw(one.power_kw)}) for one in stopped])


def _rent(view: FounderView, command: c.Command) -> Preview:
    rent, rented = cast("c.RentCloud", command), view.own.depot.rented
    money, cents = view.board.rules.money, view.board.rental_cents
    bill, change = rent_of_month(money, rent.quantity, cents), rent.quantity - rented
    return Preview(
        line=Sentence(N_("Computes at once, until you change it; the clouds are not collateral.")),
        effects=(
            Effect(
                label=N_("Running compute"), value=chips(change), good=1 if change > 0 else -1, moves=True
            ),
            Effect(label=N_("A month"), value=usd(bill), good=-1),
            *_lasting(view, rent),
        ),
        warnings=_crowded(view.board.cloud_room, change),
    )


def _crowded(room: int, change: int) -> tuple[Sentence, ...]:
    """Warn of a rise that takes most of what the clouds have left: they part it between all who ask."""
    if 2 * change <= room:
        return ()
    words = N_("The clouds have {room} left; if other labs rent more as well, you get only a part.")
    return (Sentence(words, {"room": chips(room)}),)


def _raise(view: FounderView, command: c.Command) -> Preview:
    rules, worth, (low, high) = view.board.rules.money, valued(view), raised(view)
    least, most = sorted(
        diluted(view.own.founder_ppm, brings, value + brings)
        for value, brings in zip(worth, (low, high), strict=True)
    )
    after = view.board.month + 1 + rules.round_wait
    return Preview(
        line=Sentence(
            N_(
                "It closes when the month ends, at what the lab is worth by then: {worth} today, and what "
                "falls due, starts and grows counts."
            ),
            {"worth": usd(view.own.valuation_usd)},
        ),
        effects=(
            Effect(label=N_("Raises about"), value=usd(low), high=usd(high), good=1),
            *_lasting(view, command),
            Effect(
                label=N_("Valuation after it"), value=usd(worth[0] + low), high=usd(worth[1] + high), good=1
            ),
            Effect(
                label=N_("Your part of the lab"),
                value=percent(view.own.founder_ppm),
                then=percent((least + most) // 2),
                good=-1,
            ),
            Effect(label=N_("The next round at the earliest"), value=month(after)),
        ),
        warnings=_passed(view, low),
    )


def _passed(view: FounderView, usual: int) -> tuple[Sentence, ...]:
    """Warn, among the first, of what a round brings if the others pass the lab before it closes."""
    least = round_usd(view.board.rules.money, valued(view, passed=True)[0])
    if least >= usual:
        return ()
    words = N_("If the others push the lab out of the first {n} by then, it brings about {amount}.")
    return (Sentence(words, {"n": count(view.board.rules.money.top_ranks), "amount": usd(least)}),)


def _borrow(view: FounderView, command: c.Command) -> Preview:
    amount, rules = cast("c.Borrow", command).amount_usd, view.board.rules.money
    pledged = pledged_usd(view.own, view.board.chip_price_usd)
    owed = view.own.owed_usd() + amount
    monthly = instalment(rules, amount, amount) + interest_of(rules, amount)
    room = int(1_000_000 * (1.0 - owed / rules.loan_call / max(1, pledged)))
    return Preview(
        line=Sentence(
            N_("Repaid over {time}; when chips get cheaper, the banks want the excess back."),
            {"time": months(rules.loan_months)},
        ),
        effects=(
            Effect(label=N_("In the bank"), value=usd(amount), good=1),
            Effect(label=N_("A month, at first"), value=usd(monthly), good=-1),
            Effect(label=N_("Called back once chips cheapen by"), value=percent(max(0, room)), good=-1),
            *_lasting(view, command),
        ),
    )


def _set_price(view: FounderView, command: c.Command) -> Preview:
    level, rules = cast("c.SetPrice", command).level, view.board.rules.race
    income = _income(view, level)
    appeal = price_appeal(rules, level) - price_appeal(rules, view.own.price_level)
    return Preview(
        line=Sentence(N_("Users move slowly, income at once.")),
        effects=(
            Effect(
                label=N_("Appeal, as Elo"),
                value=elo(appeal / rules.utility_elo),
                good=1 if appeal > 0 else -1,
                moves=True,
            ),
            Effect(label=N_("Income a month"), value=usd(income), good=1 if income > 0 else -1, moves=True),
        ),
    )


def _income(view: FounderView, level: int) -> int:
    """Return what a price changes of a month's revenue before users move, whole dollars.

    A price loses payers among consumers and firms alike: the law's own part is what comes in.
    """
    own, money = view.own, view.board.rules.money
    asked, now = paid_part(money, max(0, level)), paid_part(money, own.price_level)
    return own.revenue_usd * asked // now - own.revenue_usd


def _lobby(view: FounderView, command: c.Command) -> Preview:
    del command
    rules = view.board.rules.chips
    return Preview(
        line=Sentence(N_("If it is heard, their largest site stands still. They will remember.")),
        effects=(
            Effect(label=N_("Chance"), value=percent(rules.lobby_ppm)),
            Effect(label=N_("Delay"), value=months(rules.lobby_months), good=1),
        ),
    )


LAB: Final[Previews] = {
    c.OrderChips: _order,
    c.CancelOrder: _cancel,
    c.BuildSite: _build,
    c.RentCloud: _rent,
    c.RaiseRound: _raise,
    c.Borrow: _borrow,
    c.SetPrice: _set_price,
    c.Lobby: _lobby,
    **CRAFT,
}
"""What a lab orders, makes and says; it asks for the books as the month's other orders leave them."""
