"""Rounds the lines of a receipt so that what is printed adds up, and writes them in one small unit.

What rounding leaves over goes to the causes that lost most by it, so a reader with a pencil gets the end.
"""

from race.core.ids import PERCENT
from race.core.receipts import Account
from race.core.words import chips, percent
from race.session.session import Session
from race.speech import MINUS, NARROW, _, number
from race.speech import quantity as write


def shared_out(amounts: list[int], total: int, unit: float) -> list[int]:
    """Round amounts to units so that they sum to the rounded total; the first is rounded alone.

    >>> shared_out([100, 14, 14, 14], 142, 10)
    [10, 2, 1, 1]
    """
    first = round(amounts[0] / unit)
    exact = [amount / unit for amount in amounts[1:]]
    rounded = [round(value) for value in exact]
    rest = round(total / unit) - first - sum(rounded)
    step = 1 if rest > 0 else -1
    order = sorted(range(len(exact)), key=lambda k: (-step * (exact[k] - rounded[k]), k))
    for k in range(abs(rest)):
        rounded[order[k % len(order)]] += step
    return [first, *rounded]


def unit_of(session: Session, account: Account) -> float:
    """Return what one step of the printed figure is worth in the account's own unit."""
    match account:
        case Account.CASH | Account.VALUATION:
            return 100_000
        case Account.QUALITY:
            return 100
        case Account.TRUST:
            shares = session.view().holders.shares
            return 1000.0 * max(1, int(shares[shares > 0].sum()))
        case Account.CHIPS | Account.PRICE | Account.USERS:
            return 1


def written(account: Account, steps: int) -> str:
    """Write a number of steps with its unit, a minus before it when it is negative."""
    sign, size = MINUS if steps < 0 else "", abs(steps)
    match account:
        case Account.CASH | Account.VALUATION:
            return sign + _("${n} M").format(n=number(size / 10, 1)).replace(" ", NARROW)
        case Account.QUALITY:
            return sign + number(size / 10, 1)
        case Account.TRUST:
            return sign + _("{n} %").format(n=number(size / 10, 1)).replace(" ", NARROW)
        case Account.CHIPS:
            return sign + number(size)
        case Account.USERS:  # a step is a thousand of them
            return sign + number(size * 1000)
        case Account.PRICE:
            return sign + _("${n}").format(n=number(size / 100, 2)).replace(" ", NARROW)


def in_hundreds(share: float) -> str:
    """Return a share (0-1) in whole per cent."""
    return write(percent(PERCENT * round(100 * share)))


def thousands(total: int) -> str:
    """Return a number of chips in a narrow place: the whole up to 9,999, then thousands."""
    if total < 10_000:  # noqa: PLR2004 - five figures are wide
        return write(chips(total))
    return _("{n} k").format(n=write(chips(round(total / 1000))))
