"""Whole races for stories: a bot that also does this or that, from the opening or from a position."""

from collections.abc import Mapping

from msgspec.structs import replace

from race.core.chance import Stream
from race.core.commands import Command
from race.core.ids import Firm
from race.core.view import View
from race.core.world import Release, World
from race.policy.founders.legal import legal
from race.sim.cast import founder_seat
from race.sim.race_model import RaceModel
from tests.builders import scenario


class Also:
    """A founder's bot who also gives some orders, by the month they are for."""

    def __init__(self, founder: str, deeds: Mapping[int, tuple[Command, ...]]) -> None:
        """Take a bot by name and what it does besides, if that is legal."""
        self.bot = founder_seat(scenario(), founder)
        self.deeds = deeds

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return the extra orders and then the bot's own."""
        wishes = (*self.deeds.get(view.board.month + 1, ()), *self.bot.decide(view, luck))
        return legal(view, wishes)


def a_race(
    founder: str | Also = "historical",
    *,
    seed: int = 3,
    months: int = 0,
    world: World | None = None,
    without: tuple[str, ...] = (),
) -> RaceModel:
    """Return a game of history after some months, from a position if given, some mechanics switched off."""
    start = scenario()
    off = replace(start.rules.switches, **dict.fromkeys(without, 0))
    start = replace(start, rules=replace(start.rules, switches=off))
    race = RaceModel(start, founder, seed, collect=False, world=world)
    for _ in range(months):
        race.step()
    return race


def a_close_race(lead: float) -> World:
    """Return June 2024 with the founder's lab that many Elo ahead in the league."""
    world = a_race("idle", months=6).world.copy()
    top = max(best.elo_published for each in world.labs.values() if (best := each.best()))
    score = top + lead
    world.labs[Firm.XAI].releases.append(
        Release(month=6, flop=1e26, elo_true=score, elo_published=score, open_weights=False, tested=True)
    )
    return world
