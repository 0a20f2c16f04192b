"""A rival lab: well managed, and then itself: it counters, waits, raids, cuts prices, complains.

Each choice reads only the view: the league, last month's news, estimates of fleets, permits, its own
books. All other labs are rivals alike; who has offended is remembered.
"""

from typing import Final

from race.core.chance import Stream
from race.core.commands import Command, Hire, Lobby, PublishRelease, SetPrice
from race.core.events import Happening
from race.core.ids import PPM, Firm, Mood
from race.core.view import LabView, View
from race.policy.feeling import Feeling, feel
from race.policy.lab_management import WORTH_RELEASING, manage_lab, opens
from race.policy.style import Style

COUNTER: Final = 0.4
"""Chance to answer at once when another takes the lead, with a candidate ready."""
NEAR_ELO: Final = 25.0
"""A release of another lab this near, ahead or behind, makes a lab hurry, Elo."""
SANDBAG_LEAD: Final = 25.0
SANDBAG_MONTHS: Final = 2
CUT: Final = 700_000
"""Price of a lab that sells on price, ppm of the usual."""
LOW: Final = 3
"""Place in the league from which a lab sells on price."""
TOP: Final = 2
"""Places at the top: whose sites are complained about, who sells at the usual price."""
EAGER: Final = {Mood.LEADING: 0.05, Mood.CALM: 0.08, Mood.PRESSED: 0.15, Mood.ALARMED: 0.25}
"""How readily a greedy lab raids another, chance a month."""
RICH: Final = 40
"""Researchers whose price a lab must have in the bank to raid for any."""
SCANDALS: Final = (Happening.LEAK, Happening.INCIDENT, Happening.SUIT)


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
        style, feeling = self.style, feel(view)
        orders = manage_lab(view, style, luck, feeling)
        if not view.board.rules.switches.tempers:
            return tuple(orders)
        return (
            *_time_release(view, style, orders, feeling, luck),
            *_set_price(view, style, feeling, luck),
            *_raid(view, style, feeling, luck),
            *_complain(view, luck),
        )


def _time_release(
    view: LabView, style: Style, orders: list[Command], feeling: Feeling, luck: Stream
) -> list[Command]:
    """Answer a new leader or a near release at once, or hold a release back while the lead is comfortable."""
    candidate, board = view.own.candidate, view.board
    draw = luck.uniform()
    if candidate is None:
        return orders
    best = max([release.elo_published for release in view.own.releases], default=0.0)
    lost = any(event.kind is Happening.LEADER_CHANGE and event.firm is not view.firm for event in board.news)
    hurried = candidate.elo > best + WORTH_RELEASING and _threatened(view, best)
    waiting = board.month + 1 - candidate.finished
    planned = next((order for order in orders if isinstance(order, PublishRelease)), None)
    if planned is None and (lost or hurried) and not board.regulated and draw < COUNTER:
        tested = waiting > board.rules.race.test_months
        return [PublishRelease(open_weights=opens(view, style), tested=tested), *orders]
    if planned is not None and feeling.lead > SANDBAG_LEAD and waiting <= SANDBAG_MONTHS + 1:
        return [order for order in orders if order is not planned]
    return orders


def _threatened(view: LabView, best: float) -> bool:
    """Return whether another lab's release of last month came near: then tests are cut short."""
    return any(
        event.kind is Happening.RELEASE
        and event.firm is not view.firm
        and abs(event.numbers["score"] - best) < NEAR_ELO
        for event in view.board.news
    )


def _set_price(view: LabView, style: Style, feeling: Feeling, luck: Stream) -> list[Command]:
    """Cut the price by a third when third or lower; go back to the usual price at the top."""
    level, draw = view.own.price_level, luck.uniform()
    if not view.board.rules.switches.pricing:
        return []
    if feeling.place >= LOW and level > CUT and draw < 0.15 * style.greed:
        return [SetPrice(level=CUT)]
    if feeling.place <= TOP and level < PPM:
        return [SetPrice(level=PPM)]
    return []


def _raid(view: LabView, style: Style, feeling: Feeling, luck: Stream) -> list[Command]:
    """Raid whom it resents, a lab in a scandal, or one of the lower half, where people are least happy."""
    draw, angry, pick, people = luck.uniform(), luck.uniform(), luck.uniform(), luck.below(4)
    price = view.board.rules.money.poach_usd
    if (
        not view.board.rules.switches.poaching
        or view.own.cash_usd < RICH * price
        or draw >= EAGER[feeling.mood] * style.greed
    ):
        return []
    target = _worst(view)
    if target is not None and angry >= min(0.5, 0.2 * view.own.grudges[target] / PPM):
        target = None
    others = [line.firm for line in view.board.league if line.firm is not view.firm]
    target = (
        target or _scandal(view) or others[len(others) // 2 + int(pick * (len(others) - len(others) // 2))]
    )
    return [] if target is view.firm else [Hire(researchers=3 + people, source=target)]


def _worst(view: LabView) -> Firm | None:
    """Return the lab that is resented most, None without any ill will."""
    grudges = view.own.grudges
    return max(grudges, key=lambda firm: grudges[firm]) if grudges else None


def _scandal(view: LabView) -> Firm | None:
    """Return a lab that is in the news for what it would rather not be."""
    found = [event.firm for event in view.board.news if event.kind in SCANDALS]
    return next((firm for firm in found if firm is not None and firm not in (view.firm, Firm.TESLA)), None)


def _complain(view: LabView, luck: Stream) -> list[Command]:
    """Complain about the sites of a resented lab while it is in the top two and builds something."""
    draw, target = luck.uniform(), _worst(view)
    if target is None or not view.board.rules.switches.lobbying:
        return []
    pays = target in [line.firm for line in view.board.league[:TOP]]
    builds = any(permit.firm is target for permit in view.board.permits)
    hazard = min(0.5, 0.06 * view.own.grudges[target] / PPM)
    return [Lobby(target=target)] if pays and builds and draw < hazard else []
