"""Capital: what investors think a lab is worth, rounds, loans on chips, and what happens in the red.

A lab is worth a multiple of its revenue and of its chips: those that run, and those on their way,
the nearer the more; chips are worth more in the hands of the best three. A round sells about a fifth of
the lab at that value, so an early chip pays for a later one, and the owners' part shrinks.
Banks lend on chips; when the chips lose value, they want the excess back.
Lenders bear a small debt; a lab that stays deeper in the red is sold, or bankrupt if nobody wants it.
"""

from typing import Final

from msgspec.structs import replace

from race.core.chance import Chance
from race.core.commands import Orders, RaiseRound
from race.core.events import Event, Happening
from race.core.formulas.house.sale import rescued
from race.core.formulas.race.chips import booking_price, lead_months
from race.core.formulas.race.loans import called_usd, instalment, interest_of, pledged_usd
from race.core.formulas.race.money import bridged, diluted, round_usd
from race.core.formulas.race.worth import worth_of_labs
from race.core.ids import Firm, Outside, lab_of
from race.core.receipts import Account, Receipt
from race.core.words import N_, Name, Sentence, usd
from race.core.world import Lab, World, Worth

_VALUATION: Final = Account.VALUATION
_ROUND: Final = Sentence(N_("Round of equity"))
_REPAID: Final = Sentence(N_("Loans repaid"))
_CALLED: Final = Sentence(N_("Loans called back"))
_INTEREST: Final = Sentence(N_("Interest on debt"))
_COVERED: Final = Sentence(N_("Debts covered by the parent"))
_RESCUE: Final = Sentence(N_("Debts paid by the new owner"))
_PARTS: Final = (
    Sentence(N_("Revenue of a year, many times over")),
    Sentence(N_("Chips that run")),
    Sentence(N_("Chips on their way")),
    Sentence(N_("Place among the best")),
    Sentence(N_("Belief in the lab's future")),
    Sentence(N_("Cash in the bank, less loans")),
)


