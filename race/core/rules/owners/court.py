"""The court: letters, suits, discovery, rulings, restitution, injunctions, and making peace.

Suits are filed on what is published; later suits join the first until its files are opened.
Discovery opens every file: remaining secrets and false denials come out, excuses are worked out anew,
and a site that was put off on purpose is found.
A ruling for the holders returns most of what was taken, from the lab's warehouse first and never
more than half its fleet, or the price of its use; a site goes home, people and rights are paid for;
it may forbid deals between the two companies.
A settlement closes the cases for money; with a sharing policy it lifts the ban, after some months.
"""

from typing import Final

from race.core.chance import Chance, Stream
from race.core.commands import FileSuit, GiveGift, Orders, RuleOn, WriteLetter
from race.core.events import Event, Happening
from race.core.formulas.owners.court import (
    PRICED,
    acts_of,
    joinable,
    not_settled,
    open_wound,
    owed_chips,
    owed_use_usd,
    settlement_usd,
    unpaid,
)
from race.core.formulas.owners.stories import (
    delay_story,
    louder,
    repair_story,
)
from race.core.formulas.passing.acts import send_home, switch_channel
from race.core.formulas.passing.defence import sites_of
from race.core.formulas.passing.files import read_act
from race.core.formulas.race.chips import planned_chip_months
from race.core.ids import Firm, Gift, Thing, week_of
from race.core.receipts import Account
from race.core.words import N_, Sentence, chips, count, month, usd
from race.core.world import Act, Batch, Case, Delay, World

_SETTLED: Final = Sentence(N_("Settlement with the carmaker's holders"))
_RETURNED: Final = Sentence(N_("Returned by order of the court"))
_USE: Final = Sentence(N_("Price of the use of the carmaker's chips, by order of the court"))
_PEACE: Final = {
    Gift.DIRECTOR: Sentence(N_("An independent director")),
    Gift.SHARING_POLICY: Sentence(N_("A compute-sharing policy")),
    Gift.SETTLEMENT: _SETTLED,
}
_GIVEN: Final = {
    Gift.DIRECTOR: N_("An independent director joins the carmaker's board."),
    Gift.SHARING_POLICY: N_("The two companies sign a compute-sharing policy."),
}


