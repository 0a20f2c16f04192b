"""What a refusal is tested with: a position changed in one thing, an order, and the sentence it meets."""

from collections.abc import Callable
from typing import Final, NamedTuple

from race.core.chance import Chance
from race.core.commands import Command
from race.core.ids import Firm, Seat, Terms
from race.core.view import View, look, read_board
from race.core.world import Act, World
from tests.builders import a_world

Change = Callable[[World], None]
"""Changes one thing of an opening position."""

COURT: Final = "The court has stopped deals between your companies; settle and sign a sharing policy."
GONE: Final = "These chips are not at the carmaker's dock any more."
LEFT: Final = "{asked} chips were asked for; {left} are left there."
AGAIN: Final = "This has been ordered already this month; undo it to change it."
"""Sentences that several orders meet."""
ACT: Final = 9_001
"""The id of the act that `act` puts into a world."""


OPENING: Final = a_world()
"""The position that is changed; its lines and sites are named here."""
OWN_LINE: Final = next(
    line.id for line in OPENING.market.lines if line.payer is Firm.XAI and line.due > OPENING.month
)
"""A line of the founder's lab that is not due yet."""
CAR_LINE: Final = next(line.id for line in OPENING.market.lines if line.payer is Firm.TESLA and line.due == 4)
"""A line of the carmaker's that arrives before its owners meet."""
CAR_BATCH: Final = OPENING.carmaker.depot.batches[0].id
"""Chips of the carmaker's that run."""
READY, COMING = (site.id for site in OPENING.carmaker.depot.sites)
"""The carmaker's site that has power, and the one that is being built."""


class Refused(NamedTuple):
    """One order that meets one sentence.

    Attributes:
        says: the English of the sentence.
        order: what is asked for.
        change: what is true beforehand.
        given: what the seat has ordered already this month.
        by: the seat that asks.
        rather: what the same seat may order there instead, or None where nothing of the kind is possible.
    """

    says: str
    order: Command
    change: tuple[Change, ...] = ()
    given: tuple[Command, ...] = ()
    by: Seat = Seat.FOUNDER
    rather: Command | None = None


def on(part: str, **facts: object) -> Change:
    """Return a change of a part of the world, such as `lab`, the lab's `floor`, a `rival`, `affairs`."""

    def change(world: World) -> None:
        parts = {
            "world": world,
            "lab": world.labs[Firm.XAI],
            "rival": world.labs[Firm.OPENAI],
            "floor": world.labs[Firm.XAI].depot,
            "carmaker": world.carmaker,
            "affairs": world.affairs,
            "people": world.people,
            "market": world.market,
        }
        for name, value in facts.items():
            setattr(parts[part], name, value)

    return change


def act(**facts: object) -> Change:
    """Return a change that puts one act into the world: silent and secret, unless the facts say otherwise."""

    def change(world: World) -> None:
        done = Act(
            id=ACT, month=1, quantity=100, terms=Terms.SILENT, severity=0.1, idle_share=1.0,
            value_usd=4_000_000, outstanding=100, insiders=9,
        )  # fmt: skip
        for name, value in facts.items():
            setattr(done, name, value)
        world.affairs.acts.append(done)

    return change


def line(number: int, **facts: object) -> Change:
    """Return a change of one line in the chipmaker's book."""

    def change(world: World) -> None:
        found = next(line for line in world.market.lines if line.id == number)
        for name, value in facts.items():
            setattr(found, name, value)

    return change


def site(number: int, **facts: object) -> Change:
    """Return a change of one site of the carmaker's."""

    def change(world: World) -> None:
        found = next(site for site in world.carmaker.depot.sites if site.id == number)
        for name, value in facts.items():
            setattr(found, name, value)

    return change


def seen(by: Seat, *changes: Change) -> View:
    """Return what a seat sees of the changed opening position."""
    world = OPENING.copy()
    for change in changes:
        change(world)
    return look(world, by, read_board(world, (), Chance(1)))
