"""How a story is told: give orders, let months pass, look at the position."""

import msgspec

from race.core.commands import Command
from race.core.ids import Firm, Terms, Thing
from race.core.world import Act, OrderLine, World
from race.scenario.load import Scenario
from race.session.session import Session
from tests.builders import scenario


def after(session: Session, *commands: Command, months: int = 1) -> World:
    """Give orders in a copy of a game, let months pass, and return the position there."""
    game = session.fork()
    for command in commands:
        game.submit(command)
    for _ in range(months):
        game.end_month()
    return game.position()


def played(session: Session, *commands: Command, months: int = 1) -> Session:
    """Give orders in a copy of a game, let months pass, and return the copy."""
    game = session.fork()
    for command in commands:
        game.submit(command)
    for _ in range(months):
        game.end_month()
    return game


def offer(session: Session) -> OrderLine:
    """Return the carmaker's line of the opening offer."""
    lines = (line for line in session.view().lines if line.owner is Firm.TESLA)
    return max(lines, key=lambda line: line.quantity)


def act_of(world: World, thing: Thing = Thing.CHIPS, terms: Terms | None = None) -> Act:
    """Return the first act about a thing."""
    return next(
        act for act in world.affairs.acts if act.thing is thing and (terms is None or act.terms is terms)
    )


def without(switch: str, name: str = "history") -> Scenario:
    """Return a scenario that plays without one mechanic."""
    whole = scenario(name)
    switches = msgspec.structs.replace(whole.rules.switches, **{switch: 0})
    return msgspec.structs.replace(whole, rules=msgspec.structs.replace(whole.rules, switches=switches))
