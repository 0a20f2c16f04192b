"""What may pass between the founder's two companies, and the sentence that says why not."""

from collections.abc import Sequence
from typing import Final

from race.core import commands as c
from race.core.formulas.passing.diversion import for_sale, swapped, weigh
from race.core.formulas.passing.lending import lendable
from race.core.formulas.passing.things import find_site
from race.core.ids import HIDDEN_TERMS, PPM, Terms, Thing
from race.core.legality.chips import Rule
from race.core.legality.craft import called, too_many
from race.core.legality.purse import coming, cost, find_source, free_cash
from race.core.view import FounderView
from race.core.words import N_, Part, Sentence, chips, count, month, months, percent, usd
from race.core.world.books import Batch, OrderLine

SALES: Final = (Terms.PAID, Terms.DISCLOSED)
"""Terms on which the carmaker's directors must be willing to sell."""


def related(view: FounderView, terms: Terms) -> Sentence | None:
    """Say which rule between the two companies stands against a deal on these terms."""
    affairs, hidden = view.affairs, terms in HIDDEN_TERMS
    if affairs.injunction:
        return Sentence(
            N_("The court has stopped deals between your companies; settle and sign a sharing policy.")
        )
    if affairs.limits and hidden:
        return Sentence(
            N_("The holders have voted limits: only paid, leased or disclosed deals are allowed.")
        )
    if affairs.sharing_policy and hidden:
        return Sentence(N_("The sharing policy you signed allows only paid, leased or disclosed deals."))
    return None


def _afford(view: FounderView, given: Sequence[c.Command], command: c.Command) -> Sentence | None:
    free, price = free_cash(view, given), cost(view, command)
    if price <= max(0, free):
        return None
    return Sentence(N_("The lab would pay {price}; it has {free}."), {"price": usd(price), "free": usd(free)})


def _divert(view: FounderView, given: Sequence[c.Command], command: c.Divert) -> Sentence | None:
    refused = related(view, command.terms)
    return _chips(view, given, command) if refused is None else refused


def _chips(view: FounderView, given: Sequence[c.Command], command: c.Divert) -> Sentence | None:
    source = find_source(view, command.source)
    if source is None:
        return Sentence(N_("These chips are not at the carmaker's dock any more."))
    earlier = [other for other in given if isinstance(other, c.Divert)]
    taken = sum(other.quantity for other in earlier if other.source == command.source)
    left = source.quantity - taken
    if not 0 < command.quantity <= left:
        return Sentence(
            N_("{asked} chips were asked for; {left} are left there."),
            {"asked": chips(command.quantity), "left": chips(max(0, left))},
        )
    if command.terms is Terms.SWAP:
        promised = sum(other.quantity for other in earlier if other.terms is Terms.SWAP)
        own = sum(part for _, part in swapped(view.lines, command.quantity + promised)) - promised
        if own < command.quantity:
            return Sentence(
                N_("A swap gives the lab's own later chips; the lab has {own} on order, {asked} are needed."),
                {"own": chips(max(0, own)), "asked": chips(command.quantity)},
            )
    return _afford(view, given, command) or _sold(view, earlier, source, command)


def left_for_sale(view: FounderView, given: Sequence[c.Command], source: OrderLine | Batch) -> int:
    """Return how many of these chips the carmaker's directors still sell to the lab this month, H100e."""
    bought = [
        other.quantity
        for other in given
        if isinstance(other, c.Divert) and other.source == source.id and other.terms in SALES
    ]
    return max(0, for_sale(coming(view), source) - sum(bought))


def _sold(
    view: FounderView, given: Sequence[c.Command], source: OrderLine | Batch, command: c.Divert
) -> Sentence | None:
    """Say why the carmaker's directors do not sell so many chips to the lab: too few would stand idle."""
    if command.terms not in SALES:
        return None
    left = left_for_sale(view, given, source)
    if command.quantity <= left:
        return None
    could = weigh(coming(view), source, source.quantity, command.terms).idle_share
    told: dict[str, Part] = {"part": percent(int(could * PPM)), "left": chips(left)}
    if left > 0:
        return Sentence(
            N_(
                "The directors sell what would stand idle: {left} of these, for the carmaker could run them "
                "{part} of the time. Swap or lease the rest, or let the holders vote."
            ),
            told,
        )
    return Sentence(
        N_(
            "The directors sell what would stand idle, and have none of these left: the carmaker could run "
            "them {part} of the time. Swap them, lease them, or let the holders vote."
        ),
        told,
    )


def _thing(view: FounderView, given: Sequence[c.Command], command: c.DivertThing) -> Sentence | None:
    refused = related(view, command.terms)
    if refused is not None:
        return refused
    if command.terms is Terms.SWAP:
        return Sentence(N_("Only chips that are on order can be swapped."))
    same = [other for other in given if isinstance(other, c.DivertThing) and other.thing is command.thing]
    match command.thing:
        case Thing.CHIPS:
            refused = Sentence(N_("Chips change docks crate by crate."))
        case Thing.RESEARCHERS:
            refused = _people(view, given, command)
        case Thing.SITE:
            refused = _site(view, same, command)
        case Thing.DATA:
            refused = _records(view, same)
        case Thing.CHANNEL:
            refused = _channel(view, same)
    return refused or _afford(view, given, command)


