"""A rival lab: well managed, and then itself: it counters, waits, raids, cuts prices, complains.

Each choice reads only the view: the league, last month's news, estimates of fleets, its own books.
"""

from typing import Final

from race.core.chance import Stream
from race.core.commands import Command, Hire, Lobby, OrderChips, PublishRelease, SetPrice
from race.core.events import Happening
from race.core.ids import PPM, Firm, Generation, Mood
from race.core.view import LabView, View
from race.policy.lab_management import WORTH_RELEASING, Style, lead_of, manage_lab, opens

COUNTER: Final = 0.4
"""Chance to answer at once when another takes the lead, with a candidate ready."""
NEAR_ELO: Final = 25.0
"""A newcomer this near, ahead or behind, makes a lab hurry, Elo."""
SANDBAG_LEAD: Final = 25.0
SANDBAG_MONTHS: Final = 2
CUT: Final = 700_000
"""Price of a lab that sells on price, ppm of the usual."""
LARGE_SITE_KW: Final = 50_000


class RivalPolicy:
    """Run a rival lab by its style."""

    def __init__(self, style: Style) -> None:
        """Take the lab's means and temper."""
        self.style = style

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return the rival's orders of the month, most important first."""
        if not isinstance(view, LabView):
            message = "a rival needs a lab's view"
            raise TypeError(message)
        style = self.style
        orders = [_react(view, order) for order in manage_lab(view, style, luck)]
        orders = _time_release(view, style, orders, luck)
        return (
            *orders,
            *_set_price(view, style, luck),
            *_raid(view, style, luck),
            *_complain(view, luck),
        )


def _react(view: LabView, order: Command) -> Command:
    """Order more when the player's lab breaks ground for a large site or already runs more chips."""
    if not isinstance(order, OrderChips) or order.generation is Generation.OWN_SILICON:
        return order
    permit = any(
        event.kind is Happening.SITE_STARTED
        and event.firm is Firm.XAI
        and event.numbers["power_kw"] >= LARGE_SITE_KW
        for event in view.board.news
    )
    larger = view.board.fleets[Firm.XAI] > view.board.fleets[view.firm]
    factor = (1.25 if permit else 1.0) * (1.1 if larger else 1.0)
    quantity = min(int(order.quantity * factor), view.board.supply)
    return OrderChips(company=order.company, generation=order.generation, quantity=quantity)


def _time_release(view: LabView, style: Style, orders: list[Command], luck: Stream) -> list[Command]:
    """Answer a new leader at once, or hold a release back while the lead is comfortable."""
    candidate, board = view.own.candidate, view.board
    if candidate is None:
        return orders
    best = max((release.elo_published for release in view.own.releases), default=0.0)
    lost = any(event.kind is Happening.LEADER_CHANGE and event.firm is not view.firm for event in board.news)
    hurried = _threatened(view, best) and candidate.elo > best + WORTH_RELEASING
    waiting = board.month + 1 - candidate.finished
    planned = next((order for order in orders if isinstance(order, PublishRelease)), None)
    if planned is None and (lost or hurried) and not board.regulated and luck.happens(COUNTER):
        tested = waiting > board.rules.race.test_months
        return [PublishRelease(open_weights=opens(view, style), tested=tested), *orders]
    if planned is not None and lead_of(view) > SANDBAG_LEAD and waiting <= SANDBAG_MONTHS + 1:
        return [order for order in orders if order is not planned]
    return orders


def _threatened(view: LabView, best: float) -> bool:
    """Return whether the newcomer's lab has come near: then tests are cut short."""
    newcomer = next((line for line in view.board.league if line.firm is Firm.XAI), None)
    return newcomer is not None and abs(newcomer.elo_published - best) < NEAR_ELO


def _rank(view: LabView) -> int:
    return next(
        (place for place, line in enumerate(view.board.league, 1) if line.firm is view.firm),
        len(view.board.league),
    )


def _set_price(view: LabView, style: Style, luck: Stream) -> list[Command]:
    """Cut the price by a third when third or lower; go back to the usual price at the top."""
    level, rank = view.own.price_level, _rank(view)
    if rank >= 3 and level > CUT and luck.happens(0.15 * style.greed):  # noqa: PLR2004 - third or lower
        return [SetPrice(level=CUT)]
    if rank <= 2 and level < PPM:  # noqa: PLR2004 - back at the top
        return [SetPrice(level=PPM)]
    return []


def _raid(view: LabView, style: Style, luck: Stream) -> list[Command]:
    """Raid the lab where people are least happy: low in the league, or in a scandal."""
    eager = {Mood.LEADING: 0.05, Mood.CALM: 0.08, Mood.PRESSED: 0.15, Mood.ALARMED: 0.25}[view.own.mood]
    price = view.board.rules.money.poach_usd
    if view.own.cash_usd < 40 * price or not luck.happens(eager * style.greed):
        return []
    scandal = any(
        event.firm is Firm.XAI and event.kind in (Happening.LEAK, Happening.INCIDENT, Happening.SUIT)
        for event in view.board.news
    )
    angry = luck.happens(min(0.5, 0.2 * view.own.grudge / PPM))
    others = [line.firm for line in view.board.league if line.firm is not view.firm]
    target = Firm.XAI if scandal or angry else others[len(others) // 2 + luck.below(len(others) // 2)]
    return [] if target is view.firm else [Hire(researchers=3 + luck.below(4), source=target)]


def _complain(view: LabView, luck: Stream) -> list[Command]:
    """Complain about the player's sites while the player is in the top two and remembered for insults."""
    top = [line.firm for line in view.board.league[:2]]
    hazard = min(0.5, 0.06 * view.own.grudge / PPM)
    return [Lobby(target=Firm.XAI)] if Firm.XAI in top and luck.happens(hazard) else []
