"""What comes back, and what is put off: loans of chips, licences of a release, delays of a site.

The lab may lend chips of its own to the carmaker for a time: they run on its sites, move its autonomy
and its promises, and mend a part of what is known and not made good. It may license its release: that
speeds autonomy by how near the release is to the frontier, and mends more when it is free.
The founder may put off a site that the carmaker is building; nobody notices, and it stands in a file.
"""

from typing import Final

from race.core.chance import Chance
from race.core.commands import DelaySite, LendChips, LicenseBack, Orders
from race.core.events import Event, Happening
from race.core.formulas.owners.stories import repair_story
from race.core.formulas.passing.lending import lendable, lent_share, license_gain, repair_worth
from race.core.formulas.passing.things import find_site
from race.core.ids import Firm, Seat
from race.core.receipts import Account
from race.core.words import N_, Sentence, chips, month, months
from race.core.world import Batch, Delay, Lent, World

_LENT: Final = Sentence(N_("Lent by the lab to the carmaker"))
_HOME: Final = Sentence(N_("A loan of chips goes home"))
_LICENCE: Final = Sentence(N_("The lab licenses its release to the carmaker"))
_FEE: Final = Sentence(N_("Fee for a licence of the lab's release"))


def lend_back(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Carry out loans, licences and delays, and bring home loans that end."""
    del chance  # nothing here is luck
    events = [event for _, command in orders.of(LendChips) if (event := _lend(world, command))]
    events += [_license(world, command) for _, command in orders.of(LicenseBack)]
    events += [event for _, command in orders.of(DelaySite) if (event := _delay(world, command))]
    for loan in [loan for loan in world.affairs.loans if loan.until <= world.month]:
        events.append(_bring_home(world, loan))
    return events


def _lend(world: World, command: LendChips) -> Event | None:
    lab, left = world.labs[Firm.XAI].depot, command.quantity
    loan_id = world.new_id()
    for batch in lendable(lab):
        part = min(left, batch.quantity)
        if part > 0:
            left -= part
            _carry(world, batch, part, loan_id)
    lab.batches = [batch for batch in lab.batches if batch.quantity > 0]
    lent = command.quantity - left
    if lent == 0:
        return None
    loan = Lent(id=loan_id, quantity=lent, until=world.month + command.months)
    world.affairs.loans.append(loan)
    _post(world, Firm.XAI, Firm.TESLA, lent, _LENT)
    share = lent_share(world.affairs.acts, lent * command.months)
    _mend(world, _LENT, world.rules.diversion.lend_repair * share)
    return Event(
        kind=Happening.LENT,
        firm=Firm.TESLA,
        numbers={"quantity": lent, "until": loan.until},
        sentence=Sentence(
            N_("The lab lends {quantity} chips to the carmaker until {end}."),
            {"quantity": chips(lent), "end": month(loan.until)},
        ),
        good=1,
    )


def _carry(world: World, batch: Batch, quantity: int, loan: int) -> None:
    lent = batch.split_off(world.new_id(), quantity, world.month)
    lent.act, lent.leased = loan, True
    world.carmaker.depot.batches.append(lent)


def _bring_home(world: World, loan: Lent) -> Event:
    """Bring what is left of a loan to the lab's warehouse."""
    depot, home = world.carmaker.depot, 0
    for batch in depot.batches:
        if batch.leased and batch.act == loan.id:
            home += batch.quantity
            back = batch.split_off(world.new_id(), batch.quantity, world.month)
            world.labs[Firm.XAI].depot.batches.append(back)
    depot.batches = [batch for batch in depot.batches if not (batch.leased and batch.act == loan.id)]
    world.affairs.loans.remove(loan)
    _post(world, Firm.TESLA, Firm.XAI, home, _HOME)
    return Event(
        kind=Happening.LENT,
        firm=Firm.TESLA,
        numbers={"quantity": home, "until": loan.until},
        sentence=Sentence(N_("A loan ends: {quantity} chips go home to the lab."), {"quantity": chips(home)}),
    )


def _post(world: World, source: Firm, target: Firm, quantity: int, cause: Sentence) -> None:
    world.post(source, Account.CHIPS, -quantity, cause)
    world.post(target, Account.CHIPS, quantity, cause)


def _license(world: World, command: LicenseBack) -> Event:
    rules = world.rules.diversion
    world.affairs.last_license = world.month
    fee = 0 if command.free else rules.fee_usd
    world.pay(Firm.TESLA, -fee, _FEE)
    world.pay(Firm.XAI, fee, _FEE)
    others = [best.elo_published for lab in world.labs.values() if (best := lab.best())]
    own = world.labs[Firm.XAI].published()
    world.carmaker.autonomy += license_gain(world.rules, own, max(others))
    _mend(world, _LICENCE, rules.free_repair if command.free else rules.fee_repair)
    return Event(
        kind=Happening.LICENSED,
        firm=Firm.TESLA,
        numbers={"usd": fee},
        sentence=Sentence(N_("The lab licenses its release to the carmaker's cars and robots.")),
        good=1,
    )


def _mend(world: World, label: Sentence, part: float) -> None:
    """Tell the owners of a part of the known damage being made good, if there is any."""
    worth = part * repair_worth(world.rules, world.affairs)
    if worth > 0.0:
        world.affairs.stories.append(repair_story(world, label, min(1.0, worth)))


def _delay(world: World, command: DelaySite) -> Event | None:
    site = find_site(world.carmaker, command.site)
    if site is None or site.ready <= world.month:
        return None
    site.ready += command.months
    site.delayed += command.months
    note = Delay(id=world.new_id(), month=world.month, site=site.id, months=command.months)
    world.affairs.delays.append(note)
    return Event(
        kind=Happening.SITE_PUT_OFF,
        firm=Firm.TESLA,
        numbers={"months": command.months, "ready": site.ready},
        sentence=Sentence(
            N_("On the founder's word the carmaker puts a site off by {time}, to {ready}."),
            {"time": months(command.months), "ready": month(site.ready)},
        ),
        known_to=Seat.FOUNDER,
    )
