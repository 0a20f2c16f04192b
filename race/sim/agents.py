"""The agents: one for everybody who chooses; each speaks for its part of the world.

An agent holds a seat and a policy, reads its own view and returns commands; it applies nothing.
"""

import reprlib
from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

import mesa
import msgspec
import numpy as np
from typing_extensions import override

from race.core.commands import Command
from race.core.ids import Firm, Seat, lab_of
from race.core.view import FounderView, View
from race.core.world import Affairs, Carmaker, Holders, Lab, Market, People
from race.policy.founders.planner import Planner
from race.policy.policy import Policy
from race.sim.imagined import Imagined

if TYPE_CHECKING:
    from race.sim.race_model import RaceModel


_SHORT: Final = reprlib.Repr()
"""Writes what a policy decided, which may be a thousand wishes, as one readable line."""
_SHORT.maxother = 200


class _Counters(WeakKeyDictionary[mesa.Model, Iterator[int]]):
    """Counts the ids of each game's agents, as Mesa's own table does, but keeps no game alive for it.

    Mesa 3.3, which Python 3.11 gets, holds every model in a class-level table until the program ends.
    """

    @override
    def __getitem__(self, model: mesa.Model) -> Iterator[int]:
        return self.setdefault(model, count(1))


if hasattr(mesa.Agent, "_ids"):
    mesa.Agent._ids = _Counters()  # noqa: SLF001 - there is no other door


class SeatAgent(mesa.Agent):
    """Decide for one seat, once a month."""

    model: "RaceModel"

    def __init__(self, model: "RaceModel", seat: Seat, policy: Policy) -> None:
        """Sit down at a seat with a policy."""
        super().__init__(model)
        self.seat = seat
        self.policy = policy
        self._purpose = f"policy.{seat.value}"

    def view(self) -> View:
        """Return what this seat can know of the current position."""
        return self.model.view(self.seat)

    def decide(self) -> tuple[Command, ...]:
        """Return what the seat wants this month, from its view and its own luck."""
        model, policy = self.model, self.policy
        if type(policy) is Planner:
            self._look_ahead(policy)
        view = model.view if of_the_house(policy) else model.view_apart
        return policy.decide(view(self.seat), model.luck(self._purpose))

    def _look_ahead(self, planner: Planner) -> None:
        """Let a planner imagine futures of this game before it decides."""
        view = self.model.view(self.seat)
        if isinstance(view, FounderView):
            planner.look_ahead(view, Imagined(self.model))

    def step(self) -> None:
        """Hand this month's wishes to the model; nothing is applied here.

        Raises TypeError for a stranger's policy that answers with anything but a tuple of commands, or with
        one whose fields hold what they cannot.
        """
        wishes = self.decide()
        if not of_the_house(self.policy):
            if not _are_commands(wishes):
                raise self._nonsense(wishes, "a policy returns a tuple of commands (race.core.commands)")
            wishes = tuple([self._well_formed(wish) for wish in wishes])
        self.model.hear(self.seat, wishes)

    def _well_formed(self, wish: Command) -> Command:
        """Return a stranger's wish with plain numbers; raises TypeError for half a person."""
        try:
            return msgspec.convert(msgspec.to_builtins(wish, enc_hook=_plain), type(wish))
        except (TypeError, ValueError, msgspec.ValidationError) as error:
            raise self._nonsense(wish, str(error)) from error

    def _nonsense(self, decided: object, why: str) -> TypeError:
        who = f"{type(self.policy).__name__} in the seat {self.seat.value}"
        return TypeError(f"{who} decided {_SHORT.repr(decided)}; {why}")


def of_the_house(policy: Policy) -> bool:
    """Return whether a policy came with the program; a stranger's may write into what it is shown."""
    return _of_the_house(type(policy))


@lru_cache(maxsize=64)
def _of_the_house(kind: type[Policy]) -> bool:
    return kind.__module__.partition(".")[0] == __name__.partition(".")[0]


def _are_commands(wishes: object) -> bool:
    """Return whether a policy, which may be anybody's, has answered with commands."""
    return isinstance(wishes, tuple) and all(isinstance(wish, msgspec.Struct) for wish in wishes)


def _plain(value: object) -> object:
    """Return a number of NumPy's as one of Python's; raises TypeError for anything else."""
    if isinstance(value, np.generic):
        return value.item()
    message = f"{type(value).__name__} stands in no command"
    raise TypeError(message)


class LabAgent(SeatAgent):
    """A lab: chooses chips, sites, runs, releases, price, people."""

    @property
    def firm(self) -> Firm:
        """Return the lab this agent speaks for."""
        firm = lab_of(self.seat)
        if firm is None:
            message = f"{self.seat.value} is not a lab's seat"
            raise ValueError(message)
        return firm

    @property
    def books(self) -> Lab:
        """Return the lab's books in the current position (read only)."""
        return self.model.world.labs[self.firm]


class CarmakerAgent(SeatAgent):
    """The carmaker's management, under the founder: books the planned chips quarter by quarter."""

    @property
    def books(self) -> Carmaker:
        """Return the carmaker's books in the current position (read only)."""
        return self.model.world.carmaker


class ChipmakerAgent(SeatAgent):
    """The chipmaker: chooses who is served with how much care."""

    @property
    def books(self) -> Market:
        """Return the order book and the market in the current position (read only)."""
        return self.model.world.market


class ShareholdersAgent(SeatAgent):
    """The holders, thousands of them: one agent speaks, they write letters and sue."""

    @property
    def books(self) -> Holders:
        """Return the population in the current position (read only)."""
        return self.model.world.holders


class PressAgent(SeatAgent):
    """The press: chooses whom to look into."""

    @property
    def books(self) -> Affairs:
        """Return the affairs in the current position (read only)."""
        return self.model.world.affairs


class CourtAgent(SeatAgent):
    """The court and the regulator: decides cases on what is true."""

    @property
    def books(self) -> Affairs:
        """Return the affairs in the current position (read only)."""
        return self.model.world.affairs


class TalentAgent(SeatAgent):
    """The people: stay or move."""

    @property
    def books(self) -> People:
        """Return who looks for work and who has left, in the current position (read only)."""
        return self.model.world.people
