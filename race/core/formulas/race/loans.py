"""Arithmetic of loans on chips: what banks lend, what a month costs, when they want some of it back.

Whole dollars in, whole dollars out.
"""

from race.core.rulebook.money import MoneyRules
from race.core.world.lab import Lab


def pledged_usd(lab: Lab, price_usd: int) -> int:
    """Return what the lab's own chips would cost new, whole dollars; what others paid for is not its own."""
    return price_usd * sum([batch.quantity for batch in lab.depot.batches if batch.payer is lab.firm])


def loan_room(rules: MoneyRules, lab: Lab, price_usd: int) -> int:
    """Return what banks would lend the lab on top of what it owes, whole dollars."""
    return max(0, int(rules.loan_part * pledged_usd(lab, price_usd)) - lab.owed_usd())


def instalment(rules: MoneyRules, amount_usd: int, left_usd: int) -> int:
    """Return a month's repayment of a loan: an equal part, the last takes the rest.

    >>> instalment(MoneyRules(), 2_400, 2_400), instalment(MoneyRules(), 2_400, 40)
    (100, 40)
    """
    return min(left_usd, -(-amount_usd // rules.loan_months))


def repayments(rules: MoneyRules, lab: Lab) -> int:
    """Return what the lab repays next month on all its loans, whole dollars."""
    return sum([instalment(rules, loan.amount_usd, loan.left_usd) for loan in lab.loans])


def interest_of(rules: MoneyRules, owed_usd: int) -> int:
    """Return a month's interest on loans, whole dollars.

    >>> interest_of(MoneyRules(), 1_000_000_000)
    10000000
    """
    return int(owed_usd * rules.loan_interest)


def called_usd(rules: MoneyRules, owed_usd: int, pledged_usd: int) -> int:
    """Return what lenders want back at once: nothing, or all above what they would lend today.

    >>> [called_usd(MoneyRules(), owed, 1_000) for owed in (600, 800, 801)]
    [0, 0, 201]
    """
    if owed_usd <= rules.loan_call * pledged_usd:
        return 0
    return owed_usd - int(rules.loan_part * pledged_usd)
