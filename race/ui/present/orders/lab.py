"""What a lab can order, with amounts a person would choose: training, chips and power, money and people."""

from collections.abc import Iterator
from typing import Final

from race.core import commands as c
from race.core.formulas.house.sayings import POSTS, name_of
from race.core.formulas.house.stake import buy_back_most, drawn, pledge_room
from race.core.formulas.race.loans import loan_room
from race.core.formulas.race.money import round_usd
from race.core.ids import PPM, Claim, Firm, Person
from race.core.view import FounderView
from race.core.words import chips as of_chips
from race.core.words import count, elo, flop, kw, month, months, percent, sliver, usd
from race.speech import _, name, plural
from race.speech import quantity as write
from race.ui.present.orders import split

Wish = tuple[str, str, c.Command]
"""A group, words and a command."""
LENGTHS: Final = (2, 3, 5)
"""Months of the runs that are offered."""
PAYS: Final = (800_000, PPM, 1_500_000)
"""Levels of pay that are offered, ppm of the usual; the one that stands is not."""
PRICES: Final = (700_000, PPM, 1_300_000)
"""Levels of the product's price that are offered, the same way."""
_ROUND: Final = 100_000_000
"""Loans are offered in steps of this, US dollars."""
HIRED: Final = 10
"""Researchers who are hired at once out of the open market."""
_CALLED: Final = 5
"""Researchers who are called away from another lab at once."""
_FELT_RENT: Final = 1_000
"""Chips by which another rent must differ from today's to be worth offering."""
_SMALL_POWER: Final = 60_000
"""Power of the small site that is offered, kW; the limit where that is less."""
_USUAL_POWER: Final = 181_000
"""Power of the usual large site, kW; the limit where that is less."""
_FELT_POWER: Final = 1.1
"""Times the power of the usual large site from which the largest that can be forced is offered beside it."""
_AHEAD: Final = 6
"""Months until a public claim of the lab falls due."""


def train(view: FounderView) -> Iterator[Wish]:
    """Yield runs, releases and splits of compute."""
    for length in LENGTHS:
        words = _("Train for {time}").format(time=write(months(length)))
        yield "train", words, c.StartRun(months=length)
    yield from _aimed(view)
    if view.own.run is not None:
        for more in (1, 2):
            words = _("Train {time} longer").format(time=write(months(more)))
            yield "train", words, c.ExtendRun(months=more)
    yield "train", _("Stop the run and keep what it learned"), c.StopRun()
    yield "train", _("Release after safety tests"), c.PublishRelease(tested=True)
    yield "train", _("Release now, untested"), c.PublishRelease(tested=False)
    yield "train", _("Release with open weights"), c.PublishRelease(tested=True, open_weights=True)
    for words, part in (
        (_("Compute: training first"), "training"),
        (_("Compute: research first"), "research"),
        (_("Compute: users first"), "serving"),
        (_("Compute: safety first"), "safety"),
    ):
        yield "train", words, split.command(split.READY[part])


def _aimed(view: FounderView) -> Iterator[Wish]:
    """Offer a run that ends at twice the compute of the lab's largest."""
    largest = max((release.flop for release in view.own.releases), default=1e25)
    target = float(f"{2.0 * largest:.1e}")  # as it is written
    yield (
        "train",
        _("Train until {compute}").format(compute=write(flop(target))),
        c.StartRun(months=view.board.rules.race.run_longest, target_flop=target),
    )


