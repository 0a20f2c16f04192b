"""Plays futures and writes down what the war room asks of each: figures month by month, and what befell."""

from collections.abc import Collection, Sequence
from math import fsum
from typing import Final

import msgspec

from race.core.commands import Command
from race.core.events import Happening
from race.core.formulas.owners.holders import trust_weighted
from race.core.ids import LABS, WON, Ballot, Ending, Firm, Keeps
from race.core.world import World
from race.policy.routine import Routine
from race.session.forecast.position import founder_of, opened
from race.sim.imagined import Imagined
from race.sim.race_model import RaceModel
from race.sim.together import step_beside, step_together

GAP: Final = "gap"
"""Own published score less the best other lab's, Elo: above 0 in front."""
TRUST: Final = "trust"
"""Share-weighted trust of the holders, ppm."""
FLEET: Final = "fleet"
"""Own running compute, H100e."""
USERS: Final = "users"
"""Own weekly users, thousands."""
CASH: Final = "cash"
"""The lab's money, whole dollars."""
VALUE: Final = "value"
"""What the lab is worth to investors, whole dollars."""
PRICE: Final = "price"
"""The carmaker's share, cents."""
TRACKS: Final = (GAP, TRUST, FLEET, USERS, CASH, VALUE, PRICE)
"""Figures that are followed month by month, beside every lab's published score (by the firm's key)."""
_FOLLOWED: Final = (*TRACKS, *[firm.value for firm in LABS])
"""All of them, in the order of `figures`."""
_OWN: Final = LABS.index(Firm.XAI)


class Path(msgspec.Struct, frozen=True, kw_only=True):
    """One future of one plan: index 0 of every track is the position itself.

    After an ending the tracks stay where they were.
    """

    tracks: dict[str, tuple[float, ...]]
    leaked: bool = False
    """Whether something came out that the founder had not told."""
    sued: bool = False
    met: bool = False
    """Whether the owners voted at all."""
    beaten: bool = False
    """Whether the founder lost a question at the next meeting."""
    voted_out: bool = False
    """Whether the next vote on the founder was lost."""
    close: bool = False
    """Whether the goal is met: the game is won, or the lab as near the first as that takes."""
    support_ppm: int = 0
    """Support for the founder at that vote; 0 when there was none."""
    ending: Ending | None = None
    """How the game ended in these months; None where it goes on."""


Plan = tuple[Command, ...]
"""The orders of the month that is compared."""
Pair = tuple[Path, ...]
"""One future under every plan."""


def play_draws(
    packed: bytes, plans: Sequence[Plan], months: int, draws: Collection[int], kept: Collection[Routine] = ()
) -> list[Pair]:
    """Return some futures, each under every plan on the same luck; this is what a process is asked for.

    What is `kept` stays as it was set, or as it was, in the months after the first. All are played
    together, month by month.
    """
    position, race = opened(packed)
    imagined = Imagined(race)
    founders = [founder_of(position, race, plan, kept) for plan in plans]
    groups = [imagined.futures(founders, draw, Keeps.NOTHING) for draw in draws]
    futures = [future for group in groups for future in group]
    try:
        paths = _played(groups, futures, position.world, months)
    finally:
        for future in futures:
            future.close()
    return [tuple(paths[first : first + len(plans)]) for first in range(0, len(paths), len(plans))]


def _played(
    groups: Sequence[Sequence[RaceModel]], futures: Sequence[RaceModel], start: World, months: int
) -> list[Path]:
    """Play futures, in groups that are one future under every plan, and return the path of each."""
    first = figures(start)
    rows = [[first] for _ in futures]
    kinds: list[set[Happening]] = [set() for _ in futures]
    for month in range(months):
        if month == 0:
            step_beside(groups)
        else:
            step_together(futures)
        for future, row, seen in zip(futures, rows, kinds, strict=True):
            seen.update([event.kind for event in future.events])
            row.append(figures(future.world))
    return [_path(*each, start) for each in zip(futures, rows, kinds, strict=True)]


def _path(future: RaceModel, rows: list[tuple[float, ...]], kinds: set[Happening], start: World) -> Path:
    votes = future.world.affairs.votes[len(start.affairs.votes) :]
    first = [vote for vote in votes if vote.month == votes[0].month]
    own = next((vote for vote in votes if vote.ballot is Ballot.KEEP_FOUNDER), None)
    tracks = dict(zip(_FOLLOWED, zip(*rows, strict=True), strict=True))
    return Path(
        tracks=tracks,
        close=_close(future.world, tracks[GAP][1:]),
        leaked=Happening.LEAK in kinds,
        sued=Happening.SUIT in kinds,
        met=bool(votes),
        beaten=any(vote.passed is (vote.ballot is Ballot.LIMITS) for vote in first),
        voted_out=own is not None and not own.passed,
        support_ppm=own.support_ppm() if own else 0,
        ending=future.world.ending,
    )


def _close(world: World, gaps: Sequence[float]) -> bool:
    """Tell whether a future meets the goal, by its published scores; an ending decides by itself."""
    if world.ending is not None:
        return world.ending in WON
    last = gaps[-world.rules.score.final_months :]
    return fsum(last) >= -world.rules.score.frontier_gap * len(last)


def figures(world: World) -> tuple[float, ...]:
    """Return the figures that a path follows, at one position: `TRACKS`, then the labs' published scores."""
    scores = [lab.published() for lab in world.labs.values()]
    others = scores.copy()
    own, best = world.labs[Firm.XAI], others.pop(_OWN)
    return (
        best - max(others),
        float(trust_weighted(world.holders)),
        float(own.depot.running()),
        float(own.users_k),
        float(own.cash_usd),
        float(own.valuation_usd),
        float(world.carmaker.price_cents),
        *scores,
    )
