"""A rival lab: well managed, and then itself: it counters, waits, raids, cuts prices, complains.

Each choice reads only the view: the league, last month's news, estimates of fleets, permits, its own
books. All other labs are rivals alike; who has offended is remembered.
"""

from typing import Final

from race.core.chance import Stream
from race.core.commands import BuildSite, Command, OrderChips, PublishRelease
from race.core.events import Happening
from race.core.view import LabView, View
from race.policy.feeling import Feeling, feel
from race.policy.lab_management import manage_lab, opens
from race.policy.rivals.moves import announce, complain, raid, set_pay, set_price
from race.policy.style import Style

_LEADER_CHANGE: Final = Happening.LEADER_CHANGE
_RELEASE: Final = Happening.RELEASE


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
        style, blur, tempers = self.style, 1.0, view.board.rules.tempers
        if style.misjudged:
            blur = max(tempers.blur_least, 1.0 + luck.normal(0.0, style.misjudged))
        feeling = feel(view, style.heard, blur)
        orders = manage_lab(view, style, luck, feeling)
        if style.misplans and luck.uniform() < style.misplans:
            orders = [order for order in orders if not isinstance(order, OrderChips | BuildSite)]
        if style.dawdles and luck.uniform() < style.dawdles:
            orders = [order for order in orders if not isinstance(order, PublishRelease)]
        if not view.board.rules.switches.tempers:
            return tuple(orders)
        given = orders if view.own.candidate is None else _time_release(view, style, orders, feeling, luck)
        return (
            *given,
            *set_price(view, style, feeling, luck),
            *set_pay(view, feeling),
            *complain(view, luck),
            *announce(view, style, orders, luck),
            *raid(view, style, feeling, luck),
        )


def _time_release(
    view: LabView, style: Style, orders: list[Command], feeling: Feeling, luck: Stream
) -> list[Command]:
    """Answer a new leader or a near release at once; hold back while the lead is safe or the show stolen."""
    candidate, board, tempers = view.own.candidate, view.board, view.board.rules.tempers
    if candidate is None:
        return orders
    draw = luck.uniform()
    waiting = board.month + 1 - candidate.finished
    if orders and isinstance(orders[0], PublishRelease):  # a release comes first
        waits = waiting <= tempers.held_back + 1 and (
            feeling.lead > tempers.safe_lead or (draw < tempers.outshone and _outshone(view, candidate.elo))
        )
        return orders[1:] if waits else orders
    if draw < style.counters and not board.regulated and _provoked(view, candidate.elo, style.releases_for):
        tested = waiting > board.rules.race.test_months
        return [PublishRelease(open_weights=opens(view, style), tested=tested), *orders]
    return orders


def _provoked(view: LabView, elo: float, gain: float) -> bool:
    """Return whether another lab took the lead last month, or released near what `elo` beats by `gain`."""
    own, near = view.own.best(), view.board.rules.tempers.near
    best = 0.0 if own is None else own.elo_published
    better = elo > best + gain
    for event in view.board.news:
        if event.firm is not view.firm:
            if event.kind is _LEADER_CHANGE:
                return True
            if better and event.kind is _RELEASE and abs(event.numbers["score"] - best) < near:
                return True
    return False


def _outshone(view: LabView, candidate: float) -> bool:
    """Return whether another lab's new release of last month is about what one would show, or better."""
    near, far = view.board.rules.tempers.near, view.board.rules.tempers.near_better
    for event in view.board.news:
        if event.kind is _RELEASE and event.firm is not view.firm and not event.numbers["refresh"]:
            ahead = event.numbers["score"] - candidate
            if -near < ahead < far * near:
                return True
    return False
