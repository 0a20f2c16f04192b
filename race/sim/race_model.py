"""RaceModel: every agent decides on the same position, then the laws are carried out.

`step()` is one month. `mesa.batch_run(RaceModel, ...)` works on the class for somebody who knows
Mesa and nothing else; the data collector is built only on request, since batches have a faster
table of their own with the same figures.
"""

from copy import copy
from pathlib import Path
from typing import Final

import mesa

from race.core.chance import Chance, Stream
from race.core.commands import Command, Orders
from race.core.events import Event
from race.core.fingerprint import Fingerprint, fingerprint
from race.core.ids import INSTITUTIONS, Keeps, Seat
from race.core.legality import admit
from race.core.metrics import measure
from race.core.outcome import score
from race.core.receipts import Balance
from race.core.turn import Books, Played, Turn, play_months
from race.core.view import Board, View, look, read_board
from race.core.world import World
from race.policy.policy import Policy
from race.scenario.load import Scenario
from race.scenario.opening import open_world
from race.sim.cast import AGENTS, cast, founder_seat
from race.sim.given import founder_of, policies_of, scenario_of, seed_of

STORY: Final = "historical"
"""Who has the founder's seat in the months before a game that starts later."""


class RaceModel(mesa.Model):
    """One game: a world, thirteen seats, and the months already played."""

    def __init__(  # noqa: PLR0913 - Mesa hands every parameter by name
        self,
        scenario: str | Path | Scenario = "history",
        founder: str | Policy = "steward",
        seed: int | None = None,
        *,
        rng: int | None = None,
        game_seed: int | None = None,
        policies: dict[Seat, Policy] | None = None,
        collect: bool = True,
        world: World | None = None,
    ) -> None:
        """Open a scenario for a seed with a founder's policy.

        `rng` is Mesa's newer name for the seed; its batch_run fills one of the two with its own, so
        that a batch names its seeds `game_seed`, which Mesa leaves alone.
        `policies` replaces the policies of some seats; `collect` builds Mesa's DataCollector;
        `world` starts from a position instead of the scenario's opening.
        Raises PlainError for a scenario, a founder or a seat that does not exist, for what is no seed, and
        for a policy that cannot decide.
        """
        super().__init__()
        self.game_seed = seed_of(game_seed, seed, rng)
        # not `scenario`: newer Mesa keeps an object of its own under that name
        self.starts_from = scenario_of(scenario)
        seated = cast(self.starts_from, founder_of(founder)) | policies_of(policies)
        self.chance = Chance(self.game_seed)
        self.world = open_world(self.starts_from, self.game_seed) if world is None else world
        self.events: tuple[Event, ...] = ()
        self._balances: tuple[Balance, ...] | Books = ()
        self.keeps = Keeps.ALL
        self.orders = Orders({})
        self.refusals = 0
        self._wishes: dict[Seat, tuple[Command, ...]] = {}
        self._board: Board | None = None
        self._views: dict[Seat, View] = {}
        self.seats = {seat: AGENTS[seat](self, seat, policy) for seat, policy in seated.items()}
        if world is None and self.starts_from.file.start:
            self._play_before(self.starts_from.file.start)
        self.datacollector = self._collector() if collect else None
        if self.datacollector is not None:
            self.datacollector.collect(self)

    def _play_before(self, months: int) -> None:
        """Play the months before the game: everybody as ever, the founder as was reported."""
        collector, self.datacollector = getattr(self, "datacollector", None), None
        founder = self.seats[Seat.FOUNDER].policy
        self.seat_founder(STORY)
        for _ in range(months):
            self._decide_and_play()
        self.seat_founder(founder)
        self.datacollector, self.refusals = collector, 0

    @property
    def balances(self) -> tuple[Balance, ...]:
        """Return last month's accounts with their receipts."""
        kept = self._balances
        return kept.balances() if isinstance(kept, Books) else kept

    def view(self, seat: Seat) -> View:
        """Return what a seat can know of the current position."""
        if self._board is None:
            self._board = read_board(self.world, self.events, self.chance)
            self._views = {}
        views = self._views
        if seat not in views:
            views[seat] = look(self.world, seat, self._board)
        return views[seat]

    def view_apart(self, seat: Seat) -> View:
        """Return what a seat can know on a copy of the position: who writes there changes nothing."""
        world = self.world.copy()
        return look(world, seat, read_board(world, self.events, self.chance))

    def luck(self, purpose: str) -> Stream:
        """Open this month's stream of luck for a purpose."""
        return self.chance.stream(self.world.month, purpose)

    def hear(self, seat: Seat, wishes: tuple[Command, ...]) -> None:
        """Take a seat's wishes for the month that is about to be played."""
        self._wishes[seat] = wishes

    def step(self) -> None:
        """Let every agent decide on the same position, then play the month.

        After the ending one more step plays nothing and stops Mesa's loop: its batch_run reads the
        collected row before the last step, which is then the ending's.
        """
        if self.world.ending is not None:
            self.running = False
            return
        self._decide_and_play()

    def _decide_and_play(self) -> None:
        """Play a month that Mesa does not count as a step, unless `step` asks for it."""
        self.agents.do("step")
        self.play(self.heard())

    def play(self, orders: Orders) -> None:
        """Play a month on given orders (a replay, a fork) without asking the agents."""
        turn = self.turn(orders)
        self.take(turn, *play_months((turn,)))

    def heard(self) -> Orders:
        """Return what everybody has asked for since last month and may have."""
        wishes, self._wishes = self._wishes, {}
        return Orders({seat: self._admit(seat, wishes.get(seat, ())) for seat in self.seats})

    def heard_beside(self, others: Orders) -> Orders:
        """Return what the founder asks for and may have, with what everybody else has asked for."""
        founder = self.seats[Seat.FOUNDER]
        founder.step()
        own = self._admit(Seat.FOUNDER, self._wishes.pop(Seat.FOUNDER, ()))
        return Orders(others.by_seat | {Seat.FOUNDER: own})

    def turn(self, orders: Orders) -> Turn:
        """Return what the coming month is played from, given everybody's orders."""
        closed = self._balances
        books = closed if isinstance(closed, Books) else None
        return Turn(world=self.world, orders=orders, chance=self.chance, closed=books, keeps=self.keeps)

    def take(self, turn: Turn, played: Played) -> None:
        """Stand at the position that a month has led to."""
        self.orders = turn.orders
        self.world, self.events, self._balances = played.world, played.events, played.books or ()
        self._board = None
        if self.datacollector is not None:
            self.datacollector.collect(self)

    def seat_founder(self, founder: str | Policy) -> None:
        """Give the founder's seat to another policy, by name or as it is.

        Raises PlainError for a founder that does not exist or cannot decide.
        """
        self.seats[Seat.FOUNDER].policy = founder_seat(self.starts_from, founder_of(founder))

    def fork(self, founder: Policy | None = None) -> "RaceModel":
        """Return a second game at this position, with the same policies (they hold no state).

        A planner remembers its plan: the second game has its own.
        """
        policies = {seat: agent.policy for seat, agent in self.seats.items()}
        policies[Seat.FOUNDER] = copy(policies[Seat.FOUNDER]) if founder is None else founder
        other = RaceModel(
            self.starts_from,
            policies[Seat.FOUNDER],
            self.game_seed,
            policies=policies,
            collect=False,
            world=self.world,
        )
        other.events, other._balances = self.events, self._balances
        return other

    def resume(self, world: World, events: tuple[Event, ...], balances: tuple[Balance, ...]) -> None:
        """Go on from a saved position and the month's news that led to it."""
        self.world, self.events, self._balances = world, events, balances
        self._board = None

    def fingerprint(self) -> Fingerprint:
        """Return the fingerprint of the current position."""
        return fingerprint(self.world)

    def close(self) -> None:
        """Let go of the agents, so that the game's memory is free at once and not at the next collection.

        What has been played can still be read; nothing more is played.
        """
        self.agents.do("remove")
        self.seats.clear()
        for name, kept in [*vars(self).items()]:  # Mesa's model holds itself: by its step, and by a schedule
            if getattr(kept, "__self__", None) is self or getattr(kept, "model", None) is self:
                if (stop := getattr(kept, "stop", None)) is not None:
                    stop()
                delattr(self, name)

    def _admit(self, seat: Seat, wishes: tuple[Command, ...]) -> tuple[Command, ...]:
        """Return the wishes that are legal, each judged after those before it."""
        if not wishes or seat in INSTITUTIONS:
            return wishes  # institutions draw only from what their view offers
        given = admit(self.view(seat), wishes)
        self.refusals += len(wishes) - len(given)
        return tuple(given)  # without the view that the judge keeps with them

    def _collector(self) -> mesa.DataCollector:
        names = measure(self.world)
        reporters = {
            f"{entity}.{metric}": (lambda model, key=(entity, metric): model.measured()[key])
            for entity, metric in names
        }
        last = {
            "ending": _ending,
            "score": _score,
            "fingerprint": _print,
            "month": lambda model: model.world.month,
        }
        return mesa.DataCollector(model_reporters=reporters | last)

    def measured(self) -> dict[tuple[str, str], float]:
        """Return the metrics of the current position, worked out once a month."""
        kept: tuple[World, dict[tuple[str, str], float]] | None = getattr(self, "_measured", None)
        if kept is None or kept[0] is not self.world:
            kept = (self.world, measure(self.world))
            self._measured = kept
        return kept[1]


def _ending(model: RaceModel) -> str:
    return model.world.ending.value if model.world.ending else ""


def _score(model: RaceModel) -> int:
    return score(model.world).total


def _print(model: RaceModel) -> str:
    return model.fingerprint().whole
