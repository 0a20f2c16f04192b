"""Where a forecast starts, and what is compared: a position that can be sent to another process."""

import pickle
from collections.abc import Collection
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from race.core.chance import Stream
from race.core.commands import Command
from race.core.events import Event
from race.core.ids import Firm
from race.core.receipts import Balance
from race.core.view import LabView, View
from race.core.world import World
from race.policy.routine import OFFICERS, Routine, obey
from race.policy.style import Style
from race.scenario.load import Scenario, parse_scenario
from race.sim.cast import style_of
from race.sim.race_model import RaceModel

if TYPE_CHECKING:  # a process of the compiled core has no session
    from race.session.session import Session


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """What a process needs to play on from a game's position.

    The scenario goes as its text, since a save may hold a stranger's.
    """

    scenario: tuple[str, str, str, str]
    """Name, text, difficulty and trait."""
    seed: int
    world: World
    events: tuple[Event, ...]
    balances: tuple[Balance, ...]
    standing: tuple[Routine, ...]
    """What is left to the officers in the month that is compared."""


def position_of(session: "Session") -> bytes:
    """Return the position of a game, packed for other processes."""
    journal, last = session.journal, session.reports[-1]
    return pickle.dumps(
        Position(
            scenario=(journal.scenario, journal.scenario_text, journal.difficulty, journal.trait),
            seed=session.seed,
            world=session.position(),
            events=last.events,
            balances=last.balances,
            standing=session.standing,
        )
    )


@lru_cache(maxsize=2)
def _scenario(name: str, text: str, difficulty: str, trait: str) -> Scenario:
    return parse_scenario(name, text, difficulty, trait)


class _Open:
    """The position that this process has open: Mesa holds every game that is not closed."""

    kept: tuple[bytes, Position, RaceModel] | None = None


def opened(packed: bytes) -> tuple[Position, RaceModel]:
    """Return the position with a game that stands at it; the game is read and never played.

    The bytes come from `position_of` of this very program, over a pipe of its own.
    """
    if _Open.kept is not None:
        if _Open.kept[0] == packed:
            return _Open.kept[1:]
        _Open.kept[2].close()
    position: Position = pickle.loads(packed)  # noqa: S301 - our own bytes, from our own parent
    scenario = _scenario(*position.scenario)
    race = RaceModel(scenario, "idle", position.seed, collect=False, world=position.world)
    race.resume(position.world, position.events, position.balances)
    _Open.kept = (packed, position, race)
    return position, race


class OrdersThenOfficers:
    """A founder who gives some orders this month, and then leaves the lab to its officers.

    With and without an order the months after are left to the same officers, so that what differs
    between two futures comes from the order. They leave alone what is `kept`: what was set by hand stands,
    unless just that is left to them in the game as well.
    """

    def __init__(
        self,
        month: int,
        orders: Collection[Command],
        standing: Collection[Routine],
        style: Style,
        kept: Collection[Routine] = (),
    ) -> None:
        """Take the month in which the orders are given, what stands besides them then, and what is kept."""
        self._month = month
        self._orders = tuple(orders)
        self._standing = tuple(standing)
        self._style = style
        self._officers = tuple(
            routine for routine in OFFICERS if routine not in kept or routine in self._standing
        )

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return the orders in their month; afterwards what the officers order by themselves."""
        if not isinstance(view, LabView):
            return ()
        if view.board.month == self._month:
            return tuple(obey(view, self._standing, self._orders, self._style, luck))
        return tuple(obey(view, self._officers, (), self._style, luck))


def founder_of(
    position: Position, race: RaceModel, orders: Collection[Command], kept: Collection[Routine] = ()
) -> OrdersThenOfficers:
    """Return who holds the founder's seat in a future with these orders, and leaves alone what is kept."""
    style = style_of(race.starts_from.means[Firm.XAI])
    return OrdersThenOfficers(position.world.month, orders, position.standing, style, kept)
