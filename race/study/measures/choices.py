"""Do choices matter? The orders a founder could give in one month, each followed in forks of the game.

A position is sampled from a bot's game. Some orders of different kinds are drawn there, as sensible and
legal as the random founder's; each is given once, and the bot goes on as ever for a year and a half at
most, in the same imagined futures for all orders, with no more than the founder knows. What is best is
chosen in one half of the futures and judged in the other, both ways round, since the best of many noisy
figures looks better than it is. Orders that were not drawn may be better still: the gain is a lower bound.
"""

from collections.abc import Sequence
from typing import Final

import msgspec
import numpy as np

from race.core.chance import Chance, Stream
from race.core.commands import Command, SellLab
from race.core.ids import Seat
from race.core.legality import refusal
from race.core.view import FounderView, View
from race.policy.founders.legal import legal
from race.policy.founders.random_founder import FOUNDER_DRAWS
from race.policy.policy import Policy
from race.scenario.load import Scenario
from race.sim.cast import founder_seat
from race.sim.imagined import Imagined
from race.sim.race_model import RaceModel
from race.study.compare import Interval, mean

DRAWS: Final = 8
"""Futures in which each order is followed."""
AHEAD: Final = 18
"""Months that a future is played at most."""
ORDERS: Final = 8
"""Orders that are weighed beside going on as ever."""
_TRIES: Final = 80
"""Orders that are drawn at most, those that are refused and those of a kind already drawn among them."""
MATTERS: Final = 10.0
SAME: Final = 5.0
FORCED: Final = 200.0
"""Points of score, of 1,000: a gain that matters, orders that are all the same, one that is far ahead."""
_SOME: Final = 3
"""Orders, going on as ever among them, below which there is nothing to choose from."""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """The orders of one month, weighed against one another in points of score (0-1000)."""

    founder: str
    seed: int
    month: int
    orders: tuple[str, ...]
    """Kinds of the orders; the first is none: going on as ever."""
    best: str
    """The kind of the highest mean over all futures."""
    gain: Interval
    """What the best brings more than the median order, over futures."""
    span: float
    """What the best brings more than the worst."""
    lead: float
    """What the best brings more than the next."""


class First:
    """Give one order first in one month; before and after, do as another founder does."""

    def __init__(self, order: Command | None, month: int, founder: Policy) -> None:
        """Take the order (none: do as ever), its month and the founder who goes on."""
        self.order, self.month, self.founder = order, month, founder

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return the month's orders."""
        usual = self.founder.decide(view, luck)
        if self.order is None or view.board.month != self.month:
            return usual
        return legal(view, [self.order, *usual])


def weigh_orders(
    world: Scenario, founder: str, seed: int, month: int, *, draws: int = DRAWS
) -> Choice | None:
    """Weigh the orders of one month of a bot's game; None when the game is over by then or offers too few."""
    policy = founder_seat(world, founder)
    game = RaceModel(world, policy, seed, collect=False)
    try:
        while game.world.ending is None and game.world.month < month:
            game.step()
        view = game.view(Seat.FOUNDER)
        if game.world.ending is not None or not isinstance(view, FounderView):
            return None
        orders: list[Command | None] = [None, *drawn(view, Chance(seed).stream(month, "orders to weigh"))]
        if len(orders) < _SOME:
            return None
        futures, left = Imagined(game), min(AHEAD, world.file.months - month)
        worth = [futures.worth(First(order, month, policy), left, draws) for order in orders]
    finally:
        game.close()
    kinds = tuple("" if order is None else type(order).__name__ for order in orders)
    gains, span, lead = gained(worth)
    return Choice(
        founder=founder,
        seed=seed,
        month=month,
        orders=kinds,
        best=kinds[int(np.argmax(np.mean(worth, axis=1)))],
        gain=mean(gains),
        span=span,
        lead=lead,
    )


def drawn(view: FounderView, luck: Stream) -> list[Command]:
    """Return some legal orders of different kinds; the lab's sale is none of them, since it ends the game."""
    found: dict[type, Command] = {}
    for _ in range(_TRIES):
        order = luck.choose(FOUNDER_DRAWS)(view, luck)
        if type(order) in found or isinstance(order, SellLab) or refusal(view, (), order) is not None:
            continue
        found[type(order)] = order
        if len(found) == ORDERS:
            break
    return list(found.values())


def gained(worth: Sequence[Sequence[int]]) -> tuple[list[float], float, float]:
    """Return what the best order gains on the median one in each future, and on the worst and the next.

    `worth` has the scores, shape (orders, futures). Each half of the futures is judged by the ranking of
    the other, so that a figure of nothing but noise is 0 in the mean.

    >>> gained([[500, 500, 500, 500], [530, 530, 530, 530], [510, 510, 510, 510]])
    ([20.0, 20.0, 20.0, 20.0], 30.0, 20.0)
    """
    table = np.asarray(worth, dtype=float)
    halves = (np.arange(table.shape[1]) % 2 == 0, np.arange(table.shape[1]) % 2 == 1)
    found = np.zeros((3, table.shape[1]))
    for chosen, judged in (halves, halves[::-1]):
        order = np.argsort(-table[:, chosen].mean(axis=1), kind="stable")
        best, others = order[0], (order[len(order) // 2], order[-1], order[1])
        found[:, judged] = [table[best, judged] - table[other, judged] for other in others]
    return [float(gain) for gain in found[0]], float(found[1].mean()), float(found[2].mean())