def _people(view: FounderView, given: Sequence[c.Command], command: c.DivertThing) -> Sentence | None:
    most = view.board.rules.race.hire_limit
    if not 1 <= command.quantity <= view.carmaker.researchers:
        return Sentence(N_("{n} researchers work at the carmaker."), {"n": count(view.carmaker.researchers)})
    return None if called((*given, command)) <= most else too_many(most, called(given))


def _site(view: FounderView, same: Sequence[c.DivertThing], command: c.DivertThing) -> Sentence | None:
    if find_site(view.carmaker, command.quantity) is None:
        return Sentence(N_("The carmaker has no such site."))
    if any(other.quantity == command.quantity for other in same):
        return Sentence(N_("This has been ordered already this month; undo it to change it."))
    return None


def _records(view: FounderView, same: Sequence[c.DivertThing]) -> Sentence | None:
    first = view.board.rules.diversion.license_month
    if view.board.month + 1 < first:
        return Sentence(
            N_("There are too few records worth a licence before {date}."), {"date": month(first)}
        )
    if same or any(act.thing is Thing.DATA for act in view.affairs.acts):
        return Sentence(N_("The lab has the carmaker's fleet records already."))
    return None


def _channel(view: FounderView, same: Sequence[c.DivertThing]) -> Sentence | None:
    first = view.board.rules.diversion.channel_month
    if view.board.month + 1 < first:
        return Sentence(N_("The cars cannot carry the lab's product before {date}."), {"date": month(first)})
    if same or view.carmaker.channel is not None:
        return Sentence(N_("The cars carry the lab's product already."))
    return None


def owed(view: FounderView, thing: Thing = Thing.CHIPS) -> int:
    """Return what was taken and can still be given back, in the thing's own unit."""
    return sum(act.outstanding for act in view.affairs.acts if act.thing is thing)


def _give_back(view: FounderView, given: Sequence[c.Command], command: c.GiveBack) -> Sentence | None:
    thing = command.thing
    if thing is Thing.DATA:
        return Sentence(N_("What was learned from the fleet records cannot be unlearned."))
    earlier = [other for other in given if isinstance(other, c.GiveBack) and other.thing is thing]
    if thing in (Thing.SITE, Thing.CHANNEL):
        if owed(view, thing) and not earlier and command.quantity >= 1:
            return None
        return Sentence(N_("The lab has nothing of that kind to give back."))
    left = owed(view, thing) - sum(other.quantity for other in earlier)
    if 0 < command.quantity <= left:
        return None
    if thing is Thing.RESEARCHERS:
        return Sentence(N_("Of the carmaker's people, {left} are at the lab."), {"left": count(max(0, left))})
    return Sentence(N_("The lab owes the carmaker {left} chips."), {"left": chips(left)})


def _lend(view: FounderView, given: Sequence[c.Command], command: c.LendChips) -> Sentence | None:
    rules = view.board.rules
    if not 1 <= command.months <= rules.diversion.lend_most:
        return Sentence(
            N_("Chips are lent for {low} to {high}."),
            {"low": months(1), "high": months(rules.diversion.lend_most)},
        )
    own = sum(batch.quantity for batch in lendable(view.own.depot))
    own -= sum(other.quantity for other in given if isinstance(other, c.LendChips))
    if 0 < command.quantity <= own:
        return None
    return Sentence(
        N_("The lab has {own} chips of its own to lend; {asked} were asked for."),
        {"own": chips(max(0, own)), "asked": chips(command.quantity)},
    )


def _license(view: FounderView, given: Sequence[c.Command], command: c.LicenseBack) -> Sentence | None:
    rules = view.board.rules
    ready = view.affairs.last_license + rules.diversion.license_wait
    again = any(isinstance(other, c.LicenseBack) for other in given)
    if view.board.month + 1 < ready or again:
        wait = max(ready, view.board.month + 1 + rules.diversion.license_wait) if again else ready
        return Sentence(
            N_("The carmaker's cars learn from one release at a time; the next in {date}."),
            {"date": month(wait)},
        )
    if command.free:
        return None
    if view.affairs.injunction:
        return Sentence(N_("The court has stopped deals between your companies; license it for nothing."))
    fee = rules.diversion.fee_usd
    if view.carmaker.cash_usd < fee:
        return Sentence(
            N_("The carmaker would pay {fee}; it has {cash}."),
            {"fee": usd(fee), "cash": usd(max(0, view.carmaker.cash_usd))},
        )
    return None


def _delay(view: FounderView, given: Sequence[c.Command], command: c.DelaySite) -> Sentence | None:
    site = find_site(view.carmaker, command.site)
    if site is None:
        return Sentence(N_("The carmaker has no such site."))
    if site.ready <= view.board.month + 1:
        return Sentence(
            N_("This site has power from {date}; it cannot be put off."), {"date": month(site.ready)}
        )
    most = view.board.rules.diversion.delay_most - site.delayed
    most -= sum(other.months for other in given if isinstance(other, c.DelaySite) and other.site == site.id)
    if 1 <= command.months <= most:
        return None
    return Sentence(
        N_("A site can be put off by {most} in all; {left} are left for this one."),
        {
            "most": months(view.board.rules.diversion.delay_most),
            "left": months(max(0, most)),
        },
    )


RULES: Final[dict[type[c.Command], Rule]] = {
    c.Divert: _divert,
    c.DivertThing: _thing,
    c.GiveBack: _give_back,
    c.LendChips: _lend,
    c.LicenseBack: _license,
    c.DelaySite: _delay,
}
"""Commands that move something between the two companies, or keep it from being useful."""
