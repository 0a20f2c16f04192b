"""From a scenario and a seed to the world of December 2023."""

from math import fsum
from typing import Final

from race.core.chance import Chance, Stream
from race.core.exact import log
from race.core.formulas.house.people import open_house
from race.core.formulas.owners.founding import found_holders
from race.core.formulas.race.chips import (
    CRATE_MONTHS,
    generation_on_sale,
    kw_each,
    own_most,
    own_price,
    planned_share,
    quarter_flow,
    unit_price,
)
from race.core.formulas.race.money import business_part, business_spending, consumer_revenue
from race.core.formulas.race.quality import research_doublings
from race.core.formulas.race.worth import worth_of_labs
from race.core.ids import LABS, PPM, Firm, Generation, Outside
from race.core.world import (
    Affairs,
    Batch,
    Carmaker,
    Depot,
    Lab,
    Market,
    OrderLine,
    Release,
    Site,
    Split,
    World,
)
from race.scenario.lab_means import LabMeans
from race.scenario.load import Scenario

_OPEN: Final = (Firm.META, Firm.MISTRAL, Firm.DEEPSEEK)
"""Labs whose best release of December 2023 had open weights."""
_BOOKED_QUARTERS: Final = (1, 4, 7)
"""Quarters of 2024 whose deliveries to the carmaker are booked at the start (lead time 9 months)."""


def open_world(scenario: Scenario, seed: int) -> World:
    """Return the opening position (month 0) of a scenario for a seed of 0 to 2**63 - 1."""
    chance = Chance(seed)
    file, rules, setting = scenario.file, scenario.rules, scenario.setting
    world = World(
        month=0,
        rules=rules,
        setting=setting,
        labs={},
        carmaker=_carmaker(scenario),
        holders=found_holders(
            rules, rules.owners.size, _float_of_holders(scenario), chance.stream(0, "founding")
        ),
        market=Market(
            backlog=int(setting.supply[0] * rules.chips.opening_backlog),
            phantom=int(setting.supply[0] * rules.chips.opening_backlog * rules.chips.opening_phantom),
            rental_cents=rules.chips.rental_start_cents,
            chip_mark_usd=setting.chip_price_usd[0],
            consumers_k=rules.race.consumers_start_k,
            relation=dict.fromkeys(Firm, rules.chips.relation_start),
        ),
        affairs=Affairs(house=open_house(rules)),
    )
    luck = chance.stream(0, "field")
    world.labs = {firm: _lab(scenario, world, firm, luck) for firm in LABS}
    _count_people(world)
    _compare_research(world)
    leader = max(LABS, key=lambda firm: world.labs[firm].releases[0].elo_published)
    world.market.leader = world.market.margin_leader = leader
    _stock(world, world.carmaker.depot, Firm.TESLA, file.carmaker.chips_h100e)
    world.carmaker.planned_chips = file.carmaker.chips_h100e
    _book_opening(scenario, world)
    _appraise(world)
    world.ledger = {Outside.OPENING: -world.money()}
    return world


def _appraise(world: World) -> None:
    """Say what each lab earned in the first month and what investors think it is worth."""
    rules = world.rules
    for lab in world.labs.values():
        firms = business_part(rules.money, business_spending(rules, world.market.consumers_k), lab)
        lab.revenue_usd = firms + consumer_revenue(rules.money, lab.users_k, lab.price_level)
        lab.usual_usd = int(lab.revenue_usd / rules.money.multiple_growth)
    for firm, worth in worth_of_labs(world).items():
        world.labs[firm].worth, world.labs[firm].valuation_usd = worth, worth.total()


def _float_of_holders(scenario: Scenario) -> int:
    """Return the shares that are not the founder's."""
    carmaker = scenario.file.carmaker
    return carmaker.shares - carmaker.shares * carmaker.stake_ppm // PPM


def _carmaker(scenario: Scenario) -> Carmaker:
    entry = scenario.file.carmaker
    sites = [
        Site(id=-1 - n, power_kw=site.power_kw, started=-12, ready=site.ready)
        for n, site in enumerate(entry.sites)
    ]
    return Carmaker(
        cash_usd=entry.cash_usd,
        depot=Depot(sites=sites),
        shares=entry.shares,
        price_cents=entry.price_cents,
        price_start_cents=entry.price_cents,
        stake_ppm=entry.stake_ppm,
        researchers=scenario.rules.talent.carmaker_researchers,
        booked_until=_BOOKED_QUARTERS[-1],
    )


