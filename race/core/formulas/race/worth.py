"""What investors think labs are worth, part by part: revenue, chips, place, word, less what is owed.

Whole dollars out.
"""

from typing import Final

from race.core.formulas.race.chips import generation_on_sale, kw_of_each
from race.core.formulas.race.claims import credibility_ppm
from race.core.formulas.race.money import booked_chips, chip_worth
from race.core.ids import PPM, Firm, Generation
from race.core.rulebook import Rulebook
from race.core.rulebook.money import MoneyRules
from race.core.world import Depot, Lab, World, Worth

_YEAR: Final = 12


def worth_of_labs(world: World) -> dict[Firm, Worth]:
    """Return what every lab is worth to investors at this position."""
    money, ranks = world.rules.money, _ranks(world)
    booked = booked_chips(money, world.market.lines, world.month)
    worth = chip_worth(money, world.market.chip_mark_usd)
    kw_of = kw_of_each(world.rules)
    each_kw = kw_of[generation_on_sale(world.rules, world.month)]
    return {
        firm: appraise(
            world.rules,
            lab,
            housed(money, lab.depot, booked.get(firm, 0.0), kw_of, each_kw),
            worth,
            ranks[firm],
        )
        for firm, lab in world.labs.items()
    }


def housed(
    rules: MoneyRules, depot: Depot, booked: float, kw_of: dict[Generation, float], each_kw: float
) -> float:
    """Return what booked chips count as where there will be power for them, H100e.

    Investors look at sites, built or begun: chips beyond those, on order or in the warehouse, are
    somebody else's chips in a year (so that this may be below 0). A partner's halls grow with the lab.
    `each_kw` is the power of an H100e of what is on sale.
    """
    stored, free = 0, 0.0
    for site in depot.sites:
        if site.hosted:
            return booked
        free += site.power_kw
    for batch in depot.batches:
        if batch.site is None:
            stored += batch.quantity
        else:
            free -= batch.quantity * kw_of[batch.generation]
    most = rules.booked_part * rules.booked_room * max(0.0, free) / each_kw
    return min(booked, most - rules.booked_part * stored)


def _ranks(world: World) -> dict[Firm, int]:
    """Return each lab's rank in the published league, 1 is best."""
    best = {firm: lab.published() for firm, lab in world.labs.items()}
    in_order = sorted(best, key=best.__getitem__, reverse=True)
    return {firm: rank for rank, firm in enumerate(in_order, 1)}


def appraise(rules: Rulebook, lab: Lab, booked: float, worth: float, rank: int) -> Worth:
    """Return what investors think a lab is worth; `booked` is what its booked chips count as, H100e.

    25 x revenue of a year (less when it grows slowly) + chips x their worth, x 1.5 for those that
    run in the top three (rank 1 is best), times what they make of the lab's word, + cash - loans.
    Without collateral: revenue and a flat amount.
    """
    money = rules.money
    revenue = int(multiple(money, lab.revenue_usd, lab.usual_usd) * _YEAR * lab.revenue_usd)
    if not rules.switches.collateral:
        running, coming, rank_part, flat = 0, 0, 0, money.flat_usd
    else:
        running, coming, flat = *_chips_usd(money, lab.depot, booked, worth), 0
        rank_part = int(running * (money.top_factor - 1.0)) if rank <= money.top_ranks else 0
    whole = revenue + running + coming + rank_part
    word = flat + int((whole + flat) * (belief(rules, lab) - 1.0))
    owed = lab.owed_usd() if lab.loans else 0
    net, least = lab.cash_usd - owed, -whole - word
    net = net if net > least else least
    return Worth(revenue=revenue, chips=running, coming=coming, rank=rank_part, word=word, net=net)


def multiple(rules: MoneyRules, revenue_usd: int, usual_usd: int) -> float:
    """Return how many years of revenue investors pay: all for revenue that grows fast, less for slow.

    >>> [round(multiple(MoneyRules(), revenue, 100), 1) for revenue in (50, 100, 150, 200, 400)]
    [6.2, 12.5, 18.8, 25.0, 25.0]
    """
    growth = revenue_usd / usual_usd if usual_usd > 0 else rules.multiple_growth
    part = growth / rules.multiple_growth
    return rules.revenue_multiple * (part if part < 1.0 else 1.0)


def _chips_usd(rules: MoneyRules, depot: Depot, booked: float, worth: float) -> tuple[int, int]:
    """Return what chips that run and chips to come are worth to an investor, whole dollars.

    Chips in a partner's halls, rented ones, those in a warehouse and those on order count as parts;
    what will stand in a partner's halls counts as what stands there. Leased chips are not the lab's.
    """
    halls = [site.id for site in depot.sites if site.hosted]
    powered = hosted = stored = leased = leased_there = 0
    for batch in depot.batches:
        quantity = batch.quantity
        if batch.site is None:
            stored += quantity
        else:
            powered += quantity
            if batch.site in halls:
                hosted += quantity
        if batch.leased:
            leased += quantity
            leased_there += quantity if batch.site is not None else 0
    running = powered - hosted + rules.hosted_part * hosted + rules.rented_part * depot.rented
    coming = booked + rules.booked_part * stored
    if halls:
        coming *= rules.hosted_part
    if leased:  # they are the carmaker's to pledge
        running -= leased_there
        coming -= rules.booked_part * (leased - leased_there)
    return int(running * worth), int(coming * worth)


def belief(rules: Rulebook, lab: Lab) -> float:
    """Return the factor of a lab's word and of its prizes on what investors would pay, 1 is ordinary."""
    prizes = 0.0
    if rules.switches.prizes and any(lab.milestones):
        prizes = rules.money.prize_word * (
            lab.milestones.count(1) + rules.race.prize_second * lab.milestones.count(2)
        )
    return (1.0 + prizes) * credibility_ppm(rules, lab) / PPM
