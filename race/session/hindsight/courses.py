"""How a game went: what a re-run keeps of it, and the jobs that a process is asked for."""

from collections.abc import Collection, Sequence
from typing import Final

import msgspec

from race.core.chance import Chance
from race.core.formulas.owners.holders import trust_weighted
from race.core.ids import Ending, Firm, Keeps
from race.core.outcome import final_gap, score
from race.core.world import World
from race.policy.policy import Policy
from race.session.hindsight.past import Past, remember
from race.session.hindsight.recorded import Place, Recorded
from race.sim.race_model import RaceModel
from race.sim.together import play_out

_LUCK: Final = 2**48


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """How a game went from its opening to its end; tracks start with the opening."""

    total: int
    """Score, 0-1000."""
    ending: Ending
    quality: tuple[float, ...]
    """Published score of the founder's best release, Elo."""
    trust: tuple[int, ...]
    """Share-weighted trust, ppm."""
    gap: float
    """True gap to the best other lab over the last months, Elo (0 or less: in front)."""
    price_cents: int
    fleet: int
    """The lab's running compute at the end, H100e."""
    users_k: int
    powered: int
    """The carmaker's powered chips at the end, H100e."""


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """The score of one luck with a decision and without it."""

    made: int
    left: int


class Stood(msgspec.Struct, frozen=True, kw_only=True):
    """How somebody else did in the founder's place."""

    founder: str
    seed: int
    total: int
    ending: Ending


def rerun(packed: bytes, left_out: Collection[Place]) -> Course | None:
    """Return how the game goes without some orders on the same seed, or None if it cannot be played again."""
    past = remember(packed)
    if not past.true:
        return None
    race = RaceModel(past.scenario, Recorded(past, left_out), past.seed, collect=False)
    return _played(race)


def as_played(packed: bytes) -> Course | None:
    """Return how the game went, or None if this program plays it differently."""
    past = remember(packed)
    return _course(past.worlds) if past.true else None


def lucky(packed: bytes, left_out: Collection[Place], month: int, draws: Sequence[int]) -> tuple[Pair, ...]:
    """Return the scores on other luck from a month on, with the decision and without it.

    The same draw is the same luck for both.
    """
    past = remember(packed)
    if not past.true:
        return ()
    return tuple(
        Pair(
            made=_elsewhere(past, Recorded(past), month, draw),
            left=_elsewhere(past, Recorded(past, left_out), month, draw),
        )
        for draw in draws
    )


def stand_in(packed: bytes, who: Sequence[tuple[int, str]]) -> tuple[Stood, ...]:
    """Return how bots do in the founder's place, each in the scenario's world of a seed, in step."""
    scenario = remember(packed).scenario
    races = [RaceModel(scenario, founder, seed, collect=False) for seed, founder in who]
    for race in races:
        race.keeps = Keeps.BOOKS
    play_out(races)
    for race in races:
        race.close()
    return tuple(
        Stood(
            founder=founder,
            seed=seed,
            total=score(race.world).total,
            ending=race.world.ending or Ending.ALSO_RAN,
        )
        for (seed, founder), race in zip(who, races, strict=True)
    )


def _played(race: RaceModel) -> Course:
    worlds = [race.world]
    try:
        while race.world.ending is None:
            race.step()
            worlds.append(race.world)
    finally:
        race.close()
    return _course(worlds)


def _elsewhere(past: Past, founder: Policy, month: int, draw: int) -> int:
    """Return the score of the game from a month on under another luck."""
    race = RaceModel(past.scenario, founder, past.seed, collect=False, world=past.worlds[month])
    race.resume(past.worlds[month], past.events[month], past.balances[month])
    race.chance = Chance(race.luck(f"hindsight.{draw}").below(_LUCK))
    return _played(race).total


def _course(worlds: Sequence[World]) -> Course:
    end = worlds[-1]
    lab = end.labs[Firm.XAI]
    return Course(
        total=score(end).total,
        ending=end.ending or Ending.ALSO_RAN,
        quality=tuple(world.labs[Firm.XAI].published() for world in worlds),
        trust=tuple(trust_weighted(world.holders) for world in worlds),
        gap=final_gap(end),
        price_cents=end.carmaker.price_cents,
        fleet=lab.depot.running(),
        users_k=lab.users_k,
        powered=end.carmaker.depot.powered(),
    )
