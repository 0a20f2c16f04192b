"""What the lab has signed and still has to pay, month by month, and how long its cash lasts with it.

Signed are sites under way, chips on their way, loans and leases. What users bring, and what wages and power
take, goes on as in the last month; interest on loans falls as they are repaid; interest on the loan on the
founder's shares, which the lab's result leaves out, goes on as the loan stands.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

import msgspec
from msgspec.structs import replace

from race.core import commands as c
from race.core.formulas.house.stake import interest_of_month
from race.core.formulas.passing.diversion import rent_due
from race.core.formulas.race.chips import part_due
from race.core.formulas.race.loans import instalment, interest_of
from race.core.ids import Firm
from race.core.legality.purse import quoted_site
from race.core.view import FounderView, LabView
from race.core.words import UNCOUNTED
from race.core.world.books import Site

LONGEST: Final = UNCOUNTED
"""Months that are looked ahead at most; cash that lasts so long lasts."""
Payments = Mapping[int, int]
"""Whole dollars due in a month, by the month's number."""


class Bill(msgspec.Struct, frozen=True, kw_only=True):
    """What is due in one month, whole dollars, and the cash that is left of it at last month's pace."""

    month: int
    sites_usd: int
    chips_usd: int
    loans_usd: int
    leases_usd: int
    interest_usd: int
    """Interest on the loan on shares; it has no end."""
    left_usd: int

    @property
    def signed_usd(self) -> int:
        """Return what is due in the month of what ends: all but interest."""
        return self.sites_usd + self.chips_usd + self.loans_usd + self.leases_usd

    @property
    def total_usd(self) -> int:
        """Return all that is due in the month."""
        return self.signed_usd + self.interest_usd


def parts_of(cost_usd: int, first: int, last: int) -> dict[int, int]:
    """Return what is paid each month for what is built from a month to another, both included.

    >>> parts_of(1_000, 4, 6)
    {4: 333, 5: 333, 6: 334}
    """
    due, left = {}, cost_usd
    for month in range(first, last + 1):
        due[month] = part_due(left, last - month + 1)
        left -= due[month]
    return due


def of_site(view: LabView, order: c.BuildSite) -> dict[int, int]:
    """Return what an ordered site would take of its company, if nothing slips."""
    wait, each = quoted_site(view, order)
    start = view.board.month + 1
    return parts_of(int(order.power_kw * each), start, start + wait)


def bills(view: FounderView, most: int = LONGEST) -> tuple[Bill, ...]:
    """Return what is signed for each of the coming months, the next first."""
    now, own = view.board.month, view.own
    sites = _sum(_of_standing(site, now) for site in own.depot.sites)
    chips: Counter[int] = Counter()
    for line in view.lines:
        if line.payer is view.firm:
            chips[max(line.due, now + 1)] += line.quantity * line.unit_price_usd - line.deposit_usd
    loans, owed = _loans(view, most)
    saved = _interest_saved(view, owed)
    leases = [act for act in view.affairs.acts if act.rent_usd and act.outstanding]
    interest = interest_of_month(view.board.rules, view.carmaker.pledge_usd)
    found, cash = [], own.cash_usd
    for month in range(now + 1, now + most + 1):
        bill = Bill(
            month=month,
            sites_usd=sites[month],
            chips_usd=chips[month],
            loans_usd=loans[month],
            leases_usd=sum(rent_due(act, month) for act in leases),
            interest_usd=interest,
            left_usd=0,
        )
        cash += _pace(view) + saved[month] - bill.total_usd
        found.append(replace(bill, left_usd=cash))
    return tuple(found)


def lasts(view: FounderView) -> int:
    """Return the whole months that the lab's cash lasts with all that is signed, 0 to `LONGEST`."""
    return next((place for place, bill in enumerate(bills(view)) if bill.left_usd < 0), LONGEST)


def _pace(view: LabView) -> int:
    """Return what a month like the last brings, whole dollars: purchases, rounds and loans aside."""
    return view.own.result_usd + view.own.parent_usd


def _of_standing(site: Site, now: int) -> dict[int, int]:
    return parts_of(site.cost_usd, now + 1, site.ready) if site.cost_usd > 0 else {}


def _loans(view: LabView, most: int) -> tuple[Counter[int], Counter[int]]:
    """Return what is repaid in each coming month, and what is owed as it begins."""
    repaid, owed, now = Counter[int](), Counter[int](), view.board.month
    for loan in view.own.loans:
        left = loan.left_usd
        for month in range(max(now + 1, loan.month), now + most + 1):
            owed[month] += left
            if month > loan.month:  # nothing in the month in which it is taken
                part = instalment(view.board.rules.money, loan.amount_usd, left)
                repaid[month] += part
                left -= part
    return repaid, owed


def _interest_saved(view: LabView, owed: Counter[int]) -> dict[int, int]:
    """Return by how much a month's interest on loans will be less than last month's, whole dollars."""
    money, now = view.board.rules.money, view.board.month
    last = interest_of(money, sum(loan.left_usd for loan in view.own.loans if loan.month <= now))
    return {month: last - interest_of(money, owed[month]) for month in range(now + 1, now + LONGEST + 1)}


def _sum(payments: Iterable[Payments]) -> Counter[int]:
    found: Counter[int] = Counter()
    for each in payments:
        found.update(each)
    return found


def paid_by_the_lab(order: c.BuildSite | c.OrderChips) -> bool:
    """Tell whether the lab pays for an order, not the carmaker."""
    return order.company is not Firm.TESLA
