"""The founder's stake: shares can be sold, or pledged for a loan; both bring the lab money.

Shares are sold in the month after a quarterly report, a little at a time: tax is paid, the price
falls, the owners hear that the founder sells, and the votes are gone.
A lender gives a quarter of what is pledged. When the price has fallen by two fifths it calls; a month
later, if nothing is better, it sells shares until the loan is a quarter of the pledge again.
"""

from race.core.chance import Chance
from race.core.commands import Orders, PledgeStake, SellStake
from race.core.events import Event, Happening
from race.core.formulas.house.stake import (
    called,
    drawn,
    fall_of,
    forced_sale,
    interest_of_month,
    repaid,
    weigh_sale,
    worth,
)
from race.core.ids import KINDS, PPM, Firm, Outside, week_of
from race.core.words import N_, Sentence, percent, sliver, usd
from race.core.world import Story, World

_SOLD = Sentence(N_("The founder sells shares of the carmaker"))
_TAX = Sentence(N_("Tax on the founder's shares"))
_LOAN = Sentence(N_("A loan on the founder's shares"))
_REPAID = Sentence(N_("Loan on shares repaid"))
_INTEREST = Sentence(N_("Interest on the loan on shares"))
_CALLED = Sentence(N_("A lender sells the founder's shares"))


def keep_stake(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Sell, pledge and free shares as ordered, then let the lender look at its pledge."""
    del chance  # a lender draws no lots
    events = [_sell(world, command) for _, command in orders.of(SellStake)]
    for _, command in orders.of(PledgeStake):
        events.append(_pledge(world, command) if command.shares_ppm > 0 else _free(world, command))
    if world.carmaker.pledge_usd:
        events += _look(world)
    return events


def _tell(world: World, label: Sentence, fall: float, effect: tuple[int, ...]) -> None:
    owners = world.rules.owners
    world.affairs.stories.append(
        Story(
            id=world.new_id(),
            label=label,
            week=week_of(world.month),
            salience=owners.claim_salience if any(effect) else 0.0,
            effect=effect,
            memory=owners.memory_claim if any(effect) else 0.0,
            price_ppm=-int(PPM * fall),
        )
    )


def _sell(world: World, command: SellStake) -> Event:
    carmaker = world.carmaker
    part = min(command.shares_ppm, carmaker.stake_ppm - carmaker.pledged_ppm)
    sale = weigh_sale(world.rules, carmaker, part)
    carmaker.stake_ppm -= part
    world.pay(Firm.XAI, sale.gross_usd, _SOLD, Outside.INVESTORS)
    world.pay(Firm.XAI, -sale.tax_usd, _TAX)
    _tell(world, _SOLD, sale.fall, sale.effect)
    return Event(
        kind=Happening.STAKE_SOLD,
        firm=Firm.TESLA,
        numbers={"shares": sale.shares, "usd": sale.gross_usd},
        sentence=Sentence(
            N_("The founder sells {part} of the carmaker for {proceeds}, {tax} of it for tax."),
            {"part": sliver(part), "proceeds": usd(sale.gross_usd), "tax": usd(sale.tax_usd)},
        ),
        good=-1,
    )


def _pledge(world: World, command: PledgeStake) -> Event:
    carmaker = world.carmaker
    more = min(command.shares_ppm, carmaker.stake_ppm - carmaker.pledged_ppm)
    loan = drawn(world.rules, carmaker, more)
    carmaker.pledged_ppm += more
    carmaker.pledge_usd += loan
    world.pay(Firm.XAI, loan, _LOAN, Outside.LENDERS)
    return Event(
        kind=Happening.PLEDGED,
        firm=Firm.TESLA,
        numbers={"pledged_ppm": more, "usd": loan},
        sentence=Sentence(
            N_("The founder pledges {part} of the carmaker; the lab gets a loan of {loan}."),
            {"part": sliver(more), "loan": usd(loan)},
        ),
    )


def _free(world: World, command: PledgeStake) -> Event:
    carmaker = world.carmaker
    freed = min(-command.shares_ppm, carmaker.pledged_ppm)
    back = repaid(carmaker, freed)
    carmaker.pledged_ppm -= freed
    carmaker.pledge_usd -= back
    world.pay(Firm.XAI, -back, _REPAID, Outside.LENDERS)
    return Event(
        kind=Happening.PLEDGED,
        firm=Firm.TESLA,
        numbers={"pledged_ppm": -freed, "usd": -back},
        sentence=Sentence(
            N_("The founder repays {loan} and has {part} of the carmaker free again."),
            {"part": sliver(freed), "loan": usd(back)},
        ),
    )


def _look(world: World) -> list[Event]:
    """Charge interest; call when the pledge is worth too little, and a month later sell."""
    carmaker, rules = world.carmaker, world.rules
    interest = interest_of_month(rules, carmaker.pledge_usd)
    world.pay(Firm.XAI, -interest, _INTEREST, Outside.LENDERS)
    if not called(rules, carmaker):
        carmaker.margin_call = None
        return []
    if carmaker.margin_call is not None:
        return [_seize(world)]
    carmaker.margin_call = world.month
    return [
        Event(
            kind=Happening.MARGIN_CALL,
            firm=Firm.TESLA,
            numbers={"owed_usd": carmaker.pledge_usd},
            sentence=Sentence(
                N_("The lender calls: {owed} is owed on shares worth {value}. In a month it sells {part}."),
                {
                    "owed": usd(carmaker.pledge_usd),
                    "value": usd(worth(carmaker, carmaker.pledged_ppm)),
                    "part": sliver(forced_sale(rules, carmaker)),
                },
            ),
            good=-1,
        )
    ]


def _seize(world: World) -> Event:
    """Let the lender sell until it is safe; what shares do not cover, the lab pays."""
    carmaker, rules = world.carmaker, world.rules
    part = forced_sale(rules, carmaker)
    brought = int(worth(carmaker, part) * (1.0 - rules.stake.call_discount))
    carmaker.stake_ppm -= part
    carmaker.pledged_ppm -= part
    carmaker.pledge_usd = max(0, carmaker.pledge_usd - brought)
    carmaker.margin_call = None
    if not carmaker.pledged_ppm:
        world.pay(Firm.XAI, -carmaker.pledge_usd, _REPAID, Outside.LENDERS)
        carmaker.pledge_usd = 0
    _tell(world, _CALLED, fall_of(rules, part), (0,) * len(KINDS))
    return Event(
        kind=Happening.SEIZED,
        firm=Firm.TESLA,
        numbers={"sold_ppm": part, "usd": brought},
        sentence=Sentence(
            N_("The lender sells {part} of the carmaker for {proceeds}; {votes} of the votes are left."),
            {"part": sliver(part), "proceeds": usd(brought), "votes": percent(carmaker.stake_ppm)},
        ),
        good=-1,
    )