def do_justice(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Receive letters and suits, open files, carry out rulings and make peace."""
    luck = chance.stream(world.month, "court")
    events = [_receive(world, command) for _, command in orders.of(WriteLetter)]
    if world.rules.switches.suits:
        events += [event for _, command in orders.of(FileSuit) if (event := _file(world, command, luck))]
    for case in world.affairs.cases:
        if case.decided is None and not case.settled and case.discovery == world.month:
            events.append(_discover(world))
    for _, ruling in orders.of(RuleOn):
        events += _rule(world, ruling)
    for _, command in orders.of(GiveGift):
        events += _make_peace(world, command.gift)
    return events + _lift(world)


def _receive(world: World, letter: WriteLetter) -> Event:
    """Count an open letter; it makes its story a little louder."""
    affairs = world.affairs
    affairs.letters += 1
    affairs.last_letter = world.month
    affairs.stories = louder(affairs.stories, letter.about, world.rules.court.letter_salience)
    return Event(
        kind=Happening.LETTER,
        firm=Firm.TESLA,
        numbers={"about": letter.about},
        sentence=Sentence(N_("Holders write an open letter to the carmaker's board.")),
        good=-1,
    )


def _file(world: World, command: FileSuit, luck: Stream) -> Event | None:
    """Open a case, or join the one whose files are still closed."""
    affairs, rules, now = world.affairs, world.rules.court, world.month
    open_case = next((case for case in affairs.cases if joinable(case, now)), None)
    if open_case is None:
        discovery = now + rules.discovery_months + luck.below(rules.discovery_spread + 1)
        decision = discovery + rules.decision_months + luck.below(rules.decision_spread + 1)
        open_case = Case(
            id=world.new_id(), act=command.act, filed=now, discovery=discovery, decision=decision
        )
        affairs.cases.append(open_case)
    elif open_case.suits >= rules.suits_most:
        return None
    else:
        open_case.suits += 1
    affairs.complaints += 1
    affairs.last_complaint = now
    return Event(
        kind=Happening.SUIT,
        firm=Firm.TESLA,
        numbers={"case": open_case.id, "suits": open_case.suits, "discovery": open_case.discovery},
        sentence=Sentence(
            N_(
                "Holders sue over the diverted chips (complaints in the case: {n}); its files open by {date}."
            ),
            {"n": count(open_case.suits), "date": month(open_case.discovery)},
        ),
        good=-1,
    )


def _discover(world: World) -> Event:
    """Open the files: publish every secret, refute every denial and every untrue excuse."""
    week = week_of(world.month + 1)
    found = sum(read_act(world, act, week) for act in world.affairs.acts)
    found += sum(_read_delay(world, delay, week) for delay in world.affairs.delays)
    return Event(
        kind=Happening.DISCOVERY,
        firm=Firm.TESLA,
        numbers={"found": found},
        sentence=Sentence(
            N_("The court opens the files. What the holders did not know, counted: {n}."),
            {"n": count(found)},
        ),
        good=-1 if found else 0,
    )


def _read_delay(world: World, delay: Delay, week: int) -> bool:
    """Publish that a site was put off on purpose, once."""
    if delay.found:
        return False
    delay.found = True
    sites = sites_of(world.carmaker, world.labs[Firm.XAI])
    power = next((site.power_kw for site in sites if site.id == delay.site), 0)
    plan = planned_chip_months(world.rules, world.setting, world.carmaker, world.month)
    severity = power / world.rules.chips.kw_h100 * delay.months / plan
    world.affairs.stories.append(delay_story(world, delay, severity, week))
    return True


def _rule(world: World, ruling: RuleOn) -> list[Event]:
    affairs = world.affairs
    case = next((case for case in affairs.cases if case.id == ruling.case), None)
    if case is None or case.settled or case.decided is not None:
        return []
    case.decided = ruling.for_holders
    if not ruling.for_holders:
        return [_decided(Sentence(N_("The court rules for the founder.")), 1)]
    acts, _ = acts_of(case, affairs.cases, affairs.acts)
    price = _charge(world, acts)
    returned = _restore(world, acts)
    _restore_things(world, acts)
    ruled = (
        N_("The court rules for the holders: the lab returns {quantity} chips and pays {price}.")
        if returned
        else N_("The court rules for the holders: the lab has no chip to return, and pays {price}.")
    )
    events = [_decided(Sentence(ruled, {"quantity": chips(returned), "price": usd(price)}), -1)]
    if ruling.injunction and not affairs.injunction:
        affairs.injunction, affairs.injunction_since = True, world.month
        text = N_(
            "The court forbids deals between the two companies until a settlement and a policy are in place."
        )
        events.append(Event(kind=Happening.INJUNCTION, firm=Firm.TESLA, sentence=Sentence(text), good=-1))
    return events


def _decided(sentence: Sentence, good: int) -> Event:
    return Event(kind=Happening.RULING, firm=Firm.TESLA, sentence=sentence, good=good)


def _restore(world: World, acts: list[Act]) -> int:
    """Move what is owed from the lab to the carmaker; return the H100e moved.

    What the acts brought goes first, and what stands in the warehouse; chips on lease belong to another deal.
    """
    depot = world.labs[Firm.XAI].depot
    brought = {act.id for act in acts}
    own = [batch for batch in depot.batches if not batch.leased]
    owed = left = owed_chips(world.rules, acts, sum([batch.quantity for batch in own]))
    for batch in sorted(
        own,
        key=lambda batch: (batch.act not in brought, batch.site is not None, -batch.arrived, batch.id),
    ):
        part = min(left, batch.quantity)
        if part > 0:
            left -= part
            _carry(world, batch, part)
    depot.batches = [batch for batch in depot.batches if batch.quantity > 0]
    world.post(Firm.XAI, Account.CHIPS, left - owed, _RETURNED)
    world.post(Firm.TESLA, Account.CHIPS, owed - left, _RETURNED)
    _clear(acts, owed - left)
    return owed - left


def _restore_things(world: World, acts: list[Act]) -> None:
    """Send sites home and take the channel away; what was paid for stays."""
    for act in acts:
        if act.thing is Thing.SITE and unpaid(act) > 0.0 and act.outstanding:
            for site in [site for site in world.labs[Firm.XAI].depot.sites if site.act == act.id]:
                send_home(world, site)
            act.outstanding = 0
        elif act.thing in PRICED and unpaid(act) > 0.0:
            if act.thing is Thing.CHANNEL and act.outstanding:
                switch_channel(world, on=False)
            act.outstanding = 0


def _carry(world: World, batch: Batch, quantity: int) -> None:
    given = batch.split_off(world.new_id(), quantity, world.month)
    given.payer = Firm.TESLA
    world.carmaker.depot.batches.append(given)


def _clear(acts: list[Act], returned: int) -> None:
    """Take what was returned off the acts, in the order they became known."""
    for act in acts:
        if act.thing is Thing.CHIPS and unpaid(act) > 0.0:
            part = min(act.outstanding, returned)
            returned -= part
            act.outstanding -= part


def _charge(world: World, acts: list[Act]) -> int:
    """Pay the carmaker for the use of chips that came back before the ruling; return the dollars."""
    purse = max(0, world.labs[Firm.XAI].cash_usd)
    price = min(purse, owed_use_usd(world.rules, acts))
    world.pay(Firm.XAI, -price, _USE)
    world.pay(Firm.TESLA, price, _USE)
    return price


def _make_peace(world: World, gift: Gift) -> list[Event]:
    affairs = world.affairs
    owners, price = world.rules.owners, settlement_usd(world.rules, affairs)
    worth = open_wound(world.rules, affairs, world.month) / owners.repair_full
    worth += 0.0 if gift is Gift.SETTLEMENT else owners.repair_least
    match gift:
        case Gift.DIRECTOR if not affairs.director:
            affairs.director = True
        case Gift.SHARING_POLICY if not affairs.sharing_policy:
            affairs.sharing_policy = True
        case Gift.SETTLEMENT if price:
            _settle(world, price)
        case _:
            return []
    affairs.stories.append(repair_story(world, _PEACE[gift], min(1.0, worth), week_of(world.month + 1)))
    settled = gift is Gift.SETTLEMENT
    text = N_("The lab settles with the carmaker's holders for {price}.") if settled else _GIVEN[gift]
    return [
        Event(
            kind=Happening.SETTLEMENT if settled else Happening.GIFT,
            firm=Firm.TESLA,
            numbers={"usd": price if settled else 0},
            sentence=Sentence(text, {"price": usd(price)}),
            good=1,
        )
    ]


def _settle(world: World, price: int) -> None:
    for case in world.affairs.cases:
        if not_settled(case):
            case.settled = True
            case.discovery = min(case.discovery, world.month)  # what comes out later was not settled
    world.pay(Firm.XAI, -price, _SETTLED)
    world.pay(Firm.TESLA, price, _SETTLED)


def _lift(world: World) -> list[Event]:
    """Lift the injunction once everything is settled, a policy is in force and time has passed."""
    affairs = world.affairs
    if not affairs.injunction:
        return []
    done = affairs.sharing_policy and not any(not_settled(case) for case in affairs.cases)
    served = world.month - affairs.injunction_since >= world.rules.court.injunction_months
    if not (done and served):
        return []
    affairs.injunction = False
    text = N_("The court lifts its ban on deals between the two companies.")
    return [Event(kind=Happening.INJUNCTION_LIFTED, firm=Firm.TESLA, sentence=Sentence(text), good=1)]