def chips(view: FounderView) -> Iterator[Wish]:
    """Yield orders of chips, cancellations, sites and cloud."""
    supply = view.board.supply
    for share, prepaid in ((20, 0), (60, 0), (150, 0), (60, 400_000)):
        quantity = max(500, supply * share // 1000 // 500 * 500)
        words = _("Order {n} chips, pay {part} ahead") if prepaid else _("Order {n} chips")
        yield (
            "chips",
            words.format(n=write(of_chips(quantity)), part=write(percent(prepaid))),
            c.OrderChips(
                company=Firm.XAI, generation=view.board.generation, quantity=quantity, prepaid=prepaid
            ),
        )
    yield from _book(view)
    for power, forced in _sites(view):
        words = (
            _("Rush a site of {power} before its permits")
            if forced
            else _("Build a site of {power} with all its permits")
        )
        yield (
            "chips",
            words.format(power=write(kw(power))),
            c.BuildSite(company=Firm.XAI, power_kw=power, forced=forced),
        )
    yield from _cloud(view)
    for budget in (500_000, PPM, 1_500_000):
        words = _("Carmaker's chip budget: {part} of the plan").format(part=write(percent(budget)))
        yield "chips", words, c.PlanCarmaker(chip_budget=budget)
    spent = buy_back_most(view.board.rules, view.carmaker) // _ROUND * _ROUND
    if spent:
        words = _("The carmaker buys back shares for {amount}").format(amount=write(usd(spent)))
        plan = c.PlanCarmaker(chip_budget=view.carmaker.chip_budget, buy_back_usd=spent)
        yield "chips", words, plan


def _sites(view: FounderView) -> Iterator[tuple[int, bool]]:
    """Yield the power of the sites that are offered, kW, and whether they are forced; each size once."""
    largest = view.board.rules.chips.site_limit_kw
    usual = min(_USUAL_POWER, largest)
    forced = {min(_SMALL_POWER, largest), usual}
    if largest > _FELT_POWER * usual:
        forced.add(largest)
    yield from ((power, True) for power in sorted(forced))
    yield usual, False


def _cloud(view: FounderView) -> Iterator[Wish]:
    """Offer half of what the clouds have room for, all of it and nothing, as far as that changes the rent."""
    rented = view.own.depot.rented
    most = (rented + view.board.cloud_room) // 500 * 500
    words = (
        _("Rent {n} chips in the cloud instead of {rented}") if rented else _("Rent {n} chips in the cloud")
    )
    for quantity in sorted(each for each in {most // 2, most} - {0} if abs(each - rented) >= _FELT_RENT):
        told = words.format(n=write(of_chips(quantity)), rented=write(of_chips(rented)))
        yield "chips", told, c.RentCloud(quantity=quantity)
    if rented:
        yield "chips", _("Rent nothing any more"), c.RentCloud(quantity=0)


def _book(view: FounderView) -> Iterator[Wish]:
    """Offer to cancel the lab's own lines, the last to arrive first."""
    own = [line for line in view.lines if line.payer is Firm.XAI and line.owner is Firm.XAI]
    for line in sorted(own, key=lambda line: (-line.due, line.id))[:3]:
        words = plural("Cancel {n} chip of {due}", "Cancel {n} chips of {due}", line.quantity)
        words = words.format(n=write(of_chips(line.quantity)), due=write(month(line.due)))
        yield "chips", words, c.CancelOrder(line=line.id, quantity=line.quantity)


def _stake(view: FounderView) -> Iterator[Wish]:
    """Offer to sell, pledge and free shares of the founder's stake."""
    rules, carmaker = view.board.rules, view.carmaker
    part = rules.stake.sale_most
    words = _("Sell {part} of the carmaker for the lab").format(part=write(sliver(part)))
    yield "money", words, c.SellStake(shares_ppm=part)
    for part in sorted({pledge_room(rules, carmaker) // 2, pledge_room(rules, carmaker)} - {0}):
        if drawn(rules, carmaker, part):  # the lender may lend no more on them
            yield "money", pledge_words(view, part), c.PledgeStake(shares_ppm=part)
    if carmaker.pledged_ppm:
        words = _("Repay the loan on shares: {amount}").format(amount=write(usd(carmaker.pledge_usd)))
        yield "money", words, c.PledgeStake(shares_ppm=-carmaker.pledged_ppm)


def hire_words(command: c.Hire) -> str:
    """Return how hiring researchers is called: out of the open market, or away from a company."""
    if command.source is None:
        words = plural("Hire {n} researcher", "Hire {n} researchers", command.researchers)
        return words.format(n=write(count(command.researchers)))
    words = plural(
        "Poach {n} researcher from {firm}", "Poach {n} researchers from {firm}", command.researchers
    )
    return words.format(n=write(count(command.researchers)), firm=name(command.source))


def pledge_words(view: FounderView, part_ppm: int) -> str:
    """Return a pledge in words, with the loan that it brings."""
    loan = drawn(view.board.rules, view.carmaker, part_ppm)
    words = _("Pledge {part} of the carmaker for {amount}")
    return words.format(part=write(sliver(part_ppm)), amount=write(usd(loan)))


def _sale(view: FounderView) -> Iterator[Wish]:
    """Offer the lab to the largest rival by public estimates, and to the carmaker's owners."""
    fleets = view.board.fleets
    buyer = max((firm for firm in fleets if firm is not Firm.XAI), key=lambda firm: fleets[firm])
    yield "money", _("Sell the lab to {firm}").format(firm=name(buyer)), c.SellLab(buyer=buyer)
    words = _("Ask the holders to buy the lab")
    yield "money", words, c.SellLab(buyer=Firm.TESLA)


def money(view: FounderView) -> Iterator[Wish]:
    """Yield rounds, loans, shares, people, pay and prices."""
    worth, part = view.own.valuation_usd, round_usd(view.board.rules.money, view.own.valuation_usd)
    sold = write(percent(PPM * part // max(1, worth + part)))
    yield "money", _("Raise a round of equity for {part} of the lab").format(part=sold), c.RaiseRound()
    room = loan_room(view.board.rules.money, view.own, view.board.chip_price_usd) // _ROUND * _ROUND
    for amount in sorted({room // 2 // _ROUND * _ROUND, room} - {0}):
        words = _("Borrow {amount} on the chips").format(amount=write(usd(amount)))
        yield "money", words, c.Borrow(amount_usd=amount)
    yield from _stake(view)
    hired = c.Hire(researchers=HIRED)
    yield "money", hire_words(hired), hired
    for line in view.board.league:
        if line.firm is not Firm.XAI:
            called = c.Hire(researchers=_CALLED, source=line.firm)
            yield "money", hire_words(called), called
    yield from _sale(view)
    for level in (price for price in PRICES if price != view.own.price_level):
        words = _("Price of the product: {part} of the usual").format(part=write(percent(level)))
        yield "money", words, c.SetPrice(level=level)
    for level in (pay for pay in PAYS if pay != view.own.pay_level):
        words = _("Pay: {part} of the usual").format(part=write(percent(level)))
        yield "money", words, c.SetPay(level=level)

    yield from _talks(view)


def _talks(view: FounderView) -> Iterator[Wish]:
    """Offer a talk with those of the house's people who have lost some of their loyalty."""
    rules = view.board.rules
    if not rules.switches.house:
        return
    for member in view.affairs.house.members:
        if (
            member.person is not Person.LAWYER
            and member.gone is None
            and member.loyalty < rules.house.loyal_from
        ):
            words = _("Talk with {who}, {post}").format(
                who=name(name_of(member).key), post=_(POSTS[member.person])
            )
            yield "money", words, c.Reassure(person=member.person)


def claims(view: FounderView) -> Iterator[Wish]:
    """Yield what the lab can announce about itself: its chips doubled, or a better release."""
    due, best = min(view.board.month + _AHEAD, view.board.setting.months), view.own.best()
    fleet = max(20_000, 2 * view.own.depot.running() // 5_000 * 5_000)
    words = _("Announce {n} running chips by {due}").format(n=write(of_chips(fleet)), due=write(month(due)))
    yield "court", words, c.Announce(claim=Claim.FLEET, quantity=fleet, due=due)
    score = int(best.elo_published + 55) // 10 * 10 if best else 1_300
    words = _("Announce a release that scores {n} by {due}").format(
        n=write(elo(score)), due=write(month(due))
    )
    yield "court", words, c.Announce(claim=Claim.RELEASE, quantity=score, due=due)
