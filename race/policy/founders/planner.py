"""The planner: a founder who imagines futures before choosing how to go on.

It knows what the founder knows. Every few months it plays each of its plans in the same few imagined
futures, plays the best of them in some more, and follows the one whose futures score best, until it
plans again. It is the yardstick of skill: a good player should do as well, and no simple habit should.
"""

from typing import Final, Protocol

from msgspec.structs import replace

from race.core.chance import Stream
from race.core.commands import Command
from race.core.ids import Terms, Thing
from race.core.view import FounderView, View
from race.policy.founders.archetypes import HABITS, Archetype
from race.policy.founders.habits import Habit
from race.policy.policy import Policy
from race.policy.style import Style

REPLANS: Final = 6
"""Months from one plan to the next."""
AHEAD: Final = 18
"""Months that a future is played at most."""
DRAWS: Final = 4
"""Futures for each plan: the same ones for all."""
FINALISTS: Final = 3
"""Plans that are played in more futures before one is chosen."""


class Futures(Protocol):
    """What a planner can ask: how a plan would end, in futures that the founder can imagine."""

    def worth(self, plan: Policy, months: int, draws: int, *, first: int = 0) -> list[int]:
        """Return the score (0-1000) of each imagined future from `first` on under a plan, shape (draws,)."""
        ...


def plans() -> dict[str, Habit]:
    """Return the ways to treat the owners that a planner weighs against one another."""
    steward, swapper = HABITS["steward"], HABITS["swapper"]
    return {
        "steward": steward,
        "opportunist": HABITS["opportunist"],
        "swapper": swapper,
        "sharer": replace(swapper, invests=True, boldness=0.8, temper=0),
        # all that may be told: the first offer by swap, a loan, people and records announced beforehand
        "gatherer": replace(
            swapper,
            quota=0.0,
            boldness=0.8,
            things=(Thing.RESEARCHERS, Thing.DATA),
            invests=True,
            pledges=True,
            temper=0,
        ),
        "open": replace(swapper, terms=Terms.DISCLOSED, quota=0.2, invests=True, temper=0),
        "borrower": replace(steward, pledges=True),
        "promiser": HABITS["promiser"],
    }


def ways(style: Style) -> dict[str, Style]:
    """Return the ways to run the lab that a planner weighs: as its means say, and some beside them."""
    return {
        "as ever": style,
        "train": replace(style, training=style.training + 120_000, research=style.research - 120_000),
        "research": replace(style, training=style.training - 120_000, research=style.research + 120_000),
        "short runs": replace(
            style, run_months=max(1, style.run_months - 1), cycle_months=max(1, style.cycle_months - 1)
        ),
        "often": replace(style, cycle_months=max(style.run_months, style.cycle_months - 1)),
        "greedy": replace(style, greed=1.0),
        "spend": replace(style, chips_part=min(1_000_000, style.chips_part + 120_000)),
        "save": replace(style, chips_part=style.chips_part - 150_000),
    }


class Planner:
    """A founder who looks ahead; one to a game, since it remembers the plan it follows."""

    def __init__(self, style: Style, draws: int = DRAWS, ahead: int = AHEAD) -> None:
        """Take the lab's means, the futures for each plan and the months each is played."""
        self.base = style
        self.draws = draws
        self.ahead = ahead
        self.habit, self.style = HABITS["steward"], style
        self._made = -1

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return this month's orders by the plan that is followed now."""
        return Archetype(self.habit, self.style).decide(view, luck)

    def look_ahead(self, view: FounderView, futures: Futures) -> None:
        """Choose the plan to follow, if it is time: how to treat the owners, then how to run the lab."""
        month = view.board.month
        if 0 <= self._made <= month < self._made + REPLANS:
            return
        self._made = month
        months = min(self.ahead, view.board.setting.months - month)
        self.habit = _best(
            {name: (habit, self.style) for name, habit in plans().items()}, futures, months, self.draws
        )[0]
        self.style = _best(
            {name: (self.habit, style) for name, style in ways(self.base).items()},
            futures,
            months,
            self.draws,
        )[1]


def _best(
    options: dict[str, tuple[Habit, Style]], futures: Futures, months: int, draws: int
) -> tuple[Habit, Style]:
    """Return the option of the highest mean score; of equals, the first."""
    worth = {name: sum(futures.worth(Archetype(*option), months, draws)) for name, option in options.items()}
    better = sorted(worth, key=worth.__getitem__, reverse=True)[:FINALISTS]
    for name in better:
        worth[name] += sum(futures.worth(Archetype(*options[name]), months, draws, first=draws))
    return options[max(better, key=worth.__getitem__)]
