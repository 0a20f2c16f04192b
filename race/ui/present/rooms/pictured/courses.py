"""The course of an account of your two companies, month by month: what a line of the books was before."""

from dataclasses import dataclass
from typing import Final

from race.core.ids import Firm
from race.core.receipts import Account
from race.session.session import Session
from race.speech import _, name
from race.ui.present import league
from race.ui.present.ahead.charts import ticks_of
from race.ui.present.figures import labels

_SHOWN: Final = {
    "two.fleet": ((Firm.XAI, Account.CHIPS), (Firm.TESLA, Account.CHIPS)),
    "two.worth": ((Firm.XAI, Account.VALUATION), (Firm.TESLA, Account.PRICE)),
    "two.out": ((Firm.XAI, Account.USERS),),
}
"""Which accounts a line of the books shows."""
_USUAL: Final = ((Firm.XAI, Account.CASH), (Firm.TESLA, Account.CASH))
"""What every other line shows."""
_SCALES: Final = {
    Account.CASH: 1e-9,
    Account.VALUATION: 1e-9,
    Account.CHIPS: 1e-3,
    Account.PRICE: 1e-2,
    Account.USERS: 1e-3,
}
"""What an account's amounts are multiplied by for its axis."""


@dataclass(frozen=True, slots=True)
class Course:
    """An account over the months so far.

    Attributes:
        firm: key of the company.
        name: its name.
        title: what the account is.
        values: one value a month from the opening on, in the unit of the axis.
        low: value at the bottom of the axis.
        high: value at its top.
        ticks: values of the axis with their labels.
        unit: how a value is written, with `{n}` for the number.
        months: labels of the axis.
    """

    firm: str
    name: str
    title: str
    values: tuple[float, ...]
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    unit: str
    months: tuple[str, ...]


def courses(session: Session, line: str) -> tuple[Course, ...]:
    """Return the courses that go with a line of the books; none before two months have been played."""
    shown = _SHOWN.get(line, _USUAL)
    found = (_course(session, firm, account) for firm, account in shown)
    return tuple(course for course in found if course is not None)


def trusted(session: Session) -> tuple[Course, ...]:
    """Return the course of the holders' trust; none before a month has been played."""
    values = tuple(report.trust_ppm / 1e4 for report in session.reports)
    if len(values) < 2:  # noqa: PLR2004 - a line needs two ends
        return ()
    axis = low, high, _step = league.scale(min(values), max(values))
    return (
        Course(
            Firm.TESLA.value,
            _("Trust"),
            _("Trust of the holders"),
            values,
            low,
            high,
            ticks_of(axis, _("{n} %")),
            _("{n} %"),
            tuple(league.axis_month(report.month) for report in session.reports),
        ),
    )


def _course(session: Session, firm: Firm, account: Account) -> Course | None:
    kept = [
        balance
        for report in session.reports
        for balance in report.balances
        if balance.firm is firm and balance.account is account
    ]
    if len(kept) < 2:  # noqa: PLR2004 - a line needs two ends
        return None
    scale = _SCALES[account]
    values = tuple(scale * amount for amount in (kept[0].before, *(balance.now for balance in kept)))
    low, high, step = league.scale(
        min(values) if account is Account.PRICE else min(0.0, *values), max(0.5, *values)
    )
    unit = _units()[account]
    last = session.reports[-1].month
    return Course(
        firm.value,
        name(firm),
        labels()[firm, account][0],
        values,
        low,
        high,
        ticks_of((low, high, step), unit),
        unit,
        tuple(league.axis_month(month) for month in range(last - len(values) + 1, last + 1)),
    )


def _units() -> dict[Account, str]:
    billions = _("${n} B")
    return {
        Account.CASH: billions,
        Account.VALUATION: billions,
        Account.CHIPS: _("{n} k"),
        Account.PRICE: _("${n}"),
        Account.USERS: _("{n} M"),
    }