def raise_money(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Value every lab, close rounds, pay out and collect loans, and deal with debt."""
    del chance  # nothing in the books is luck
    raising = {lab_of(seat) for seat, _ in orders.of(RaiseRound)}
    lead = lead_months(world.rules, world.setting, world.market, world.month)
    price = booking_price(world.rules, world.setting, world.month, lead)
    market = world.market
    news = world.setting.chip_price_usd[world.month] - market.chip_mark_usd
    market.chip_mark_usd += int(news * world.rules.money.mark_drift)
    for firm, now in worth_of_labs(world).items():
        lab = world.labs[firm]
        _revalue(world, lab, now)
        lab.usual_usd += int((lab.revenue_usd - lab.usual_usd) * world.rules.money.revenue_memory)
    events: list[Event] = []
    for lab in world.labs.values():
        if lab.firm in raising:
            events.append(_close_round(world, lab))
        if lab.loans:
            events += _collect(world, lab, price)
        if lab.cash_usd < 0:
            events += _face_debt(world, lab)
        else:
            lab.debt_months = 0
    return events


def _revalue(world: World, lab: Lab, now: Worth) -> None:
    after = now.parts()
    if world.writes:
        firm, before = lab.firm, lab.worth.parts()
        world.receipts += [
            Receipt(firm, _VALUATION, new - was, cause)
            for cause, was, new in zip(_PARTS, before, after, strict=True)
            if new != was
        ]
    lab.worth = now
    lab.valuation_usd = sum(after)


def _close_round(world: World, lab: Lab) -> Event:
    amount = round_usd(world.rules.money, lab.valuation_usd)
    world.pay(lab.firm, amount, _ROUND, Outside.INVESTORS)
    _revalue(world, lab, replace(lab.worth, net=lab.worth.net + amount))
    lab.founder_ppm = diluted(lab.founder_ppm, amount, lab.valuation_usd)
    lab.last_round = world.month
    return Event(
        kind=Happening.ROUND,
        firm=lab.firm,
        numbers={"amount": amount, "valuation": lab.valuation_usd},
        sentence=Sentence(
            N_("{firm} raises {amount} at a valuation of {valuation}."),
            {"firm": Name(lab.firm), "amount": usd(amount), "valuation": usd(lab.valuation_usd)},
        ),
        good=1 if lab.firm is Firm.XAI else 0,
    )


def _collect(world: World, lab: Lab, price: int) -> list[Event]:
    """Take a month's repayments and interest, and call back what the chips no longer carry."""
    money, owed = world.rules.money, lab.owed_usd()
    interest = interest_of(money, owed)
    world.pay(lab.firm, -interest, _INTEREST, Outside.LENDERS)
    lab.result_usd -= interest
    repaid = 0
    for loan in lab.loans:
        if loan.month < world.month:
            part = instalment(money, loan.amount_usd, loan.left_usd)
            loan.left_usd -= part
            repaid += part
    world.pay(lab.firm, -repaid, _REPAID, Outside.LENDERS)
    called = called_usd(money, owed - repaid, pledged_usd(lab, price))
    _call(lab, called)
    world.pay(lab.firm, -called, _CALLED, Outside.LENDERS)
    lab.loans = [loan for loan in lab.loans if loan.left_usd > 0]
    if not called:
        return []
    return [
        Event(
            kind=Happening.LOAN_CALLED,
            firm=lab.firm,
            numbers={"amount": called},
            sentence=Sentence(
                N_("{firm}'s chips are worth less, and its banks want {amount} back."),
                {"firm": Name(lab.firm), "amount": usd(called)},
            ),
            good=-1 if lab.firm is Firm.XAI else 0,
        )
    ]


def _call(lab: Lab, amount: int) -> None:
    """Take an amount off the loans, oldest first."""
    for loan in lab.loans:
        part = min(loan.left_usd, amount)
        loan.left_usd -= part
        amount -= part


def _face_debt(world: World, lab: Lab) -> list[Event]:
    """Charge interest on debt; after too many months that no lender bears, the lab is lost."""
    money = world.rules.money
    if not lab.sells_equity:
        _cover(world, lab)
        return []
    interest = int(-lab.cash_usd * money.interest)
    world.pay(lab.firm, -interest, _INTEREST, Outside.LENDERS)
    lab.result_usd -= interest
    if bridged(money, lab):
        lab.debt_months = 0
        return []
    lab.debt_months += 1
    if lab.debt_months < money.debt_months:
        return []
    return _sell(world, lab)


def _cover(world: World, lab: Lab) -> None:
    """Let the parent pay its lab's debts; it pays less from then on."""
    world.pay(lab.firm, -lab.cash_usd, _COVERED, Outside.PARENTS)
    lab.parent_usd = int(lab.parent_usd * (1.0 - world.rules.money.parent_anger))
    lab.debt_months = 0


def _sell(world: World, lab: Lab) -> list[Event]:
    """Hand the lab to a buyer who pays its debts, if what it has carries them; a rival always finds one.

    The new owner repays the loans, sells no part of the lab, and pays what it costs.
    """
    money = world.rules.money
    if lab.firm is Firm.XAI and not rescued(money, lab, world.market.lines):
        return []  # nobody wants it: the judge of endings sees the months in the red
    owed = lab.owed_usd()
    world.pay(lab.firm, owed - lab.cash_usd, _RESCUE, Outside.PARENTS)
    world.pay(lab.firm, -owed, _REPAID, Outside.LENDERS)
    lab.loans = []
    lab.sold, lab.sells_equity, lab.debt_months = True, False, 0
    lab.parent_usd = max(lab.parent_usd, -lab.result_usd)
    return [
        Event(
            kind=Happening.SOLD,
            firm=lab.firm,
            sentence=Sentence(N_("{firm} cannot pay its debts and is sold."), {"firm": Name(lab.firm)}),
            good=-1 if lab.firm is Firm.XAI else 0,
        )
    ]
