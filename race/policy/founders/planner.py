"""The planner: a founder who imagines futures before choosing how to go on.

It knows what the founder knows. Every few months it plays each of its plans in the same few imagined
futures, plays the best of them and the one it follows in some more, and changes plan if another one is
clearly better in them. It begins with the best habit made by hand and is the yardstick of skill: a good
player should do as well.
"""

from math import sqrt
from statistics import fmean, stdev
from typing import Final, Protocol

from msgspec.structs import replace

from race.core.chance import Stream
from race.core.commands import Command
from race.core.ids import Thing
from race.core.view import FounderView, View
from race.policy.founders.archetypes import BUILDER, DIPLOMAT, HABITS, Archetype
from race.policy.founders.habits import Habit
from race.policy.policy import Policy
from race.policy.style import Style

REPLANS: Final = 6
"""Months from one plan to the next."""
AHEAD: Final = 18
"""Months that a future is played at most."""
DRAWS: Final = 3
"""Futures for each plan: the same ones for all."""
FINALISTS: Final = 2
"""Other plans that are played on beside the one that is followed."""
LONGER: Final = 3
"""Times as many futures as before in which they are."""
CLEAR: Final = 1.0
"""Standard errors by which another plan must be better to be taken up."""

FIRST: Final = ("builder", "short runs")
"""The plan that it begins with: how to treat the owners, and how to run the lab."""


class Futures(Protocol):
    """What a planner can ask: how a plan would end, in futures that the founder can imagine."""

    def worth(self, plan: Policy, months: int, draws: int, *, first: int = 0) -> list[int]:
        """Return the score (0-1000) of each imagined future from `first` on under a plan, shape (draws,)."""
        ...


def plans() -> dict[str, Habit]:
    """Return the ways to treat the owners that a planner weighs against one another."""
    swapper = HABITS["swapper"]
    return {
        "builder": BUILDER,
        # all that may be told: people and records announced beforehand, too
        "gatherer": replace(BUILDER, swears=False, things=(Thing.RESEARCHERS, Thing.DATA)),
        "diplomat": DIPLOMAT,
        "steward": HABITS["steward"],
        "opportunist": HABITS["opportunist"],
        "swapper": swapper,
        "sharer": replace(swapper, invests=True, boldness=0.8, temper=0),
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
        "greedy": replace(style, greed=1.0),
        "spend": replace(style, chips_part=min(1_000_000, style.chips_part + 120_000)),
        "few sites": replace(style, sites_beyond=0),
        "save": replace(style, chips_part=style.chips_part - 150_000),
    }


class Planner:
    """A founder who looks ahead; one to a game, since it remembers the plan it follows."""

    def __init__(self, style: Style, draws: int = DRAWS, ahead: int = AHEAD) -> None:
        """Take the lab's means, the futures for each plan and the months each is played."""
        self.base = style
        self.draws = draws
        self.ahead = ahead
        self.habit, self.style = plans()[FIRST[0]], ways(style)[FIRST[1]]
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
        self._weigh([(habit, self.style) for habit in plans().values()], futures, months)
        self._weigh([(self.habit, style) for style in ways(self.base).values()], futures, months)

    def _weigh(self, options: list[tuple[Habit, Style]], futures: Futures, months: int) -> None:
        """Take up the option whose futures are clearly better than those of what is followed, if one is."""

        def worth(option: tuple[Habit, Style], first: int, draws: int) -> list[int]:
            return futures.worth(Archetype(*option), months, draws, first=first)

        followed = (self.habit, self.style)
        others = {place: worth(option, 0, self.draws) for place, option in enumerate(options)}
        own = worth(followed, 0, self.draws) if followed not in options else others[options.index(followed)]
        best = sorted(others, key=lambda place: -sum(others[place]))
        best = [place for place in best if options[place] != followed][:FINALISTS]
        own = [*own, *worth(followed, self.draws, LONGER * self.draws)]
        edge = CLEAR
        for place in best:
            scores = [*others[place], *worth(options[place], self.draws, LONGER * self.draws)]
            gains = [score - kept for score, kept in zip(scores, own, strict=True)]
            error = stdev(gains) / sqrt(len(gains)) or 1.0
            if fmean(gains) / error > edge:
                edge = fmean(gains) / error
                self.habit, self.style = options[place]
