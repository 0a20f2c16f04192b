"""What investors will value the lab at when the month ends, as a range, by the law they value it by.

Known are what falls due, what is booked, the chips that start and those that fail, and the price that
investors follow; the range is what users and firms may bring more by then. The place in the league is
today's: who releases what in a month is nobody's to know.
"""

from typing import Final

from msgspec.structs import replace

from race.core.formulas.race.chips import failing_of
from race.core.formulas.race.money import booked_chips, chip_worth, round_usd
from race.core.formulas.race.worth import appraise, housed
from race.core.view import FounderView
from race.core.world import Batch, Depot
from race.session.preview.bills import bills
from race.session.preview.ranges.compute import computing

_SWING: Final = 2.0
"""Times the usual growth of its revenue by which a lab's may have grown in a month, at the most."""


def raised(view: FounderView) -> tuple[int, int]:
    """Return the least and the most that a round would bring at the end of the month, whole dollars."""
    low, high = valued(view)
    return round_usd(view.board.rules.money, low), round_usd(view.board.rules.money, high)


def valued(view: FounderView, *, passed: bool = False) -> tuple[int, int]:
    """Return the least and the most that the lab will be worth by then before a round, whole dollars.

    It keeps its place, or is `passed` by so many that it is not among the first any more.
    """
    board, own, money = view.board, view.own, view.board.rules.money
    due = bills(view, 1)[0]
    paid = due.sites_usd + due.leases_usd + due.interest_usd  # a loan that is repaid is no longer owed
    usual = own.usual_usd + int((own.revenue_usd - own.usual_usd) * money.revenue_memory)
    depot = _settled(view)
    booked = booked_chips(money, list(view.lines), board.month + 1).get(view.firm, 0.0)
    grown = _SWING * max(0.0, usual / max(1, own.usual_usd) - 1.0)
    ends = [
        appraise(
            board.rules,
            replace(
                own,
                depot=depot,
                cash_usd=own.cash_usd + own.result_usd + own.parent_usd - paid - chips,
                usual_usd=usual,
                revenue_usd=int(own.revenue_usd * (1.0 + more)),
            ),
            housed(money, depot, booked, board.kw_of, board.each_kw),
            _worth(view),
            max(_rank(view), money.top_ranks + 1) if passed else _rank(view),
        ).total()
        for chips, more in ((due.chips_usd, 0.0), (0, grown))  # late chips are not paid yet
    ]
    return ends[0], ends[1]


def _settled(view: FounderView) -> Depot:
    """Return the lab's chips as they will stand: what finds power has started, the oldest have failed."""
    depot = view.own.depot
    starts = computing(view, view.board.month + 1, sure=True) - depot.running()
    gone = {batch.id: lost for batch, lost in failing_of(view.board.rules, depot, view.board.month + 1)}
    home = next((site.id for site in depot.sites if not site.hosted), None)
    batches: list[Batch] = []
    for batch in depot.batches:
        left = batch.quantity - gone.get(batch.id, 0)
        moved = min(left, max(0, starts)) if batch.site is None and home is not None else 0
        starts -= moved
        parts = ((moved, home), (left - moved, batch.site))
        batches += [replace(batch, quantity=part, site=site) for part, site in parts if part > 0]
    return replace(depot, batches=batches)


def _worth(view: FounderView) -> float:
    """Return what investors will reckon for a chip that runs, US dollars: they follow the price slowly."""
    board, money = view.board, view.board.rules.money
    prices = board.setting.chip_price_usd[: board.month + 1]
    mark = prices[0]
    for price in (*prices[1:], prices[-1]):  # the coming month's is taken to be today's
        mark += int((price - mark) * money.mark_drift)
    return chip_worth(money, mark)


def _rank(view: FounderView) -> int:
    """Return the lab's place in the published league today, 1 is best."""
    others = [line.elo_published for line in view.board.league if line.firm is not view.firm]
    return 1 + sum(score > view.own.published() for score in others)