def _lab(scenario: Scenario, world: World, firm: Firm, luck: Stream) -> Lab:
    means = scenario.means[firm]
    chips = scenario.opening_chips[firm]
    power = int(chips * kw_each(world.rules, Generation.H100) * 1.1)
    if firm is Firm.XAI and scenario.file.lab is not None:
        power = scenario.file.lab.site_kw
    share = means.share_ppm
    sites = [Site(id=world.new_id(), power_kw=power, started=-12, ready=0, hosted=means.hosted)]
    if firm is Firm.XAI and scenario.file.lab is not None:
        sites += [
            Site(id=world.new_id(), power_kw=site.power_kw, started=-12, ready=site.ready)
            for site in scenario.file.lab.sites
        ]
    lab = Lab(
        firm=firm,
        cash_usd=means.cash_usd,
        depot=Depot(sites=sites),
        split=Split(means.training, means.research, means.serving, means.safety),
        staff=means.staff,
        researchers=means.researchers,
        researchers_start=means.researchers,
        culture=means.culture + (world.rules.trait.liking if firm is Firm.XAI else 0.0),
        credibility=scenario.rules.fog.credibility_start,
        recipe=means.recipe,
        recipe_goal=means.recipe_goal,
        users_k=world.market.consumers_k * share // PPM,
        share_ppm=share,
        business_ppm=means.business_ppm,
        reach=means.reach,
        business_reach=means.business_reach,
        sells_equity=means.raises,
        may_force=means.may_force,
        export_ppm=means.export_ppm,
        own_silicon_ppm=means.own_silicon_ppm,
        parent_usd=means.parent_usd,
        hosting_kw=means.hosting_kw,
        last_start=means.next_start - means.cycle_months,
        releases=[_first_release(scenario, firm, luck)],
        milestones=[0] * len(world.rules.race.prizes_elo),
    )
    _stock(world, lab.depot, firm, chips)
    return lab


def _count_people(world: World) -> None:
    """Open the market for researchers and count everybody once."""
    looking = world.rules.talent.open_start
    at_labs = sum(lab.researchers for lab in world.labs.values())
    world.people.looking = looking
    world.people.first_day = at_labs + looking + world.carmaker.researchers


def _compare_research(world: World) -> None:
    """Note each lab's research compute against the others', which later changes are measured from."""
    labs = list(world.labs.values())
    logs = [log(max(1.0, lab.depot.running() * lab.split.research / PPM)) for lab in labs]
    total = fsum(logs)
    for lab, own in zip(labs, logs, strict=True):
        lab.research_start = research_doublings(world.rules.race, own, (total - own) / max(1, len(labs) - 1))


def _first_release(scenario: Scenario, firm: Firm, luck: Stream) -> Release:
    """Return the best release of the first day; equal labs are told apart by the error of their scores."""
    score, equal = scenario.opening_elo[firm], scenario.file.equal is not None
    error = luck.normal(0.0, scenario.rules.race.error_sd) if equal else 0.0
    return Release(
        month=0,
        flop=scenario.opening_flop[firm],
        elo_true=score,
        elo_published=score + error,
        open_weights=firm in _OPEN and not equal,
        tested=True,
    )


def _stock(world: World, depot: Depot, firm: Firm, quantity: int) -> None:
    """Put the opening fleet on the floor of the first site."""
    world.market.chips_made += quantity
    depot.batches.append(
        Batch(
            id=world.new_id(),
            payer=firm,
            generation=Generation.H100,
            quantity=quantity,
            arrived=-6,
            site=depot.sites[0].id,
        )
    )


def _book_opening(scenario: Scenario, world: World) -> None:
    for line in scenario.file.lines:
        _line(world, line.payer, line.quantity, line.due)
    for quarter in _BOOKED_QUARTERS:
        flow = quarter_flow(world.setting, quarter, planned_share(world.rules, quarter))
        for later in CRATE_MONTHS:
            _line(world, Firm.TESLA, flow // 4, quarter + later)
    for firm, means in scenario.means.items():
        if firm is not Firm.XAI or scenario.file.equal is not None:
            _book_rival(world, firm, means)


def _book_rival(world: World, firm: Firm, means: LabMeans) -> None:
    """Give a rival the lines that its orders of 2023 will deliver while the queue is long."""
    rules, setting, money = world.rules, world.setting, means.orders_usd
    price, own = own_price(rules, setting, 0), 0
    if rules.switches.own_silicon:
        own = min(money // price, own_most(setting, means.own_silicon_ppm, 0))
    bought = (money - own * price) // unit_price(rules, setting, 0)
    for due in range(1, 6):
        if own > 0 and due <= rules.chips.own_silicon_lead:
            _line(world, firm, own, due, Generation.OWN_SILICON)
        if bought > 0:
            _line(world, firm, bought, due)


def _line(world: World, payer: Firm, quantity: int, due: int, generation: Generation | None = None) -> None:
    """Write a line into the book; without a generation, of the one on sale."""
    own = generation is Generation.OWN_SILICON
    price = (own_price if own else unit_price)(world.rules, world.setting, 0)
    world.market.lines.append(
        OrderLine(
            id=world.new_id(),
            payer=payer,
            owner=payer,
            generation=generation or generation_on_sale(world.rules, 0),
            quantity=quantity,
            unit_price_usd=price,
            booked=0,
            due=due,
            deposit_usd=int(quantity * price * world.rules.chips.deposit),
        )
    )
