"""Loans: a bank lends on chips, and the money is there before this month's chips are paid for.

How much stands in the judge's sentence: a part of what the lab's own chips would cost new, less what
it owes. What follows, repayments, interest and calls, is finance.
"""

from typing import Final

from race.core.chance import Chance
from race.core.commands import Borrow, Orders
from race.core.events import Event, Happening
from race.core.ids import Firm, Outside, lab_of
from race.core.words import N_, Name, Sentence, usd
from race.core.world import Loan, World

_LOAN: Final = Sentence(N_("Loan on chips"))


def lend(world: World, orders: Orders, chance: Chance) -> list[Event]:
    """Pay out the loans that labs have asked for."""
    del chance  # banks look at chips, not at dice
    return [_lend(world, firm, wish.amount_usd) for seat, wish in orders.of(Borrow) if (firm := lab_of(seat))]


def _lend(world: World, firm: Firm, amount: int) -> Event:
    world.pay(firm, amount, _LOAN, Outside.LENDERS)
    world.labs[firm].loans.append(Loan(month=world.month, amount_usd=amount, left_usd=amount))
    return Event(
        kind=Happening.LOAN,
        firm=firm,
        numbers={"amount": amount},
        sentence=Sentence(
            N_("{firm} borrows {amount} on its chips."), {"firm": Name(firm), "amount": usd(amount)}
        ),
    )
