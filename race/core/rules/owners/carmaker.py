"""The carmaker: cars earn money, chips that run move the autonomy programme, results move the price.

Four milestones of autonomy are planned; with the planned chips running, each takes as long as the
rulebook says. Fewer chips, or fewer people, and they slip: first the date, then the price.
While the cars carry the lab's product, an incident of the lab is the carmaker's too.
"""

from race.core.chance import Chance, Stream
from race.core.commands import Orders, PlanCarmaker
from race.core.events import Event, Happening
from race.core.formulas.house.stake import buy_back_most, retire
from race.core.formulas.owners.carmaker import MILESTONES, autonomy_due, autonomy_step
from race.core.formulas.owners.stories import channel_story
from race.core.formulas.race.chips import planned_flow
from race.core.ids import KINDS, PPM, Firm, Outside, week_of
from race.core.words import N_, Sentence, count, month, percent, usd
from race.core.world import Story, World

_CARS = Sentence(N_("Cars and energy, before chips and sites"))
_BOUGHT = Sentence(N_("The carmaker buys back shares"))
_EARNINGS = Sentence(N_("Quarterly results"))
_MILESTONE = Sentence(N_("A milestone of autonomy"))
_SLIP = Sentence(N_("Autonomy slips"))
_POWER = Sentence(N_("Running chips and sites"))


def run_carmaker(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Run one month of the business and its autonomy programme."""
    luck = chance.stream(world.month, "carmaker")
    for _, plan in orders.of(PlanCarmaker):
        world.carmaker.chip_budget = plan.chip_budget
    bought = [_buy_back(world, plan) for _, plan in orders.of(PlanCarmaker) if plan.buy_back_usd > 0]
    world.carmaker.planned_chips += planned_flow(world.rules, world.setting, world.month)
    _earn(world, luck)
    events = bought + _advance(world)
    if world.carmaker.channel is not None:
        events += _share_incident(world, world.carmaker.channel)
    if (world.month - 1) % 3 == 0:
        events.append(_report(world, luck))
    return events


def _tell(world: World, label: Sentence, price: float) -> None:
    """Publish news that moves the price and nobody's trust."""
    world.affairs.stories.append(
        Story(
            id=world.new_id(),
            label=label,
            week=week_of(world.month),
            salience=0.0,
            effect=(0,) * len(KINDS),
            memory=0.0,
            price_ppm=int(price * PPM),
        )
    )


def _buy_back(world: World, plan: PlanCarmaker) -> Event:
    """Spend the carmaker's cash on its own shares: fewer are left, and everybody owns more of it."""
    carmaker, rules = world.carmaker, world.rules.stake
    amount = min(plan.buy_back_usd, buy_back_most(world.rules, carmaker))
    before = carmaker.shares
    shares = retire(carmaker, amount)
    world.pay(Firm.TESLA, -amount, _BOUGHT, Outside.INVESTORS)
    _tell(world, _BOUGHT, rules.buy_back_price * shares / before)
    return Event(
        kind=Happening.BOUGHT_BACK,
        firm=Firm.TESLA,
        numbers={"shares": shares, "usd": amount},
        sentence=Sentence(
            N_("The carmaker buys back {part} of its shares for {amount}."),
            {"part": percent(PPM * shares // before), "amount": usd(amount)},
        ),
        good=1,
    )


def _earn(world: World, luck: Stream) -> None:
    rules, carmaker = world.rules.founder, world.carmaker
    trend = 1.0 + rules.revenue_growth * world.month
    revenue = int(rules.revenue_usd * trend * (1.0 + luck.normal(0.0, rules.revenue_noise)))
    running = carmaker.depot.powered() * world.rules.chips.power_usd
    surplus = int(rules.operating_usd * trend)
    carmaker.revenue_usd = revenue
    carmaker.cars = revenue // rules.car_usd
    carmaker.result_usd = surplus - running
    world.pay(Firm.TESLA, surplus, _CARS, Outside.CUSTOMERS)
    world.pay(Firm.TESLA, -running, _POWER, Outside.GRID)
    carmaker.sector_change_ppm = int(PPM * luck.normal(rules.sector_drift, rules.sector_noise))
    carmaker.sector_ppm += carmaker.sector_ppm * carmaker.sector_change_ppm // PPM


def _advance(world: World) -> list[Event]:
    carmaker, rules = world.carmaker, world.rules.founder
    if carmaker.autonomy_reached >= MILESTONES:
        return []
    carmaker.autonomy += autonomy_step(world.rules, carmaker)
    if carmaker.autonomy >= PPM:
        carmaker.autonomy -= PPM
        carmaker.autonomy_reached += 1
        _tell(world, _MILESTONE, rules.milestone_price)
        return [_autonomy_news(world, N_("Autonomy reaches milestone {n} of 4."), good=1)]
    if world.month == autonomy_due(world.rules, carmaker.autonomy_reached):
        _tell(world, _SLIP, -rules.slip_price)
        return [
            _autonomy_news(world, N_("Autonomy misses its date: {n} of 4 milestones are reached."), good=-1)
        ]
    return []


def _share_incident(world: World, before: int) -> list[Event]:
    """Let an incident of the lab since the last look (`before`) land on the carmaker too."""
    incidents = world.labs[Firm.XAI].incidents
    world.carmaker.channel = incidents
    if incidents <= before:
        return []
    world.affairs.stories.append(channel_story(world))
    text = N_("The incident with the lab's release happened in the carmaker's cars, too.")
    return [Event(kind=Happening.INCIDENT, firm=Firm.TESLA, sentence=Sentence(text), good=-1)]


def _autonomy_news(world: World, msgid: str, *, good: int) -> Event:
    reached = world.carmaker.autonomy_reached
    return Event(
        kind=Happening.AUTONOMY,
        firm=Firm.TESLA,
        numbers={"reached": reached},
        sentence=Sentence(msgid, {"n": count(reached)}),
        good=good,
    )


def _report(world: World, luck: Stream) -> Event:
    move = luck.normal(0.0, world.rules.founder.earnings_price)
    _tell(world, _EARNINGS, move)
    return Event(
        kind=Happening.EARNINGS,
        firm=Firm.TESLA,
        numbers={"price_ppm": int(move * PPM)},
        sentence=Sentence(
            N_("The carmaker reports its quarter ({date}): revenue {revenue} in the month."),
            {"date": month(world.month), "revenue": usd(world.carmaker.revenue_usd)},
        ),
        good=1 if move > 0 else -1,
    )
