"""Are rivals alive? What they do differently when they hear nothing of the player.

Each rival is asked twice on the same position with the same luck, once on its true view and once on
a view without a word of the player's two companies; and the whole game is played a second time with
all rivals blindfolded, where the two games drift apart.
"""

from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec.structs import replace

from race.core.chance import Stream
from race.core.commands import Command, OrderChips, PublishRelease
from race.core.ids import OWN_FIRMS, PPM, RIVALS, Firm, seat_of
from race.core.view import LabView, View
from race.policy.policy import Policy
from race.scenario.load import Scenario
from race.sim.race_model import RaceModel
from race.study.compare import Interval, mean

CLEAR: Final = 0.05
"""Difference between two orders of chips from which it is more than a rounding."""
SEATS: Final = tuple(seat_of(firm) for firm in RIVALS)
"""The seats that are asked twice."""


class Alive(msgspec.Struct, frozen=True, kw_only=True):
    """Parts of what rivals do that differ, 0-1, with intervals over games."""

    orders: Interval
    """Months in which a rival orders chips, seeing or blind, and the two orders differ."""
    clear_orders: Interval
    """The same for orders that differ by more than a twentieth."""
    releases: Interval
    """Months in which it releases, seeing or blind, and the other does not or does it otherwise."""
    others: Interval
    """Months in which any other command differs."""


def withhold(view: LabView) -> LabView:
    """Return the view without a word of the player: league, estimates, permits, claims and news."""
    board = view.board
    league = tuple(line for line in board.league if line.firm not in OWN_FIRMS)
    hidden = replace(
        board,
        league=league,
        fleets=board.fleets | {Firm.XAI: 0},
        news=tuple(event for event in board.news if event.firm not in OWN_FIRMS),
        permits=tuple(permit for permit in board.permits if permit.firm not in OWN_FIRMS),
        pays=board.pays | {Firm.XAI: PPM},
        claims={firm: said for firm, said in board.claims.items() if firm not in OWN_FIRMS},
    )
    return replace(view, board=hidden)


class Blindfold:
    """Keep every word of the player from a rival."""

    def __init__(self, policy: Policy) -> None:
        """Take the policy that is to see less."""
        self.policy = policy

    def decide(self, view: View, luck: Stream) -> tuple[Command, ...]:
        """Return what the policy does without the player's news."""
        if not isinstance(view, LabView):
            message = "only a lab can be blindfolded"
            raise TypeError(message)
        return self.policy.decide(withhold(view), luck)


def alive_on_one_position(scenario: Scenario, founder: str, seeds: range) -> Alive:
    """Ask every rival on the true and on the withheld view of each month, with the same luck."""
    return _figures([list(_asked_twice(scenario, founder, seed)) for seed in seeds])


def alive_free_running(scenario: Scenario, founder: str, seeds: range) -> Alive:
    """Play each seed with all rivals seeing and with all blindfolded, and compare month by month."""
    games = []
    for seed in seeds:
        seeing = list(_given(scenario, founder, seed, blind=False))
        blind = list(_given(scenario, founder, seed, blind=True))
        games.append(list(zip(seeing, blind, strict=False)))
    return _figures(games)


Pair = tuple[tuple[Command, ...], tuple[Command, ...]]


def _asked_twice(scenario: Scenario, founder: str, seed: int) -> Iterator[Pair]:
    game = RaceModel(scenario, founder, seed, collect=False)
    while game.world.ending is None:
        for seat in SEATS:
            view, policy = game.view(seat), game.seats[seat].policy
            if isinstance(view, LabView):
                purpose = f"policy.{seat.value}"
                yield (
                    policy.decide(view, game.luck(purpose)),
                    policy.decide(withhold(view), game.luck(purpose)),
                )
        game.step()
    game.close()


def _given(scenario: Scenario, founder: str, seed: int, *, blind: bool) -> Iterator[tuple[Command, ...]]:
    game = RaceModel(scenario, founder, seed, collect=False)
    if blind:
        for seat in SEATS:
            game.seats[seat].policy = Blindfold(game.seats[seat].policy)
    while game.world.ending is None:
        game.step()
        for seat in SEATS:
            yield game.orders.by_seat.get(seat, ())
    game.close()


def _figures(games: list[list[Pair]]) -> Alive:
    told = [_differing(pairs) for pairs in games]
    return Alive(
        orders=mean([one[0] for one in told]),
        clear_orders=mean([one[1] for one in told]),
        releases=mean([one[2] for one in told]),
        others=mean([one[3] for one in told]),
    )


def _differing(pairs: list[Pair]) -> tuple[float, float, float, float]:
    """Return the parts of one game's months that differ: orders, clear orders, releases, others."""
    chips = [(chips_of(seen), chips_of(unseen)) for seen, unseen in pairs]
    booked = [pair for pair in chips if any(pair)]
    released = [pair for one in pairs if any(pair := (_releases(one[0]), _releases(one[1])))]
    rest = [_rest(seen) != _rest(unseen) for seen, unseen in pairs]
    return (
        _part([seen != unseen for seen, unseen in booked]),
        _part([abs(seen - unseen) > CLEAR * max(seen, unseen) for seen, unseen in booked]),
        _part([seen != unseen for seen, unseen in released]),
        _part(rest),
    )


def _part(told: list[bool]) -> float:
    return sum(told) / len(told) if told else float("nan")


def chips_of(commands: tuple[Command, ...]) -> int:
    """Return the chips that are ordered in a month, H100e."""
    return sum(one.quantity for one in commands if isinstance(one, OrderChips))


def _releases(commands: tuple[Command, ...]) -> tuple[Command, ...]:
    return tuple(one for one in commands if isinstance(one, PublishRelease))


def _rest(commands: tuple[Command, ...]) -> tuple[Command, ...]:
    return tuple(one for one in commands if not isinstance(one, OrderChips | PublishRelease))
