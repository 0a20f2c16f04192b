"""Builders: small positions for tests, each with sensible defaults and one thing changed by name."""

from functools import cache

import msgspec

from race.core.chance import Stream
from race.core.commands import Command, Orders
from race.core.ids import Firm, Generation, Seat, seat_of
from race.core.view import View
from race.core.world import Batch, Depot, OrderLine, Site, World
from race.scenario.load import Scenario, load_scenario, override
from race.scenario.opening import open_world
from race.session.session import Session


@cache
def scenario(name: str = "history") -> Scenario:
    """Return a scenario, loaded once."""
    return load_scenario(name)


def changed(name: str = "history", **chapters: dict[str, float]) -> Scenario:
    """Return a scenario with numbers of its rulebook changed, by chapter."""
    base = scenario(name)
    return msgspec.structs.replace(base, rules=override(base.rules, chapters))


class Told:
    """A policy that does what it is told, month by month, and nothing else."""

    def __init__(self, deeds: dict[int, tuple[Command, ...]]) -> None:
        """Take the orders by the month they are carried out in."""
        self.deeds = deeds

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return the orders for the month that is about to be played."""
        del luck
        return self.deeds.get(view.board.month + 1, ())


def a_world(seed: int = 7, month: int = 1) -> World:
    """Return a private copy of the opening position, dated `month`: what a law is given."""
    world = open_world(scenario(), seed).copy()
    world.month = month
    return world


def plainer(world: World, *switches: str) -> World:
    """Switch mechanics off in a position and return it."""
    off = msgspec.structs.replace(world.rules.switches, **dict.fromkeys(switches, 0))
    world.rules = msgspec.structs.replace(world.rules, switches=off)
    return world


def orders(*commands: Command, by: Seat | Firm = Seat.FOUNDER) -> Orders:
    """Return a month's orders of one seat (a lab stands for its seat)."""
    seat = seat_of(by) if isinstance(by, Firm) else by
    return Orders({seat: commands})


def a_depot(chips: int, *, rented: int = 0, hosted: bool = False) -> Depot:
    """Return a depot with that many powered chips."""
    return Depot(
        batches=[Batch(id=1, payer=Firm.XAI, generation=Generation.H100, quantity=chips, arrived=0, site=2)],
        sites=[Site(id=2, power_kw=4 * chips, started=-12, ready=0, hosted=hosted)],
        rented=rented,
    )


def a_game(
    *, months: int = 0, founder: str | None = None, seed: int = 7, name: str = "the-twelve-thousand"
) -> Session:
    """Return a session after some months, played by a bot or by a player who orders nothing."""
    session = Session(scenario(name), seed, founder)
    for _ in range(months):
        session.end_month()
    return session


def a_source(session: Session, least: int = 1) -> OrderLine:
    """Return a line of the carmaker's that can be diverted, the next to arrive."""
    lines = (line for line in session.view().lines if line.owner is Firm.TESLA and line.quantity >= least)
    return min(lines, key=lambda line: (line.due, line.id))


def other_truth(session: Session) -> Session:
    """Return the same game with true scores and gaps that nobody has published."""
    other = session.fork()
    world = other.position().copy()
    for lab in world.labs.values():
        lab.releases = [
            msgspec.structs.replace(release, elo_true=release.elo_true + 70.0) for release in lab.releases
        ]
    world.gaps = [gap + 500.0 for gap in world.gaps]
    other.resume(world, other.journal, other.reports)
    return other
